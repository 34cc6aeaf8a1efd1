#include <QPainter>
#include <algorithm>
#include <utility>

#include "ui/frame/frame_view.h"

// How a frame is drawn.

namespace sheen {

namespace {

/** Around an outline, so that it is seen on dark sea and on bright foam. */
QColor seamFor(const QColor& colour)
{
    return colour.lightness() < 80 ? QColor(255, 255, 255, 170) : QColor(0, 0, 0, 130);
}

}  // namespace

void FrameView::paintMask(QPainter& painter, const QRectF& target) const
{
    const QImage& shown = mask();
    if (shown.isNull() || m_maskOpacity <= 0)
        return;
    painter.setOpacity(m_maskOpacity);
    painter.drawImage(target, shown);
    painter.setOpacity(1);
}

void FrameView::paintStrokes(QPainter& painter, const QTransform& transform) const
{
    constexpr double opacity = 0.6;
    painter.setOpacity(opacity);
    if (!m_strokes.isNull())
        painter.drawImage(transform.mapRect(QRectF(QPointF(), m_zoom.pictureSize())), m_strokes);
    if (m_brush && !m_drawing.empty()) {
        QPainterPath path(m_drawing.front());
        for (const QPointF& point : m_drawing)
            path.lineTo(point + QPointF(0.01, 0));  // a single point is drawn as well
        painter.setPen(QPen(m_brush->colour, m_brush->widthPixels * transform.m11(), Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(transform.map(path));
    }
    painter.setOpacity(1);
}

void FrameView::paintOutlines(QPainter& painter, const QTransform& transform) const
{
    for (const Outline& outline : m_outlines) {
        const QPainterPath path = transform.map(outline.path);
        painter.setPen(QPen(seamFor(outline.colour), 2.6));
        painter.drawPath(path);
        painter.setPen(QPen(outline.colour, 1.3));
        painter.drawPath(path);
    }
}

/** As on the map: accepted thick, undecided thin, rejected grey and dashed; with dots what a hand changed. */
void FrameView::paintSlicks(QPainter& painter, const QTransform& transform) const
{
    painter.save();
    painter.setClipRect(transform.mapRect(QRectF(QPointF(), m_zoom.pictureSize())));
    for (const SlickOutline& outline : *m_slicks) {
        const QPainterPath path = transform.map(outline.path);
        const bool rejected = outline.decision == Decision::Rejected;
        const double width = outline.decision == Decision::Accepted ? 2.6 : 1.3;
        const QColor colour = rejected ? QColor(170, 170, 170) : outline.colour;
        painter.setPen(QPen(seamFor(colour), width + 1.3));
        painter.drawPath(path);
        painter.setPen(QPen(colour, width,
                            rejected         ? Qt::DashLine
                            : outline.byHand ? Qt::DashDotLine
                                             : Qt::SolidLine));
        painter.drawPath(path);
    }
    painter.restore();
}

void FrameView::paintHighlights(QPainter& painter, const QTransform& transform) const
{
    if (m_spotlight && !m_bare && !m_highlights.empty()) {
        QPainterPath dim;
        dim.setFillRule(Qt::OddEvenFill);
        dim.addRect(rect());
        for (const QPainterPath& highlight : m_highlights)
            dim.addPath(transform.map(highlight));
        painter.fillPath(dim, QColor(15, 25, 32, 120));
    }
    for (const QPainterPath& highlight : m_highlights) {
        const QPainterPath path = transform.map(highlight);
        painter.setPen(QPen(QColor(0, 0, 0, 170), 4));
        painter.drawPath(path);
        painter.setPen(QPen(QColor(0, 229, 255), 2));  // as on the map
        painter.drawPath(path);
    }
}

void FrameView::paintMeasured(QPainter& painter, const QTransform& transform) const
{
    const auto draw = [&painter](const QPainterPath& path) {
        painter.setPen(QPen(QColor(0, 0, 0, 170), 4));
        painter.drawPath(path);
        painter.setPen(QPen(QColor(0xff, 0x8a, 0x65), 2));
        painter.drawPath(path);
    };
    if (!m_measured.empty()) {
        QPainterPath line(transform.map(m_measured.front()));
        for (const QPointF& pixel : m_measured)
            line.lineTo(transform.map(pixel) + QPointF(0.01, 0));  // a single place is seen as well
        draw(line);
        const QPointF at = transform.map(m_measured.back()) + QPointF(8, -8);
        const QRectF box = painter.fontMetrics().boundingRect(m_measuredText).translated(at.toPoint());
        painter.fillRect(box.adjusted(-3, -2, 3, 2), QColor(0, 0, 0, 170));
        painter.setPen(Qt::white);
        painter.drawText(at, m_measuredText);
    }
    if (m_pointer) {
        const QPointF at = transform.map(*m_pointer);
        QPainterPath cross;
        for (const QPointF& arm : {QPointF(9, 0), QPointF(0, 9)}) {
            cross.moveTo(at - arm);
            cross.lineTo(at + arm);
        }
        draw(cross);
    }
}

/** As wide as it draws, so that nobody has to try. */
void FrameView::paintBrush(QPainter& painter, const QTransform& transform) const
{
    if (!isDrawing() || !m_brushAt)
        return;
    const double radius = std::max(1.5, m_brush->widthPixels * transform.m11() / 2);
    for (const auto& [colour, width] :
         {std::pair(QColor(0, 0, 0, 150), 2.5), std::pair(m_brush->colour, 1.2)}) {
        painter.setPen(QPen(colour, width));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(*m_brushAt) + QPointF(0.5, 0.5), radius, radius);
    }
}

void FrameView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0x26, 0x2c, 0x31));
    const QSizeF size = m_zoom.pictureSize();
    if (!size.isEmpty()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QTransform transform = toWidget();
        const QRectF target = transform.mapRect(QRectF(QPointF(), size));
        if (!m_picture.isNull())
            painter.drawImage(target, m_enhanced.isNull() ? m_picture : m_enhanced);
        if (!m_bare)
            paintMask(painter, target);
        painter.setRenderHint(QPainter::Antialiasing);
        paintStrokes(painter, transform);
        if (m_outlinesVisible && m_taughtMask.isNull() && !m_bare) {
            if (m_slicks)
                paintSlicks(painter, transform);
            else
                paintOutlines(painter, transform);
        }
        paintHighlights(painter, transform);
        for (NumberedMark mark : m_marks) {
            mark.at = transform.map(mark.at);
            if (mark.expected)
                mark.expected = transform.map(*mark.expected);
            drawMark(painter, mark);
        }
        paintMeasured(painter, transform);
        paintBrush(painter, transform);
    }
    if (!m_hint.isEmpty()) {
        painter.setPen(QColor(0xc9, 0xd2, 0xd8));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
    }
}

}  // namespace sheen
