#include "archive_check.h"

#include <QtEndian>
#include <algorithm>
#include <cstdint>
#include <optional>

#include "detector_text.h"

namespace sheen {

namespace {

constexpr std::uint32_t endSignature = 0x06054b50;
constexpr std::uint32_t wideEndSignature = 0x06064b50;
constexpr std::uint32_t wideLocatorSignature = 0x07064b50;
constexpr std::uint32_t entrySignature = 0x02014b50;
constexpr int endLength = 22;
constexpr int wideLocatorLength = 20;
constexpr int wideEndLength = 56;
constexpr int entryLength = 46;
constexpr std::uint64_t longestDirectory = 64U << 20;
constexpr std::uint64_t mostDeflated = 256U
                                       << 20;  //!< programs; the numbers of a network are stored as they are
constexpr std::uint64_t greatestRatio = 1032;

/** Little-endian numbers of a piece of the file; 0 beyond its end. */
class Bytes
{
public:
    explicit Bytes(std::string_view bytes) : m_bytes(bytes) {}

    int size() const { return int(m_bytes.size()); }
    template <typename Number>
    Number at(int place) const
    {
        const bool inside = place >= 0 && place + int(sizeof(Number)) <= size();
        return inside ? qFromLittleEndian<Number>(m_bytes.data() + place) : Number(0);
    }

private:
    std::string_view m_bytes;
};

struct Directory
{
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::uint64_t entries = 0;
};

Bytes pieceOf(std::string_view archive, std::uint64_t offset, std::uint64_t length)
{
    return Bytes(offset > archive.size()
                     ? std::string_view()
                     : archive.substr(offset, std::min<std::uint64_t>(length, longestDirectory)));
}

std::optional<Directory> findDirectory(std::string_view archive)
{
    constexpr std::size_t longestTail = endLength + 65535;  // a comment may follow
    const std::size_t start = archive.size() - std::min(archive.size(), longestTail);
    const Bytes tail = pieceOf(archive, start, longestTail);
    for (int place = tail.size() - endLength; place >= 0; --place) {
        if (tail.at<std::uint32_t>(place) != endSignature)
            continue;
        Directory directory{tail.at<std::uint32_t>(place + 16), tail.at<std::uint32_t>(place + 12),
                            tail.at<std::uint16_t>(place + 10)};
        const int locator = place - wideLocatorLength;
        if (locator >= 0 && tail.at<std::uint32_t>(locator) == wideLocatorSignature) {
            const Bytes wide = pieceOf(archive, tail.at<std::uint64_t>(locator + 8), wideEndLength);
            if (wide.at<std::uint32_t>(0) != wideEndSignature)
                return std::nullopt;
            directory = {wide.at<std::uint64_t>(48), wide.at<std::uint64_t>(40), wide.at<std::uint64_t>(32)};
        }
        return directory;
    }
    return std::nullopt;
}

struct Entry
{
    std::uint16_t method = 0;
    std::uint64_t packed = 0;
    std::uint64_t length = 0;
    std::uint64_t offset = 0;
    int next = 0;  //!< where the next one begins in the directory
};

/** Sizes of 4 GiB and more stand in the extra field 1, in this order, those alone that do not fit. */
void readWideSizes(const Bytes& directory, int from, int to, Entry& entry)
{
    for (int place = from; place + 4 <= to; place += 4 + directory.at<std::uint16_t>(place + 2)) {
        if (directory.at<std::uint16_t>(place) != 1)
            continue;
        int at = place + 4;
        for (std::uint64_t* value : {&entry.length, &entry.packed, &entry.offset}) {
            if (*value == UINT32_MAX) {
                *value = directory.at<std::uint64_t>(at);
                at += 8;
            }
        }
        return;
    }
}

std::optional<Entry> readEntry(const Bytes& directory, int place)
{
    if (place + entryLength > directory.size() || directory.at<std::uint32_t>(place) != entrySignature)
        return std::nullopt;
    Entry entry;
    entry.method = directory.at<std::uint16_t>(place + 10);
    entry.packed = directory.at<std::uint32_t>(place + 20);
    entry.length = directory.at<std::uint32_t>(place + 24);
    entry.offset = directory.at<std::uint32_t>(place + 42);
    const int extra = place + entryLength + directory.at<std::uint16_t>(place + 28);
    const int comment = extra + directory.at<std::uint16_t>(place + 30);
    entry.next = comment + directory.at<std::uint16_t>(place + 32);
    if (entry.next > directory.size())
        return std::nullopt;
    readWideSizes(directory, extra, comment, entry);
    return entry;
}

bool isPossible(const Entry& entry, std::uint64_t fileLength)
{
    constexpr int stored = 0;
    constexpr int deflated = 8;
    if (entry.offset >= fileLength || entry.packed > fileLength - entry.offset)
        return false;
    return entry.method == stored
               ? entry.length == entry.packed
               : entry.method == deflated && entry.length <= entry.packed * greatestRatio + greatestRatio;
}

}  // namespace

QString problemOfArchive(std::string_view archive)
{
    const std::uint64_t fileLength = archive.size();
    const std::optional<Directory> found = findDirectory(archive);
    if (!found || found->length > longestDirectory || found->offset > fileLength ||
        found->length > fileLength - found->offset)
        return DetectorText::tr("the archive's directory is missing or broken");

    const Bytes directory = pieceOf(archive, found->offset, found->length);
    std::uint64_t packed = 0;
    std::uint64_t deflated = 0;
    int place = 0;
    for (std::uint64_t i = 0; i < found->entries; ++i) {
        const std::optional<Entry> entry = readEntry(directory, place);
        if (!entry)
            return DetectorText::tr("the archive's directory is missing or broken");
        if (!isPossible(*entry, fileLength))
            return DetectorText::tr("the archive's directory names sizes that cannot be true");
        packed += entry->packed;
        deflated += entry->method != 0 ? entry->length : 0;
        if (packed > fileLength || deflated > mostDeflated)
            return DetectorText::tr("the archive's directory names sizes that cannot be true");
        place = entry->next;
    }
    return {};
}

}  // namespace sheen
