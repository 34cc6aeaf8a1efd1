#pragma once

#include <memory>

#include <qgsdistancearea.h>
#include <qgsmaptool.h>
#include <qgspointxy.h>

class QgsRubberBand;

namespace sheen {

class MapLabel;

/**
 * Measures along a line or around an area, on the WGS84 ellipsoid. A click adds a point, a double or right
 * click ends the measure, which stays on the map with its text until Esc or the next one clears it, Backspace
 * takes the last point away.
 */
class MeasureTool : public QgsMapTool
{
    Q_OBJECT

public:
    enum class Kind { Distance, Area };

    MeasureTool(QgsMapCanvas* canvas, Kind kind);
    ~MeasureTool() override;

    void canvasPressEvent(QgsMapMouseEvent* event) override;
    void canvasMoveEvent(QgsMapMouseEvent* event) override;
    void canvasDoubleClickEvent(QgsMapMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void activate() override;
    void deactivate() override;

Q_SIGNALS:
    void measured(const QString& text);  //!< what the status bar shows while measuring

private:
    void clear();
    void show(const QVector<QgsPointXY>& points);
    void report(const QVector<QgsPointXY>& points);

    const Kind m_kind;
    QVector<QgsPointXY> m_points;
    bool m_ended = false;
    std::unique_ptr<QgsRubberBand> m_band;
    std::unique_ptr<MapLabel> m_label;  //!< what was measured, at its last point
    QgsDistanceArea m_distances;
};

}  // namespace sheen
