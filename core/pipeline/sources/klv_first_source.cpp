#include "klv_first_source.h"

#include <utility>

namespace sheen {

namespace {

constexpr double secondsBetweenComparisons = 4;
constexpr double endedSeconds = 2;  // without a packet KLV has ended, or pauses

/** Whether position, height, line of sight and field of view are all told. */
bool canPlace(const TelemetryReading& reading)
{
    const auto has = [&reading](OverlayField field) { return reading[field].value.has_value(); };
    const bool angles = reading.cameraBearingDegrees && reading.cameraDepressionDegrees;
    const bool target = has(OverlayField::PlatformHeading) && has(OverlayField::TargetLatitude) &&
                        has(OverlayField::TargetLongitude);
    return has(OverlayField::PlatformLatitude) && has(OverlayField::PlatformLongitude) &&
           has(OverlayField::PlatformAltitude) && (angles || target) && reading.horizontalFovDegrees;
}

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

KlvFirstSource::KlvFirstSource(const FlightOverlay& overlay, const TrackSettings& track,
                               std::optional<double> horizontalFovDegrees)
    : m_track(track), m_klv(horizontalFovDegrees), m_overlay(overlay)
{}

/** Once KLV leads, short gaps of it are for the track to fill: a mixture of both would jump. */
bool KlvFirstSource::klvLeads(const TelemetryReading& klv, const Frame& frame)
{
    m_klvPlaces = m_klvPlaces || canPlace(klv);
    if (klv.source != Quality::None)
        m_lastKlvSeconds = frame.timeSeconds;
    return m_klvPlaces && frame.timeSeconds - m_lastKlvSeconds <= endedSeconds;
}

TelemetryReading KlvFirstSource::read(const Frame& frame)
{
    TelemetryReading klv = m_klv.read(frame);
    m_leads = klvLeads(klv, frame);
    if (!m_leads) {
        TelemetryReading overlay = m_overlay.read(frame);
        if (overlay.source != Quality::None) {
            m_framesOfOverlay += m_klv.sawPackets() ? 1 : 0;
            return overlay;
        }
    }
    m_framesOfKlv += klv.source != Quality::None ? 1 : 0;
    return klv;
}

std::vector<Issue> KlvFirstSource::notices() const
{
    std::vector<Issue> found = m_klv.notices();
    if (m_framesOfOverlay > 0 && !m_klvPlaces)
        found.push_back({IssueKind::KlvPlacesNothing, {}});
    else if (m_framesOfOverlay > 0)
        found.push_back({IssueKind::KlvAndOverlay, {m_framesOfKlv, m_framesOfOverlay}});
    return found;
}

std::vector<Issue> KlvFirstSource::check(const Frame& frame, const TelemetryRecord& record)
{
    if (!m_leads) {
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
    return m_leads && frame.timeSeconds >= m_nextComparisonSeconds.value_or(frame.timeSeconds);
}

std::vector<Disagreement> KlvFirstSource::compare(const Frame& frame)
{
    const TelemetryReading overlay = m_overlay.read(frame);
    if (overlay.source == Quality::None)
        return {};
    return disagreements(m_klv.recent(), overlay, m_track);
}

}  // namespace sheen
