#include "frame_warper.h"

#include <exception>
#include <opencv2/imgproc.hpp>

#include "geo/map_projection.h"
#include "raster/orthoimage.h"

namespace sheen {

namespace {

/** Of the longest side: as sharp as a map of this size shows it, and quick. */
constexpr int mostPixels = 1024;

cv::Mat bgrOf(const QImage& picture, cv::Size size)
{
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB32);
    const cv::Mat bgra(rgb.height(), rgb.width(), CV_8UC4, const_cast<uchar*>(rgb.constBits()),
                       static_cast<std::size_t>(rgb.bytesPerLine()));
    cv::Mat bgr;
    cv::cvtColor(bgra, bgr, cv::COLOR_BGRA2BGR);
    if (bgr.size() != size)
        cv::resize(bgr, bgr, size, 0, 0, cv::INTER_LINEAR);
    return bgr;
}

}  // namespace

WarpedFrame warpedFrame(const FrameRecord& record, const QImage& picture, int epsg)
{
    const std::optional<CameraModel> camera = cameraOf(record);
    if (picture.isNull() || epsg == 0 || record.footprint.size() < 3 || !camera || record.pictureSize.empty())
        return {};
    const MapProjection projection(epsg);
    const double pixelSize = std::max(record.groundSampleDistanceMetres, 0.01);
    const MapGrid grid = gridFor(record.footprint, projection, pixelSize, mostPixels);
    if (grid.size.empty())
        return {};
    const cv::Mat warped = warpPicture(bgrOf(picture, record.pictureSize), grid, projection, *camera);
    const QImage image(warped.data, warped.cols, warped.rows, static_cast<int>(warped.step),
                       QImage::Format_ARGB32);
    const double width = grid.size.width * grid.pixelSizeMetres;
    const double height = grid.size.height * grid.pixelSizeMetres;
    return {image.convertToFormat(QImage::Format_ARGB32_Premultiplied),
            QRectF(grid.left, grid.top - height, width, height)};
}

FrameWarper::FrameWarper(QObject* parent) : QObject(parent), m_thread(QStringLiteral("warp"))
{}

FrameWarper::~FrameWarper()
{
    drop();
    m_thread.stop();
}

void FrameWarper::warp(const FrameRecord& record, const QImage& picture, int epsg)
{
    const int request = ++m_requests;
    m_thread.post([this, request, record, picture, epsg] {
        if (request != m_requests)
            return;
        WarpedFrame result;
        try {
            result = warpedFrame(record, picture, epsg);
        } catch (const std::exception&) {
            // Its outlines are on the map all the same.
        }
        QMetaObject::invokeMethod(
            this,
            [this, request, result] {
                if (request == m_requests)
                    Q_EMIT warped(result);
            },
            Qt::QueuedConnection);
    });
}

void FrameWarper::drop()
{
    ++m_requests;
}

}  // namespace sheen
