#include "table_source.h"

#include <QCoreApplication>
#include <utility>

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Run)
};

}  // namespace

TableSource::TableSource(const QString& path, const FlightInfo& flight, const TableSettings& settings)
    : m_table(TelemetryTable::load(path, settings))
{
    // A container's time may be that of its end, or in a zone that it does not say: only pictures are
    // believed.
    if (flight.kind == FlightInfo::Kind::Folder)
        m_table.setRecordingStart(flight.recordedAt);
}

TelemetryReading TableSource::read(const Frame& frame)
{
    return m_table.at(frame.index, frame.timeSeconds, frame.picture.size()).value_or(TelemetryReading());
}

bool TableSource::covers(const Frame& frame) const
{
    return m_table.covers(frame.index, frame.timeSeconds);
}

std::vector<FrameIssue> TableSource::check(const Frame&, const TelemetryRecord&)
{
    std::vector<FrameIssue> found;
    if (std::exchange(m_said, true))
        return found;
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

FrameIssue assumedTakeOffAtSea()
{
    return {
        QStringLiteral("assumed_take_off_at_sea"),
        Text::tr("The telemetry has heights above the take-off alone: it is assumed to lie at sea level."),
        true};
}

}  // namespace sheen
