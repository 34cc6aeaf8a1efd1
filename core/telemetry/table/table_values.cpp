#include "table_values.h"

#include <QDateTime>
#include <QTimeZone>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace sheen {

namespace {

using M = ColumnMeaning;

std::optional<double> plainNumber(std::string_view text)
{
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<int>(text.size()));
}

}  // namespace

bool isBlankCell(std::string_view cell)
{
    constexpr std::array<std::string_view, 6> blanks = {"-", "nan", "n/a", "na", "null", "none"};
    if (cell.empty())
        return true;
    if (cell.size() > 4)
        return false;
    std::string lower(cell);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char each) { return static_cast<char>(std::tolower(each)); });
    return std::find(blanks.begin(), blanks.end(), lower) != blanks.end();
}

std::optional<double> numberInCell(std::string_view cell, bool decimalComma)
{
    if (const auto value = plainNumber(cell))
        return value;
    std::string text(cell);
    double sign = 1;
    constexpr std::string_view hemispheres = "NESWnesw";
    if (!text.empty() && hemispheres.find(text.back()) != std::string_view::npos) {
        sign = std::string_view("SWsw").find(text.back()) != std::string_view::npos ? -1 : 1;
        text.pop_back();
        while (!text.empty() && text.back() == ' ')
            text.pop_back();
    }
    if (decimalComma && std::count(text.begin(), text.end(), ',') == 1 && text.find('.') == std::string::npos)
        text[text.find(',')] = '.';
    const auto value = plainNumber(text);
    return value ? std::optional(sign * *value) : std::nullopt;
}

std::optional<double> instantInCell(std::string_view cell)
{
    if (const auto number = numberInCell(cell, true)) {
        for (const double unit : {1.0, 1e-3, 1e-6, 1e-9}) {
            if (std::abs(*number) * unit < 1e11)
                return *number * unit;
        }
        return std::nullopt;
    }
    QString text = latin(cell);
    if (cell.find_first_of("-/") == std::string_view::npos) {
        const QTime time = QTime::fromString(text, Qt::ISODateWithMs);
        return time.isValid() ? std::optional(time.msecsSinceStartOfDay() / 1000.0) : std::nullopt;
    }
    text.replace(QLatin1Char('/'), QLatin1Char('-'));
    if (text.size() > 10 && text[10] == QLatin1Char(' '))
        text[10] = QLatin1Char('T');
    if (text.endsWith(QLatin1String(" UTC")))
        text.replace(text.size() - 4, 4, QStringLiteral("Z"));
    QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!instant.isValid())
        return std::nullopt;
    if (instant.timeSpec() == Qt::LocalTime)
        instant = QDateTime(instant.date(), instant.time(), Qt::UTC);
    return static_cast<double>(instant.toMSecsSinceEpoch()) / 1000;
}

bool isZoom(ColumnMeaning meaning)
{
    return meaning == M::HorizontalFov || meaning == M::FocalLength || meaning == M::EquivalentFocalLength;
}

bool isPossible(ColumnMeaning meaning, double value)
{
    switch (meaning) {
        case M::Frame:
            return value >= 0 && value <= 1e9 && value == std::floor(value);
        case M::Time:
            return std::abs(value) < 1e8;
        case M::Latitude:
        case M::TargetLatitude:
        case M::CameraDepression:
            return std::abs(value) <= 90;
        case M::Longitude:
        case M::TargetLongitude:
            return std::abs(value) <= 360;
        case M::Altitude:
        case M::EllipsoidHeight:
        case M::Height:
        case M::TargetElevation:
            return value > -1000 && value < 50000;
        case M::HorizontalFov:
            return value >= 0 && value < 180;
        case M::FocalLength:
        case M::EquivalentFocalLength:
            return value >= 0 && value < 1e5;
        case M::SlantRange:
            return value >= 0 && value < 5e6;
        case M::Utc:
        case M::Sensor:
        case M::Unused:
            return true;
        default:
            return std::abs(value) <= 720;
    }
}

}  // namespace sheen
