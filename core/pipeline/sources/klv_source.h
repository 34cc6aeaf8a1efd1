#pragma once

#include "klv/klv_reader.h"
#include "reading_source.h"
#include "sources/look_check.h"

namespace sheen {

/** KLV in the recording's data streams. */
class KlvSource : public ReadingSource
{
public:
    /** The field of view is for packets that do not send theirs. */
    explicit KlvSource(std::optional<double> horizontalFovDegrees = {}) : m_reader(horizontalFovDegrees) {}

    TelemetryReading read(const Frame& frame) override;
    std::vector<TelemetryReading> takeAmended() override { return m_reader.takeAmended(); }
    std::vector<Issue> check(const Frame& frame, const TelemetryRecord& record) override;
    std::map<QString, int> issues() const override;
    std::vector<Issue> notices() const override;

    bool sawPackets() const { return m_reader.sawPackets(); }
    /** What the packets of the last two seconds tell. */
    std::vector<TelemetryReading> recent() const { return m_reader.recent(); }

private:
    KlvReader m_reader;
    LookCheck m_looks;
    bool m_saidOlderSet = false;
    bool m_saidUnsetClock = false;
};

}  // namespace sheen
