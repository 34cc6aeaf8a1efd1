#include <QPainter>
#include <algorithm>
#include <iterator>

#include "box_handles.h"
#include "layout_canvas.h"

// How the canvas looks.

namespace sheen {

QColor boxColour(BoxLook::State state)
{
    switch (state) {
        case BoxLook::State::Mark:
            return {0xb9, 0xc6, 0xce};
        case BoxLook::State::Read:
            return {0x4f, 0xd1, 0x8b};
        case BoxLook::State::Refused:
            return {0xff, 0x6b, 0x5e};
        case BoxLook::State::Waiting:
            break;
    }
    return {0xff, 0xd1, 0x5c};
}

void LayoutCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0x26, 0x2c, 0x31));
    if (m_picture.isNull()) {
        painter.setPen(QColor(0xc9, 0xd2, 0xd8));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(toWidget().mapRect(unitSquare), m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_active != unitSquare) {
        painter.setPen(QPen(QColor(255, 255, 255, 110), 1, Qt::DotLine));
        painter.drawRect(toWidget().mapRect(m_active));
    }
    for (int i = 0; i < int(m_boxes.size()); ++i) {
        if (i != m_current)
            drawBox(painter, i);
    }
    if (m_current >= 0 && m_current < int(m_boxes.size()))
        drawBox(painter, m_current);
    if (m_drag == Drag::Draw && m_moved) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::white, 1.5, Qt::DashLine));
        painter.drawRect(toWidget().mapRect(m_dragged));
    }
    drawNames(painter);
}

void LayoutCanvas::drawBox(QPainter& painter, int index) const
{
    const BoxLook::State state = m_looks[std::size_t(index)].state;
    const bool current = index == m_current;
    const QRectF box = shownBox(index);
    const QColor colour = boxColour(state);
    QColor fill = colour;
    fill.setAlpha(state == BoxLook::State::Mark ? 22 : current || index == m_hovered ? 40 : 0);
    painter.setBrush(fill);
    painter.setPen(QPen(QColor(0, 0, 0, 150), current ? 4 : 3));
    painter.drawRect(box);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(colour, current ? 2 : 1.3, state == BoxLook::State::Mark ? Qt::DashLine : Qt::SolidLine));
    painter.drawRect(box);
    if (!current)
        return;
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
    painter.setBrush(Qt::white);
    for (const BoxHandle& handle : handlesOf(box)) {
        QRectF square(0, 0, handleSize(box), handleSize(box));
        square.moveCenter(handlePlace(box, handle));
        painter.drawRect(square);
    }
}

/** A name stands beside its box where it hides no other box and no other name; else only under the pointer.
 */
void LayoutCanvas::drawNames(QPainter& painter) const
{
    if (m_drag != Drag::None && m_drag != Drag::Pan)
        return;
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    std::vector<QRectF> taken;
    for (int i = 0; i < int(m_boxes.size()); ++i)
        taken.push_back(shownBox(i));

    for (int i = 0; i < int(m_boxes.size()); ++i) {
        const BoxLook& look = m_looks[std::size_t(i)];
        const bool pointed = i == m_current || i == m_hovered;
        if (look.state == BoxLook::State::Mark && !pointed)
            continue;
        const QRectF box = shownBox(i);
        const QSizeF extent(metrics.horizontalAdvance(look.name) + 8, metrics.height() + 2);
        const double middle = box.center().y() - extent.height() / 2;
        constexpr double gap = 6;
        const QPointF places[] = {{box.right() + gap, middle},
                                  {box.left() - gap - extent.width(), middle},
                                  {box.left(), box.top() - gap - extent.height()},
                                  {box.left(), box.bottom() + gap}};
        for (const QPointF& place : places) {
            const QRectF label(place, extent);
            const bool free = QRectF(rect()).contains(label) &&
                              std::none_of(taken.begin(), taken.end(),
                                           [&](const QRectF& other) { return other.intersects(label); });
            if (!free && !(pointed && &place == std::end(places) - 1))
                continue;
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(0, 0, 0, 170));
            painter.drawRoundedRect(label, 3, 3);
            painter.setPen(boxColour(look.state));
            painter.drawText(label, Qt::AlignCenter, look.name);
            taken.push_back(label);
            break;
        }
    }
}

}  // namespace sheen
