// Reads the overlay of a recording and prints, per field, the share that is exactly as in overlay.csv, and
// the time that a frame takes.
//   overlay_bench FOLDER_OF_FRAMES overlay.csv [STRIDE] [-v]

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTextStream>
#include <cstdio>
#include <ctime>
#include <map>
#include <opencv2/imgcodecs.hpp>

#include "core/telemetry/overlay_reader.h"

using namespace sheen;

namespace {

const std::map<OverlayField, QString> columnNames = {
    {OverlayField::Date, "date"},
    {OverlayField::Time, "time"},
    {OverlayField::Zone, "zone"},
    {OverlayField::Sensor, "sensor"},
    {OverlayField::FocalLength, "focal"},
    {OverlayField::PlatformLatitude, "acft_lat"},
    {OverlayField::PlatformLongitude, "acft_lon"},
    {OverlayField::PlatformAltitude, "acft_alt"},
    {OverlayField::PlatformHeading, "heading"},
    {OverlayField::TargetLatitude, "tgt_lat"},
    {OverlayField::TargetLongitude, "tgt_lon"},
    {OverlayField::TargetElevation, "tgt_alt"},
    {OverlayField::TargetBearing, "tgt_bearing"},
    {OverlayField::SlantRange, "slant"},
};

std::map<int, std::map<QString, QString>> readTruth(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    const QStringList header = lines.value(0).trimmed().split(QLatin1Char(','));
    std::map<int, std::map<QString, QString>> rows;
    for (int i = 1; i < lines.size(); ++i) {
        const QStringList cells = lines[i].trimmed().split(QLatin1Char(','));
        if (cells.size() != header.size())
            continue;
        for (int column = 0; column < cells.size(); ++column)
            rows[cells[0].toInt()][header[column]] = cells[column].trimmed();
    }
    return rows;
}

}  // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "overlay_bench FOLDER_OF_FRAMES overlay.csv [STRIDE] [-v]\n");
        return 2;
    }
    const QDir folder(arguments[1]);
    const auto truth = readTruth(arguments[2]);
    const int stride = std::max(1, arguments.value(3, "1").toInt());
    const bool verbose = arguments.contains("-v");
    const QStringList files = folder.entryList(QDir::Files, QDir::Name);

    std::vector<Frame> first;
    for (int i = 0; i < files.size() && first.size() < 5; i += std::max(stride, int(files.size()) / 8)) {
        Frame frame;
        frame.index = i;
        frame.picture = cv::imread(folder.filePath(files[i]).toStdString());
        first.push_back(frame);
    }
    const LayoutMatch match = OverlayReader::recognise(first);
    std::printf("layout %s, score %.3f\n", qPrintable(match.layout.name), match.score);
    if (match.score == 0)
        return 1;

    OverlayReader reader(match.layout);
    std::map<OverlayField, int> exact;
    std::vector<double> milliseconds;
    int visible = 0;
    int ghosts = 0;
    for (int i = 0; i < files.size(); i += stride) {
        Frame frame;
        frame.index = i;
        frame.picture = cv::imread(folder.filePath(files[i]).toStdString());
        const std::clock_t before = std::clock();
        const TelemetryReading reading = reader.read(frame);
        milliseconds.push_back(1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
        const auto row = truth.find(i);
        if (row == truth.end())
            continue;
        if (row->second.at("visible") != "1") {
            ghosts += reading.source != Quality::None;
            continue;
        }
        ++visible;
        for (const auto& [field, column] : columnNames) {
            const bool same = reading[field].confidence > 0 && reading[field].text == row->second.at(column);
            exact[field] += same;
            if (!same && verbose) {
                std::printf("  frame %d %s: read \"%s\" (%.2f), shown \"%s\"\n", i, qPrintable(column),
                            reading[field].text.toUtf8().constData(), reading[field].confidence,
                            row->second.at(column).toUtf8().constData());
            }
        }
    }
    int sum = 0;
    for (const auto& [field, column] : columnNames) {
        std::printf("%-12s %6.2f %%\n", qPrintable(column), 100.0 * exact[field] / std::max(1, visible));
        sum += exact[field];
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    double total = 0;
    for (const double each : milliseconds)
        total += each;
    std::printf(
        "all fields   %6.2f %% of %d frames, %d ghosts; CPU ms per frame: mean %.1f, median %.1f, p99 %.1f\n",
        100.0 * sum / std::max<std::size_t>(1, visible * columnNames.size()), visible, ghosts,
        total / milliseconds.size(), milliseconds[milliseconds.size() / 2],
        milliseconds[milliseconds.size() * 99 / 100]);
    std::printf("%.1f %% of fields went to Tesseract\n",
                100.0 * reader.linesRecognised() / (milliseconds.size() * columnNames.size()));
    return 0;
}
