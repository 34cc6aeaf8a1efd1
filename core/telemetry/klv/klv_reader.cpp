#include "klv/klv_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "klv_reading.h"

namespace sheen {

namespace {
constexpr double furthestSeconds = 1.0;     //!< between a frame and the packet that is taken for it
constexpr std::size_t mostPackets = 20000;  //!< kept at a time, whatever their times claim
}  // namespace

void KlvReader::gather(const Frame& frame)
{
    for (const DataPacket& data : frame.data) {
        const bool hasTime = std::isfinite(data.timeSeconds);
        const double time = hasTime ? data.timeSeconds : frame.timeSeconds;
        KlvStream& stream = m_streams[data.stream];
        for (TimedKlvPacket& timed : stream.add(data.bytes, time, hasTime && data.hasOwnTime)) {
            m_hasUnsetClock = m_hasUnsetClock || timed.packet.hasUnsetClock;
            if (!timed.packet.sensorLatitudeDegrees || !timed.packet.sensorLongitudeDegrees) {
                ++m_withoutPosition;
                continue;
            }
            if (!m_leadingStream)
                m_leadingStream = data.stream;
            if (data.stream == *m_leadingStream)
                m_recent.push_back(std::move(timed));
        }
    }
}

void KlvReader::forgetOld(double timeSeconds)
{
    const double oldest = timeSeconds - 2 * furthestSeconds;
    const auto isOld = [oldest](const TimedKlvPacket& timed) { return timed.timeSeconds < oldest; };
    m_recent.erase(std::remove_if(m_recent.begin(), m_recent.end(), isOld), m_recent.end());
    if (m_recent.size() > mostPackets)
        m_recent.erase(m_recent.begin(), m_recent.end() - mostPackets);
    while (!m_matches.empty() && m_matches.front().timeSeconds < timeSeconds - furthestSeconds)
        m_matches.pop_front();
}

bool KlvReader::match(Match& match, std::size_t from) const
{
    bool nearer = false;
    for (std::size_t i = from; i < m_recent.size(); ++i) {
        const double away = std::abs(m_recent[i].timeSeconds - match.timeSeconds);
        if (away <= match.awaySeconds) {  // of equals the last to arrive
            match.awaySeconds = away;
            match.packet = m_recent[i].packet;
            nearer = true;
        }
    }
    return nearer;
}

TelemetryReading KlvReader::readingOf(const Match& match) const
{
    TelemetryReading reading =
        match.packet ? sheen::readingOf(*match.packet, m_horizontalFovDegrees) : TelemetryReading();
    reading.frame = match.frame;
    reading.timeSeconds = match.timeSeconds;
    return reading;
}

TelemetryReading KlvReader::read(const Frame& frame)
{
    const std::size_t known = m_recent.size();
    gather(frame);
    for (Match& earlier : m_matches) {
        if (match(earlier, known))
            m_amended.push_back(readingOf(earlier));
    }
    forgetOld(frame.timeSeconds);
    m_matches.push_back({frame.index, frame.timeSeconds, furthestSeconds, std::nullopt});
    match(m_matches.back(), 0);
    return readingOf(m_matches.back());
}

std::vector<TelemetryReading> KlvReader::takeAmended()
{
    return std::exchange(m_amended, {});
}

std::vector<TelemetryReading> KlvReader::recent() const
{
    std::vector<TelemetryReading> readings;
    for (const TimedKlvPacket& timed : m_recent) {
        readings.push_back(sheen::readingOf(timed.packet, m_horizontalFovDegrees));
        readings.back().timeSeconds = timed.timeSeconds;
    }
    return readings;
}

int KlvReader::uncheckedSets() const
{
    int sum = 0;
    for (const auto& [stream, klv] : m_streams)
        sum += klv.uncheckedSets();
    return sum;
}

bool KlvReader::isOlderSetAlone() const
{
    return !sawPackets() && faults().olderSets > 0;
}

KlvFaults KlvReader::faults() const
{
    KlvFaults sum;
    for (const auto& [stream, klv] : m_streams) {
        sum.damaged += klv.faults().damaged;
        sum.otherSets += klv.faults().otherSets;
        sum.olderSets += klv.faults().olderSets;
    }
    return sum;
}

}  // namespace sheen
