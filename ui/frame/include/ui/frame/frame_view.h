#pragma once

#include <QImage>
#include <QPainterPath>
#include <QWidget>
#include <vector>

#include "data/model_card.h"
#include "ui/session/session.h"
#include "ui/widgets/numbered_mark.h"
#include "ui/widgets/picture_zoom.h"

namespace sheen {

/**
 * A frame's picture with the mask blended over it and the detections' outlines. The wheel zooms, dragging
 * moves, a double click shows all of it again.
 */
class FrameView : public QWidget
{
    Q_OBJECT

public:
    explicit FrameView(QWidget* parent = nullptr);

    void showFrame(const ShownFrame& frame, const ModelCard& card);
    /** Nothing to show, with a hint what to do. */
    void clear(const QString& hint);

    const QImage& picture() const { return m_picture; }  //!< of the frame alone; null without one

    void setMaskOpacity(double opacity);  //!< 0 to 1
    void setOutlinesVisible(bool visible);
    /** Outlines that stand out (selected slicks), in pixels of the recording. */
    void setHighlights(std::vector<QPainterPath> paths);

    void setMarks(std::vector<NumberedMark> marks);  //!< in pixels of the recording
    /** While places are being marked, a click is for them alone. */
    void setMarking(bool marking);

    QSize sizeHint() const override { return {440, 300}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

Q_SIGNALS:
    void clicked(const QPointF& pixel);  //!< in pixels of the recording
    void marked(const QPointF& pixel);   //!< instead of clicked while places are being marked

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    struct Outline
    {
        QPainterPath path;  //!< pixels of the recording
        QColor colour;
    };
    QTransform toWidget() const { return m_zoom.toWidget(size()); }  //!< from pixels of the recording

    QImage m_picture;
    QImage m_mask;
    PictureZoom m_zoom;  //!< in pixels of the recording
    std::vector<Outline> m_outlines;
    std::vector<QPainterPath> m_highlights;
    std::vector<NumberedMark> m_marks;
    QString m_hint;
    double m_maskOpacity = 0.45;
    bool m_outlinesVisible = true;
    QPoint m_dragStart;
    QPoint m_dragLast;
    bool m_dragged = false;
    bool m_marking = false;
};

/** Rings as a path with holes, in their own pixels. */
QPainterPath outlinePath(const PixelPolygon& polygon);

}  // namespace sheen
