#pragma once

#include <QDateTime>
#include <optional>

#include "table/table_rows.h"

namespace sheen {

/** Where in a table that is longer than the recording the recording begins, and how that is known. */
struct TableAlignment
{
    enum class By {
        TableBegin,       //!< nothing tells: table and recording are taken to begin together
        RecordingColumn,  //!< a column marks the rows while the camera recorded
        CreationTime,     //!< the container's creation time lies within the table
    };
    By by = By::TableBegin;
    double startKey = 0;
    double tableSeconds = 0;
    /** Where the creation time would have it begin, seconds later, if that is another moment. */
    std::optional<double> creationTimeDiffersSeconds;
};

/**
 * Aligns a table with a recording that is much shorter. The column that marks the recording goes before the
 * creation time, of which is considered that it may be in another zone of whole hours, or that of the
 * recording's end. Returns std::nullopt if the table is about as long as the recording or counts frames.
 *
 * @param createdAt of the container; invalid where it does not say
 */
std::optional<TableAlignment> alignTable(const TableRows& rows, const QDateTime& createdAt,
                                         double recordingSeconds);

}  // namespace sheen
