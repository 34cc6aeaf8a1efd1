#include "flight_check.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "base/median.h"
#include "field_limits.h"
#include "field_series.h"
#include "focal_lengths.h"
#include "geo/angles.h"
#include "geo/geodesy.h"
#include "grammar/overlay_grammar.h"

namespace sheen {

namespace {

using F = OverlayField;

constexpr std::size_t briefestReadings = 2;  // a step seen no longer than this is a misreading
constexpr double sureReading = 0.85;         // a text read with less than this needs one that confirms it
constexpr double clearly = 2;  // of two that contradict each other the one that is so many times farther off

/** A text that differs from another in one character alone. */
bool isSlip(const QString& text, const QString& than)
{
    if (text.size() != than.size())
        return false;
    int different = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        different += text.at(i) != than.at(i);
    return different == 1;
}

/** The member of an ascending list that lies nearest, the later one of two. */
std::optional<std::size_t> nearestMember(const std::vector<std::size_t>& members, std::size_t to)
{
    const auto after = std::lower_bound(members.begin(), members.end(), to);
    if (after == members.begin())
        return after == members.end() ? std::nullopt : std::optional(*after);
    const std::size_t before = *std::prev(after);
    return after == members.end() || to - before < *after - to ? before : *after;
}

class Checker
{
public:
    Checker(CheckedFlight& checkedFlight, const TrackSettings& trackSettings);
    void check();

private:
    double value(F field, std::size_t at) const { return flight.series[indexOf(field)].values[at]; }
    double step(F field) const { return steps[indexOf(field)]; }
    /** The first doubt stays; what the analyst set is not doubted. */
    void doubt(F field, std::size_t at, Doubt reason)
    {
        if (!flight.isSet(field, at) && flight.doubts[indexOf(field)][at] == Doubt::None)
            flight.doubts[indexOf(field)][at] = reason;
    }
    bool areGood(std::initializer_list<F> fields, std::size_t at) const
    {
        return std::all_of(fields.begin(), fields.end(), [&](F field) { return flight.isGood(field, at); });
    }
    Series unquestioned(F field) const;
    std::vector<double> deviationsOf(F field) const;
    std::vector<double> deviationsOf(const Series& series, double ofStep) const;

    void doubtUnread(F field);
    void doubtUnsure(F field);
    void doubtImpossible();
    void doubtContradictions();
    void doubtFarTargets(F platform, F target);
    void doubtFarContradiction(std::size_t at, std::optional<std::size_t> agreed);
    void doubtDeviations();
    void doubtFocalLengths();
    void doubtBrief(F field);
    void doubtUnevenOffset(F platform, F target);
    void doubtUnevenLook();
    cv::Point2d lookMetres(std::size_t at) const;
    bool contradicts(std::size_t at) const;

    CheckedFlight& flight;
    const TrackSettings& settings;
    const std::size_t size;
    std::array<double, overlayFieldCount> steps{};
    double latitudeDegrees = 0;
};

Checker::Checker(CheckedFlight& checkedFlight, const TrackSettings& trackSettings)
    : flight(checkedFlight), settings(trackSettings), size(checkedFlight.readings.size())
{
    std::vector<double> latitudes;
    for (const TelemetryReading& reading : flight.readings) {
        if (const auto& latitude = reading[F::PlatformLatitude].value)
            latitudes.push_back(*latitude);
    }
    latitudeDegrees = latitudes.empty() ? 0 : median(latitudes);
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        const auto field = static_cast<F>(i);
        flight.doubts[i].assign(size, Doubt::None);
        if (!isNumeric(field))
            continue;
        steps[i] = displayStep(flight.readings, field);
        flight.series[i] = seriesOf(flight.readings, flight.times, field);
        doubtUnread(field);
        doubtUnsure(field);
    }
}

void Checker::doubtUnread(F field)
{
    for (std::size_t i = 0; i < size; ++i) {
        const FieldReading& reading = flight.readings[i][field];
        Doubt& reason = flight.doubts[indexOf(field)][i];
        if (flight.corrections[indexOf(field)][i] != CorrectionKind::None)
            reason = Doubt::Analyst;
        else if (!reading.value)
            reason = reading.text.isEmpty() ? Doubt::None : Doubt::Unreadable;
        else if (!isPossible(field, *reading.value, flight.readings[i].source == Quality::Read))
            reason = Doubt::Range;
    }
}

/** What was read of faint letters counts only beside what was read surely before and after it. */
void Checker::doubtUnsure(F field)
{
    const Limits limits = field == F::FocalLength
                              ? Limits()
                              : limitsOf(field, step(field), settings.displayPeriodSeconds, latitudeDegrees);
    std::vector<bool> sure(size);
    for (std::size_t i = 0; i < size; ++i) {
        const TelemetryReading& reading = flight.readings[i];
        sure[i] = reading.source != Quality::Read || reading[field].confidence >= sureReading;
    }
    const std::vector<bool> alone = unconfirmedMembers(unquestioned(field), sure, limits);
    for (std::size_t i = 0; i < size; ++i) {
        if (alone[i])
            doubt(field, i, Doubt::Unreadable);
    }
}

/** What checks go by: neither what is doubted already nor what stands by the analyst's word. */
Series Checker::unquestioned(F field) const
{
    Series own = flight.series[indexOf(field)];
    for (std::size_t i = 0; i < size; ++i)
        own.present[i] = own.present[i] && flight.doubts[indexOf(field)][i] == Doubt::None;
    return own;
}

/** What comes without a display (KLV) carries a checksum instead: nobody can have misread a digit of it. */
std::vector<double> Checker::deviationsOf(const Series& series, double ofStep) const
{
    if (ofStep <= 0)
        return std::vector<double>(size, 0);
    return deviations(series, ofStep, settings.displayPeriodSeconds);
}

std::vector<double> Checker::deviationsOf(F field) const
{
    return deviationsOf(unquestioned(field), step(field));
}

void Checker::doubtImpossible()
{
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        const auto field = static_cast<F>(i);
        if (!isNumeric(field))
            continue;
        const auto impossible =
            impossibleMembers(unquestioned(field),
                              limitsOf(field, step(field), settings.displayPeriodSeconds, latitudeDegrees));
        for (std::size_t at = 0; at < size; ++at) {
            if (impossible[at])
                doubt(field, at, Doubt::Motion);
        }
    }
}

/** No turret sees a target beyond the horizon: of both, a digit of the degrees is another one. */
void Checker::doubtFarTargets(F platform, F target)
{
    constexpr double farthestDegrees = 5;  // the horizon from 24 km
    const double shrunk = isAngle(target) ? std::max(0.01, std::cos(latitudeDegrees * radiansPerDegree)) : 1;
    for (std::size_t i = 0; i < size; ++i) {
        if (!areGood({platform, target}, i) ||
            std::abs(shortestTurn(value(platform, i), value(target, i))) * shrunk < farthestDegrees)
            continue;
        doubt(target, i, Doubt::Contradiction);
        doubt(platform, i, Doubt::Contradiction);
    }
}

/** From aircraft to target on the sphere's tangent, east and north: enough for checks of a kilometre. */
cv::Point2d Checker::lookMetres(std::size_t at) const
{
    const double latitude = value(F::PlatformLatitude, at);
    const double longitude = value(F::PlatformLongitude, at);
    return {(longitudeNear(value(F::TargetLongitude, at), longitude) - longitude) * metresPerDegree *
                std::cos(latitude * radiansPerDegree),
            (value(F::TargetLatitude, at) - latitude) * metresPerDegree};
}

/** The range that positions and height give is far from the one displayed. */
bool Checker::contradicts(std::size_t at) const
{
    if (!areGood({F::PlatformLatitude, F::PlatformLongitude, F::PlatformAltitude, F::TargetLatitude,
                  F::TargetLongitude, F::SlantRange},
                 at))
        return false;
    const double slant =
        std::hypot(cv::norm(lookMetres(at)), value(F::PlatformAltitude, at) - settings.seaLevelMetres);
    return std::abs(slant - value(F::SlantRange, at)) > 1.5 * step(F::SlantRange) + 100 + 0.03 * slant;
}

/**
 * Where displayed range and positions are far from each other, one of them is wrong: the one that has jumped
 * from the nearest frame in which they agree; if none does, the target, for the aircraft's place moves all.
 */
void Checker::doubtContradictions()
{
    std::vector<std::size_t> contradicting;
    std::vector<std::size_t> agreeing;
    for (std::size_t i = 0; i < size; ++i) {
        if (contradicts(i))
            contradicting.push_back(i);
        else if (areGood({F::SlantRange, F::TargetLatitude, F::TargetLongitude, F::PlatformLatitude,
                          F::PlatformLongitude},
                         i))
            agreeing.push_back(i);
    }
    for (const std::size_t at : contradicting) {
        const auto agreed = nearestMember(agreeing, at);
        doubtFarContradiction(at, agreed);
        // A letter or a digit of degrees is lost in all frames: it may be the aircraft's as well.
        constexpr double otherPlaceMetres = 50000;
        if (!agreed && cv::norm(lookMetres(at)) > otherPlaceMetres + 10 * value(F::SlantRange, at)) {
            doubt(F::PlatformLatitude, at, Doubt::Contradiction);
            doubt(F::PlatformLongitude, at, Doubt::Contradiction);
        }
    }
}

void Checker::doubtFarContradiction(std::size_t at, std::optional<std::size_t> agreed)
{
    bool rangeJumped = false;
    if (agreed) {
        const double rangeJump = std::abs(value(F::SlantRange, at) - value(F::SlantRange, *agreed));
        const double cosine = std::cos(value(F::TargetLatitude, at) * radiansPerDegree);
        const double north =
            (value(F::TargetLatitude, at) - value(F::TargetLatitude, *agreed)) * metresPerDegree;
        const double east =
            (value(F::TargetLongitude, at) - value(F::TargetLongitude, *agreed)) * metresPerDegree * cosine;
        rangeJumped = rangeJump > std::hypot(north, east);
    }
    if (rangeJumped) {
        doubt(F::SlantRange, at, Doubt::Contradiction);
    } else {
        doubt(F::TargetLatitude, at, Doubt::Contradiction);
        doubt(F::TargetLongitude, at, Doubt::Contradiction);
    }
}

/** Values that lie off the line through their neighbours. */
void Checker::doubtDeviations()
{
    for (const F field : {F::PlatformLatitude, F::PlatformLongitude, F::PlatformAltitude, F::PlatformHeading,
                          F::TargetLatitude, F::TargetLongitude, F::TargetBearing, F::SlantRange}) {
        const std::vector<double> off = deviationsOf(field);
        for (std::size_t i = 0; i < size; ++i) {
            if (off[i] > 1)
                doubt(field, i, Doubt::Motion);
        }
    }
}

/** A lens zooms in steps, or through all lengths between; misread digits come and go. */
void Checker::doubtFocalLengths()
{
    const Series own = unquestioned(F::FocalLength);
    std::vector<std::size_t> members;
    std::vector<FocalReading> readings;
    for (std::size_t i = 0; i < size; ++i) {
        if (!own.present[i])
            continue;
        members.push_back(i);
        readings.push_back({own.values[i], flight.readings[i][F::FocalLength].text});
    }
    const std::vector<bool> unlikely = unlikelyFocalLengths(readings);
    for (std::size_t place = 0; place < members.size(); ++place) {
        if (unlikely[place])
            doubt(F::FocalLength, members[place], Doubt::Brief);
    }
}

/** The target's elevation goes in steps. */
void Checker::doubtBrief(F field)
{
    const Series own = unquestioned(field);
    std::vector<bool> slips(size, false);
    // At the ends: against the nearest member further in that says something else.
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < size; ++i) {
        if (own.present[i])
            members.push_back(i);
    }
    for (std::size_t place = 0; place < members.size(); ++place) {
        const bool early = place < members.size() / 2;
        for (std::size_t away = 1; away <= briefestReadings; ++away) {
            const std::size_t other = early ? place + away : place - away;
            if (other >= members.size() || own.values[members[other]] == own.values[members[place]])
                continue;
            slips[members[place]] = isSlip(flight.readings[members[place]][field].text,
                                           flight.readings[members[other]][field].text);
            break;
        }
    }
    const std::vector<bool> brief = briefDeviations(own, briefestReadings, slips);
    for (std::size_t i = 0; i < size; ++i) {
        if (brief[i])
            doubt(field, i, Doubt::Brief);
    }
}

/**
 * Target minus aircraft, one coordinate: both come from the same refresh, so that its age does not matter and
 * the difference is steadier than either. The one that is farther off its own neighbours is wrong; where that
 * is not clear, neither is taken.
 */
void Checker::doubtUnevenOffset(F platform, F target)
{
    Series offset = unquestioned(target);
    for (std::size_t i = 0; i < size; ++i) {
        offset.present[i] = areGood({platform, target}, i);
        offset.values[i] = shortestTurn(value(platform, i), value(target, i));
    }
    const std::vector<double> off = deviationsOf(offset, std::max(step(platform), step(target)));
    const std::vector<double> platformOff = deviationsOf(platform);
    const std::vector<double> targetOff = deviationsOf(target);
    for (std::size_t i = 0; i < size; ++i) {
        if (off[i] <= 1)
            continue;
        if (platformOff[i] < clearly * targetOff[i] || flight.isSet(platform, i))
            doubt(target, i, Doubt::Contradiction);
        if (targetOff[i] < clearly * platformOff[i] || flight.isSet(target, i))
            doubt(platform, i, Doubt::Contradiction);
    }
}

/** Bearing and range as displayed, minus as computed from the positions of the same frame. */
void Checker::doubtUnevenLook()
{
    Series bearing = unquestioned(F::TargetBearing);
    Series range = unquestioned(F::SlantRange);
    std::vector<double> grounds;
    const double positionStep =
        metresPerDegree * std::max(step(F::PlatformLatitude), step(F::TargetLatitude));
    for (std::size_t i = 0; i < size; ++i) {
        const bool placed =
            areGood({F::PlatformLatitude, F::PlatformLongitude, F::TargetLatitude, F::TargetLongitude}, i);
        const cv::Point2d look = placed ? lookMetres(i) : cv::Point2d();
        const double ground = cv::norm(look);
        if (placed)
            grounds.push_back(ground);
        bearing.present[i] = bearing.present[i] && placed && ground > 4 * positionStep;
        bearing.values[i] =
            shortestTurn(std::atan2(look.x, look.y) / radiansPerDegree, value(F::TargetBearing, i));
        range.present[i] = range.present[i] && placed && flight.isGood(F::PlatformAltitude, i);
        range.values[i] = value(F::SlantRange, i) -
                          std::hypot(ground, value(F::PlatformAltitude, i) - settings.seaLevelMetres);
    }
    // Two roundings meet: that of the display, and that of the positions.
    const double positionTurn =
        positionStep / std::max(positionStep, grounds.empty() ? 1 : median(grounds)) / radiansPerDegree;
    const std::vector<double> bearingOff = step(F::TargetBearing) > 0
                                               ? deviationsOf(bearing, step(F::TargetBearing) + positionTurn)
                                               : std::vector<double>(size, 0);
    const std::vector<double> rangeOff = step(F::SlantRange) > 0
                                             ? deviationsOf(range, step(F::SlantRange) + positionStep)
                                             : std::vector<double>(size, 0);
    const std::vector<double> ownOff = deviationsOf(F::TargetBearing);
    const std::vector<double> latitudeOff = deviationsOf(F::TargetLatitude);
    const std::vector<double> longitudeOff = deviationsOf(F::TargetLongitude);
    for (std::size_t i = 0; i < size; ++i) {
        if (bearingOff[i] > 1) {
            // The one that is clearly farther off its own neighbours; the display's bearing where none is.
            if (std::max(latitudeOff[i], longitudeOff[i]) > clearly * ownOff[i]) {
                doubt(F::TargetLatitude, i, Doubt::Contradiction);
                doubt(F::TargetLongitude, i, Doubt::Contradiction);
            } else {
                doubt(F::TargetBearing, i, Doubt::Contradiction);
            }
        }
        if (rangeOff[i] > 1)
            doubt(F::SlantRange, i, Doubt::Contradiction);
    }
}

void Checker::check()
{
    doubtImpossible();
    doubtFarTargets(F::PlatformLatitude, F::TargetLatitude);
    doubtFarTargets(F::PlatformLongitude, F::TargetLongitude);
    doubtContradictions();
    // What the first pass leaves out no longer speaks for its neighbours.
    constexpr int passes = 3;
    for (int pass = 0; pass < passes; ++pass) {
        doubtDeviations();
        doubtUnevenOffset(F::PlatformLatitude, F::TargetLatitude);
        doubtUnevenOffset(F::PlatformLongitude, F::TargetLongitude);
        doubtUnevenLook();
    }
    doubtFocalLengths();
    doubtBrief(F::TargetElevation);
}

}  // namespace

CheckedFlight checkFlight(const std::vector<TelemetryReading>& readings, const std::vector<double>& times,
                          const TrackSettings& settings)
{
    CorrectedReadings corrected = applyCorrections(readings, settings.corrections);
    CheckedFlight flight;
    flight.readings = std::move(corrected.readings);
    flight.corrections = std::move(corrected.corrections);
    flight.times = times;
    Checker(flight, settings).check();
    return flight;
}

}  // namespace sheen
