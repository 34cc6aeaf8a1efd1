#include "motion_watch.h"

#include <algorithm>
#include <cmath>

#include "camera/camera_model.h"
#include "data/overlay_strokes.h"
#include "motion/picture_match.h"

namespace sheen {

namespace {

constexpr int mostPairs = 40;
constexpr int leastFramesApart = 4;  // a pair costs a tenth of what a frame's detection does
constexpr int reducedWidth = 640;    // pixels
constexpr double longestSeconds = 1;
constexpr double staleSeconds = 6;  // foam and waves are others by then
constexpr double usualMetresPerSecond = 70;
constexpr double wantedShareOfWidth = 0.14;  // that the ground moves: exact, and most of it is in both
constexpr double sameTime = 0.02;            // s

/** After how many seconds the ground has moved by a good part of the picture. */
double secondsToPartner(const Frame& frame, const TelemetryRecord& record)
{
    if (!record.pose)
        return longestSeconds;
    const CameraModel camera(*record.pose, frame.picture.size(), record.calibration);
    const auto metres = camera.groundSampleDistance(camera.principalPoint());
    if (!metres)
        return longestSeconds;
    return std::min(longestSeconds, wantedShareOfWidth * frame.picture.cols * *metres / usualMetresPerSecond);
}

std::vector<cv::Point2f> enlarged(const std::vector<cv::Point2f>& points, cv::Size from, cv::Size to)
{
    // Matching counts from the middle of the first pixel, a camera from the picture's edge.
    const double across = double(to.width) / from.width;
    const double down = double(to.height) / from.height;
    std::vector<cv::Point2f> large;
    for (const cv::Point2f& point : points)
        large.emplace_back(float((point.x + 0.5) * across), float((point.y + 0.5) * down));
    return large;
}

}  // namespace

void MotionWatch::expect(int frames)
{
    m_framesApart = std::max(leastFramesApart, (frames + mostPairs - 1) / mostPairs);
}

void MotionWatch::look(const Frame& frame, const TelemetryRecord& record,
                       const std::vector<OverlayMark>& marks)
{
    const int number = m_number++;
    if (frame.isAfterJoin)
        m_held.reset();
    if (frame.picture.empty())
        return;
    if (m_held && frame.timeSeconds - m_held->timeSeconds >= m_held->wantedSeconds - sameTime) {
        match(frame, marks);
        m_held.reset();
    }
    if (!m_held && number >= m_nextNumber && m_motions.size() < std::size_t(mostPairs)) {
        hold(frame, record);
        m_nextNumber = number + m_framesApart;
    }
}

void MotionWatch::hold(const Frame& frame, const TelemetryRecord& record)
{
    m_held = Held{frame.index, frame.timeSeconds, secondsToPartner(frame, record),
                  reducedPicture(frame.picture, reducedWidth), frame.picture.size()};
}

void MotionWatch::match(const Frame& frame, const std::vector<OverlayMark>& marks)
{
    if (frame.picture.size() != m_held->size || frame.timeSeconds - m_held->timeSeconds > staleSeconds)
        return;
    const cv::Mat1b picture = reducedPicture(frame.picture, reducedWidth);
    const cv::Mat1b free = seaBesideOverlay({}, picture.size(), marks);
    const MatchedPoints points = matchPictures(m_held->picture, picture, free);
    if (points.first.empty())
        return;
    m_motions.push_back({m_held->frame, frame.index, enlarged(points.first, picture.size(), m_held->size),
                         enlarged(points.second, picture.size(), m_held->size)});
}

}  // namespace sheen
