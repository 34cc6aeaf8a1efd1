#pragma once

#include <qgsproject.h>

#include <qgscoordinatereferencesystem.h>
#include <qgsproject.h>
#include <qgsrectangle.h>

#include <QRectF>
#include <optional>

#include "geo/map_projection.h"
#include "output/products.h"
#include "report_pages.h"

class QgsLayoutItemMap;
class QgsVectorLayer;

namespace sheen {

/** The maps of a report: their layers are made once, belong to the project, and are shared by all maps. */
class ReportMaps
{
public:
    /** Borrows all of them. */
    ReportMaps(ReportPages& pages, QgsProject& project, const ProductInput& input);

    /** False where no frame and no slick has a place: then there are no maps. */
    bool isPlaced() const { return !m_extent.isNull(); }

    /**
     * Slicks by appearance, the sea that was seen, the aircraft's track, coast, scale bar, north arrow,
     * coordinates along the frame, legend, and where on the coast it lies. A sentence where nothing is
     * placed.
     */
    void addOverview(const QRectF& where);

    /** Where one slick lies among the others, with scale bar and coordinates; beside it ships and drift,
     * where AIS was given. */
    void addSlickMap(const Slick& slick, const QRectF& where);

private:
    QgsLayoutItemMap* addMap(const QRectF& where, const QgsRectangle& extent,
                             const QList<QgsMapLayer*>& layers);
    void addSmallMap(const QRectF& where, const QgsRectangle& extent, const QList<QgsMapLayer*>& layers);
    /** In the right half. Returns false where AIS and drift have nothing to show of the slick. */
    bool addShipMap(const Slick& slick, const QRectF& where);
    QgsRectangle extentOf(const Slick& slick) const;  //!< null: it has no outline
    void include(const GroundRing& places, QgsRectangle& extent) const;
    void addLegend(const QRectF& mapPlace);
    void addLocator(const QRectF& mapPlace);
    double latitudeOf(const QgsRectangle& extent) const;

    ReportPages& m_pages;
    QgsProject& m_project;
    const ProductInput& m_input;
    QgsRectangle m_extent;
    std::optional<MapProjection> m_projection;
    QgsCoordinateReferenceSystem m_crs;
    QList<QgsMapLayer*> m_layers;  //!< the top one first
    QgsVectorLayer* m_land = nullptr;
    QgsVectorLayer* m_sea = nullptr;  //!< below all others, on every map
};

}  // namespace sheen
