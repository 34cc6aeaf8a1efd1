#pragma once

#include <QPixmap>
#include <QWidget>

#include "track_series.h"

namespace sheen {

/**
 * A quantity over the time of a flight: what was read as dots, what is held true as a line in the band of its
 * standard error, gaps shaded, what was rejected as crosses, what was set by hand as diamonds. Click or drag
 * to go to a frame, the wheel zooms in time (with Shift it moves), a double click shows everything.
 */
class TrackPlot : public QWidget
{
    Q_OBJECT

public:
    explicit TrackPlot(QWidget* parent = nullptr);

    /** The times that are shown stay where they are, if the flight still has them; at the end of a growing
     * flight they follow. */
    void setSeries(TrackSeries series);
    void setHint(const QString& hint);  //!< said where there is nothing to draw
    void setCurrentFrame(int frame);
    void showAll();

    const TrackSeries& series() const { return m_series; }
    int frameAt(double x) const;                              //!< the nearest; -1 without frames
    QPointF pointOf(double timeSeconds, double value) const;  //!< in the widget
    QRectF plotArea() const;
    double fromSeconds() const { return m_from; }
    double toSeconds() const { return m_to; }
    int drawings() const
    {
        return m_drawings;
    }  //!< of the curve; a cursor that moves is laid over the last one

    QSize sizeHint() const override { return {420, 170}; }
    QSize minimumSizeHint() const override { return {140, 80}; }

Q_SIGNALS:
    void frameChosen(int frame);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;

private:
    using Samples = std::vector<TrackSample>;
    struct Window  //!< of the samples in view, with one beyond each side
    {
        std::size_t first = 0;
        std::size_t last = 0;  //!< exclusive
    };

    double wholeFrom() const;
    double wholeTo() const;
    void show(double fromSeconds, double toSeconds);
    Window window() const;
    void fitValues();
    void changed();
    void choose(double x);
    std::size_t sampleAt(double x) const;

    void drawAll(QPainter& painter) const;
    void drawGaps(QPainter& painter, const Window& window) const;
    void drawGrid(QPainter& painter) const;
    void drawCurve(QPainter& painter, const Window& window) const;
    void drawReadings(QPainter& painter, const Window& window) const;
    void drawCursor(QPainter& painter) const;
    double xOf(double timeSeconds) const;
    double yOf(double value) const;
    QString valueLabel(double value, double step) const;

    TrackSeries m_series;
    QString m_hint;
    int m_current = -1;
    int m_chosen = -1;  //!< by the mouse, so that a drag asks for every frame once
    int m_drawings = 0;
    double m_from = 0;
    double m_to = 1;
    double m_least = 0;
    double m_most = 1;
    QPixmap m_drawn;  //!< everything but the cursor; null: has to be drawn again
};

/** A round step (1, 2 or 5 times a power of ten) that divides a span into at most so many parts. */
double roundStep(double span, int parts);

}  // namespace sheen
