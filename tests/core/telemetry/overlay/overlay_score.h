#pragma once

#include <map>
#include <vector>

#include "overlay/overlay_reader.h"
#include "support/overlay_rendering.h"

namespace sheen::test {

/** How many fields of a set of frames were read as they were shown, and what it cost. */
class OverlayScore
{
public:
    /** Reads a frame and compares; `texts` empty: the frame shows no overlay. */
    void read(OverlayReader& reader, const Frame& frame, const OverlayTexts& texts, bool verbose = false);

    double exactPercent() const { return percent(m_exact); }
    /** Accepted, but not what was shown. */
    double wrongPercent() const { return percent(m_wrong); }
    int wrong() const { return sum(m_wrong); }
    double readPercent() const;       //!< of the fields looked at, that the network read
    double meanMilliseconds() const;  //!< processor time of a frame
    double percentileMilliseconds(double share) const;
    /** A row for each field, and one for all of them. */
    void print() const;

private:
    using Counts = std::map<OverlayField, int>;
    static int sum(const Counts& counts);
    double percent(const Counts& counts) const;

    Counts m_shown;
    Counts m_exact;
    Counts m_wrong;
    int m_ghosts = 0;  //!< frames without an overlay that were said to have one
    int m_linesRead = 0;
    int m_fields = 0;
    std::vector<double> m_milliseconds;
};

}  // namespace sheen::test
