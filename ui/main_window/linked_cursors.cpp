#include "linked_cursors.h"

#include <cmath>

#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <qgsmapcanvas.h>
#include <qgsmaptoolpan.h>
#include <qgsproject.h>
#include <qgsvertexmarker.h>

#include "geo/geodesy.h"
#include "ui/frame/frame_panel.h"
#include "ui/session/session.h"

namespace sheen {

namespace {

constexpr double nearPixels = 8;

QgsCoordinateTransform groundToMap(const QgsMapCanvas& canvas)
{
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")),
                                  canvas.mapSettings().destinationCrs(),
                                  QgsProject::instance()->transformContext());
}

}  // namespace

LinkedCursors::LinkedCursors(Session* session, FramePanel* frame, QgsMapCanvas* canvas, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_frame(frame),
      m_canvas(canvas),
      m_marker(new QgsVertexMarker(canvas))
{
    m_marker->setIconType(QgsVertexMarker::ICON_CROSS);
    m_marker->setColor(QColor(0xff, 0x8a, 0x65));
    m_marker->setIconSize(18);
    m_marker->setPenWidth(2);
    m_marker->hide();
    connect(frame, &FramePanel::hovered, this, &LinkedCursors::showOnMap);
    connect(canvas, &QgsMapCanvas::xyCoordinates, this, &LinkedCursors::followMap);
}

void LinkedCursors::showOnMap(const std::optional<GroundPoint>& place)
{
    m_marker->setVisible(false);
    if (!place)
        return;
    try {
        m_marker->setCenter(
            groundToMap(*m_canvas).transform(QgsPointXY(place->longitudeDegrees, place->latitudeDegrees)));
        m_marker->setVisible(true);
    } catch (const QgsCsException&) {
        // The place is outside of what this CRS can show.
    }
}

void LinkedCursors::followMap(const QgsPointXY& point)
{
    m_marker->setVisible(false);
    try {
        const QgsPointXY ground = groundToMap(*m_canvas).transform(point, Qgis::TransformDirection::Reverse);
        m_frame->showPointer(GroundPoint{ground.y(), ground.x()});
    } catch (const QgsCsException&) {
        m_frame->showPointer(std::nullopt);
    }
    if (m_session->isRunning() || !qobject_cast<QgsMapToolPan*>(m_canvas->mapTool()))
        return;
    const int frame = frameAtTrack(point);
    if (frame >= 0 && frame != m_frame->currentFrame())
        m_frame->goToFrame(frame);
}

int LinkedCursors::frameAtTrack(const QgsPointXY& point) const
{
    const QgsCoordinateTransform transform = groundToMap(*m_canvas);
    int nearest = -1;
    double least = nearPixels * m_canvas->mapUnitsPerPixel();
    try {
        const QgsPointXY ground = transform.transform(point, Qgis::TransformDirection::Reverse);
        const DegreeLengths degree(ground.y());
        // Only those are projected that are near at all: a flight has thousands of frames.
        const QgsPointXY beside =
            transform.transform(QgsPointXY(point.x() + least, point.y()), Qgis::TransformDirection::Reverse);
        const double limitMetres =
            3 * std::hypot((beside.x() - ground.x()) * degree.east, (beside.y() - ground.y()) * degree.north);
        for (const FrameRecord& record : m_session->frames()) {
            if (!record.telemetry.pose)
                continue;
            const CameraPose& pose = *record.telemetry.pose;
            const double longitude = longitudeNear(pose.longitudeDegrees, ground.x());
            if (std::hypot((longitude - ground.x()) * degree.east,
                           (pose.latitudeDegrees - ground.y()) * degree.north) > limitMetres)
                continue;
            const double distance =
                transform.transform(QgsPointXY(longitude, pose.latitudeDegrees)).distance(point);
            if (distance < least) {
                least = distance;
                nearest = record.frame;
            }
        }
    } catch (const QgsCsException&) {
        return -1;
    }
    return nearest;
}

}  // namespace sheen
