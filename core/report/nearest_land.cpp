// SPDX-License-Identifier: GPL-3.0-or-later
#include "nearest_land.h"

#include <qgsapplication.h>
#include <qgsvectorlayer.h>

#include <QFile>
#include <cmath>

#include "geo/geodesy.h"

namespace sheen {

namespace {

constexpr double reachMetres = 300000;

QgsPointXY toPlane(const QgsPointXY& place, const GroundPoint& around)
{
    const DegreeLengths lengths(around.latitudeDegrees);
    return {(longitudeNear(place.x(), around.longitudeDegrees) - around.longitudeDegrees) * lengths.east,
            (place.y() - around.latitudeDegrees) * lengths.north};
}

QgsGeometry onPlane(QgsGeometry geometry, const GroundPoint& around)
{
    QgsMultiPolygonXY polygons = geometry.asMultiPolygon();
    for (QgsPolygonXY& polygon : polygons) {
        for (QgsPolylineXY& ring : polygon) {
            for (QgsPointXY& point : ring)
                point = toPlane(point, around);
        }
    }
    return QgsGeometry::fromMultiPolygonXY(polygons);
}

}  // namespace

NearestLand::NearestLand(const GroundPoint& around) : m_around(around)
{
    const QString file = QgsApplication::pkgDataPath() + QStringLiteral("/resources/data/world_map.gpkg");
    if (!QFile::exists(file))
        return;
    QgsVectorLayer::LayerOptions options;
    options.loadDefaultStyle = false;
    const QgsVectorLayer layer(file + QStringLiteral("|layername=states_provinces"), QStringLiteral("land"),
                               QStringLiteral("ogr"), options);
    if (!layer.isValid())
        return;
    const DegreeLengths lengths(around.latitudeDegrees);
    const double high = reachMetres / lengths.north;
    const double wide = reachMetres / lengths.east;
    const QgsRectangle window(around.longitudeDegrees - wide, around.latitudeDegrees - high,
                              around.longitudeDegrees + wide, around.latitudeDegrees + high);
    QgsFeatureIterator features = layer.getFeatures(QgsFeatureRequest(window));
    QgsFeature feature;
    while (features.nextFeature(feature)) {
        const QgsGeometry near = feature.geometry().clipped(window);
        if (near.isEmpty())
            continue;
        QgsGeometry whole = near;
        whole.convertToMultiType();
        const QString region = feature.attribute(QStringLiteral("name")).toString();
        const QString country = feature.attribute(QStringLiteral("admin")).toString();
        m_regions.push_back(
            {region.isEmpty() || region == country ? country : QStringLiteral("%1, %2").arg(region, country),
             onPlane(whole, around)});
    }
}

std::optional<LandNearby> NearestLand::of(const GroundPoint& place) const
{
    const QgsPointXY at = toPlane({place.longitudeDegrees, place.latitudeDegrees}, m_around);
    const QgsGeometry point = QgsGeometry::fromPointXY(at);
    std::optional<LandNearby> nearest;
    for (const Region& region : m_regions) {
        const double distance = region.outline.distance(point);
        if (distance < 0 || distance > reachMetres || (nearest && nearest->distanceMetres <= distance))
            continue;
        const QgsPointXY coast = region.outline.nearestPoint(point).asPoint();
        double bearing = std::atan2(at.x() - coast.x(), at.y() - coast.y()) / radiansPerDegree;
        if (bearing < 0)
            bearing += 360;
        nearest = LandNearby{region.name, distance, bearing};
    }
    return nearest;
}

}  // namespace sheen
