// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectors/ships_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

#include "base/whole_file.h"
#include "geo/geodesy.h"
#include "geo/local_plane.h"

namespace sheen {

namespace {

constexpr int degreeDecimals = 6;

double rounded(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

QJsonArray coordinates(const GroundPoint& place)
{
    return {rounded(place.longitudeDegrees, degreeDecimals), rounded(place.latitudeDegrees, degreeDecimals)};
}

QString timeText(qint64 utcMilliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(utcMilliseconds, Qt::UTC).toString(Qt::ISODate);
}

QJsonObject feature(const QString& type, const QJsonArray& place, const QJsonObject& properties)
{
    return {{QStringLiteral("type"), QStringLiteral("Feature")},
            {QStringLiteral("geometry"),
             QJsonObject{{QStringLiteral("type"), type}, {QStringLiteral("coordinates"), place}}},
            {QStringLiteral("properties"), properties}};
}

QJsonObject factsOf(const ShipTrack& ship, const char* kind)
{
    return {{QStringLiteral("kind"), QLatin1String(kind)},
            {QStringLiteral("mmsi"), static_cast<qint64>(ship.mmsi)},
            {QStringLiteral("imo"), ship.imo},
            {QStringLiteral("name"), ship.name},
            {QStringLiteral("call_sign"), ship.callSign},
            {QStringLiteral("type"), ship.type}};
}

/** A way of two places at least; where it crosses the antimeridian it is cut (RFC 7946, 3.1.9). */
QJsonArray linesOf(const std::vector<GroundPoint>& places)
{
    QJsonArray lines;
    QJsonArray line;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const GroundPoint& place = places[i];
        if (i > 0 && std::abs(place.longitudeDegrees - places[i - 1].longitudeDegrees) > 180) {
            const GroundPoint& before = places[i - 1];
            const double meridian = before.longitudeDegrees > 0 ? 180 : -180;
            const double way =
                longitudeNear(place.longitudeDegrees, before.longitudeDegrees) - before.longitudeDegrees;
            const double share = way == 0 ? 0 : (meridian - before.longitudeDegrees) / way;
            const double latitude =
                before.latitudeDegrees + share * (place.latitudeDegrees - before.latitudeDegrees);
            line.append(coordinates({latitude, meridian}));
            lines.append(line);
            line = {};
            line.append(coordinates({latitude, -meridian}));
        }
        line.append(coordinates(place));
    }
    lines.append(line);
    return lines;
}

QJsonObject trackOf(const ShipTrack& ship)
{
    std::vector<GroundPoint> places;
    for (const ShipPosition& position : ship.positions)
        places.push_back(position.place);
    QJsonObject properties = factsOf(ship, "track");
    properties.insert(QStringLiteral("first_utc"), timeText(ship.positions.front().utcMilliseconds));
    properties.insert(QStringLiteral("last_utc"), timeText(ship.positions.back().utcMilliseconds));
    return feature(QStringLiteral("MultiLineString"), linesOf(places), properties);
}

QJsonObject closestOf(const SlickShips& slick, std::size_t rank, const ShipFindings& findings)
{
    const NearShip& near = slick.ships[rank];
    const ShipApproach& approach = near.counted();
    QJsonObject properties = factsOf(findings.ships[near.ship], "closest");
    properties.insert(QStringLiteral("slick"), static_cast<qint64>(slick.slickId));
    properties.insert(QStringLiteral("rank"), static_cast<int>(rank) + 1);
    properties.insert(QStringLiteral("distance_m"), std::round(approach.distanceMetres));
    properties.insert(QStringLiteral("utc"), timeText(approach.utcMilliseconds));
    properties.insert(QStringLiteral("minutes_before"), rounded(approach.beforeSeconds / 60, 1));
    properties.insert(QStringLiteral("with_drift"), near.closestAdrift.has_value());
    return feature(QStringLiteral("Point"), coordinates(approach.ship), properties);
}

/** A circle against the clock, as RFC 7946 wants it. */
QJsonArray circleAround(const DriftPoint& point)
{
    constexpr int corners = 32;
    const LocalPlane plane(point.place);
    QJsonArray ring;
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * CV_PI * (i % corners) / corners;
        ring.append(
            coordinates(plane.toGround(point.spreadMetres * cv::Point2d(std::cos(angle), std::sin(angle)))));
    }
    QJsonArray rings;  // braces would copy the one or wrap it, as the compiler likes
    rings.append(ring);
    return rings;
}

void addDrift(const SlickShips& slick, QJsonArray& features)
{
    if (slick.driftBack.empty())
        return;
    std::vector<GroundPoint> places;
    for (const DriftPoint& point : slick.driftBack) {
        places.push_back(point.place);
        features.append(feature(QStringLiteral("Polygon"), circleAround(point),
                                {{QStringLiteral("kind"), QStringLiteral("drift_spread")},
                                 {QStringLiteral("slick"), static_cast<qint64>(slick.slickId)},
                                 {QStringLiteral("minutes_before"), point.beforeSeconds / 60},
                                 {QStringLiteral("spread_m"), std::round(point.spreadMetres)}}));
    }
    features.append(feature(QStringLiteral("MultiLineString"), linesOf(places),
                            {{QStringLiteral("kind"), QStringLiteral("drift_back")},
                             {QStringLiteral("slick"), static_cast<qint64>(slick.slickId)},
                             {QStringLiteral("note"), QStringLiteral("rule of thumb")}}));
}

}  // namespace

void writeShipsGeoJson(const ShipFindings& findings, const PartFolder& parts)
{
    QJsonArray features;
    for (const ShipTrack& ship : findings.ships) {
        if (ship.positions.size() > 1)
            features.append(trackOf(ship));
    }
    for (const SlickShips& slick : findings.slicks) {
        for (std::size_t rank = 0; rank < slick.ships.size(); ++rank)
            features.append(closestOf(slick, rank, findings));
        addDrift(slick, features);
    }
    const QString name = QStringLiteral("ships.geojson");
    const QJsonObject all{{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
                          {QStringLiteral("features"), features}};
    writeWholeFile(parts.path(name), QJsonDocument(all).toJson());
    parts.publish(name);
}

}  // namespace sheen
