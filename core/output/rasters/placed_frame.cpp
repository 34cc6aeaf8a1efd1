#include "rasters/placed_frame.h"

#include <algorithm>

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

cv::Mat maskOf(const FrameRecord& record, const MaskReader& masks)
{
    const cv::Mat mask = masks ? maskFromPng(masks(record.frame)) : cv::Mat();
    return mask.size() == record.pictureSize ? mask : cv::Mat();
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
