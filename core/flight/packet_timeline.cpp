#include "packet_timeline.h"

#include <algorithm>
#include <iterator>

namespace sheen {

namespace {
constexpr double joinStepBackSeconds = 1;
}

double PacketTimeline::begin(const Suspect& first, double beginSeconds)
{
    const double offset = beginSeconds - first.decodingSeconds;
    m_parts.push_back(
        {first.position, beginSeconds, beginSeconds, first.presentationSeconds + offset, offset});
    m_suspect.reset();
    return offset;
}

double PacketTimeline::add(double decodingSeconds, double presentationSeconds, std::int64_t position)
{
    const Suspect packet{decodingSeconds, presentationSeconds, position};
    if (m_parts.empty())
        return begin(packet, decodingSeconds);
    double& end = m_parts.back().endSeconds;
    const double told = decodingSeconds + m_parts.back().offsetSeconds;
    if (told >= end - joinStepBackSeconds) {
        m_suspect.reset();
        end = std::max(end, told);
        return m_parts.back().offsetSeconds;
    }
    const double next = end + m_periodSeconds;
    if (m_suspect && decodingSeconds >= m_suspect->decodingSeconds) {
        const double offset = begin(Suspect(*m_suspect), next);
        m_parts.back().endSeconds = std::max(next, decodingSeconds + offset);
        return offset;
    }
    // Until the next packet decides it takes the place after the last one.
    m_suspect = packet;
    return next - decodingSeconds;
}

const RecordingPart* PacketTimeline::partAt(const std::vector<RecordingPart>& parts, std::int64_t position)
{
    const auto after =
        std::upper_bound(parts.begin(), parts.end(), position,
                         [](std::int64_t place, const RecordingPart& part) { return place < part.position; });
    if (parts.empty())
        return nullptr;
    return after == parts.begin() ? &parts.front() : &*std::prev(after);
}

}  // namespace sheen
