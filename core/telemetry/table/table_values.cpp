#include "table_values.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string>

#include "data/possible_values.h"

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

std::optional<double> flagInCell(std::string_view cell)
{
    if (const auto number = plainNumber(cell))
        return *number != 0;
    std::string lower(cell);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char each) { return static_cast<char>(std::tolower(each)); });
    if (lower == "true" || lower == "yes" || lower == "on")
        return 1;
    return lower == "false" || lower == "no" || lower == "off" ? std::optional<double>(0) : std::nullopt;
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
            return possibleLatitude.holds(value);
        case M::CameraDepression:
            return possibleDepression.holds(value);
        case M::Longitude:
        case M::TargetLongitude:
            return possibleLongitude.holds(value);
        case M::Altitude:
        case M::EllipsoidHeight:
        case M::Height:
        case M::TargetElevation:
            return possibleHeight.holds(value);
        case M::HorizontalFov:
            return possibleFieldOfView.holds(value);
        case M::FocalLength:
        case M::EquivalentFocalLength:
            return possibleFocalLength.holds(value);
        case M::SlantRange:
            return possibleSlantRange.holds(value);
        case M::Utc:
        case M::Sensor:
        case M::Recording:
        case M::LocalTime:
        case M::Unused:
            return true;
        default:
            return possibleTurn.holds(value);
    }
}

}  // namespace sheen
