#include "video_writer.h"

#include <QFile>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

#include "klv_writer.h"
#include "libav.h"

namespace sheen::test {

namespace {

int check(int status, const char* what)
{
    if (status < 0)
        throw std::runtime_error(std::string(what) + ": " + libav::errorText(status).toStdString());
    return status;
}

constexpr int numberBits = 8;

/** Bit boxes lie side by side in the picture's middle. */
cv::Rect bitBox(int bit, cv::Size size)
{
    const int width = size.width / numberBits;
    return {bit * width, size.height / 4, width, size.height / 2};
}

}  // namespace

class VideoWriter::Private
{
public:
    AVFormatContext* format = nullptr;
    AVStream* stream = nullptr;
    AVStream* klvStream = nullptr;
    bool klvIsSynchronous = false;
    int klvCount = 0;
    libav::Owner<AVCodecContext> codec;
    libav::Owner<AVFrame> frame;
    libav::Owner<AVPacket> packet;
    libav::Owner<SwsContext> scaler;

    ~Private()
    {
        if (format)
            avio_closep(&format->pb);
        avformat_free_context(format);
    }

    void encode(const AVFrame* picture)
    {
        check(avcodec_send_frame(codec.get(), picture), "encode");
        while (avcodec_receive_packet(codec.get(), packet.get()) == 0) {
            av_packet_rescale_ts(packet.get(), codec->time_base, stream->time_base);
            packet->stream_index = stream->index;
            check(av_interleaved_write_frame(format, packet.get()), "write");
        }
    }
};

VideoWriter::VideoWriter(const QString& path, const VideoOptions& options) : d(std::make_unique<Private>())
{
    av_log_set_level(AV_LOG_QUIET);
    const QByteArray name = QFile::encodeName(path);
    check(avformat_alloc_output_context2(&d->format, nullptr, nullptr, name.constData()), "container");
    const AVCodec* encoder = avcodec_find_encoder_by_name(options.codec.toLatin1().constData());
    if (!encoder)
        throw std::runtime_error("no such encoder");
    d->codec.reset(avcodec_alloc_context3(encoder));
    d->codec->width = options.size.width;
    d->codec->height = options.size.height;
    d->codec->pix_fmt = options.codec == QLatin1String("mjpeg") ? AV_PIX_FMT_YUVJ420P : AV_PIX_FMT_YUV420P;
    const AVPixelFormat given = options.deepGrey ? AV_PIX_FMT_GRAY16LE : AV_PIX_FMT_BGR24;
    if (options.deepGrey)
        d->codec->pix_fmt = AV_PIX_FMT_GRAY16LE;
    if (!options.pixelFormat.isEmpty())
        d->codec->pix_fmt = av_get_pix_fmt(options.pixelFormat.toLatin1().constData());
    // Fine enough for any time a test asks for; MPEG-2 knows fixed rates only.
    const bool fixedRate = options.codec == QLatin1String("mpeg2video");
    d->codec->time_base = fixedRate ? av_inv_q(av_d2q(options.framesPerSecond, 60000)) : AVRational{1, 1000};
    d->codec->framerate = av_d2q(options.framesPerSecond, 60000);
    d->codec->gop_size = options.keyFrameDistance;
    d->codec->sample_aspect_ratio = {options.sampleAspect.width, options.sampleAspect.height};
    d->codec->bit_rate = options.bitsPerSecond;
    if (d->format->oformat->flags & AVFMT_GLOBALHEADER)
        d->codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    check(avcodec_open2(d->codec.get(), encoder, nullptr), "encoder");

    d->stream = avformat_new_stream(d->format, nullptr);
    check(avcodec_parameters_from_context(d->stream->codecpar, d->codec.get()), "stream");
    d->stream->time_base = d->codec->time_base;
    d->stream->avg_frame_rate = d->codec->framerate;
    d->stream->sample_aspect_ratio = d->codec->sample_aspect_ratio;
    if (options.clockwiseQuarterTurns != 0) {
        int32_t matrix[9];
        av_display_rotation_set(matrix, 90.0 * options.clockwiseQuarterTurns);
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
        AVPacketSideData* sideData = av_packet_side_data_new(&d->stream->codecpar->coded_side_data,
                                                             &d->stream->codecpar->nb_coded_side_data,
                                                             AV_PKT_DATA_DISPLAYMATRIX, sizeof matrix, 0);
        uint8_t* side = sideData ? sideData->data : nullptr;
#else
        uint8_t* side = av_stream_new_side_data(d->stream, AV_PKT_DATA_DISPLAYMATRIX, sizeof matrix);
#endif
        if (!side)
            throw std::bad_alloc();
        memcpy(side, matrix, sizeof matrix);
    }
    if (options.klv) {
        d->klvIsSynchronous = options.klvIsSynchronous;
        d->klvStream = avformat_new_stream(d->format, nullptr);
        d->klvStream->codecpar->codec_type = AVMEDIA_TYPE_DATA;
        d->klvStream->codecpar->codec_id = AV_CODEC_ID_SMPTE_KLV;
        // FF_PROFILE_KLVA_SYNC is 0, FF_PROFILE_KLVA_ASYNC 1; newer releases name them AV_PROFILE_…
        d->klvStream->codecpar->profile = options.klvIsSynchronous ? 0 : 1;
        d->klvStream->time_base = {1, 90000};
    }
    check(avio_open(&d->format->pb, name.constData(), AVIO_FLAG_WRITE), "file");
    check(avformat_write_header(d->format, nullptr), "header");

    d->frame.reset(av_frame_alloc());
    d->frame->width = options.size.width;
    d->frame->height = options.size.height;
    d->frame->format = d->codec->pix_fmt;
    check(av_frame_get_buffer(d->frame.get(), 0), "frame");
    d->packet.reset(av_packet_alloc());
    d->scaler.reset(sws_getContext(options.size.width, options.size.height, given, options.size.width,
                                   options.size.height, d->codec->pix_fmt, SWS_BILINEAR, nullptr, nullptr,
                                   nullptr));
}

VideoWriter::~VideoWriter() = default;

void VideoWriter::write(const cv::Mat& picture, double timeSeconds)
{
    check(av_frame_make_writable(d->frame.get()), "frame");
    const uint8_t* const planes[4] = {picture.data, nullptr, nullptr, nullptr};
    const int strides[4] = {static_cast<int>(picture.step), 0, 0, 0};
    sws_scale(d->scaler.get(), planes, strides, 0, picture.rows, d->frame->data, d->frame->linesize);
    d->frame->pts = std::llround(timeSeconds / av_q2d(d->codec->time_base));
    d->encode(d->frame.get());
}

void VideoWriter::writeKlv(const QByteArray& packet, double timeSeconds)
{
    const QByteArray content = d->klvIsSynchronous ? metadataCell(packet, d->klvCount++) : packet;
    libav::Owner<AVPacket> data(av_packet_alloc());
    check(av_new_packet(data.get(), static_cast<int>(content.size())), "packet");
    memcpy(data->data, content.constData(), static_cast<std::size_t>(content.size()));
    data->stream_index = d->klvStream->index;
    data->pts = data->dts = std::llround(timeSeconds / av_q2d(d->klvStream->time_base));
    check(av_interleaved_write_frame(d->format, data.get()), "write data");
}

void VideoWriter::finish()
{
    d->encode(nullptr);
    check(av_write_trailer(d->format), "trailer");
    avio_closep(&d->format->pb);
}

cv::Mat numberedPicture(int number, cv::Size size)
{
    cv::Mat picture(size, CV_8UC3, cv::Scalar(90, 70, 50));
    for (int bit = 0; bit < numberBits; ++bit)
        picture(bitBox(bit, size)).setTo((number >> bit & 1) ? cv::Scalar::all(235) : cv::Scalar::all(20));
    // A bright mark at the top left tells which way is up.
    picture(cv::Rect(0, 0, size.width / 4, size.height / 8)).setTo(cv::Scalar(40, 40, 220));
    return picture;
}

int numberOf(const cv::Mat& picture)
{
    if (picture.empty())
        return -1;
    int number = 0;
    for (int bit = 0; bit < numberBits; ++bit) {
        const cv::Rect box = bitBox(bit, picture.size());
        const cv::Rect inner(box.x + box.width / 4, box.y + box.height / 4, std::max(1, box.width / 2),
                             std::max(1, box.height / 2));
        const cv::Scalar mean = cv::mean(picture(inner));
        const double brightness = (mean[0] + mean[1] + mean[2]) / 3;
        if (brightness > 90 && brightness < 160)
            return -1;
        number |= brightness > 128 ? 1 << bit : 0;
    }
    return number;
}

void writeNumberedVideo(const QString& path, int count, const VideoOptions& options)
{
    VideoWriter writer(path, options);
    for (int i = 0; i < count; ++i)
        writer.write(numberedPicture(i, options.size), i / options.framesPerSecond);
    writer.finish();
}

}  // namespace sheen::test
