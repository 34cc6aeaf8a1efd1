// How far off the ground lies that a flight's overlay gives, against its truth: the picture's corners and
// middle.
//   track_bench overlay.csv truth.csv WIDTH HEIGHT [SECONDS_BETWEEN_FRAMES] [-v]
// The overlay's texts are taken from overlay.csv, so that this measures the track and not the reading.

#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "core/data/geodesy.h"
#include "core/georeference/camera_model.h"
#include "core/telemetry/overlay_grammar.h"
#include "core/telemetry/pose_table.h"
#include "core/telemetry/track.h"

using namespace sheen;

namespace {

const std::map<QString, OverlayField> fieldOfColumn = {
    {"date", OverlayField::Date},
    {"time", OverlayField::Time},
    {"zone", OverlayField::Zone},
    {"sensor", OverlayField::Sensor},
    {"focal", OverlayField::FocalLength},
    {"acft_lat", OverlayField::PlatformLatitude},
    {"acft_lon", OverlayField::PlatformLongitude},
    {"acft_alt", OverlayField::PlatformAltitude},
    {"heading", OverlayField::PlatformHeading},
    {"tgt_lat", OverlayField::TargetLatitude},
    {"tgt_lon", OverlayField::TargetLongitude},
    {"tgt_alt", OverlayField::TargetElevation},
    {"tgt_bearing", OverlayField::TargetBearing},
    {"slant", OverlayField::SlantRange},
};

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? NAN : values[static_cast<std::size_t>(share * (values.size() - 1))];
}

double metresBetween(const GroundPoint& a, const GroundPoint& b)
{
    return cv::norm(toEcef(a) - toEcef(b));
}

}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile file(arguments.value(1));
    if (arguments.size() < 5 || !file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "track_bench overlay.csv truth.csv WIDTH HEIGHT [SECONDS] [-v]\n");
        return 2;
    }
    const PoseTable truth = PoseTable::load(arguments[2]);
    const cv::Size size(arguments[3].toInt(), arguments[4].toInt());
    const double every = arguments.value(5, "0").toDouble();
    const bool verbose = arguments.contains("-v");

    Track track;
    std::vector<TelemetryRecord> live;
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
                const OverlayField field = fieldOfColumn.at(header[column]);
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
        track.add(reading);
        live.push_back(track.live());
    }

    auto report = [&](const char* name, const std::vector<TelemetryRecord>& records) {
        std::vector<double> all, middle, position;
        double squares = 0;
        int placed = 0;
        for (const TelemetryRecord& record : records) {
            const CameraPose exact = *truth.at(record.reading.frame, record.reading.timeSeconds)->pose;
            if (!record.pose)
                continue;
            ++placed;
            const CameraPose& pose = *record.pose;
            const double off = metresBetween({pose.latitudeDegrees, pose.longitudeDegrees},
                                             {exact.latitudeDegrees, exact.longitudeDegrees});
            position.push_back(off);
            squares += off * off;
            const CameraModel model(pose, size), exactModel(exact, size);
            const double w = size.width, h = size.height;
            for (const cv::Point2d pixel : {cv::Point2d(0, 0), cv::Point2d(w, 0), cv::Point2d(w, h),
                                            cv::Point2d(0, h), cv::Point2d(w / 2, h / 2)}) {
                const auto ground = model.toGround(pixel), exactGround = exactModel.toGround(pixel);
                if (!ground || !exactGround)
                    continue;
                const double error = metresBetween(*ground, *exactGround);
                all.push_back(error);
                if (pixel.x == w / 2)
                    middle.push_back(error);
            }
            if (verbose)
                std::printf(
                    "  %d t %.2f: position %.2f (said %.2f), height %+.2f (%.2f), bearing %+.2f (%.2f), "
                    "depression %+.2f (%.2f), middle %.1f\n",
                    record.reading.frame, record.reading.timeSeconds, off, pose.horizontalErrorMetres,
                    pose.heightMetres - exact.heightMetres, pose.heightErrorMetres,
                    std::remainder(pose.bearingDegrees - exact.bearingDegrees, 360), pose.bearingErrorDegrees,
                    pose.depressionDegrees - exact.depressionDegrees, pose.depressionErrorDegrees,
                    middle.empty() ? 0 : middle.back());
        }
        std::printf(
            "%-6s %4d of %4zu placed; ground median %.2f m, p95 %.2f m, worst %.2f m; middle median %.2f m; "
            "position RMS %.2f m, worst %.2f m\n",
            name, placed, records.size(), percentile(all, 0.5), percentile(all, 0.95), percentile(all, 1),
            percentile(middle, 0.5), std::sqrt(squares / std::max(1, placed)), percentile(position, 1));
    };
    report("live", live);
    report("final", track.finish());
    return 0;
}
