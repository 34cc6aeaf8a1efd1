#include "flight/subtitle_track.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

#include "libav.h"

namespace sheen {

namespace {

bool isText(AVCodecID codec)
{
    return codec == AV_CODEC_ID_MOV_TEXT || codec == AV_CODEC_ID_SUBRIP || codec == AV_CODEC_ID_TEXT;
}

/** "01:02:03,004" */
QString stamp(double seconds)
{
    const auto milliseconds = static_cast<qint64>(std::max(0.0, seconds) * 1000 + 0.5);
    const auto padded = [](qint64 number, int digits) {
        return QString::number(number).rightJustified(digits, QLatin1Char('0'));
    };
    return padded(milliseconds / 3600000, 2) + QLatin1Char(':') + padded(milliseconds / 60000 % 60, 2) +
           QLatin1Char(':') + padded(milliseconds / 1000 % 60, 2) + QLatin1Char(',') +
           padded(milliseconds % 1000, 3);
}

/** mov_text says its length in two bytes before the text, and may add styles behind it. */
QByteArray textOf(const AVPacket& packet, AVCodecID codec)
{
    const QByteArray bytes(reinterpret_cast<const char*>(packet.data), packet.size);
    if (codec != AV_CODEC_ID_MOV_TEXT)
        return bytes;
    if (bytes.size() < 2)
        return {};
    const int length = static_cast<uchar>(bytes[0]) << 8 | static_cast<uchar>(bytes[1]);
    return bytes.mid(2, length);
}

}  // namespace

QString subtitlesBeside(const QString& videoPath)
{
    const QFileInfo video(videoPath);
    const QFileInfoList files = video.absoluteDir().entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo& file : files) {
        if (file.suffix().compare(QLatin1String("srt"), Qt::CaseInsensitive) == 0 &&
            file.completeBaseName().compare(video.completeBaseName(), Qt::CaseInsensitive) == 0)
            return file.absoluteFilePath();
    }
    return {};
}

QByteArray subtitlesWithin(const QString& videoPath)
{
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    AVFormatContext* context = nullptr;
    const QByteArray url = "file:" + QFile::encodeName(videoPath);
    const int status = avformat_open_input(&context, url.constData(), nullptr, &options);
    av_dict_free(&options);
    const libav::Owner<AVFormatContext> format(context);
    if (status < 0 || avformat_find_stream_info(format.get(), nullptr) < 0)
        return {};
    const AVStream* track = nullptr;
    for (unsigned i = 0; i < format->nb_streams; ++i) {
        AVStream* stream = format->streams[i];
        if (!track && isText(stream->codecpar->codec_id))
            track = stream;
        else
            stream->discard = AVDISCARD_ALL;
    }
    if (!track)
        return {};
    const libav::Owner<AVPacket> packet(av_packet_alloc());
    QByteArray subtitles;
    int number = 0;
    while (packet && av_read_frame(format.get(), packet.get()) >= 0) {
        const QByteArray text = packet->stream_index == track->index && packet->pts != AV_NOPTS_VALUE
                                    ? textOf(*packet, track->codecpar->codec_id).trimmed()
                                    : QByteArray();
        if (!text.isEmpty()) {
            const double begin = packet->pts * av_q2d(track->time_base);
            const double end = begin + packet->duration * av_q2d(track->time_base);
            subtitles += QByteArray::number(++number) + '\n' + stamp(begin).toLatin1() + " --> " +
                         stamp(end).toLatin1() + '\n' + text + "\n\n";
        }
        av_packet_unref(packet.get());
    }
    return subtitles;
}

}  // namespace sheen
