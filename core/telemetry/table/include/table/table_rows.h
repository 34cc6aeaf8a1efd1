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

/** What was done to a table so that it can be used. */
struct TableRepairs
{
    int rowsLeftOut = 0;   //!< time, place or height impossible or no number
    int cellsLeftOut = 0;  //!< of columns that a row can do without
    QString firstFault;    //!< line, column and what stands there, of the first row or cell that was left out
    int rowsMisplaced = 0;  //!< that stood out of the order of time
    int rowsRepeated = 0;   //!< left out for another one of the same time
    bool isSpread = false;  //!< the clock was coarser than the rows
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
    TableRepairs repairs;
};

/**
 * Reads the cells of a table. Rows and cells that make no sense are left out, rows out of order sorted in, as
 * far as they are few. Times of the day go on over midnight.
 *
 * @param needsAll each row needs all of its numbers but a relative azimuth and a focal length (exact poses)
 *
 * Throws Error(Unreadable), naming line and column: a unit that is not known, no times, more than a fifth of
 * the rows or of a column's cells impossible, out of order or of the same time as others.
 */
TableRows readRows(const TableText& text, const std::vector<TableColumn>& columns, bool needsAll = false);

}  // namespace sheen
