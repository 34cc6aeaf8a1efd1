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

/** 1 or 0 for a number, "true", "yes", "on" and their contraries. Nothing for anything else. */
std::optional<double> flagInCell(std::string_view cell);

/** Whether a column tells the zoom, which changes in steps. */
bool isZoom(ColumnMeaning meaning);

/** Whether a value, in degrees, metres, millimetres or seconds, can be. */
bool isPossible(ColumnMeaning meaning, double value);

}  // namespace sheen
