#include "layout_canvas.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "box_handles.h"

namespace sheen {

namespace {

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
    return box.normalized() & unitSquare;
}

}  // namespace

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
    for (const BoxHandle& handle : handlesOf(box)) {
        const QPointF distance = handlePlace(box, handle) - position;
        if (std::max(std::abs(distance.x()), std::abs(distance.y())) <= 0.7 * handleSize(box))
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

}  // namespace sheen
