#include "data/picture_motion.h"

#include <QJsonObject>
#include <array>
#include <cmath>

#include "data/issue.h"

namespace sheen {

namespace {

constexpr double alarmSigmas = 3;
constexpr double alarmScaleShare = 0.05;
constexpr double alarmHeadingDegrees = 3;
constexpr int pixelDecimals = 2;  // a track is no finer

void appendPoint(QJsonArray& numbers, cv::Point2f point)
{
    numbers.append(roundedTo(double(point.x), pixelDecimals));
    numbers.append(roundedTo(double(point.y), pixelDecimals));
}

MotionCheck motionCheckFromJson(const QJsonObject& json)
{
    const auto number = [&json](const char* key) { return json.value(QLatin1String(key)).toDouble(); };
    MotionCheck check;
    check.sensor = json.value(QLatin1String("sensor")).toString();
    check.focalLengthMillimetres = number("focal_length_mm");
    check.fieldOfViewDegrees = number("field_of_view_deg");
    check.depressionDegrees = number("depression_deg");
    check.pairs = json.value(QLatin1String("pairs")).toInt();
    check.knowsScale = json.contains(QLatin1String("scale"));
    check.knowsHeading = json.contains(QLatin1String("heading_deg"));
    if (check.knowsScale) {
        check.scale = number("scale");
        check.scaleError = number("scale_error");
    }
    if (check.knowsHeading) {
        check.headingDegrees = number("heading_deg");
        check.headingErrorDegrees = number("heading_error_deg");
    }
    return check;
}

}  // namespace

bool isScaleOff(const MotionCheck& check)
{
    const double off = std::abs(std::log(check.scale));
    return check.knowsScale && off > alarmSigmas * check.scaleError && off > alarmScaleShare;
}

bool isHeadingOff(const MotionCheck& check)
{
    const double off = std::abs(check.headingDegrees);
    return check.knowsHeading && off > alarmSigmas * check.headingErrorDegrees && off > alarmHeadingDegrees;
}

bool areScalesAlike(const MotionCheck& one, const MotionCheck& other)
{
    return std::abs(std::log(one.scale / other.scale)) <
           alarmSigmas * std::hypot(one.scaleError, other.scaleError);
}

bool areHeadingsAlike(const MotionCheck& one, const MotionCheck& other)
{
    return std::abs(std::remainder(one.headingDegrees - other.headingDegrees, 360.0)) <
           alarmSigmas * std::hypot(one.headingErrorDegrees, other.headingErrorDegrees);
}

double zoomOf(const MotionCheck& check)
{
    constexpr double alike = 0.08;  // ln: closer than a sensor's width is ever guessed
    if (!isScaleOff(check))
        return 0;
    for (const double zoom : std::array{1.5, 2.0, 4.0}) {
        if (std::abs(std::log(check.scale / zoom)) < alike)
            return zoom;
    }
    return 0;
}

QJsonArray motionsToJson(const std::vector<PictureMotion>& motions)
{
    QJsonArray array;
    for (const PictureMotion& motion : motions) {
        QJsonArray numbers{motion.firstFrame, motion.secondFrame};
        for (std::size_t i = 0; i < motion.first.size(); ++i) {
            appendPoint(numbers, motion.first[i]);
            appendPoint(numbers, motion.second[i]);
        }
        array.append(numbers);
    }
    return array;
}

std::vector<PictureMotion> motionsFromJson(const QJsonArray& array)
{
    constexpr int frameNumbers = 2;
    constexpr int pointNumbers = 4;
    std::vector<PictureMotion> motions;
    for (const QJsonValue& value : array) {
        const QJsonArray numbers = value.toArray();
        if (numbers.size() <= frameNumbers || (numbers.size() - frameNumbers) % pointNumbers != 0)
            continue;
        PictureMotion motion;
        motion.firstFrame = numbers.at(0).toInt();
        motion.secondFrame = numbers.at(1).toInt();
        const auto point = [&numbers](int at) {
            return cv::Point2f(float(numbers.at(at).toDouble()), float(numbers.at(at + 1).toDouble()));
        };
        for (int at = frameNumbers; at < int(numbers.size()); at += pointNumbers) {
            motion.first.push_back(point(at));
            motion.second.push_back(point(at + 2));
        }
        motions.push_back(motion);
    }
    return motions;
}

QJsonArray motionChecksToJson(const std::vector<MotionCheck>& checks)
{
    QJsonArray array;
    for (const MotionCheck& check : checks) {
        QJsonObject json{{QStringLiteral("sensor"), check.sensor},
                         {QStringLiteral("focal_length_mm"), check.focalLengthMillimetres},
                         {QStringLiteral("field_of_view_deg"), roundedTo(check.fieldOfViewDegrees, 4)},
                         {QStringLiteral("depression_deg"), roundedTo(check.depressionDegrees, 1)},
                         {QStringLiteral("pairs"), check.pairs}};
        if (check.knowsScale) {
            json[QStringLiteral("scale")] = roundedTo(check.scale, 4);
            json[QStringLiteral("scale_error")] = roundedTo(check.scaleError, 4);
        }
        if (check.knowsHeading) {
            json[QStringLiteral("heading_deg")] = roundedTo(check.headingDegrees, 2);
            json[QStringLiteral("heading_error_deg")] = roundedTo(check.headingErrorDegrees, 2);
        }
        array.append(json);
    }
    return array;
}

std::vector<MotionCheck> motionChecksFromJson(const QJsonArray& array)
{
    std::vector<MotionCheck> checks;
    for (const QJsonValue& value : array)
        checks.push_back(motionCheckFromJson(value.toObject()));
    return checks;
}

}  // namespace sheen
