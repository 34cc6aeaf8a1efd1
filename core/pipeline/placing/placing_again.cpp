#include "placing/placing_again.h"

#include <algorithm>

#include "placing/elevation.h"
#include "placing/placement.h"
#include "placing/track_notices.h"
#include "sources/look_check.h"
#include "track/track.h"

namespace sheen {

namespace {

QJsonObject settingsOf(const RunFacts& facts, const char* part)
{
    return facts.settings.value(QLatin1String(part)).toObject();
}

/** Date, time and sensor may have been seen beside a pose that a table gave. */
bool tellsNoPlace(const TelemetryReading& reading)
{
    if (reading.utc.isValid() || reading.horizontalFovDegrees || reading.cameraBearingDegrees ||
        reading.cameraDepressionDegrees || reading.cameraRollDegrees)
        return false;
    for (std::size_t i = indexOf(OverlayField::FocalLength); i < overlayFieldCount; ++i) {
        if (!reading.fields[i].text.isEmpty() || reading.fields[i].value)
            return false;
    }
    return true;
}

}  // namespace

TrackSettings trackSettingsOf(const RunFacts& facts)
{
    return trackSettingsFromJson(settingsOf(facts, "track"));
}

MergeSettings mergeSettingsOf(const RunFacts& facts)
{
    const QJsonObject json = settingsOf(facts, "merge");
    MergeSettings settings;
    settings.smallestAreaSquareMetres =
        json[QLatin1String("smallest_area_m2")].toDouble(settings.smallestAreaSquareMetres);
    settings.gapMetres = json[QLatin1String("gap_m")].toDouble(settings.gapMetres);
    settings.cellSizeMetres = json[QLatin1String("cell_size_m")].toDouble(settings.cellSizeMetres);
    settings.passSeconds = json[QLatin1String("pass_s")].toDouble(settings.passSeconds);
    settings.epsg = facts.crsEpsg;
    return settings;
}

bool mergeAlike(const MergeSettings& one, const MergeSettings& other)
{
    return one.smallestAreaSquareMetres == other.smallestAreaSquareMetres && one.gapMetres == other.gapMetres;
}

PlacingSettings placingSettingsOf(const RunFacts& facts)
{
    return {trackSettingsOf(facts), mergeSettingsOf(facts)};
}

RunFacts mergedWith(RunFacts facts, const MergeSettings& settings)
{
    QJsonObject json = settingsOf(facts, "merge");
    json[QLatin1String("smallest_area_m2")] = settings.smallestAreaSquareMetres;
    json[QLatin1String("gap_m")] = settings.gapMetres;
    facts.settings[QLatin1String("merge")] = json;
    return facts;
}

bool hasGivenPoses(const std::vector<FrameRecord>& frames)
{
    bool posed = false;
    for (const FrameRecord& frame : frames) {
        if (!tellsNoPlace(frame.telemetry.reading))
            return false;
        posed = posed || frame.telemetry.pose;
    }
    return posed;
}

bool placeAgain(std::vector<FrameRecord>& frames, const TrackSettings& settings, const Cancel& cancel)
{
    const std::shared_ptr<const ElevationModel> before = frames.empty() ? nullptr : frames.front().elevation;
    setElevation(frames, settings);
    if (hasGivenPoses(frames)) {
        if (frames.front().elevation != before) {
            std::vector<TelemetryRecord> telemetry;
            for (const FrameRecord& frame : frames)
                telemetry.push_back(frame.telemetry);
            placeFrames(frames, std::move(telemetry), &cancel);
        }
    } else {
        Track track(settings);
        for (const FrameRecord& frame : frames)
            track.add(frame.telemetry.reading);
        std::vector<TelemetryRecord> telemetry = track.finish(&cancel);
        if (cancel.requested())
            return false;
        placeFrames(frames, std::move(telemetry), &cancel);
        checkLooksAgain(frames);
    }
    return !cancel.requested();
}

RunFacts factsAgain(const RunFacts& facts, const std::vector<FrameRecord>& frames,
                    const TrackSettings& settings)
{
    RunFacts again = facts;
    again.settings[QStringLiteral("track")] = trackSettingsToJson(settings);
    countPlaces(frames, again);
    countLooks(frames, again.issueCounts);
    if (again.crsEpsg == 0)
        again.crsEpsg = utmZoneOf(frames);
    setTrackNotices(again, frames, settings);
    return again;
}

}  // namespace sheen
