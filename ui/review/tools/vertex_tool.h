#pragma once

#include <qgsrectangle.h>
#include <qgsrubberband.h>
#include <qobjectuniqueptr.h>

#include <QPointer>
#include <optional>
#include <vector>

#include "tools/sketch_preview.h"
#include "tools/slick_tool.h"
#include "tools/vertex_choice.h"

namespace sheen {

/**
 * Edits the outline of the selected area, or of the largest one of the selected slick: drag a vertex or the
 * middle of an edge, double-click an edge to add a vertex, Delete takes the chosen vertices off. A rectangle
 * chooses several, Shift adds to them; they are moved and deleted together. A click on another area goes over
 * to that one.
 */
class VertexTool : public SlickTool
{
    Q_OBJECT

public:
    VertexTool(QgsMapCanvas* canvas, SlickStore* store, SketchPreview* preview);

    void activate() override;
    void deactivate() override;
    void canvasPressEvent(QgsMapMouseEvent* event) override;
    void canvasMoveEvent(QgsMapMouseEvent* event) override;
    void canvasReleaseEvent(QgsMapMouseEvent* event) override;
    void canvasDoubleClickEvent(QgsMapMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    /** What the Delete key does while this tool is in use: takes the chosen vertices off, never a whole
     * slick. */
    void removeChosenVertices();

private:
    using Place = VertexPlace;
    /** An edge near the cursor: which, where on it, whether that is its middle. */
    struct EdgeHit
    {
        Place edge;
        QgsPointXY point;
        bool middle = false;
    };

    QString hintText() const override;
    void follow();
    void showSlick();
    void markVertices();
    void showHover(const QgsPointXY& mapPoint);
    void dropDrag();
    MapRing& ringOf(const Place& place) { return m_rings[place.polygon][place.ring]; }
    QgsGeometry mapOutline() const;
    std::optional<Place> vertexAt(const QgsPointXY& mapPoint) const;
    std::optional<EdgeHit> edgeAt(const QgsPointXY& mapPoint) const;
    void insertVertex(const Place& edge, const QgsPointXY& mapPoint);
    void moveVertex(const Place& vertex, const QgsPointXY& mapPoint);
    void moveChosen(const QgsPointXY& mapPoint, Qt::KeyboardModifiers modifiers);
    void grab(const Place& vertex, bool adds);
    void drawRectangle(const QgsPointXY& mapPoint);
    void chooseWithin(bool adds);
    void click(const QgsPointXY& mapPoint);
    bool takes(Qt::KeyboardModifiers modifiers) const;
    void commit(bool takes);

    std::int64_t m_id = 0;         //!< of the slick at work; 0: none
    std::size_t m_area = 0;        //!< of it
    GroundMultiPolygon m_outline;  //!< as it is being edited
    MapRings m_rings;              //!< the same in map coordinates
    VertexPlaces m_chosen;
    std::optional<Place> m_grabbed;       //!< the chosen vertices follow the cursor with this one
    bool m_changed = false;               //!< the outline differs from the store's
    std::optional<QgsPointXY> m_pressed;  //!< beside the vertices: begins a rectangle, or is a click
    bool m_pressedEdge = false;           //!< there, on an edge: is no click that chooses a slick
    std::optional<QgsRectangle> m_rectangle;
    QPointer<SketchPreview> m_preview;
    QObjectUniquePtr<QgsRubberBand> m_fill;
    QObjectUniquePtr<QgsRubberBand> m_vertices;
    QObjectUniquePtr<QgsRubberBand> m_chosenMark;
    QObjectUniquePtr<QgsRubberBand> m_hoverMark;
    QObjectUniquePtr<QgsRubberBand> m_frame;  //!< the rectangle
};

}  // namespace sheen
