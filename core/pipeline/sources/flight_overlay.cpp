#include "sources/flight_overlay.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "overlay/overlay_reader.h"
#include "sample_frames.h"

namespace sheen {

namespace {

/** Letters are made to be read on a screen: what larger pictures show of them only takes longer to see. */
std::vector<Frame> ofScreenSize(std::vector<Frame> frames)
{
    constexpr int widestPixels = 1920;
    for (Frame& frame : frames) {
        const double scale = double(widestPixels) / std::max(frame.picture.cols, 1);
        if (scale < 1)
            cv::resize(frame.picture, frame.picture,
                       {widestPixels, std::max(1, cvRound(frame.picture.rows * scale))}, 0, 0,
                       cv::INTER_AREA);
    }
    return frames;
}

}  // namespace

std::optional<OverlayLayout> overlayIn(const std::vector<Frame>& frames, const QString& overlay)
{
    if (overlay != QLatin1String("auto"))
        return OverlayReader::placedOn(ofScreenSize(frames), overlayLayoutNamed(overlay));
    const LayoutMatch match = OverlayReader::recognise(ofScreenSize(frames));
    return match.score >= leastOverlayScore ? std::optional<OverlayLayout>(match.layout) : std::nullopt;
}

FlightOverlay::FlightOverlay(const Flight& flight, const RunSettings& settings, const Cancel& cancel)
    : m_flight(flight), m_settings(settings), m_cancel(cancel)
{
    if (settings.overlay != QLatin1String("auto"))
        overlayLayoutNamed(settings.overlay);  // throws while nothing has been done yet
}

bool FlightOverlay::isRecognised()
{
    if (!std::exchange(m_lookedAtFlight, true)) {
        for (const int count : {3, 8}) {
            if (!m_layout && !m_cancel.requested())
                m_layout = overlayIn(sampleFrames(m_flight, m_settings.selection, count, m_cancel),
                                     m_settings.overlay);
        }
    }
    return m_layout.has_value();
}

void FlightOverlay::lookAt(const Frame& frame)
{
    if (frame.picture.empty() || isRecognised() || m_cancel.requested() || !isTimeToTry())
        return;
    m_layout = overlayIn({frame}, m_settings.overlay);
}

/** Ever less often: to look takes seconds, and most flights that have shown no overlay so far have none. */
bool FlightOverlay::isTimeToTry()
{
    constexpr int mostFramesBetweenTries = 160;
    if (m_framesSinceTry++ < m_framesBetweenTries)
        return false;
    m_framesSinceTry = 1;
    m_framesBetweenTries = std::min(2 * m_framesBetweenTries, mostFramesBetweenTries);
    return true;
}

QString FlightOverlay::layoutName() const
{
    return m_layout ? m_layout->name : QString();
}

std::vector<OverlayMark> FlightOverlay::marks() const
{
    return m_layout ? overlayMarks(*m_layout) : std::vector<OverlayMark>();
}

}  // namespace sheen
