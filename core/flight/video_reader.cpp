#include "video_reader.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

#include "data/flight_time.h"
#include "deep_grey.h"
#include "recording_clock.h"
#include "video_container.h"

namespace sheen {

namespace {

constexpr int mostReadFailures = 100;   //!< in a row, before a file counts as ended
constexpr int mostDrainFailures = 100;  //!< likewise for the decoder's last pictures

/** The universal key of MISB ST 0601, as far as it tells KLV from anything else. */
constexpr char klvKeyStart[] = {'\x06', '\x0e', '\x2b', '\x34'};

bool isKlvStream(const AVCodecParameters* parameters)
{
    return parameters->codec_id == AV_CODEC_ID_SMPTE_KLV ||
           parameters->codec_tag == MKTAG('K', 'L', 'V', 'A');
}

/** A private stream that does not say what it carries: judged by its packets. */
bool mayBeKlvStream(const AVCodecParameters* parameters)
{
    const bool isData =
        parameters->codec_type == AVMEDIA_TYPE_DATA || parameters->codec_type == AVMEDIA_TYPE_UNKNOWN;
    return isData &&
           (parameters->codec_id == AV_CODEC_ID_NONE || parameters->codec_id == AV_CODEC_ID_BIN_DATA);
}

}  // namespace

VideoReader::VideoReader(const QString& path, int decoderThreads, int videoStream)
    : m_path(path),
      m_format(openContainer(path)),
      m_packet(av_packet_alloc()),
      m_ahead(av_packet_alloc()),
      m_current(av_frame_alloc()),
      m_before(av_frame_alloc()),
      m_timeline(assumedPeriodSeconds),
      m_hurryToSeconds(-std::numeric_limits<double>::infinity())
{
    if (!m_packet || !m_ahead || !m_current || !m_before)
        throw std::bad_alloc();
    m_stream = findVideo(m_format.get(), path, videoStream);
    m_codec = openDecoder(m_stream, path, decoderThreads);
    if (const double rate = framesPerSecond(); rate > 0)
        m_timeline = PacketTimeline(1 / rate);
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        AVStream* stream = m_format->streams[i];
        const bool ours = belongsTo(m_format.get(), m_stream, stream);
        const bool klv = ours && isKlvStream(stream->codecpar);
        m_hasKlv = m_hasKlv || klv;
        if (stream != m_stream && !klv && !(ours && mayBeKlvStream(stream->codecpar)))
            stream->discard = AVDISCARD_ALL;
    }
}

bool VideoReader::advance()
{
    std::swap(m_current, m_before);
    int drainFailures = 0;
    while (true) {
        const int status = avcodec_receive_frame(m_codec.get(), m_current.get());
        if (status == 0) {
            m_decodedAny = true;
            return true;
        }
        if (status == AVERROR_EOF || (status == AVERROR(EAGAIN) && m_draining))
            break;
        if (status != AVERROR(EAGAIN)) {
            ++m_undecodable;
            if (m_draining && ++drainFailures > mostDrainFailures)
                break;
        }
        if (!m_draining)
            feedDecoder();
    }
    std::swap(m_current, m_before);  // the last picture stays the current one
    return false;
}

void VideoReader::feedDecoder()
{
    if (!m_packetWaits) {
        if (!readPacket()) {
            m_draining = true;
            avcodec_send_packet(m_codec.get(), nullptr);
            return;
        }
        m_packetWaits = true;
    }
    const bool hasTime = m_packet->pts != AV_NOPTS_VALUE;
    const bool hurry = hasTime && m_packet->pts * av_q2d(m_stream->time_base) < m_hurryToSeconds;
    m_codec->skip_frame = hurry ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
    const int status = avcodec_send_packet(m_codec.get(), m_packet.get());
    if (status == AVERROR(EAGAIN) && m_packetWaits)
        return;
    m_packetWaits = false;
    // A recording that was cut out of a longer one starts with pictures that lack what they are built on.
    if (status < 0 && m_decodedAny)
        ++m_undecodable;
}

/**
 * The next packet of the video, into m_packet; false at the end. Where its times ran back the one after it is
 * read, too, so that the first picture of a recording that was joined on is known as such.
 */
bool VideoReader::readPacket()
{
    av_packet_unref(m_packet.get());
    if (m_ahead->size > 0) {
        av_packet_move_ref(m_packet.get(), m_ahead.get());
        return true;
    }
    if (!readNextPacket())
        return false;
    if (m_timeline.isUndecided()) {
        libav::Owner<AVPacket> held(av_packet_alloc());
        if (!held)
            throw std::bad_alloc();
        av_packet_move_ref(held.get(), m_packet.get());
        if (readNextPacket())
            av_packet_move_ref(m_ahead.get(), m_packet.get());
        av_packet_unref(m_packet.get());
        av_packet_move_ref(m_packet.get(), held.get());
    }
    return true;
}

bool VideoReader::readNextPacket()
{
    int failures = 0;
    while (failures < mostReadFailures) {
        av_packet_unref(m_packet.get());
        const int status = av_read_frame(m_format.get(), m_packet.get());
        if (status == AVERROR_EOF)
            return false;
        if (status < 0) {
            ++failures;
            continue;
        }
        failures = 0;
        if (m_packet->stream_index != m_stream->index) {
            takeDataPacket();
            continue;
        }
        const int64_t stamp = m_packet->dts != AV_NOPTS_VALUE ? m_packet->dts : m_packet->pts;
        if (stamp != AV_NOPTS_VALUE)
            countOn(stamp * av_q2d(m_stream->time_base));
        if (m_packet->size == 0)  // to the decoder it would mean the end
            continue;
        if (m_awaitsKey && !(m_packet->flags & AV_PKT_FLAG_KEY))
            continue;
        m_awaitsKey = false;
        return true;
    }
    return false;
}

/** Moves the packet's times to the count of the whole recording. */
void VideoReader::countOn(double decodingSeconds)
{
    if (m_packet->pos >= 0)
        m_position = m_packet->pos;
    if (m_parts.empty()) {
        const double ahead = m_packet->pts != AV_NOPTS_VALUE && m_packet->dts != AV_NOPTS_VALUE
                                 ? static_cast<double>(m_packet->pts - m_packet->dts)
                                 : 0;
        m_offsetSeconds = m_timeline.add(decodingSeconds,
                                         decodingSeconds + ahead * av_q2d(m_stream->time_base), m_position);
    } else {
        m_offsetSeconds = PacketTimeline::partAt(m_parts, m_position)->offsetSeconds;
    }
    m_demuxedSeconds = decodingSeconds + m_offsetSeconds;
    const auto ticks = static_cast<int64_t>(std::llround(m_offsetSeconds / av_q2d(m_stream->time_base)));
    if (m_packet->pts != AV_NOPTS_VALUE)
        m_packet->pts += ticks;
    if (m_packet->dts != AV_NOPTS_VALUE)
        m_packet->dts += ticks;
}

bool VideoReader::mayBeJoined() const
{
    return (m_format->iformat->flags & AVFMT_TS_DISCONT) != 0;
}

std::vector<RecordingPart> VideoReader::findParts()
{
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        if (m_format->streams[i] != m_stream)
            m_format->streams[i]->discard = AVDISCARD_ALL;
    }
    while (readPacket()) {
    }
    return m_timeline.parts();
}

void VideoReader::takeDataPacket()
{
    const AVStream* stream = m_format->streams[m_packet->stream_index];
    const QByteArray bytes(reinterpret_cast<const char*>(m_packet->data), m_packet->size);
    if (!isKlvStream(stream->codecpar)) {
        const QByteArray key = QByteArray::fromRawData(klvKeyStart, sizeof klvKeyStart);
        if (!mayBeKlvStream(stream->codecpar) || bytes.left(64).indexOf(key) < 0)
            return;
        m_hasKlv = true;
    }
    DataPacket packet;
    // Asynchronous streams give no time: theirs is that of the pictures they stand among.
    packet.hasOwnTime = m_packet->pts != AV_NOPTS_VALUE;
    packet.timeSeconds =
        packet.hasOwnTime ? m_packet->pts * av_q2d(stream->time_base) + m_offsetSeconds : m_demuxedSeconds;
    packet.bytes = bytes;
    packet.stream = m_packet->stream_index;
    m_data.push_back(packet);
}

std::optional<double> VideoReader::timeSeconds() const
{
    const int64_t pts = m_current->best_effort_timestamp;
    if (pts == AV_NOPTS_VALUE)
        return std::nullopt;
    return pts * av_q2d(m_stream->time_base);
}

bool VideoReader::isDamaged() const
{
    return m_current->decode_error_flags != 0 || (m_current->flags & AV_FRAME_FLAG_CORRUPT) != 0;
}

cv::Mat VideoReader::pictureBefore()
{
    return m_before->data[0] ? convert(*m_before) : cv::Mat();
}

bool VideoReader::isDeep() const
{
    return m_current->data[0] && isDeepFormat(*m_current);
}

bool VideoReader::isUsual(const GreyLevels& levels) const
{
    return !isDeepGreyFormat(*m_current) && isUsualRange(*m_current, levels.black, levels.white);
}

cv::Mat VideoReader::deepGrey()
{
    return isDeep() && isNeutral(*m_current) ? greyValues(*m_current) : cv::Mat();
}

cv::Mat VideoReader::convert(const AVFrame& frame)
{
    if (!frame.data[0] || frame.width <= 0 || frame.height <= 0)
        return {};
    const AVRational aspect =
        av_guess_sample_aspect_ratio(m_format.get(), m_stream, const_cast<AVFrame*>(&frame));
    const AVFrameSideData* own = av_frame_get_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX);
    const int32_t* matrix = own && own->size >= 9 * sizeof(int32_t)
                                ? reinterpret_cast<const int32_t*>(own->data)
                                : streamDisplayMatrix();
    return m_converter.convert(frame, aspect, matrix);
}

const int32_t* VideoReader::streamDisplayMatrix() const
{
    const uint8_t* data = nullptr;
    size_t size = 0;
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    const AVCodecParameters* parameters = m_stream->codecpar;
    const AVPacketSideData* sideData = av_packet_side_data_get(
        parameters->coded_side_data, parameters->nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    if (sideData) {
        data = sideData->data;
        size = sideData->size;
    }
#else
    data = av_stream_get_side_data(m_stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
#endif
    return data && size >= 9 * sizeof(int32_t) ? reinterpret_cast<const int32_t*>(data) : nullptr;
}

int VideoReader::takeUndecodable()
{
    return std::exchange(m_undecodable, 0);
}

std::vector<DataPacket> VideoReader::takeData()
{
    return std::exchange(m_data, {});
}

/**
 * The container's times do not tell one part from another, places in the file do: the moment lies about as
 * far into the part's bytes as into its time.
 */
bool VideoReader::seekInPart(double seconds)
{
    constexpr double aheadShare = 0.02;  // of the part: bytes are not spread evenly over time
    const auto after =
        std::upper_bound(m_parts.begin(), m_parts.end(), seconds,
                         [](double time, const RecordingPart& part) { return time < part.beginSeconds; });
    const RecordingPart& part = after == m_parts.begin() ? *after : *std::prev(after);
    const int64_t endPosition = after == m_parts.end() ? avio_size(m_format->pb) : after->position;
    const double length = part.endSeconds - part.beginSeconds;
    const double share = length > 0 ? (seconds - part.beginSeconds) / length - aheadShare : 0;
    const int64_t position =
        part.position +
        static_cast<int64_t>(std::clamp(share, 0.0, 1.0) * static_cast<double>(endPosition - part.position));
    return av_seek_frame(m_format.get(), m_stream->index, position, AVSEEK_FLAG_BYTE) >= 0;
}

bool VideoReader::seekBefore(double seconds)
{
    const auto target = static_cast<int64_t>(std::floor(seconds / av_q2d(m_stream->time_base)));
    const bool found = m_parts.size() > 1 ? seekInPart(seconds)
                                          : av_seek_frame(m_format.get(), m_stream->index, target,
                                                          AVSEEK_FLAG_BACKWARD) >= 0;
    if (!found)
        return false;
    avcodec_flush_buffers(m_codec.get());
    av_packet_unref(m_packet.get());
    av_packet_unref(m_ahead.get());
    av_frame_unref(m_current.get());
    av_frame_unref(m_before.get());
    m_data.clear();
    m_packetWaits = false;
    m_draining = false;
    m_awaitsKey = true;
    m_undecodable = 0;
    return true;
}

double VideoReader::framesPerSecond() const
{
    AVRational rate = m_stream->avg_frame_rate;
    if (rate.num <= 0 || rate.den <= 0)
        rate = av_guess_frame_rate(m_format.get(), m_stream, nullptr);
    return rate.num > 0 && rate.den > 0 ? av_q2d(rate) : 0;
}

double VideoReader::durationSeconds() const
{
    if (m_stream->duration != AV_NOPTS_VALUE && m_stream->duration > 0)
        return m_stream->duration * av_q2d(m_stream->time_base);
    if (m_format->duration != AV_NOPTS_VALUE && m_format->duration > 0)
        return static_cast<double>(m_format->duration) / AV_TIME_BASE;
    return 0;
}

int VideoReader::frameCount() const
{
    const double counted = m_stream->nb_frames > 0 ? static_cast<double>(m_stream->nb_frames)
                                                   : durationSeconds() * framesPerSecond();
    return counted < 1e9 ? static_cast<int>(std::lround(counted)) : 0;
}

double VideoReader::clockTickSeconds() const
{
    return av_q2d(m_stream->time_base);
}

int VideoReader::videoStream() const
{
    const std::vector<AVStream*> videos = videosIn(m_format.get());
    return static_cast<int>(std::find(videos.begin(), videos.end(), m_stream) - videos.begin()) + 1;
}

QStringList VideoReader::videoStreams() const
{
    QStringList texts;
    for (const AVStream* stream : videosIn(m_format.get()))
        texts << QStringLiteral("%1 x %2, %3")
                     .arg(stream->codecpar->width)
                     .arg(stream->codecpar->height)
                     .arg(QString::fromLatin1(avcodec_get_name(stream->codecpar->codec_id)));
    return texts;
}

QString VideoReader::codecName() const
{
    return QString::fromLatin1(avcodec_get_name(m_stream->codecpar->codec_id));
}

QDateTime VideoReader::recordedAt() const
{
    const AVDictionaryEntry* entry = av_dict_get(m_format->metadata, "creation_time", nullptr, 0);
    if (!entry)
        entry = av_dict_get(m_stream->metadata, "creation_time", nullptr, 0);
    const QDateTime time =
        entry ? QDateTime::fromString(QString::fromUtf8(entry->value), Qt::ISODateWithMs).toUTC()
              : QDateTime();
    return canBeFlightTime(time) ? time : QDateTime();
}

}  // namespace sheen
