// What the way of the ground through the pictures says of a flight's telemetry, as it is and spoilt on
// purpose.
//   motion [FLIGHT...] [--check] [--every SECONDS]
// Without a flight: the demo of resources, and what lies in ../shared/data/flights. Nothing is detected.

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "data/motion_mend.h"
#include "data/picture_motion.h"
#include "flight_truth.h"
#include "placing/placing_again.h"
#include "run/run.h"
#include "run/thread_plan.h"
#include "support/source_folder.h"
#include "support/water_detector.h"

using namespace sheen;

namespace {

constexpr double driftDegrees = 10;
constexpr double widthShare = 0.8;
constexpr double largestScaleOff = 0.05;
constexpr double largestHeadingOff = 2;  // degrees

/** What is done to the telemetry, and what has to be found then. */
struct Spoilt
{
    const char* name;
    double widthFactor = 1;
    double turnDegrees = 0;
};

constexpr Spoilt spoilts[] = {
    {"true", 1, 0}, {"width -20 %", widthShare, 0}, {"zoom missed", 2, 0}, {"course", 1, driftDegrees}};

TrackSettings spoil(TrackSettings settings, const Spoilt& spoilt, const std::vector<FrameRecord>& frames)
{
    settings.defaultSensorWidthMillimetres *= spoilt.widthFactor;
    for (auto& [sensor, width] : settings.sensorWidthMillimetres)
        width *= spoilt.widthFactor;
    for (const FrameRecord& frame : frames) {
        const auto& heading = frame.telemetry.reading[OverlayField::PlatformHeading].value;
        if (spoilt.turnDegrees != 0 && heading)
            settings.corrections.push_back({frame.frame,
                                            OverlayField::PlatformHeading,
                                            std::fmod(*heading + spoilt.turnDegrees + 360, 360.0),
                                            {}});
    }
    return settings;
}

/** Whether the bearing of the pictures comes from the heading. */
bool looksDown(const std::vector<FrameRecord>& frames)
{
    return !frames.empty() && frames.front().telemetry.pose &&
           frames.front().telemetry.pose->depressionDegrees > 80;
}

/** Whether a row says what it has to, and nothing else. Each rendered flight has something to hold on to. */
bool isRight(const std::vector<MotionCheck>& checks, const Spoilt& spoilt, bool down)
{
    if (std::none_of(checks.begin(), checks.end(),
                     [](const MotionCheck& check) { return check.knowsScale && check.knowsHeading; }))
        return false;
    for (const MotionCheck& check : checks) {
        const bool isTurned = spoilt.turnDegrees != 0 && down;
        const double wantedTurn = isTurned ? -spoilt.turnDegrees : 0;
        if (isScaleOff(check) != (check.knowsScale && spoilt.widthFactor != 1) ||
            isHeadingOff(check) != (check.knowsHeading && isTurned))
            return false;
        if (check.knowsScale && std::abs(check.scale / spoilt.widthFactor - 1) > largestScaleOff)
            return false;
        if (check.knowsHeading && std::abs(check.headingDegrees - wantedTurn) > largestHeadingOff)
            return false;
    }
    return true;
}

void print(const QString& flight, const Spoilt& spoilt, const std::vector<MotionCheck>& checks, bool right)
{
    for (const MotionCheck& check : checks)
        std::printf("%-14s %-12s %-4s %6.1f  %2d  %.3f +- %.3f %-7s %7.2f +- %.2f %-7s %s\n",
                    qPrintable(flight), spoilt.name, qPrintable(check.sensor), check.focalLengthMillimetres,
                    check.pairs, check.scale, check.scaleError,
                    isScaleOff(check)  ? "OFF"
                    : check.knowsScale ? "agrees"
                                       : "unknown",
                    check.headingDegrees, check.headingErrorDegrees,
                    isHeadingOff(check)  ? "OFF"
                    : check.knowsHeading ? "agrees"
                                         : "unknown",
                    right ? "" : "WRONG");
    if (checks.empty())
        std::printf("%-14s %-12s could not be checked %s\n", qPrintable(flight), spoilt.name,
                    right ? "" : "WRONG");
}

/** Returns whether all rows are right. */
bool measure(const QString& folder, double everySeconds)
{
    const acceptance::FlightTruth truth = acceptance::readFlightTruth(folder);
    RunSettings settings;
    if (!truth.isFolder)
        settings.selection.everySeconds = everySeconds;
    settings.selection.folderIntervalSeconds = truth.interval;
    const auto flight = Flight::open(truth.recording, truth.interval);
    test::WaterDetector detector;
    const Cancel cancel;
    const RunResult result = Run(*flight, detector, settings).execute({}, cancel);
    bool allRight = true;
    qint64 milliseconds = 0;
    for (const Spoilt& spoilt : spoilts) {
        std::vector<FrameRecord> frames = result.frames;
        const TrackSettings track = spoil(settings.track, spoilt, frames);
        placeAgain(frames, track, cancel);
        QElapsedTimer timer;
        timer.start();
        const RunFacts facts = factsAgain(result.facts, frames, track);
        milliseconds += timer.elapsed();
        const bool right = isRight(facts.motionChecks, spoilt, looksDown(frames));
        print(truth.name, spoilt, facts.motionChecks, right);
        allRight = allRight && right;
    }
    const auto wall = result.facts.stageCpuSeconds.find(QStringLiteral("motion"));
    std::printf("%-14s %zu frames, %zu pairs; found in %.2f s of CPU, fitted in %.2f s\n\n",
                qPrintable(truth.name), result.frames.size(), result.facts.pictureMotions.size(),
                wall == result.facts.stageCpuSeconds.end() ? 0 : wall->second,
                double(milliseconds) / 1000 / double(std::size(spoilts)));
    return allRight;
}

QStringList flightsAtHand()
{
    QStringList folders{sourcePath(QStringLiteral("resources/demo"))};
    const QDir shared(sourcePath(QStringLiteral("../shared/data/flights")));
    for (const QString& name : shared.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        folders << shared.filePath(name);
    return folders;
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("check"), QStringLiteral("Exit with 1 where a row is wrong.")},
                       {QStringLiteral("every"), QStringLiteral("Seconds between frames of a video."),
                        QStringLiteral("seconds"), QStringLiteral("0.5")}});
    parser.addHelpOption();
    parser.process(app);
    planThreads(2);
    const QStringList folders =
        parser.positionalArguments().isEmpty() ? flightsAtHand() : parser.positionalArguments();
    bool allRight = true;
    std::printf("%-14s %-12s %-11s pairs %-22s heading\n", "flight", "telemetry", "sensor, mm", "scale");
    for (const QString& folder : folders)
        allRight = measure(folder, parser.value(QStringLiteral("every")).toDouble()) && allRight;
    return parser.isSet(QStringLiteral("check")) && !allRight ? 1 : 0;
}
