#pragma once

#include <QDateTime>
#include <QString>
#include <opencv2/core.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "data/telemetry.h"
#include "geo/ground.h"
#include "table/column_names.h"
#include "table/table_alignment.h"
#include "table/table_rows.h"
#include "table/table_settings.h"
#include "table/table_text.h"

namespace sheen {

/**
 * Telemetry beside a recording, as analysts have it: a table with any columns, see recogniseColumns(). It
 * gives readings that are checked and smoothed like others; one of exact poses gives records that are used as
 * they stand.
 */
class TelemetryTable
{
public:
    /**
     * Throws Error: what TableText, recogniseColumns() and readRows() throw; no position, height or field of
     * view. The sentence names file, line and column.
     */
    static TelemetryTable load(const QString& path, const TableSettings& settings = {});

    /** Tells by a file's header whether it is a table of exact poses; false where it cannot be read. */
    static bool isOfExactPoses(const QString& path);

    TelemetryTable(const TableText& text, const std::vector<TableColumn>& columns,
                   const TableSettings& settings = {});

    /**
     * The instant of the recording's first picture, for a table whose times are instants; without it the
     * table begins with the recording.
     */
    void setRecordingStart(const QDateTime& utc);

    /**
     * Aligns a table that is much longer than the recording (alignTable()). Without one that needs it nothing
     * is done.
     */
    void align(const QDateTime& createdAt, double recordingSeconds);
    /** How the table was aligned; nothing where it was not. */
    const std::optional<TableAlignment>& alignment() const { return m_alignment; }
    /** Seconds of the table before the recording, the shift left out. */
    double secondsBeforeRecording() const { return m_startSeconds - m_rows.firstKey; }

    void setShift(double seconds) { m_settings.shiftSeconds = seconds; }

    /**
     * By frame number where the table has one, is not shifted and holds the frame; else by time, between the
     * rows around it. Nothing more than half a second outside of the table, or in a gap of more than ten.
     * The size of the picture tells the horizontal share of a diagonal field of view.
     */
    std::optional<TelemetryReading> at(int frame, double timeSeconds, cv::Size picture) const;

    /** Whether the table is one of exact poses (areExactPoses()), for which recordAt() is asked. */
    bool holdsExactPoses() const { return m_holdsExactPoses; }

    /**
     * Of a table of exact poses: the pose of a frame by its number, else interpolated between the rows around
     * the time. Nothing outside of the table or in a gap of more than ten seconds.
     */
    std::optional<TelemetryRecord> recordAt(int frame, double timeSeconds) const;

    /** Returns the table's own time of a frame in seconds; not a number where it does not hold the frame. */
    double timeOf(int frame) const;

    /** What was left out, sorted or spread so that the table can be used. */
    const TableRepairs& repairs() const { return m_rows.repairs; }

    /** Whether a time of the recording lies within the table, gaps or not. */
    bool covers(int frame, double timeSeconds) const;

    /** First and last time of the table, in seconds of the recording (of frames where it has no times). */
    std::pair<double, double> span() const;
    int rowCount() const { return m_rowCount; }
    bool countsFrames() const { return m_rows.keysAreFrames; }

    /** Tells whether a frame's absolute height cannot be beside that above the take-off (chooseHeight()). */
    bool contradictsHeight(int frame, double timeSeconds) const;

    /** Neither the camera's angles nor what it looks at are in the table: it is taken to look straight down.
     */
    bool assumesStraightDown() const { return m_assumesStraightDown; }
    /** Only heights above the take-off are in the table: they are taken for heights above the sea. */
    bool assumesTakeOffAtSea() const { return m_assumesTakeOffAtSea; }

private:
    const TableSeries& series(ColumnMeaning meaning) const
    {
        return m_rows.series[static_cast<std::size_t>(meaning)];
    }
    bool has(ColumnMeaning meaning) const { return !series(meaning).keys.empty(); }
    std::optional<double> value(ColumnMeaning meaning, double key) const;
    std::optional<double> courseAt(double key) const;
    void setHeight(double key, const GroundPoint& place, TelemetryReading& reading) const;
    double keyOf(int frame, double timeSeconds) const;
    std::optional<double> keyOfFrame(int frame) const;
    double slack() const;
    void setAngles(double key, TelemetryReading& reading) const;
    void setFieldOfView(double key, cv::Size picture, TelemetryReading& reading) const;
    void checkContent() const;

    QString m_path;
    TableSettings m_settings;
    int m_rowCount = 0;
    bool m_isOfSubtitles = false;
    bool m_holdsExactPoses = false;
    TableRows m_rows;
    double m_startSeconds = 0;  //!< what the recording's first picture has as key
    std::optional<TableAlignment> m_alignment;
    bool m_assumesStraightDown = false;
    bool m_assumesTakeOffAtSea = false;
};

}  // namespace sheen
