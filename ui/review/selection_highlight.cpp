#include "selection_highlight.h"

#include <qgscoordinatereferencesystem.h>
#include <qgsmapcanvas.h>

#include "ui/session/slick_geometry.h"
#include "ui/session/slick_store.h"

namespace sheen {

SelectionHighlight::SelectionHighlight(SlickStore* store, QgsMapCanvas* canvas, QObject* parent)
    : QObject(parent), m_store(store), m_band(new QgsRubberBand(canvas, Qgis::GeometryType::Polygon))
{
    // Cyan on black: neither is the colour of an appearance, of sea or of land.
    m_band->setStrokeColor(QColor(0, 229, 255));
    m_band->setSecondaryStrokeColor(QColor(0, 0, 0));
    m_band->setFillColor(Qt::transparent);
    m_band->setWidth(3);
    connect(store, &SlickStore::reset, this, &SelectionHighlight::show);
    connect(store, &SlickStore::changed, this, &SelectionHighlight::show);
    connect(store, &SlickStore::selectionChanged, this, &SelectionHighlight::show);
    connect(canvas, &QgsMapCanvas::destinationCrsChanged, this, &SelectionHighlight::show);
}

void SelectionHighlight::show()
{
    if (!m_band)
        return;
    m_band->reset(Qgis::GeometryType::Polygon);
    const QgsCoordinateReferenceSystem ground(QStringLiteral("EPSG:4326"));
    const std::optional<std::size_t> area = m_store->selectedArea();
    for (const std::int64_t id : m_store->selection()) {
        if (const Slick* slick = m_store->find(id))
            m_band->addGeometry(toGeometry(area && *area < slick->areas.size() ? slick->areas[*area].outline
                                                                               : slick->overallOutline),
                                ground);
    }
    m_band->setVisible(!m_store->selection().empty());
}

}  // namespace sheen
