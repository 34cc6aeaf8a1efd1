#include "klv_writer.h"

#include <cmath>

namespace sheen::test {

namespace {

const QByteArray uasKey = QByteArray::fromHex("060e2b34020b01010e01030101000000");

QByteArray berLength(int size, int longFormBytes)
{
    if (longFormBytes == 0)
        longFormBytes = size > 0xff ? 2 : size > 0x7f ? 1 : 0;
    if (longFormBytes == 0)
        return QByteArray(1, static_cast<char>(size));
    return QByteArray(1, static_cast<char>(0x80 | longFormBytes)) +
           bigEndian(static_cast<quint64>(size), longFormBytes);
}

QByteArray berOid(int tag)
{
    QByteArray bytes(1, static_cast<char>(tag & 0x7f));
    for (tag >>= 7; tag > 0; tag >>= 7)
        bytes.prepend(static_cast<char>(0x80 | (tag & 0x7f)));
    return bytes;
}

}  // namespace

QByteArray bigEndian(quint64 value, int bytes)
{
    QByteArray result;
    for (int i = bytes - 1; i >= 0; --i)
        result.append(static_cast<char>(value >> (8 * i) & 0xff));
    return result;
}

QByteArray klvItem(int tag, const QByteArray& value)
{
    return berOid(tag) + berLength(static_cast<int>(value.size()), 0) + value;
}

QByteArray mapped(double value, double from, double to, int bytes)
{
    const double largest = std::ldexp(1.0, 8 * bytes) - 1;
    return bigEndian(static_cast<quint64>(std::llround((value - from) / (to - from) * largest)), bytes);
}

QByteArray mappedSigned(double value, double limit, int bytes)
{
    const double largest = std::ldexp(1.0, 8 * bytes - 1) - 1;
    return bigEndian(static_cast<quint64>(std::llround(value / limit * largest)), bytes);
}

QByteArray klvPacket(const QByteArray& items, int lengthBytes)
{
    QByteArray bytes = uasKey + berLength(static_cast<int>(items.size()) + 4, lengthBytes) + items +
                       QByteArray::fromHex("0102");
    unsigned sum = 0;
    for (int i = 0; i < bytes.size(); ++i)
        sum += static_cast<unsigned>(static_cast<unsigned char>(bytes[i])) << (i % 2 == 0 ? 8 : 0);
    return bytes + bigEndian(sum & 0xffff, 2);
}

QByteArray klvPosition(double latitudeDegrees, double longitudeDegrees)
{
    return klvItem(13, mappedSigned(latitudeDegrees, 90, 4)) +
           klvItem(14, mappedSigned(longitudeDegrees, 180, 4));
}

QByteArray metadataCell(const QByteArray& content, int sequenceNumber)
{
    return QByteArray(1, '\0') + QByteArray(1, static_cast<char>(sequenceNumber)) + QByteArray(1, '\xdf') +
           bigEndian(static_cast<quint64>(content.size()), 2) + content;
}

QByteArray klvPacketOf(const KlvScene& scene)
{
    QByteArray items = klvItem(2, bigEndian(static_cast<quint64>(std::llround(scene.utcSeconds * 1e6)), 8)) +
                       klvPosition(scene.latitudeDegrees, scene.longitudeDegrees) +
                       klvItem(15, mapped(scene.heightMetres, -900, 19000, 2));
    if (scene.horizontalFovDegrees > 0)
        items += klvItem(16, mapped(scene.horizontalFovDegrees, 0, 180, 2));
    if (scene.hasAngles)
        items += klvItem(5, mapped(scene.headingDegrees, 0, 360, 2)) +
                 klvItem(18, mapped(scene.azimuthDegrees, 0, 360, 4)) +
                 klvItem(19, mappedSigned(scene.elevationDegrees, 180, 4)) +
                 klvItem(20, mapped(scene.sensorRollDegrees, 0, 360, 4)) +
                 klvItem(90, mappedSigned(scene.pitchDegrees, 90, 4)) +
                 klvItem(91, mappedSigned(scene.rollDegrees, 90, 4));
    if (scene.centreLatitudeDegrees != 0 || scene.centreLongitudeDegrees != 0)
        items += klvItem(23, mappedSigned(scene.centreLatitudeDegrees, 90, 4)) +
                 klvItem(24, mappedSigned(scene.centreLongitudeDegrees, 180, 4));
    return klvPacket(items);
}

}  // namespace sheen::test
