#include "sources/flight_overlay.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "overlay/overlay_reader.h"
#include "sample_frames.h"

namespace sheen {

namespace {

struct FlightOverlayText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::FlightOverlay)
};

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

/** A layout that is named is taken in any case. */
LayoutMatch matchIn(const std::vector<Frame>& frames, const QString& overlay)
{
    if (overlay != QLatin1String("auto"))
        return {OverlayReader::placedOn(ofScreenSize(frames), overlayLayoutNamed(overlay)), 1};
    return OverlayReader::recognise(ofScreenSize(frames));
}

/** What still has to be found, as issues name it. */
QString missingFrom(const OverlayProposal& proposal)
{
    QStringList missing;
    if (!proposal.hasPosition)
        missing << QStringLiteral("position");
    if (!proposal.hasHeight)
        missing << QStringLiteral("height");
    if (!proposal.hasDirection)
        missing << QStringLiteral("direction");
    if (missing.isEmpty())
        missing << QStringLiteral("agreement");
    return missing.join(QStringLiteral(", "));
}

}  // namespace

QString proposedOverlayName()
{
    return QStringLiteral("proposed");
}

OverlayProposal proposeOverlay(const Flight& flight, const FrameSelection& selection, const Cancel& cancel)
{
    constexpr int bursts = 6;
    constexpr int framesEach = 4;
    constexpr double secondsApart = 2;
    OverlayProposal proposal = proposeOverlay(
        ofScreenSize(burstsOfFrames(flight, selection, bursts, framesEach, secondsApart, cancel)), cancel);
    proposal.layout.name = proposedOverlayName();
    proposal.layout.title = FlightOverlayText::tr("Proposed from the pictures of %1").arg(flight.info().name);
    return proposal;
}

std::optional<OverlayLayout> overlayIn(const std::vector<Frame>& frames, const QString& overlay)
{
    const LayoutMatch match = matchIn(frames, overlay);
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
    if (!std::exchange(m_lookedAtFlight, true))
        lookAtFlight();
    return m_layout.has_value();
}

void FlightOverlay::lookAtFlight()
{
    // Lines are found the better, the more frames they hold still in; most need no more than three.
    double bestScore = 0;
    for (const int count : {3, 8}) {
        if (m_cancel.requested() || bestScore > surePlacementScore)
            break;
        const LayoutMatch match =
            matchIn(sampleFrames(m_flight, m_settings.selection, count, m_cancel), m_settings.overlay);
        if (match.score >= leastOverlayScore && match.score > bestScore) {
            bestScore = match.score;
            m_layout = match.layout;
        }
    }
    const bool read =
        m_settings.telemetry == QLatin1String("auto") || m_settings.telemetry == QLatin1String("overlay");
    if (!m_layout && read && m_settings.overlay == QLatin1String("auto") && !m_flight.info().hasKlv &&
        !m_flight.info().hasGeotags && !m_cancel.requested())
        propose();
}

void FlightOverlay::propose()
{
    OverlayProposal proposal = proposeOverlay(m_flight, m_settings.selection, m_cancel);
    if (proposal.isEmpty() || m_cancel.requested())
        return;
    if (proposal.sure)
        m_layout = proposal.layout;
    m_proposal = std::move(proposal);
}

std::vector<Issue> FlightOverlay::notices() const
{
    // Later frames may have shown a layout that is known.
    if (!m_proposal || (m_layout && m_layout->name != proposedOverlayName()))
        return {};
    QStringList fields;
    for (const OverlayLayout::Field& field : m_proposal->layout.fields)
        fields << overlayFieldName(field.field);
    const QString found = fields.join(QStringLiteral(", "));
    if (m_proposal->sure)
        return {{IssueKind::OverlayProposed, {found}}};
    return {{IssueKind::OverlayNotKnown, {found, missingFrom(*m_proposal)}}};
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
