#pragma once

#include <QString>
#include <map>
#include <optional>
#include <vector>

#include "core/data/telemetry.h"

namespace sheen {

/** What the analyst may know better than the overlay. */
struct TrackSettings
{
    /** Width that a focal length in mm refers to, by sensor: HFOV = 2 atan(w / 2f). */
    std::map<QString, double> sensorWidthMillimetres = {{"EOW", 9.6}, {"IR", 12.8}};
    double defaultSensorWidthMillimetres = 9.6;  //!< for a sensor that is not in the map
    std::optional<double> clockZoneHours;        //!< instead of the zone displayed
    double clockShiftSeconds = 0;                //!< added to the clock
    double seaLevelMetres = 0;                   //!< height of the sea in the altitudes' reference
    /** The display repeats a value until the next refresh: on average it is half a period old. */
    double displayPeriodSeconds = 1.0 / 4.4;
    bool smooth = true;  //!< false: fill gaps only
};

/**
 * Stage 2, over time: turns what single frames tell into a checked and complete flight. Live while frames
 * come in, final when all are known. No threads of its own.
 */
class Track
{
public:
    explicit Track(const TrackSettings& settings = {});

    /** Frames in ascending order. */
    void add(const TelemetryReading& reading);

    /** The newest frame as well as it can be told from what came before it. */
    TelemetryRecord live() const;

    /** Every frame added so far, with past and future: gaps filled and marked, impossible values replaced. */
    std::vector<TelemetryRecord> finish() const;

private:
    TrackSettings m_settings;
    std::vector<TelemetryReading> m_readings;
};

/** Horizontal field of view in degrees behind a displayed focal length. */
double horizontalFovDegrees(double focalLengthMillimetres, const QString& sensor,
                            const TrackSettings& settings);

}  // namespace sheen
