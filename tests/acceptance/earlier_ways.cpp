// What each step from the earlier systems to Sheen brings: the same parts, put together in four ways, on the
// same flight. `earlier_ways --help`.
//   a  the model loaded for each frame, stages one after another, pictures and masks through files
//   b  the model loaded once, else as a
//   c  the model loaded once, all in memory, stages one after another
//   d  sheen run: the stages overlap
// Each way is a process of its own and writes masks, a shapefile and the table of telemetry.

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <opencv2/imgcodecs.hpp>

#include "base/error.h"
#include "base/median.h"
#include "data/mask_codec.h"
#include "detect/detector.h"
#include "flight/flight.h"
#include "output/products.h"
#include "placing/placement.h"
#include "placing/slick_sightings.h"
#include "platform/cpu_time.h"
#include "run/thread_plan.h"
#include "run_tool.h"
#include "slick/merge.h"
#include "slick/outlines.h"
#include "sources/flight_overlay.h"
#include "sources/telemetry_stage.h"
#include "support/measured_page.h"
#include "support/source_folder.h"

using namespace sheen;

namespace {

constexpr double secondsPerFrame = 0.5;
const QString products = QStringLiteral("masks,shapefile,csv");

/** One way from beginning to end, in this process. */
class EarlierWay
{
public:
    EarlierWay(QChar way, const QString& flight, const QString& folder, int threads)
        : m_way(way), m_folder(folder), m_plan(planThreads(threads)), m_recording(Flight::open(flight))
    {}

    void execute()
    {
        decode();
        readTelemetry();
        detect();
        makeSlicks();
        std::printf("%zu %.3f %zu %.2f\n", m_frames.size(), processCpuSeconds(), m_slicks.size(), area());
    }

private:
    bool isThroughFiles() const { return m_way != QLatin1Char('c'); }
    QString pathOf(const char* kind, int frame) const
    {
        return QStringLiteral("%1/%2/%3.png")
            .arg(m_folder, QString::fromLatin1(kind))
            .arg(frame, 6, 10, QLatin1Char('0'));
    }

    void decode()
    {
        for (const char* kind : {"pictures", "found"})
            QDir().mkpath(m_folder + QLatin1Char('/') + QLatin1String(kind));
        FrameSelection selection;
        selection.everySeconds = secondsPerFrame;
        const auto source = m_recording->frames(selection);
        while (std::optional<Frame> frame = source->next()) {
            if (isThroughFiles()) {
                cv::imwrite(pathOf("pictures", frame->index).toStdString(), frame->picture);
                frame->picture.release();
            }
            m_frames.push_back(std::move(*frame));
        }
    }

    cv::Mat pictureOf(const Frame& frame) const
    {
        return isThroughFiles() ? cv::imread(pathOf("pictures", frame.index).toStdString()) : frame.picture;
    }

    std::unique_ptr<Detector> load() const
    {
        DetectorSettings settings;
        settings.threads = m_plan.detect;
        settings.expectedPicture = m_recording->info().pictureSize;
        return Detector::load(Detector::defaultModelPath(), settings);
    }

    void detect()
    {
        std::unique_ptr<Detector> detector;
        for (const Frame& frame : m_frames) {
            if (!detector || m_way == QLatin1Char('a'))
                detector = load();
            Segmentation found = detector->detect(pictureOf(frame), {m_marks, 0});
            if (isThroughFiles()) {
                cv::imwrite(pathOf("found", frame.index).toStdString(), found.classes);
                cv::imwrite(pathOf("found", frame.index)
                                .replace(QLatin1String(".png"), QLatin1String(".confidence.png"))
                                .toStdString(),
                            found.confidence);
                found = {};
            }
            m_found.push_back(std::move(found));
        }
        m_facts.model = detector->card();
    }

    Segmentation foundIn(std::size_t number) const
    {
        if (!isThroughFiles())
            return m_found[number];
        const QString path = pathOf("found", m_frames[number].index);
        QString confidence = path;
        confidence.replace(QLatin1String(".png"), QLatin1String(".confidence.png"));
        return {cv::imread(path.toStdString(), cv::IMREAD_UNCHANGED),
                cv::imread(confidence.toStdString(), cv::IMREAD_UNCHANGED)};
    }

    void readTelemetry()
    {
        const RunSettings settings;
        FlightOverlay overlay(*m_recording, settings, Cancel());
        const auto stage = TelemetryStage::create(*m_recording, settings, overlay);
        for (Frame frame : m_frames) {
            frame.picture = pictureOf(frame);
            overlay.lookAt(frame);
            stage->read(frame);
            FrameRecord record;
            record.frame = frame.index;
            record.timeSeconds = frame.timeSeconds;
            record.pictureSize = frame.picture.size();
            m_records.push_back(std::move(record));
        }
        m_telemetry = stage->finish();
        m_marks = overlay.marks();
    }

    void makeSlicks()
    {
        std::map<int, QByteArray> masks;
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            const Segmentation found = foundIn(i);
            m_records[i].detections = findOutlines(found, m_facts.model, m_records[i].frame);
            masks[m_records[i].frame] = maskToPng(found.classes);
        }
        placeFrames(m_records, std::move(m_telemetry));
        m_facts.flightPath = m_recording->info().path;
        m_facts.crsEpsg = utmZoneOf(m_records);
        MergeSettings merge;
        merge.epsg = m_facts.crsEpsg;
        m_slicks = mergeSlicks(m_records, m_facts.model, merge);
        setSightings(m_slicks, m_records);
        ProductInput input{m_facts, m_records, m_slicks, m_recording.get()};
        input.masks = [&masks](int frame) { return masks[frame]; };
        writeProducts(input, parseProducts(products), m_folder);
    }

    double area() const
    {
        double sum = 0;
        for (const Slick& slick : m_slicks)
            sum += slick.oiledSquareMetres();
        return sum;
    }

    const QChar m_way;
    const QString m_folder;
    const ThreadPlan m_plan;
    const std::unique_ptr<Flight> m_recording;
    std::vector<Frame> m_frames;
    std::vector<Segmentation> m_found;
    std::vector<FrameRecord> m_records;
    std::vector<TelemetryRecord> m_telemetry;
    std::vector<OverlayMark> m_marks;
    RunFacts m_facts;
    std::vector<Slick> m_slicks;
};

/** What one way took. */
struct Taken
{
    int frames = 0;
    double wallSeconds = 0;
    double cpuSeconds = 0;
    int slicks = 0;
    double areaSquareMetres = 0;
};

struct Wanted
{
    QString sheen;
    QString flight;
    int threads = 2;
};

QByteArray outputOf(const QString& program, const QStringList& arguments, double* wallSeconds = nullptr)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        throw Error(QStringLiteral("%1 %2 failed.").arg(program, arguments.join(QLatin1Char(' '))));
    if (wallSeconds)
        *wallSeconds = 1e-3 * double(timer.elapsed());
    return process.readAllStandardOutput();
}

Taken takenBySheen(const Wanted& wanted, const QStringList& more)
{
    const QTemporaryDir folder;
    Taken taken;
    outputOf(wanted.sheen,
             QStringList{QStringLiteral("run"), wanted.flight, QStringLiteral("--out"), folder.path(),
                         QStringLiteral("--products"), products, QStringLiteral("--threads"),
                         QString::number(wanted.threads), QStringLiteral("--quiet")} +
                 more,
             &taken.wallSeconds);
    QFile file(folder.filePath(QStringLiteral("summary.json")));
    if (!file.open(QIODevice::ReadOnly))
        throw Error(QStringLiteral("sheen run wrote no summary.json."));
    const QJsonObject summary = QJsonDocument::fromJson(file.readAll()).object();
    const auto part = [&summary](const char* name) { return summary[QLatin1String(name)].toObject(); };
    const QJsonObject slicks = part("slicks")[QLatin1String("undecided")].toObject();
    taken.frames = part("frames")[QLatin1String("done")].toInt();
    taken.cpuSeconds = part("stage_cpu_s")[QLatin1String("process")].toDouble();
    taken.slicks = slicks[QLatin1String("slicks")].toInt();
    taken.areaSquareMetres = slicks[QLatin1String("oiled_m2")].toDouble();
    return taken;
}

Taken takenBy(char way, const Wanted& wanted)
{
    if (way == 'd')
        return takenBySheen(wanted, {QStringLiteral("--time-filter"), QStringLiteral("0")});
    if (way == 'e')
        return takenBySheen(wanted, {});
    const QTemporaryDir folder;
    Taken taken;
    const QByteArray printed =
        outputOf(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--way"), QString(QLatin1Char(way)), QStringLiteral("--folder"),
                  folder.path(), QStringLiteral("--threads"), QString::number(wanted.threads),
                  QStringLiteral("--flight"), wanted.flight},
                 &taken.wallSeconds);
    const QList<QByteArray> words = printed.trimmed().split(' ');
    if (words.size() != 4)
        throw Error(QStringLiteral("Way %1 printed nothing.").arg(QLatin1Char(way)));
    taken.frames = words[0].toInt();
    taken.cpuSeconds = words[1].toDouble();
    taken.slicks = words[2].toInt();
    taken.areaSquareMetres = words[3].toDouble();
    return taken;
}

const std::map<char, QString>& names()
{
    static const std::map<char, QString> all{
        {'a', QStringLiteral("a: model per frame, stage after stage, through files")},
        {'b', QStringLiteral("b: model loaded once, through files")},
        {'c', QStringLiteral("c: in memory, stage after stage")},
        {'d', QStringLiteral("d: Sheen, frames not compared with their neighbours")},
        {'e', QStringLiteral("Sheen as it is, neighbours compared")}};
    return all;
}

/** The ways by turns, so that a busy moment strikes all alike; of each the median. */
std::map<char, Taken> takenByAll(const Wanted& wanted, int rounds)
{
    std::map<char, std::vector<Taken>> all;
    for (int round = 0; round < rounds; ++round) {
        for (const auto& [way, name] : names())
            all[way].push_back(takenBy(way, wanted));
    }
    std::map<char, Taken> result;
    for (const auto& [way, some] : all) {
        std::vector<double> walls;
        std::vector<double> cpus;
        for (const Taken& one : some) {
            walls.push_back(one.wallSeconds);
            cpus.push_back(one.cpuSeconds);
        }
        Taken taken = some.front();
        taken.wallSeconds = median(std::move(walls));
        taken.cpuSeconds = median(std::move(cpus));
        result[way] = taken;
    }
    return result;
}

QString number(double value, int decimals)
{
    return QString::number(value, 'f', decimals);
}

QString tableOf(const std::map<char, Taken>& all)
{
    const Taken& sheen = all.at('d');
    QString table = QStringLiteral(
        "| way | wall, s | CPU, s | a frame, ms | wall over d | CPU over d | slicks | oil, m2 |\n"
        "|---|---|---|---|---|---|---|---|\n");
    for (const auto& [way, taken] : all)
        table += QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 | %7 | %8 |\n")
                     .arg(names().at(way), number(taken.wallSeconds, 1), number(taken.cpuSeconds, 1),
                          number(1e3 * taken.wallSeconds / taken.frames, 0),
                          number(taken.wallSeconds / sheen.wallSeconds, 2),
                          number(taken.cpuSeconds / sheen.cpuSeconds, 2), QString::number(taken.slicks),
                          number(taken.areaSquareMetres, 0));
    return table;
}

/** Ways that find other oil are no ways to the same. Sheen as it is takes flicker out of it. */
bool findTheSame(const std::map<char, Taken>& all)
{
    const Taken& sheen = all.at('d');
    return std::all_of(all.begin(), all.end(), [&sheen](const auto& one) {
        const double most = one.first == 'e' ? 0.1 : 0.01;
        return one.second.frames == sheen.frames && sheen.areaSquareMetres > 0 &&
               std::abs(one.second.areaSquareMetres / sheen.areaSquareMetres - 1) < most;
    });
}

int compareAll(const Wanted& wanted, int rounds, const QString& page)
{
    const std::map<char, Taken> all = takenByAll(wanted, rounds);
    const QString bench = QString::fromUtf8(
        outputOf(wanted.sheen, {QStringLiteral("bench"), wanted.flight, QStringLiteral("--products"),
                                products, QStringLiteral("--threads"), QString::number(wanted.threads)}));
    const QString text =
        QStringLiteral("%1 frames of 1280 x 720, %2 threads, %3 rounds, medians.\n\n%4\n```\n%5\n```\n")
            .arg(all.at('d').frames)
            .arg(wanted.threads)
            .arg(rounds)
            .arg(tableOf(all), bench.trimmed());
    std::printf("%s", qPrintable(text));
    if (!findTheSame(all)) {
        std::fprintf(stderr, "The ways did not find the same oil.\n");
        return 1;
    }
    if (!page.isEmpty())
        sheen::test::writeMeasured(page, QStringLiteral("measured"), text);
    return 0;
}

int execute(QCommandLineParser& parser)
{
    const auto value = [&parser](const char* name) { return parser.value(QString::fromLatin1(name)); };
    const QString flight = value("flight");
    const int threads = value("threads").toInt();
    if (!value("way").isEmpty()) {
        EarlierWay(value("way").at(0), flight, value("folder"), threads).execute();
        return 0;
    }
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    return compareAll(
        {QFileInfo(parser.positionalArguments().constFirst()).absoluteFilePath(), flight, threads},
        std::max(1, value("rounds").toInt()), value("write"));
}

}  // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures what each step from the earlier systems to Sheen brings."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("SHEEN"), QStringLiteral("The program."));
    const QString demo = sourcePath(QStringLiteral("tests/flights/demo/flight.mp4"));
    parser.addOptions(
        {{QStringLiteral("flight"), QStringLiteral("A video with an overlay."), QStringLiteral("FILE"), demo},
         {QStringLiteral("threads"), QStringLiteral("Cores to use."), QStringLiteral("N"),
          QStringLiteral("2")},
         {QStringLiteral("rounds"), QStringLiteral("How often; of all the medians count."),
          QStringLiteral("N"), QStringLiteral("3")},
         {QStringLiteral("write"), QStringLiteral("docs/performance.md, to put the figures into."),
          QStringLiteral("FILE")},
         {QStringLiteral("way"), QStringLiteral("Goes one way alone, in this process: a, b or c."),
          QStringLiteral("WAY")},
         {QStringLiteral("folder"), QStringLiteral("For the files of one way."), QStringLiteral("DIR")}});
    return runTool(parser, application, execute);
}
