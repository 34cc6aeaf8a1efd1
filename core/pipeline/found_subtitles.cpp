#include "core/pipeline/found_subtitles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <cmath>

#include "core/data/error.h"
#include "core/flight/subtitle_track.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::FoundSubtitles)
};

/** A camera begins and ends both together, give or take some seconds. */
bool fits(const TelemetryTable& table, const FlightInfo& flight)
{
    const auto [first, last] = table.span();
    const double tolerance = std::max(10.0, 0.1 * flight.durationSeconds);
    return flight.durationSeconds <= 0 || std::abs(last - first - flight.durationSeconds) <= tolerance;
}

}  // namespace

FoundSubtitles findSubtitles(const FlightInfo& flight, const TableSettings& settings)
{
    FoundSubtitles found;
    const QString beside = subtitlesBeside(flight.path);
    const QByteArray within = beside.isEmpty() ? subtitlesWithin(flight.path) : QByteArray();
    if (beside.isEmpty() && within.isEmpty())
        return found;
    const QString name = beside.isEmpty()
                             ? Text::tr("The text track of the video")
                             : Text::tr("\"%1\" beside the video").arg(QFileInfo(beside).fileName());
    try {
        const TableText text =
            beside.isEmpty() ? TableText::fromSubtitles(flight.path, within) : TableText::load(beside);
        TelemetryTable table(text, recogniseColumns(text, settings), settings);
        if (!fits(table, flight)) {
            found.notice = Text::tr(
                               "%1 holds telemetry, but of another length than the video: it was not "
                               "taken. Give it with --telemetry if it is this flight's.")
                               .arg(name);
            return found;
        }
        found.source = std::make_unique<TableSource>(std::move(table), flight);
        found.notice = Text::tr("%1 holds telemetry: it was taken.").arg(name);
    } catch (const Error& error) {
        found.notice = Text::tr("%1 was not taken for telemetry: %2").arg(name, error.sentence());
    }
    return found;
}

}  // namespace sheen
