#pragma once

#include <QJsonValue>
#include <cstdint>
#include <optional>

namespace sheen {

/** Reads the id of a slick from JSON. Returns std::nullopt for what is no id: a text, a fraction, a number
 * that no slick was ever given (0 and below, and what a double does not count exactly). */
inline std::optional<std::int64_t> slickIdFromJson(const QJsonValue& value)
{
    constexpr double largest = 9007199254740992;  // 2^53
    const double number = value.toDouble();
    if (!(number >= 1 && number <= largest))
        return std::nullopt;
    const auto id = static_cast<std::int64_t>(number);
    return static_cast<double>(id) == number ? std::optional(id) : std::nullopt;
}

}  // namespace sheen
