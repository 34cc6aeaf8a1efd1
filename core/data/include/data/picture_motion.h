#pragma once

#include <QJsonArray>
#include <QString>
#include <opencv2/core.hpp>
#include <vector>

namespace sheen {

/** What two frames show of the same ground: points, in pixels of each, as many in one as in the other. */
struct PictureMotion
{
    int firstFrame = 0;
    int secondFrame = 0;
    std::vector<cv::Point2f> first;
    std::vector<cv::Point2f> second;

    bool operator==(const PictureMotion&) const = default;
};

/**
 * What the way of the ground through the pictures tells of the pictures of one sensor at one focal length,
 * held against the telemetry. Errors are 1 sigma.
 */
struct MotionCheck
{
    QString sensor;                     //!< empty where the telemetry names none
    double focalLengthMillimetres = 0;  //!< 0 where the telemetry gives the field of view itself
    double fieldOfViewDegrees = 0;      //!< as the telemetry has it, horizontal
    double depressionDegrees = 0;       //!< of the optical axis, the median
    int pairs = 0;                      //!< of frames in which something on the ground held still
    bool knowsScale = false;            //!< the error is small enough to say anything
    bool knowsHeading = false;
    double scale = 1;           //!< focal length as the pictures have it, divided by the telemetry's
    double scaleError = 0;      //!< as a share of it
    double headingDegrees = 0;  //!< the pictures look so much further to the right than the telemetry says
    double headingErrorDegrees = 0;

    bool operator==(const MotionCheck&) const = default;
};

/** Whether scale and heading are so far from the telemetry's that something is wrong: by more than three
 * standard errors, and by more than 5 % or 3 degrees. */
bool isScaleOff(const MotionCheck& check);
bool isHeadingOff(const MotionCheck& check);

/** Whether two differ by no more than three standard errors of their difference. */
bool areScalesAlike(const MotionCheck& one, const MotionCheck& other);
bool areHeadingsAlike(const MotionCheck& one, const MotionCheck& other);

/** The electronic zoom that a scale which is off amounts to, 1.5, 2 or 4; 0 where it is none of them. */
double zoomOf(const MotionCheck& check);

QJsonArray motionsToJson(const std::vector<PictureMotion>& motions);
/** What is not as motionsToJson() writes it is left out. */
std::vector<PictureMotion> motionsFromJson(const QJsonArray& array);

QJsonArray motionChecksToJson(const std::vector<MotionCheck>& checks);
std::vector<MotionCheck> motionChecksFromJson(const QJsonArray& array);

}  // namespace sheen
