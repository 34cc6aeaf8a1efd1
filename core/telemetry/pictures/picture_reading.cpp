#include "pictures/picture_reading.h"

#include <cmath>

#include "geo/angles.h"
#include "geo/camera_angles.h"
#include "geo/geodesy.h"
#include "pictures/equivalent_focal_length.h"
#include "pictures/height_choice.h"

namespace sheen {

namespace {

CameraAngles anglesOf(const PictureFacts& facts)
{
    const double platformYaw = facts.platformYawDegrees.value_or(0);
    if (assumesStraightDown(facts))
        return {wrappedTurn(facts.cameraYawDegrees.value_or(platformYaw)), 90, 0};
    const Attitude attitude{facts.cameraYawDegrees.value_or(platformYaw), *facts.cameraPitchDegrees,
                            facts.cameraRollDegrees.value_or(0)};
    return facts.attitudeIsOfCarrier ? cameraAngles(attitude, {0, -90, 0}) : cameraAngles({}, attitude);
}

std::optional<double> horizontalFov(const PictureFacts& facts, cv::Size picture)
{
    // Frames that were made smaller keep the focal length in pixels of the picture as it was taken.
    const cv::Size taken = facts.size.empty() ? picture : facts.size;
    if (facts.focalLengthPixels && !taken.empty())
        return 2 * std::atan(taken.width / (2 * *facts.focalLengthPixels)) / radiansPerDegree;
    if (facts.equivalentFocalLengthMillimetres)
        return horizontalFovOfEquivalent(*facts.equivalentFocalLengthMillimetres, taken);
    return std::nullopt;
}

}  // namespace

bool assumesStraightDown(const PictureFacts& facts)
{
    return !facts.cameraPitchDegrees;
}

bool lacksDirection(const PictureFacts& facts)
{
    return !facts.cameraYawDegrees && !facts.platformYawDegrees;
}

TelemetryReading readingOf(const PictureFacts& facts, cv::Size picture)
{
    TelemetryReading reading;
    reading.utc = facts.utc;
    if (!facts.hasPosition())
        return reading;
    reading.source = Quality::Klv;
    const auto set = [&reading](OverlayField field, const std::optional<double>& value) {
        reading[field].value = value;
        reading[field].confidence = value ? 1 : 0;
    };
    set(OverlayField::PlatformLatitude, facts.latitudeDegrees);
    set(OverlayField::PlatformLongitude, facts.longitudeDegrees);
    set(OverlayField::PlatformAltitude,
        chooseHeight(facts.altitudeMetres, facts.heightAboveTakeOffMetres).metres);
    if (facts.platformYawDegrees)
        set(OverlayField::PlatformHeading, wrappedTurn(*facts.platformYawDegrees));
    reading.horizontalFovDegrees = horizontalFov(facts, picture);
    // Alone it says nothing of the field of view: the sensor behind it may have any width.
    if (reading.horizontalFovDegrees)
        set(OverlayField::FocalLength, facts.focalLengthMillimetres);
    const CameraAngles angles = anglesOf(facts);
    if (!lacksDirection(facts))
        reading.cameraBearingDegrees = angles.bearingDegrees;
    reading.cameraDepressionDegrees = angles.depressionDegrees;
    reading.cameraRollDegrees = angles.rollDegrees;
    return reading;
}

}  // namespace sheen
