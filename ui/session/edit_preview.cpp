#include "ui/session/edit_preview.h"

#include <algorithm>
#include <optional>

#include "bodies/areas.h"
#include "geo/geodesy.h"
#include "geo/ground_bounds.h"
#include "ogr/ground_geometry.h"
#include "slick_edits.h"

namespace sheen {

namespace {

const Slick* slickWith(const std::vector<Slick>& slicks, std::int64_t id)
{
    const auto found =
        std::find_if(slicks.begin(), slicks.end(), [id](const Slick& slick) { return slick.id == id; });
    return found == slicks.end() ? nullptr : &*found;
}

void addLoss(EditPreview& preview, std::int64_t id, GroundMultiPolygon outline, bool whole)
{
    const double area = groundArea(outline);
    if (area > overlapTolerance)
        preview.losses.push_back({id, std::move(outline), area, whole});
}

/** What the changed slick's other areas lose to the one at work. */
void addOwnLosses(EditPreview& preview, const Slick& before, std::size_t area)
{
    std::vector<GroundMultiPolygon> parts;
    for (std::size_t i = 0; i < before.areas.size(); ++i) {
        if (i != area)
            parts.push_back(common(before.areas[i].outline, preview.left));
    }
    addLoss(preview, before.id, united(parts), false);
}

}  // namespace

std::vector<Slick> slicksNear(const std::vector<Slick>& slicks, const SketchedOutline& sketch)
{
    const GroundBounds bounds(sketch.outline);
    std::vector<Slick> near;
    for (const Slick& slick : slicks) {
        if (slick.id == sketch.slickId || bounds.touches(GroundBounds(slick.outline)))
            near.push_back(slick);
    }
    return near;
}

EditPreview previewOf(const SketchedOutline& sketch, const std::vector<Slick>& slicks, const ModelCard& card,
                      const EditLimits& limits, const std::vector<FrameRecord>* frames)
{
    EditPreview preview;
    const bool isNew = sketch.slickId == 0;
    const std::optional<SlickStep> step =
        isNew ? drawn(slicks, sketch.outline, sketch.classValue, card, sketch.takes,
                      limits.smallestSquareMetres, limits.gapMetres)
              : reshaped(slicks, sketch.slickId, sketch.area, sketch.outline, sketch.takes,
                         limits.smallestSquareMetres);
    preview.sketchedSquareMetres = groundArea(madeValid(sketch.outline));
    if (!step)
        return preview;
    const Slick* before = slickWith(step->before, sketch.slickId);
    const Slick* after = slickWith(step->after, sketch.slickId);
    // A step without the slick itself changes nothing of it.
    preview.left = after ? common(sketch.outline, after->outline) : madeValid(sketch.outline);
    preview.leftSquareMetres = groundArea(preview.left);
    for (const Slick& slick : step->before) {
        if (slick.id == sketch.slickId)
            continue;
        const Slick* rest = slickWith(step->after, slick.id);
        addLoss(preview, slick.id, rest ? without(slick.outline, rest->outline) : slick.outline, !rest);
    }
    if (before)
        addOwnLosses(preview, *before, sketch.area);
    if (frames) {
        preview.unseen = unseenPart(preview.left, *frames);
        preview.unseenSquareMetres = groundArea(preview.unseen);
    }
    return preview;
}

}  // namespace sheen
