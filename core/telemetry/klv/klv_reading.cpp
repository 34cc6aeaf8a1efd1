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

/** Where the camera points, on a level platform where its pitch and roll are not sent. */
CameraAngles anglesOf(const KlvPacket& packet)
{
    const Attitude platform{*packet.platformHeadingDegrees, packet.platformPitchDegrees.value_or(0),
                            packet.platformRollDegrees.value_or(0)};
    const Attitude gimbal{*packet.sensorRelativeAzimuthDegrees, *packet.sensorRelativeElevationDegrees,
                          packet.sensorRelativeRollDegrees.value_or(0)};
    return cameraAngles(platform, gimbal);
}

/**
 * Whether the angles meet the frame's centre as nearly as the steps of both allow: then they were meant
 * against a level platform, and tell more than the centre does.
 */
bool meetCentre(const KlvPacket& packet, const GroundPoint& centre)
{
    constexpr double stepMetres = 0.5;
    constexpr double stepDegrees = 0.01;
    if (!packet.sensorLatitudeDegrees || !packet.sensorLongitudeDegrees || !packet.sensorTrueAltitudeMetres)
        return false;
    const GroundPoint place{*packet.sensorLatitudeDegrees, *packet.sensorLongitudeDegrees};
    const cv::Vec3d look = toEcef(centre, packet.frameCentreElevationMetres.value_or(0)) -
                           toEcef(place, *packet.sensorTrueAltitudeMetres);
    const CameraAngles angles = anglesOf(packet);
    const double bearing = angles.bearingDegrees * radiansPerDegree;
    const double depression = angles.depressionDegrees * radiansPerDegree;
    const cv::Vec3d axis(std::cos(depression) * std::cos(bearing), std::cos(depression) * std::sin(bearing),
                         std::sin(depression));
    const double beside = cv::norm((northEastDown(place) * axis).cross(look));
    return beside <= stepMetres + stepDegrees * radiansPerDegree * cv::norm(look);
}

/** Without pitch and roll of the platform the angles are a few degrees off as a rule: the frame's centre is
 * better. */
bool anglesAreBest(const KlvPacket& packet)
{
    if (!packet.platformHeadingDegrees || !packet.sensorRelativeAzimuthDegrees ||
        !packet.sensorRelativeElevationDegrees)
        return false;
    if (packet.platformPitchDegrees && packet.platformRollDegrees)
        return true;
    const std::optional<GroundPoint> centre = frameCentre(packet);
    return !centre || meetCentre(packet, *centre);
}

void setCameraAngles(const KlvPacket& packet, TelemetryReading& reading)
{
    const CameraAngles angles = anglesOf(packet);
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

/** The camera in earth-centred coordinates; the sea lies at height 0, and so does what it sees. */
std::optional<cv::Vec3d> cameraPlace(const KlvPacket& packet, const TelemetryReading& reading)
{
    const auto& height = reading[OverlayField::PlatformAltitude].value;
    if (!packet.sensorLatitudeDegrees || !packet.sensorLongitudeDegrees || !height)
        return std::nullopt;
    return toEcef({*packet.sensorLatitudeDegrees, *packet.sensorLongitudeDegrees}, *height);
}

/** The camera's axes in earth-centred coordinates, and half of what it sees from left to right. */
struct View
{
    cv::Vec3d opticalAxis, right, lower;
    double halfWidthRadians = 0;
};

/**
 * By the picture's corners on the ground. Rays to the corners of a picture make equal angles with the optical
 * axis: their unit vectors add up to it, and the right ones less the left ones to the picture's width.
 */
std::optional<View> viewByCorners(const KlvPacket& packet, const cv::Vec3d& camera)
{
    std::array<cv::Vec3d, 4> rays;  // top left, top right, bottom right, bottom left
    for (std::size_t i = 0; i < rays.size(); ++i) {
        if (!packet.corners[i] || !(std::abs(packet.corners[i]->latitudeDegrees) <= 90))
            return std::nullopt;
        rays[i] =
            cv::normalize(toEcef(*packet.corners[i], packet.frameCentreElevationMetres.value_or(0)) - camera);
    }
    const cv::Vec3d along = rays[0] + rays[1] + rays[2] + rays[3];
    const cv::Vec3d across = rays[1] + rays[2] - rays[0] - rays[3];
    const cv::Vec3d down = rays[2] + rays[3] - rays[0] - rays[1];
    constexpr double least = 1e-6;
    if (cv::norm(along) < least || cv::norm(across) < least || cv::norm(down) < least)
        return std::nullopt;
    // Corners are rounded, so the three are not quite at right angles; near straight down roll is the
    // quotient of what is left of them along the axis.
    const cv::Vec3d axis = cv::normalize(along);
    const cv::Vec3d right = cv::normalize(across - axis * axis.dot(across));
    const cv::Vec3d lower = axis.cross(right);
    if (lower.dot(down) <= 0)  // mirrored
        return std::nullopt;
    return View{axis, right, lower, std::atan(cv::norm(across) / cv::norm(along))};
}

std::optional<double> fovByTargetWidth(const KlvPacket& packet, const std::optional<cv::Vec3d>& camera)
{
    std::optional<double> slant = packet.slantRangeMetres;
    const std::optional<GroundPoint> centre = frameCentre(packet);
    if (!slant && camera && centre)
        slant = cv::norm(toEcef(*centre, packet.frameCentreElevationMetres.value_or(0)) - *camera);
    if (!packet.targetWidthMetres || *packet.targetWidthMetres <= 0 || !slant || *slant <= 0)
        return std::nullopt;
    return 2 * std::atan(*packet.targetWidthMetres / (2 * *slant)) / radiansPerDegree;
}

/** What is not sent, from what the picture covers on the ground. */
void completeFromGround(const KlvPacket& packet, std::optional<double> givenFovDegrees,
                        TelemetryReading& reading)
{
    const std::optional<cv::Vec3d> camera = cameraPlace(packet, reading);
    const std::optional<View> view = camera ? viewByCorners(packet, *camera) : std::nullopt;
    if (!reading.horizontalFovDegrees)
        reading.horizontalFovDegrees = givenFovDegrees;
    if (!reading.horizontalFovDegrees)
        reading.horizontalFovDegrees = fovByTargetWidth(packet, camera);
    if (!view)
        return;
    if (!reading.horizontalFovDegrees)
        reading.horizontalFovDegrees = 2 * view->halfWidthRadians / radiansPerDegree;
    if (reading.cameraBearingDegrees || packet.platformHeadingDegrees)
        return;
    const cv::Matx33d toNorthEastDown =
        northEastDown({*packet.sensorLatitudeDegrees, *packet.sensorLongitudeDegrees}).t();
    const CameraAngles angles = anglesOfAxes(toNorthEastDown * view->opticalAxis,
                                             toNorthEastDown * view->right, toNorthEastDown * view->lower);
    reading.cameraBearingDegrees = angles.bearingDegrees;
    reading.cameraDepressionDegrees = angles.depressionDegrees;
    reading.cameraRollDegrees = angles.rollDegrees;
}

}  // namespace

TelemetryReading readingOf(const KlvPacket& packet, std::optional<double> horizontalFovDegrees)
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
    completeFromGround(packet, horizontalFovDegrees, reading);
    return reading;
}

}  // namespace sheen
