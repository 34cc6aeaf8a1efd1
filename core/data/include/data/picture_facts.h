#pragma once

#include <QDateTime>
#include <opencv2/core.hpp>
#include <optional>

namespace sheen {

/** What a picture's file says in EXIF and XMP of how it was taken; angles in degrees. */
struct PictureFacts
{
    QDateTime clock;  //!< of the camera, in its own zone (the zone given here is UTC); invalid without
    QDateTime utc;    //!< invalid where the zone of the clock is not known
    std::optional<double> latitudeDegrees;
    std::optional<double> longitudeDegrees;
    std::optional<double> altitudeMetres;  //!< above mean sea level, as a rule
    std::optional<double> heightAboveTakeOffMetres;
    std::optional<double> platformYawDegrees;  //!< true heading

    // The camera's own attitude, true; yaw about down, then pitch (up is positive), then roll.
    std::optional<double> cameraYawDegrees;
    std::optional<double> cameraPitchDegrees;
    std::optional<double> cameraRollDegrees;
    bool attitudeIsOfCarrier =
        false;  //!< these are of what carries the camera, which looks straight down from it
    /** They were written as a carrier's, which cannot fly so: they are taken for the camera's own. */
    bool attitudeWasNoCarriers = false;

    std::optional<double> focalLengthMillimetres;
    std::optional<double> equivalentFocalLengthMillimetres;  //!< on 35 mm film
    std::optional<double> focalLengthPixels;
    cv::Size size;  //!< of the picture as it was taken, in pixels; empty where it is not said

    bool hasPosition() const { return latitudeDegrees && longitudeDegrees; }
};

}  // namespace sheen
