#include "telemetry_scene.h"

#include <QDir>

#include "grammar/overlay_grammar.h"
#include "placing/placement.h"
#include "run/run.h"
#include "track/track.h"
#include "workspace/workspace.h"

namespace sheen::test {

namespace {

constexpr int frameCount = 40;
constexpr double degreesPerFrame = 0.0003;  // 33 m north in half a second

FieldReading seen(OverlayField field, const QString& text, double x, double y)
{
    const std::optional<GrammarReading> reading = readByGrammar(field, text);
    if (!reading)
        qFatal("the overlay of the test's flight cannot be read");
    return {text, reading->value, 0.9, QRectF(x, y, 110, 16)};
}

TelemetryReading readingOf(int frame)
{
    TelemetryReading reading;
    reading.frame = frame;
    reading.timeSeconds = frame * 0.5;
    if (frame >= firstBlankFrame && frame < firstBlankFrame + 4)
        return reading;
    using F = OverlayField;
    reading.source = Quality::Read;
    const auto put = [&reading](F field, const QString& text, double x, double y) {
        reading[field] = seen(field, text, x, y);
    };
    const QString latitude = QString::number(34.672 + frame * degreesPerFrame, 'f', 5) + QLatin1Char('N');
    put(F::Date, QStringLiteral("07JUN2026"), 20, 20);
    put(F::Time, QStringLiteral("01:30:%1").arg(frame / 2, 2, 10, QLatin1Char('0')), 20, 40);
    put(F::Zone, QStringLiteral("UTC+0.0"), 20, 60);
    put(F::Sensor, QStringLiteral("EOW"), 600, 20);
    put(F::FocalLength, QStringLiteral("50"), 700, 20);
    put(F::PlatformLatitude, frame == wildFrame ? QStringLiteral("35.67800N") : latitude, 20, 640);
    put(F::PlatformLongitude, QStringLiteral("128.29786E"), 20, 660);
    put(F::PlatformAltitude, QStringLiteral("2690FT"), 200, 660);
    put(F::PlatformHeading, QStringLiteral("0°"), 200, 640);
    put(F::TargetLatitude, latitude, 1100, 640);
    put(F::TargetLongitude, QStringLiteral("128.29786E"), 1100, 660);
    put(F::TargetElevation, QStringLiteral("0FT"), 900, 660);
    put(F::TargetBearing, QStringLiteral("0°"), 900, 620);
    put(F::SlantRange, QStringLiteral("0.44NM"), 900, 640);
    reading.utc = overlayUtc(reading[F::Date].text, reading[F::Time].text, 0.0);
    return reading;
}

}  // namespace

std::vector<FrameRecord> overlayFlight()
{
    Track track;
    std::vector<FrameRecord> frames;
    for (int i = 0; i < frameCount; ++i) {
        FrameRecord record;
        record.frame = i;
        record.timeSeconds = i * 0.5;
        record.pictureSize = cv::Size(1280, 720);
        frames.push_back(record);
        track.add(readingOf(i));
    }
    placeFrames(frames, track.finish());
    return frames;
}

QString writeOverlayResults(const QString& folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("sheen.gpkg"));
    const std::vector<FrameRecord> frames = overlayFlight();
    RunFacts facts;
    facts.flightName = QStringLiteral("overlay");
    facts.flightPath = QDir(folder).filePath(QStringLiteral("overlay.mp4"));
    facts.settings = RunSettings().toJson();
    facts.crsEpsg = 32652;
    facts.framesDone = facts.framesPlaced = int(frames.size());
    facts.model.name = QStringLiteral("test");
    facts.model.classes = {{0, QStringLiteral("water"), {20, 40, 90}, 0, false},
                           {1, QStringLiteral("sheen"), {90, 200, 220}, 1, true}};
    Workspace::create(path, facts)->finish(facts, frames, {});
    return path;
}

}  // namespace sheen::test
