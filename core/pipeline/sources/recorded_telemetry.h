#pragma once

#include <memory>

#include "reading_source.h"
#include "sources/telemetry_stage.h"
#include "track/track.h"

namespace sheen {

/** What the recording carries, or a table beside it gives, checked and completed over time. */
class RecordedTelemetry : public TelemetryStage
{
public:
    RecordedTelemetry(std::unique_ptr<ReadingSource> source, const TrackSettings& settings);

    TelemetryRecord read(const Frame& frame) override;
    std::vector<TelemetryRecord> finish() const override;
    std::vector<Issue> takeFrameIssues() override;
    std::map<QString, int> issues() const override { return m_source->issues(); }
    std::vector<Issue> notices() const override;

    /** Adds what is to be said of where the telemetry comes from. */
    void addNotice(const Issue& notice) { m_notices.push_back(notice); }

private:
    std::unique_ptr<ReadingSource> m_source;
    Track m_track;
    std::vector<Issue> m_notices;
    std::vector<Issue> m_frameIssues;
};

}  // namespace sheen
