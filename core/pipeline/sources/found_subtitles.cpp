#include "found_subtitles.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "flight/subtitle_track.h"

namespace sheen {

namespace {

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
    if (QFileInfo(flight.path).isDir())  // a recording in parts: each would have its own
        return found;
    const QString beside = subtitlesBeside(flight.path);
    const QByteArray within = beside.isEmpty() ? subtitlesWithin(flight.path) : QByteArray();
    if (beside.isEmpty() && within.isEmpty())
        return found;
    const QString name = QFileInfo(beside.isEmpty() ? flight.path : beside).fileName();
    try {
        const TableText text =
            beside.isEmpty() ? TableText::fromSubtitles(flight.path, within) : TableText::load(beside);
        TelemetryTable table(text, recogniseColumns(text, settings), settings);
        if (!fits(table, flight)) {
            found.notice = Issue{IssueKind::SubtitlesOfOtherLength, {name}};
            return found;
        }
        found.source = std::make_unique<TableSource>(std::move(table), flight);
        found.notice = Issue{IssueKind::SubtitlesTaken, {name}};
    } catch (const Error& error) {
        found.notice = Issue{IssueKind::SubtitlesNotTaken, {name, error.sentence()}};
    }
    return found;
}

}  // namespace sheen
