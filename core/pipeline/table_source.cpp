#include "core/pipeline/table_source.h"

#include <QCoreApplication>
#include <utility>

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Run)
};

/** How a table that is longer than the recording was brought to its time. */
FrameIssue alignmentIssue(const TelemetryTable& table, double recordingSeconds)
{
    const auto seconds = [](double value) { return QString::number(value, 'f', 0); };
    const TableAlignment& alignment = *table.alignment();
    const QString lengths = Text::tr("The telemetry table is %1 s long, the recording %2 s.")
                                .arg(seconds(alignment.tableSeconds), seconds(recordingSeconds));
    const QString start = seconds(table.secondsBeforeRecording());
    QString how;
    switch (alignment.by) {
        case TableAlignment::By::TableBegin:
            how = Text::tr("Both are taken to begin together. Where that is not so, shift the table.");
            break;
        case TableAlignment::By::RecordingColumn:
            how =
                Text::tr("The recording begins %1 s after the table, where its rows are marked as recorded.")
                    .arg(start);
            break;
        case TableAlignment::By::CreationTime:
            how = Text::tr("The recording begins %1 s after the table, by the creation time of the video.")
                      .arg(start);
            break;
    }
    if (const auto& differs = alignment.creationTimeDiffersSeconds)
        how += QLatin1Char(' ') +
               Text::tr("By the creation time of the video it would be %1 s later.").arg(seconds(*differs));
    return {QStringLiteral("table_longer_than_recording"), lengths + QLatin1Char(' ') + how, true};
}

}  // namespace

void align(TelemetryTable& table, const FlightInfo& flight)
{
    // A container's time may be that of its end, or in a zone that it does not say: by itself it is believed
    // of pictures only.
    if (flight.kind == FlightInfo::Kind::Folder)
        table.setRecordingStart(flight.recordedAt);
    else
        table.align(flight.recordedAt, flight.durationSeconds);
}

TableSource::TableSource(const QString& path, const FlightInfo& flight, const TableSettings& settings)
    : TableSource(TelemetryTable::load(path, settings), flight)
{}

TableSource::TableSource(TelemetryTable table, const FlightInfo& flight)
    : m_table(std::move(table)), m_recordingSeconds(flight.durationSeconds)
{
    align(m_table, flight);
}

TelemetryReading TableSource::read(const Frame& frame)
{
    return m_table.at(frame.index, frame.timeSeconds, frame.picture.size()).value_or(TelemetryReading());
}

bool TableSource::covers(const Frame& frame) const
{
    return m_table.covers(frame.index, frame.timeSeconds);
}

std::vector<FrameIssue> TableSource::check(const Frame& frame, const TelemetryRecord&)
{
    std::vector<FrameIssue> found;
    if (m_table.contradictsHeight(frame.index, frame.timeSeconds))
        found.push_back(contradictingHeights(!std::exchange(m_saidHeights, true)));
    if (std::exchange(m_said, true))
        return found;
    for (FrameIssue& issue : repairIssues(m_table.repairs()))
        found.push_back(std::move(issue));
    if (m_table.alignment())
        found.push_back(alignmentIssue(m_table, m_recordingSeconds));
    if (m_table.assumesStraightDown())
        found.push_back(assumedStraightDown());
    if (m_table.assumesTakeOffAtSea())
        found.push_back(assumedTakeOffAtSea());
    return found;
}

FrameIssue assumedStraightDown()
{
    return {QStringLiteral("assumed_straight_down"),
            Text::tr("The telemetry does not say where the camera looks: straight down is assumed."), true};
}

FrameIssue contradictingHeights(bool isFirst)
{
    return {QStringLiteral("heights_contradict"),
            Text::tr("The absolute height is below the sea, or far below the height above the take-off: the "
                     "latter is taken, with the take-off at sea level."),
            isFirst};
}

std::vector<FrameIssue> repairIssues(const TableRepairs& repairs)
{
    std::vector<FrameIssue> issues;
    const auto add = [&issues](const char* kind, const QString& sentence, int count) {
        if (count > 0)
            issues.push_back({QString::fromLatin1(kind), sentence, true, count});
    };
    add("table_rows_left_out",
        Text::tr("Rows of the telemetry table that make no sense were left out: %1. The first fault: %2")
            .arg(QString::number(repairs.rowsLeftOut), repairs.firstFault),
        repairs.rowsLeftOut);
    add("table_cells_left_out",
        Text::tr("Cells of the telemetry table that make no sense were left out: %1. The first fault: %2")
            .arg(QString::number(repairs.cellsLeftOut), repairs.firstFault),
        repairs.cellsLeftOut);
    add("table_rows_sorted",
        Text::tr("Rows of the telemetry table that stood out of order were sorted: %1.")
            .arg(repairs.rowsMisplaced),
        repairs.rowsMisplaced);
    add("table_rows_repeated",
        Text::tr("Rows of the telemetry table with the time of another row were left out: %1.")
            .arg(repairs.rowsRepeated),
        repairs.rowsRepeated);
    add("table_clock_coarse",
        Text::tr(
            "The clock of the telemetry table is coarser than its rows: they were spread evenly over its "
            "steps."),
        repairs.isSpread ? 1 : 0);
    return issues;
}

FrameIssue assumedTakeOffAtSea()
{
    return {
        QStringLiteral("assumed_take_off_at_sea"),
        Text::tr("The telemetry has heights above the take-off alone: it is assumed to lie at sea level."),
        true};
}

}  // namespace sheen
