#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace sheen {

/** A stretch of a recording within which the container's times count on. */
struct RecordingPart
{
    std::int64_t position = 0;  //!< in the file, bytes, of its first packet
    // Decoding times of its first and last packet and the presentation time of the first, on the count of the
    // whole recording.
    double beginSeconds = 0;
    double endSeconds = 0;
    double firstPictureSeconds = 0;
    double offsetSeconds = 0;  //!< added to the container's times within the part
};

/**
 * Makes one steady count of the decoding times of a recording's packets, in the order of the file: where they
 * run back by more than a second, and the packet after it bears that out, another recording was joined on,
 * and the count goes on from there. Forward jumps are gaps and stay.
 */
class PacketTimeline
{
public:
    /** @param periodSeconds between two pictures, as it is usual in the recording */
    explicit PacketTimeline(double periodSeconds) : m_periodSeconds(periodSeconds) {}

    /** Takes the next packet, with its times on the container's clock. Returns what is to be added to them.
     */
    double add(double decodingSeconds, double presentationSeconds, std::int64_t position);

    /** Whether only the next packet will tell if another recording begins with the last one. */
    bool isUndecided() const { return m_suspect.has_value(); }

    /** Returns the parts so far: one at least once a packet was added. */
    const std::vector<RecordingPart>& parts() const { return m_parts; }

    /** Returns the part to which a place in the file belongs; nullptr if there is none. */
    static const RecordingPart* partAt(const std::vector<RecordingPart>& parts, std::int64_t position);

private:
    struct Suspect
    {
        double decodingSeconds = 0;
        double presentationSeconds = 0;
        std::int64_t position = 0;
    };
    double begin(const Suspect& first, double beginSeconds);

    double m_periodSeconds;
    std::vector<RecordingPart> m_parts;
    std::optional<Suspect> m_suspect;  //!< the packet before, where it ran back
};

}  // namespace sheen
