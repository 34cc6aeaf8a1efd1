#include "klv/klv_packet.h"

#include <QTimeZone>
#include <algorithm>
#include <cmath>

#include "data/flight_time.h"

namespace sheen {

// MISB ST 0601 (UAS datalink local set): items of BER-OID tag, BER length and value. Reals are mapped
// linearly on integers.

namespace {

constexpr unsigned checksumTag = 1;

/** Sum of the packet's 16-bit words, from the key to the checksum's own length. */
std::uint16_t checksum(const ByteSpan& bytes)
{
    std::uint16_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        sum = static_cast<std::uint16_t>(sum + (bytes.data()[i] << (i % 2 == 0 ? 8 : 0)));
    return sum;
}

/** Unsigned integer of so many bytes, mapped on from..to. */
std::optional<double> unsignedReal(const ByteSpan& value, std::size_t bytes, double from, double to)
{
    if (value.size() != bytes)
        return std::nullopt;
    const double largest = std::ldexp(1.0, static_cast<int>(bytes) * 8) - 1;
    return from + static_cast<double>(value.number()) * (to - from) / largest;
}

/** Two's complement of so many bytes, mapped on -limit..limit; the most negative number says "error". */
std::optional<double> signedReal(const ByteSpan& value, std::size_t bytes, double limit)
{
    if (value.size() != bytes)
        return std::nullopt;
    const int bits = static_cast<int>(bytes) * 8;
    const double half = std::ldexp(1.0, bits - 1);
    const double number = static_cast<double>(value.number());
    if (number == half)
        return std::nullopt;
    return (number > half ? number - 2 * half : number) * limit / (half - 1);
}

/**
 * MISB ST 1201, IMAPB: minimum..maximum on any number of bytes; special values (infinity) are nothing. The
 * smallest number may stand for a little less than the minimum, by less than a step.
 */
std::optional<double> imapb(const ByteSpan& value, double minimum, double maximum)
{
    if (value.size() < 1 || value.size() > 8)
        return std::nullopt;
    const int valueBits = static_cast<int>(std::ceil(std::log2(maximum - minimum)));
    const int integerBits = static_cast<int>(value.size()) * 8 - 1;
    const double scale = std::ldexp(1.0, integerBits - valueBits);
    const double zeroOffset =
        minimum < 0 && maximum > 0 ? scale * minimum - std::floor(scale * minimum) : 0.0;
    const double real = (static_cast<double>(value.number()) - zeroOffset) / scale + minimum;
    return real <= maximum ? std::optional<double>(std::max(real, minimum)) : std::nullopt;
}

QString text(const ByteSpan& value)
{
    const QByteArray bytes(reinterpret_cast<const char*>(value.data()), static_cast<int>(value.size()));
    return QString::fromUtf8(bytes).remove(QChar(0)).trimmed();
}

/** The items of one packet; values that are sent in two forms are settled when all are known. */
class ItemDecoder
{
public:
    void decode(unsigned tag, const ByteSpan& value)
    {
        decodePlatform(tag, value);
        decodeSensor(tag, value);
        decodeCorners(tag, value);
        decodeFacts(tag, value);
    }

    KlvPacket finish()
    {
        if (m_fullPitchDegrees)
            m_packet.platformPitchDegrees = m_fullPitchDegrees;
        if (m_fullRollDegrees)
            m_packet.platformRollDegrees = m_fullRollDegrees;
        if (m_extendedEllipsoidHeightMetres)
            m_packet.sensorEllipsoidHeightMetres = m_extendedEllipsoidHeightMetres;
        if (m_extendedTargetWidthMetres)
            m_packet.targetWidthMetres = m_extendedTargetWidthMetres;
        for (std::size_t i = 0; i < m_packet.corners.size(); ++i)
            m_packet.corners[i] = corner(i);
        return m_packet;
    }

private:
    void decodePlatform(unsigned tag, const ByteSpan& value);
    void decodeSensor(unsigned tag, const ByteSpan& value);
    void decodeCorners(unsigned tag, const ByteSpan& value);
    void decodeFacts(unsigned tag, const ByteSpan& value);
    void decodeTimeStamp(std::uint64_t microseconds);
    std::optional<GroundPoint> corner(std::size_t index) const;

    using Corners = std::array<std::optional<double>, 8>;  //!< latitude and longitude of each in turn

    KlvPacket m_packet;
    std::optional<double> m_fullPitchDegrees, m_fullRollDegrees;
    std::optional<double> m_extendedEllipsoidHeightMetres, m_extendedTargetWidthMetres;
    Corners m_cornerOffsetsDegrees;  //!< from the frame's centre
    Corners m_fullCornersDegrees;
};

void ItemDecoder::decodePlatform(unsigned tag, const ByteSpan& value)
{
    switch (tag) {
        case 5:
            m_packet.platformHeadingDegrees = unsignedReal(value, 2, 0, 360);
            break;
        case 6:
            m_packet.platformPitchDegrees = signedReal(value, 2, 20);
            break;
        case 7:
            m_packet.platformRollDegrees = signedReal(value, 2, 50);
            break;
        case 13:
            m_packet.sensorLatitudeDegrees = signedReal(value, 4, 90);
            break;
        case 14:
            m_packet.sensorLongitudeDegrees = signedReal(value, 4, 180);
            break;
        case 15:
            m_packet.sensorTrueAltitudeMetres = unsignedReal(value, 2, -900, 19000);
            break;
        case 75:
            m_packet.sensorEllipsoidHeightMetres = unsignedReal(value, 2, -900, 19000);
            break;
        case 90:
            m_fullPitchDegrees = signedReal(value, 4, 90);
            break;
        case 91:
            m_fullRollDegrees = signedReal(value, 4, 90);
            break;
        case 104:
            m_extendedEllipsoidHeightMetres = imapb(value, -900, 40000);
            break;
        default:
            break;
    }
}

void ItemDecoder::decodeSensor(unsigned tag, const ByteSpan& value)
{
    switch (tag) {
        case 16:
            m_packet.sensorHorizontalFovDegrees = unsignedReal(value, 2, 0, 180);
            break;
        case 17:
            m_packet.sensorVerticalFovDegrees = unsignedReal(value, 2, 0, 180);
            break;
        case 18:
            m_packet.sensorRelativeAzimuthDegrees = unsignedReal(value, 4, 0, 360);
            break;
        case 19:
            m_packet.sensorRelativeElevationDegrees = signedReal(value, 4, 180);
            break;
        case 20:
            m_packet.sensorRelativeRollDegrees = unsignedReal(value, 4, 0, 360);
            break;
        case 21:
            m_packet.slantRangeMetres = unsignedReal(value, 4, 0, 5'000'000);
            break;
        case 22:
            m_packet.targetWidthMetres = unsignedReal(value, 2, 0, 10'000);
            break;
        case 96:
            m_extendedTargetWidthMetres = imapb(value, 0, 1'500'000);
            break;
        case 23:
            m_packet.frameCentreLatitudeDegrees = signedReal(value, 4, 90);
            break;
        case 24:
            m_packet.frameCentreLongitudeDegrees = signedReal(value, 4, 180);
            break;
        case 25:
            m_packet.frameCentreElevationMetres = unsignedReal(value, 2, -900, 19000);
            break;
        case 78:
            m_packet.frameCentreEllipsoidHeightMetres = unsignedReal(value, 2, -900, 19000);
            break;
        default:
            break;
    }
}

void ItemDecoder::decodeCorners(unsigned tag, const ByteSpan& value)
{
    if (tag >= 26 && tag <= 33)
        m_cornerOffsetsDegrees[tag - 26] = signedReal(value, 2, 0.075);
    else if (tag >= 82 && tag <= 89)
        m_fullCornersDegrees[tag - 82] = signedReal(value, 4, tag % 2 == 0 ? 90 : 180);
}

std::optional<GroundPoint> ItemDecoder::corner(std::size_t index) const
{
    const auto& latitude = m_fullCornersDegrees[2 * index];
    const auto& longitude = m_fullCornersDegrees[2 * index + 1];
    if (latitude && longitude)
        return GroundPoint{*latitude, *longitude};
    const auto& north = m_cornerOffsetsDegrees[2 * index];
    const auto& east = m_cornerOffsetsDegrees[2 * index + 1];
    if (!north || !east || !m_packet.frameCentreLatitudeDegrees || !m_packet.frameCentreLongitudeDegrees)
        return std::nullopt;
    return GroundPoint{*m_packet.frameCentreLatitudeDegrees + *north,
                       *m_packet.frameCentreLongitudeDegrees + *east};
}

void ItemDecoder::decodeTimeStamp(std::uint64_t microseconds)
{
    // Beyond the year 9999 there is no date.
    constexpr std::uint64_t latestMicroseconds = 253402300800ULL * 1'000'000;
    QDateTime stamp;
    if (microseconds < latestMicroseconds)
        stamp = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(microseconds / 1000), QTimeZone::utc())
                    .toUTC();
    m_packet.hasUnsetClock = !canBeFlightTime(stamp);
    if (!m_packet.hasUnsetClock)
        m_packet.precisionTimeStamp = stamp;
}

void ItemDecoder::decodeFacts(unsigned tag, const ByteSpan& value)
{
    switch (tag) {
        case 2:
            if (value.size() == 8)
                decodeTimeStamp(value.number());
            break;
        case 3:
            m_packet.missionId = text(value);
            break;
        case 4:
            m_packet.platformTailNumber = text(value);
            break;
        case 10:
            m_packet.platformDesignation = text(value);
            break;
        case 11:
            m_packet.imageSourceSensor = text(value);
            break;
        case 65:
            if (value.size() == 1)
                m_packet.version = static_cast<int>(value.number());
            break;
        default:
            break;
    }
}

}  // namespace

std::optional<KlvPacket> decodeKlvPacket(const ByteSpan& packet, ByteSpan items)
{
    ItemDecoder decoder;
    KlvChecksum found = KlvChecksum::Missing;
    while (items.size() > 0) {
        const auto tag = items.takeBerOid();
        const auto length = tag ? items.takeBerLength() : std::nullopt;
        const auto value = length ? items.take(*length) : std::nullopt;
        if (!value)
            return std::nullopt;
        if (*tag == checksumTag) {
            const bool isLast = items.size() == 0 && value->size() == 2;
            const bool isGood =
                isLast && checksum(ByteSpan(packet.data(), packet.size() - 2)) == value->number();
            found = isGood ? KlvChecksum::Good : KlvChecksum::Wrong;
        } else {
            decoder.decode(*tag, *value);
        }
    }
    KlvPacket decoded = decoder.finish();
    decoded.checksum = found;
    return decoded;
}

}  // namespace sheen
