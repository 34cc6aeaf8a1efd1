#pragma once

#include <QImage>
#include <QWidget>
#include <vector>

#include "ui/overlay/layout_draft.h"
#include "ui/widgets/picture_zoom.h"

namespace sheen {

/** All of a picture, in shares of it. */
inline const QRectF unitSquare(0, 0, 1, 1);

/** How a box is shown: what it is called, and what came of reading it. */
struct BoxLook
{
    enum class State { Mark, Waiting, Read, Refused };

    QString name;
    State state = State::Waiting;
};
QColor boxColour(BoxLook::State state);

/**
 * A frame with a layout's boxes. Dragging on the picture draws a box, dragging a box or its handles moves and
 * resizes it; the wheel zooms, the right or middle button moves the picture, a double click shows all of it.
 */
class LayoutCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit LayoutCanvas(QWidget* parent = nullptr);

    void setPicture(const QImage& picture);
    void setHint(const QString& hint);  //!< shown where there is no picture
    void setActivePicture(const QRectF& share);
    void setBoxes(const std::vector<LayoutBox>& boxes, std::vector<BoxLook> looks);
    void setCurrent(int index);  //!< -1: none

    /** Widget coordinates of a place on the picture, a share of it. */
    QPoint positionOf(const QPointF& share) const;

    QSize sizeHint() const override { return {760, 480}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

Q_SIGNALS:
    void boxDrawn(const QRectF& place);
    void boxPlaced(int index, const QRectF& place);  //!< moved or resized
    void currentChanged(int index);
    void removeWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class Drag { None, Pan, Draw, Move, Resize };

    QTransform toWidget() const;  //!< from shares of the picture
    QPointF shareAt(const QPointF& position) const;
    QRectF shownBox(int index) const;  //!< in widget coordinates, as it is being dragged
    int boxAt(const QPointF& position) const;
    Qt::Edges handleAt(const QPointF& position) const;
    void updateCursor(const QPointF& position);
    void dragTo(const QPointF& position);
    void nudge(const QPoint& pixels, bool resize);
    void drawBox(QPainter& painter, int index) const;
    void drawNames(QPainter& painter) const;

    QImage m_picture;
    QString m_hint;
    QRectF m_active{0, 0, 1, 1};
    PictureZoom m_zoom;
    std::vector<LayoutBox> m_boxes;
    std::vector<BoxLook> m_looks;
    int m_current = -1;
    int m_hovered = -1;

    Drag m_drag = Drag::None;
    QPointF m_pressed;     //!< where the button went down
    QPointF m_last;        //!< where the pointer was last
    Qt::Edges m_edges;     //!< that are being dragged
    QRectF m_original;     //!< the box when the drag began
    QRectF m_dragged;      //!< the box as it would be now
    bool m_moved = false;  //!< far enough to be no click
};

}  // namespace sheen
