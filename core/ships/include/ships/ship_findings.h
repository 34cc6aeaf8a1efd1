// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <vector>

#include "base/cancel.h"
#include "data/entered_facts.h"
#include "data/slick.h"
#include "ships/ais_files.h"
#include "ships/drift.h"

namespace sheen {

/** How near to a slick a ship was, and when. */
struct ShipApproach
{
    double distanceMetres = 0;  //!< to the slick's outline; 0: within it
    qint64 utcMilliseconds = 0;
    double beforeSeconds = 0;  //!< before the slick was first seen
    GroundPoint ship;          //!< where the ship was
};

/** A ship that was near a slick before it was seen: a candidate, no culprit. */
struct NearShip
{
    std::size_t ship = 0;                             //!< of ShipFindings::ships
    ShipApproach closest;                             //!< to where the slick lay when it was seen
    std::optional<ShipApproach> closestAdrift;        //!< to where it lay at that time, by the rule of drift
    std::optional<double> courseDegrees, speedKnots;  //!< at the time of the closest approach that counts

    /** The one by which ships are ordered: with the drift where it is known. */
    const ShipApproach& counted() const { return closestAdrift ? *closestAdrift : closest; }
};

/** A place that a slick may have come from. */
struct DriftPoint
{
    double beforeSeconds = 0;
    GroundPoint place;
    double spreadMetres = 0;  //!< around it
};

struct SlickShips
{
    std::int64_t slickId = 0;
    std::vector<NearShip> ships;  //!< the nearest first
    std::vector<DriftPoint>
        driftBack;  //!< from where it was seen back in time; empty where no drift is known
};

/** What AIS tells of a flight's slicks. */
struct ShipFindings
{
    std::vector<ShipTrack> ships;    //!< those that were near a slick
    std::vector<SlickShips> slicks;  //!< those with a time that nobody rejected
    std::optional<Drift> drift;
    AisFaults faults;
    int shipsInArea = 0;

    static constexpr double lookBackSeconds = 6 * 3600;  //!< before a slick was seen
    static constexpr double nearMetres = 10'000;         //!< what counts as near
    static constexpr std::size_t mostShips = 10;         //!< that are named for a slick
};

/**
 * Reads files of AIS and finds for each slick the ships that were near it in the six hours before it was
 * first seen. Between two positions a ship is thought to have gone straight, unless they are more than half
 * an hour apart. Where the facts' wind or current can be read, a slick is also followed back by the rule of
 * thumb. Throws as readAisFiles() does.
 */
ShipFindings findShips(const QStringList& files, const std::vector<Slick>& slicks,
                       const EnteredFacts& entered, const Cancel* cancel = nullptr);

/** Sentences on what of AIS, wind and current could not be used. */
QStringList shipNotes(const ShipFindings& findings, const EnteredFacts& entered);

}  // namespace sheen
