#include "oil_overlap.h"

#include <gdal_alg.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <QDir>
#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <stdexcept>

#include "measurements.h"

namespace acceptance {

namespace {

constexpr double pixelMetres = 0.5;
constexpr int mostPixels = 16000;  //!< on a side

using Geometries = std::vector<std::unique_ptr<OGRGeometry>>;
using Raster = std::vector<unsigned char>;

/** A map of the sea that was seen: a UTM grid of half a metre. */
struct Grid
{
    OGRSpatialReference utm;
    OGREnvelope box;
    double pixel = pixelMetres;
    int columns = 0, rows = 0;
};

std::unique_ptr<OGRCoordinateTransformation> toUtm(const OGRSpatialReference& utm)
{
    OGRSpatialReference wgs84;
    wgs84.SetWellKnownGeogCS("WGS84");
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return std::unique_ptr<OGRCoordinateTransformation>(OGRCreateCoordinateTransformation(&wgs84, &utm));
}

Geometries trueFootprints(const FlightTruth& flight, const std::vector<int>& frames, Grid& grid)
{
    const TrueCamera& first = flight.cameras.begin()->second;
    const int zone = static_cast<int>(std::floor((first.longitude + 180) / 6)) % 60 + 1;
    grid.utm.SetWellKnownGeogCS("WGS84");
    grid.utm.SetUTM(zone, first.latitude >= 0);
    grid.utm.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const auto transformation = toUtm(grid.utm);
    Geometries footprints;
    for (const int frame : frames) {
        const auto camera = flight.cameras.find(frame);
        if (camera == flight.cameras.end())
            continue;
        const auto marks = camera->second.marks();
        OGRLinearRing ring;
        for (int corner = 0; corner < 4; ++corner) {
            const auto& place = marks[static_cast<std::size_t>(corner)];
            if (place)
                ring.addPoint(place->longitude, place->latitude);
        }
        if (ring.getNumPoints() < 4)
            continue;  // shows the horizon: its sea has no end
        ring.closeRings();
        auto polygon = std::make_unique<OGRPolygon>();
        polygon->addRing(&ring);
        if (polygon->transform(transformation.get()) != OGRERR_NONE)
            continue;
        OGREnvelope box;
        polygon->getEnvelope(&box);
        grid.box.Merge(box);
        footprints.push_back(std::move(polygon));
    }
    if (footprints.empty())
        throw std::runtime_error("no frame has a footprint");
    const double side = std::max(grid.box.MaxX - grid.box.MinX, grid.box.MaxY - grid.box.MinY);
    grid.pixel = std::max(pixelMetres, side / mostPixels);
    grid.columns = static_cast<int>(std::ceil((grid.box.MaxX - grid.box.MinX) / grid.pixel));
    grid.rows = static_cast<int>(std::ceil((grid.box.MaxY - grid.box.MinY) / grid.pixel));
    return footprints;
}

/** Burns shapes into a raster, each with its value, later ones over earlier ones. */
Raster rasterise(const Grid& grid, const Geometries& shapes, std::vector<double> values)
{
    Raster raster(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows), 0);
    if (shapes.empty())
        return raster;
    GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
    std::unique_ptr<GDALDataset> dataset(memory->Create("", grid.columns, grid.rows, 1, GDT_Byte, nullptr));
    double placement[6] = {grid.box.MinX, grid.pixel, 0, grid.box.MaxY, 0, -grid.pixel};
    dataset->SetGeoTransform(placement);
    std::vector<OGRGeometryH> handles;
    for (const auto& shape : shapes)
        handles.push_back(OGRGeometry::ToHandle(shape.get()));
    int band = 1;
    if (GDALRasterizeGeometries(GDALDataset::ToHandle(dataset.get()), 1, &band,
                                static_cast<int>(handles.size()), handles.data(), nullptr, nullptr,
                                values.data(), nullptr, nullptr, nullptr) != CE_None ||
        dataset->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, grid.columns, grid.rows, raster.data(),
                                            grid.columns, grid.rows, GDT_Byte, 0, 0) != CE_None)
        throw std::runtime_error("shapes cannot be rasterised");
    return raster;
}

/** Outlines from a GeoJSON file as classes on the grid: the class that `value` gives, 0 to leave one out. */
Raster rasteriseFile(const Grid& grid, const QString& path, const std::function<int(OGRFeature&)>& value)
{
    std::unique_ptr<GDALDataset> dataset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    OGRLayer* layer = dataset && dataset->GetLayerCount() > 0 ? dataset->GetLayer(0) : nullptr;
    if (!layer)
        throw std::runtime_error(path.toStdString() + " cannot be read");
    const auto transformation = toUtm(grid.utm);
    std::vector<std::pair<int, std::unique_ptr<OGRGeometry>>> shapes;
    for (const auto& feature : *layer) {
        const int burned = value(*feature);
        std::unique_ptr<OGRGeometry> shape(feature->StealGeometry());
        if (burned > 0 && shape && shape->transform(transformation.get()) == OGRERR_NONE)
            shapes.emplace_back(burned, std::move(shape));
    }
    // The thicker oil over the thinner, in both files alike.
    std::stable_sort(shapes.begin(), shapes.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    Geometries geometries;
    std::vector<double> values;
    for (auto& [burned, shape] : shapes) {
        values.push_back(burned);
        geometries.push_back(std::move(shape));
    }
    return rasterise(grid, geometries, values);
}

constexpr int oilWithoutCode = 1;  //!< values in the rasters: 1 for that, 2 to 6 for codes 1 to 5

int intersectionCount(const Raster& seen, const Raster& a, const Raster& b,
                      const std::function<bool(int)>& belongs, int& unionCount)
{
    int both = 0;
    unionCount = 0;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (!seen[i])
            continue;
        const bool inA = belongs(a[i]), inB = belongs(b[i]);
        both += inA && inB;
        unionCount += inA || inB;
    }
    return both;
}

double overlap(const Raster& seen, const Raster& a, const Raster& b, const std::function<bool(int)>& belongs)
{
    int either = 0;
    const int both = intersectionCount(seen, a, b, belongs, either);
    return either > 0 ? double(both) / either : std::nan("");
}

/** Of the pixels that `belongs` in the truth, the share in which anything was found. */
double foundShare(const Raster& seen, const Raster& truth, const Raster& found,
                  const std::function<bool(int)>& belongs)
{
    int both = 0, all = 0;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (!seen[i] || !belongs(truth[i]))
            continue;
        ++all;
        both += found[i] > 0;
    }
    return all > 0 ? double(both) / all : std::nan("");
}

double countSeen(const Raster& seen, const Raster& raster)
{
    double count = 0;
    for (std::size_t i = 0; i < seen.size(); ++i)
        count += seen[i] && raster[i];
    return count;
}

}  // namespace

OilScore scoreOil(const FlightTruth& flight, const QString& outFolder)
{
    Grid grid;
    const Geometries footprints = trueFootprints(flight, framesOf(outFolder), grid);
    const Raster seen = rasterise(grid, footprints, std::vector<double>(footprints.size(), 1));

    OilScore score;
    const Raster truth = rasteriseFile(grid, QDir(flight.folder).filePath("slicks.geojson"),
                                       [](OGRFeature& f) { return f.GetFieldAsInteger("class") + 1; });
    const Raster found =
        rasteriseFile(grid, QDir(outFolder).filePath("appearances.geojson"), [&score](OGRFeature& f) {
            const int code = f.GetFieldAsInteger("code");
            score.hasCodes = score.hasCodes || code > 0;
            return oilWithoutCode + code;
        });
    const auto isOil = [](int value) { return value > 0; };
    score.oil = overlap(seen, truth, found, isOil);
    int either = 0;
    const int both = intersectionCount(seen, truth, found, isOil, either);
    const double trueCount = countSeen(seen, truth), foundCount = countSeen(seen, found);
    const double area = grid.pixel * grid.pixel;
    score.trueSquareMetres = trueCount * area;
    score.foundSquareMetres = foundCount * area;
    score.precision = foundCount > 0 ? both / foundCount : 0;
    score.recall = trueCount > 0 ? both / trueCount : 0;
    const auto isCode = [](int code) { return [code](int value) { return value == oilWithoutCode + code; }; };
    const auto isThickest = [](int value) { return value >= oilWithoutCode + 4; };
    for (int code = 1; code <= 3; ++code) {
        score.byCode[QString::number(code)] = overlap(seen, truth, found, isCode(code));
        score.foundShareByCode[QString::number(code)] = foundShare(seen, truth, found, isCode(code));
    }
    score.byCode[QStringLiteral("4+5")] = overlap(seen, truth, found, isThickest);
    score.foundShareByCode[QStringLiteral("4+5")] = foundShare(seen, truth, found, isThickest);
    return score;
}

}  // namespace acceptance
