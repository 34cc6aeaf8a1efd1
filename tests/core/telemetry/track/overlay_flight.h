#pragma once

#include <QTime>
#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "camera/camera_model.h"
#include "geo/geodesy.h"
#include "grammar/overlay_grammar.h"
#include "track/track.h"

namespace sheen {

/** Makes a reading that of a frame whose overlay was not seen. */
inline void blank(TelemetryReading& reading)
{
    TelemetryReading empty;
    empty.frame = reading.frame;
    empty.timeSeconds = reading.timeSeconds;
    reading = empty;
}

/** A flight with its truth, and what an overlay shows of it: rounded, and refreshed a few times a second. */
struct OverlayFlight
{
    bool secondsOfArc = false;  //!< 18:23:08N instead of 34.67200N
    double latitude = 34.672, longitude = 128.281, height = 820, heading = 75, speed = 80, climb = 0;
    std::function<double(double)> turnRate = [](double) { return 0.0; };  //!< degrees/s at a time
    double depression = 90, azimuth = 0;  //!< azimuth from the aircraft's nose
    double roll = 0;
    double focal = 13;
    double interval = 0.5;
    int frames = 60;
    double refreshPhase = 0.1;
    double period = 1 / 4.4;
    cv::Size picture = {1280, 720};

    CameraPose poseAt(double time) const
    {
        fly();
        const double place = (time - pathStart) / pathStep;
        const auto index = std::size_t(std::clamp(place, 0.0, double(path.size() - 2)));
        const Place& a = path[index];
        const Place& b = path[index + 1];
        const double share = place - double(index);
        const double north = a.north + share * (b.north - a.north);
        const double east = a.east + share * (b.east - a.east);
        const double turned = a.heading + share * (b.heading - a.heading);
        CameraPose pose;
        pose.latitudeDegrees = latitude + north / 110950;
        pose.longitudeDegrees =
            longitudeNear(longitude + east / (111320 * std::cos(latitude * radiansPerDegree)), 0);
        pose.heightMetres = height + climb * time;
        pose.bearingDegrees = turned + (depression < 90 ? azimuth : 0);
        pose.bearingDegrees -= 360 * std::floor(pose.bearingDegrees / 360);
        pose.depressionDegrees = depression;
        pose.rollDegrees = roll;
        pose.horizontalFovDegrees = horizontalFovDegrees(focal, "EOW", {});
        return pose;
    }

    double headingAt(double time) const
    {
        const double degrees = poseAt(time).bearingDegrees - (depression < 90 ? azimuth : 0);
        return degrees - 360 * std::floor(degrees / 360);
    }

    TelemetryReading readingAt(int frame) const
    {
        TelemetryReading reading;
        reading.frame = frame;
        reading.timeSeconds = frame * interval;
        reading.source = Quality::Read;
        const double shown =
            refreshPhase + period * std::floor((reading.timeSeconds - refreshPhase) / period);
        const CameraPose pose = poseAt(shown);
        const CameraModel camera(pose, picture);
        const GroundPoint target = *camera.toGround({picture.width / 2.0, picture.height / 2.0});
        const double slant = cv::norm(
            toEcef({pose.latitudeDegrees, pose.longitudeDegrees}, pose.heightMetres) - toEcef(target));
        set(reading, OverlayField::Date, "07JUN2026");
        set(reading, OverlayField::Time,
            QTime(1, 30).addMSecs(int(std::lround(reading.timeSeconds * 1000))).toString("HH:mm:ss"));
        set(reading, OverlayField::Zone, "UTC+0.0");
        set(reading, OverlayField::Sensor, "EOW");
        set(reading, OverlayField::FocalLength, QString::number(std::lround(focal)));
        set(reading, OverlayField::PlatformLatitude, angle(pose.latitudeDegrees, "NS"));
        set(reading, OverlayField::PlatformLongitude, angle(pose.longitudeDegrees, "EW"));
        set(reading, OverlayField::TargetLatitude, angle(target.latitudeDegrees, "NS"));
        set(reading, OverlayField::TargetLongitude, angle(target.longitudeDegrees, "EW"));
        set(reading, OverlayField::PlatformAltitude,
            QString::number(std::lround(pose.heightMetres / 0.3048)) + "FT");
        set(reading, OverlayField::TargetElevation, "0FT");
        set(reading, OverlayField::PlatformHeading, whole(headingAt(shown)));
        set(reading, OverlayField::TargetBearing, whole(pose.bearingDegrees));
        set(reading, OverlayField::SlantRange, QString::number(slant / 1852, 'f', 1) + "NM");
        reading.utc = overlayUtc(reading[OverlayField::Date].text, reading[OverlayField::Time].text, 0.0);
        return reading;
    }

    std::vector<TelemetryReading> readings() const
    {
        std::vector<TelemetryReading> all;
        for (int i = 0; i < frames; ++i)
            all.push_back(readingAt(i));
        return all;
    }

    /** What the reader would make of a text. */
    static void set(TelemetryReading& reading, OverlayField field, const QString& text)
    {
        const auto parsed = readByGrammar(field, text);
        reading[field].text = parsed ? parsed->text : text;
        reading[field].value =
            parsed && field != OverlayField::Zone ? parsed->value : std::optional<double>();
        reading[field].confidence = parsed ? 1 : 0;
    }

private:
    struct Place
    {
        double north = 0, east = 0, heading = 0;
    };
    static constexpr double pathStart = -2, pathStep = 0.05;
    mutable std::vector<Place> path;

    void fly() const
    {
        if (!path.empty())
            return;
        const auto steps = std::size_t((frames * interval + 4) / pathStep) + 2;
        // Back from time 0 to the path's start on a straight line.
        Place place{pathStart * speed * std::cos(heading * radiansPerDegree),
                    pathStart * speed * std::sin(heading * radiansPerDegree), heading};
        for (std::size_t i = 0; i < steps; ++i) {
            path.push_back(place);
            const double time = pathStart + double(i) * pathStep;
            const double turn = time < 0 ? 0 : turnRate(time) * pathStep;
            const double along = (place.heading + turn / 2) * radiansPerDegree;
            place.north += speed * pathStep * std::cos(along);
            place.east += speed * pathStep * std::sin(along);
            place.heading += turn;
        }
    }

    static QString whole(double degrees)
    {
        return QString::number(std::lround(degrees) % 360) + QChar(0x00B0);
    }

    QString angle(double degrees, const char* letters) const
    {
        const QChar letter = QLatin1Char(letters[degrees < 0]);
        const double size = std::abs(degrees);
        if (!secondsOfArc)
            return QString::number(size, 'f', 5) + letter;
        const long seconds = std::lround(size * 3600);
        return QString("%1:%2:%3")
                   .arg(seconds / 3600)
                   .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
                   .arg(seconds % 60, 2, 10, QLatin1Char('0')) +
               letter;
    }
};

inline std::vector<TelemetryRecord> finishedTrack(const std::vector<TelemetryReading>& readings,
                                                  const TrackSettings& settings = {})
{
    Track track(settings);
    for (const TelemetryReading& reading : readings)
        track.add(reading);
    return track.finish();
}

}  // namespace sheen
