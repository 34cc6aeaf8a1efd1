#pragma once

#include <memory>
#include <optional>

#include "core/data/cancel.h"
#include "core/flight/flight.h"
#include "core/pipeline/look_check.h"
#include "core/pipeline/reading_source.h"
#include "core/pipeline/run.h"
#include "core/telemetry/overlay_reader.h"

namespace sheen {

/** Share of a layout's fields that have to read as valid for it to be taken. */
constexpr double leastOverlayScore = 0.35;

/** The overlay in the pictures. Flight, settings and cancel are borrowed. */
class OverlaySource : public ReadingSource
{
public:
    /** Throws Error(Usage) where the settings name a layout that does not exist. */
    OverlaySource(const Flight& flight, const RunSettings& settings, const Cancel& cancel);

    TelemetryReading read(const Frame& frame) override;
    std::vector<FrameIssue> check(const Frame& frame, const TelemetryRecord& record) override;
    QString layoutName() const override;
    std::vector<OverlayMark> overlayMarks() const override;

private:
    bool haveLayout(const Frame& frame);
    bool recognise(const std::vector<Frame>& frames);

    const Flight& m_flight;
    const RunSettings& m_settings;
    const Cancel& m_cancel;
    std::optional<OverlayLayout> m_named;  //!< chosen by the analyst
    std::unique_ptr<OverlayReader> m_reader;
    int m_framesTried = 0;
    LookCheck m_looks;
};

}  // namespace sheen
