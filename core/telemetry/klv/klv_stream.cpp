#include "klv/klv_stream.h"

#include <array>
#include <cmath>

#include "uas_key.h"

namespace sheen {

namespace {

constexpr std::array<unsigned char, 4> smpteKey = {0x06, 0x0e, 0x2b, 0x34};
constexpr std::array<unsigned char, 16> predatorKey = {0x06, 0x0e, 0x2b, 0x34, 0x02, 0x01, 0x01, 0x01,
                                                       0x0e, 0x01, 0x01, 0x02, 0x01, 0x01, 0x00, 0x00};

/** No turret sends more in one set; a longer one is a damaged length. */
constexpr std::size_t largestSetBytes = 16384;

ByteSpan spanOf(const QByteArray& bytes)
{
    return {reinterpret_cast<const unsigned char*>(bytes.constData()),
            static_cast<std::size_t>(bytes.size())};
}

const QByteArray& keyStart()
{
    static const QByteArray start(reinterpret_cast<const char*>(smpteKey.data()),
                                  static_cast<int>(smpteKey.size()));
    return start;
}

/**
 * Metadata access unit cells (ISO 13818-1, 2.12.4): five bytes of header, the last two of them the length of
 * what follows. Taken off only where cells fill the piece exactly, so nothing else can be mistaken for them.
 */
QByteArray withoutCellHeaders(const QByteArray& piece)
{
    constexpr std::size_t headerBytes = 5;
    constexpr unsigned char reservedBits = 0x0f;
    QByteArray content;
    ByteSpan rest = spanOf(piece);
    while (rest.size() > 0) {
        const auto header = rest.take(headerBytes);
        if (!header || (header->data()[2] & reservedBits) != reservedBits)
            return piece;
        const auto cell = rest.take(static_cast<std::size_t>(header->from(3).number()));
        if (!cell)
            return piece;
        content.append(reinterpret_cast<const char*>(cell->data()), static_cast<int>(cell->size()));
    }
    return content;
}

bool holdsKey(const ByteSpan& bytes)
{
    return QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                   static_cast<int>(bytes.size()))
        .contains(keyStart());
}

/** What may be the beginning of a key that the next piece goes on with. */
QByteArray keyBeginningAtEnd(const QByteArray& bytes)
{
    for (int count = static_cast<int>(smpteKey.size()) - 1; count > 0; --count) {
        if (bytes.endsWith(keyStart().left(count)))
            return bytes.right(count);
    }
    return {};
}

/** Sets that came in one piece, told apart by their own clock. */
void spreadByClock(std::vector<TimedKlvPacket>& packets, std::size_t from, bool forward)
{
    constexpr double longestSeconds = 5;  // a piece that holds more was not filled in order of time
    if (packets.size() < from + 2)
        return;
    const QDateTime reference = (forward ? packets[from] : packets.back()).packet.precisionTimeStamp;
    for (std::size_t i = from; i < packets.size() && reference.isValid(); ++i) {
        const QDateTime& stamp = packets[i].packet.precisionTimeStamp;
        const double seconds = stamp.isValid() ? static_cast<double>(reference.msecsTo(stamp)) / 1000 : 0;
        if (std::abs(seconds) <= longestSeconds)
            packets[i].timeSeconds += seconds;
    }
}

}  // namespace

std::vector<TimedKlvPacket> KlvStream::add(const QByteArray& piece, double timeSeconds, bool hasOwnTime)
{
    const QByteArray content = withoutCellHeaders(piece);
    std::vector<TimedKlvPacket> packets;
    // A piece that begins with a set is no continuation: what was waiting for one has lost its end.
    if (content.startsWith(keyStart()))
        packets = endedSets();
    const auto before = static_cast<std::size_t>(m_bytes.size());
    m_bytes += content;
    const auto all = static_cast<std::size_t>(m_bytes.size());
    std::size_t firstOwn = packets.size();
    for (auto& [start, packet] : takeSets(false)) {
        const bool begunEarlier = start < before;
        firstOwn += begunEarlier ? 1 : 0;
        packets.push_back({begunEarlier ? m_timeSeconds : timeSeconds, std::move(packet)});
    }
    spreadByClock(packets, firstOwn, hasOwnTime);
    keepTrusted(packets);
    const bool waitsFromEarlier = all - static_cast<std::size_t>(m_bytes.size()) < before;
    if (!waitsFromEarlier)
        m_timeSeconds = timeSeconds;
    return packets;
}

std::vector<TimedKlvPacket> KlvStream::finish()
{
    std::vector<TimedKlvPacket> packets = endedSets();
    keepTrusted(packets);
    return packets;
}

std::vector<TimedKlvPacket> KlvStream::endedSets()
{
    std::vector<TimedKlvPacket> packets;
    for (auto& [start, packet] : takeSets(true))
        packets.push_back({m_timeSeconds, std::move(packet)});
    return packets;
}

/** Leaves out what has no good checksum, but where all sets fail alike. */
void KlvStream::keepTrusted(std::vector<TimedKlvPacket>& packets)
{
    std::vector<TimedKlvPacket> kept;
    for (TimedKlvPacket& timed : packets) {
        const KlvChecksum checksum = timed.packet.checksum;
        if (checksum == KlvChecksum::Good) {
            m_sawGood = true;
            m_heldBack.reset();
            kept.push_back(std::move(timed));
            continue;
        }
        ++m_faults.damaged;
        if (m_sawGood)
            continue;
        if (m_takenUnchecked == 0 && (!m_heldBack || m_heldBack->packet.checksum != checksum)) {
            m_heldBack = std::move(timed);
            continue;
        }
        if (m_heldBack) {
            kept.push_back(std::move(*m_heldBack));
            m_heldBack.reset();
            ++m_takenUnchecked;
        }
        kept.push_back(std::move(timed));
        ++m_takenUnchecked;
    }
    packets = std::move(kept);
}

std::vector<std::pair<std::size_t, KlvPacket>> KlvStream::takeSets(bool atEnd)
{
    std::vector<std::pair<std::size_t, KlvPacket>> packets;
    const ByteSpan all = spanOf(m_bytes);
    // Whatever stands before a key is passed over: headers that are not taken off, rests of a set.
    int done = 0;
    for (;;) {
        const int position = static_cast<int>(m_bytes.indexOf(keyStart(), done));
        if (position < 0)
            break;
        const ByteSpan here = all.from(static_cast<std::size_t>(position));
        const SetFrame frame = frameOf(here);
        if (frame.state == SetFrame::State::Cut && !atEnd) {
            m_bytes.remove(0, position);
            return packets;
        }
        std::optional<KlvPacket> packet;
        const bool passed = judge(here, frame, packet);
        if (packet)
            packets.emplace_back(position, std::move(*packet));
        done = position + static_cast<int>(passed ? frame.whole.size() : smpteKey.size());
    }
    m_bytes = atEnd ? QByteArray() : keyBeginningAtEnd(m_bytes.mid(done));
    return packets;
}

/** How far the set at the beginning of these bytes reaches. */
KlvStream::SetFrame KlvStream::frameOf(const ByteSpan& bytes)
{
    SetFrame frame;
    if (bytes.size() <= uasKey.size())
        return frame;
    ByteSpan rest = bytes.from(uasKey.size());
    const unsigned char first = rest.data()[0];
    const std::size_t lengthBytes = first < 0x80 ? 1 : 1 + (first & 0x7fU);
    const bool readable = first != 0x80 && lengthBytes <= 1 + sizeof(std::uint64_t);
    if (readable && rest.size() < lengthBytes)
        return frame;
    const auto length = rest.takeBerLength();
    if (!length || *length > largestSetBytes) {
        frame.state = SetFrame::State::Impossible;
        return frame;
    }
    const auto items = rest.take(*length);
    if (!items)
        return frame;
    frame.state = SetFrame::State::Whole;
    frame.items = *items;
    frame.whole = ByteSpan(bytes.data(), uasKey.size() + lengthBytes + *length);
    return frame;
}

/** Judges what a set is. Returns false if its length cannot be trusted, so that its content is searched for
 * sets. */
bool KlvStream::judge(const ByteSpan& bytes, const SetFrame& frame, std::optional<KlvPacket>& packet)
{
    const bool whole = frame.state == SetFrame::State::Whole;
    if (bytes.startsWith(uasKey.data(), uasKey.size())) {
        if (whole)
            packet = decodeKlvPacket(frame.whole, frame.items);
        // A set that lost its end may swallow the next one.
        if (packet && packet->checksum != KlvChecksum::Good && holdsKey(frame.items))
            packet.reset();
        m_faults.damaged += packet ? 0 : 1;
        return packet.has_value();
    }
    if (bytes.size() < uasKey.size()) {
        ++m_faults.damaged;
        return false;
    }
    ++m_faults.otherSets;
    m_faults.olderSets += bytes.startsWith(predatorKey.data(), predatorKey.size()) ? 1 : 0;
    return whole;
}

KlvDecoding decodeKlv(const QByteArray& bytes)
{
    KlvStream stream;
    KlvDecoding decoding;
    for (std::vector<TimedKlvPacket>& packets : std::array{stream.add(bytes, 0), stream.finish()}) {
        for (TimedKlvPacket& timed : packets)
            decoding.packets.push_back(std::move(timed.packet));
    }
    decoding.faults = stream.faults();
    return decoding;
}

}  // namespace sheen
