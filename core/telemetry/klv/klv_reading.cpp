#include "klv_reading.h"

#include <array>
#include <cmath>
#include <opencv2/core.hpp>

#include "geo/camera_angles.h"
#include "geo/geodesy.h"
#include "geo/geoid.h"

namespace sheen {

namespace {

/** As it is sent; else where the picture's diagonals cross. */
std::optional<GroundPoint> frameCentre(const KlvPacket& packet)
{
    if (packet.frameCentreLatitudeDegrees && packet.frameCentreLongitudeDegrees)
        return GroundPoint{*packet.frameCentreLatitudeDegrees, *packet.frameCentreLongitudeDegrees};
    std::array<cv::Point2d, 4> corners;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        if (!packet.corners[i])
            return std::nullopt;
        corners[i] = {longitudeNear(packet.corners[i]->longitudeDegrees, packet.corners[0]->longitudeDegrees),
                      packet.corners[i]->latitudeDegrees};
    }
    const cv::Point2d falling = corners[2] - corners[0];
    const cv::Point2d rising = corners[3] - corners[1];
    const double area = falling.cross(rising);
    if (area == 0)
        return std::nullopt;
    const cv::Point2d middle = corners[0] + falling * ((corners[1] - corners[0]).cross(rising) / area);
    if (!(std::abs(middle.y) <= 90) || !(std::abs(middle.x) <= 360))
        return std::nullopt;
    return GroundPoint{middle.y, longitudeNear(middle.x, 0)};
}

/** Without pitch and roll of the platform the angles are a few degrees off: the frame's centre is better. */
bool anglesAreBest(const KlvPacket& packet)
{
    if (!packet.platformHeadingDegrees || !packet.sensorRelativeAzimuthDegrees ||
        !packet.sensorRelativeElevationDegrees)
        return false;
    const bool attitude = packet.platformPitchDegrees && packet.platformRollDegrees;
    return attitude || !frameCentre(packet);
}

void setCameraAngles(const KlvPacket& packet, TelemetryReading& reading)
{
    const Attitude platform{*packet.platformHeadingDegrees, packet.platformPitchDegrees.value_or(0),
                            packet.platformRollDegrees.value_or(0)};
    const Attitude gimbal{*packet.sensorRelativeAzimuthDegrees, *packet.sensorRelativeElevationDegrees,
                          packet.sensorRelativeRollDegrees.value_or(0)};
    const CameraAngles angles = cameraAngles(platform, gimbal);
    reading.cameraBearingDegrees = angles.bearingDegrees;
    reading.cameraDepressionDegrees = angles.depressionDegrees;
    reading.cameraRollDegrees = angles.rollDegrees;
}

/** What the packet itself knows of it, else what PROJ has a grid of. */
std::optional<double> geoidHeightMetres(const KlvPacket& packet)
{
    if (packet.frameCentreEllipsoidHeightMetres && packet.frameCentreElevationMetres)
        return *packet.frameCentreEllipsoidHeightMetres - *packet.frameCentreElevationMetres;
    const Geoid* geoid = Geoid::installed();
    if (!geoid || !packet.sensorLatitudeDegrees || !packet.sensorLongitudeDegrees)
        return std::nullopt;
    const double height =
        geoid->heightMetres({*packet.sensorLatitudeDegrees, *packet.sensorLongitudeDegrees});
    return std::isfinite(height) ? std::optional<double>(height) : std::nullopt;
}

/** Height above the sea, as well as it can be told, and whether the geoid's height was taken off for it. */
void setHeight(const KlvPacket& packet, TelemetryReading& reading)
{
    FieldReading& altitude = reading[OverlayField::PlatformAltitude];
    altitude.value = packet.sensorTrueAltitudeMetres;
    if (!altitude.value && packet.sensorEllipsoidHeightMetres) {
        reading.geoidReductionMetres = geoidHeightMetres(packet).value_or(0);
        altitude.value = *packet.sensorEllipsoidHeightMetres - *reading.geoidReductionMetres;
    }
    altitude.confidence = altitude.value ? 1 : 0;
}

}  // namespace

TelemetryReading readingOf(const KlvPacket& packet)
{
    TelemetryReading reading;
    reading.source = Quality::Klv;
    reading.utc = packet.precisionTimeStamp;
    reading.horizontalFovDegrees = packet.sensorHorizontalFovDegrees;
    const auto set = [&reading](OverlayField field, const std::optional<double>& value) {
        reading[field].value = value;
        reading[field].confidence = value ? 1 : 0;
    };
    set(OverlayField::PlatformLatitude, packet.sensorLatitudeDegrees);
    set(OverlayField::PlatformLongitude, packet.sensorLongitudeDegrees);
    setHeight(packet, reading);
    set(OverlayField::PlatformHeading, packet.platformHeadingDegrees);
    if (const std::optional<GroundPoint> centre = frameCentre(packet)) {
        set(OverlayField::TargetLatitude, centre->latitudeDegrees);
        set(OverlayField::TargetLongitude, centre->longitudeDegrees);
    }
    set(OverlayField::TargetElevation, packet.frameCentreElevationMetres);
    set(OverlayField::SlantRange, packet.slantRangeMetres);
    if (anglesAreBest(packet))
        setCameraAngles(packet, reading);
    return reading;
}

}  // namespace sheen
