// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_time.h"

#include <QDate>
#include <array>
#include <cmath>

namespace sheen {

namespace {

constexpr qint64 millisecondsPerDay = 86'400'000;

/** Numbers and what stands between them; tables have millions of them, so no pattern is matched. */
struct Numbers
{
    std::array<int, 7> values{};
    std::array<char, 7> behind{};  //!< the letter after each
    int count = 0;
    int fractionDigits = 0;  //!< of the seventh
};

std::optional<Numbers> numbersOf(const QByteArray& text)
{
    Numbers numbers;
    int digits = 0;
    for (const char letter : text) {
        if (letter >= '0' && letter <= '9') {
            if (digits == 0 && ++numbers.count > 7)
                return std::nullopt;
            int& value = numbers.values[static_cast<std::size_t>(numbers.count) - 1];
            if (++digits > 6)
                return std::nullopt;
            value = 10 * value + (letter - '0');
            if (numbers.count == 7)
                numbers.fractionDigits = digits;
        } else {
            if (numbers.count == 0 || digits == 0)
                return std::nullopt;
            numbers.behind[static_cast<std::size_t>(numbers.count) - 1] = letter;
            digits = 0;
        }
    }
    return numbers;
}

}  // namespace

std::optional<qint64> epochMilliseconds(const QByteArray& text)
{
    const int point = static_cast<int>(text.indexOf('.'));
    const QByteArray whole = point < 0 ? text : text.left(point);
    bool isNumber = false;
    const qint64 value = whole.toLongLong(&isNumber);
    constexpr qint64 leastSeconds = 100'000'000;  // less is some other number
    if (!isNumber || value < leastSeconds || whole.size() > 13)
        return std::nullopt;
    constexpr int digitsOfSeconds = 11;
    if (whole.size() > digitsOfSeconds)
        return value;
    const double fraction = point < 0 ? 0 : ("0" + text.mid(point)).toDouble();
    return value * 1000 + std::llround(fraction * 1000);
}

std::optional<qint64> calendarMilliseconds(const QByteArray& text)
{
    QByteArray trimmed = text.trimmed();
    for (const char* zone : {"Z", "+00:00", " UTC"}) {
        if (trimmed.endsWith(zone))
            trimmed.chop(static_cast<int>(qstrlen(zone)));
    }
    const std::optional<Numbers> numbers = numbersOf(trimmed);
    if (!numbers || numbers->count < 5)
        return std::nullopt;
    const auto& value = numbers->values;
    const auto& behind = numbers->behind;
    const bool dayFirst = behind[0] == '/' && behind[1] == '/';
    const bool yearFirst = behind[0] == '-' && behind[1] == '-';
    if ((!dayFirst && !yearFirst) || (behind[2] != ' ' && behind[2] != 'T') || behind[3] != ':')
        return std::nullopt;
    if (numbers->count > 5 && behind[4] != ':')
        return std::nullopt;
    if (numbers->count > 6 && behind[5] != '.')
        return std::nullopt;
    const QDate date = dayFirst ? QDate(value[2], value[1], value[0]) : QDate(value[0], value[1], value[2]);
    if (!date.isValid() || value[3] > 23 || value[4] > 59 || value[5] > 60)
        return std::nullopt;
    const qint64 day = QDate(1970, 1, 1).daysTo(date);
    const double fraction = value[6] * std::pow(10.0, -numbers->fractionDigits);
    return day * millisecondsPerDay + ((value[3] * 60LL + value[4]) * 60 + value[5]) * 1000 +
           std::llround(fraction * 1000);
}

std::optional<qint64> textMilliseconds(const QByteArray& text)
{
    if (const auto seconds = epochMilliseconds(text))
        return seconds;
    return calendarMilliseconds(text);
}

}  // namespace sheen
