#include "core/pipeline/klv_source.h"

#include <QCoreApplication>
#include <opencv2/core.hpp>
#include <utility>

#include "core/pipeline/frame_centre_check.h"
#include "core/telemetry/klv_reading.h"

namespace sheen {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Klv)
};
}  // namespace

TelemetryReading KlvSource::read(const Frame& frame)
{
    return m_reader.read(frame);
}

std::vector<FrameIssue> KlvSource::check(const Frame& frame, const TelemetryRecord& record)
{
    std::vector<FrameIssue> found;
    if (m_reader.isOlderSetAlone() && !std::exchange(m_saidOlderSet, true))
        found.push_back({QStringLiteral("klv_older_set"), KlvReader::olderSetSentence(), true});
    const KlvPacket* packet = m_reader.matched();
    if (packet && heightIsEllipsoidal(*packet) && !std::exchange(m_saidEllipsoidal, true))
        found.push_back(
            {QStringLiteral("klv_ellipsoid_height"),
             Text::tr("KLV gives the aircraft's height above the ellipsoid alone. Set the sea level to the "
                      "geoid's height there, or heights are up to 100 m off."),
             true});
    if (const auto metres = frameCentreDisagreement(record, frame.picture.size()))
        found.push_back({QStringLiteral("klv_frame_centre_disagree"),
                         Text::tr("KLV disagrees with itself: its angles point %1 m away from the place that "
                                  "it gives for the middle of the picture.")
                             .arg(*metres, 0, 'f', 0),
                         false});
    return found;
}

std::map<QString, int> KlvSource::issues() const
{
    const int damaged = m_reader.faults().damaged;
    if (damaged == 0)
        return {};
    return {{QStringLiteral("damaged_klv_packets"), damaged}};
}

}  // namespace sheen
