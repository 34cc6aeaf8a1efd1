#include "video_container.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <mutex>
#include <new>
#include <thread>

#include "base/error.h"

namespace sheen {

namespace {

struct VideoContainerText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::VideoContainer)
};

[[noreturn]] void refuseContainer(const QString& sentence)
{
    throw Error(sentence, ErrorKind::Unreadable);
}

/** An MP4 or MOV file whose index (the moov box) is missing: interrupted while it was written or copied. */
bool isMp4WithoutIndex(QFile& file)
{
    bool isMp4 = false;
    qint64 position = 0;
    for (int box = 0; box < 1000 && file.seek(position); ++box) {
        const QByteArray header = file.read(16);
        if (header.size() < 8)
            break;
        const auto number = [&header](int from, int count) {
            quint64 value = 0;
            for (int i = from; i < from + count; ++i)
                value = value << 8 | static_cast<unsigned char>(header[i]);
            return value;
        };
        const QByteArray type = header.mid(4, 4);
        if (type == "moov")
            // Only a moov that is there to its end is of use.
            return position + static_cast<qint64>(number(0, 4)) > file.size();
        if (box == 0 && type != "ftyp" && type != "mdat" && type != "wide" && type != "free")
            return false;
        isMp4 = true;
        quint64 size = number(0, 4);
        if (size == 1 && header.size() == 16)
            size = number(8, 8);
        if (size < 8 || size > static_cast<quint64>(file.size() - position))
            break;
        position += static_cast<qint64>(size);
    }
    return isMp4;
}

void checkFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        refuseContainer(
            VideoContainerText::tr("The video \"%1\" cannot be opened: %2. Check that you may read it.")
                .arg(path, file.errorString()));
    if (file.size() == 0)
        refuseContainer(
            VideoContainerText::tr("The video \"%1\" is empty (0 bytes). Copy the recording again.")
                .arg(path));
}

[[noreturn]] void refuseUnopened(const QString& path, int error)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && isMp4WithoutIndex(file))
        refuseContainer(
            VideoContainerText::tr(
                "The video \"%1\" is cut short: the index that is written at its end is missing, so "
                "none of it can be played. Copy the recording again, or mend it with a repair tool.")
                .arg(path));
    if (error == AVERROR_INVALIDDATA || error == AVERROR_EOF || error == AVERROR_DEMUXER_NOT_FOUND)
        refuseContainer(
            VideoContainerText::tr(
                "\"%1\" is no video that can be read. Choose a video file (mp4, ts, mpg, mkv, avi, "
                "mov) or a folder of pictures.")
                .arg(path));
    refuseContainer(
        VideoContainerText::tr("The video \"%1\" cannot be read: %2.").arg(path, libav::errorText(error)));
}

/** Text files pass for "text mode art" with FFmpeg. */
bool isTextArt(AVCodecID codec)
{
    return codec == AV_CODEC_ID_ANSI || codec == AV_CODEC_ID_XBIN || codec == AV_CODEC_ID_BINTEXT ||
           codec == AV_CODEC_ID_IDF;
}

}  // namespace

libav::Owner<AVFormatContext> openContainer(const QString& path)
{
    // FFmpeg's own messages would break into the progress line; what matters is said by issues and errors.
    static std::once_flag quiet;
    std::call_once(quiet, [] { av_log_set_level(AV_LOG_QUIET); });

    checkFile(path);
    // Playlists in disguise must not fetch anything from elsewhere.
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    AVFormatContext* context = nullptr;
    const QByteArray url = "file:" + QFile::encodeName(path);
    int status = avformat_open_input(&context, url.constData(), nullptr, &options);
    av_dict_free(&options);
    libav::Owner<AVFormatContext> format(context);
    if (status >= 0)
        status = avformat_find_stream_info(format.get(), nullptr);
    if (status < 0)
        refuseUnopened(path, status);
    return format;
}

std::vector<AVStream*> videosIn(const AVFormatContext* format)
{
    std::vector<AVStream*> videos;
    for (unsigned i = 0; i < format->nb_streams; ++i) {
        AVStream* stream = format->streams[i];
        constexpr int noFlight = AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS;
        if (stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO && !(stream->disposition & noFlight) &&
            !isTextArt(stream->codecpar->codec_id))
            videos.push_back(stream);
    }
    return videos;
}

AVStream* findVideo(AVFormatContext* format, const QString& path, int number)
{
    const std::vector<AVStream*> videos = videosIn(format);
    if (videos.empty())
        refuseContainer(VideoContainerText::tr(
                            "\"%1\" holds no video. Choose a video file (mp4, ts, mpg, mkv, avi, mov) or a "
                            "folder of pictures.")
                            .arg(path));
    if (number < 0 || number > static_cast<int>(videos.size()))
        refuseContainer(VideoContainerText::tr("\"%1\" holds no video number %2; it holds %3.")
                            .arg(path)
                            .arg(number)
                            .arg(videos.size()));
    if (number > 0)
        return videos[static_cast<std::size_t>(number) - 1];
    const int best = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    const auto found = std::find_if(videos.begin(), videos.end(),
                                    [best](const AVStream* stream) { return stream->index == best; });
    return found != videos.end() ? *found : videos.front();
}

bool belongsTo(AVFormatContext* format, const AVStream* video, const AVStream* stream)
{
    const AVProgram* programme = av_find_program_from_stream(format, nullptr, video->index);
    if (!programme || format->nb_programs < 2)
        return true;
    const unsigned* begin = programme->stream_index;
    const unsigned* end = begin + programme->nb_stream_indexes;
    return std::find(begin, end, static_cast<unsigned>(stream->index)) != end;
}

libav::Owner<AVCodecContext> openDecoder(const AVStream* stream, const QString& path, int threads)
{
    const AVCodecParameters* parameters = stream->codecpar;
    const AVCodec* decoder = avcodec_find_decoder(parameters->codec_id);
    if (!decoder)
        refuseContainer(VideoContainerText::tr(
                            "The video \"%1\" is coded as %2, which this FFmpeg cannot decode. Convert it to "
                            "H.264 and open that.")
                            .arg(path, QString::fromLatin1(avcodec_get_name(parameters->codec_id))));
    libav::Owner<AVCodecContext> codec(avcodec_alloc_context3(decoder));
    if (!codec)
        throw std::bad_alloc();
    int status = avcodec_parameters_to_context(codec.get(), parameters);
    codec->pkt_timebase = stream->time_base;
    // The network is what the processors are for; decoding keeps ahead of it with little.
    codec->thread_count = threads > 0 ? threads : std::thread::hardware_concurrency() > 3 ? 2 : 1;
    if (status >= 0)
        status = avcodec_open2(codec.get(), decoder, nullptr);
    if (status < 0)
        refuseContainer(VideoContainerText::tr("The video \"%1\" cannot be decoded: %2.")
                            .arg(path, libav::errorText(status)));
    return codec;
}

}  // namespace sheen
