#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "data/telemetry.h"

namespace sheen {

/**
 * A table of exact poses beside the recording: the columns frame,t,lat,lon,alt,hdg,az,brg,dep,focal,hfov
 * (any order, more are ignored; degrees, metres, seconds; brg the camera's true bearing, dep its depression).
 * The poses are used as they stand.
 */
class PoseTable
{
public:
    /** Whether the first line of a file names all the columns of a pose table. */
    static bool isPoseTable(const QString& path);

    /** Throws Error(Unreadable) naming the file, the line and the column. */
    static PoseTable load(const QString& path);

    /** By frame number; else interpolated between the rows around the time; nothing outside the table. */
    std::optional<TelemetryRecord> at(int frame, double timeSeconds) const;

    /** The table's own time of a frame, in seconds; not a number where it does not hold the frame. */
    double timeOf(int frame) const;

    std::size_t size() const { return m_rows.size(); }

private:
    struct Row
    {
        int frame = 0;
        double timeSeconds = 0;
        double headingDegrees = 0;
        std::optional<double> focalLengthMillimetres;
        CameraPose pose;
    };
    std::vector<Row> m_rows;  //!< ascending by time
};

}  // namespace sheen
