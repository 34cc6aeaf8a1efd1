#include "tools/select_tool.h"

#include <qgsmapmouseevent.h>
#include <qgsrectangle.h>

#include <QApplication>

#include "ui/session/slick_store.h"

namespace sheen {

SelectTool::SelectTool(QgsMapCanvas* canvas, SlickStore* store)
    : SlickTool(canvas, store, tr("Select slicks")), m_rectangle(makeBand(Qgis::GeometryType::Polygon))
{
    setCursor(Qt::ArrowCursor);
}

QString SelectTool::hintText() const
{
    return tr(
        "Click a slick, once more an area of it, or drag a rectangle; Shift adds; double click goes to the "
        "slick and its frame.");
}

void SelectTool::canvasPressEvent(QgsMapMouseEvent* event)
{
    m_isPressed = event->button() == Qt::LeftButton;
    m_pressed = event->pos();
    m_drags = false;
}

void SelectTool::canvasMoveEvent(QgsMapMouseEvent* event)
{
    if (!m_isPressed)
        return;
    if ((event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        m_drags = true;
    if (m_drags) {
        m_rectangle->setToGeometry(
            QgsGeometry::fromRect(QgsRectangle(toMapCoordinates(m_pressed), event->mapPoint())),
            QgsCoordinateReferenceSystem());
        m_rectangle->show();
    }
}

void SelectTool::canvasReleaseEvent(QgsMapMouseEvent* event)
{
    if (!m_isPressed || event->button() != Qt::LeftButton)
        return;
    m_isPressed = false;
    m_rectangle->hide();
    const bool adds = event->modifiers().testFlag(Qt::ShiftModifier);
    SlickStore::Ids ids = adds ? store()->selection() : SlickStore::Ids{};
    if (m_drags) {
        const QgsRectangle rectangle(toMapCoordinates(m_pressed), event->mapPoint());
        ids.merge(slicksTouching(QgsGeometry::fromRect(rectangle)));
    } else if (const std::int64_t id = slickAt(event->mapPoint())) {
        // A click on the slick that is selected goes on to its area.
        const bool again = !adds && store()->selection() == SlickStore::Ids{id};
        if (const auto area = again ? areaAt(id, event->mapPoint()) : std::nullopt) {
            store()->selectArea(id, *area);
            return;
        }
        if (!ids.insert(id).second)
            ids.erase(id);  // with Shift, a selected one is taken off
    }
    m_drags = false;
    store()->select(ids);
}

void SelectTool::canvasDoubleClickEvent(QgsMapMouseEvent* event)
{
    m_isPressed = false;
    if (const std::int64_t id = slickAt(event->mapPoint())) {
        store()->select({id});
        Q_EMIT activated(id);
    }
}

void SelectTool::deactivate()
{
    m_isPressed = false;
    if (m_rectangle)
        m_rectangle->hide();
    SlickTool::deactivate();
}

}  // namespace sheen
