#pragma once

#include <memory>

#include "core/pipeline/reading_source.h"
#include "core/pipeline/telemetry_stage.h"
#include "core/telemetry/track.h"

namespace sheen {

/** What the recording carries, or a table beside it gives, checked and completed over time. */
class RecordedTelemetry : public TelemetryStage
{
public:
    RecordedTelemetry(std::unique_ptr<ReadingSource> source, const TrackSettings& settings);

    TelemetryRecord read(const Frame& frame) override;
    std::vector<TelemetryRecord> finish() const override;
    std::vector<FrameIssue> takeFrameIssues() override;
    std::map<QString, int> issues() const override { return m_source->issues(); }
    QStringList notices() const override { return m_notices + m_source->notices(); }

    /** Adds what is to be said of where the telemetry comes from; nothing for an empty sentence. */
    void addNotice(const QString& sentence)
    {
        if (!sentence.isEmpty())
            m_notices << sentence;
    }

private:
    std::unique_ptr<ReadingSource> m_source;
    Track m_track;
    QStringList m_notices;
    std::vector<FrameIssue> m_frameIssues;
};

}  // namespace sheen
