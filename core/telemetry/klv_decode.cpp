#include <QTimeZone>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "core/telemetry/klv_reader.h"

namespace sheen {

// MISB ST 0601 (UAS datalink local set): packet = universal key, BER length, items of BER-OID tag, BER length
// and value, the last of them a checksum. Integers are big-endian; reals are mapped linearly on them.

namespace {

constexpr std::array<unsigned char, 4> smpteKey = {0x06, 0x0e, 0x2b, 0x34};
constexpr std::array<unsigned char, 16> uasKey = {0x06, 0x0e, 0x2b, 0x34, 0x02, 0x0b, 0x01, 0x01,
                                                  0x0e, 0x01, 0x03, 0x01, 0x01, 0x00, 0x00, 0x00};
constexpr std::array<unsigned char, 16> predatorKey = {0x06, 0x0e, 0x2b, 0x34, 0x02, 0x01, 0x01, 0x01,
                                                       0x0e, 0x01, 0x01, 0x02, 0x01, 0x01, 0x00, 0x00};

/** No turret sends more in one packet; a longer one is a damaged length. */
constexpr std::size_t largestPacketBytes = 16384;

/** A stretch of bytes that is read from the front and never beyond its end. */
class Span
{
public:
    Span(const unsigned char* data, std::size_t size) : m_data(data), m_size(size) {}

    const unsigned char* data() const { return m_data; }
    std::size_t size() const { return m_size; }

    bool startsWith(const unsigned char* bytes, std::size_t count) const
    {
        return m_size >= count && std::memcmp(m_data, bytes, count) == 0;
    }

    Span from(std::size_t offset) const
    {
        return offset < m_size ? Span(m_data + offset, m_size - offset) : Span(m_data, 0);
    }

    std::optional<unsigned char> takeByte()
    {
        if (m_size == 0)
            return std::nullopt;
        --m_size;
        return *m_data++;
    }

    std::optional<Span> take(std::size_t count)
    {
        if (count > m_size)
            return std::nullopt;
        const Span taken(m_data, count);
        m_data += count;
        m_size -= count;
        return taken;
    }

    /** BER length: short form below 128, else the count of the bytes that hold it. */
    std::optional<std::size_t> takeLength()
    {
        const auto first = takeByte();
        if (!first || *first < 0x80)
            return first ? std::optional<std::size_t>(*first) : std::nullopt;
        const auto bytes = take(*first & 0x7f);
        if (!bytes || bytes->size() == 0 || bytes->size() > 4)
            return std::nullopt;
        return static_cast<std::size_t>(bytes->number());
    }

    /** BER-OID tag: seven bits a byte, the highest bit says that more follow. */
    std::optional<unsigned> takeTag()
    {
        unsigned tag = 0;
        for (int count = 0; count < 4; ++count) {
            const auto byte = takeByte();
            if (!byte)
                return std::nullopt;
            tag = tag << 7 | (*byte & 0x7fU);
            if (*byte < 0x80)
                return tag;
        }
        return std::nullopt;
    }

    /** The whole stretch as an unsigned number, of at most eight bytes. */
    std::uint64_t number() const
    {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < m_size; ++i)
            value = value << 8 | m_data[i];
        return value;
    }

private:
    const unsigned char* m_data;
    std::size_t m_size;
};

/** ST 0601: sum of the packet's 16-bit words, from the key to the checksum's own length. */
std::uint16_t checksum(const Span& bytes)
{
    std::uint16_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        sum = static_cast<std::uint16_t>(sum + (bytes.data()[i] << (i % 2 == 0 ? 8 : 0)));
    return sum;
}

/** Unsigned integer of so many bytes, mapped on from..to. */
std::optional<double> unsignedReal(const Span& value, std::size_t bytes, double from, double to)
{
    if (value.size() != bytes)
        return std::nullopt;
    const double largest = std::ldexp(1.0, static_cast<int>(bytes) * 8) - 1;
    return from + static_cast<double>(value.number()) * (to - from) / largest;
}

/** Two's complement of so many bytes, mapped on -limit..limit; the most negative number says "error". */
std::optional<double> signedReal(const Span& value, std::size_t bytes, double limit)
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

/** MISB ST 1201, IMAPB: minimum..maximum on any number of bytes; special values (infinity) are nothing. */
std::optional<double> imapb(const Span& value, double minimum, double maximum)
{
    if (value.size() < 1 || value.size() > 8)
        return std::nullopt;
    const int valueBits = static_cast<int>(std::ceil(std::log2(maximum - minimum)));
    const int integerBits = static_cast<int>(value.size()) * 8 - 1;
    const double scale = std::ldexp(1.0, integerBits - valueBits);
    const double zeroOffset =
        minimum < 0 && maximum > 0 ? scale * minimum - std::floor(scale * minimum) : 0.0;
    const double real = (static_cast<double>(value.number()) - zeroOffset) / scale + minimum;
    return real <= maximum ? std::optional<double>(real) : std::nullopt;
}

QString text(const Span& value)
{
    const QByteArray bytes(reinterpret_cast<const char*>(value.data()), static_cast<int>(value.size()));
    return QString::fromUtf8(bytes).remove(QChar(0)).trimmed();
}

/** Values whose full-range or extended form is taken where both are sent. */
struct Alternatives
{
    std::optional<double> fullPitchDegrees, fullRollDegrees;
    std::optional<double> ellipsoidHeightMetres, extendedEllipsoidHeightMetres;
};

void decodePlatform(unsigned tag, const Span& value, KlvPacket& packet, Alternatives& alternatives)
{
    switch (tag) {
        case 5:
            packet.platformHeadingDegrees = unsignedReal(value, 2, 0, 360);
            break;
        case 6:
            packet.platformPitchDegrees = signedReal(value, 2, 20);
            break;
        case 7:
            packet.platformRollDegrees = signedReal(value, 2, 50);
            break;
        case 13:
            packet.sensorLatitudeDegrees = signedReal(value, 4, 90);
            break;
        case 14:
            packet.sensorLongitudeDegrees = signedReal(value, 4, 180);
            break;
        case 15:
            packet.sensorTrueAltitudeMetres = unsignedReal(value, 2, -900, 19000);
            break;
        case 75:
            alternatives.ellipsoidHeightMetres = unsignedReal(value, 2, -900, 19000);
            break;
        case 90:
            alternatives.fullPitchDegrees = signedReal(value, 4, 90);
            break;
        case 91:
            alternatives.fullRollDegrees = signedReal(value, 4, 90);
            break;
        case 104:
            alternatives.extendedEllipsoidHeightMetres = imapb(value, -900, 40000);
            break;
        default:
            break;
    }
}

void decodeSensor(unsigned tag, const Span& value, KlvPacket& packet)
{
    switch (tag) {
        case 16:
            packet.sensorHorizontalFovDegrees = unsignedReal(value, 2, 0, 180);
            break;
        case 17:
            packet.sensorVerticalFovDegrees = unsignedReal(value, 2, 0, 180);
            break;
        case 18:
            packet.sensorRelativeAzimuthDegrees = unsignedReal(value, 4, 0, 360);
            break;
        case 19:
            packet.sensorRelativeElevationDegrees = signedReal(value, 4, 180);
            break;
        case 20:
            packet.sensorRelativeRollDegrees = unsignedReal(value, 4, 0, 360);
            break;
        case 21:
            packet.slantRangeMetres = unsignedReal(value, 4, 0, 5'000'000);
            break;
        case 23:
            packet.frameCentreLatitudeDegrees = signedReal(value, 4, 90);
            break;
        case 24:
            packet.frameCentreLongitudeDegrees = signedReal(value, 4, 180);
            break;
        case 25:
            packet.frameCentreElevationMetres = unsignedReal(value, 2, -900, 19000);
            break;
        default:
            break;
    }
}

void decodeFacts(unsigned tag, const Span& value, KlvPacket& packet)
{
    // Beyond the year 9999 a clock was never set.
    constexpr std::uint64_t latestMicroseconds = 253402300800ULL * 1'000'000;
    switch (tag) {
        case 2:
            if (value.size() == 8 && value.number() < latestMicroseconds)
                packet.precisionTimeStamp = QDateTime::fromMSecsSinceEpoch(
                                                static_cast<qint64>(value.number() / 1000), QTimeZone::utc())
                                                .toUTC();
            break;
        case 3:
            packet.missionId = text(value);
            break;
        case 10:
            packet.platformDesignation = text(value);
            break;
        case 11:
            packet.imageSourceSensor = text(value);
            break;
        case 65:
            if (value.size() == 1)
                packet.version = static_cast<int>(value.number());
            break;
        default:
            break;
    }
}

/** The items of a packet whose checksum is good; false where they do not fit into it. */
bool decodeItems(Span items, KlvPacket& packet)
{
    Alternatives alternatives;
    while (items.size() > 0) {
        const auto tag = items.takeTag();
        const auto length = tag ? items.takeLength() : std::nullopt;
        const auto value = length ? items.take(*length) : std::nullopt;
        if (!value)
            return false;
        decodePlatform(*tag, *value, packet, alternatives);
        decodeSensor(*tag, *value, packet);
        decodeFacts(*tag, *value, packet);
    }
    if (alternatives.fullPitchDegrees)
        packet.platformPitchDegrees = alternatives.fullPitchDegrees;
    if (alternatives.fullRollDegrees)
        packet.platformRollDegrees = alternatives.fullRollDegrees;
    packet.sensorEllipsoidHeightMetres = alternatives.extendedEllipsoidHeightMetres
                                             ? alternatives.extendedEllipsoidHeightMetres
                                             : alternatives.ellipsoidHeightMetres;
    return true;
}

/** One ST 0601 packet from its key on; how many bytes it takes, or nothing where it is damaged. */
std::optional<std::size_t> decodePacket(const Span& bytes, KlvPacket& packet)
{
    Span rest = bytes.from(uasKey.size());
    const auto length = rest.takeLength();
    const auto items = length && *length <= largestPacketBytes ? rest.take(*length) : std::nullopt;
    // The checksum item is the last: tag 1, length 2, two bytes.
    if (!items || items->size() < 4)
        return std::nullopt;
    const Span last = items->from(items->size() - 4);
    const std::size_t whole = static_cast<std::size_t>(items->data() - bytes.data()) + items->size();
    if (last.data()[0] != 1 || last.data()[1] != 2 ||
        checksum(Span(bytes.data(), whole - 2)) != last.from(2).number())
        return std::nullopt;
    packet.checksumGood = true;
    return decodeItems(*items, packet) ? std::optional<std::size_t>(whole) : std::nullopt;
}

/** Bytes of another universal set, as far as its length can be believed. */
std::size_t otherSetSize(const Span& bytes)
{
    Span rest = bytes.from(uasKey.size());
    const auto length = rest.takeLength();
    const auto value = length ? rest.take(*length) : std::nullopt;
    return value ? static_cast<std::size_t>(value->data() - bytes.data()) + value->size() : uasKey.size();
}

}  // namespace

KlvDecoding decodeKlv(const QByteArray& bytes)
{
    KlvDecoding decoding;
    const QByteArray keyStart = QByteArray::fromRawData(reinterpret_cast<const char*>(smpteKey.data()),
                                                        static_cast<int>(smpteKey.size()));
    const Span all(reinterpret_cast<const unsigned char*>(bytes.constData()),
                   static_cast<std::size_t>(bytes.size()));
    // Whatever stands before a key is passed over: metadata headers of a transport stream, rests of a packet.
    auto position = bytes.indexOf(keyStart);
    while (position >= 0) {
        const Span here = all.from(static_cast<std::size_t>(position));
        std::size_t used = smpteKey.size();
        if (here.startsWith(uasKey.data(), uasKey.size())) {
            KlvPacket packet;
            const auto size = decodePacket(here, packet);
            if (size)
                decoding.packets.push_back(packet);
            else
                ++decoding.damaged;
            used = size.value_or(uasKey.size());
        } else if (here.size() >= uasKey.size()) {
            ++decoding.otherSets;
            decoding.olderSet = decoding.olderSet || here.startsWith(predatorKey.data(), predatorKey.size());
            used = otherSetSize(here);
        } else {
            ++decoding.damaged;
        }
        position = bytes.indexOf(keyStart, position + static_cast<int>(used));
    }
    return decoding;
}

}  // namespace sheen
