// SPDX-License-Identifier: GPL-3.0-or-later
#include "ships/flight_window.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>

#include "geo/geodesy.h"
#include "ground_box.h"

namespace sheen {

namespace {

const QString filesKey = QStringLiteral("files");
constexpr qint64 hour = 3'600'000;

}  // namespace

AisWindow windowOfFlight(const std::vector<FrameRecord>& frames)
{
    AisWindow window;
    window.lastMilliseconds = -1;
    GroundBox box;
    for (const FrameRecord& frame : frames) {
        if (!frame.telemetry.utc.isValid() || frame.footprint.empty())
            continue;
        const qint64 time = frame.telemetry.utc.toMSecsSinceEpoch();
        const bool first = box.isEmpty();
        window.firstMilliseconds = first ? time - hour : std::min(window.firstMilliseconds, time - hour);
        window.lastMilliseconds = first ? time + hour : std::max(window.lastMilliseconds, time + hour);
        box.include(frame.centre.value_or(frame.footprint.front()));
    }
    constexpr double aroundMetres = 20'000;
    if (!box.isEmpty())
        box.setPlace(window, aroundMetres);
    return window;
}

QJsonObject aisFilesToJson(const QStringList& files)
{
    return QJsonObject{{filesKey, QJsonArray::fromStringList(files)}};
}

QStringList aisFilesFromJson(const QJsonObject& kept)
{
    QStringList files;
    const QJsonArray known = kept.value(filesKey).toArray();
    for (const auto& file : known)
        files << file.toString();
    return files;
}

std::optional<GroundPoint> placeAt(const ShipTrack& ship, qint64 utcMilliseconds)
{
    constexpr qint64 longestGap = hour / 2;
    constexpr qint64 nearEnough = hour / 6;
    const auto after = std::lower_bound(
        ship.positions.begin(), ship.positions.end(), utcMilliseconds,
        [](const ShipPosition& position, qint64 time) { return position.utcMilliseconds < time; });
    const bool hasAfter = after != ship.positions.end();
    const bool hasBefore = after != ship.positions.begin();
    if (hasAfter && hasBefore) {
        const ShipPosition& before = *(after - 1);
        const qint64 gap = after->utcMilliseconds - before.utcMilliseconds;
        if (gap <= longestGap) {
            const double share =
                static_cast<double>(utcMilliseconds - before.utcMilliseconds) / static_cast<double>(gap);
            const double longitude =
                longitudeNear(after->place.longitudeDegrees, before.place.longitudeDegrees);
            return GroundPoint{
                before.place.latitudeDegrees +
                    share * (after->place.latitudeDegrees - before.place.latitudeDegrees),
                longitudeNear(
                    before.place.longitudeDegrees + share * (longitude - before.place.longitudeDegrees), 0)};
        }
    }
    if (hasAfter && after->utcMilliseconds - utcMilliseconds <= nearEnough)
        return after->place;
    if (hasBefore && utcMilliseconds - (after - 1)->utcMilliseconds <= nearEnough)
        return (after - 1)->place;
    return std::nullopt;
}

}  // namespace sheen
