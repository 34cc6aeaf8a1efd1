#include <algorithm>

#include "glyphs/line_recogniser.h"
#include "overlay/overlay_placement.h"
#include "overlay/overlay_reader.h"

namespace sheen {

namespace {

/** A layout that reads this share of its fields is taken as it stands. */
constexpr double goodScore = 0.85;

/** The frame in which a layout's places hold the most text: an overlay is not seen in every frame. */
const Frame* frameWithMostText(const std::vector<Frame>& frames, const OverlayLayout& layout)
{
    const Frame* best = nullptr;
    double most = -1;
    for (const Frame& frame : frames) {
        if (frame.picture.empty())
            continue;
        const double score = placementScore(frame.picture, layout);
        if (score > most) {
            most = score;
            best = &frame;
        }
    }
    return best;
}

}  // namespace

/** How many of a layout's fields read as valid, the mean over the frames where it is seen at all. */
double OverlayReader::fieldsRead(const std::vector<Frame>& frames, const OverlayLayout& layout,
                                 const std::shared_ptr<LineRecogniser>& recogniser)
{
    OverlayReader reader(layout, recogniser, {});
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
    const auto recogniser = std::make_shared<LineRecogniser>();
    auto consider = [&](const OverlayLayout& layout) {
        // The layout that reads most, not the greatest share: else one of few fields would hide the others.
        const double fields = fieldsRead(frames, layout, recogniser);
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
        pictures.push_back(frame.picture);
    const QRectF within = pictureWithinBars(pictures);
    for (const OverlayLayout& layout : layouts) {
        consider(layout);
        // Beside narrow bars most fields still reach into their boxes, and some of them are cut.
        if (within != QRectF(0, 0, 1, 1))
            consider(placed(layout, within));
    }
    if (best.score > goodScore)
        return best;

    // Cropped or scaled: where would the layouts have to lie?
    for (const OverlayLayout& layout : layouts) {
        const OverlayLayout barless = placed(layout, within);
        const Frame* frame = frameWithMostText(frames, barless);
        if (!frame)
            continue;
        for (const QRectF& place : likelyPlacements(frame->picture, layout, within, 3))
            consider(placed(layout, place));
        if (best.score > goodScore)
            return best;
    }
    return best;
}

OverlayLayout OverlayReader::placedOn(const std::vector<Frame>& frames, const OverlayLayout& layout)
{
    const LayoutMatch match = recognise(frames, {layout});
    return match.score > 0 ? match.layout : layout;
}

}  // namespace sheen
