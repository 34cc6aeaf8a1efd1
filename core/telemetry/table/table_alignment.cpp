#include "table/table_alignment.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "table_instants.h"

namespace sheen {

namespace {

using M = ColumnMeaning;

constexpr double muchLongerSeconds = 30;
constexpr double muchLongerShare = 1.2;
constexpr double sameMomentSeconds = 2;

const TableSeries& seriesOf(const TableRows& rows, M meaning)
{
    return rows.series[static_cast<std::size_t>(meaning)];
}

/** Where the rows begin to be marked; of several stretches that whose length fits the recording best. */
std::optional<double> markedStart(const TableRows& rows, double recordingSeconds)
{
    const TableSeries& marks = seriesOf(rows, M::Recording);
    std::optional<double> best;
    double bestOff = 0;
    for (std::size_t i = 0; i < marks.keys.size(); ++i) {
        const bool begins = marks.values[i] > 0.5 && (i == 0 || marks.values[i - 1] <= 0.5);
        if (!begins)
            continue;
        std::size_t last = i;
        while (last + 1 < marks.keys.size() && marks.values[last + 1] > 0.5)
            ++last;
        const double off = std::abs(marks.keys[last] - marks.keys[i] - recordingSeconds);
        if (!best || off < bestOff) {
            best = marks.keys[i];
            bestOff = off;
        }
    }
    const bool marksAll =
        best && !marks.keys.empty() && *best == marks.keys.front() &&
        std::all_of(marks.values.begin(), marks.values.end(), [](double mark) { return mark > 0.5; });
    return marksAll ? std::nullopt : best;
}

/** The table's key at an instant; nothing beyond its instants. */
std::optional<double> keyAt(const TableRows& rows, double instant)
{
    const TableSeries& clock = seriesOf(rows, M::Utc);
    if (clock.keys.empty() || clock.values.front() < secondsOfDay)
        return std::nullopt;
    if (rows.keysAreInstants)
        return instant;
    const auto after = std::lower_bound(clock.values.begin(), clock.values.end(), instant);
    if (after == clock.values.begin() || after == clock.values.end() ||
        !std::is_sorted(clock.values.begin(), clock.values.end()))
        return std::nullopt;
    const auto at = static_cast<std::size_t>(after - clock.values.begin());
    const double share = (instant - clock.values[at - 1]) / (clock.values[at] - clock.values[at - 1]);
    return clock.keys[at - 1] + share * (clock.keys[at] - clock.keys[at - 1]);
}

/** Keys at which the creation time lets the recording begin within the table, the likeliest first. */
std::vector<double> createdStarts(const TableRows& rows, const QDateTime& createdAt, double recordingSeconds)
{
    std::vector<double> starts;
    if (!createdAt.isValid())
        return starts;
    const double created = static_cast<double>(createdAt.toMSecsSinceEpoch()) / 1000;
    constexpr int farthestZone = 14;  // hours
    for (int away = 0; away <= farthestZone; ++away) {
        for (const int hours : away == 0 ? std::vector{0} : std::vector{away, -away}) {
            for (const double before : {0.0, recordingSeconds}) {
                const auto key = keyAt(rows, created + hours * 3600 - before);
                if (key && *key >= rows.firstKey - sameMomentSeconds &&
                    *key + recordingSeconds <= rows.lastKey + sameMomentSeconds)
                    starts.push_back(*key);
            }
        }
    }
    return starts;
}

}  // namespace

std::optional<TableAlignment> alignTable(const TableRows& rows, const QDateTime& createdAt,
                                         double recordingSeconds)
{
    TableAlignment alignment;
    alignment.tableSeconds = rows.lastKey - rows.firstKey;
    if (rows.keysAreFrames || !rows.keyOfFrame.empty() || recordingSeconds <= 0 ||
        alignment.tableSeconds <
            std::max(muchLongerShare * recordingSeconds, recordingSeconds + muchLongerSeconds))
        return std::nullopt;
    const std::vector<double> created = createdStarts(rows, createdAt, recordingSeconds);
    const auto marked = markedStart(rows, recordingSeconds);
    if (marked) {
        alignment.by = TableAlignment::By::RecordingColumn;
        alignment.startKey = *marked;
        if (!created.empty()) {
            const double nearest = *std::min_element(created.begin(), created.end(), [&](double a, double b) {
                return std::abs(a - *marked) < std::abs(b - *marked);
            });
            if (std::abs(nearest - *marked) > sameMomentSeconds)
                alignment.creationTimeDiffersSeconds = nearest - *marked;
        }
    } else if (!created.empty()) {
        alignment.by = TableAlignment::By::CreationTime;
        alignment.startKey = created.front();
    } else {
        alignment.startKey = rows.firstKey;
    }
    return alignment;
}

}  // namespace sheen
