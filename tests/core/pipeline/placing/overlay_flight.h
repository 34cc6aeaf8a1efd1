#pragma once

#include <cmath>
#include <vector>

#include "base/cancel.h"
#include "camera/camera_model.h"
#include "data/frame_record.h"
#include "geo/geodesy.h"
#include "placing/placing_again.h"

namespace sheen::test {

/** A flight northwards along 5 east, looking ahead and down at the sea, as an overlay would tell it. */
class OverlayFlight
{
public:
    static constexpr double heightMetres = 600;
    static constexpr double metresPerFrame = 30;
    static constexpr double groundRangeMetres = 350;

    static GroundPoint at(double metresNorth, double metresEast)
    {
        return {55 + metresNorth / 111320, 5 + metresEast / (111320 * std::cos(55 * radiansPerDegree))};
    }

    /** A square of oil about a place. */
    static GroundRing square(double metresNorth, double metresEast, double halfSide)
    {
        return {at(metresNorth + halfSide, metresEast - halfSide),
                at(metresNorth + halfSide, metresEast + halfSide),
                at(metresNorth - halfSide, metresEast + halfSide),
                at(metresNorth - halfSide, metresEast - halfSide)};
    }

    /** Frames with readings, without outlines, not placed. */
    static std::vector<FrameRecord> frames(int count)
    {
        std::vector<FrameRecord> frames;
        for (int i = 0; i < count; ++i) {
            FrameRecord frame;
            frame.frame = i;
            frame.timeSeconds = i * 0.5;
            frame.pictureSize = {1280, 720};
            frame.telemetry.reading = reading(i);
            frames.push_back(frame);
        }
        return frames;
    }

    /** Placed, with every square that lies wholly in a frame outlined there. */
    static std::vector<FrameRecord> frames(int count, const std::vector<GroundRing>& oil)
    {
        std::vector<FrameRecord> placed = frames(count);
        const Cancel cancel;
        placeAgain(placed, TrackSettings(), cancel);
        for (FrameRecord& frame : placed) {
            const CameraModel camera(*frame.telemetry.pose, frame.pictureSize);
            for (const GroundRing& ring : oil) {
                Detection detection;
                detection.frame = frame.frame;
                detection.classValue = 1;
                detection.confidence = 0.8;
                detection.outline.emplace_back();
                for (const GroundPoint& point : ring) {
                    const auto pixel = camera.toPixel(point);
                    if (pixel && cv::Rect2d(0, 0, 1280, 720).contains(*pixel))
                        detection.outline.front().push_back(*pixel);
                }
                if (detection.outline.front().size() == ring.size())
                    frame.detections.push_back(detection);
            }
        }
        placeAgain(placed, TrackSettings(), cancel);
        return placed;
    }

    /** Every frame gets so many rings of so many points, side by side in the picture. */
    static void addRings(std::vector<FrameRecord>& frames, int rings, int points)
    {
        for (FrameRecord& frame : frames) {
            for (int i = 0; i < rings; ++i) {
                Detection detection;
                detection.frame = frame.frame;
                detection.classValue = 1;
                detection.confidence = 0.8;
                detection.outline.emplace_back();
                for (int j = 0; j < points; ++j) {
                    const double angle = j * 2 * CV_PI / points;
                    detection.outline.front().emplace_back(300 + 300 * i + 90 * std::cos(angle),
                                                           400 + 60 * std::sin(angle));
                }
                frame.detections.push_back(detection);
            }
        }
    }

    static ModelCard card()
    {
        ModelCard card;
        card.classes = {{0, QStringLiteral("water"), {}, 0, false}, {1, QStringLiteral("oil"), {}, 3, true}};
        return card;
    }

    /** As a run leaves them. */
    static RunFacts facts()
    {
        RunFacts facts;
        facts.flightPath = QStringLiteral("/recordings/over the sea.ts");
        facts.flightName = QStringLiteral("over the sea");
        facts.model = card();
        facts.crsEpsg = 32631;
        facts.settings[QStringLiteral("telemetry")] = QStringLiteral("auto");
        facts.settings[QStringLiteral("track")] = trackSettingsToJson(TrackSettings());
        return facts;
    }

private:
    static TelemetryReading reading(int index)
    {
        TelemetryReading reading;
        reading.frame = index;
        reading.timeSeconds = index * 0.5;
        reading.source = Quality::Read;
        const auto set = [&reading](OverlayField field, double value) {
            reading[field] = {QString::number(value, 'f', 6), value, 1, {}};
        };
        const GroundPoint aircraft = at(index * metresPerFrame, 0);
        const GroundPoint target = at(index * metresPerFrame + groundRangeMetres, 0);
        reading[OverlayField::Sensor] = {QStringLiteral("EOW"), std::nullopt, 1, {}};
        set(OverlayField::FocalLength, 13);
        set(OverlayField::PlatformLatitude, aircraft.latitudeDegrees);
        set(OverlayField::PlatformLongitude, aircraft.longitudeDegrees);
        set(OverlayField::PlatformAltitude, heightMetres);
        set(OverlayField::PlatformHeading, 0);
        set(OverlayField::TargetLatitude, target.latitudeDegrees);
        set(OverlayField::TargetLongitude, target.longitudeDegrees);
        set(OverlayField::TargetElevation, 0);
        set(OverlayField::TargetBearing, 0);
        set(OverlayField::SlantRange, std::hypot(heightMetres, groundRangeMetres));
        reading.utc = QDateTime(QDate(2026, 6, 7), QTime(1, 30), Qt::UTC).addMSecs(index * 500);
        return reading;
    }
};

}  // namespace sheen::test
