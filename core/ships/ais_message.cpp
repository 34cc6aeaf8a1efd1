// SPDX-License-Identifier: GPL-3.0-or-later
#include "ais_message.h"

#include "ais_collector.h"

namespace sheen {

namespace {

/** The bits of a message; what lies beyond its end reads as 0. */
class AisBits
{
public:
    /** False where a letter is none that AIS uses. */
    bool take(const QByteArray& letters, int fillBits)
    {
        for (const char letter : letters) {
            int value = static_cast<unsigned char>(letter) - 48;
            if (value > 40)
                value -= 8;
            if (value < 0 || value > 63)
                return false;
            for (int bit = 5; bit >= 0; --bit)
                m_bits.push_back(static_cast<unsigned char>(value >> bit & 1));
        }
        if (fillBits < 0 || fillBits > 5 || m_bits.size() < static_cast<std::size_t>(fillBits))
            return false;
        m_bits.resize(m_bits.size() - static_cast<std::size_t>(fillBits));
        return true;
    }

    int size() const { return static_cast<int>(m_bits.size()); }

    quint32 number(int from, int count) const
    {
        quint32 value = 0;
        for (int i = from; i < from + count; ++i)
            value = value << 1 | (i < size() ? m_bits[static_cast<std::size_t>(i)] : 0U);
        return value;
    }

    double signedNumber(int from, int count) const
    {
        const quint32 value = number(from, count);
        const bool negative = (value >> (count - 1) & 1U) != 0;
        return static_cast<double>(value) - (negative ? static_cast<double>(1ULL << count) : 0);
    }

    /** Six-bit letters: 0 is "@", which ends the text. */
    QString text(int from, int letters) const
    {
        QString result;
        for (int i = 0; i < letters; ++i) {
            const quint32 value = number(from + 6 * i, 6);
            if (value == 0)
                break;
            result += QLatin1Char(static_cast<char>(value < 32 ? value + 64 : value));
        }
        return result.trimmed();
    }

private:
    std::vector<unsigned char> m_bits;  //!< 0 or 1
};

/** Where speed, place and course stand in a report; the rest follows in the same order. */
ShipPosition positionAt(const AisBits& bits, int speed)
{
    constexpr double unitsPerDegree = 600'000;
    ShipPosition position;
    position.place.longitudeDegrees = bits.signedNumber(speed + 11, 28) / unitsPerDegree;
    position.place.latitudeDegrees = bits.signedNumber(speed + 39, 27) / unitsPerDegree;
    if (const quint32 tenths = bits.number(speed, 10); tenths < 1023)
        position.speedKnots = tenths / 10.0;
    if (const quint32 tenths = bits.number(speed + 66, 12); tenths < 3600)
        position.courseDegrees = tenths / 10.0;
    return position;
}

void setPosition(const AisBits& bits, int speed, AisMessage& message)
{
    const ShipPosition position = positionAt(bits, speed);
    if (!isPlace(position.place.latitudeDegrees, position.place.longitudeDegrees))
        return;
    message.position = position;
    if (const quint32 second = bits.number(speed + 87, 6); second < 60)
        message.second = static_cast<int>(second);
}

void setSize(const AisBits& bits, int from, AisMessage& message)
{
    if (const quint32 metres = bits.number(from, 9) + bits.number(from + 9, 9); metres > 0)
        message.facts.lengthMetres = metres;
}

void setType(const AisBits& bits, int from, AisMessage& message)
{
    message.facts.type = shipTypeOf(static_cast<int>(bits.number(from, 8)));
}

void setClock(const AisBits& bits, AisMessage& message)
{
    const auto number = [&bits](int from, int count) { return static_cast<int>(bits.number(from, count)); };
    const QDateTime clock(QDate(number(38, 14), number(52, 4), number(56, 5)),
                          QTime(number(61, 5), number(66, 6), number(72, 6)), Qt::UTC);
    if (clock.isValid())
        message.clockMilliseconds = clock.toMSecsSinceEpoch();
}

void setVoyage(const AisBits& bits, AisMessage& message)
{
    message.describes = true;
    constexpr quint32 leastImo = 1'000'000;
    if (const quint32 imo = bits.number(40, 30); imo >= leastImo && imo < 10 * leastImo)
        message.facts.imo = QString::number(imo);
    message.facts.callSign = bits.text(70, 7);
    message.facts.name = bits.text(112, 20);
    setType(bits, 232, message);
    setSize(bits, 240, message);
}

/** Two parts, each with half of it. */
void setStatic(const AisBits& bits, AisMessage& message)
{
    message.describes = true;
    if (bits.number(38, 2) == 0) {
        message.facts.name = bits.text(40, 20);
        return;
    }
    setType(bits, 40, message);
    message.facts.callSign = bits.text(90, 7);
    constexpr quint32 firstAuxiliary = 980'000'000;  // there the size is a mother ship's number
    if (message.facts.mmsi < firstAuxiliary)
        setSize(bits, 132, message);
}

int leastBits(int type)
{
    switch (type) {
        case 1:
        case 2:
        case 3:
        case 4:
        case 18:
            return 149;
        case 5:
            return 270;
        case 19:
            return 301;
        case 24:
            return 160;
        default:
            return 38;
    }
}

}  // namespace

std::optional<AisMessage> decodeAisMessage(const QByteArray& letters, int fillBits)
{
    AisBits bits;
    if (!bits.take(letters, fillBits) || bits.size() < 38)
        return std::nullopt;
    AisMessage message;
    message.type = static_cast<int>(bits.number(0, 6));
    message.facts.mmsi = bits.number(8, 30);
    if (bits.size() < leastBits(message.type))
        return std::nullopt;
    constexpr int speedOfClassA = 50;
    constexpr int speedOfClassB = 46;
    switch (message.type) {
        case 1:
        case 2:
        case 3:
            setPosition(bits, speedOfClassA, message);
            break;
        case 4:
            setClock(bits, message);
            break;
        case 5:
            setVoyage(bits, message);
            break;
        case 18:
            setPosition(bits, speedOfClassB, message);
            break;
        case 19:
            setPosition(bits, speedOfClassB, message);
            message.describes = true;
            message.facts.name = bits.text(143, 20);
            setType(bits, 263, message);
            setSize(bits, 271, message);
            break;
        case 24:
            setStatic(bits, message);
            break;
        default:
            break;
    }
    return message;
}

}  // namespace sheen
