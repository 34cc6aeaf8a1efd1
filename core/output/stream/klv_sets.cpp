// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/klv_sets.h"

#include <array>
#include <cmath>

#include "camera/camera_model.h"
#include "geo/angles.h"
#include "geo/camera_angles.h"
#include "geo/geodesy.h"
#include "klv/klv_encoding.h"
#include "terrain/elevation_model.h"

namespace sheen {

namespace {

constexpr int standardVersion = 19;  //!< ST 0601.19

double fovDegrees(double pixels, double focalPixels)
{
    return 2 * std::atan(pixels / 2 / focalPixels) / radiansPerDegree;
}

/** The angles by which the picture's own axes point. */
CameraAngles anglesOf(const CameraModel& camera)
{
    const CameraPose& pose = camera.pose();
    const cv::Matx33d toNorthEastDown = northEastDown({pose.latitudeDegrees, pose.longitudeDegrees}).t();
    const cv::Matx33d& axes = camera.ecefToCamera();
    const auto axis = [&](int row) {
        return toNorthEastDown * cv::Vec3d(axes(row, 0), axes(row, 1), axes(row, 2));
    };
    return anglesOfAxes(axis(2), axis(0), axis(1));
}

void setAngles(const CameraModel& camera, const std::optional<double>& heading, KlvPacket& packet)
{
    const CameraAngles angles = anglesOf(camera);
    packet.sensorRelativeElevationDegrees = -angles.depressionDegrees;
    packet.sensorRelativeRollDegrees = wrappedTurn(angles.rollDegrees);
    if (!heading)
        return;
    packet.platformHeadingDegrees = headingAsSent(wrappedTurn(*heading));
    packet.sensorRelativeAzimuthDegrees = wrappedTurn(angles.bearingDegrees - *packet.platformHeadingDegrees);
}

void setGround(const CameraModel& camera, KlvPacket& packet)
{
    const cv::Point2d middle = camera.principalPoint();
    const std::optional<cv::Vec3d> seen = camera.toEcefPoint(middle);
    if (!seen)
        return;
    const GroundPoint centre = groundFromEcef(*seen);
    packet.frameCentreLatitudeDegrees = centre.latitudeDegrees;
    packet.frameCentreLongitudeDegrees = longitudeNear(centre.longitudeDegrees, 0);
    packet.frameCentreElevationMetres = camera.elevation() ? camera.elevation()->heightMetres(centre) : 0;
    packet.slantRangeMetres = cv::norm(*seen - camera.position());
    const cv::Rect2d& part = camera.activePicture();
    const std::array<cv::Point2d, 4> corners = {part.tl(), cv::Point2d(part.x + part.width, part.y),
                                                part.br(), cv::Point2d(part.x, part.y + part.height)};
    for (std::size_t i = 0; i < corners.size(); ++i)
        packet.corners[i] = camera.toGround(corners[i]);
}

QString missionOf(const EnteredFacts& entered)
{
    const QString mission = entered.of(EnteredFact::Mission);
    return mission.isEmpty() ? entered.of(EnteredFact::CaseNumber) : mission;
}

}  // namespace

std::optional<KlvPacket> klvPacketOf(const FrameRecord& record, const EnteredFacts& entered)
{
    const std::optional<CameraModel> camera = cameraOf(record);
    if (!camera || record.pictureSize.empty())
        return std::nullopt;
    const CameraPose& pose = camera->pose();
    KlvPacket packet;
    packet.precisionTimeStamp = record.telemetry.utc;
    packet.missionId = missionOf(entered);
    packet.platformDesignation = entered.of(EnteredFact::Aircraft);
    packet.platformTailNumber = entered.of(EnteredFact::Registration);
    packet.imageSourceSensor = record.telemetry.sensor;
    packet.version = standardVersion;
    packet.sensorLatitudeDegrees = pose.latitudeDegrees;
    packet.sensorLongitudeDegrees = longitudeNear(pose.longitudeDegrees, 0);
    packet.sensorTrueAltitudeMetres = pose.heightMetres;
    packet.sensorHorizontalFovDegrees = fovDegrees(camera->activePicture().width, camera->focalPixels());
    packet.sensorVerticalFovDegrees = fovDegrees(camera->activePicture().height, camera->focalPixels());
    setAngles(*camera, record.telemetry.values[indexOf(OverlayField::PlatformHeading)], packet);
    setGround(*camera, packet);
    return packet;
}

}  // namespace sheen
