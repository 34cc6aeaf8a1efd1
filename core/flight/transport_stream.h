// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>

#include "libav.h"

namespace sheen {

/** An MPEG transport stream with one video and one stream of KLV, while it is written. Times: 1/90000 s. */
class TransportStream
{
public:
    static constexpr AVRational tick{1, 90000};
    /** The clock of a transport stream runs this much ahead of what is decoded: no picture may be earlier. */
    static constexpr std::int64_t earliestTicks = 63000;

    /** `video`: as its packets are coded. Throws Error where the file cannot be made. */
    TransportStream(const QString& path, const AVCodecParameters& video, AVRational frameRate);
    ~TransportStream();
    TransportStream(const TransportStream&) = delete;
    TransportStream& operator=(const TransportStream&) = delete;

    /** Writes a packet of the video, its times in ticks; takes what it holds. Decoding times must rise: one
     * that does not is moved behind the one before. Throws Error where the disk is full. */
    void writePicture(AVPacket& packet);
    /** Likewise a piece of KLV, shown at that time. */
    void writeData(const QByteArray& bytes, std::int64_t ticks);
    /** Writes the end. */
    void finish();

private:
    void write(AVPacket& packet);
    [[noreturn]] void refuse(const QString& why) const;

    QString m_path;
    AVFormatContext* m_format = nullptr;
    AVStream* m_video = nullptr;
    AVStream* m_data = nullptr;
    libav::Owner<AVPacket> m_piece;
    std::int64_t m_lastPictureTicks = AV_NOPTS_VALUE;
    std::int64_t m_lastDataTicks = AV_NOPTS_VALUE;
};

}  // namespace sheen
