#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsrectangle.h>

#include <algorithm>

#include "ui/review/review_actions.h"
#include "ui/session/slick_geometry.h"
#include "ui/session/slick_store.h"

// How the review goes from slick to slick.

namespace sheen {

namespace {

constexpr double smallestShownDegrees = 0.0005;  // about 50 m: a slick is shown with what lies around it
constexpr int smallestSeenPixels = 12;

}  // namespace

void ReviewActions::rememberPosition()
{
    const SlickStore::Ids selection = m_store->selection();
    if (selection.empty())
        return;
    const std::vector<std::int64_t> order = m_order();
    const auto found = std::find_if(order.begin(), order.end(),
                                    [&selection](std::int64_t id) { return selection.count(id) > 0; });
    if (found != order.end()) {
        m_position = static_cast<int>(found - order.begin());
        m_positionId = *found;
    }
}

void ReviewActions::step(int direction)
{
    const std::vector<std::int64_t> order = m_order();
    if (order.empty()) {
        Q_EMIT message(tr("There is no slick to go to."));
        return;
    }
    const int count = static_cast<int>(order.size());
    const auto here = std::find(order.begin(), order.end(), m_positionId);
    int next = direction > 0 ? 0 : count - 1;
    if (here != order.end())
        next = static_cast<int>(here - order.begin()) + direction;
    else if (m_position >= 0)
        next = direction > 0 ? m_position : m_position - 1;  // where it was, another one is now
    next = ((next % count) + count) % count;
    const std::int64_t id = order[static_cast<std::size_t>(next)];
    m_store->select({id});
    reveal(id);
}

QgsRectangle ReviewActions::extentOf(const std::set<std::int64_t>& ids, double smallestDegrees) const
{
    QgsRectangle bounds;
    bounds.setNull();
    double longitude = 0;
    for (std::int64_t id : ids) {
        if (const Slick* slick = m_store->find(id)) {
            if (bounds.isNull())
                longitude = referenceLongitude(slick->overallOutline);
            bounds.combineExtentWith(boundsOf(unwrapped(slick->overallOutline, longitude)));
        }
    }
    if (bounds.isNull())
        return bounds;
    bounds.grow(std::max(0.0, (smallestDegrees - std::max(bounds.width(), bounds.height())) / 2));
    const QgsCoordinateTransform transform(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")),
                                           m_canvas->mapSettings().destinationCrs(),
                                           QgsProject::instance()->transformContext());
    try {
        return transform.transformBoundingBox(bounds);
    } catch (const QgsCsException&) {
        return {};
    }
}

void ReviewActions::zoomTo(const std::set<std::int64_t>& ids)
{
    QgsRectangle extent = extentOf(ids, smallestShownDegrees);
    if (extent.isNull() || extent.isEmpty())
        return;
    extent.scale(1.5);
    m_canvas->setExtent(extent);
    m_canvas->refresh();
}

void ReviewActions::reveal(std::int64_t id)
{
    const QgsRectangle extent = extentOf({id}, 0);
    if (extent.isNull())
        return;
    const double pixels = std::max(extent.width(), extent.height()) / m_canvas->mapUnitsPerPixel();
    if (!m_canvas->extent().contains(extent) || pixels < smallestSeenPixels)
        zoomTo({id});
}

void ReviewActions::goTo(std::int64_t id)
{
    const Slick* slick = m_store->find(id);
    if (!slick)
        return;
    m_store->select({id});
    zoomTo({id});
    if (slick->seen.bestFrame >= 0)
        Q_EMIT showFrame(slick->seen.bestFrame);
}

}  // namespace sheen
