#include <algorithm>

#include "glyphs/line_network.h"
#include "lost_lines.h"
#include "overlay/overlay_placement.h"
#include "overlay/overlay_reader.h"
#include "overlay_registration.h"

namespace sheen {

namespace {

const QRectF wholeFrame(0, 0, 1, 1);

/** Where the picture may lie within the frame: within its bars, or 4:3 in the middle of a wider one. */
std::vector<QRectF> pictureParts(const std::vector<cv::Mat>& pictures, const OverlayLayout& layout)
{
    constexpr double wide = 1.6;
    constexpr double narrow = 4.0 / 3;
    std::vector<QRectF> parts = {pictureWithinBars(pictures)};
    if (parts.front() != wholeFrame)
        parts.push_back(wholeFrame);
    for (const cv::Mat& picture : pictures) {
        const double aspect = picture.empty() ? 0 : double(picture.cols) / picture.rows;
        if (aspect > wide && layout.aspectRatio < wide) {
            const double width = narrow / aspect;
            parts.emplace_back((1 - width) / 2, 0, width, 1);
            break;
        }
    }
    return parts;
}

double aspectRatioOf(const std::vector<cv::Mat>& pictures)
{
    for (const cv::Mat& picture : pictures) {
        if (!picture.empty())
            return double(picture.cols) / picture.rows;
    }
    return 1;
}

/** A layout laid over the picture's lines. */
struct Candidate
{
    OverlayLayout layout;
    double score = 0;
};

/** The likeliest places of all layouts, in all parts that their picture may fill, the best first. */
std::vector<Candidate> likelyPlacements(const std::vector<cv::Mat>& pictures,
                                        const std::vector<OverlayLayout>& layouts)
{
    constexpr std::size_t ofEachPart = 2;
    constexpr std::size_t most = 4;
    std::vector<Candidate> all;
    for (const OverlayLayout& layout : layouts) {
        for (const QRectF& part : pictureParts(pictures, layout)) {
            for (const Registration& each : registrations(pictures, layout, part, ofEachPart))
                all.push_back({widened(placed(layout, each.place), aspectRatioOf(pictures)), each.score});
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    if (all.size() > most)
        all.resize(most);
    return all;
}

}  // namespace

/** How many of a layout's fields read as valid, the mean over the frames where it is seen at all. */
double OverlayReader::fieldsRead(const std::vector<Frame>& frames, const OverlayLayout& layout,
                                 const std::shared_ptr<LineNetwork>& network)
{
    OverlayReader reader(layout, network, {});
    double sum = 0;
    int visible = 0;
    for (const Frame& frame : frames) {
        const TelemetryReading reading = reader.read(frame);
        if (reading.source == Quality::None)
            continue;
        ++visible;
        sum += validFields(reading);
    }
    return visible ? sum / visible : 0;
}

LayoutMatch OverlayReader::recognise(const std::vector<Frame>& frames,
                                     const std::vector<OverlayLayout>& candidates)
{
    LayoutMatch best;
    double mostFields = 0;
    const auto network = std::make_shared<LineNetwork>();
    auto consider = [&](const OverlayLayout& layout) {
        // The layout that reads most, not the greatest share: else one of few fields would hide the others.
        const double fields = fieldsRead(frames, layout, network);
        if (fields > mostFields) {
            mostFields = fields;
            best = {layout, fields / static_cast<double>(layout.fields.size())};
        }
    };
    std::vector<OverlayLayout> layouts = candidates;
    if (candidates.empty()) {
        // Too few fields are no evidence: such a layout has to be chosen by name. The user's own come first.
        layouts = availableOverlayLayouts();
        std::reverse(layouts.begin(), layouts.end());
        layouts.erase(std::remove_if(layouts.begin(), layouts.end(),
                                     [](const OverlayLayout& layout) {
                                         return static_cast<int>(layout.fields.size()) < fewestOverlayFields;
                                     }),
                      layouts.end());
    }
    std::vector<cv::Mat> pictures;
    for (const Frame& frame : frames)
        pictures.push_back(withLostLines(frame.picture));
    const QRectF within = pictureWithinBars(pictures);
    for (const OverlayLayout& layout : layouts) {
        consider(layout);
        // Beside narrow bars most fields still reach into their boxes, and some of them are cut.
        if (within != QRectF(0, 0, 1, 1))
            consider(placed(layout, within));
    }
    if (best.score >= 1)
        return best;

    // Cropped, shifted or stretched: where do lines of text lie as the layouts have them?
    if (best.score > surePlacementScore)
        layouts.erase(
            std::remove_if(layouts.begin(), layouts.end(),
                           [&](const OverlayLayout& layout) { return layout.name != best.layout.name; }),
            layouts.end());
    for (const Candidate& candidate : likelyPlacements(pictures, layouts)) {
        consider(candidate.layout);
        if (best.score > surePlacementScore)
            break;
    }
    return best;
}

OverlayLayout OverlayReader::placedOn(const std::vector<Frame>& frames, const OverlayLayout& layout)
{
    const LayoutMatch match = recognise(frames, {layout});
    return match.score > 0 ? match.layout : layout;
}

}  // namespace sheen
