#pragma once

#include <qgsrubberband.h>
#include <qobjectuniqueptr.h>

#include <QPointer>
#include <optional>
#include <vector>

#include "tools/sketch_preview.h"
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
    void keyReleaseEvent(QKeyEvent* event) override;
    void deactivate() override;

protected:
    SketchTool(QgsMapCanvas* canvas, SlickStore* store, const QString& name, Qgis::GeometryType type);

    /** The sketch is done, in WGS84 and (as a line) in map coordinates. Duplicate points are left out. */
    virtual void finish(const std::vector<GroundPoint>& points, const QgsGeometry& mapLine) = 0;
    /** The sketch changed; with the cursor as its last point, in map coordinates. Empty: it is gone. */
    virtual void follow(const std::vector<QgsPointXY>&) {}
    /** Whether Ctrl is held, or was when the sketch was ended. */
    bool holdsControl() const { return m_control; }
    /** In WGS84; nothing where a point lies outside of the world. */
    std::optional<std::vector<GroundPoint>> toGroundLine(const std::vector<QgsPointXY>& points) const;

private:
    void addPoint(const QgsPointXY& point);
    void complete();
    void clear();
    void showSketch(const QgsPointXY* cursor);
    void setControl(Qt::KeyboardModifiers modifiers);

    std::size_t m_fewestPoints;
    Qgis::GeometryType m_type;
    std::vector<QgsPointXY> m_points;  //!< map coordinates
    QgsPointXY m_cursor;
    bool m_control = false;
    QObjectUniquePtr<QgsRubberBand> m_band;
};

/**
 * Whether what is sketched takes from what lies below or gives way: the preview knows, and
 * shows what that would do.
 */
class TakingTool : public SketchTool
{
    Q_OBJECT

protected:
    TakingTool(QgsMapCanvas* canvas, SlickStore* store, SketchPreview* preview, const QString& name,
               Qgis::GeometryType type);

    /** What a sketch of these points, in map coordinates, would change; nothing where it changes nothing. */
    virtual std::optional<SketchedOutline> sketched(const std::vector<QgsPointXY>& points) const = 0;
    bool takes() const;

private:
    void follow(const std::vector<QgsPointXY>& points) override;

    QPointer<SketchPreview> m_preview;
};

/** Draws a new slick. */
class DrawTool : public TakingTool
{
    Q_OBJECT

public:
    DrawTool(QgsMapCanvas* canvas, SlickStore* store, SketchPreview* preview);

private:
    QString hintText() const override;
    void finish(const std::vector<GroundPoint>& points, const QgsGeometry& mapLine) override;
    std::optional<SketchedOutline> sketched(const std::vector<QgsPointXY>& points) const override;
    int classValue() const;
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
class ReshapeTool : public TakingTool
{
    Q_OBJECT

public:
    ReshapeTool(QgsMapCanvas* canvas, SlickStore* store, SketchPreview* preview);

private:
    QString hintText() const override;
    void finish(const std::vector<GroundPoint>& points, const QgsGeometry& mapLine) override;
    std::optional<SketchedOutline> sketched(const std::vector<QgsPointXY>& points) const override;
    std::vector<SketchedOutline> reshaped(const std::vector<GroundPoint>& points,
                                          const QgsGeometry& mapLine) const;
};

}  // namespace sheen
