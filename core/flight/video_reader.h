#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "data/frame.h"
#include "libav.h"
#include "packet_timeline.h"
#include "picture_converter.h"

namespace sheen {

/**
 * One pass over a video file: decodes picture after picture, and converts only those asked for. Data packets
 * (KLV) are gathered on the way. Times here are seconds on the container's own clock, which goes on where
 * another recording was joined on (PacketTimeline).
 */
class VideoReader
{
public:
    /**
     * Throws Error(Unreadable). `decoderThreads` 0: few, for work that goes on beside the network.
     * `videoStream`: see Flight::open(). Of several programmes only the video's own KLV is handed out.
     */
    explicit VideoReader(const QString& path, int decoderThreads = 0, int videoStream = 0);

    /** Tells the parts of a file that was gone through before: needed to seek in one that has several. */
    void setParts(std::vector<RecordingPart> parts) { m_parts = std::move(parts); }

    /** Whether times in this kind of container may begin again in the middle of a file. */
    bool mayBeJoined() const;

    /** Goes through what is left of the file without decoding. Returns its parts. */
    std::vector<RecordingPart> findParts();

    /** Returns the parts found so far. */
    const std::vector<RecordingPart>& parts() const { return m_timeline.parts(); }

    /** Decodes the next picture; false at the end. What cannot be decoded is counted and passed over. */
    bool advance();

    /** The current picture's presentation time; nothing where the container does not tell. */
    std::optional<double> timeSeconds() const;

    /** Whether the decoder had to guess parts of the current picture. */
    bool isDamaged() const;

    /** The current picture; empty where it cannot be converted. */
    cv::Mat picture() { return convert(*m_current); }

    /** Tells whether the current picture has more than 8 bits. */
    bool isDeep() const;
    /** Whether its values from `black` to `white` are an ordinary recording of colour; see isUsualRange(). */
    bool isUsual(const GreyLevels& levels) const;
    /** Returns the current picture's grey values with all of their bits (CV_16UC1 or CV_32FC1); empty if it
     * has no more than 8, or shows colours. */
    cv::Mat deepGrey();
    void setGreyLevels(const std::optional<GreyLevels>& levels) { m_converter.setGreyLevels(levels); }

    /** The picture before the current one; empty where there is none. */
    cv::Mat pictureBefore();

    /**
     * The next packet of the video as it stands in the file, its times on the count of the whole recording;
     * nullptr at the end. For those who copy and do not decode: not together with advance().
     */
    const AVPacket* nextPacket() { return readPacket() ? m_packet.get() : nullptr; }
    const AVStream& stream() const { return *m_stream; }
    /** Whether the container says that the pictures are to be turned when they are shown. */
    bool isTurned() const
    {
        const int32_t* matrix = streamDisplayMatrix();
        return matrix && !(std::abs(av_display_rotation_get(matrix)) < 1);
    }

    /** How many packets could not be decoded since the last call. */
    int takeUndecodable();

    /** Data packets since the last call. */
    std::vector<DataPacket> takeData();

    /**
     * Goes to a key frame at or before this moment, as well as the container's index knows. The next
     * advance() starts there. False where the file cannot seek.
     */
    bool seekBefore(double seconds);

    /**
     * Whether seekBefore() is known to go back behind the present picture, or not beyond it. False where the
     * container has no index of all its key frames.
     */
    bool seekingGoesBack(double seconds) const;

    /** Pictures that no other one is built on may be left out up to this moment (minus infinity: none). */
    void hurryTo(double seconds) { m_hurryToSeconds = seconds; }

    double framesPerSecond() const;   //!< mean; 0 where not known
    double durationSeconds() const;   //!< 0 where not known
    int frameCount() const;           //!< estimated; 0 where not known
    double clockTickSeconds() const;  //!< resolution of presentation times
    bool hasKlv() const { return m_hasKlv; }
    int videoStream() const;           //!< number of the one that is read, from 1
    QStringList videoStreams() const;  //!< size and codec of each
    QString codecName() const;
    QDateTime recordedAt() const;
    const QString& path() const { return m_path; }

private:
    void feedDecoder();
    void takeDataPacket();
    bool readPacket();
    bool readNextPacket();
    void countOn(double decodingSeconds);
    bool seekInPart(double seconds);
    cv::Mat convert(const AVFrame& frame);
    const int32_t* streamDisplayMatrix() const;

    QString m_path;
    libav::Owner<AVFormatContext> m_format;
    libav::Owner<AVCodecContext> m_codec;
    libav::Owner<AVPacket> m_packet;
    libav::Owner<AVPacket> m_ahead;  //!< the one after it, where that was read to tell what it is
    libav::Owner<AVFrame> m_current;
    libav::Owner<AVFrame> m_before;
    AVStream* m_stream = nullptr;  //!< of m_format
    PictureConverter m_converter;
    PacketTimeline m_timeline;
    std::vector<RecordingPart> m_parts;  //!< of the whole file; empty where they are not known
    int64_t m_position = 0;              //!< in the file, of the last packet
    double m_offsetSeconds = 0;          //!< added to the container's times there
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
