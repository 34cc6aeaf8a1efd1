#pragma once

#include <optional>
#include <set>

#include "klv_source.h"
#include "overlay_source.h"
#include "track/source_comparison.h"

namespace sheen {

/**
 * KLV leads, the overlay stands by: it is read as long as no KLV has come that a frame can be placed with,
 * and where KLV has ended; and held against KLV every few seconds where both are there. A disagreement counts
 * when the next frame bears it out: a digit that was misread once does not.
 */
class KlvFirstSource : public ReadingSource
{
public:
    /** Overlay and track are borrowed; the field of view is for KLV that does not send its own. */
    KlvFirstSource(const FlightOverlay& overlay, const TrackSettings& track,
                   std::optional<double> horizontalFovDegrees);

    TelemetryReading read(const Frame& frame) override;
    std::vector<TelemetryReading> takeAmended() override { return m_klv.takeAmended(); }
    std::vector<Issue> check(const Frame& frame, const TelemetryRecord& record) override;
    std::map<QString, int> issues() const override { return m_klv.issues(); }
    std::vector<Issue> notices() const override;

private:
    bool klvLeads(const TelemetryReading& klv, const Frame& frame);
    bool isTimeToCompare(const Frame& frame) const;
    std::vector<Disagreement> compare(const Frame& frame);

    const TrackSettings& m_track;
    KlvSource m_klv;
    OverlaySource m_overlay;
    bool m_klvPlaces = false;  //!< a reading has come that a frame can be placed with
    bool m_leads = false;      //!< in the frame that was read last
    double m_lastKlvSeconds = 0;
    int m_framesOfOverlay = 0;  //!< read from it although there was KLV
    int m_framesOfKlv = 0;
    std::optional<double> m_nextComparisonSeconds;
    std::set<Disagreement::Quantity> m_suspected;  //!< in the frame before; this one decides
};

}  // namespace sheen
