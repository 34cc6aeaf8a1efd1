#include "rasters/frame_rasters.h"

#include <tbb/parallel_for.h>

#include <QDir>
#include <map>
#include <numeric>

#include "base/stage_thread.h"
#include "geo/map_projection.h"
#include "raster_file.h"

namespace sheen {

namespace {

constexpr std::size_t framesAtOnce = 16;  //!< between two looks at cancel

bool isCancelled(const Cancel* cancel)
{
    return cancel && cancel->requested();
}

/** The sparsest selection that holds all these frames. */
FrameSelection selectionOf(const std::map<int, const PlacedFrame*>& frames)
{
    FrameSelection selection;
    selection.firstFrame = frames.begin()->first;
    selection.endFrame = frames.rbegin()->first + 1;
    int stride = 0;
    for (const auto& [number, frame] : frames)
        stride = std::gcd(stride, number - selection.firstFrame);
    selection.stride = std::max(stride, 1);
    return selection;
}

}  // namespace

void writeMasks(const std::vector<PlacedFrame>& frames, const MaskReader& masks, int epsg,
                const ModelCard& card, const PartFolder& parts, const ShareListener& listener,
                const Cancel* cancel)
{
    const MapProjection projection(epsg);
    for (std::size_t first = 0; first < frames.size() && !isCancelled(cancel); first += framesAtOnce) {
        const std::size_t end = std::min(frames.size(), first + framesAtOnce);
        tbb::parallel_for(first, end, [&](std::size_t i) {
            const PlacedFrame& frame = frames[i];
            const cv::Mat mask = maskOf(*frame.record, masks);
            if (mask.empty() || isCancelled(cancel))
                return;
            const MapGrid grid = frameGrid(frame, projection);
            const QString name = frameFileName(frame.record->frame);
            const QString part = QStringLiteral("mask_") + name;
            writeMaskTiff(warpMask(mask, grid, projection, frame.camera), grid, card, parts.path(part));
            parts.publish(part, QStringLiteral("masks/") + name);
        });
        listener(static_cast<double>(end) / static_cast<double>(frames.size()));
    }
}

void writeFramePicture(const PlacedFrame& frame, const cv::Mat& picture, const MapProjection& projection,
                       const PartFolder& parts)
{
    const MapGrid grid = frameGrid(frame, projection);
    const QString name = frameFileName(frame.record->frame);
    writePictureTiff(warpPicture(picture, grid, projection, frame.camera), grid, parts.path(name));
    parts.publish(name, QStringLiteral("frames/") + name);
}

int forEachPicture(const Flight& flight, const std::vector<PlacedFrame>& frames,
                   const std::function<void(const PlacedFrame&, const cv::Mat&)>& visit, const Cancel* cancel)
{
    std::map<int, const PlacedFrame*> wanted;
    for (const PlacedFrame& frame : frames)
        wanted[frame.record->frame] = &frame;
    if (wanted.empty())
        return 0;
    const auto source = flight.frames(selectionOf(wanted));
    StageThread decoder;  // decodes the next picture while this one is worked on
    const auto decodeNext = [&] { return decoder.submit([&source] { return source->next(); }); };
    std::future<std::optional<Frame>> coming = decodeNext();
    int visited = 0;
    while (!isCancelled(cancel)) {
        const std::optional<Frame> frame = coming.get();
        if (!frame)
            break;
        coming = decodeNext();
        const auto found = wanted.find(frame->index);
        if (found == wanted.end() || frame->picture.empty() ||
            frame->picture.size() != found->second->record->pictureSize)
            continue;
        visit(*found->second, frame->picture);
        ++visited;
    }
    return visited;
}

}  // namespace sheen
