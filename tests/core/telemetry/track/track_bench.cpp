// How far off the ground lies that a flight's overlay gives, against its truth: the picture's corners and
// middle; and the share of these points that lie within the 95 % position error said of them.
//   track_bench FOLDER... [--every SECONDS] [-v]
// A folder holds overlay.csv, truth.csv and scene.json (the picture's size). The overlay's texts are taken
// from overlay.csv, so that this measures the track and not the reading.

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>

#include "camera/camera_model.h"
#include "camera/footprint.h"
#include "camera/pose_errors.h"
#include "geo/geodesy.h"
#include "grammar/overlay_grammar.h"
#include "support/shown_columns.h"
#include "table/telemetry_table.h"
#include "track/track.h"

using namespace sheen;

namespace {

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? NAN : values[static_cast<std::size_t>(share * (values.size() - 1))];
}

double metresBetween(const GroundPoint& a, const GroundPoint& b)
{
    return cv::norm(toEcef(a) - toEcef(b));
}

/** Errors of a flight's frames, metres. */
struct Score
{
    std::vector<double> ground, middle, position;
    int frames = 0, placed = 0, points = 0, within = 0;

    void add(const Score& other)
    {
        for (auto part : {&Score::ground, &Score::middle, &Score::position})
            (this->*part).insert((this->*part).end(), (other.*part).begin(), (other.*part).end());
        for (auto part : {&Score::frames, &Score::placed, &Score::points, &Score::within})
            this->*part += other.*part;
    }

    void print(const QString& name) const
    {
        double squares = 0;
        for (const double off : position)
            squares += off * off;
        std::printf("%-28s %4d/%-4d %7.2f %7.2f %7.2f   %7.2f   %7.2f %7.2f   %6.1f %%\n", qPrintable(name),
                    placed, frames, percentile(ground, 0.5), percentile(ground, 0.95), percentile(ground, 1),
                    percentile(middle, 0.5), std::sqrt(squares / std::max<std::size_t>(1, position.size())),
                    percentile(position, 1), 100.0 * within / std::max(1, points));
    }
};

std::vector<TelemetryReading> readOverlay(const QString& path, const TelemetryTable& truth, double every)
{
    std::vector<TelemetryReading> readings;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return readings;
    const QStringList lines = QString::fromUtf8(file.readAll()).split('\n');
    const QStringList header = lines[0].trimmed().split(',');
    double next = 0;
    for (int i = 1; i < lines.size(); ++i) {
        const QStringList cells = lines[i].trimmed().split(',');
        if (cells.size() != header.size())
            continue;
        TelemetryReading reading;
        reading.frame = cells[0].toInt();
        reading.timeSeconds = truth.timeOf(reading.frame);
        if (reading.timeSeconds < next - 1e-6)
            continue;
        next = every > 0 ? every * (std::floor(reading.timeSeconds / every + 1e-6) + 1) : 0;
        if (cells[1] == "1") {
            reading.source = Quality::Read;
            for (int column = 2; column < header.size(); ++column) {
                const OverlayField field = test::fieldOfColumn.at(header[column]);
                if (const auto parsed = readByGrammar(field, cells[column])) {
                    reading[field].text = parsed->text;
                    reading[field].value = field == OverlayField::Zone ? std::nullopt : parsed->value;
                    reading[field].confidence = 1;
                } else {
                    std::printf("frame %d: \"%s\" refused\n", reading.frame, qPrintable(cells[column]));
                }
            }
            reading.utc = overlayUtc(reading[OverlayField::Date].text, reading[OverlayField::Time].text,
                                     overlayZoneHours(reading[OverlayField::Zone].text));
        }
        readings.push_back(reading);
    }
    return readings;
}

cv::Size pictureSize(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject scene = QJsonDocument::fromJson(file.readAll()).object();
    return {scene["w"].toInt(), scene["h"].toInt()};
}

/** What each of a pose's errors alone makes of the 95 % radius: the budget of a flight, as medians over its
 * frames. */
void printBudget(const std::vector<TelemetryRecord>& records, cv::Size size)
{
    struct Part
    {
        const char* name;
        double CameraPose::*error;
    };
    constexpr std::array parts = {Part{"position", &CameraPose::horizontalErrorMetres},
                                  Part{"height", &CameraPose::heightErrorMetres},
                                  Part{"bearing", &CameraPose::bearingErrorDegrees},
                                  Part{"depression", &CameraPose::depressionErrorDegrees},
                                  Part{"field of view", &CameraPose::fovErrorDegrees}};
    const std::array<std::pair<const char*, cv::Point2d>, 2> places = {
        std::pair("middle", cv::Point2d(size.width / 2.0, size.height / 2.0)),
        std::pair("corner", cv::Point2d(0, size.height))};
    for (const auto& [place, pixel] : places) {
        std::printf("  budget, %s, m:", place);
        for (std::size_t i = 0; i <= parts.size(); ++i) {
            std::vector<double> radii;
            for (const TelemetryRecord& record : records) {
                if (!record.pose)
                    continue;
                CameraPose pose = *record.pose;
                for (std::size_t other = 0; other < parts.size(); ++other) {
                    if (i < parts.size() && other != i)
                        pose.*parts[other].error = 0;
                }
                if (const auto radius = positionErrorMetres(CameraModel(pose, size), pixel))
                    radii.push_back(*radius);
            }
            std::printf(" %s %.2f", i < parts.size() ? parts[i].name : "all", percentile(radii, 0.5));
        }
        std::printf("\n");
    }
}

Score scoreOf(const std::vector<TelemetryRecord>& records, const TelemetryTable& truth, cv::Size size,
              bool verbose)
{
    Score score;
    for (const TelemetryRecord& record : records) {
        ++score.frames;
        const CameraPose exact = *truth.recordAt(record.reading.frame, record.reading.timeSeconds)->pose;
        if (!record.pose) {
            if (verbose)
                std::printf("  %d: no pose\n", record.reading.frame);
            continue;
        }
        ++score.placed;
        const CameraPose& pose = *record.pose;
        const double off = metresBetween({pose.latitudeDegrees, pose.longitudeDegrees},
                                         {exact.latitudeDegrees, exact.longitudeDegrees});
        score.position.push_back(off);
        const CameraModel model(pose, size), exactModel(exact, size);
        const double w = size.width, h = size.height;
        double said = 0;
        for (const cv::Point2d pixel : {cv::Point2d(0, 0), cv::Point2d(w, 0), cv::Point2d(w, h),
                                        cv::Point2d(0, h), cv::Point2d(w / 2, h / 2)}) {
            const auto ground = model.toGround(pixel), exactGround = exactModel.toGround(pixel);
            if (!ground || !exactGround)
                continue;
            const double error = metresBetween(*ground, *exactGround);
            said = positionErrorMetres(model, pixel).value_or(0);
            score.ground.push_back(error);
            ++score.points;
            score.within += error <= said;
            if (pixel.x == w / 2)
                score.middle.push_back(error);
        }
        if (verbose)
            std::printf(
                "  %d t %.2f: position %.2f (said %.2f), height %+.2f (%.2f), bearing %+.2f (%.2f), "
                "depression %+.2f (%.2f), field of view %+.3f (%.3f), middle %.1f (%.1f)\n",
                record.reading.frame, record.reading.timeSeconds, off, pose.horizontalErrorMetres,
                pose.heightMetres - exact.heightMetres, pose.heightErrorMetres,
                std::remainder(pose.bearingDegrees - exact.bearingDegrees, 360), pose.bearingErrorDegrees,
                pose.depressionDegrees - exact.depressionDegrees, pose.depressionErrorDegrees,
                pose.horizontalFovDegrees - exact.horizontalFovDegrees, pose.fovErrorDegrees,
                score.middle.empty() ? 0 : score.middle.back(), said);
    }
    return score;
}

}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({"every", "", "seconds", "0"});
    parser.addOption({"v", ""});
    parser.process(application);
    if (parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr, "track_bench FOLDER... [--every SECONDS] [-v]\n");
        return 2;
    }
    std::printf("%-28s %9s %7s %7s %7s   %7s   %7s %7s   %8s\n", "metres", "placed", "ground", "p95", "worst",
                "middle", "pos.RMS", "worst", "within");
    Score allLive, allFinal;
    for (const QString& folder : parser.positionalArguments()) {
        const QDir flight(folder);
        const TelemetryTable truth = TelemetryTable::load(flight.filePath("truth.csv"));
        const cv::Size size = pictureSize(flight.filePath("scene.json"));
        Track track;
        std::vector<TelemetryRecord> live;
        for (const TelemetryReading& reading :
             readOverlay(flight.filePath("overlay.csv"), truth, parser.value("every").toDouble())) {
            track.add(reading);
            live.push_back(track.live());
        }
        const Score liveScore = scoreOf(live, truth, size, parser.isSet("v"));
        const std::vector<TelemetryRecord> finished = track.finish();
        const Score finalScore = scoreOf(finished, truth, size, parser.isSet("v"));
        liveScore.print(flight.dirName() + " live");
        finalScore.print(flight.dirName() + " final");
        printBudget(finished, size);
        allLive.add(liveScore);
        allFinal.add(finalScore);
    }
    allLive.print("all live");
    allFinal.print("all final");
    return 0;
}
