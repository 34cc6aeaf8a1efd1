#include "core/pipeline/klv_first_source.h"

#include <QCoreApplication>
#include <utility>

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Klv)
};

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

QString sentencePart(const Disagreement& disagreement)
{
    const double by = disagreement.difference;
    switch (disagreement.quantity) {
        case Disagreement::Quantity::Position:
            return Text::tr("position by %1 m").arg(by, 0, 'f', 0);
        case Disagreement::Quantity::Height:
            return Text::tr("height by %1 m").arg(by, 0, 'f', 0);
        case Disagreement::Quantity::Heading:
            return Text::tr("heading by %1 degrees").arg(by, 0, 'f', 0);
        case Disagreement::Quantity::Bearing:
            return Text::tr("bearing by %1 degrees").arg(by, 0, 'f', 0);
        case Disagreement::Quantity::FieldOfView:
            return Text::tr("field of view by %1 degrees").arg(by, 0, 'f', 2);
    }
    return {};
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

QStringList KlvFirstSource::notices() const
{
    QStringList found = m_klv.notices();
    if (m_framesOfOverlay > 0 && !m_klvPlaces)
        found << Text::tr(
            "The recording's KLV does not tell all that a frame is placed with: the telemetry is "
            "that of the overlay. To place the flight by KLV, say what it lacks, with --telemetry "
            "klv and --hfov.");
    else if (m_framesOfOverlay > 0)
        found << Text::tr(
                     "The recording's KLV begins late or ends early: %1 frames have their telemetry from "
                     "it, %2 from the overlay.")
                     .arg(m_framesOfKlv)
                     .arg(m_framesOfOverlay);
    return found;
}

std::vector<FrameIssue> KlvFirstSource::check(const Frame& frame, const TelemetryRecord& record)
{
    if (!m_leads) {
        std::vector<FrameIssue> found = m_overlay.check(frame, record);
        for (FrameIssue& issue : m_klv.check(frame, record))
            found.push_back(std::move(issue));
        return found;
    }
    std::vector<FrameIssue> found = m_klv.check(frame, record);
    if (!isTimeToCompare(frame))
        return found;
    QStringList parts;
    std::set<Disagreement::Quantity> suspected;
    for (const Disagreement& disagreement : compare(frame)) {
        if (m_suspected.count(disagreement.quantity) > 0)
            parts << sentencePart(disagreement);
        suspected.insert(disagreement.quantity);
    }
    // What is suspected is looked at again in the next frame, and then left alone for a while.
    const bool decided = !m_suspected.empty();
    m_suspected = decided ? std::set<Disagreement::Quantity>() : suspected;
    m_nextComparisonSeconds = frame.timeSeconds + (m_suspected.empty() ? secondsBetweenComparisons : 0);
    if (!parts.isEmpty())
        found.push_back({QStringLiteral("klv_overlay_disagree"),
                         Text::tr("KLV, which is taken, and the overlay disagree: %1.")
                             .arg(parts.join(QStringLiteral(", "))),
                         false});
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
