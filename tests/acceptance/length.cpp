// What the length of a flight costs: rate, memory, size of the workspace, time to open it, to seek in it and
// to merge it with another smallest area. `length --help`. Each number is measured in a process of its own,
// on a flight made for it; the detector is a stub, so that what is measured is all the rest.

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <optional>
#include <random>

#include "base/error.h"
#include "data/mask_codec.h"
#include "length_plot.h"
#include "long_flight.h"
#include "placing/elevation.h"
#include "placing/placing_again.h"
#include "platform/cpu_time.h"
#include "platform/memory.h"
#include "recording/kept_stages.h"
#include "recording/recorded_run.h"
#include "run/thread_plan.h"
#include "run_tool.h"
#include "support/measured_page.h"
#include "support/source_folder.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

RunSettings flightSettings()
{
    RunSettings settings;
    settings.telemetry = QStringLiteral("klv");
    return settings;
}

double since(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

/** How many frames were done when. */
struct Moment
{
    int frames = 0;
    double seconds = 0;
};

/** Mean seconds of a frame between two counts of frames; 0 where there are too few moments. */
double meanBetween(const std::vector<Moment>& moments, int from, int to)
{
    const auto at = [&moments](int frames) {
        return *std::find_if(moments.begin(), moments.end() - 1,
                             [frames](const Moment& moment) { return moment.frames >= frames; });
    };
    const Moment first = at(from), last = at(to);
    return last.frames > first.frames ? (last.seconds - first.seconds) / (last.frames - first.frames) : 0;
}

/** Runs a flight into a workspace. */
QJsonObject runFlight(int count, cv::Size size, const QString& path)
{
    planThreads(2);
    const LongFlight flight(count, size);
    DarkDetector detector;
    Run run(flight, detector, flightSettings());
    RecordedRun recorded;
    QElapsedTimer timer;
    timer.start();
    std::vector<Moment> moments;
    const auto listener = [&](std::vector<FrameResult>&&, const RunProgress& progress) {
        moments.push_back({progress.framesDone, since(timer)});
    };
    recordRun(run, {path, {}}, listener, Cancel(), recorded);
    const double seconds = since(timer);
    if (recorded.result->facts.framesDone != count || recorded.result->slicks.empty() || moments.empty())
        throw Error(QStringLiteral("The flight of %1 frames was not run as it should be.").arg(count));
    const int part = std::min(1000, count / 4);
    return {{QStringLiteral("wall_s"), seconds},
            {QStringLiteral("cpu_s"), processCpuSeconds()},
            {QStringLiteral("slicks"), int(recorded.result->slicks.size())},
            {QStringLiteral("first_s"), meanBetween(moments, 0, part)},
            {QStringLiteral("last_s"), meanBetween(moments, count - part, count)},
            {QStringLiteral("peak_mib"), peakMemoryMiB()}};
}

/** As the window opens results. */
QJsonObject openFlight(const QString& path)
{
    QElapsedTimer timer;
    timer.start();
    const auto workspace = Workspace::open(path);
    const RunFacts facts = workspace->facts();
    std::vector<FrameRecord> frames = workspace->frames();
    setElevation(frames, trackSettingsOf(facts));
    const std::vector<Slick> slicks = workspace->slicks();
    return {{QStringLiteral("open_s"), since(timer)},
            {QStringLiteral("frames"), int(frames.size())},
            {QStringLiteral("peak_mib"), peakMemoryMiB()}};
}

/** Frames here and there, as somebody who drags the timeline wants them: their masks, read and unpacked. */
QJsonObject seekFrames(const QString& path)
{
    constexpr int seeks = 200;
    const auto workspace = Workspace::open(path);
    const int count = workspace->facts().framesDone;
    std::mt19937 random(1);
    std::vector<double> seconds;
    for (int i = 0; i < seeks; ++i) {
        const int frame = int(random() % unsigned(count));
        QElapsedTimer timer;
        timer.start();
        if (maskFromPng(workspace->mask(frame)).empty())
            throw Error(QStringLiteral("Frame %1 has no mask.").arg(frame));
        seconds.push_back(since(timer));
    }
    std::sort(seconds.begin(), seconds.end());
    return {{QStringLiteral("seek_ms"), 1e3 * seconds[seeks / 2]},
            {QStringLiteral("seek_p99_ms"), 1e3 * seconds[seeks * 99 / 100]}};
}

/** Another smallest area, from what the workspace keeps: reading it, merging, keeping. */
QJsonObject mergeAgain(const QString& path)
{
    planThreads(2);
    const auto workspace = Workspace::open(path);
    const std::size_t before = workspace->slicks().size();
    RunSettings settings = flightSettings();
    settings.merge.smallestAreaSquareMetres = 100;
    QElapsedTimer timer;
    timer.start();
    const double cpuBegun = processCpuSeconds();
    const std::optional<RunResult> result = runKept(*workspace, settings, KeptStages::UpToPlaces, Cancel());
    const double seconds = since(timer);
    const double cpuSeconds = processCpuSeconds() - cpuBegun;
    // As in the window, where the frames are kept and were merged before.
    SlickMerger merger(std::make_shared<const std::vector<FrameRecord>>(result->frames), result->facts.model);
    MergeSettings merge = mergeSettingsOf(result->facts);
    merger.merge(merge);
    merge.smallestAreaSquareMetres = 150;
    const double cpuBefore = processCpuSeconds();
    timer.restart();
    merger.merge(merge);
    const double sliderSeconds = since(timer);
    const double sliderCpuSeconds = processCpuSeconds() - cpuBefore;
    const auto stage = [&result](const char* name) {
        return result->facts.stageWallSeconds.at(QString::fromLatin1(name));
    };
    return {{QStringLiteral("again_s"), seconds},
            {QStringLiteral("again_cpu_s"), cpuSeconds},
            {QStringLiteral("merge_s"), stage("slicks")},
            {QStringLiteral("store_s"), stage("workspace")},
            {QStringLiteral("slider_merge_s"), sliderSeconds},
            {QStringLiteral("slider_merge_cpu_s"), sliderCpuSeconds},
            {QStringLiteral("before"), int(before)},
            {QStringLiteral("slicks"), int(result->slicks.size())}};
}

/** Does one thing in a process of its own. */
QJsonObject measured(const QStringList& words)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), words);
    process.waitForFinished(-1);
    const QJsonObject answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    if (process.exitCode() != 0 || answer.isEmpty())
        throw Error(QStringLiteral("\"length %1\" failed.").arg(words.join(QLatin1Char(' '))));
    return answer;
}

/** All that is measured of a flight of so many frames. */
struct Length
{
    int frames = 0;
    double bytes = 0;
    QJsonObject run, open, seek, again;

    double of(const QJsonObject& part, const char* name) const
    {
        return part.value(QLatin1String(name)).toDouble();
    }
    double rate() const { return frames / of(run, "wall_s"); }
};

Length measure(int frames, cv::Size size)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sheen.gpkg"));
    Length length;
    length.frames = frames;
    length.run = measured({QStringLiteral("run"), QString::number(frames), QString::number(size.width),
                           QString::number(size.height), path});
    length.bytes = double(QFileInfo(path).size());
    length.open = measured({QStringLiteral("open"), path});
    length.seek = measured({QStringLiteral("seek"), path});
    length.again = measured({QStringLiteral("again"), path});
    return length;
}

QString number(double value, int decimals)
{
    return QString::number(value, 'f', decimals);
}

QString tableOf(const std::vector<Length>& lengths)
{
    QString table = QStringLiteral(
        "| frames | frames/s | CPU a frame, ms | last frames over first | peak memory, MiB | workspace, MB | "
        "open, s "
        "| memory once open, MiB | seek, ms (99 %) | another smallest area, s (merging, storing) |\n"
        "|---|---|---|---|---|---|---|---|---|---|\n");
    for (const Length& one : lengths) {
        const double first = one.of(one.run, "first_s");
        table += QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 | %7 | %8 | %9 |")
                     .arg(QString::number(one.frames), number(one.rate(), 1),
                          number(1e3 * one.of(one.run, "cpu_s") / one.frames, 2),
                          first > 0 ? number(one.of(one.run, "last_s") / first, 2) : QStringLiteral("-"),
                          number(one.of(one.run, "peak_mib"), 0), number(one.bytes / 1e6, 1),
                          number(one.of(one.open, "open_s"), 2), number(one.of(one.open, "peak_mib"), 0),
                          QStringLiteral("%1 (%2)").arg(number(one.of(one.seek, "seek_ms"), 1),
                                                        number(one.of(one.seek, "seek_p99_ms"), 1)));
        table += QStringLiteral(" %1 (%2, %3) |\n")
                     .arg(number(one.of(one.again, "again_s"), 2), number(one.of(one.again, "merge_s"), 2),
                          number(one.of(one.again, "store_s"), 2));
    }
    return table;
}

QString plotOf(const std::vector<Length>& lengths)
{
    std::vector<int> frames;
    for (const Length& one : lengths)
        frames.push_back(one.frames);
    const auto curve = [&lengths](const QString& title, const auto& value) {
        LengthCurve result{title, {}};
        for (const Length& one : lengths)
            result.values.push_back(value(one));
        return result;
    };
    return lengthPlot(
        frames,
        {curve(QStringLiteral("Frames a second"), [](const Length& one) { return one.rate(); }),
         curve(QStringLiteral("Peak memory, MiB"),
               [](const Length& one) { return one.of(one.run, "peak_mib"); }),
         curve(QStringLiteral("Workspace, MB"), [](const Length& one) { return one.bytes / 1e6; }),
         curve(QStringLiteral("Open, s"), [](const Length& one) { return one.of(one.open, "open_s"); }),
         curve(QStringLiteral("Seek, ms"), [](const Length& one) { return one.of(one.seek, "seek_ms"); }),
         curve(QStringLiteral("Another smallest area, s"),
               [](const Length& one) { return one.of(one.again, "again_s"); })});
}

/** A year of one aircraft on paper: nothing here is measured but what a frame costs. */
QString yearOf(const std::vector<Length>& lengths, double secondsOfFrame)
{
    constexpr double hours = 1000, framesASecond = 2, hoursOfFlight = 4;
    constexpr double frames = hours * 3600 * framesASecond;
    constexpr double framesOfFlight = hoursOfFlight * 3600 * framesASecond;
    const Length& longest = lengths.back();
    const double bytesOfFrame = longest.bytes / longest.frames;
    QString text =
        QStringLiteral(
            "**A year of one aircraft**, computed: %1 hours in the air, two frames a second, flights "
            "of %2 hours: %3 million frames in %4 flights of %5 frames. With %6 kB a frame the "
            "workspaces are %7 GB together and %8 MB each.")
            .arg(number(hours, 0), number(hoursOfFlight, 0), number(frames / 1e6, 1),
                 number(hours / hoursOfFlight, 0), number(framesOfFlight, 0), number(bytesOfFrame / 1e3, 1),
                 number(frames * bytesOfFrame / 1e9, 1), number(framesOfFlight * bytesOfFrame / 1e6, 0));
    if (lengths.size() > 1) {
        const Length& shorter = lengths[lengths.size() - 2];
        const double peak = longest.of(longest.run, "peak_mib");
        const double mibOfFrame =
            (peak - shorter.of(shorter.run, "peak_mib")) / (longest.frames - shorter.frames);
        text += QStringLiteral(
                    " A frame more takes %1 kB of memory, so such a flight has some %2 MiB at its end.")
                    .arg(number(1024 * mibOfFrame, 1),
                         number(peak + mibOfFrame * (framesOfFlight - longest.frames), 0));
    }
    if (secondsOfFrame > 0)
        text += QStringLiteral(
                    " At %1 ms a frame, as the demo flight takes here with the shipped model, this "
                    "machine needs %2 days for it, %3 of the time that was flown.")
                    .arg(number(1e3 * secondsOfFrame, 0), number(frames * secondsOfFrame / 86400, 1),
                         number(frames * secondsOfFrame / (hours * 3600), 2));
    return text + QLatin1Char('\n');
}

/** Of a frame with the shipped model. */
double secondsOfFrame(const QString& sheen, const QString& flight)
{
    QProcess process;
    process.start(sheen, {QStringLiteral("bench"), flight, QStringLiteral("--threads"), QStringLiteral("2"),
                          QStringLiteral("--json")});
    process.waitForFinished(-1);
    const QJsonObject bench = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    if (process.exitCode() != 0 || bench.value(QStringLiteral("frames")).toInt() == 0)
        throw Error(QStringLiteral("\"%1 bench\" failed: %2")
                        .arg(sheen, QString::fromUtf8(process.readAllStandardError())));
    return bench.value(QStringLiteral("frames_wall_s")).toDouble() /
           bench.value(QStringLiteral("frames")).toInt();
}

int measureAll(const QCommandLineParser& parser)
{
    const auto value = [&parser](const char* name) { return parser.value(QString::fromLatin1(name)); };
    const QStringList sides = value("picture").split(QLatin1Char('x'));
    const cv::Size size(sides.value(0).toInt(), sides.value(1).toInt());
    std::vector<int> counts;
    for (const QString& count : value("sizes").split(QLatin1Char(',')))
        counts.push_back(count.toInt());
    std::sort(counts.begin(), counts.end());
    if (size.width < 16 || size.height < 16 || counts.front() < 8)
        throw Error(QStringLiteral("Sizes are numbers of 8 frames or more, pictures WIDTHxHEIGHT."));
    std::vector<Length> lengths;
    for (const int count : counts)
        lengths.push_back(measure(count, size));
    const double frameSeconds =
        value("sheen").isEmpty() ? 0 : secondsOfFrame(value("sheen"), value("flight"));
    const QString text = QStringLiteral("Pictures of %1 x %2, a stub for the model, two threads.\n\n%3\n%4")
                             .arg(size.width)
                             .arg(size.height)
                             .arg(tableOf(lengths), yearOf(lengths, frameSeconds));
    std::printf("%s", qPrintable(text));
    if (!value("plot").isEmpty()) {
        QFile file(value("plot"));
        if (!file.open(QIODevice::WriteOnly) || file.write(plotOf(lengths).toUtf8()) < 0)
            throw Error(QStringLiteral("\"%1\" cannot be written.").arg(value("plot")));
    }
    if (!value("write").isEmpty())
        writeMeasured(value("write"), QStringLiteral("length"), text);
    return 0;
}

int execute(QCommandLineParser& parser)
{
    const QStringList words = parser.positionalArguments();
    QJsonObject answer;
    if (words.isEmpty())
        return measureAll(parser);
    if (words.size() == 5 && words[0] == QLatin1String("run"))
        answer = runFlight(words[1].toInt(), {words[2].toInt(), words[3].toInt()}, words[4]);
    else if (words.size() == 2 && words[0] == QLatin1String("open"))
        answer = openFlight(words[1]);
    else if (words.size() == 2 && words[0] == QLatin1String("seek"))
        answer = seekFrames(words[1]);
    else if (words.size() == 2 && words[0] == QLatin1String("again"))
        answer = mergeAgain(words[1]);
    else
        parser.showHelp(2);
    std::printf("%s\n", QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    shareHeaps();  // as the program does
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Measures what the length of a flight costs. Without words: all of it. run FRAMES WIDTH "
        "HEIGHT WORKSPACE, open, seek, again WORKSPACE: one thing alone, in this process."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("sizes"), QStringLiteral("Numbers of frames."), QStringLiteral("N,N"),
          QStringLiteral("1000,10000,100000")},
         {QStringLiteral("picture"), QStringLiteral("Size of the pictures."), QStringLiteral("WxH"),
          QStringLiteral("640x360")},
         {QStringLiteral("sheen"), QStringLiteral("The program: what a frame takes with its model."),
          QStringLiteral("FILE")},
         {QStringLiteral("flight"), QStringLiteral("A video for that."), QStringLiteral("FILE"),
          sourcePath(QStringLiteral("resources/demo/flight.mp4"))},
         {QStringLiteral("plot"), QStringLiteral("SVG to be written."), QStringLiteral("FILE")},
         {QStringLiteral("write"), QStringLiteral("docs/performance.md, to put the figures into."),
          QStringLiteral("FILE")}});
    return runTool(parser, application, execute);
}
