// SPDX-License-Identifier: GPL-3.0-or-later
#include "flight/stream_copy.h"

extern "C" {
#include <libavcodec/bsf.h>
}

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <new>
#include <optional>

#include "base/error.h"
#include "transport_stream.h"
#include "transport_stream_text.h"
#include "video_reader.h"

namespace sheen {

namespace {

[[noreturn]] void refuseCopy(const QString& sentence)
{
    throw Error(sentence, ErrorKind::Unreadable);
}

bool fitsTransportStream(AVCodecID codec)
{
    return codec == AV_CODEC_ID_H264 || codec == AV_CODEC_ID_HEVC || codec == AV_CODEC_ID_MPEG2VIDEO ||
           codec == AV_CODEC_ID_MPEG1VIDEO;
}

void requireThatItFits(const VideoReader& reader)
{
    const AVCodecID codec = reader.stream().codecpar->codec_id;
    if (!fitsTransportStream(codec))
        refuseCopy(TransportStreamText::tr(
                       "There is no recording with KLV: the pictures of \"%1\" are coded as %2, which no "
                       "transport stream holds, and Sheen does not code them anew. Convert the recording to "
                       "H.264, run that, and write it again.")
                       .arg(reader.path(), QString::fromLatin1(avcodec_get_name(codec))));
    if (reader.isTurned())
        refuseCopy(TransportStreamText::tr(
                       "There is no recording with KLV: the pictures of \"%1\" are turned when they are "
                       "shown, which a transport stream cannot say. Convert the recording to one with "
                       "upright pictures, run that, and write it again.")
                       .arg(reader.path()));
}

/** Brings packets into the form of a transport stream: start codes, parameter sets before key frames. */
class PacketForm
{
public:
    explicit PacketForm(const AVStream& stream)
    {
        const AVCodecID codec = stream.codecpar->codec_id;
        const char* filter = codec == AV_CODEC_ID_H264   ? "h264_mp4toannexb"
                             : codec == AV_CODEC_ID_HEVC ? "hevc_mp4toannexb"
                                                         : "null";
        AVBSFContext* context = nullptr;
        if (av_bsf_alloc(av_bsf_get_by_name(filter), &context) < 0)
            throw std::bad_alloc();
        m_context.reset(context);
        int status = avcodec_parameters_copy(context->par_in, stream.codecpar);
        context->time_base_in = stream.time_base;
        if (status >= 0)
            status = av_bsf_init(context);
        if (status < 0)
            refuseCopy(TransportStreamText::tr(
                           "There is no recording with KLV: how its pictures are coded is damaged (%1). Copy "
                           "the recording again.")
                           .arg(libav::errorText(status)));
    }

    const AVCodecParameters& parameters() const { return *m_context->par_out; }

    /** Takes a packet, nullptr at the end; what the filter cannot read is left out. */
    void send(AVPacket* packet)
    {
        if (av_bsf_send_packet(m_context.get(), packet) < 0 && packet)
            av_packet_unref(packet);
    }
    bool receive(AVPacket& packet) { return av_bsf_receive_packet(m_context.get(), &packet) >= 0; }

private:
    struct Release
    {
        void operator()(AVBSFContext* context) const { av_bsf_free(&context); }
    };
    std::unique_ptr<AVBSFContext, Release> m_context;
};

/** One call of copyAsTransportStream. */
class StreamCopy
{
public:
    StreamCopy(const Flight& flight, const std::vector<StreamData>& data, const QString& path,
               const std::function<void(double)>& listener, const Cancel* cancel)
        : m_files(flight.videoFiles()),
          m_durationSeconds(flight.info().durationSeconds),
          m_data(data),
          m_path(path),
          m_listener(listener),
          m_cancel(cancel),
          m_taken(av_packet_alloc()),
          m_formed(av_packet_alloc())
    {
        if (!m_taken || !m_formed)
            throw std::bad_alloc();
        if (m_files.empty())
            refuseCopy(TransportStreamText::tr(
                           "There is no recording with KLV: \"%1\" is a folder of pictures, not a video. Its "
                           "telemetry is in telemetry.csv and the workspace.")
                           .arg(flight.info().path));
    }

    bool copy()
    {
        for (const VideoFile& file : m_files) {
            if (!copyFile(file))
                return false;
        }
        if (!m_out)
            refuseCopy(TransportStreamText::tr(
                           "There is no recording with KLV: \"%1\" does not tell when its pictures are "
                           "shown. Convert it to MP4, run that, and write it again.")
                           .arg(m_files.front().path));
        writeDataUpTo(std::numeric_limits<std::int64_t>::max());
        m_out->finish();
        return true;
    }

private:
    bool copyFile(const VideoFile& file)
    {
        VideoReader reader(file.path, 0, file.videoStream);
        requireThatItFits(reader);
        PacketForm form(reader.stream());
        m_fileTicks = ticksOf(file.beginSeconds - file.firstPictureSeconds + firstSeconds());
        while (const AVPacket* packet = reader.nextPacket()) {
            if (m_cancel && m_cancel->requested())
                return false;
            if (av_packet_ref(m_taken.get(), packet) < 0)
                throw std::bad_alloc();
            form.send(m_taken.get());
            writeFormed(reader, form);
        }
        form.send(nullptr);
        writeFormed(reader, form);
        return true;
    }

    void writeFormed(const VideoReader& reader, PacketForm& form)
    {
        while (form.receive(*m_formed)) {
            av_packet_rescale_ts(m_formed.get(), reader.stream().time_base, TransportStream::tick);
            const std::int64_t begin = m_formed->dts != AV_NOPTS_VALUE ? m_formed->dts : m_formed->pts;
            if (!m_out && (begin == AV_NOPTS_VALUE || m_formed->pts == AV_NOPTS_VALUE)) {
                av_packet_unref(m_formed.get());  // nobody knows when it is shown
                continue;
            }
            if (!m_out)
                open(reader, form, begin + m_fileTicks);
            for (std::int64_t* ticks : {&m_formed->pts, &m_formed->dts}) {
                if (*ticks != AV_NOPTS_VALUE)
                    *ticks += m_fileTicks + m_shiftTicks;
            }
            const std::int64_t now = m_formed->dts != AV_NOPTS_VALUE ? m_formed->dts : m_formed->pts;
            if (now != AV_NOPTS_VALUE) {
                writeDataUpTo(now);
                tell(now);
            }
            m_out->writePicture(*m_formed);
        }
    }

    void open(const VideoReader& reader, const PacketForm& form, std::int64_t firstTicks)
    {
        m_shiftTicks = std::max<std::int64_t>(0, TransportStream::earliestTicks - firstTicks);
        m_out.emplace(m_path, form.parameters(), reader.stream().avg_frame_rate);
    }

    void writeDataUpTo(std::int64_t ticks)
    {
        for (; m_next < m_data.size(); ++m_next) {
            const std::int64_t at = ticksOf(m_data[m_next].timeSeconds + firstSeconds()) + m_shiftTicks;
            if (at > ticks)
                return;
            m_out->writeData(m_data[m_next].bytes, at);
        }
    }

    void tell(std::int64_t ticks) const
    {
        if (!m_listener || m_durationSeconds <= 0)
            return;
        const double seconds = static_cast<double>(ticks - m_shiftTicks) * av_q2d(TransportStream::tick);
        m_listener(std::clamp((seconds - firstSeconds()) / m_durationSeconds, 0.0, 1.0));
    }

    double firstSeconds() const { return m_files.front().firstPictureSeconds; }

    static std::int64_t ticksOf(double seconds)
    {
        return std::llround(seconds / av_q2d(TransportStream::tick));
    }

    const std::vector<VideoFile> m_files;
    const double m_durationSeconds;
    const std::vector<StreamData>& m_data;
    const QString m_path;
    const std::function<void(double)>& m_listener;
    const Cancel* m_cancel;
    libav::Owner<AVPacket> m_taken;
    libav::Owner<AVPacket> m_formed;
    std::optional<TransportStream> m_out;
    std::size_t m_next = 0;         //!< of the data
    std::int64_t m_fileTicks = 0;   //!< added to the times of the file under way
    std::int64_t m_shiftTicks = 0;  //!< added to all times
};

}  // namespace

bool copyAsTransportStream(const Flight& flight, const std::vector<StreamData>& data, const QString& path,
                           const std::function<void(double)>& listener, const Cancel* cancel)
{
    return StreamCopy(flight, data, path, listener, cancel).copy();
}

}  // namespace sheen
