#include "rasters/placed_frame.h"

#include <algorithm>
#include <opencv2/imgcodecs.hpp>

#include "geo/map_projection.h"

namespace sheen {

namespace {
constexpr int smallestSideLimit = 2048;
}

std::vector<PlacedFrame> placedFrames(const std::vector<FrameRecord>& frames)
{
    std::vector<PlacedFrame> placed;
    for (const FrameRecord& record : frames) {
        const bool hasPlace = record.telemetry.pose && record.footprint.size() >= 3 &&
                              record.groundSampleDistanceMetres > 0 && !record.pictureSize.empty();
        if (hasPlace)
            placed.push_back({&record, *cameraOf(record)});
    }
    return placed;
}

cv::Mat decodedMask(const FrameRecord& record)
{
    if (record.maskPng.isEmpty())
        return {};
    const cv::Mat bytes(1, static_cast<int>(record.maskPng.size()), CV_8UC1,
                        const_cast<char*>(record.maskPng.constData()));
    const cv::Mat mask = cv::imdecode(bytes, cv::IMREAD_UNCHANGED);
    return mask.type() == CV_8UC1 && mask.size() == record.pictureSize ? mask : cv::Mat();
}

MapGrid frameGrid(const PlacedFrame& frame, const MapProjection& projection)
{
    const cv::Size size = frame.record->pictureSize;
    return gridFor(frame.record->footprint, projection, frame.record->groundSampleDistanceMetres,
                   std::max(smallestSideLimit, 2 * std::max(size.width, size.height)));
}

QString frameFileName(int frame)
{
    return QStringLiteral("%1.tif").arg(frame, 6, 10, QLatin1Char('0'));
}

}  // namespace sheen
