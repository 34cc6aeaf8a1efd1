#include "true_masks.h"

#include <gdal_alg.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <QDir>
#include <algorithm>
#include <map>
#include <memory>
#include <opencv2/core.hpp>
#include <stdexcept>

#include "bodies/grouping.h"
#include "bodies/measures.h"
#include "camera/camera_model.h"
#include "camera/footprint.h"
#include "ogr/ground_geometry.h"
#include "slick/merge.h"
#include "slick/outlines.h"

namespace acceptance {

sheen::CameraPose poseOf(const TrueCamera& camera)
{
    sheen::CameraPose pose;
    pose.latitudeDegrees = camera.latitude;
    pose.longitudeDegrees = camera.longitude;
    pose.heightMetres = camera.height;
    pose.bearingDegrees = camera.bearing;
    pose.depressionDegrees = camera.depression;
    pose.horizontalFovDegrees = camera.horizontalFov;
    pose.source = sheen::Quality::Klv;
    return pose;
}

namespace {

/** An outline as slicks.geojson has it, longitude first. */
struct TrueSlick
{
    int classValue = 0;
    std::unique_ptr<OGRGeometry> outline;
};

/** The thicker oil last, so that it covers the thinner. */
std::vector<TrueSlick> readSlicks(const QString& path)
{
    std::unique_ptr<GDALDataset> dataset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    OGRLayer* layer = dataset && dataset->GetLayerCount() > 0 ? dataset->GetLayer(0) : nullptr;
    if (!layer)
        throw std::runtime_error(path.toStdString() + " cannot be read");
    std::vector<TrueSlick> slicks;
    for (const auto& feature : *layer) {
        TrueSlick slick;
        slick.classValue = feature->GetFieldAsInteger("class");
        slick.outline.reset(feature->StealGeometry());
        if (slick.outline)
            slicks.push_back(std::move(slick));
    }
    std::stable_sort(slicks.begin(), slicks.end(),
                     [](const TrueSlick& a, const TrueSlick& b) { return a.classValue < b.classValue; });
    return slicks;
}

sheen::ModelCard cardOf(const std::vector<TrueSlick>& slicks)
{
    sheen::ModelCard card;
    for (const TrueSlick& slick : slicks) {
        if (!card.findClass(slick.classValue))
            card.classes.push_back({slick.classValue, QString::number(slick.classValue), {}, 0, true});
    }
    return card;
}

/** Carries the points of a geometry into the picture; false where one is out of the camera's reach. */
bool carryIntoPicture(OGRGeometry& geometry, const sheen::CameraModel& camera)
{
    class Carrier : public OGRDefaultGeometryVisitor
    {
    public:
        explicit Carrier(const sheen::CameraModel& model) : m_camera(model) {}
        using OGRDefaultGeometryVisitor::visit;
        void visit(OGRPoint* point) override
        {
            const auto pixel = m_camera.toPixel({point->getY(), point->getX()});
            complete = complete && pixel.has_value();
            if (pixel) {
                point->setX(pixel->x);
                point->setY(pixel->y);
            }
        }
        bool complete = true;

    private:
        const sheen::CameraModel& m_camera;
    };
    Carrier carrier(camera);
    geometry.accept(&carrier);
    return carrier.complete;
}

/** Each pixel has the class of the oil at its centre. */
cv::Mat1b maskOf(const std::vector<TrueSlick>& slicks, const sheen::CameraModel& camera)
{
    cv::Mat1b mask = cv::Mat1b::zeros(camera.pictureSize());
    std::vector<std::unique_ptr<OGRGeometry>> seen;
    std::vector<OGRGeometryH> handles;
    std::vector<double> values;
    for (const TrueSlick& slick : slicks) {
        std::unique_ptr<OGRGeometry> outline(slick.outline->clone());
        if (!carryIntoPicture(*outline, camera))
            continue;
        handles.push_back(OGRGeometry::ToHandle(outline.get()));
        values.push_back(slick.classValue);
        seen.push_back(std::move(outline));
    }
    if (seen.empty())
        return mask;
    GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
    std::unique_ptr<GDALDataset> raster(memory->Create("", mask.cols, mask.rows, 1, GDT_Byte, nullptr));
    double pixelsAsTheyAre[6] = {0, 1, 0, 0, 0, 1};
    raster->SetGeoTransform(pixelsAsTheyAre);
    int band = 1;
    if (GDALRasterizeGeometries(GDALDataset::ToHandle(raster.get()), 1, &band,
                                static_cast<int>(handles.size()), handles.data(), nullptr, nullptr,
                                values.data(), nullptr, nullptr, nullptr) != CE_None ||
        raster->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, mask.cols, mask.rows, mask.data, mask.cols,
                                           mask.rows, GDT_Byte, 0, 0) != CE_None)
        throw std::runtime_error("outlines cannot be drawn into a mask");
    return mask;
}

sheen::FrameRecord recordOf(int number, const TrueCamera& truth, const std::vector<TrueSlick>& slicks,
                            const sheen::ModelCard& card)
{
    sheen::FrameRecord record;
    record.frame = number;
    record.pictureSize = cv::Size(truth.columns, truth.rows);
    record.telemetry.pose = poseOf(truth);
    const sheen::CameraModel camera(*record.telemetry.pose, record.pictureSize);
    const sheen::Footprint footprint = sheen::footprintOf(camera);
    record.footprint = footprint.outline;
    record.groundSampleDistanceMetres = footprint.groundSampleDistanceMetres;
    sheen::Segmentation segmentation;
    segmentation.classes = maskOf(slicks, camera);
    segmentation.confidence = cv::Mat1b(record.pictureSize, 255);
    record.detections = sheen::findOutlines(segmentation, card, number);
    for (sheen::Detection& detection : record.detections)
        sheen::placeDetection(detection, [&camera](cv::Point2d pixel) { return camera.toGround(pixel); });
    return record;
}

}  // namespace

class TrueOil::Private
{
public:
    std::vector<TrueSlick> slicks;
};

TrueOil::TrueOil(const FlightTruth& flight) : d(std::make_unique<Private>())
{
    d->slicks = readSlicks(QDir(flight.folder).filePath("slicks.geojson"));
}

TrueOil::~TrueOil() = default;

cv::Mat1b TrueOil::maskOf(const TrueCamera& camera) const
{
    return acceptance::maskOf(d->slicks, sheen::CameraModel(poseOf(camera), {camera.columns, camera.rows}));
}

std::vector<sheen::Slick> slicksOfTrueMasks(const FlightTruth& flight, const std::vector<int>& frames)
{
    const std::vector<TrueSlick> slicks = readSlicks(QDir(flight.folder).filePath("slicks.geojson"));
    const sheen::ModelCard card = cardOf(slicks);
    std::vector<sheen::FrameRecord> records;
    for (const int frame : frames) {
        const auto camera = flight.cameras.find(frame);
        if (camera != flight.cameras.end())
            records.push_back(recordOf(frame, camera->second, slicks, card));
    }
    return sheen::mergeSlicks(records, card, {});
}

std::vector<sheen::Slick> trueSlicks(const FlightTruth& flight, const std::vector<int>& frames)
{
    std::vector<sheen::GroundMultiPolygon> footprints;
    for (const int frame : frames) {
        const auto camera = flight.cameras.find(frame);
        if (camera == flight.cameras.end())
            continue;
        const sheen::CameraModel model(poseOf(camera->second), {camera->second.columns, camera->second.rows});
        footprints.push_back({{sheen::footprintOf(model).outline}});
    }
    const sheen::GroundMultiPolygon seen = sheen::united(footprints);
    std::map<int, std::vector<sheen::GroundMultiPolygon>> byClass;
    for (const TrueSlick& slick : readSlicks(QDir(flight.folder).filePath("slicks.geojson"))) {
        std::vector<unsigned char> wkb(slick.outline->WkbSize());
        slick.outline->exportToWkb(wkbNDR, wkb.data());
        byClass[slick.classValue].push_back(sheen::fromWkb(
            QByteArray(reinterpret_cast<const char*>(wkb.data()), static_cast<int>(wkb.size()))));
    }
    std::vector<sheen::AppearanceArea> areas;
    sheen::GroundMultiPolygon thicker;
    for (auto oil = byClass.rbegin(); oil != byClass.rend(); ++oil) {
        const sheen::GroundMultiPolygon whole = sheen::united(oil->second);
        for (const sheen::GroundPolygon& part : sheen::common(sheen::without(whole, thicker), seen)) {
            sheen::AppearanceArea area;
            area.classValue = oil->first;
            sheen::setOutline(area, {part});
            areas.push_back(std::move(area));
        }
        thicker = sheen::united({thicker, whole});
    }
    return sheen::slicksOf(std::move(areas), sheen::MergeSettings().gapMetres);
}

}  // namespace acceptance
