// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport_stream.h"

#include <QFile>
#include <algorithm>
#include <cstring>
#include <new>

#include "base/error.h"
#include "transport_stream_text.h"

namespace sheen {

namespace {

/** FFmpeg's number for an asynchronous stream of KLV; its name differs between releases. */
constexpr int asynchronousKlv = 1;

AVStream* addStream(AVFormatContext* format)
{
    AVStream* stream = avformat_new_stream(format, nullptr);
    if (!stream)
        throw std::bad_alloc();
    stream->time_base = TransportStream::tick;
    return stream;
}

}  // namespace

TransportStream::TransportStream(const QString& path, const AVCodecParameters& video, AVRational frameRate)
    : m_path(path), m_piece(av_packet_alloc())
{
    const QByteArray url = "file:" + QFile::encodeName(path);
    if (!m_piece || avformat_alloc_output_context2(&m_format, nullptr, "mpegts", url.constData()) < 0)
        throw std::bad_alloc();
    try {
        m_video = addStream(m_format);
        if (avcodec_parameters_copy(m_video->codecpar, &video) < 0)
            throw std::bad_alloc();
        m_video->codecpar->codec_tag = 0;  // the container's that it comes from
        m_video->avg_frame_rate = frameRate;
        m_data = addStream(m_format);
        m_data->codecpar->codec_type = AVMEDIA_TYPE_DATA;
        m_data->codecpar->codec_id = AV_CODEC_ID_SMPTE_KLV;
        m_data->codecpar->profile = asynchronousKlv;
        // Times stay as they are given.
        m_format->avoid_negative_ts = 0;
        m_format->max_delay = static_cast<int>(earliestTicks * 1'000'000 / tick.den);
        int status = avio_open(&m_format->pb, url.constData(), AVIO_FLAG_WRITE);
        AVDictionary* options = nullptr;
        av_dict_set(&options, "mpegts_copyts", "1", 0);
        if (status >= 0)
            status = avformat_write_header(m_format, &options);
        av_dict_free(&options);
        if (status < 0)
            refuse(libav::errorText(status));
    } catch (...) {
        avio_closep(&m_format->pb);
        avformat_free_context(m_format);
        throw;
    }
}

TransportStream::~TransportStream()
{
    avio_closep(&m_format->pb);
    avformat_free_context(m_format);
}

void TransportStream::refuse(const QString& why) const
{
    throw Error(TransportStreamText::tr(
                    "\"%1\" could not be written (%2). Make room on the disk or choose another folder; "
                    "earlier files are kept.")
                    .arg(m_path, why));
}

void TransportStream::writePicture(AVPacket& packet)
{
    if (packet.dts == AV_NOPTS_VALUE)
        packet.dts = packet.pts;
    if (m_lastPictureTicks != AV_NOPTS_VALUE && packet.dts <= m_lastPictureTicks)
        packet.dts = m_lastPictureTicks + 1;
    if (packet.pts != AV_NOPTS_VALUE)
        packet.pts = std::max(packet.pts, packet.dts);
    m_lastPictureTicks = packet.dts;
    packet.stream_index = m_video->index;
    packet.pos = -1;
    write(packet);
}

void TransportStream::writeData(const QByteArray& bytes, std::int64_t ticks)
{
    if (av_new_packet(m_piece.get(), static_cast<int>(bytes.size())) < 0)
        throw std::bad_alloc();
    std::memcpy(m_piece->data, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (m_lastDataTicks != AV_NOPTS_VALUE)
        ticks = std::max(ticks, m_lastDataTicks + 1);
    m_lastDataTicks = ticks;
    m_piece->pts = m_piece->dts = ticks;
    m_piece->stream_index = m_data->index;
    write(*m_piece);
}

void TransportStream::write(AVPacket& packet)
{
    av_packet_rescale_ts(&packet, tick, m_format->streams[packet.stream_index]->time_base);
    int status = av_write_frame(m_format, &packet);
    av_packet_unref(&packet);
    if (status >= 0)
        status = m_format->pb->error;
    if (status < 0)
        refuse(libav::errorText(status));
}

void TransportStream::finish()
{
    int status = av_write_trailer(m_format);
    avio_flush(m_format->pb);
    if (status >= 0)
        status = m_format->pb->error;
    const int closed = avio_closep(&m_format->pb);
    if (status < 0 || closed < 0)
        refuse(libav::errorText(status < 0 ? status : closed));
}

}  // namespace sheen
