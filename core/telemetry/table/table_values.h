#pragma once

#include <optional>
#include <string_view>

#include "table/column_names.h"

namespace sheen {

/** A cell in which nothing is said: empty, "-", "NaN", "N/A", "null", "none". */
bool isBlankCell(std::string_view cell);

/**
 * A number in the C locale, or with a decimal comma where that is usual; a letter of the hemisphere may
 * follow
 * ("34.672N", "18.2W"). Nothing for a text.
 */
std::optional<double> numberInCell(std::string_view cell, bool decimalComma);

/**
 * Seconds since 1970 of an instant: ISO 8601 (a blank instead of the T, slashes in the date; UTC unless it
 * says its offset), or a number of seconds, milliseconds or microseconds since then. "14:51:51.2" alone is
 * seconds of the day. Nothing for anything else.
 */
std::optional<double> instantInCell(std::string_view cell);

/** Whether a column tells the zoom, which changes in steps. */
bool isZoom(ColumnMeaning meaning);

/** Whether a value, in degrees, metres, millimetres or seconds, can be. */
bool isPossible(ColumnMeaning meaning, double value);

}  // namespace sheen
