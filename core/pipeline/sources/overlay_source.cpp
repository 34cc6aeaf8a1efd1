#include "overlay_source.h"

namespace sheen {

OverlaySource::OverlaySource(const FlightOverlay& overlay) : m_overlay(overlay)
{}

TelemetryReading OverlaySource::read(const Frame& frame)
{
    if (frame.picture.empty() || !m_overlay.layout())
        return {};
    if (!m_reader)
        m_reader = std::make_unique<OverlayReader>(*m_overlay.layout());
    return m_reader->read(frame);
}

std::vector<Issue> OverlaySource::check(const Frame&, const TelemetryRecord& record)
{
    const auto issue = m_looks.check(record, displayedLookDisagreement(record));
    return issue ? std::vector<Issue>{*issue} : std::vector<Issue>();
}

}  // namespace sheen
