#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>

namespace sheen {

/** A stretch of bytes that is read from the front and never beyond its end; numbers are big-endian. */
class ByteSpan
{
public:
    ByteSpan(const unsigned char* data, std::size_t size) : m_data(data), m_size(size) {}

    const unsigned char* data() const { return m_data; }
    std::size_t size() const { return m_size; }

    bool startsWith(const unsigned char* bytes, std::size_t count) const
    {
        return m_size >= count && std::memcmp(m_data, bytes, count) == 0;
    }

    ByteSpan from(std::size_t offset) const
    {
        return offset < m_size ? ByteSpan(m_data + offset, m_size - offset) : ByteSpan(m_data + m_size, 0);
    }

    std::optional<unsigned char> takeByte()
    {
        if (m_size == 0)
            return std::nullopt;
        --m_size;
        return *m_data++;
    }

    std::optional<ByteSpan> take(std::size_t count)
    {
        if (count > m_size)
            return std::nullopt;
        const ByteSpan taken(m_data, count);
        m_data += count;
        m_size -= count;
        return taken;
    }

    /** BER length: short form below 128, else the count of the bytes that hold it. */
    std::optional<std::size_t> takeBerLength()
    {
        const auto first = takeByte();
        if (!first || *first < 0x80)
            return first ? std::optional<std::size_t>(*first) : std::nullopt;
        const auto bytes = take(*first & 0x7f);
        if (!bytes || bytes->size() == 0 || bytes->size() > sizeof(std::uint64_t))
            return std::nullopt;
        return static_cast<std::size_t>(bytes->number());
    }

    /** BER-OID tag: seven bits a byte, the highest bit says that more follow. */
    std::optional<unsigned> takeBerOid()
    {
        unsigned tag = 0;
        for (int count = 0; count < 4; ++count) {
            const auto byte = takeByte();
            if (!byte)
                return std::nullopt;
            tag = tag << 7 | (*byte & 0x7fU);
            if (*byte < 0x80)
                return tag;
        }
        return std::nullopt;
    }

    /** The whole stretch as an unsigned number, of at most eight bytes. */
    std::uint64_t number() const
    {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < m_size; ++i)
            value = value << 8 | m_data[i];
        return value;
    }

private:
    const unsigned char* m_data;
    std::size_t m_size;
};

}  // namespace sheen
