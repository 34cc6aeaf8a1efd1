#include "core/pipeline/klv_source.h"

#include <QCoreApplication>
#include <opencv2/core.hpp>
#include <utility>

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
    if (m_reader.hasUnsetClock() && !std::exchange(m_saidUnsetClock, true))
        found.push_back({QStringLiteral("klv_clock_not_set"),
                         Text::tr("The clock of the recording's KLV was never set: its times are left out."),
                         true});
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

QStringList KlvSource::notices() const
{
    const int unchecked = m_reader.uncheckedSets();
    if (unchecked == 0)
        return {};
    return {
        Text::tr("No set of the recording's KLV has a right checksum; all that fit otherwise were taken: "
                 "%n set(s).",
                 nullptr, unchecked)};
}

}  // namespace sheen
