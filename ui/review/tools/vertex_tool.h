#pragma once

#include <qgsrubberband.h>
#include <qobjectuniqueptr.h>

#include <QPointer>
#include <vector>

#include "tools/sketch_preview.h"
#include "tools/slick_tool.h"

namespace sheen {

/**
 * Edits the outline of the selected area, or of the largest one of the selected slick: drag a vertex or the
 * middle of an edge, double-click an edge to add a vertex, Delete takes the chosen vertex off. A click on
 * another area goes over to that one.
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

    /** What the Delete key does while this tool is in use: takes the chosen vertex off, never a whole slick.
     */
    void removeChosenVertex();

private:
    using MapRing = std::vector<QgsPointXY>;

    /** A vertex, or the edge from it to the next one. */
    struct Place
    {
        std::size_t polygon = 0;
        std::size_t ring = 0;
        std::size_t vertex = 0;
    };
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
    bool takes(Qt::KeyboardModifiers modifiers) const;
    void commit(bool takes);

    std::int64_t m_id = 0;                      //!< of the slick at work; 0: none
    std::size_t m_area = 0;                     //!< of it
    GroundMultiPolygon m_outline;               //!< as it is being edited
    std::vector<std::vector<MapRing>> m_rings;  //!< the same in map coordinates
    std::optional<Place> m_chosen;
    bool m_drags = false;    //!< the chosen vertex follows the cursor
    bool m_changed = false;  //!< the outline differs from the store's
    bool m_pressed = false;  //!< on neither vertex nor edge: a click that chooses a slick
    QPointer<SketchPreview> m_preview;
    QObjectUniquePtr<QgsRubberBand> m_fill;
    QObjectUniquePtr<QgsRubberBand> m_vertices;
    QObjectUniquePtr<QgsRubberBand> m_chosenMark;
    QObjectUniquePtr<QgsRubberBand> m_hoverMark;
};

}  // namespace sheen
