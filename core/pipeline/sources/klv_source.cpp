#include "klv_source.h"

#include <opencv2/core.hpp>
#include <utility>

namespace sheen {

TelemetryReading KlvSource::read(const Frame& frame)
{
    return m_reader.read(frame);
}

std::vector<Issue> KlvSource::check(const Frame& frame, const TelemetryRecord& record)
{
    std::vector<Issue> found;
    if (m_reader.isOlderSetAlone() && !std::exchange(m_saidOlderSet, true))
        found.push_back({IssueKind::KlvOlderSet, {}});
    if (const auto issue = m_looks.check(record, frameCentreDisagreement(record, frame.picture.size())))
        found.push_back(*issue);
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
