#pragma once

#include <qgsrubberband.h>
#include <qobjectuniqueptr.h>

#include <vector>

#include "tools/slick_tool.h"

namespace sheen {

/**
 * A line or outline drawn point by point: a click adds a point, Backspace takes the last one off, right click
 * or Enter ends it, Esc drops it. What it is for is said by the tools made of it.
 */
class SketchTool : public SlickTool
{
    Q_OBJECT

public:
    void canvasMoveEvent(QgsMapMouseEvent* event) override;
    void canvasReleaseEvent(QgsMapMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void deactivate() override;

protected:
    SketchTool(QgsMapCanvas* canvas, SlickStore* store, const QString& name, Qgis::GeometryType type);

    /** The sketch is done, in WGS84 and (as a line) in map coordinates. Duplicate points are left out. */
    virtual void finish(const std::vector<GroundPoint>& points, const QgsGeometry& mapLine) = 0;
    /** Whether Ctrl was held when the sketch was ended. */
    bool endedWithControl() const { return m_control; }

private:
    void addPoint(const QgsPointXY& point);
    void complete();
    void clear();
    void showSketch(const QgsPointXY* cursor);

    std::size_t m_fewestPoints;
    Qgis::GeometryType m_type;
    std::vector<QgsPointXY> m_points;  //!< map coordinates
    QgsPointXY m_cursor;
    bool m_control = false;
    QObjectUniquePtr<QgsRubberBand> m_band;
};

/** Draws a new slick: what lies below gives way, or with Ctrl what is drawn. */
class DrawTool : public SketchTool
{
    Q_OBJECT

public:
    DrawTool(QgsMapCanvas* canvas, SlickStore* store);

private:
    QString hintText() const override;
    void finish(const std::vector<GroundPoint>& points, const QgsGeometry& mapLine) override;
};

/** Splits the selected slicks, or the ones that the line crosses where none is selected. */
class SplitTool : public SketchTool
{
    Q_OBJECT

public:
    SplitTool(QgsMapCanvas* canvas, SlickStore* store);

private:
    QString hintText() const override;
    void finish(const std::vector<GroundPoint>& points, const QgsGeometry& mapLine) override;
};

/** Replaces a part of an area's outline by the line drawn, which begins and ends across it. */
class ReshapeTool : public SketchTool
{
    Q_OBJECT

public:
    ReshapeTool(QgsMapCanvas* canvas, SlickStore* store);

private:
    QString hintText() const override;
    void finish(const std::vector<GroundPoint>& points, const QgsGeometry& mapLine) override;
};

}  // namespace sheen
