#include "rasters/mosaic.h"

#include <QCoreApplication>
#include <QFile>
#include <array>
#include <cmath>
#include <future>
#include <opencv2/imgproc.hpp>

#include "base/enum_names.h"
#include "data/overlay_strokes.h"
#include "data/segmentation.h"
#include "mosaic_grid.h"
#include "ogr/gdal_errors.h"
#include "raster_file.h"

namespace sheen {

namespace {

constexpr int blockSide = 2048;  //!< pixels of the mosaic worked on at once

/** A part of a grid as a grid of its own. */
MapGrid partOf(const MapGrid& grid, const cv::Rect& window)
{
    MapGrid part = grid;
    part.left += window.x * grid.pixelSizeMetres;
    part.top -= window.y * grid.pixelSizeMetres;
    part.size = window.size();
    return part;
}

/** Sharpness of every pixel of a grid, pixels per metre. */
cv::Mat1f sharpnessOn(const MapGrid& grid, const Sharpness& sharpness)
{
    cv::Mat1f result(grid.size);
    const float best = static_cast<float>(sharpness.focalPixels / sharpness.heightMetres);
    const float step = static_cast<float>(grid.pixelSizeMetres / sharpness.heightMetres);
    const float start =
        static_cast<float>((grid.left - sharpness.nadir.x) / sharpness.heightMetres) + step / 2;
    for (int row = 0; row < grid.size.height; ++row) {
        const double north = grid.top - (row + 0.5) * grid.pixelSizeMetres;
        const float y = static_cast<float>((north - sharpness.nadir.y) / sharpness.heightMetres);
        const float base = 1 + y * y;
        float* out = result[row];
        for (int column = 0; column < grid.size.width; ++column) {
            const float x = start + static_cast<float>(column) * step;
            const float root = std::sqrt(base + x * x);
            out[column] = best / (root * std::sqrt(root));  // (1 + tan^2)^-0.75
        }
    }
    return result;
}

}  // namespace

/** The rasters under way: how sharp each pixel is shown (0: not yet), its class, its colours. */
class Mosaic::Canvas
{
public:
    Canvas(const MapGrid& grid, bool pictures, const PartFolder& parts)
        : m_sharpnessPath(parts.path(QStringLiteral("sharpness.tif"))),
          m_classesPath(parts.path(QStringLiteral("classes.tif"))),
          m_coloursPath(parts.path(QStringLiteral("colours.tif")))
    {
        sharpness = createScratchRaster(grid, 1, GDT_Float32, m_sharpnessPath);
        classes = createScratchRaster(grid, 1, GDT_Byte, m_classesPath);
        classes->GetRasterBand(1)->SetNoDataValue(Segmentation::notSeen);
        if (pictures)
            colours = createScratchRaster(grid, 4, GDT_Byte, m_coloursPath);
    }

    ~Canvas()
    {
        const GdalErrors errors;  // closing writes what is no longer wanted
        for (GDALDatasetUniquePtr* raster : {&sharpness, &classes, &colours})
            raster->reset();
        for (const QString& path : {m_sharpnessPath, m_classesPath, m_coloursPath})
            QFile::remove(path);
    }

    static cv::Mat read(GDALDataset& raster, const cv::Rect& window, int type)
    {
        cv::Mat pixels(window.size(), type);
        transfer(raster, GF_Read, window, pixels);
        return pixels;
    }

    static void transfer(GDALDataset& raster, GDALRWFlag direction, const cv::Rect& window, cv::Mat& pixels)
    {
        const GdalErrors errors;
        std::array<int, 4> bands{1, 2, 3, 4};
        if (pixels.channels() == 4)
            bands = {3, 2, 1, 4};  // BGRA
        const GSpacing sample = static_cast<GSpacing>(pixels.elemSize1());
        const CPLErr status = raster.RasterIO(
            direction, window.x, window.y, window.width, window.height, pixels.data, window.width,
            window.height, pixels.depth() == CV_32F ? GDT_Float32 : GDT_Byte, pixels.channels(), bands.data(),
            sample * pixels.channels(), static_cast<GSpacing>(pixels.step[0]), sample, nullptr);
        // A block of an earlier window may fail while it makes room for this one.
        if (status != CE_None || errors.any())
            throw rasterError(QString::fromUtf8(raster.GetDescription()), errors.first());
    }

    GDALDatasetUniquePtr sharpness;
    GDALDatasetUniquePtr classes;
    GDALDatasetUniquePtr colours;

private:
    QString m_sharpnessPath;
    QString m_classesPath;
    QString m_coloursPath;
};

MosaicOrder parseMosaicOrder(const QString& name)
{
    static constexpr auto names = enumNames<MosaicOrder>("sharpest", "newest");
    if (const auto order = names.find(name))
        return *order;
    throw Error(QCoreApplication::translate("sheen::Output",
                                            "\"%1\" is no order of a mosaic. Use sharpest or newest.")
                    .arg(name),
                ErrorKind::Usage);
}

Mosaic::Mosaic(const std::vector<PlacedFrame>& frames, MaskReader masks, int epsg, bool pictures,
               MosaicOrder order, const std::vector<OverlayMark>& overlayMarks, const PartFolder& parts)
    : m_parts(parts),
      m_masks(std::move(masks)),
      m_order(order),
      m_overlayMarks(overlayMarks),
      m_projection(epsg)
{
    QString note;
    m_grid = mosaicGrid(frames, m_projection, &note);
    if (!note.isEmpty())
        m_notes << note;
    if (m_grid.size.empty())
        m_notes << QCoreApplication::translate("sheen::Output",
                                               "No frame lies on the map EPSG:%1: there is no mosaic.")
                       .arg(epsg);
    else
        m_canvas = std::make_unique<Canvas>(m_grid, pictures, parts);
}

Mosaic::~Mosaic() = default;

void Mosaic::add(const PlacedFrame& frame, const cv::Mat& picture)
{
    if (!m_canvas)
        return;
    const cv::Mat mask = maskOf(*frame.record, m_masks);
    const bool withPicture = m_canvas->colours && picture.size() == frame.record->pictureSize;
    if (m_canvas->colours ? !withPicture : mask.empty())
        return;
    const cv::Mat1b sea =
        m_overlayMarks.empty()
            ? cv::Mat1b()
            : seaBesideOverlay(withPicture ? picture : cv::Mat(), frame.record->pictureSize, m_overlayMarks);
    const cv::Rect window = windowOf(frame, m_projection, m_grid);
    const Sharpness sharpness = sharpnessOf(frame, m_projection);
    const double least = 1 / (coarsestPixels * m_grid.pixelSizeMetres);
    for (int top = window.y; top < window.br().y; top += blockSide) {
        for (int left = window.x; left < window.br().x; left += blockSide) {
            const cv::Rect block = cv::Rect(left, top, blockSide, blockSide) & window;
            const cv::Mat1f own = sharpnessOn(partOf(m_grid, block), sharpness);
            const cv::Mat best = Canvas::read(*m_canvas->sharpness, block, CV_32FC1);
            cv::Mat mayWin = own >= least;
            if (m_order == MosaicOrder::Sharpest)
                mayWin &= own >= best;
            const cv::Rect inner = cv::boundingRect(mayWin);
            if (inner.empty())
                continue;
            // Only where this frame may win is it warped at all.
            const cv::Rect target = inner + block.tl();
            const cv::Mat map = inverseMap(partOf(m_grid, target), m_projection, frame.camera);
            const cv::Mat classes = mask.empty()
                                        ? cv::Mat(map.size(), CV_8UC1, cv::Scalar(Segmentation::notSeen))
                                        : warpMask(mask, map);
            const cv::Mat colours = withPicture ? warpPicture(picture, map) : cv::Mat();
            cv::Mat wins = classes != Segmentation::notSeen;
            if (withPicture && mask.empty())
                cv::extractChannel(colours, wins, 3);
            wins = (wins != 0) & mayWin(inner);
            if (!sea.empty())
                wins &= warpMask(sea, map) == 255;
            const auto update = [&](GDALDataset& raster, cv::Mat before, const cv::Mat& after) {
                after.copyTo(before, wins);
                Canvas::transfer(raster, GF_Write, target, before);
            };
            update(*m_canvas->sharpness, best(inner).clone(), own(inner));
            update(*m_canvas->classes, Canvas::read(*m_canvas->classes, target, CV_8UC1), classes);
            if (withPicture)
                update(*m_canvas->colours, Canvas::read(*m_canvas->colours, target, CV_8UC4), colours);
        }
    }
}

void Mosaic::finish(const ModelCard& card, const Cancel* cancel)
{
    if (!m_canvas)
        return;
    const QString maskName = QStringLiteral("mask_mosaic.tif");
    const QString pictureName = QStringLiteral("mosaic.tif");
    describeClasses(*m_canvas->classes, card);
    std::future<bool> masks = std::async(std::launch::async, [&] {
        return copyMaskMosaic(*m_canvas->classes, m_parts.path(maskName), cancel);
    });
    const bool pictures =
        !m_canvas->colours || copyPictureMosaic(*m_canvas->colours, m_parts.path(pictureName), cancel);
    if (!masks.get() || !pictures)
        return;
    m_parts.publish(maskName);
    if (m_canvas->colours)
        m_parts.publish(pictureName);
    m_canvas.reset();
}

}  // namespace sheen
