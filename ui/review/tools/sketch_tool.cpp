#include "tools/sketch_tool.h"

#include <qgslinestring.h>
#include <qgsmapmouseevent.h>

#include <QKeyEvent>

#include "ui/session/slick_geometry.h"
#include "ui/session/slick_store.h"

namespace sheen {

namespace {

constexpr double samePointPixels = 2;

QString lineKeys()
{
    return SketchTool::tr("Right click or Enter ends it, Backspace takes a point off, Esc drops it.");
}

}  // namespace

SketchTool::SketchTool(QgsMapCanvas* canvas, SlickStore* store, const QString& name, Qgis::GeometryType type)
    : SlickTool(canvas, store, name),
      m_fewestPoints(type == Qgis::GeometryType::Polygon ? 3 : 2),
      m_type(type),
      m_band(makeBand(type))
{}

void SketchTool::addPoint(const QgsPointXY& point)
{
    // The second click of a double click is the same point again.
    if (m_points.empty() || m_points.back().distance(point) > mapUnits(samePointPixels))
        m_points.push_back(point);
}

void SketchTool::showSketch(const QgsPointXY* cursor)
{
    m_band->reset(m_type);
    for (const QgsPointXY& point : m_points)
        m_band->addPoint(point, false);
    if (cursor && !m_points.empty())
        m_band->addPoint(*cursor, false);
    m_band->updatePosition();
    m_band->update();
    m_band->setVisible(!m_points.empty());
    std::vector<QgsPointXY> points = m_points;
    if (cursor && !points.empty() && points.back().distance(*cursor) > mapUnits(samePointPixels))
        points.push_back(*cursor);
    follow(points);
}

void SketchTool::setControl(Qt::KeyboardModifiers modifiers)
{
    if (m_control == modifiers.testFlag(Qt::ControlModifier))
        return;
    m_control = !m_control;
    if (!m_points.empty())
        showSketch(&m_cursor);
}

void SketchTool::canvasMoveEvent(QgsMapMouseEvent* event)
{
    m_cursor = event->mapPoint();
    m_control = event->modifiers().testFlag(Qt::ControlModifier);
    if (!m_points.empty())
        showSketch(&m_cursor);
}

void SketchTool::canvasReleaseEvent(QgsMapMouseEvent* event)
{
    m_cursor = event->mapPoint();
    if (event->button() == Qt::LeftButton) {
        addPoint(event->mapPoint());
        showSketch(&m_cursor);
    } else if (event->button() == Qt::RightButton) {
        m_control = event->modifiers().testFlag(Qt::ControlModifier);
        complete();
    }
}

void SketchTool::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            m_control = event->modifiers().testFlag(Qt::ControlModifier);
            complete();
            break;
        case Qt::Key_Escape:
            clear();
            break;
        case Qt::Key_Control:
            setControl(Qt::ControlModifier);
            break;
        case Qt::Key_Backspace:
            if (!m_points.empty())
                m_points.pop_back();
            showSketch(&m_cursor);
            break;
        default:
            event->ignore();
            return;
    }
    event->accept();
}

void SketchTool::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Control)
        setControl(Qt::NoModifier);
    QgsMapTool::keyReleaseEvent(event);
}

std::optional<std::vector<GroundPoint>> SketchTool::toGroundLine(const std::vector<QgsPointXY>& points) const
{
    std::vector<GroundPoint> line;
    for (const QgsPointXY& mapPoint : points) {
        const auto point = toGround(mapPoint);
        if (!point)
            return std::nullopt;
        line.push_back(*point);
    }
    return line.empty() ? line : unwrapped(line, line.front().longitudeDegrees);
}

void SketchTool::complete()
{
    if (m_points.empty())
        return;
    if (m_points.size() < m_fewestPoints) {
        Q_EMIT refused(m_fewestPoints == 3 ? tr("An outline needs three points or more: go on clicking.")
                                           : tr("A line needs two points or more: go on clicking."));
        return;
    }
    const QgsPolylineXY line(m_points.begin(), m_points.end());
    const auto points = toGroundLine(m_points);
    clear();
    if (points)
        finish(*points, QgsGeometry::fromPolylineXY(line));
    else
        Q_EMIT refused(tr("A point lies outside of the world: the sketch is dropped."));
}

void SketchTool::clear()
{
    m_points.clear();
    if (m_band) {
        m_band->reset(m_type);
        m_band->hide();
    }
    follow({});
}

void SketchTool::deactivate()
{
    clear();
    SlickTool::deactivate();
}

TakingTool::TakingTool(QgsMapCanvas* canvas, SlickStore* store, SketchPreview* preview, const QString& name,
                       Qgis::GeometryType type)
    : SketchTool(canvas, store, name, type), m_preview(preview)
{}

bool TakingTool::takes() const
{
    return !m_preview || m_preview->takes(holdsControl());
}

void TakingTool::follow(const std::vector<QgsPointXY>& points)
{
    if (!m_preview)
        return;  // the window is going
    if (const auto sketch = sketched(points))
        m_preview->show(*sketch);
    else
        m_preview->clear();
}

DrawTool::DrawTool(QgsMapCanvas* canvas, SlickStore* store, SketchPreview* preview)
    : TakingTool(canvas, store, preview, tr("Draw slick"), Qgis::GeometryType::Polygon)
{}

QString DrawTool::hintText() const
{
    return tr("Click the corners of a new slick; it takes from what lies below, with Ctrl it gives way (K "
              "turns that round).") +
           QLatin1Char(' ') + lineKeys();
}

int DrawTool::classValue() const
{
    // Of the class of what is selected, else of the first that the flight may have.
    const SlickStore::Ids selection = store()->selection();
    const Slick* example = selection.empty() ? nullptr : store()->find(*selection.begin());
    if (example && !example->areas.empty())
        return example->areas[store()->selectedArea().value_or(0)].classValue;
    const std::vector<ModelClass> classes = store()->oilClasses();
    return classes.empty() ? 1 : classes.front().value;
}

std::optional<SketchedOutline> DrawTool::sketched(const std::vector<QgsPointXY>& points) const
{
    const auto line = points.size() < 3 ? std::nullopt : toGroundLine(points);
    return line ? std::optional(SketchedOutline{0, 0, {{*line}}, classValue(), takes()}) : std::nullopt;
}

void DrawTool::finish(const std::vector<GroundPoint>& points, const QgsGeometry&)
{
    store()->draw({{points}}, classValue(), takes());
}

SplitTool::SplitTool(QgsMapCanvas* canvas, SlickStore* store)
    : SketchTool(canvas, store, tr("Split slick"), Qgis::GeometryType::Line)
{}

QString SplitTool::hintText() const
{
    return tr("Draw a line across a slick, from outside to outside.") + QLatin1Char(' ') + lineKeys();
}

void SplitTool::finish(const std::vector<GroundPoint>& points, const QgsGeometry& mapLine)
{
    SlickStore::Ids candidates = store()->selection();
    if (candidates.empty())
        candidates = slicksTouching(mapLine);
    SlickStore::Ids parts;
    for (std::int64_t id : candidates) {
        if (store()->split(id, points))
            parts.merge(store()->selection());
    }
    if (parts.empty())
        Q_EMIT refused(tr("The line divides no slick: begin and end it outside of the outline."));
    else
        store()->select(parts);
}

ReshapeTool::ReshapeTool(QgsMapCanvas* canvas, SlickStore* store, SketchPreview* preview)
    : TakingTool(canvas, store, preview, tr("Reshape slick"), Qgis::GeometryType::Line)
{}

QString ReshapeTool::hintText() const
{
    return tr("Draw the new course of the outline; begin and end across the old one. It takes from what lies "
              "below, with Ctrl it gives way (K turns that round).") +
           QLatin1Char(' ') + lineKeys();
}

std::vector<SketchedOutline> ReshapeTool::reshaped(const std::vector<GroundPoint>& points,
                                                   const QgsGeometry& mapLine) const
{
    std::vector<SketchedOutline> sketches;
    SlickStore::Ids candidates = store()->selection();
    if (candidates.size() != 1)
        candidates = slicksTouching(mapLine);
    const std::optional<std::size_t> chosen = store()->selectedArea();
    for (std::int64_t id : candidates) {
        const Slick* slick = store()->find(id);
        for (std::size_t i = 0; i < slick->areas.size(); ++i) {
            if (chosen && *chosen != i)
                continue;
            const GroundMultiPolygon& outline = slick->areas[i].outline;
            QVector<QgsPoint> line;
            for (const GroundPoint& point : unwrapped(points, referenceLongitude(outline)))
                line.append(QgsPoint(point.longitudeDegrees, point.latitudeDegrees));
            QgsGeometry geometry = toGeometry(outline);
            if (geometry.reshapeGeometry(QgsLineString(line)) == Qgis::GeometryOperationResult::Success) {
                sketches.push_back({id, i, fromGeometry(geometry), 0, takes()});
                break;
            }
        }
    }
    return sketches;
}

std::optional<SketchedOutline> ReshapeTool::sketched(const std::vector<QgsPointXY>& points) const
{
    const auto line = points.size() < 2 ? std::nullopt : toGroundLine(points);
    if (!line)
        return std::nullopt;
    std::vector<SketchedOutline> sketches =
        reshaped(*line, QgsGeometry::fromPolylineXY(QgsPolylineXY(points.begin(), points.end())));
    return sketches.size() == 1 ? std::optional(std::move(sketches.front())) : std::nullopt;
}

void ReshapeTool::finish(const std::vector<GroundPoint>& points, const QgsGeometry& mapLine)
{
    const std::vector<SketchedOutline> sketches = reshaped(points, mapLine);
    if (sketches.empty()) {
        Q_EMIT refused(tr("The line replaces no part of an outline: let it cross the outline twice."));
        return;
    }
    if (sketches.size() > 1) {
        Q_EMIT refused(
            tr("The line crosses the outlines of several slicks: select the one to reshape first."));
        return;
    }
    const SketchedOutline& sketch = sketches.front();
    store()->selectArea(sketch.slickId, sketch.area);
    store()->setOutline(sketch.slickId, sketch.area, sketch.outline, sketch.takes);
}

}  // namespace sheen
