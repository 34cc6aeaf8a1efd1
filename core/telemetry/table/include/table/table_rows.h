#pragma once

#include <QString>
#include <array>
#include <utility>
#include <vector>

#include "table/column_names.h"
#include "table/table_text.h"

namespace sheen {

/** The rows that say something in one column. */
struct TableSeries
{
    std::vector<double> keys;  //!< ascending
    std::vector<double> values;
};

/** A telemetry table as numbers in degrees, metres, millimetres; keyed by seconds, or frames where it has
 * none. */
struct TableRows
{
    std::array<TableSeries, columnMeaningCount> series;  //!< by meaning; none for Frame and Sensor
    std::vector<std::pair<int, double>> keyOfFrame;      //!< ascending
    std::vector<std::pair<double, QString>> sensors;     //!< by key, ascending; capitals
    bool keysAreFrames = false;
    bool keysAreInstants = false;  //!< seconds since 1970, or of the day
    double firstKey = 0;
    double lastKey = 0;
};

/**
 * Throws Error(Unreadable), naming line and column: a unit that is not known, no times, a text where a number
 * should be, a number out of its range, times that go back or come twice.
 */
TableRows readRows(const TableText& text, const std::vector<TableColumn>& columns);

}  // namespace sheen
