#pragma once

#include <QDateTime>
#include <QString>
#include <limits>
#include <optional>
#include <vector>

#include "data/frame.h"
#include "libav.h"
#include "picture_converter.h"

namespace sheen {

/**
 * One pass over a video file: decodes picture after picture, and converts only those asked for. Data packets
 * (KLV) are gathered on the way. Times here are seconds on the container's own clock.
 */
class VideoReader
{
public:
    /** Throws Error(Unreadable). `decoderThreads` 0: few, for work that goes on beside the network. */
    explicit VideoReader(const QString& path, int decoderThreads = 0);

    /** Decodes the next picture; false at the end. What cannot be decoded is counted and passed over. */
    bool advance();

    /** The current picture's presentation time; nothing where the container does not tell. */
    std::optional<double> timeSeconds() const;

    /** Whether the decoder had to guess parts of the current picture. */
    bool isDamaged() const;

    /** The current picture; empty where it cannot be converted. */
    cv::Mat picture() { return convert(*m_current); }

    /** The picture before the current one; empty where there is none. */
    cv::Mat pictureBefore();

    /** How many packets could not be decoded since the last call. */
    int takeUndecodable();

    /** Data packets since the last call. */
    std::vector<DataPacket> takeData();

    /**
     * Goes to a key frame at or before this moment, as well as the container's index knows. The next
     * advance() starts there. False where the file cannot seek.
     */
    bool seekBefore(double seconds);

    /** Pictures that no other one is built on may be left out up to this moment (minus infinity: none). */
    void hurryTo(double seconds) { m_hurryToSeconds = seconds; }

    double framesPerSecond() const;   //!< mean; 0 where not known
    double durationSeconds() const;   //!< 0 where not known
    int frameCount() const;           //!< estimated; 0 where not known
    double clockTickSeconds() const;  //!< resolution of presentation times
    bool hasKlv() const { return m_hasKlv; }
    QString codecName() const;
    QDateTime recordedAt() const;
    const QString& path() const { return m_path; }

private:
    void feedDecoder();
    void takeDataPacket();
    bool readPacket();
    cv::Mat convert(const AVFrame& frame);
    const int32_t* streamDisplayMatrix() const;

    QString m_path;
    libav::Owner<AVFormatContext> m_format;
    libav::Owner<AVCodecContext> m_codec;
    libav::Owner<AVPacket> m_packet;
    libav::Owner<AVFrame> m_current;
    libav::Owner<AVFrame> m_before;
    AVStream* m_stream = nullptr;  //!< of m_format
    PictureConverter m_converter;
    std::vector<DataPacket> m_data;
    double m_hurryToSeconds;
    double m_demuxedSeconds = std::numeric_limits<double>::quiet_NaN();  //!< decoding time of the last packet
    bool m_hasKlv = false;
    bool m_decodedAny = false;
    bool m_packetWaits = false;  //!< m_packet was read, but the decoder would not take it yet
    bool m_draining = false;
    bool m_awaitsKey = false;
    int m_undecodable = 0;
};

}  // namespace sheen
