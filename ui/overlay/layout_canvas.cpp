#include "ui/overlay/layout_canvas.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace sheen {

namespace {

const QRectF wholePicture(0, 0, 1, 1);

struct Handle
{
    Qt::Edges edges;
    QPointF place;  //!< share of the box
};

const std::vector<Handle>& handles()
{
    static const std::vector<Handle> all = {
        {Qt::TopEdge | Qt::LeftEdge, {0, 0}},
        {Qt::TopEdge | Qt::RightEdge, {1, 0}},
        {Qt::BottomEdge | Qt::RightEdge, {1, 1}},
        {Qt::BottomEdge | Qt::LeftEdge, {0, 1}},
        {Qt::TopEdge, {0.5, 0}},
        {Qt::RightEdge, {1, 0.5}},
        {Qt::BottomEdge, {0.5, 1}},
        {Qt::LeftEdge, {0, 0.5}},
    };
    return all;
}

/** Of a handle, widget pixels; small boxes have small ones, so that their letters are seen. */
double handleSize(const QRectF& box)
{
    return std::clamp(std::min(box.width(), box.height()) / 3, 5.0, 9.0);
}

/** The handles in the middle of the sides need room. */
bool isShown(const Handle& handle, const QRectF& box)
{
    const bool corner = handle.place.x() != 0.5 && handle.place.y() != 0.5;
    const double side = handle.place.x() == 0.5 ? box.width() : box.height();
    return corner || side > 6 * handleSize(box);
}

QPointF handlePlace(const QRectF& box, const Handle& handle)
{
    return {box.x() + handle.place.x() * box.width(), box.y() + handle.place.y() * box.height()};
}

Qt::CursorShape cursorFor(Qt::Edges edges)
{
    if (edges == (Qt::TopEdge | Qt::LeftEdge) || edges == (Qt::BottomEdge | Qt::RightEdge))
        return Qt::SizeFDiagCursor;
    if (edges == (Qt::TopEdge | Qt::RightEdge) || edges == (Qt::BottomEdge | Qt::LeftEdge))
        return Qt::SizeBDiagCursor;
    return edges & (Qt::LeftEdge | Qt::RightEdge) ? Qt::SizeHorCursor : Qt::SizeVerCursor;
}

QRectF movedInside(QRectF box)
{
    box.moveLeft(std::clamp(box.left(), 0.0, std::max(0.0, 1 - box.width())));
    box.moveTop(std::clamp(box.top(), 0.0, std::max(0.0, 1 - box.height())));
    return box;
}

QRectF resized(QRectF box, Qt::Edges edges, const QPointF& distance)
{
    if (edges & Qt::LeftEdge)
        box.setLeft(box.left() + distance.x());
    if (edges & Qt::RightEdge)
        box.setRight(box.right() + distance.x());
    if (edges & Qt::TopEdge)
        box.setTop(box.top() + distance.y());
    if (edges & Qt::BottomEdge)
        box.setBottom(box.bottom() + distance.y());
    return box.normalized() & wholePicture;
}

}  // namespace

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

LayoutCanvas::LayoutCanvas(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("layoutCanvas"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Frame with the boxes of the layout"));
}

void LayoutCanvas::setPicture(const QImage& picture)
{
    m_picture = picture;
    m_zoom.setPictureSize(picture.size());
    update();
}

void LayoutCanvas::setHint(const QString& hint)
{
    m_hint = hint;
    update();
}

void LayoutCanvas::setActivePicture(const QRectF& share)
{
    m_active = share;
    update();
}

void LayoutCanvas::setBoxes(const std::vector<LayoutBox>& boxes, std::vector<BoxLook> looks)
{
    if (boxes.size() != m_boxes.size())
        m_drag = m_drag == Drag::Pan ? Drag::Pan : Drag::None;
    m_boxes = boxes;
    m_looks = std::move(looks);
    m_looks.resize(m_boxes.size());
    m_hovered = -1;
    update();
}

void LayoutCanvas::setCurrent(int index)
{
    m_current = index;
    update();
}

QTransform LayoutCanvas::toWidget() const
{
    return QTransform::fromScale(m_picture.width(), m_picture.height()) * m_zoom.toWidget(size());
}

QPoint LayoutCanvas::positionOf(const QPointF& share) const
{
    return toWidget().map(share).toPoint();
}

QPointF LayoutCanvas::shareAt(const QPointF& position) const
{
    const QPointF share = toWidget().inverted().map(position);
    return {std::clamp(share.x(), 0.0, 1.0), std::clamp(share.y(), 0.0, 1.0)};
}

QRectF LayoutCanvas::shownBox(int index) const
{
    const bool dragged = index == m_current && (m_drag == Drag::Move || m_drag == Drag::Resize);
    return toWidget().mapRect(dragged ? m_dragged : m_boxes[std::size_t(index)].place);
}

/** The smallest box there, for boxes may lie in each other; the current one first. */
int LayoutCanvas::boxAt(const QPointF& position) const
{
    if (m_current >= 0 && m_current < int(m_boxes.size()) && shownBox(m_current).contains(position))
        return m_current;
    int best = -1;
    double smallest = 0;
    for (int i = 0; i < int(m_boxes.size()); ++i) {
        const QRectF box = shownBox(i);
        const double area = box.width() * box.height();
        if (box.contains(position) && (best < 0 || area < smallest)) {
            best = i;
            smallest = area;
        }
    }
    return best;
}

Qt::Edges LayoutCanvas::handleAt(const QPointF& position) const
{
    if (m_current < 0 || m_current >= int(m_boxes.size()))
        return {};
    const QRectF box = shownBox(m_current);
    for (const Handle& handle : handles()) {
        const QPointF distance = handlePlace(box, handle) - position;
        const double away = std::max(std::abs(distance.x()), std::abs(distance.y()));
        if (isShown(handle, box) && away <= 0.7 * handleSize(box))
            return handle.edges;
    }
    return {};
}

void LayoutCanvas::updateCursor(const QPointF& position)
{
    if (m_picture.isNull())
        unsetCursor();
    else if (const Qt::Edges edges = handleAt(position))
        setCursor(cursorFor(edges));
    else
        setCursor(boxAt(position) >= 0 ? Qt::SizeAllCursor : Qt::CrossCursor);
}

void LayoutCanvas::mousePressEvent(QMouseEvent* event)
{
    if (m_picture.isNull() || m_drag != Drag::None)
        return;
    m_pressed = m_last = event->pos();
    m_moved = false;
    if (event->button() == Qt::RightButton || event->button() == Qt::MiddleButton) {
        m_drag = Drag::Pan;
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    m_edges = handleAt(m_pressed);
    const int hit = m_edges ? m_current : boxAt(m_pressed);
    m_drag = m_edges ? Drag::Resize : hit >= 0 ? Drag::Move : Drag::Draw;
    if (hit >= 0) {
        m_original = m_dragged = m_boxes[std::size_t(hit)].place;
        if (hit != m_current) {
            m_current = hit;
            Q_EMIT currentChanged(hit);
        }
    }
    update();
}

void LayoutCanvas::dragTo(const QPointF& position)
{
    const QPointF distance = toWidget().inverted().map(position) - toWidget().inverted().map(m_pressed);
    if (m_drag == Drag::Draw)
        m_dragged = QRectF(shareAt(m_pressed), shareAt(position)).normalized();
    else if (m_drag == Drag::Move)
        m_dragged = movedInside(m_original.translated(distance));
    else if (m_drag == Drag::Resize)
        m_dragged = resized(m_original, m_edges, distance);
}

void LayoutCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->pos();
    if (m_drag == Drag::None) {
        const int hovered = m_picture.isNull() ? -1 : boxAt(position);
        updateCursor(position);
        if (hovered != m_hovered) {
            m_hovered = hovered;
            update();
        }
        return;
    }
    if (m_drag == Drag::Pan) {
        m_zoom.moveBy(position - m_last, size());
    } else if (m_moved || (position - m_pressed).manhattanLength() >= 4) {
        m_moved = true;
        dragTo(position);
    }
    m_last = position;
    update();
}

void LayoutCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const QRectF box = m_dragged;
    // A box with less than three pixels of the recording on a side holds no letter.
    const bool usable = box.width() * m_picture.width() >= 3 && box.height() * m_picture.height() >= 3;
    if (drag == Drag::Draw && m_moved && usable) {
        Q_EMIT boxDrawn(box);
    } else if (drag == Drag::Draw && m_current >= 0) {
        m_current = -1;
        Q_EMIT currentChanged(-1);
    } else if ((drag == Drag::Move || drag == Drag::Resize) && m_moved && usable) {
        Q_EMIT boxPlaced(m_current, box);
    }
    m_moved = false;
    updateCursor(event->pos());
    update();
}

void LayoutCanvas::mouseDoubleClickEvent(QMouseEvent*)
{
    m_zoom.showAll();
    update();
}

void LayoutCanvas::wheelEvent(QWheelEvent* event)
{
    m_zoom.zoomBy(std::pow(1.2, event->angleDelta().y() / 120.0), event->position(), size());
    update();
    event->accept();
}

void LayoutCanvas::leaveEvent(QEvent*)
{
    m_hovered = -1;
    update();
}

void LayoutCanvas::keyPressEvent(QKeyEvent* event)
{
    const bool resize = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            Q_EMIT removeWanted();
            break;
        case Qt::Key_Left:
            nudge({-1, 0}, resize);
            break;
        case Qt::Key_Right:
            nudge({1, 0}, resize);
            break;
        case Qt::Key_Up:
            nudge({0, -1}, resize);
            break;
        case Qt::Key_Down:
            nudge({0, 1}, resize);
            break;
        case Qt::Key_Escape:
            if (m_drag != Drag::None) {
                m_drag = Drag::None;
                update();
                break;
            }
            [[fallthrough]];
        default:
            QWidget::keyPressEvent(event);
    }
}

/** By whole pixels of the recording. */
void LayoutCanvas::nudge(const QPoint& pixels, bool resize)
{
    if (m_current < 0 || m_picture.isNull())
        return;
    const QPointF distance(double(pixels.x()) / m_picture.width(), double(pixels.y()) / m_picture.height());
    const QRectF box = m_boxes[std::size_t(m_current)].place;
    const QRectF placed = resize ? resized(box, Qt::RightEdge | Qt::BottomEdge, distance)
                                 : movedInside(box.translated(distance));
    if (placed.width() * m_picture.width() >= 3 && placed.height() * m_picture.height() >= 3)
        Q_EMIT boxPlaced(m_current, placed);
}

// ---- drawing ----

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
    painter.drawImage(toWidget().mapRect(wholePicture), m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_active != wholePicture) {
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
    for (const Handle& handle : handles()) {
        if (!isShown(handle, box))
            continue;
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
