#pragma once

#include <QByteArray>
#include <optional>
#include <utility>
#include <vector>

#include "klv/klv_packet.h"

namespace sheen {

struct TimedKlvPacket
{
    double timeSeconds = 0;  //!< presentation time
    KlvPacket packet;
};

/** Everything in a data stream that was no ST 0601 packet in good order. */
struct KlvFaults
{
    int damaged = 0;    //!< wrong checksum, cut short, or items that do not fit
    int otherSets = 0;  //!< of another standard
    int olderSets = 0;  //!< of these, ST 0104, which ST 0601 replaced
};

/**
 * One KLV stream of a recording, put together again: a container may hand out several sets in one piece, or
 * one set in several pieces; metadata access unit headers (synchronous streams, ISO 13818-1) are taken off.
 * Damaged sets are skipped and counted. Some encoders write every checksum wrongly, or none: where no set has
 * come with a good one, those that fit otherwise are taken from the second on that fails in the same way,
 * with the first. Keeps no more than one set's bytes.
 */
class KlvStream
{
public:
    /**
     * The sets that end in this piece. Their time is that of the piece in which they began; several sets in
     * one piece are told apart by their own clock (forward from the first where the piece has a presentation
     * time of its own, else back from the last, which was the newest when the piece was sent).
     */
    std::vector<TimedKlvPacket> add(const QByteArray& piece, double timeSeconds, bool hasOwnTime = true);

    /** The stream has ended: a set that is not whole by now is damaged. */
    std::vector<TimedKlvPacket> finish();

    const KlvFaults& faults() const { return m_faults; }
    /** How many sets were taken although their checksum was wrong or missing; none of the sets had a good
     * one.
     */
    int uncheckedSets() const { return m_takenUnchecked; }

private:
    /** Key, length and items of a set. */
    struct SetFrame
    {
        enum class State { Whole, Cut, Impossible };
        State state = State::Cut;
        ByteSpan whole{nullptr, 0};
        ByteSpan items{nullptr, 0};
    };

    static SetFrame frameOf(const ByteSpan& bytes);
    bool judge(const ByteSpan& bytes, const SetFrame& frame, std::optional<KlvPacket>& packet);
    std::vector<TimedKlvPacket> endedSets();
    void keepTrusted(std::vector<TimedKlvPacket>& packets);
    /** With the place in m_bytes where each began; what is not whole stays in m_bytes. */
    std::vector<std::pair<std::size_t, KlvPacket>> takeSets(bool atEnd);

    QByteArray m_bytes;        //!< from the key of a set that is not whole yet
    double m_timeSeconds = 0;  //!< of the piece in which m_bytes begins
    KlvFaults m_faults;
    bool m_sawGood = false;                    //!< a set with a good checksum
    std::optional<TimedKlvPacket> m_heldBack;  //!< the first without, until another fails likewise
    int m_takenUnchecked = 0;
};

/** The ST 0601 packets in a stream that is known as a whole. */
struct KlvDecoding
{
    std::vector<KlvPacket> packets;
    KlvFaults faults;
};
KlvDecoding decodeKlv(const QByteArray& bytes);

}  // namespace sheen
