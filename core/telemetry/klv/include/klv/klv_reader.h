#pragma once

#include <QString>
#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "data/frame.h"
#include "data/telemetry.h"
#include "klv/klv_stream.h"

namespace sheen {

/** Stage 2, KLV: gathers packets as frames arrive and matches them to frames by presentation time. */
class KlvReader
{
public:
    /** The field of view is for packets that do not send theirs. */
    explicit KlvReader(std::optional<double> horizontalFovDegrees = {})
        : m_horizontalFovDegrees(horizontalFovDegrees)
    {}

    /**
     * The reading of this frame, from the packet nearest in time (at most a second away); source None
     * without. Packets without a position of the sensor are left out.
     */
    TelemetryReading read(const Frame& frame);

    /** Earlier frames whose nearest packet came only with the last frame: their readings as they are now. */
    std::vector<TelemetryReading> takeAmended();

    /** What the packets of the last two seconds tell, each with its own time. */
    std::vector<TelemetryReading> recent() const;

    KlvFaults faults() const;
    /** Whether there is KLV, but of ST 0104 alone, which is not read. */
    bool isOlderSetAlone() const;
    bool sawPackets() const { return m_leadingStream.has_value(); }
    /** How many sets there were without a position of the sensor. */
    int setsWithoutPosition() const { return m_withoutPosition; }
    /** How many sets were taken without a good checksum, as none had one. */
    int uncheckedSets() const;
    /** Whether a set came whose clock was never set. */
    bool hasUnsetClock() const { return m_hasUnsetClock; }

private:
    struct Match
    {
        int frame = 0;
        double timeSeconds = 0;
        double awaySeconds = 0;
        std::optional<KlvPacket> packet;
    };

    void gather(const Frame& frame);
    void forgetOld(double timeSeconds);
    /** Whether one of the packets from there on is nearer. */
    bool match(Match& match, std::size_t from) const;
    TelemetryReading readingOf(const Match& match) const;

    std::optional<double> m_horizontalFovDegrees;
    std::map<int, KlvStream> m_streams;
    int m_withoutPosition = 0;
    bool m_hasUnsetClock = false;
    std::optional<int> m_leadingStream;  //!< the first that gave a position: two cameras must not mix
    std::vector<TimedKlvPacket> m_recent;
    std::deque<Match> m_matches;  //!< of frames for which a nearer packet may still come
    std::vector<TelemetryReading> m_amended;
};

}  // namespace sheen
