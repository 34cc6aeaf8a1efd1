#include <array>
#include <cstdint>
#include <cstring>

// A changed byte breaks the checksum, and nothing behind it would ever be tried: half of the mutated inputs
// get checksums that fit.

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t maxSize);

namespace {

constexpr std::array<std::uint8_t, 16> key = {0x06, 0x0e, 0x2b, 0x34, 0x02, 0x0b, 0x01, 0x01,
                                              0x0e, 0x01, 0x03, 0x01, 0x01, 0x00, 0x00, 0x00};

/** Closes the set that begins here with a checksum, as far as its length lies within the input. */
void closeSet(std::uint8_t* set, std::size_t size)
{
    if (size < key.size() + 2)
        return;
    std::size_t at = key.size();
    std::size_t length = set[at++];
    if (length >= 0x80) {
        std::size_t count = length & 0x7f;
        length = 0;
        for (; count > 0 && at < size && length < size; --count)
            length = length << 8 | set[at++];
    }
    if (length < 4 || length > size || at + length > size)
        return;
    const std::size_t end = at + length;
    set[end - 4] = 1;
    set[end - 3] = 2;
    unsigned sum = 0;
    for (std::size_t i = 0; i < end - 2; ++i)
        sum += static_cast<unsigned>(set[i]) << (i % 2 == 0 ? 8 : 0);
    set[end - 2] = static_cast<std::uint8_t>(sum >> 8);
    set[end - 1] = static_cast<std::uint8_t>(sum);
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maxSize,
                                               unsigned seed)
{
    size = LLVMFuzzerMutate(data, size, maxSize);
    if (seed % 2 == 0)
        return size;
    for (std::size_t i = 0; i + key.size() <= size; ++i) {
        if (std::memcmp(data + i, key.data(), key.size()) == 0)
            closeSet(data + i, size - i);
    }
    return size;
}
