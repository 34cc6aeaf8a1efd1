#include "ui/frame/frame_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>
#include <utility>

#include "data/area_colours.h"

namespace sheen {

QPainterPath outlinePath(const PixelPolygon& polygon)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const PixelRing& ring : polygon) {
        if (ring.size() < 3)
            continue;
        path.moveTo(ring.front().x, ring.front().y);
        for (std::size_t i = 1; i < ring.size(); ++i)
            path.lineTo(ring[i].x, ring[i].y);
        path.closeSubpath();
    }
    return path;
}

FrameView::FrameView(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("frameView"));
    setFocusPolicy(Qt::ClickFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void FrameView::showFrame(const ShownFrame& frame, const ModelCard& card)
{
    const QSizeF size(frame.record.pictureSize.width, frame.record.pictureSize.height);
    m_zoom.setPictureSize(size.isEmpty() ? QSizeF(frame.picture.size()) : size);
    m_picture = frame.picture;
    m_enhanced = {};
    m_mask = frame.mask;
    m_taughtMask = {};
    m_drawing.clear();
    m_hint = m_picture.isNull() ? tr("The picture of this frame is not at hand.") : QString();
    m_outlines.clear();
    for (const Detection& detection : frame.record.detections) {
        const ModelClass* one = card.findClass(detection.classValue);
        const Rgb rgb = one ? classColour(card, *one) : Rgb{255, 255, 0};
        const QColor colour(rgb[0], rgb[1], rgb[2]);
        m_outlines.push_back({outlinePath(detection.outline), colour});
    }
    m_slicks.reset();
    m_highlights.clear();
    update();
}

void FrameView::clear(const QString& hint)
{
    m_picture = {};
    m_enhanced = {};
    m_pointer.reset();
    m_measured.clear();
    m_mask = {};
    m_taughtMask = {};
    m_strokes = {};
    m_zoom.setPictureSize({});
    m_outlines.clear();
    m_slicks.reset();
    m_highlights.clear();
    m_hint = hint;
    update();
}

void FrameView::setMaskOpacity(double opacity)
{
    m_maskOpacity = opacity;
    update();
}

void FrameView::setOutlinesVisible(bool visible)
{
    m_outlinesVisible = visible;
    update();
}

void FrameView::setSlicks(std::optional<std::vector<SlickOutline>> slicks)
{
    m_slicks = std::move(slicks);
    update();
}

void FrameView::setHighlights(std::vector<QPainterPath> paths)
{
    m_highlights = std::move(paths);
    update();
}

void FrameView::setSpotlight(bool on)
{
    m_spotlight = on;
    update();
}

void FrameView::showHighlights()
{
    QRectF part;
    for (const QPainterPath& highlight : m_highlights)
        part |= highlight.boundingRect();
    m_zoom.showPart(part & QRectF(QPointF(), m_zoom.pictureSize()), size());
    update();
}

void FrameView::setPointer(const std::optional<QPointF>& pixel)
{
    if (pixel == m_pointer)
        return;
    m_pointer = pixel;
    update();
}

void FrameView::setEnhanced(const QImage& picture)
{
    m_enhanced = picture;
    update();
}

void FrameView::setMeasuring(bool measuring)
{
    m_measuring = measuring;
    updateCursor();
}

void FrameView::setMeasured(std::vector<QPointF> pixels, const QString& text)
{
    m_measured = std::move(pixels);
    m_measuredText = text;
    update();
}

/** Shows the picture without mask, outlines and dimming while a key is held. */
void FrameView::setBare(bool bare)
{
    m_bare = bare;
    update();
}

void FrameView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_M && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat())
            setBare(true);
        return;
    }
    QWidget::keyPressEvent(event);
}

void FrameView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_M && !event->isAutoRepeat())
        setBare(false);
    else
        QWidget::keyReleaseEvent(event);
}

void FrameView::focusOutEvent(QFocusEvent* event)
{
    setBare(false);  // the key may be let go elsewhere
    QWidget::focusOutEvent(event);
}

void FrameView::leaveEvent(QEvent* event)
{
    m_brushAt.reset();
    update();
    Q_EMIT left();
    QWidget::leaveEvent(event);
}

void FrameView::setMarks(std::vector<NumberedMark> marks)
{
    m_marks = std::move(marks);
    update();
}

void FrameView::setMarking(bool marking)
{
    m_marking = marking;
    updateCursor();
}

void FrameView::setBrush(const std::optional<Brush>& brush)
{
    m_brush = brush;
    updateCursor();
}

void FrameView::setStrokes(const QImage& strokes)
{
    m_strokes = strokes;
    update();
}

void FrameView::setTaughtMask(const QImage& mask)
{
    m_taughtMask = mask;
    update();
}

void FrameView::updateCursor()
{
    if (m_marking || m_brush || m_measuring)
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
}

QPointF FrameView::pixelAt(const QPoint& place) const
{
    return toWidget().inverted().map(QPointF(place) + QPointF(0.5, 0.5));
}

void FrameView::wheelEvent(QWheelEvent* event)
{
    if (isDrawing() && (event->modifiers() & Qt::ControlModifier)) {
        if (event->angleDelta().y() != 0)
            Q_EMIT brushWidthWanted(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
        return;
    }
    m_zoom.zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0), event->position(), size());
    update();
    event->accept();
}

void FrameView::mousePressEvent(QMouseEvent* event)
{
    m_dragStart = event->pos();
    m_dragLast = event->pos();
    m_dragged = false;
    if (isDrawing() && event->button() == Qt::LeftButton) {
        m_drawing = {pixelAt(event->pos())};
        update();
    }
}

void FrameView::mouseMoveEvent(QMouseEvent* event)
{
    if (isDrawing()) {
        m_brushAt = event->pos();
        update();
    }
    if (!m_drawing.empty()) {
        m_drawing.push_back(pixelAt(event->pos()));
        update();
        return;
    }
    if (event->buttons() == Qt::NoButton) {
        const QPointF pixel = pixelAt(event->pos());
        if (QRectF(QPointF(), m_zoom.pictureSize()).contains(pixel))
            Q_EMIT hovered(pixel);
        else
            Q_EMIT left();
        return;
    }
    if (!(event->buttons() & (isDrawing() ? Qt::MiddleButton : Qt::LeftButton)))
        return;
    const QPoint moved = event->pos() - m_dragStart;
    if (moved.manhattanLength() > QApplication::startDragDistance())
        m_dragged = true;
    if (m_dragged) {
        m_zoom.moveBy(event->pos() - m_dragLast, size());
        m_dragLast = event->pos();
        update();
    }
}

void FrameView::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_drawing.empty() && event->button() == Qt::LeftButton) {
        const std::vector<QPointF> points = std::exchange(m_drawing, {});
        update();
        Q_EMIT drawn(points);
        return;
    }
    if (m_dragged || event->button() != Qt::LeftButton)
        return;
    const QPointF pixel = pixelAt(event->pos());
    if (!QRectF(QPointF(), m_zoom.pictureSize()).contains(pixel))
        return;
    if (m_marking)
        Q_EMIT marked(pixel);
    else if (m_measuring)
        Q_EMIT measured(pixel, false);
    else
        Q_EMIT clicked(pixel);
}

void FrameView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (m_measuring && !m_marking) {
        m_dragged = true;  // letting go of the button is no other click
        Q_EMIT measured(pixelAt(event->pos()), true);
        return;
    }
    if (isDrawing())
        return;  // two strokes of a pixel each
    m_zoom.showAll();
    update();
}

}  // namespace sheen
