#include "placing/track_notices.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "terrain/elevation_model.h"
#include "track/sea_level.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TrackNotices)
};

enum class Trouble { NoGeoid, NotRead, PartNotRead, Elsewhere, PartElsewhere };
constexpr std::array troubles = {Trouble::NoGeoid, Trouble::NotRead, Trouble::PartNotRead, Trouble::Elsewhere,
                                 Trouble::PartElsewhere};

QString kindOf(Trouble trouble)
{
    switch (trouble) {
        case Trouble::NoGeoid:
            return QStringLiteral("no_geoid");
        case Trouble::NotRead:
        case Trouble::PartNotRead:
            return QStringLiteral("elevation_unreadable");
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
        case Trouble::PartElsewhere:
            break;
    }
    return Text::tr("The elevation model \"%1\" covers the flight only in part; beyond it is sea level.")
        .arg(file);
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
