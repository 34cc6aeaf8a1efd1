#include "klv_first_source.h"

#include <utility>

namespace sheen {

namespace {

constexpr double secondsBetweenComparisons = 4;

Issue issueOf(const Disagreement& disagreement)
{
    const QJsonArray whole{roundedTo(disagreement.difference, 0)};
    switch (disagreement.quantity) {
        case Disagreement::Quantity::Position:
            return {IssueKind::KlvOverlayPositionDisagrees, whole};
        case Disagreement::Quantity::Height:
            return {IssueKind::KlvOverlayHeightDisagrees, whole};
        case Disagreement::Quantity::Heading:
            return {IssueKind::KlvOverlayHeadingDisagrees, whole};
        case Disagreement::Quantity::Bearing:
            return {IssueKind::KlvOverlayBearingDisagrees, whole};
        case Disagreement::Quantity::FieldOfView:
            break;
    }
    return {IssueKind::KlvOverlayFieldOfViewDisagrees, {roundedTo(disagreement.difference, 2)}};
}

}  // namespace

KlvFirstSource::KlvFirstSource(const FlightOverlay& overlay, const TrackSettings& track)
    : m_track(track), m_overlay(overlay)
{}

TelemetryReading KlvFirstSource::read(const Frame& frame)
{
    TelemetryReading reading = m_klv.read(frame);
    // Once KLV was seen, its gaps are for the track to fill: a mixture of both would jump.
    return m_klv.sawPackets() ? reading : m_overlay.read(frame);
}

std::vector<Issue> KlvFirstSource::check(const Frame& frame, const TelemetryRecord& record)
{
    if (!m_klv.sawPackets()) {
        std::vector<Issue> found = m_overlay.check(frame, record);
        for (Issue& issue : m_klv.check(frame, record))
            found.push_back(std::move(issue));
        return found;
    }
    std::vector<Issue> found = m_klv.check(frame, record);
    if (!isTimeToCompare(frame))
        return found;
    std::set<Disagreement::Quantity> suspected;
    for (const Disagreement& disagreement : compare(frame)) {
        if (m_suspected.count(disagreement.quantity) > 0)
            found.push_back(issueOf(disagreement));
        suspected.insert(disagreement.quantity);
    }
    // What is suspected is looked at again in the next frame, and then left alone for a while.
    const bool decided = !m_suspected.empty();
    m_suspected = decided ? std::set<Disagreement::Quantity>() : suspected;
    m_nextComparisonSeconds = frame.timeSeconds + (m_suspected.empty() ? secondsBetweenComparisons : 0);
    return found;
}

bool KlvFirstSource::isTimeToCompare(const Frame& frame) const
{
    return m_klv.sawPackets() && frame.timeSeconds >= m_nextComparisonSeconds.value_or(frame.timeSeconds);
}

std::vector<Disagreement> KlvFirstSource::compare(const Frame& frame)
{
    const TelemetryReading overlay = m_overlay.read(frame);
    if (overlay.source == Quality::None)
        return {};
    return disagreements(m_klv.recent(), overlay, m_track);
}

}  // namespace sheen
