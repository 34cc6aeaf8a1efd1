#include "core/pipeline/track_notices.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

#include "core/data/geodesy.h"
#include "core/georeference/elevation_model.h"
#include "core/telemetry/sea_level.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TrackNotices)
};

enum class Trouble {
    NoGeoid,
    NotRead,
    PartNotRead,
    Elsewhere,
    PartElsewhere,
    UpsideDown,
    AboveHorizon,
    OilAtHorizon,
};
constexpr std::array troubles = {Trouble::NoGeoid,      Trouble::NotRead,       Trouble::PartNotRead,
                                 Trouble::Elsewhere,    Trouble::PartElsewhere, Trouble::UpsideDown,
                                 Trouble::AboveHorizon, Trouble::OilAtHorizon};

QString kindOf(Trouble trouble)
{
    switch (trouble) {
        case Trouble::NoGeoid:
            return QStringLiteral("no_geoid");
        case Trouble::NotRead:
        case Trouble::PartNotRead:
            return QStringLiteral("elevation_unreadable");
        case Trouble::UpsideDown:
            return QStringLiteral("camera_upside_down");
        case Trouble::AboveHorizon:
            return QStringLiteral("camera_above_horizon");
        case Trouble::OilAtHorizon:
            return QStringLiteral("oil_at_horizon");
        case Trouble::Elsewhere:
        case Trouble::PartElsewhere:
            break;
    }
    return QStringLiteral("elevation_elsewhere");
}

QString sentenceOf(Trouble trouble, const TrackSettings& settings)
{
    const QString& file = settings.elevationFile;
    switch (trouble) {
        case Trouble::NoGeoid:
            return Text::tr(
                "Altitudes are heights above the ellipsoid, and PROJ has no geoid grid here to bring them to "
                "sea "
                "level: heights may be off by up to 100 m. Install PROJ's data (proj-data), or set the sea "
                "level "
                "to the geoid's height there.");
        case Trouble::NotRead:
            return Text::tr(
                       "The elevation model \"%1\" cannot be read: everything is placed at sea level. Choose "
                       "it again in the flight's settings.")
                .arg(file);
        case Trouble::PartNotRead:
            return Text::tr(
                       "A part of the elevation model \"%1\" cannot be read, and was taken for sea: the file "
                       "is damaged.")
                .arg(file);
        case Trouble::Elsewhere:
            return Text::tr(
                       "The elevation model \"%1\" does not reach where the flight looked: everything is "
                       "placed at sea level. Give one of that coast.")
                .arg(file);
        case Trouble::UpsideDown:
            return Text::tr(
                "By the telemetry the camera hangs upside down in every frame: are its angles those "
                "of another thing? Compare a frame with the map.");
        case Trouble::AboveHorizon:
            return Text::tr(
                "By the telemetry the camera looks at the horizon or above it in every frame: are "
                "its angles counted in another way? Compare a frame with the map.");
        case Trouble::OilAtHorizon:
            return Text::tr(
                "Nearly all of the oil lies close to the horizon, where areas are least sure: are "
                "the camera's angles right? Compare a frame with the map.");
        case Trouble::PartElsewhere:
            break;
    }
    return Text::tr("The elevation model \"%1\" covers the flight only in part; beyond it is sea level.")
        .arg(file);
}

/** Whether something holds of all frames that have a pose, and there are some. */
template <typename Holds>
bool holdsThroughout(const std::vector<FrameRecord>& frames, const Holds& holds)
{
    bool any = false;
    for (const FrameRecord& frame : frames) {
        if (frame.telemetry.pose && !holds(*frame.telemetry.pose))
            return false;
        any = any || frame.telemetry.pose.has_value();
    }
    return any;
}

/** Whether nine tenths of the area that was found are seen at a flat angle, from above the horizon. */
bool isOilAtHorizon(const std::vector<FrameRecord>& frames)
{
    constexpr double flatDegrees = 3;
    constexpr double nearlyAll = 0.9;
    double all = 0;
    double flat = 0;
    for (const FrameRecord& frame : frames) {
        const auto& pose = frame.telemetry.pose;
        for (const Detection& detection : frame.detections) {
            if (!pose || detection.ground.empty() || detection.ground.front().empty() ||
                detection.ground.front().front().empty())
                continue;
            const DegreeLengths lengths(pose->latitudeDegrees);
            const GroundPoint& place = detection.ground.front().front().front();
            const double north = (place.latitudeDegrees - pose->latitudeDegrees) * lengths.north;
            const double east =
                (longitudeNear(place.longitudeDegrees, pose->longitudeDegrees) - pose->longitudeDegrees) *
                lengths.east;
            const double depression =
                std::atan2(pose->heightMetres, std::hypot(north, east)) / radiansPerDegree;
            all += detection.areaSquareMetres;
            flat += depression < flatDegrees ? detection.areaSquareMetres : 0;
        }
    }
    return all > 0 && flat >= nearlyAll * all;
}

bool isThere(Trouble trouble, const std::vector<FrameRecord>& frames, const TrackSettings& settings)
{
    const auto count = [&frames](const auto& holds) {
        return std::count_if(frames.begin(), frames.end(), holds);
    };
    const ElevationModel* land = frames.empty() ? nullptr : frames.front().elevation.get();
    const auto reached = [&] {
        return count([land](const FrameRecord& frame) {
            return std::any_of(frame.footprint.begin(), frame.footprint.end(),
                               [land](const GroundPoint& corner) { return land->covers(corner); });
        });
    };
    const auto placed = [&] {
        return count([](const FrameRecord& frame) { return !frame.footprint.empty(); });
    };
    switch (trouble) {
        case Trouble::NoGeoid:
            return count([&](const FrameRecord& frame) {
                       return lacksGeoid(frame.telemetry.reading, settings);
                   }) > 0;
        case Trouble::NotRead:
            return !settings.elevationFile.isEmpty() && !frames.empty() && !land;
        case Trouble::PartNotRead:
            return land && land->isDamaged();
        case Trouble::Elsewhere:
            return land && placed() > 0 && reached() == 0;
        case Trouble::UpsideDown:
            return holdsThroughout(frames,
                                   [](const CameraPose& pose) { return std::abs(pose.rollDegrees) > 90; });
        case Trouble::AboveHorizon:
            return holdsThroughout(frames,
                                   [](const CameraPose& pose) { return pose.depressionDegrees <= 0; });
        case Trouble::OilAtHorizon:
            return isOilAtHorizon(frames);
        case Trouble::PartElsewhere:
            break;
    }
    return land && reached() > 0 && reached() < placed();
}

}  // namespace

void setTrackNotices(RunFacts& facts, const std::vector<FrameRecord>& frames, const TrackSettings& settings,
                     const TrackSettings& before)
{
    for (const Trouble trouble : troubles) {
        facts.notices.removeAll(sentenceOf(trouble, before));
        facts.issueCounts.erase(kindOf(trouble));
    }
    for (const Trouble trouble : troubles) {
        if (isThere(trouble, frames, settings)) {
            facts.notices << sentenceOf(trouble, settings);
            ++facts.issueCounts[kindOf(trouble)];
        }
    }
}

}  // namespace sheen
