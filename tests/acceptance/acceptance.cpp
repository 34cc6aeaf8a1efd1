// Runs Sheen on rendered flights and measures how right it is: telemetry, positions, oil, time. Prints tables
// in Markdown. With --check it fails where a figure misses what Sheen promises.

#include <gdal_priv.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTextStream>
#include <cmath>
#include <stdexcept>

#include "flight_truth.h"
#include "measurements.h"
#include "oil_overlap.h"
#include "run_sheen.h"
#include "support/source_folder.h"
#include "true_masks.h"

using namespace acceptance;

namespace {

/** What Sheen promises, by flight; 0 where nothing is promised. */
struct Promise
{
    double telemetryShare = 0.97;
    int wrongWhenChecked = 0;
    double medianMetres = 0;
    double exactPixels = 1;
    double oilOverlap = 0;
    double areaError = 0.02;
    double wallSeconds = 0;
};

Promise promiseFor(const QString& flight, double demoSeconds)
{
    Promise promise;
    if (flight == QLatin1String("demo") || flight == QLatin1String("nadir-hd")) {
        promise.medianMetres = 6;
        promise.oilOverlap = 0.85;
    } else if (flight == QLatin1String("oblique-sd")) {
        promise.medianMetres = 40;
        promise.oilOverlap = 0.65;
    }
    if (flight == QLatin1String("demo"))
        promise.wallSeconds = demoSeconds;
    return promise;
}

struct Result
{
    QString name;
    TelemetryScore telemetry;
    PositionScore positions;       //!< with the telemetry of the overlay
    PositionScore exactPositions;  //!< with the true poses given
    OilScore oil;
    double trueMasksSquareMetres = 0;  //!< merged from perfect detections
    int slicks = 0;                    //!< found, above 100 m2
    int trueSlicks = 0;                //!< bodies of oil that there are, likewise
    double wallSeconds = 0;
    QJsonObject summary;
};

/** In slicks.geojson. */
int slicksAbove100SquareMetres(const QString& folder)
{
    QFile file(QDir(folder).filePath("slicks.geojson"));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("slicks.geojson cannot be read");
    int count = 0;
    const QJsonArray features = QJsonDocument::fromJson(file.readAll()).object().value("features").toArray();
    for (const QJsonValue& feature : features)
        count += feature.toObject().value("properties").toObject().value("oiled_m2").toDouble() > 100 ? 1 : 0;
    return count;
}

Result measure(const QString& program, FlightTruth flight, const QString& outFolder)
{
    Result result;
    result.name = flight.name;
    const QString overlayFolder = QDir(outFolder).filePath(flight.name);
    const QString exactFolder = QDir(outFolder).filePath(flight.name + "-exact");
    result.wallSeconds = runSheen(program, flight, overlayFolder, {}).wallSeconds;
    fillPictureSizes(flight, overlayFolder);
    QFile summary(QDir(overlayFolder).filePath("summary.json"));
    if (summary.open(QIODevice::ReadOnly))
        result.summary = QJsonDocument::fromJson(summary.readAll()).object();
    result.telemetry = scoreTelemetry(flight, overlayFolder);
    result.positions = scorePositions(flight, overlayFolder);
    result.oil = scoreOil(flight, overlayFolder);
    result.slicks = slicksAbove100SquareMetres(overlayFolder);
    for (const sheen::Slick& slick : trueSlicks(flight, framesOf(overlayFolder)))
        result.trueSlicks += slick.oiledSquareMetres() > 100 ? 1 : 0;

    runSheen(program, flight, exactFolder,
             {"--telemetry", QDir(flight.folder).filePath("truth.csv"), "--products", "gpkg,csv,geojson"});
    result.exactPositions = scorePositions(flight, exactFolder);
    for (const sheen::Slick& slick : slicksOfTrueMasks(flight, framesOf(exactFolder)))
        result.trueMasksSquareMetres += slick.oiledSquareMetres();
    return result;
}

/** By how much perfect detections, merged, miss the oil on the sea that was seen; a share of it. */
double areaError(const Result& result)
{
    return result.trueMasksSquareMetres / result.oil.trueSquareMetres - 1;
}

QString number(double value, int decimals)
{
    return std::isfinite(value) ? QString::number(value, 'f', decimals) : QStringLiteral("-");
}

void printOverview(QTextStream& out, const std::vector<Result>& results)
{
    out << "| flight | frames | telemetry exact | texts exact | position median, m | RMS | 95 % | largest |"
           " not placed | exact poses: largest error, pixels | oil IoU | wall, s |\n"
           "|---|---|---|---|---|---|---|---|---|---|---|---|\n";
    for (const Result& r : results) {
        const double texts =
            r.telemetry.texts.seen > 0 ? 100.0 * r.telemetry.texts.right / r.telemetry.texts.seen : 0;
        out << "| " << r.name << " | " << r.positions.frames << " | " << number(100 * r.telemetry.share(), 2)
            << " % | " << number(texts, 2) << " % | " << number(r.positions.medianMetres, 2) << " | "
            << number(r.positions.rmsMetres, 2) << " | " << number(r.positions.share95Metres, 2) << " | "
            << number(r.positions.largestMetres, 2) << " | " << r.positions.missing << " | "
            << number(r.exactPositions.largestInPixels, 4)
            << (r.exactPositions.missing > 0 ? QStringLiteral(" (%1 missing)").arg(r.exactPositions.missing)
                                             : QString())
            << " | " << number(r.oil.oil, 3) << " | " << number(r.wallSeconds, 1) << " |\n";
    }
}

void printOil(QTextStream& out, const std::vector<Result>& results)
{
    out << "\n| flight | oil IoU | precision | recall | true, m2 | found, m2 | code 1 | code 2 | code 3 |"
           " codes 4 and 5 | true masks merged: area | slicks above 100 m2 (true) |\n"
           "|---|---|---|---|---|---|---|---|---|---|---|---|\n";
    for (const Result& r : results) {
        out << "| " << r.name << " | " << number(r.oil.oil, 3) << " | " << number(r.oil.precision, 3) << " | "
            << number(r.oil.recall, 3) << " | " << number(r.oil.trueSquareMetres, 0) << " | "
            << number(r.oil.foundSquareMetres, 0);
        for (const auto& entry : r.oil.byCode)
            out << " | " << (r.oil.hasCodes ? number(entry.second, 3) : QStringLiteral("-"));
        out << " | " << (areaError(r) >= 0 ? "+" : "") << number(100 * areaError(r), 2) << " % | " << r.slicks
            << " (" << r.trueSlicks << ") |\n";
    }
}

void printFields(QTextStream& out, const std::vector<Result>& results)
{
    out << "\n| field";
    for (const Result& r : results)
        out << " | " << r.name;
    out << " |\n|---";
    for (std::size_t i = 0; i < results.size(); ++i)
        out << "|---";
    out << "|\n";
    for (const auto& field : results.front().telemetry.fields) {
        out << "| " << field.first;
        for (const Result& r : results) {
            const auto score = r.telemetry.fields.find(field.first);
            if (score == r.telemetry.fields.end())
                out << " | -";
            else
                out << " | " << score->second.right << " of " << score->second.seen;
        }
        out << " |\n";
    }
    out << "| read where nothing was";
    for (const Result& r : results)
        out << " | " << r.telemetry.readWhereNothingWas;
    out << " |\n";
    out << "| checked: more than a step off";
    for (const Result& r : results)
        out << " | " << r.telemetry.allWrongWhenChecked() << " of " << r.telemetry.checked;
    out << " |\n";
    for (const Result& r : results)
        for (const auto& [field, count] : r.telemetry.wrongWhenChecked)
            if (count > 0)
                out << "\n" << r.name << ", " << field << ": " << count << " checked values are wrong";
    for (const Result& r : results)
        for (const QString& example : r.telemetry.wrong)
            out << "\n" << r.name << ", " << example;
    out << "\n";
}

/** How far the middles of frames are off, and how often the error that is said of them holds that. */
void printPositionErrors(QTextStream& out, const std::vector<Result>& results)
{
    out << "\n| flight | middles | off, median m | 95 % radius said, median m | off by less than it |\n"
           "|---|---|---|---|---|\n";
    for (const Result& r : results) {
        const PositionScore& p = r.positions;
        out << "| " << r.name << " | " << p.middles << " | " << number(p.middleMedianMetres, 2) << " | "
            << number(p.medianRadiusMetres, 2) << " | "
            << number(p.middles > 0 ? 100.0 * p.middlesWithinError / p.middles : 0, 1) << " % |\n";
    }
}

void printTimes(QTextStream& out, const std::vector<Result>& results)
{
    out << "\n| flight | wall, s | peak memory, MiB | stages, wall s (CPU s) |\n|---|---|---|---|\n";
    for (const Result& r : results) {
        const QJsonObject wall = r.summary.value("stage_wall_s").toObject();
        const QJsonObject cpu = r.summary.value("stage_cpu_s").toObject();
        QStringList stages;
        for (const QString& stage : wall.keys()) {
            QString text = stage + ' ' + number(wall.value(stage).toDouble(), 1);
            if (cpu.contains(stage))
                text += QStringLiteral(" (%1)").arg(number(cpu.value(stage).toDouble(), 1));
            stages << text;
        }
        out << "| " << r.name << " | " << number(r.wallSeconds, 1) << " | "
            << number(r.summary.value("peak_memory_mib").toDouble(), 0) << " | " << stages.join(", ")
            << " |\n";
    }
}

/** Sentences on the promises that a result breaks. */
QStringList broken(const Result& result, const Promise& promise)
{
    QStringList sentences;
    const auto check = [&](bool holds, const QString& what) {
        if (!holds)
            sentences << result.name + ": " + what;
    };
    check(result.telemetry.share() >= promise.telemetryShare,
          QStringLiteral("%1 % of the telemetry is exact, at least %2 % must be")
              .arg(number(100 * result.telemetry.share(), 2), number(100 * promise.telemetryShare, 0)));
    check(result.telemetry.allWrongWhenChecked() <= promise.wrongWhenChecked,
          QStringLiteral("%1 checked values of the telemetry are more than a step off, at most %2 may be")
              .arg(result.telemetry.allWrongWhenChecked())
              .arg(promise.wrongWhenChecked));
    if (promise.medianMetres > 0)
        check(result.positions.medianMetres <= promise.medianMetres,
              QStringLiteral("median position error %1 m, at most %2 m is allowed")
                  .arg(number(result.positions.medianMetres, 2), number(promise.medianMetres, 0)));
    check(result.exactPositions.missing == 0 && result.exactPositions.largestInPixels <= promise.exactPixels,
          QStringLiteral("with exact poses a point is %1 pixels off (%2 are missing)")
              .arg(number(result.exactPositions.largestInPixels, 3))
              .arg(result.exactPositions.missing));
    if (promise.oilOverlap > 0)
        check(result.oil.oil >= promise.oilOverlap,
              QStringLiteral("oil IoU %1, at least %2 must be reached")
                  .arg(number(result.oil.oil, 3), number(promise.oilOverlap, 2)));
    check(std::abs(areaError(result)) <= promise.areaError,
          QStringLiteral("true masks merge to an area that is %1 % off, at most %2 % are allowed")
              .arg(number(100 * areaError(result), 2), number(100 * promise.areaError, 0)));
    if (promise.wallSeconds > 0)
        check(result.wallSeconds <= promise.wallSeconds,
              QStringLiteral("took %1 s, at most %2 s are allowed")
                  .arg(number(result.wallSeconds, 1), number(promise.wallSeconds, 0)));
    return sentences;
}

/** The two flights of this repository, and the others where they lie beside the source. */
QStringList flightFolders(const QStringList& more)
{
    QStringList folders;
    QStringList names;
    const auto add = [&](const QString& folder) {
        const bool isFlight = QFileInfo::exists(QDir(folder).filePath("truth.csv"));
        const QString name = isFlight ? flightName(folder) : QString();
        if (isFlight && !names.contains(name)) {
            folders << folder;
            names << name;
        }
    };
    add(sheen::sourcePath(QStringLiteral("tests/flights/demo")));
    add(sheen::sourcePath(QStringLiteral("resources/demo")));
    QStringList places = more;
    places << sheen::sourcePath(QStringLiteral("../shared/data/flights"));
    for (const QString& place : places)
        for (const QString& name : QDir(place).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            add(QDir(place).filePath(name));
    return folders;
}

int run(const QCommandLineParser& options)
{
    const QString program = options.positionalArguments().value(0);
    QTemporaryDir temporary;
    const QString outFolder =
        options.isSet("out") ? QDir(options.value("out")).absolutePath() : temporary.path();
    const QStringList only = options.value("only").split(QLatin1Char(','));
    QTextStream out(stdout), err(stderr);
    std::vector<Result> results;
    QStringList sentences;
    for (const QString& folder : flightFolders(options.values("flights"))) {
        const FlightTruth flight = readFlightTruth(folder);
        if (options.isSet("only") && !only.contains(flight.name))
            continue;
        err << "running " << flight.name << "\n" << Qt::flush;
        results.push_back(measure(program, flight, outFolder));
        sentences << broken(results.back(), promiseFor(flight.name, options.value("time-limit").toDouble()));
    }
    if (results.empty())
        throw std::runtime_error("no flight was found");
    printOverview(out, results);
    printOil(out, results);
    printFields(out, results);
    printPositionErrors(out, results);
    printTimes(out, results);
    for (const QString& sentence : sentences)
        out << "\nMISSED " << sentence;
    out << (sentences.isEmpty() ? "\nAll that is promised holds.\n" : "\n") << Qt::flush;
    return options.isSet("check") && !sentences.isEmpty() ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    GDALAllRegister();
    QCommandLineParser options;
    options.setApplicationDescription("Measures how right Sheen is on flights whose truth is known.");
    options.addHelpOption();
    options.addPositionalArgument("sheen", "the program to measure");
    options.addOptions({{"flights", "a folder of further flights", "folder"},
                        {"only", "these flights alone, by name", "names"},
                        {"out", "keep what Sheen writes in this folder", "folder"},
                        {"check", "fail where a promised figure is missed"},
                        {"time-limit", "seconds that the demo may take", "seconds", "60"}});
    options.process(application);
    if (options.positionalArguments().size() != 1)
        options.showHelp(2);
    try {
        return run(options);
    } catch (const std::exception& error) {
        QTextStream(stderr) << error.what() << "\n";
        return 3;
    }
}
