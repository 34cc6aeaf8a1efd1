// SPDX-License-Identifier: GPL-3.0-or-later
#include "klv/klv_encoding.h"

#include <cmath>
#include <cstdint>

#include "geo/geodesy.h"
#include "uas_key.h"

namespace sheen {

namespace {

constexpr double headingRange = 360;
constexpr int headingBytes = 2;

QByteArray bigEndian(std::uint64_t value, int bytes)
{
    QByteArray result;
    for (int i = bytes - 1; i >= 0; --i)
        result.append(static_cast<char>(value >> (8 * i) & 0xff));
    return result;
}

/** BER: short form below 128, else the count of the bytes that hold it. */
QByteArray berLength(std::size_t length)
{
    if (length < 0x80)
        return bigEndian(length, 1);
    const int bytes = length > 0xff ? 2 : 1;
    return bigEndian(0x80U | static_cast<unsigned>(bytes), 1) + bigEndian(length, bytes);
}

double largestUnsigned(int bytes)
{
    return std::ldexp(1.0, 8 * bytes) - 1;
}

/** The items of one packet; tags below 128 are one byte. */
class ItemEncoder
{
public:
    void bytes(unsigned tag, const QByteArray& value)
    {
        m_items += bigEndian(tag, 1) + berLength(static_cast<std::size_t>(value.size())) + value;
    }

    void number(unsigned tag, std::uint64_t value, int count) { bytes(tag, bigEndian(value, count)); }

    /** On an unsigned integer of so many bytes, mapped from..to. */
    void unsignedReal(unsigned tag, const std::optional<double>& value, int count, double from, double to)
    {
        if (value && *value >= from && *value <= to)
            number(tag,
                   static_cast<std::uint64_t>(
                       std::llround((*value - from) / (to - from) * largestUnsigned(count))),
                   count);
    }

    /** On a two's complement, mapped -limit..limit; the most negative number, which says "error", never. */
    void signedReal(unsigned tag, const std::optional<double>& value, int count, double limit)
    {
        if (value && std::abs(*value) <= limit)
            number(tag,
                   static_cast<std::uint64_t>(
                       std::llround(*value / limit * (std::ldexp(1.0, 8 * count - 1) - 1))),
                   count);
    }

    void text(unsigned tag, const QString& value)
    {
        constexpr int mostBytes = 127;
        QString shown = value.trimmed();
        while (shown.toUtf8().size() > mostBytes) {
            const bool pair = shown.size() > 1 && shown.at(shown.size() - 1).isLowSurrogate();
            shown.chop(pair ? 2 : 1);
        }
        if (!shown.isEmpty())
            bytes(tag, shown.toUtf8());
    }

    const QByteArray& items() const { return m_items; }

private:
    QByteArray m_items;
};

void addPlatform(const KlvPacket& packet, ItemEncoder& encoder)
{
    encoder.text(3, packet.missionId);
    encoder.text(4, packet.platformTailNumber);
    encoder.unsignedReal(5, packet.platformHeadingDegrees, headingBytes, 0, headingRange);
    encoder.signedReal(6, packet.platformPitchDegrees, 2, 20);
    encoder.signedReal(7, packet.platformRollDegrees, 2, 50);
    encoder.text(10, packet.platformDesignation);
    encoder.text(11, packet.imageSourceSensor);
    encoder.text(12, QStringLiteral("Geodetic WGS84"));
    encoder.signedReal(13, packet.sensorLatitudeDegrees, 4, 90);
    encoder.signedReal(14, packet.sensorLongitudeDegrees, 4, 180);
    encoder.unsignedReal(15, packet.sensorTrueAltitudeMetres, 2, -900, 19000);
}

void addSensor(const KlvPacket& packet, ItemEncoder& encoder)
{
    encoder.unsignedReal(16, packet.sensorHorizontalFovDegrees, 2, 0, 180);
    encoder.unsignedReal(17, packet.sensorVerticalFovDegrees, 2, 0, 180);
    encoder.unsignedReal(18, packet.sensorRelativeAzimuthDegrees, 4, 0, 360);
    encoder.signedReal(19, packet.sensorRelativeElevationDegrees, 4, 180);
    encoder.unsignedReal(20, packet.sensorRelativeRollDegrees, 4, 0, 360);
    encoder.unsignedReal(21, packet.slantRangeMetres, 4, 0, 5'000'000);
    encoder.unsignedReal(22, packet.targetWidthMetres, 2, 0, 10'000);
    encoder.signedReal(23, packet.frameCentreLatitudeDegrees, 4, 90);
    encoder.signedReal(24, packet.frameCentreLongitudeDegrees, 4, 180);
    encoder.unsignedReal(25, packet.frameCentreElevationMetres, 2, -900, 19000);
}

void addCorners(const KlvPacket& packet, ItemEncoder& encoder)
{
    constexpr double furthestOffsetDegrees = 0.075;
    const auto& latitude = packet.frameCentreLatitudeDegrees;
    const auto& longitude = packet.frameCentreLongitudeDegrees;
    for (unsigned i = 0; i < packet.corners.size() && latitude && longitude; ++i) {
        if (!packet.corners[i])
            continue;
        const double north = packet.corners[i]->latitudeDegrees - *latitude;
        const double east = longitudeNear(packet.corners[i]->longitudeDegrees, *longitude) - *longitude;
        if (std::abs(north) > furthestOffsetDegrees || std::abs(east) > furthestOffsetDegrees)
            continue;
        encoder.signedReal(26 + 2 * i, north, 2, furthestOffsetDegrees);
        encoder.signedReal(27 + 2 * i, east, 2, furthestOffsetDegrees);
    }
    for (unsigned i = 0; i < packet.corners.size(); ++i) {
        if (!packet.corners[i])
            continue;
        encoder.signedReal(82 + 2 * i, packet.corners[i]->latitudeDegrees, 4, 90);
        encoder.signedReal(83 + 2 * i, longitudeNear(packet.corners[i]->longitudeDegrees, 0), 4, 180);
    }
}

/** The sum of the 16-bit words of all that stands before the checksum's value. */
std::uint16_t checksumOf(const QByteArray& bytes)
{
    unsigned sum = 0;
    for (int i = 0; i < bytes.size(); ++i)
        sum += static_cast<unsigned>(static_cast<unsigned char>(bytes[i])) << (i % 2 == 0 ? 8 : 0);
    return static_cast<std::uint16_t>(sum & 0xffff);
}

}  // namespace

QByteArray encodeKlvPacket(const KlvPacket& packet)
{
    ItemEncoder encoder;
    if (packet.precisionTimeStamp.isValid())
        encoder.number(2, static_cast<std::uint64_t>(packet.precisionTimeStamp.toMSecsSinceEpoch()) * 1000,
                       8);
    addPlatform(packet, encoder);
    addSensor(packet, encoder);
    addCorners(packet, encoder);
    if (packet.version > 0 && packet.version < 256)
        encoder.number(65, static_cast<std::uint64_t>(packet.version), 1);
    constexpr int checksumBytes = 2;
    QByteArray bytes =
        QByteArray(reinterpret_cast<const char*>(uasKey.data()), static_cast<int>(uasKey.size())) +
        berLength(static_cast<std::size_t>(encoder.items().size()) + 2 + checksumBytes) + encoder.items() +
        bigEndian(1, 1) + bigEndian(checksumBytes, 1);
    return bytes + bigEndian(checksumOf(bytes), checksumBytes);
}

double headingAsSent(double degrees)
{
    const double largest = largestUnsigned(headingBytes);
    return static_cast<double>(std::llround(degrees / headingRange * largest)) * headingRange / largest;
}

}  // namespace sheen
