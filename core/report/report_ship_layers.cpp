// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_ship_layers.h"

#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsmarkersymbol.h>
#include <qgsmarkersymbollayer.h>
#include <qgssinglesymbolrenderer.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>

#include <algorithm>

#include "geo/geodesy.h"
#include "report_layers.h"
#include "report_text.h"

namespace sheen {

namespace {

const QColor shipColour(90, 60, 150);
const QColor driftColour(170, 110, 40);
constexpr qint64 longestGapMilliseconds = 30 * 60 * 1000;  //!< across which a ship is thought to go straight

/** Ships and drift of one slick, on the side of the antimeridian on which it lies. */
class LayersOfSlick
{
public:
    LayersOfSlick(QgsProject& project, const ShipFindings& findings, const Slick& slick)
        : m_project(project), m_findings(findings), m_middle(slick.measures.inside)
    {}

    ShipLayers make(const SlickShips& found)
    {
        if (!found.ships.empty())
            addClosest(found);
        if (found.driftBack.size() > 1)
            addDrift(found);
        for (const NearShip& near : found.ships)
            m_ways.append(waysOf(m_findings.ships[near.ship]));
        if (!m_ways.isEmpty())
            addLines(m_ways, ReportText::tr("Ways of ships"), shipColour, Qt::SolidLine);
        return std::move(m_made);
    }

private:
    QgsPointXY onMap(const GroundPoint& place) const
    {
        return {longitudeNear(place.longitudeDegrees, m_middle.longitudeDegrees), place.latitudeDegrees};
    }

    void addClosest(const SlickShips& found)
    {
        auto* layer = new QgsVectorLayer(QStringLiteral("Point?crs=EPSG:4326&field=name:string"),
                                         ReportText::tr("Ships"), QStringLiteral("memory"));
        QgsFeatureList features;
        for (const NearShip& near : found.ships) {
            QgsFeature feature(layer->fields());
            feature.setAttribute(0, shipTitle(m_findings.ships[near.ship]));
            feature.setGeometry(QgsGeometry::fromPointXY(onMap(near.counted().ship)));
            features << feature;
            m_made.places.push_back(near.counted().ship);
        }
        layer->dataProvider()->addFeatures(features);
        layer->setRenderer(new QgsSingleSymbolRenderer(new QgsMarkerSymbol(QgsSymbolLayerList{
            new QgsSimpleMarkerSymbolLayer(Qgis::MarkerShape::Triangle, 2.4, 0, Qgis::ScaleMethod::ScaleArea,
                                           shipColour, QColor(255, 255, 255))})));
        labelBy(*layer, QStringLiteral("name"));
        keep(layer);
    }

    void addDrift(const SlickShips& found)
    {
        QgsPolylineXY line;
        for (const DriftPoint& point : found.driftBack) {
            line << onMap(point.place);
            m_made.places.push_back(point.place);
        }
        addLines({line}, ReportText::tr("Drift back"), driftColour, Qt::DashLine);
    }

    /** Cut where nobody knows how it went. */
    QVector<QgsPolylineXY> waysOf(const ShipTrack& ship) const
    {
        QVector<QgsPolylineXY> ways;
        QgsPolylineXY way;
        qint64 last = 0;
        for (const ShipPosition& position : ship.positions) {
            if (!way.isEmpty() && position.utcMilliseconds - last > longestGapMilliseconds) {
                ways << way;
                way.clear();
            }
            way << onMap(position.place);
            last = position.utcMilliseconds;
        }
        ways << way;
        ways.erase(
            std::remove_if(ways.begin(), ways.end(), [](const QgsPolylineXY& one) { return one.size() < 2; }),
            ways.end());
        return ways;
    }

    void addLines(const QVector<QgsPolylineXY>& lines, const QString& name, const QColor& colour,
                  Qt::PenStyle style)
    {
        auto* layer =
            new QgsVectorLayer(QStringLiteral("LineString?crs=EPSG:4326"), name, QStringLiteral("memory"));
        QgsFeatureList features;
        for (const QgsPolylineXY& line : lines) {
            QgsFeature feature(layer->fields());
            feature.setGeometry(QgsGeometry::fromPolylineXY(line));
            features << feature;
        }
        layer->dataProvider()->addFeatures(features);
        layer->setRenderer(new QgsSingleSymbolRenderer(
            new QgsLineSymbol(QgsSymbolLayerList{new QgsSimpleLineSymbolLayer(colour, 0.4, style)})));
        keep(layer);
    }

    void keep(QgsVectorLayer* layer)
    {
        layer->updateExtents();
        m_project.addMapLayer(layer, false);
        m_made.layers << layer;
    }

    QgsProject& m_project;
    const ShipFindings& m_findings;
    const GroundPoint m_middle;
    QVector<QgsPolylineXY> m_ways;
    ShipLayers m_made;
};

}  // namespace

ShipLayers addShipLayers(QgsProject& project, const ShipFindings& findings, const Slick& slick)
{
    const auto found = std::find_if(findings.slicks.begin(), findings.slicks.end(),
                                    [&slick](const SlickShips& ships) { return ships.slickId == slick.id; });
    if (found == findings.slicks.end())
        return {};
    return LayersOfSlick(project, findings, slick).make(*found);
}

}  // namespace sheen
