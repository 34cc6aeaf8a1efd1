#include "core/pipeline/klv_source.h"

#include <QCoreApplication>
#include <opencv2/core.hpp>
#include <utility>

#include "core/pipeline/look_check.h"

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
    if (const auto apart = frameCentreDisagreement(record, frame.picture.size()))
        found.push_back(
            {QStringLiteral("klv_frame_centre_disagree"),
             Text::tr("KLV disagrees with itself: its angles point %1 m (%2 degrees) away from the place "
                      "that it gives for the middle of the picture. Compare a shore or ship with the map, "
                      "and set the camera's mounting in its calibration if the angles are wrong.")
                 .arg(apart->metres, 0, 'f', 0)
                 .arg(apart->degrees, 0, 'f', 1),
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
