#pragma once

#include <QObject>
#include <optional>

#include "geo/ground.h"

class QgsMapCanvas;
class QgsPointXY;
class QgsVertexMarker;

namespace sheen {

class FramePanel;
class Session;

/**
 * What is pointed at in the map is marked in the frame, and the other way round. While the map is only looked
 * at, pointing at the aircraft's track shows the frame that was taken from there.
 */
class LinkedCursors : public QObject
{
    Q_OBJECT

public:
    LinkedCursors(Session* session, FramePanel* frame, QgsMapCanvas* canvas, QObject* parent);

private:
    void showOnMap(const std::optional<GroundPoint>& place);
    void followMap(const QgsPointXY& point);
    /** Of the frame whose aircraft is within a few pixels of a point of the map; -1: none. */
    int frameAtTrack(const QgsPointXY& point) const;

    Session* m_session;
    FramePanel* m_frame;
    QgsMapCanvas* m_canvas;
    QgsVertexMarker* m_marker;  //!< an item of the canvas, which owns it
};

}  // namespace sheen
