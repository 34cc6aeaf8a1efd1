#pragma once

#include <optional>
#include <set>

#include "klv_source.h"
#include "overlay_source.h"
#include "track/source_comparison.h"

namespace sheen {

/**
 * KLV leads, the overlay stands by: it is read where the recording turns out to carry no KLV that can be
 * read, and held against KLV every few seconds where there is some. A disagreement counts when the next
 * frame bears it out: a digit that was misread once does not.
 */
class KlvFirstSource : public ReadingSource
{
public:
    /** Both are borrowed. */
    KlvFirstSource(const FlightOverlay& overlay, const TrackSettings& track);

    TelemetryReading read(const Frame& frame) override;
    std::vector<TelemetryReading> takeAmended() override { return m_klv.takeAmended(); }
    std::vector<Issue> check(const Frame& frame, const TelemetryRecord& record) override;
    std::map<QString, int> issues() const override { return m_klv.issues(); }

private:
    bool isTimeToCompare(const Frame& frame) const;
    std::vector<Disagreement> compare(const Frame& frame);

    const TrackSettings& m_track;
    KlvSource m_klv;
    OverlaySource m_overlay;
    std::optional<double> m_nextComparisonSeconds;
    std::set<Disagreement::Quantity> m_suspected;  //!< in the frame before; this one decides
};

}  // namespace sheen
