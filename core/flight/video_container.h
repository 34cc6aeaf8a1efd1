#pragma once

#include <QString>
#include <vector>

#include "libav.h"

namespace sheen {

// What is in a video file. All throw Error(Unreadable) with a sentence that names the path and what to do.

/** Opens the container and reads what its streams are; nothing but the file itself is ever fetched. */
libav::Owner<AVFormatContext> openContainer(const QString& path);

/** Lists the videos of a flight: neither cover pictures nor thumbnails. */
std::vector<AVStream*> videosIn(const AVFormatContext* format);

/** Finds a video by its number, from 1; 0: the one that FFmpeg finds best. Never nullptr. */
AVStream* findVideo(AVFormatContext* format, const QString& path, int number);

/** Tells whether a stream is of the programme of a video; where there are no programmes, all belong together.
 */
bool belongsTo(AVFormatContext* format, const AVStream* video, const AVStream* stream);

/** Opens a stream's decoder. `threads` 0: few, for the network is what the processors are for. */
libav::Owner<AVCodecContext> openDecoder(const AVStream* stream, const QString& path, int threads);

}  // namespace sheen
