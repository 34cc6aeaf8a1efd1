// SPDX-License-Identifier: GPL-3.0-or-later
#include "ships/ship_findings.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "approach.h"
#include "geo/angles.h"
#include "geo/geodesy.h"
#include "ships_text.h"

namespace sheen {

namespace {

constexpr double longestGapSeconds = 30 * 60;  //!< between two positions that a ship went straight between
constexpr double driftStepSeconds = 30 * 60;
constexpr double millisecondsPerSecond = 1000;

bool isAsked(const Slick& slick)
{
    return slick.decision != Decision::Rejected && slick.firstUtc.isValid() && !slick.overallOutline.empty();
}

/** When and where ships matter: near any of the slicks, or on the way that it may have come. */
AisWindow windowAround(const std::vector<Slick>& slicks, const std::optional<Drift>& drift)
{
    AisWindow window;
    double south = 90;
    double north = -90;
    std::optional<double> west;
    double east = 0;
    for (const Slick& slick : slicks) {
        if (!isAsked(slick))
            continue;
        const qint64 seen = slick.firstUtc.toMSecsSinceEpoch();
        const qint64 begin = seen - static_cast<qint64>((ShipFindings::lookBackSeconds + longestGapSeconds) *
                                                        millisecondsPerSecond);
        const bool first = !west;
        window.firstMilliseconds = first ? begin : std::min(window.firstMilliseconds, begin);
        window.lastMilliseconds = first ? seen : std::max(window.lastMilliseconds, seen);
        for (const GroundPolygon& polygon : slick.overallOutline) {
            for (const GroundPoint& point : polygon.front()) {
                const double longitude =
                    west ? longitudeNear(point.longitudeDegrees, *west) : point.longitudeDegrees;
                south = std::min(south, point.latitudeDegrees);
                north = std::max(north, point.latitudeDegrees);
                east = west ? std::max(east, longitude) : longitude;
                west = west ? std::min(*west, longitude) : longitude;
            }
        }
    }
    if (!west)
        return window;
    // The first position after the slick was seen ends the leg that leads there.
    window.lastMilliseconds += static_cast<qint64>(longestGapSeconds * millisecondsPerSecond);
    window.centre = {(south + north) / 2, longitudeNear((*west + east) / 2, 0)};
    const double drifted = drift ? cv::norm(drift->metresPerSecond) * ShipFindings::lookBackSeconds : 0;
    constexpr double fastMetresPerSecond = 15;
    const double around = ShipFindings::nearMetres + drifted + fastMetresPerSecond * longestGapSeconds;
    const DegreeLengths degree(window.centre.latitudeDegrees);
    window.northMetres = (north - south) / 2 * degree.north + around;
    window.eastMetres = (east - *west) / 2 * degree.east + around;
    return window;
}

/** One slick and the plane about it. */
class SlickLook
{
public:
    SlickLook(const Slick& slick, const std::optional<Drift>& drift)
        : m_slick(slick),
          m_drift(drift),
          m_plane(slick.measures.inside),
          m_outline(slick.overallOutline, m_plane),
          m_seenMilliseconds(slick.firstUtc.toMSecsSinceEpoch())
    {}

    std::optional<NearShip> nearShip(const ShipTrack& ship, std::size_t number) const
    {
        const std::vector<ShipLeg> legs = legsOf(ship);
        NearShip near;
        near.ship = number;
        const std::optional<ShipApproach> closest = closestOf(legs, Flow(0, 0));
        if (!closest)
            return std::nullopt;
        near.closest = *closest;
        if (m_drift)
            near.closestAdrift = closestOf(legs, m_drift->metresPerSecond);
        if (std::min(near.closest.distanceMetres, near.counted().distanceMetres) > ShipFindings::nearMetres)
            return std::nullopt;
        setMotion(ship, near);
        return near;
    }

    std::vector<DriftPoint> driftBack() const
    {
        std::vector<DriftPoint> points;
        if (!m_drift)
            return points;
        const cv::Point2d begin = m_plane.toPlane(m_slick.measures.inside);
        for (double before = 0; before <= ShipFindings::lookBackSeconds; before += driftStepSeconds) {
            const Flow back = -before * m_drift->metresPerSecond;
            const GroundPoint place = m_plane.toGround(begin + cv::Point2d(back[0], back[1]));
            points.push_back({before,
                              {place.latitudeDegrees, longitudeNear(place.longitudeDegrees, 0)},
                              m_slick.positionErrorMetres + before * m_drift->spreadMetresPerSecond});
        }
        return points;
    }

private:
    /** Seconds since the slick was seen, negative before. */
    double secondsOf(const ShipPosition& position) const
    {
        return static_cast<double>(position.utcMilliseconds - m_seenMilliseconds) / millisecondsPerSecond;
    }

    /** The ship's way in the time that counts; a position that stands alone is a leg without length. */
    std::vector<ShipLeg> legsOf(const ShipTrack& ship) const
    {
        std::vector<ShipLeg> legs;
        for (std::size_t i = 0; i < ship.positions.size(); ++i) {
            const double begin = secondsOf(ship.positions[i]);
            const cv::Point2d from = m_plane.toPlane(ship.positions[i].place);
            const bool goesOn = i + 1 < ship.positions.size() &&
                                secondsOf(ship.positions[i + 1]) - begin <= longestGapSeconds;
            if (goesOn)
                addClipped({from, m_plane.toPlane(ship.positions[i + 1].place), begin,
                            secondsOf(ship.positions[i + 1])},
                           legs);
            else if (begin <= 0 && begin >= -ShipFindings::lookBackSeconds)
                legs.push_back({from, from, begin, begin});
        }
        return legs;
    }

    static void addClipped(ShipLeg leg, std::vector<ShipLeg>& legs)
    {
        const double begin = std::max(leg.beginSeconds, -ShipFindings::lookBackSeconds);
        const double end = std::min(leg.endSeconds, 0.0);
        if (begin > end || leg.endSeconds <= leg.beginSeconds)
            return;
        const cv::Point2d speed = (leg.to - leg.from) / (leg.endSeconds - leg.beginSeconds);
        const cv::Point2d from = leg.from + speed * (begin - leg.beginSeconds);
        legs.push_back({from, from + speed * (end - begin), begin, end});
    }

    /** With the sea: what drifts stands still there, and the ship's way is the one relative to it. */
    static ShipLeg adrift(ShipLeg leg, const Flow& drift)
    {
        const cv::Point2d flow(drift[0], drift[1]);
        leg.from -= flow * leg.beginSeconds;
        leg.to -= flow * leg.endSeconds;
        return leg;
    }

    std::optional<ShipApproach> closestOf(const std::vector<ShipLeg>& legs, const Flow& drift) const
    {
        std::optional<ShipApproach> closest;
        for (const ShipLeg& leg : legs) {
            const ShipLeg moved = adrift(leg, drift);
            if (closest && m_outline.leastDistance(moved) > closest->distanceMetres)
                continue;
            const LegApproach approach = m_outline.approachOf(moved);
            if (closest && approach.distanceMetres > closest->distanceMetres)
                continue;
            const double seconds = leg.beginSeconds + approach.share * (leg.endSeconds - leg.beginSeconds);
            const GroundPoint place = m_plane.toGround(leg.from + (leg.to - leg.from) * approach.share);
            closest = ShipApproach{
                approach.distanceMetres,
                m_seenMilliseconds + static_cast<qint64>(std::llround(seconds * millisecondsPerSecond)),
                -seconds + 0.0,
                {place.latitudeDegrees, longitudeNear(place.longitudeDegrees, 0)}};
        }
        return closest;
    }

    /** As the ship said at the position nearest in time. */
    static void setMotion(const ShipTrack& ship, NearShip& near)
    {
        const qint64 when = near.counted().utcMilliseconds;
        const auto nearest = std::min_element(ship.positions.begin(), ship.positions.end(),
                                              [when](const ShipPosition& a, const ShipPosition& b) {
                                                  return std::abs(a.utcMilliseconds - when) <
                                                         std::abs(b.utcMilliseconds - when);
                                              });
        near.courseDegrees = nearest->courseDegrees;
        near.speedKnots = nearest->speedKnots;
    }

    const Slick& m_slick;
    const std::optional<Drift>& m_drift;
    LocalPlane m_plane;
    PlaneOutline m_outline;
    qint64 m_seenMilliseconds;
};

/** Ships that no slick names are left out; the others get the numbers that are left. */
void keepNamedShips(ShipFindings& findings)
{
    std::vector<ShipTrack> kept;
    std::map<std::size_t, std::size_t> numbers;
    for (SlickShips& slick : findings.slicks) {
        for (NearShip& near : slick.ships) {
            const auto [number, isNew] = numbers.emplace(near.ship, kept.size());
            if (isNew)
                kept.push_back(findings.ships[near.ship]);
            near.ship = number->second;
        }
    }
    findings.ships = std::move(kept);
}

}  // namespace

ShipFindings findShips(const QStringList& files, const std::vector<Slick>& slicks,
                       const EnteredFacts& entered, const Cancel* cancel)
{
    ShipFindings findings;
    findings.drift =
        driftOf(windOf(entered.of(EnteredFact::Wind)), currentOf(entered.of(EnteredFact::Current)));
    AisShips ais = readAisFiles(files, windowAround(slicks, findings.drift), cancel);
    findings.ships = std::move(ais.ships);
    findings.faults = ais.faults;
    findings.shipsInArea = static_cast<int>(findings.ships.size());
    for (const Slick& slick : slicks) {
        if (!isAsked(slick) || (cancel && cancel->requested()))
            continue;
        const SlickLook look(slick, findings.drift);
        SlickShips found;
        found.slickId = slick.id;
        found.driftBack = look.driftBack();
        for (std::size_t i = 0; i < findings.ships.size(); ++i) {
            if (const auto near = look.nearShip(findings.ships[i], i))
                found.ships.push_back(*near);
        }
        std::stable_sort(found.ships.begin(), found.ships.end(), [](const NearShip& a, const NearShip& b) {
            return std::pair(a.counted().distanceMetres, a.counted().beforeSeconds) <
                   std::pair(b.counted().distanceMetres, b.counted().beforeSeconds);
        });
        if (found.ships.size() > ShipFindings::mostShips)
            found.ships.resize(ShipFindings::mostShips);
        findings.slicks.push_back(std::move(found));
    }
    keepNamedShips(findings);
    return findings;
}

QStringList shipNotes(const ShipFindings& findings, const EnteredFacts& entered)
{
    QStringList notes;
    const AisFaults& faults = findings.faults;
    if (faults.badChecksums > 0)
        notes << ShipsText::tr("%n sentence(s) of AIS have a wrong checksum and were left out.", nullptr,
                               faults.badChecksums);
    if (faults.broken > 0)
        notes << ShipsText::tr("%n row(s) or message(s) of AIS are broken and were left out.", nullptr,
                               faults.broken);
    if (faults.withoutTime > 0)
        notes << ShipsText::tr(
            "%n position(s) of AIS were left out: the file does not say when they were "
            "received.",
            nullptr, faults.withoutTime);
    if (findings.slicks.empty())
        notes << ShipsText::tr("No slick has a time of day, or all are rejected: no ships were looked for.");
    else if (findings.shipsInArea == 0)
        notes << ShipsText::tr("AIS has no ship near the slicks in the six hours before they were seen.");
    const auto unread = [&](EnteredFact fact, bool isRead) {
        const QString text = entered.of(fact);
        if (!text.isEmpty() && !isRead)
            notes << ShipsText::tr(
                         "\"%1\" (%2) cannot be read as a direction and a speed: it is not in the drift. "
                         "Write it like 240°, 12 kn.")
                         .arg(text, factTitle(fact));
    };
    unread(EnteredFact::Wind, findings.drift && findings.drift->hasWind);
    unread(EnteredFact::Current, findings.drift && findings.drift->hasCurrent);
    return notes;
}

}  // namespace sheen
