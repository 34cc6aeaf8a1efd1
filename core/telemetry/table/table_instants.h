#pragma once

#include <optional>
#include <string_view>

namespace sheen {

/** In which order a date with slashes or points is written whose year comes last. */
enum class DateOrder { MonthFirst, DayFirst };

constexpr double secondsOfDay = 86400;

/**
 * Returns seconds since 1970 of an instant: a number of seconds, milliseconds or microseconds since then; or
 * a date with a time as ISO 8601, spreadsheets and cameras write it: year first or last, one digit or two, a
 * clock of twelve hours in English or Korean, with or without seconds; UTC unless it says its offset. A time
 * without a date ("14:51:51.2", "오후 2:51") is seconds of the day, so less than secondsOfDay. Returns
 * std::nullopt for anything else.
 */
std::optional<double> instantInCell(std::string_view cell, DateOrder order = DateOrder::MonthFirst);

/** Tells whether a date can only be one whose day stands before its month: 13/5/2025. */
bool saysDayFirst(std::string_view cell);

}  // namespace sheen
