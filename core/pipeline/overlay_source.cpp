#include "core/pipeline/overlay_source.h"

#include "core/pipeline/sample_frames.h"
#include "core/telemetry/overlay_layout.h"

namespace sheen {

OverlaySource::OverlaySource(const Flight& flight, const RunSettings& settings, const Cancel& cancel)
    : m_flight(flight), m_settings(settings), m_cancel(cancel)
{
    if (settings.overlay != QLatin1String("auto"))
        m_named = overlayLayoutNamed(settings.overlay);
}

TelemetryReading OverlaySource::read(const Frame& frame)
{
    if (frame.picture.empty() || !haveLayout(frame))
        return {};
    return m_reader->read(frame);
}

std::vector<FrameIssue> OverlaySource::check(const Frame&, const TelemetryRecord& record)
{
    const auto issue = m_looks.check(record, displayedLookDisagreement(record));
    return issue ? std::vector<FrameIssue>{*issue} : std::vector<FrameIssue>();
}

QString OverlaySource::layoutName() const
{
    return m_reader ? m_reader->layout().name : QString();
}

std::vector<OverlayMark> OverlaySource::overlayMarks() const
{
    return m_reader ? sheen::overlayMarks(m_reader->layout()) : std::vector<OverlayMark>();
}

/**
 * Recognises the overlay: on a few frames of the flight first, and where they show none, now and then. A
 * layout that was named is only put where the picture lies within its bars.
 */
bool OverlaySource::haveLayout(const Frame& frame)
{
    constexpr int framesBetweenTries = 10;
    if (m_reader)
        return true;
    if (m_named) {
        m_reader = std::make_unique<OverlayReader>(
            OverlayReader::placedOn(sampleFrames(m_flight, m_settings.selection, 3, m_cancel), *m_named));
        return true;
    }
    const int tried = m_framesTried++;
    if (tried % framesBetweenTries != 0)
        return false;
    if (tried > 0)
        return recognise({frame});
    for (const int count : {3, 8}) {
        if (recognise(sampleFrames(m_flight, m_settings.selection, count, m_cancel)))
            return true;
    }
    return false;
}

bool OverlaySource::recognise(const std::vector<Frame>& frames)
{
    if (frames.empty() || m_cancel.requested())
        return false;
    const LayoutMatch match = OverlayReader::recognise(frames);
    if (match.score >= leastOverlayScore)
        m_reader = std::make_unique<OverlayReader>(match.layout);
    return m_reader != nullptr;
}

}  // namespace sheen
