#include "frame_measure.h"

#include <QLocale>
#include <cmath>

#include <qgsdistancearea.h>
#include <qgspointxy.h>

#include "camera/camera_model.h"
#include "geo/geodesy.h"
#include "geo/lengths.h"
#include "ui/frame/frame_view.h"

namespace sheen {

QString measuredText(const std::vector<GroundPoint>& places)
{
    if (places.size() < 2)
        return {};
    QgsDistanceArea ellipsoid;
    ellipsoid.setSourceCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")), {});
    ellipsoid.setEllipsoid(QStringLiteral("EPSG:7030"));
    QVector<QgsPointXY> points;
    for (const GroundPoint& place : places)
        points << QgsPointXY(place.longitudeDegrees, place.latitudeDegrees);
    const QLocale locale;
    const double metres = ellipsoid.measureLine(points);
    double bearing = ellipsoid.bearing(points[points.size() - 2], points.last()) / radiansPerDegree;
    bearing = std::fmod(std::round(bearing * 10) / 10 + 360, 360);
    QString text =
        FrameMeasure::tr("%1 m (%2 NM), %3° true")
            .arg(locale.toString(metres, 'f', metres < 100 ? 1 : 0),
                 locale.toString(metres / metresPerNauticalMile, 'f', 3), locale.toString(bearing, 'f', 1));
    if (places.size() > 2)
        text += FrameMeasure::tr("; area %1 m²")
                    .arg(locale.toString(groundArea(GroundPolygon{GroundRing(places.begin(), places.end())}),
                                         'f', 0));
    return text;
}

FrameMeasure::FrameMeasure(FrameView* view) : QObject(view), m_view(view)
{
    connect(view, &FrameView::measured, this, &FrameMeasure::add);
}

void FrameMeasure::setOn(bool on)
{
    m_on = on;
    m_pixels.clear();
    m_ended = false;
    m_view->setMeasuring(on);
    m_view->setMeasured({}, QString());
}

void FrameMeasure::setFrame(const FrameRecord& record)
{
    const bool other = record.frame != m_record.frame;
    m_record = record;
    if (other)
        m_pixels.clear();
    if (m_on)
        show();
}

void FrameMeasure::add(const QPointF& pixel, bool last)
{
    if (m_ended)
        m_pixels.clear();
    m_ended = last;
    if (!last)  // the double click's first click has added it
        m_pixels.push_back(pixel);
    show();
}

void FrameMeasure::show()
{
    QString text = tr("Click the next place; a double click ends.");
    if (!m_record.telemetry.pose) {
        text = tr("This frame has no place, so nothing can be measured in it.");
    } else if (m_pixels.size() > 1) {
        const CameraModel camera = *cameraOf(m_record);
        std::vector<GroundPoint> places;
        for (const QPointF& pixel : m_pixels) {
            if (const std::optional<GroundPoint> place = camera.toGround({pixel.x(), pixel.y()}))
                places.push_back(*place);
        }
        text = places.size() == m_pixels.size()
                   ? measuredText(places)
                   : tr("A place lies above the horizon: it cannot be measured.");
    }
    m_view->setMeasured(m_pixels, text);
}

}  // namespace sheen
