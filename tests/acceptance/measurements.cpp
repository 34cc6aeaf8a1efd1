#include "measurements.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <QDir>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <numeric>
#include <stdexcept>

namespace acceptance {

namespace {

struct FieldNames
{
    const char* drawn;       //!< in overlay.csv
    const char* read;        //!< in telemetry.csv, without "_raw"
    const char* value = "";  //!< there, once it is checked
};
constexpr FieldNames numericFields[] = {
    {"focal", "focal_length", "focal_length_mm"},
    {"acft_lat", "platform_latitude", "platform_latitude_deg"},
    {"acft_lon", "platform_longitude", "platform_longitude_deg"},
    {"acft_alt", "platform_altitude", "platform_altitude_m"},
    {"heading", "platform_heading", "platform_heading_deg"},
    {"tgt_lat", "target_latitude", "target_latitude_deg"},
    {"tgt_lon", "target_longitude", "target_longitude_deg"},
    {"tgt_alt", "target_elevation", "target_elevation_m"},
    {"tgt_bearing", "target_bearing", "target_bearing_deg"},
    {"slant", "slant_range", "slant_range_m"},
};
constexpr FieldNames textFields[] = {
    {"date", "date"}, {"time", "time"}, {"zone", "zone"}, {"sensor", "sensor"}};

QString plain(QString text)
{
    return text.remove(QRegularExpression(QStringLiteral("[\\s°º]"))).toUpper();
}

/** A number with what follows it: unit or hemisphere. Degrees, minutes and seconds become degrees. */
struct Value
{
    double number = 0;
    QString unit;
};
std::optional<Value> parse(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^([+-]?)(\\d+(?:\\.\\d+)?)(?::(\\d+(?:\\.\\d+)?))?"
                       "(?::(\\d+(?:\\.\\d+)?))?([A-Z]*)$"));
    const QRegularExpressionMatch match = form.match(plain(text));
    if (!match.hasMatch())
        return std::nullopt;
    const double number = match.captured(2).toDouble() + match.captured(3).toDouble() / 60 +
                          match.captured(4).toDouble() / 3600;
    return Value{match.captured(1) == QLatin1String("-") ? -number : number, match.captured(5)};
}

bool isSameNumber(const QString& read, const QString& drawn)
{
    const auto a = parse(read), b = parse(drawn);
    return a && b && a->unit == b->unit && std::abs(a->number - b->number) < 1e-9;
}

/** Metres, degrees and millimetres of what was drawn, and of its last digit. */
struct Measure
{
    double value = 0;
    double step = 0;
};
std::optional<Measure> measureOf(const QString& drawn)
{
    const auto parsed = parse(drawn);
    if (!parsed)
        return std::nullopt;
    static const std::map<QString, double> factors = {{"FT", 0.3048},   {"M", 1},  {"KM", 1000}, {"NM", 1852},
                                                      {"SM", 1609.344}, {"S", -1}, {"W", -1}};
    const auto factor = factors.find(parsed->unit);
    const double unit = factor == factors.end() ? 1 : factor->second;
    static const QRegularExpression decimals(QStringLiteral("\\.(\\d+)"));
    const int digits = static_cast<int>(decimals.match(drawn).captured(1).size());
    const double last = std::pow(10, -digits) / std::pow(60, drawn.count(QLatin1Char(':')));
    return Measure{parsed->number * unit, std::abs(last * unit)};
}

/** More than one step of the display away; angles go round. */
bool isWrong(double value, const Measure& drawn, bool isAngle)
{
    const double off = isAngle ? std::remainder(value - drawn.value, 360.0) : value - drawn.value;
    constexpr double rounded = 1.01;  // in the table
    return std::abs(off) > rounded * drawn.step;
}

/** Row of overlay.csv by frame. */
std::map<int, int> overlayRows(const CsvTable& overlay)
{
    std::map<int, int> rows;
    for (int row = 0; row < overlay.rowCount(); ++row)
        rows[static_cast<int>(overlay.number(row, "frame"))] = row;
    return rows;
}

/** Where Sheen put the corners and the middle; nothing where it did not. */
struct SheenMarks
{
    std::array<std::optional<Place>, 5> places;
    double radiusMetres = 0;  //!< 95 %, of the middle; 0 where not known
};

/** Calls back for each feature of the workspace's frames. */
void forEachFrame(const QString& outFolder, const std::function<void(OGRFeature&)>& callback)
{
    const QString path = QDir(outFolder).filePath("sheen.gpkg");
    std::unique_ptr<GDALDataset> dataset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    OGRLayer* layer = dataset ? dataset->GetLayerByName("frames") : nullptr;
    if (!layer)
        throw std::runtime_error(path.toStdString() + " has no layer \"frames\"");
    for (const auto& feature : *layer)
        callback(*feature);
}

std::map<int, SheenMarks> readSheenMarks(const QString& outFolder)
{
    std::map<int, SheenMarks> result;
    forEachFrame(outFolder, [&result](OGRFeature& feature) {
        SheenMarks marks;
        const OGRGeometry* geometry = feature.GetGeometryRef();
        if (geometry && wkbFlatten(geometry->getGeometryType()) == wkbMultiPolygon &&
            geometry->toMultiPolygon()->getNumGeometries() == 1)
            geometry = geometry->toMultiPolygon()->getGeometryRef(0);
        if (geometry && wkbFlatten(geometry->getGeometryType()) == wkbPolygon) {
            const OGRLinearRing* ring = geometry->toPolygon()->getExteriorRing();
            // Four corners and the closing point; a frame cut at the horizon has no true corners to compare.
            if (ring && ring->getNumPoints() == 5)
                for (int corner = 0; corner < 4; ++corner)
                    marks.places[static_cast<std::size_t>(corner)] =
                        Place{ring->getY(corner), ring->getX(corner)};
        }
        const int latitude = feature.GetFieldIndex("centre_lat"),
                  longitude = feature.GetFieldIndex("centre_lon");
        if (latitude >= 0 && longitude >= 0 && feature.IsFieldSetAndNotNull(latitude) &&
            feature.IsFieldSetAndNotNull(longitude))
            marks.places[4] = Place{feature.GetFieldAsDouble(latitude), feature.GetFieldAsDouble(longitude)};
        marks.radiusMetres = feature.GetFieldAsDouble("position_error_m");
        result[feature.GetFieldAsInteger("frame")] = marks;
    });
    return result;
}

double quantile(const std::vector<double>& sorted, double share)
{
    if (sorted.empty())
        return std::numeric_limits<double>::infinity();
    const double position = share * static_cast<double>(sorted.size() - 1);
    const auto lower = static_cast<std::size_t>(position);
    const std::size_t upper = std::min(lower + 1, sorted.size() - 1);
    const double part = position - static_cast<double>(lower);
    return part > 0 ? sorted[lower] + (sorted[upper] - sorted[lower]) * part : sorted[lower];
}

}  // namespace

void fillPictureSizes(FlightTruth& flight, const QString& outFolder)
{
    forEachFrame(outFolder, [&flight](OGRFeature& feature) {
        const auto camera = flight.cameras.find(feature.GetFieldAsInteger("frame"));
        if (camera == flight.cameras.end() || camera->second.columns > 0)
            return;
        camera->second.columns = feature.GetFieldAsInteger("width_px");
        camera->second.rows = feature.GetFieldAsInteger("height_px");
    });
}

std::vector<int> framesOf(const QString& outFolder)
{
    const CsvTable telemetry = CsvTable::read(QDir(outFolder).filePath("telemetry.csv"));
    std::vector<int> frames;
    for (int row = 0; row < telemetry.rowCount(); ++row)
        frames.push_back(static_cast<int>(telemetry.number(row, "frame")));
    return frames;
}

TelemetryScore scoreTelemetry(const FlightTruth& flight, const QString& outFolder)
{
    constexpr int mostExamples = 8;
    const CsvTable telemetry = CsvTable::read(QDir(outFolder).filePath("telemetry.csv"));
    const std::map<int, int> drawnRows = overlayRows(flight.overlay);
    TelemetryScore score;
    for (int row = 0; row < telemetry.rowCount(); ++row) {
        const int frame = static_cast<int>(telemetry.number(row, "frame"));
        const auto drawnRow = drawnRows.find(frame);
        if (drawnRow == drawnRows.end())
            continue;
        const bool visible = flight.overlay.number(drawnRow->second, "visible") != 0;
        for (const FieldNames& names : numericFields) {
            const QString read = telemetry.text(row, QLatin1String(names.read) + "_raw");
            const QString drawn = flight.overlay.text(drawnRow->second, names.drawn);
            if (!visible) {
                score.readWhereNothingWas += !read.isEmpty();
                continue;
            }
            const bool right = isSameNumber(read, drawn);
            for (FieldScore* counted : {&score.fields[names.read], &score.all}) {
                ++counted->seen;
                counted->right += right;
            }
            const auto shown = measureOf(drawn);
            const QString value = telemetry.text(row, names.value);
            if (shown && !value.isEmpty()) {
                ++score.checked;
                const bool isAngle = QLatin1String(names.value).endsWith(QLatin1String("_deg"));
                score.wrongWhenChecked[names.read] += isWrong(value.toDouble(), *shown, isAngle);
            }
            if (!right && score.wrong.size() < mostExamples)
                score.wrong << QStringLiteral("frame %1 %2: \"%3\" instead of \"%4\"")
                                   .arg(QString::number(frame), names.read, read, drawn.trimmed());
        }
        for (const FieldNames& names : textFields) {
            if (!visible)
                continue;
            ++score.texts.seen;
            score.texts.right += plain(telemetry.text(row, QLatin1String(names.read) + "_raw")) ==
                                 plain(flight.overlay.text(drawnRow->second, names.drawn));
        }
    }
    return score;
}

int TelemetryScore::allWrongWhenChecked() const
{
    return std::accumulate(wrongWhenChecked.begin(), wrongWhenChecked.end(), 0,
                           [](int sum, const auto& field) { return sum + field.second; });
}

PositionScore scorePositions(const FlightTruth& flight, const QString& outFolder)
{
    const std::map<int, SheenMarks> sheen = readSheenMarks(outFolder);
    PositionScore score;
    std::vector<double> distances, middles, radii;
    for (const int frame : framesOf(outFolder)) {
        const auto camera = flight.cameras.find(frame);
        if (camera == flight.cameras.end())
            continue;
        ++score.frames;
        const auto truth = camera->second.marks();
        const auto placed = sheen.find(frame);
        for (int mark = 0; mark < 5; ++mark) {
            const auto& there = truth[static_cast<std::size_t>(mark)];
            if (!there)
                continue;
            const auto here =
                placed == sheen.end() ? std::nullopt : placed->second.places[static_cast<std::size_t>(mark)];
            if (!here) {
                ++score.missing;
                continue;
            }
            const double distance = distanceMetres(*here, *there);
            distances.push_back(distance);
            if (mark == 4 && placed->second.radiusMetres > 0) {
                middles.push_back(distance);
                radii.push_back(placed->second.radiusMetres);
                score.middlesWithinError += distance <= radii.back();
            }
            score.rmsMetres += distance * distance;
            score.largestInPixels =
                std::max(score.largestInPixels, distance / camera->second.pixelMetres(mark));
        }
    }
    if (!distances.empty()) {
        score.rmsMetres = std::sqrt(score.rmsMetres / static_cast<double>(distances.size()));
        score.largestMetres = *std::max_element(distances.begin(), distances.end());
    }
    // What was not placed is as wrong as can be.
    distances.insert(distances.end(), static_cast<std::size_t>(score.missing),
                     std::numeric_limits<double>::infinity());
    std::sort(distances.begin(), distances.end());
    score.medianMetres = quantile(distances, 0.5);
    score.middles = static_cast<int>(middles.size());
    for (auto* some : {&middles, &radii})
        std::sort(some->begin(), some->end());
    score.middleMedianMetres = quantile(middles, 0.5);
    score.medianRadiusMetres = quantile(radii, 0.5);
    score.share95Metres = quantile(distances, 0.95);
    return score;
}

}  // namespace acceptance
