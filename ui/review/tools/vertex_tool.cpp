#include "tools/vertex_tool.h"

#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>
#include <qgsvector.h>

#include <QKeyEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/session/slick_geometry.h"
#include "ui/session/slick_store.h"

namespace sheen {

namespace {

constexpr double grabPixels = 9;
constexpr double markSpacingPixels = 10;
constexpr double rectanglePixels = 4;  //!< a hand that clicks moves less

/** The point of the edge from a to b that is nearest to p. */
QgsPointXY nearestOnEdge(const QgsPointXY& p, const QgsPointXY& a, const QgsPointXY& b)
{
    const double dx = b.x() - a.x();
    const double dy = b.y() - a.y();
    const double length2 = dx * dx + dy * dy;
    if (length2 == 0)
        return a;
    const double along = std::clamp(((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / length2, 0.0, 1.0);
    return {a.x() + along * dx, a.y() + along * dy};
}

}  // namespace

VertexTool::VertexTool(QgsMapCanvas* canvas, SlickStore* slicks, SketchPreview* preview)
    : SlickTool(canvas, slicks, tr("Edit vertices")),
      m_preview(preview),
      m_fill(makeBand(Qgis::GeometryType::Polygon)),
      m_vertices(makeBand(Qgis::GeometryType::Point)),
      m_chosenMark(makeBand(Qgis::GeometryType::Point)),
      m_hoverMark(makeBand(Qgis::GeometryType::Point)),
      m_frame(makeBand(Qgis::GeometryType::Polygon))
{
    m_fill->setFillColor(QColor(220, 0, 120, 20));
    m_vertices->setIcon(QgsRubberBand::ICON_BOX);
    m_vertices->setIconSize(7);
    m_chosenMark->setIcon(QgsRubberBand::ICON_FULL_BOX);
    m_chosenMark->setIconSize(11);
    m_chosenMark->setColor(QColor(220, 0, 120));
    m_hoverMark->setIcon(QgsRubberBand::ICON_CIRCLE);
    m_hoverMark->setIconSize(12);
    m_frame->setFillColor(QColor(220, 0, 120, 30));
    m_frame->setLineStyle(Qt::DashLine);
    connect(slicks, &SlickStore::selectionChanged, this, [this] { follow(); });
    connect(slicks, &SlickStore::reset, this, [this] { follow(); });
    connect(slicks, &SlickStore::changed, this, [this](const auto& ids) {
        if (m_id == 0 || ids.count(m_id) > 0)
            follow();
    });
    connect(canvas, &QgsMapCanvas::destinationCrsChanged, this, [this] { follow(); });
    connect(canvas, &QgsMapCanvas::extentsChanged, this, [this] { showSlick(); });
}

QString VertexTool::hintText() const
{
    return m_id == 0 ? tr("Click the area whose outline is to be changed.")
                     : tr("Drag a vertex or the middle of an edge; double click an edge to add a vertex; a "
                          "rectangle "
                          "chooses several, Shift adds; Delete takes the chosen ones off. The outline takes "
                          "from what "
                          "lies below, with Ctrl it gives way (K turns that round).");
}

void VertexTool::activate()
{
    SlickTool::activate();
    m_chosen.clear();
    follow();
}

void VertexTool::deactivate()
{
    m_grabbed.reset();
    m_pressed.reset();
    m_rectangle.reset();
    m_id = 0;
    m_chosen.clear();
    if (m_preview)
        m_preview->clear();
    showSlick();
    SlickTool::deactivate();
}

void VertexTool::follow()
{
    if (!isActive())
        return;
    const SlickStore::Ids selection = store()->selection();
    const Slick* slick = selection.size() == 1 ? store()->find(*selection.begin()) : nullptr;
    const std::pair previous(m_id, m_area);
    m_id = slick && !slick->areas.empty() ? slick->id : 0;
    m_area = store()->selectedArea().value_or(0);
    m_outline =
        m_id != 0 && m_area < slick->areas.size() ? slick->areas[m_area].outline : GroundMultiPolygon{};
    m_changed = false;
    m_grabbed.reset();
    if (m_preview)
        m_preview->clear();
    m_rings.clear();
    for (const GroundPolygon& polygon : m_outline) {
        std::vector<MapRing>& rings = m_rings.emplace_back();
        for (const GroundRing& ring : polygon) {
            MapRing& mapRing = rings.emplace_back();
            for (const GroundPoint& point : ring)
                mapRing.push_back(toMap(point).value_or(QgsPointXY()));
        }
    }
    m_chosen = previous == std::pair(m_id, m_area) ? placesThatAre(m_rings, m_chosen) : VertexPlaces();
    showSlick();
    if (previous.first != m_id)
        Q_EMIT hint(hintText());
}

QgsGeometry VertexTool::mapOutline() const
{
    QgsMultiPolygonXY polygons;
    for (const auto& rings : m_rings) {
        QgsPolygonXY polygon;
        for (const MapRing& ring : rings) {
            QgsPolylineXY line(ring.begin(), ring.end());
            if (!line.isEmpty())
                line.append(line.first());
            polygon.append(line);
        }
        polygons.append(polygon);
    }
    return QgsGeometry::fromMultiPolygonXY(polygons);
}

void VertexTool::showSlick()
{
    if (!m_fill)
        return;  // the canvas is going
    m_hoverMark->hide();
    m_chosenMark->hide();
    m_frame->setVisible(m_rectangle.has_value());
    if (m_id == 0) {
        m_fill->hide();
        m_vertices->hide();
        return;
    }
    m_fill->setToGeometry(mapOutline(), QgsCoordinateReferenceSystem());
    m_fill->show();
    markVertices();
    m_vertices->updatePosition();
    m_vertices->update();
    m_vertices->show();
    if (!m_chosen.empty()) {
        m_chosenMark->reset(Qgis::GeometryType::Point);
        for (const Place& place : m_chosen)
            m_chosenMark->addPoint(ringOf(place)[place.vertex], false);
        m_chosenMark->updatePosition();
        m_chosenMark->update();
        m_chosenMark->show();
    }
}

void VertexTool::markVertices()
{
    // Seen from afar, vertices lie closer than their marks: some stand for all, so that the outline stays
    // visible.
    const double apart = mapUnits(markSpacingPixels);
    m_vertices->reset(Qgis::GeometryType::Point);
    for (const auto& rings : m_rings) {
        for (const MapRing& ring : rings) {
            const QgsPointXY* marked = nullptr;
            for (const QgsPointXY& point : ring) {
                if (marked && marked->distance(point) < apart)
                    continue;
                m_vertices->addPoint(point, false);
                marked = &point;
            }
        }
    }
}

std::optional<VertexTool::Place> VertexTool::vertexAt(const QgsPointXY& mapPoint) const
{
    std::optional<Place> found;
    double nearest = mapUnits(grabPixels);
    for (std::size_t polygon = 0; polygon < m_rings.size(); ++polygon) {
        for (std::size_t ring = 0; ring < m_rings[polygon].size(); ++ring) {
            const MapRing& points = m_rings[polygon][ring];
            for (std::size_t vertex = 0; vertex < points.size(); ++vertex) {
                const double distance = points[vertex].distance(mapPoint);
                if (distance <= nearest) {
                    nearest = distance;
                    found = Place{polygon, ring, vertex};
                }
            }
        }
    }
    return found;
}

std::optional<VertexTool::EdgeHit> VertexTool::edgeAt(const QgsPointXY& mapPoint) const
{
    std::optional<EdgeHit> found;
    double nearest = mapUnits(grabPixels);
    for (std::size_t polygon = 0; polygon < m_rings.size(); ++polygon) {
        for (std::size_t ring = 0; ring < m_rings[polygon].size(); ++ring) {
            const MapRing& points = m_rings[polygon][ring];
            for (std::size_t vertex = 0; vertex < points.size(); ++vertex) {
                const QgsPointXY& a = points[vertex];
                const QgsPointXY& b = points[(vertex + 1) % points.size()];
                const QgsPointXY onEdge = nearestOnEdge(mapPoint, a, b);
                const double distance = onEdge.distance(mapPoint);
                if (distance > nearest)
                    continue;
                const QgsPointXY middle((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
                const bool atMiddle = middle.distance(mapPoint) <= mapUnits(grabPixels);
                nearest = distance;
                found = EdgeHit{{polygon, ring, vertex}, atMiddle ? middle : onEdge, atMiddle};
            }
        }
    }
    return found;
}

void VertexTool::showHover(const QgsPointXY& mapPoint)
{
    std::optional<QgsPointXY> mark;
    if (const auto vertex = vertexAt(mapPoint)) {
        mark = ringOf(*vertex)[vertex->vertex];
    } else if (const auto edge = edgeAt(mapPoint)) {
        const MapRing& ring = ringOf(edge->edge);
        const QgsPointXY& a = ring[edge->edge.vertex];
        const QgsPointXY& b = ring[(edge->edge.vertex + 1) % ring.size()];
        mark = QgsPointXY((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
    }
    m_hoverMark->reset(Qgis::GeometryType::Point);
    if (mark)
        m_hoverMark->addPoint(*mark);
    m_hoverMark->setVisible(mark.has_value());
}

void VertexTool::insertVertex(const Place& edge, const QgsPointXY& mapPoint)
{
    const auto ground = toGround(mapPoint);
    if (!ground)
        return;
    GroundRing& ring = m_outline[edge.polygon][edge.ring];
    const auto at = static_cast<std::ptrdiff_t>(edge.vertex + 1);
    ring.insert(ring.begin() + at, unwrapped({*ground}, ring[edge.vertex].longitudeDegrees).front());
    ringOf(edge).insert(ringOf(edge).begin() + at, mapPoint);
    m_grabbed = Place{edge.polygon, edge.ring, edge.vertex + 1};
    m_chosen = {*m_grabbed};
    m_changed = true;
}

void VertexTool::moveVertex(const Place& place, const QgsPointXY& mapPoint)
{
    const auto ground = toGround(mapPoint);
    if (!ground)
        return;
    GroundPoint& vertex = m_outline[place.polygon][place.ring][place.vertex];
    vertex = unwrapped({*ground}, vertex.longitudeDegrees).front();
    ringOf(place)[place.vertex] = mapPoint;
    m_changed = true;
}

/** All of the chosen ones, by as much as the grabbed one has to go to be there. */
void VertexTool::moveChosen(const QgsPointXY& mapPoint, Qt::KeyboardModifiers modifiers)
{
    const QgsPointXY from = ringOf(*m_grabbed)[m_grabbed->vertex];
    if (!m_changed && from.distance(mapPoint) <= mapUnits(2))
        return;  // a trembling hand moves nothing
    const QgsVector by = mapPoint - from;
    for (const Place& place : m_chosen)
        moveVertex(place, ringOf(place)[place.vertex] + by);
    showSlick();
    if (m_preview)
        m_preview->show({m_id, m_area, m_outline, 0, takes(modifiers)});
}

/** With Shift it comes to the chosen ones, or goes from them; one of several chosen takes them all along. */
void VertexTool::grab(const Place& vertex, bool adds)
{
    if (adds) {
        if (m_chosen.erase(vertex) == 0)
            m_chosen.insert(vertex);
        return;
    }
    if (m_chosen.count(vertex) == 0)
        m_chosen = {vertex};
    m_grabbed = vertex;
}

void VertexTool::drawRectangle(const QgsPointXY& mapPoint)
{
    if (!m_rectangle && m_pressed->distance(mapPoint) < mapUnits(rectanglePixels))
        return;
    m_rectangle = QgsRectangle(*m_pressed, mapPoint);
    m_frame->setToGeometry(QgsGeometry::fromRect(*m_rectangle), QgsCoordinateReferenceSystem());
    m_frame->show();
}

void VertexTool::chooseWithin(bool adds)
{
    VertexPlaces within = placesWithin(m_rings, *m_rectangle);
    m_rectangle.reset();
    if (adds)
        within.insert(m_chosen.begin(), m_chosen.end());
    m_chosen = std::move(within);
    showSlick();
    Q_EMIT hint(m_chosen.empty()
                    ? hintText()
                    : tr("Vertices chosen: %1. Drag one to move them; Delete takes them off, Esc "
                         "lets them go.")
                          .arg(m_chosen.size()));
}

void VertexTool::canvasPressEvent(QgsMapMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed.reset();
    m_rectangle.reset();
    if (const auto vertex = vertexAt(event->mapPoint())) {
        grab(*vertex, event->modifiers().testFlag(Qt::ShiftModifier));
    } else if (const auto edge = edgeAt(event->mapPoint()); edge && edge->middle) {
        insertVertex(edge->edge, edge->point);
    } else {
        m_pressed = event->mapPoint();
        m_pressedEdge = edge.has_value();
    }
    showSlick();
}

void VertexTool::canvasMoveEvent(QgsMapMouseEvent* event)
{
    if (m_id == 0)
        return;
    if (m_grabbed)
        moveChosen(event->mapPoint(), event->modifiers());
    else if (m_pressed && event->buttons().testFlag(Qt::LeftButton))
        drawRectangle(event->mapPoint());
    else
        showHover(event->mapPoint());
}

void VertexTool::canvasReleaseEvent(QgsMapMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const bool pressed = m_pressed.has_value();
    m_pressed.reset();
    if (m_grabbed) {
        m_grabbed.reset();
        if (m_changed)
            commit(takes(event->modifiers()));
    } else if (m_rectangle) {
        chooseWithin(event->modifiers().testFlag(Qt::ShiftModifier));
    } else if (pressed && !m_pressedEdge) {
        click(event->mapPoint());
    }
}

void VertexTool::click(const QgsPointXY& mapPoint)
{
    const std::int64_t id = slickAt(mapPoint);
    m_chosen.clear();
    if (const auto area = areaAt(id, mapPoint))
        store()->selectArea(id, *area);
    showSlick();
}

void VertexTool::canvasDoubleClickEvent(QgsMapMouseEvent* event)
{
    if (m_id == 0 || vertexAt(event->mapPoint()))
        return;
    if (const auto edge = edgeAt(event->mapPoint())) {
        insertVertex(edge->edge, edge->point);
        m_grabbed.reset();
        commit(takes(event->modifiers()));
    }
}

void VertexTool::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        removeChosenVertices();
    } else if (event->key() == Qt::Key_Escape) {
        dropDrag();
    } else {
        event->ignore();
        return;
    }
    event->accept();
}

void VertexTool::dropDrag()
{
    m_pressed.reset();
    m_rectangle.reset();
    m_chosen.clear();
    follow();
}

void VertexTool::removeChosenVertices()
{
    if (m_id == 0 || m_chosen.empty() || m_grabbed) {
        Q_EMIT refused(
            tr("Click the vertex that is to be taken off first, or draw a rectangle round several."));
        return;
    }
    std::optional<GroundMultiPolygon> left = withoutVertices(m_outline, m_chosen);
    if (!left) {
        Q_EMIT refused(
            tr("An outline keeps three vertices: delete the area with the selecting tool instead."));
        return;
    }
    m_outline = std::move(*left);
    m_chosen.clear();
    commit(takes(Qt::NoModifier));
}

bool VertexTool::takes(Qt::KeyboardModifiers modifiers) const
{
    return !m_preview || m_preview->takes(modifiers.testFlag(Qt::ControlModifier));
}

void VertexTool::commit(bool takes)
{
    const VertexPlaces chosen = m_chosen;
    store()->setOutline(m_id, m_area, m_outline, takes);
    m_chosen = chosen;
    follow();  // also where it was refused: back to what the store holds
}

}  // namespace sheen
