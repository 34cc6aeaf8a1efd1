#include "archive/flight_entry.h"

#include <QFileInfo>
#include <algorithm>

#include "base/enum_names.h"
#include "ogr/ground_geometry.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

constexpr auto stateNames = enumNames<FlightState>("done", "failed", "unfinished");

/** Frames of one flight overlap a lot; a few at a time are put together as they come. */
GroundMultiPolygon footprintOf(const std::vector<FrameRecord>& frames)
{
    constexpr std::size_t atOnce = 256;
    std::vector<GroundMultiPolygon> parts;
    GroundMultiPolygon whole;
    const auto putTogether = [&] {
        if (!whole.empty())
            parts.push_back(std::move(whole));
        whole = united(parts);
        parts.clear();
    };
    for (const FrameRecord& frame : frames) {
        if (frame.footprint.size() < 3)
            continue;
        parts.push_back(madeValid({{frame.footprint}}));
        if (parts.size() == atOnce)
            putTogether();
    }
    putTogether();
    return whole;
}

void setTimes(const std::vector<FrameRecord>& frames, FlightEntry& entry)
{
    for (const FrameRecord& frame : frames) {
        const QDateTime utc = frame.telemetry.utc.toUTC();
        if (!utc.isValid())
            continue;
        entry.firstUtc = entry.firstUtc.isValid() ? std::min(entry.firstUtc, utc) : utc;
        entry.lastUtc = entry.lastUtc.isValid() ? std::max(entry.lastUtc, utc) : utc;
    }
}

}  // namespace

QString flightStateName(FlightState state)
{
    return stateNames.of(state);
}

FlightState flightStateFromName(const QString& name)
{
    return stateNames.find(name).value_or(FlightState::Unfinished);
}

FlightEntry entryOf(const QString& path, const QString& workspacePath)
{
    const std::unique_ptr<Workspace> workspace = Workspace::open(workspacePath);
    const RunFacts facts = workspace->facts();
    const std::vector<FrameRecord> frames = workspace->frames();
    FlightEntry entry;
    entry.path = path;
    entry.workspace = QFileInfo(workspacePath).absoluteFilePath();
    entry.name = facts.flightName;
    entry.state = facts.cancelled || facts.brokenOff ? FlightState::Unfinished : FlightState::Done;
    entry.frames = facts.framesDone;
    entry.framesPlaced = facts.framesPlaced;
    entry.model = facts.model.name;
    entry.modelSha256 = facts.model.sha256;
    entry.footprint = footprintOf(frames);
    entry.slicks = workspace->slicks();
    setTimes(frames, entry);
    for (const Slick& slick : entry.slicks) {
        if (slick.decision != Decision::Rejected)
            entry.totals.add(slick);
    }
    return entry;
}

FlightEntry failedEntry(const QString& path, const QString& sentence)
{
    FlightEntry entry;
    entry.path = path;
    entry.name = QFileInfo(path).completeBaseName();
    entry.state = FlightState::Failed;
    entry.sentence = sentence;
    return entry;
}

}  // namespace sheen
