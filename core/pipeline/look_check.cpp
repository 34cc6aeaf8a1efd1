#include "core/pipeline/look_check.h"

#include <tbb/parallel_for.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/data/geodesy.h"
#include "core/georeference/camera_model.h"
#include "core/georeference/pose_errors.h"
#include "core/telemetry/angles.h"
#include "core/telemetry/overlay_grammar.h"
#include "core/telemetry/smoothed_flight.h"

namespace sheen {

namespace {

using F = OverlayField;

double degreesBetween(const cv::Vec3d& a, const cv::Vec3d& b)
{
    return std::atan2(cv::norm(a.cross(b)), a.dot(b)) / radiansPerDegree;
}

double squareRoot(double value)
{
    return std::sqrt(std::max(0.0, value));
}

/** What an overlay displays of a line of sight, in metres and degrees, with the displays' steps. */
class DisplayedLook
{
public:
    explicit DisplayedLook(const TelemetryRecord& record) : m_record(record) {}

    bool isComplete() const
    {
        constexpr std::array needed = {F::PlatformLatitude, F::PlatformLongitude, F::PlatformAltitude,
                                       F::TargetLatitude,   F::TargetLongitude,   F::TargetBearing,
                                       F::SlantRange};
        return m_record.reading.source == Quality::Read &&
               std::all_of(needed.begin(), needed.end(), [this](F field) {
                   return m_record.qualities[index(field)] == Quality::Read &&
                          m_record.doubts[index(field)] == Doubt::None;
               });
    }

    std::optional<LookDisagreement> disagreement() const
    {
        const DegreeLengths lengths((value(F::PlatformLatitude) + value(F::TargetLatitude)) / 2);
        const double north = (value(F::TargetLatitude) - value(F::PlatformLatitude)) * lengths.north;
        const double east = (longitudeNear(value(F::TargetLongitude), value(F::PlatformLongitude)) -
                             value(F::PlatformLongitude)) *
                            lengths.east;
        const double ground = std::hypot(north, east);
        const double above = value(F::PlatformAltitude) - m_record.seaLevelMetres -
                             m_record.values[index(F::TargetElevation)].value_or(0);
        const double slant = value(F::SlantRange);
        // Roundings of both ends at their worst, and what is flown between two refreshes of a display.
        const double places =
            std::hypot((step(F::PlatformLatitude) + step(F::TargetLatitude)) / 2 * lengths.north,
                       (step(F::PlatformLongitude) + step(F::TargetLongitude)) / 2 * lengths.east) +
            25;
        // Ground ranges that slant range and height may mean.
        const double slantOff = step(F::SlantRange) / 2 + 0.01 * slant;
        const double heightOff = step(F::PlatformAltitude) / 2 + 15;
        const double nearest =
            squareRoot(std::pow(slant - slantOff, 2) - std::pow(std::abs(above) + heightOff, 2));
        const double farthest = squareRoot(std::pow(slant + slantOff, 2) -
                                           std::pow(std::max(0.0, std::abs(above) - heightOff), 2));
        const bool rangeFits = ground >= nearest - places && ground <= farthest + places;
        const double turn = shortestTurn(std::atan2(east, north) / radiansPerDegree, value(F::TargetBearing));
        const double turnOff = step(F::TargetBearing) / 2 + 1 + std::atan2(places, ground) / radiansPerDegree;
        // Straight down a bearing means nothing.
        const bool bearingFits = ground < 4 * places || std::abs(turn) <= turnOff;
        if (rangeFits && bearingFits)
            return std::nullopt;
        const double told = squareRoot(slant * slant - above * above);
        const double bearing = value(F::TargetBearing) * radiansPerDegree;
        const cv::Vec3d target(north, east, above);
        const cv::Vec3d angles(told * std::cos(bearing), told * std::sin(bearing), above);
        return LookDisagreement{cv::norm(target - angles), degreesBetween(target, angles)};
    }

private:
    static std::size_t index(F field) { return static_cast<std::size_t>(field); }
    double value(F field) const { return m_record.values[index(field)].value_or(0); }
    double step(F field) const { return overlayStep(field, m_record.reading[field].text); }

    const TelemetryRecord& m_record;
};

/** What such an issue is counted as, and its sentence before numbers are put in. */
struct IssueText
{
    QString kind, sentence;
};

IssueText overlayText()
{
    return {QStringLiteral("overlay_look_disagree"),
            QCoreApplication::translate(
                "sheen::Overlay",
                "The overlay disagrees with itself: bearing and slant range point %1 m (%2 degrees) away "
                "from the "
                "target's position. Check what altitudes are counted from and the sea level in the flight's "
                "settings, and correct the value that is wrong in the telemetry panel.")};
}

IssueText klvText()
{
    return {QStringLiteral("klv_frame_centre_disagree"),
            QCoreApplication::translate(
                "sheen::Klv",
                "KLV disagrees with itself: its angles point %1 m (%2 degrees) away from the place "
                "that it gives for the middle of the picture. Compare a shore or ship with the map, "
                "and set the camera's mounting in its calibration if the angles are wrong.")};
}

/** Matches the sentence with any numbers. */
QRegularExpression anySentence(const IssueText& text)
{
    QString pattern = QRegularExpression::escape(text.sentence);
    for (const char* number : {"%1", "%2"})
        pattern.replace(QRegularExpression::escape(QLatin1String(number)), QStringLiteral("[-.0-9]+"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

}  // namespace

std::optional<LookDisagreement> frameCentreDisagreement(const TelemetryRecord& record, cv::Size picture)
{
    const TelemetryReading& reading = record.reading;
    const auto& latitude = reading[F::TargetLatitude].value;
    const auto& longitude = reading[F::TargetLongitude].value;
    // A pose that was made from the target says nothing about it.
    if (reading.source != Quality::Klv || !latitude || !longitude || !reading.cameraBearingDegrees ||
        !record.pose || picture.empty())
        return std::nullopt;
    CameraPose pose = *record.pose;
    pose.heightMetres -= reading[F::TargetElevation].value.value_or(0);
    const CameraModel camera(pose, picture, record.calibration);
    const cv::Point2d middle(picture.width / 2.0, picture.height / 2.0);
    const std::optional<cv::Vec3d> seen = camera.toEcefPoint(middle);
    if (!seen)
        return std::nullopt;
    const cv::Vec3d given = toEcef({*latitude, *longitude});
    const LookDisagreement found{cv::norm(*seen - given),
                                 degreesBetween(*seen - camera.position(), given - camera.position())};
    const double tolerance = 20 + 1.5 * positionErrorMetres(camera, middle).value_or(0);
    return found.metres > tolerance ? std::optional(found) : std::nullopt;
}

std::optional<LookDisagreement> displayedLookDisagreement(const TelemetryRecord& record)
{
    const DisplayedLook look(record);
    return look.isComplete() ? look.disagreement() : std::nullopt;
}

std::optional<FrameIssue> LookCheck::check(const TelemetryRecord& record,
                                           const std::optional<LookDisagreement>& found)
{
    const bool isKlv = record.reading.source == Quality::Klv;
    // A digit that was misread once is no disagreement: the next frame has to bear it out.
    const bool suspected = std::exchange(m_suspected, !isKlv && found.has_value());
    if (!found || !(isKlv || suspected))
        return std::nullopt;
    const IssueText text = isKlv ? klvText() : overlayText();
    return FrameIssue{text.kind, text.sentence.arg(found->metres, 0, 'f', 0).arg(found->degrees, 0, 'f', 1),
                      false};
}

void checkLooksAgain(std::vector<FrameRecord>& frames)
{
    std::vector<std::optional<LookDisagreement>> found(frames.size());
    tbb::parallel_for(std::size_t(0), frames.size(), [&](std::size_t i) {
        const TelemetryRecord& record = frames[i].telemetry;
        found[i] = record.reading.source == Quality::Klv
                       ? frameCentreDisagreement(record, frames[i].pictureSize)
                       : displayedLookDisagreement(record);
    });
    const std::array earlier = {anySentence(overlayText()), anySentence(klvText())};
    LookCheck looks;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        QStringList& issues = frames[i].issues;
        for (const QRegularExpression& sentence : earlier) {
            for (const QString& issue : issues.filter(sentence))
                issues.removeAll(issue);
        }
        if (const auto issue = looks.check(frames[i].telemetry, found[i]))
            issues << issue->sentence;
    }
}

void countLooks(const std::vector<FrameRecord>& frames, std::map<QString, int>& issueCounts)
{
    for (const IssueText& text : {overlayText(), klvText()}) {
        const QRegularExpression sentence = anySentence(text);
        const auto count = std::count_if(frames.begin(), frames.end(), [&](const FrameRecord& frame) {
            return !frame.issues.filter(sentence).isEmpty();
        });
        issueCounts.erase(text.kind);
        if (count > 0)
            issueCounts[text.kind] = static_cast<int>(count);
    }
}

}  // namespace sheen
