#pragma once

#include <QImage>
#include <QPainterPath>
#include <QWidget>
#include <optional>
#include <vector>

#include "data/model_card.h"
#include "data/slick.h"
#include "ui/session/session.h"
#include "ui/widgets/numbered_mark.h"
#include "ui/widgets/picture_zoom.h"

namespace sheen {

/**
 * A frame's picture with the mask blended over it and the outlines of slicks, or of detections before there
 * are any. The wheel zooms, dragging moves, a double click shows all of it again. With a brush, the wheel
 * with Ctrl is for its width.
 */
class FrameView : public QWidget
{
    Q_OBJECT

public:
    /** What the left button draws with. */
    struct Brush
    {
        QColor colour;
        double widthPixels = 1;  //!< of the recording
    };

    explicit FrameView(QWidget* parent = nullptr);

    void showFrame(const ShownFrame& frame, const ModelCard& card);
    /** Nothing to show, with a hint what to do. */
    void clear(const QString& hint);

    const QImage& picture() const { return m_picture; }  //!< of the frame alone; null without one
    /** The mask that is shown, transparent where there is no oil; null: there is none. */
    const QImage& mask() const { return m_taughtMask.isNull() ? m_mask : m_taughtMask; }
    /** Where a place of the widget lies, in pixels of the recording. */
    QPointF pixelAt(const QPoint& place) const;

    void setMaskOpacity(double opacity);  //!< 0 to 1
    void setOutlinesVisible(bool visible);
    /** An area of a slick under review. */
    struct SlickOutline
    {
        QPainterPath path;  //!< pixels of the recording
        QColor colour;
        Decision decision = Decision::Undecided;
        bool byHand = false;  //!< edited or drawn by the analyst
    };
    /** The slicks as they are now, in place of the detections' outlines; nothing: those. Until another frame
     * is shown. */
    void setSlicks(std::optional<std::vector<SlickOutline>> slicks);
    const std::optional<std::vector<SlickOutline>>& slicks() const { return m_slicks; }
    /** Outlines that stand out (selected slicks), in pixels of the recording. */
    void setHighlights(std::vector<QPainterPath> paths);

    /** Dims everything around the highlights. */
    void setSpotlight(bool on);
    /** Zooms to the highlights; all of the picture where there are none in it. */
    void showHighlights();
    /** A place that is pointed at in another view; nothing: none. */
    void setPointer(const std::optional<QPointF>& pixel);
    /** The picture as it is drawn, in place of the one that was given; null: that one. */
    void setEnhanced(const QImage& picture);

    /** While lengths are measured, clicks are for that. */
    void setMeasuring(bool measuring);
    /** A line through these places with a text at its end. */
    void setMeasured(std::vector<QPointF> pixels, const QString& text);

    void setMarks(std::vector<NumberedMark> marks);  //!< in pixels of the recording
    /** While places are being marked, a click is for them alone. */
    void setMarking(bool marking);

    /** While there is one, the left button draws, and the middle one moves the picture. */
    void setBrush(const std::optional<Brush>& brush);
    /** What was drawn so far, over the whole picture; null for nothing. */
    void setStrokes(const QImage& strokes);
    /** A mask in place of the frame's own and its outlines, until another frame is shown; null: its own. */
    void setTaughtMask(const QImage& mask);

    QSize sizeHint() const override { return {440, 300}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

Q_SIGNALS:
    void clicked(const QPointF& pixel);              //!< in pixels of the recording
    void hovered(const QPointF& pixel);              //!< the pointer is over the picture
    void left();                                     //!< it is not any more
    void measured(const QPointF& pixel, bool last);  //!< instead of clicked while lengths are measured
    void marked(const QPointF& pixel);               //!< instead of clicked while places are being marked
    /** A movement of the brush has come to its end; pixels of the recording. */
    void drawn(const std::vector<QPointF>& points);
    void brushWidthWanted(int steps);  //!< wider, or narrower where it is below 0

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Outline
    {
        QPainterPath path;  //!< pixels of the recording
        QColor colour;
    };
    QTransform toWidget() const { return m_zoom.toWidget(size()); }  //!< from pixels of the recording
    bool isDrawing() const { return m_brush && !m_marking; }
    void paintMask(QPainter& painter, const QRectF& target) const;
    void paintStrokes(QPainter& painter, const QTransform& transform) const;
    void paintOutlines(QPainter& painter, const QTransform& transform) const;
    void paintSlicks(QPainter& painter, const QTransform& transform) const;
    void paintHighlights(QPainter& painter, const QTransform& transform) const;
    void paintMeasured(QPainter& painter, const QTransform& transform) const;
    void setBare(bool bare);
    void paintBrush(QPainter& painter, const QTransform& transform) const;
    void updateCursor();

    QImage m_picture;
    QImage m_enhanced;  //!< null: m_picture
    QImage m_mask;
    QImage m_taughtMask;  //!< null: there is none
    QImage m_strokes;
    std::vector<QPointF> m_drawing;  //!< of the movement under way, in pixels of the recording
    std::optional<Brush> m_brush;
    std::optional<QPoint> m_brushAt;  //!< where the brush is held, in the widget; nothing: elsewhere
    PictureZoom m_zoom;               //!< in pixels of the recording
    std::vector<Outline> m_outlines;
    std::optional<std::vector<SlickOutline>> m_slicks;
    std::vector<QPainterPath> m_highlights;
    std::vector<NumberedMark> m_marks;
    QString m_hint;
    double m_maskOpacity = 0.45;
    bool m_outlinesVisible = true;
    QPoint m_dragStart;
    QPoint m_dragLast;
    bool m_dragged = false;
    bool m_marking = false;
    bool m_measuring = false;
    bool m_spotlight = false;
    bool m_bare = false;  //!< a key is held: the picture alone
    std::optional<QPointF> m_pointer;
    std::vector<QPointF> m_measured;
    QString m_measuredText;
};

/** Rings as a path with holes, in their own pixels. */
QPainterPath outlinePath(const PixelPolygon& polygon);

}  // namespace sheen
