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
    if (m_reader.hasUnsetClock() && !std::exchange(m_saidUnsetClock, true))
        found.push_back({IssueKind::KlvClockNotSet, {}});
    if (const auto issue = m_looks.check(record, frameCentreDisagreement(record, frame.picture.size())))
        found.push_back(*issue);
    return found;
}

std::map<QString, int> KlvSource::issues() const
{
    std::map<QString, int> counts;
    const auto add = [&counts](const char* kind, int count) {
        if (count > 0)
            counts[QString::fromLatin1(kind)] = count;
    };
    add("damaged_klv_packets", m_reader.faults().damaged - m_reader.uncheckedSets());
    add("unchecked_klv_packets", m_reader.uncheckedSets());
    add("klv_packets_without_position", m_reader.setsWithoutPosition());
    return counts;
}

std::vector<Issue> KlvSource::notices() const
{
    if (m_reader.uncheckedSets() == 0)
        return {};
    return {Issue{IssueKind::KlvUnchecked, {m_reader.uncheckedSets()}}};
}

}  // namespace sheen
