#include "checks/incomplete_readings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "base/median.h"
#include "geo/angles.h"
#include "geo/geodesy.h"
#include "grammar/incomplete_text.h"
#include "shown_directions.h"

namespace sheen {

namespace {

using F = OverlayField;

constexpr std::array positions = {F::PlatformLatitude, F::PlatformLongitude, F::TargetLatitude,
                                  F::TargetLongitude};
constexpr double nearSeconds = 10;       // whole readings farther away say nothing of a direction
constexpr double ownTolerance = 20;      // degrees, of whole readings of the same field
constexpr double courseTolerance = 50;   // degrees: wind turns a slow aircraft's nose far off its course
constexpr double bearingTolerance = 10;  // degrees
constexpr std::size_t fewestWitnesses = 3;

bool isIncomplete(const TelemetryReading& reading, F field)
{
    const FieldReading& seen = reading[field];
    return reading.source == Quality::Read && seen.confidence > 0 && !seen.value &&
           !possibleReadings(field, seen.text).empty();
}

QString unitOf(const QString& text)
{
    qsizetype at = text.size();
    while (at > 0 && text.at(at - 1).isLetter())
        --at;
    return text.mid(at);
}

class TextCompleter
{
public:
    TextCompleter(const std::vector<TelemetryReading>& flightReadings, const std::vector<double>& flightTimes,
                  double seaLevel)
        : readings(flightReadings), times(flightTimes), seaLevelMetres(seaLevel)
    {}
    CompletedReadings complete();

private:
    void find();
    const std::vector<std::size_t>& lacking(F field) const { return m_lacking[indexOf(field)]; }
    std::optional<double> value(F field, std::size_t at) const { return readings[at][field].value; }

    QString usualMark(F field) const;
    double usualStep(F field) const;
    void addMark(F field, const QString& mark);
    void completePositions();
    void completeLengths();
    void fitLengths();
    double agreement(const QString& altitudeUnit, const QString& rangeUnit) const;
    std::optional<double> withUnit(F field, std::size_t at, const QString& unit) const;

    void completeDirections(F field);
    std::optional<double> wholeNear(F field, std::size_t at) const;
    std::optional<double> medianOff(F field, bool shortened) const;

    void take(F field, std::size_t at, const GrammarReading& reading);

    std::vector<TelemetryReading> readings;
    const std::vector<double>& times;
    const double seaLevelMetres;
    std::array<std::vector<std::size_t>, overlayFieldCount> m_lacking;
    std::map<F, CompletedField> completed;
};

void TextCompleter::find()
{
    for (std::size_t field = 0; field < overlayFieldCount; ++field) {
        for (std::size_t i = 0; i < readings.size(); ++i) {
            if (isIncomplete(readings[i], static_cast<F>(field)))
                m_lacking[field].push_back(i);
        }
    }
}

void TextCompleter::take(F field, std::size_t at, const GrammarReading& reading)
{
    FieldReading& own = readings[at][field];
    CompletedField& all = completed[field];
    if (all.frames++ == 0)
        all = {field, own.text, reading.text, 1};
    own.text = reading.text;
    own.value = reading.value;
}

/** What most whole texts of a field end with; empty where there are none. */
QString TextCompleter::usualMark(F field) const
{
    std::map<QString, int> marks;
    for (const TelemetryReading& reading : readings) {
        const FieldReading& seen = reading[field];
        if (reading.source == Quality::Read && seen.value && !unitOf(seen.text).isEmpty())
            ++marks[unitOf(seen.text)];
    }
    const auto most = std::max_element(marks.begin(), marks.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == marks.end() ? QString() : most->first;
}

/** The step in which the field's whole texts count; 0 where there are none. */
double TextCompleter::usualStep(F field) const
{
    for (const TelemetryReading& reading : readings) {
        if (reading.source == Quality::Read && reading[field].value)
            return overlayStep(field, reading[field].text);
    }
    return 0;
}

void TextCompleter::addMark(F field, const QString& mark)
{
    for (const std::size_t at : lacking(field)) {
        const auto reading = readByGrammar(field, readings[at][field].text + mark);
        if (reading && !mark.isEmpty())
            take(field, at, *reading);
    }
}

void TextCompleter::completePositions()
{
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const F field = positions[i];
        if (lacking(field).empty())
            continue;
        const F other = positions[(i + 2) % positions.size()];
        const QString own = usualMark(field);
        const double step = own.isEmpty() ? usualStep(other) : usualStep(field);
        const QString mark = own.isEmpty() ? usualMark(other) : own;
        // One that is cut off by the picture's edge lacks digits as well.
        std::vector<std::size_t>& indices = m_lacking[indexOf(field)];
        std::erase_if(indices, [&](std::size_t at) {
            return overlayStep(field, readings[at][field].text + mark) > 1.5 * step;
        });
        addMark(field, mark);
    }
}

std::optional<double> TextCompleter::withUnit(F field, std::size_t at, const QString& unit) const
{
    if (value(field, at) || unit.isEmpty())
        return value(field, at);
    const auto reading = readByGrammar(field, readings[at][field].text + unit);
    return reading ? reading->value : std::nullopt;
}

/** In which share of the frames height and positions make the range that is shown, in these units. */
double TextCompleter::agreement(const QString& altitudeUnit, const QString& rangeUnit) const
{
    std::size_t told = 0;
    std::size_t agreeing = 0;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const auto altitude = withUnit(F::PlatformAltitude, i, altitudeUnit);
        const auto range = withUnit(F::SlantRange, i, rangeUnit);
        const auto ground = groundRangeAt(readings, i);
        if (!altitude || !range || !ground)
            continue;
        ++told;
        const double slant = std::hypot(*ground, *altitude - seaLevelMetres);
        const double step = overlayStep(F::SlantRange, readings[i][F::SlantRange].text + rangeUnit);
        agreeing += std::abs(slant - *range) <= 0.6 * step + 15 + 0.02 * slant;
    }
    return told < fewestWitnesses ? 0 : static_cast<double>(agreeing) / static_cast<double>(told);
}

/** The unit with which most frames agree, where with each other one only few do; else empty. */
QString clearlyBest(const std::map<QString, double>& shares)
{
    constexpr double most = 0.7;
    constexpr double few = 0.3;
    QString unit;
    for (const auto& [each, share] : shares) {
        if (share > few && !unit.isEmpty())
            return {};
        if (share > few)
            unit = each;
    }
    return unit.isEmpty() || shares.at(unit) < most ? QString() : unit;
}

/** The units of altitude and range with which they fit the positions. */
void TextCompleter::fitLengths()
{
    const QStringList known = {QString()};
    const QStringList altitudes =
        lacking(F::PlatformAltitude).empty() ? known : QStringList{QStringLiteral("FT"), QStringLiteral("M")};
    const QStringList ranges =
        lacking(F::SlantRange).empty()
            ? known
            : QStringList{QStringLiteral("NM"), QStringLiteral("KM"), QStringLiteral("SM"),
                          QStringLiteral("M"), QStringLiteral("FT")};
    std::map<QString, double> ofAltitude, ofRange;
    for (const QString& altitude : altitudes) {
        for (const QString& range : ranges) {
            const double share = agreement(altitude, range);
            ofAltitude[altitude] = std::max(ofAltitude[altitude], share);
            ofRange[range] = std::max(ofRange[range], share);
        }
    }
    addMark(F::PlatformAltitude, clearlyBest(ofAltitude));
    addMark(F::SlantRange, clearlyBest(ofRange));
}

void TextCompleter::completeLengths()
{
    for (const F field : {F::PlatformAltitude, F::SlantRange, F::TargetElevation}) {
        if (!lacking(field).empty())
            addMark(field, usualMark(field));
    }
    for (const auto& [field, other] : {std::pair(F::PlatformAltitude, F::TargetElevation),
                                       std::pair(F::TargetElevation, F::PlatformAltitude)}) {
        if (usualMark(field).isEmpty())
            addMark(field, usualMark(other));
    }
    if (usualMark(F::PlatformAltitude).isEmpty() || usualMark(F::SlantRange).isEmpty())
        fitLengths();
    if (usualMark(F::TargetElevation).isEmpty())
        addMark(F::TargetElevation, usualMark(F::PlatformAltitude));
}

/** The field's whole reading nearest in time. */
std::optional<double> TextCompleter::wholeNear(F field, std::size_t at) const
{
    std::optional<double> found;
    double nearest = nearSeconds;
    const auto consider = [&](std::size_t i) {
        const double away = std::abs(times[i] - times[at]);
        const bool whole = value(field, i) && readings[i][field].text.endsWith(QChar(0x00B0));
        if (whole && away <= nearest) {
            nearest = away;
            found = value(field, i);
        }
    };
    for (std::size_t i = at + 1; i-- > 0 && times[at] - times[i] <= nearest;)
        consider(i);
    for (std::size_t i = at; i < readings.size() && times[i] - times[at] <= nearest; ++i)
        consider(i);
    return found;
}

GrammarReading candidate(F field, const QString& text, bool shortened)
{
    const auto possible = possibleReadings(field, text);
    return possible[shortened && possible.size() > 1 ? 1 : 0];
}

/** How far the numbers are off what the positions say, over the flight; nothing where that says nothing. */
std::optional<double> TextCompleter::medianOff(F field, bool shortened) const
{
    std::vector<double> off;
    for (const std::size_t at : lacking(field)) {
        const auto expected =
            field == F::PlatformHeading ? courseAt(readings, times, at) : bearingAt(readings, at);
        if (expected)
            off.push_back(std::abs(
                shortestTurn(*expected, *candidate(field, readings[at][field].text, shortened).value)));
    }
    return off.size() < fewestWitnesses ? std::nullopt : std::optional(median(std::move(off)));
}

void TextCompleter::completeDirections(F field)
{
    const bool anyWhole = std::any_of(readings.begin(), readings.end(), [&](const auto& reading) {
        return reading.source == Quality::Read && reading[field].value;
    });
    if (anyWhole) {
        std::vector<std::pair<std::size_t, GrammarReading>> found;
        for (const std::size_t at : lacking(field)) {
            const auto expected = wholeNear(field, at);
            for (const bool shortened : {false, true}) {
                const GrammarReading each = candidate(field, readings[at][field].text, shortened);
                if (expected && std::abs(shortestTurn(*expected, *each.value)) <= ownTolerance) {
                    found.emplace_back(at, each);
                    break;
                }
            }
        }
        for (const auto& [at, reading] : found)
            take(field, at, reading);
        return;
    }
    // A sign is taken for a digit only where the number without it fits and the number with it does not.
    const double tolerance = field == F::PlatformHeading ? courseTolerance : bearingTolerance;
    const auto whole = medianOff(field, false);
    const auto shorter = medianOff(field, true);
    if (whole && shorter && std::min(*whole, *shorter) > tolerance)
        return;
    const bool shortened = whole && shorter && *whole > tolerance && *shorter < *whole;
    for (const std::size_t at : lacking(field))
        take(field, at, candidate(field, readings[at][field].text, shortened));
}

CompletedReadings TextCompleter::complete()
{
    find();
    const bool any =
        std::any_of(m_lacking.begin(), m_lacking.end(), [](const auto& indices) { return !indices.empty(); });
    if (any) {
        completePositions();
        completeLengths();
        for (const F field : {F::PlatformHeading, F::TargetBearing}) {
            if (!lacking(field).empty())
                completeDirections(field);
        }
    }
    CompletedReadings result{std::move(readings), {}};
    for (const auto& [field, each] : completed)
        result.fields.push_back(each);
    return result;
}

}  // namespace

CompletedReadings completeTexts(const std::vector<TelemetryReading>& readings,
                                const std::vector<double>& times, double seaLevelMetres)
{
    return TextCompleter(readings, times, seaLevelMetres).complete();
}

}  // namespace sheen
