#include "klv_first_source.h"

#include <QCoreApplication>
#include <utility>

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Klv)
};

constexpr double secondsBetweenComparisons = 4;

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

KlvFirstSource::KlvFirstSource(const FlightOverlay& overlay, const TrackSettings& track)
    : m_track(track), m_overlay(overlay)
{}

TelemetryReading KlvFirstSource::read(const Frame& frame)
{
    TelemetryReading reading = m_klv.read(frame);
    // Once KLV was seen, its gaps are for the track to fill: a mixture of both would jump.
    return m_klv.sawPackets() ? reading : m_overlay.read(frame);
}

std::vector<FrameIssue> KlvFirstSource::check(const Frame& frame, const TelemetryRecord& record)
{
    if (!m_klv.sawPackets()) {
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
