#pragma once

#include <qgscoordinatetransform.h>
#include <qgsgeometry.h>
#include <qgsmaptool.h>
#include <qgspointxy.h>

#include <cstdint>
#include <optional>
#include <set>

#include "geo/ground.h"

class QgsRubberBand;

namespace sheen {

class SlickStore;

/** What the review's map tools share: slicks under the cursor, map coordinates and WGS84, a hint of what to
 * do. */
class SlickTool : public QgsMapTool
{
    Q_OBJECT

public:
    void activate() override;

Q_SIGNALS:
    void hint(const QString& sentence);  //!< what the tool expects, when it is taken up
    void refused(const QString& sentence);

protected:
    SlickTool(QgsMapCanvas* canvas, SlickStore* store, const QString& name);

    virtual QString hintText() const = 0;

    SlickStore* store() const { return m_store; }
    double mapUnits(double pixels) const;
    QgsCoordinateTransform groundToMap() const;
    /** Nothing where the map's CRS does not reach. */
    std::optional<GroundPoint> toGround(const QgsPointXY& mapPoint) const;
    std::optional<QgsPointXY> toMap(const GroundPoint& point) const;
    /** Empty where the outline has no place in the map's CRS. */
    QgsGeometry toMap(const GroundMultiPolygon& outline) const;

    /** Slicks that a shape in map coordinates touches. */
    std::set<std::int64_t> slicksTouching(const QgsGeometry& mapShape) const;
    /** The smallest slick under (or within a few pixels of) a point of the map; 0 for none. */
    std::int64_t slickAt(const QgsPointXY& mapPoint) const;
    /** The area of a slick under, or nearest to, a point of the map, by its index. */
    std::optional<std::size_t> areaAt(std::int64_t id, const QgsPointXY& mapPoint) const;

    /** A rubber band in the tools' colour, hidden at first. The canvas may delete it before the tool goes. */
    QgsRubberBand* makeBand(Qgis::GeometryType type) const;

private:
    SlickStore* m_store;
};

}  // namespace sheen
