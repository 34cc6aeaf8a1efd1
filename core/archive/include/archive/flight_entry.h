#pragma once

#include <QDateTime>
#include <QString>
#include <vector>

#include "bodies/totals.h"
#include "data/slick.h"
#include "geo/ground.h"

namespace sheen {

/** How far a flight of an archive came. */
enum class FlightState { Done, Failed, Unfinished };

QString flightStateName(FlightState state);            //!< "done", "failed", "unfinished"
FlightState flightStateFromName(const QString& name);  //!< Unfinished for an unknown name

/** A flight as an archive's catalogue knows it. */
struct FlightEntry
{
    QString path;       //!< of the recording, absolute; by it a flight is known
    QString workspace;  //!< absolute; empty where there is none
    QString name;
    FlightState state = FlightState::Unfinished;
    QString sentence;    //!< why it failed; empty where it did not
    QDateTime firstUtc;  //!< of its frames; invalid where no frame has a time
    QDateTime lastUtc;
    int frames = 0;
    int framesPlaced = 0;
    SlickTotals totals;  //!< of its slicks without those that were rejected
    QDateTime notedUtc;  //!< when a catalogue took it up; invalid before
    QString model;       //!< name of its model
    QString modelSha256;
    GroundMultiPolygon footprint;  //!< what its frames show together, simplified; empty where none is placed
    std::vector<Slick> slicks;     //!< filled by entryOf() alone; also the rejected
};

/**
 * Reads from a workspace what a catalogue keeps of a flight. `path`: of the recording. Done or Unfinished.
 * Slow. Throws Error, as Workspace::open does.
 */
FlightEntry entryOf(const QString& path, const QString& workspacePath);

/** Of a flight that could not be run: what is known without a workspace. */
FlightEntry failedEntry(const QString& path, const QString& sentence);

}  // namespace sheen
