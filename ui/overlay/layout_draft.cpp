#include "ui/overlay/layout_draft.h"

#include <algorithm>

#include "overlay/overlay_placement.h"

namespace sheen {

namespace {

const QRectF wholeFrame(0, 0, 1, 1);

OverlayLayout layoutOf(const LayoutDraft& draft)
{
    OverlayLayout layout;
    layout.name = draft.name;
    layout.title = draft.title;
    layout.textHeight = draft.textHeight;
    layout.textColour = draft.textColour;
    for (const LayoutBox& box : draft.boxes) {
        if (box.field)
            layout.fields.push_back({*box.field, box.place, box.inverse, box.format});
        else
            layout.otherMarks.push_back(box.place);
    }
    return layout;
}

/** Numbers that a move and a rounding carried past the edge are put back on it. */
QRectF within(const QRectF& box)
{
    return box & wholeFrame;
}

}  // namespace

bool LayoutDraft::hasFields() const
{
    return std::any_of(boxes.begin(), boxes.end(),
                       [](const LayoutBox& box) { return box.field.has_value(); });
}

const LayoutBox* LayoutDraft::find(OverlayField field) const
{
    const auto found = std::find_if(boxes.begin(), boxes.end(),
                                    [field](const LayoutBox& box) { return box.field == field; });
    return found == boxes.end() ? nullptr : &*found;
}

LayoutDraft draftOf(const OverlayLayout& layout, const QRectF& activePicture)
{
    const OverlayLayout moved = placed(layout, activePicture);
    LayoutDraft draft;
    draft.textHeight = moved.textHeight;
    draft.textColour = moved.textColour;
    draft.name = layout.name;
    draft.title = layout.title;
    for (const OverlayLayout::Field& field : moved.fields)
        draft.boxes.push_back({within(field.box), field.field, field.inverse, field.format});
    for (const QRectF& mark : moved.otherMarks)
        draft.boxes.push_back({within(mark), std::nullopt, false, {}});
    return draft;
}

OverlayLayout layoutOnFrame(const LayoutDraft& draft)
{
    OverlayLayout layout = layoutOf(draft);
    layout.otherMarks.clear();
    return layout;
}

OverlayLayout keptLayout(const LayoutDraft& draft, const QRectF& activePicture, const QSizeF& frameSize)
{
    const bool inside = std::all_of(draft.boxes.begin(), draft.boxes.end(),
                                    [&](const LayoutBox& box) { return activePicture.contains(box.place); });
    const QRectF active = inside && !activePicture.isEmpty() ? activePicture : wholeFrame;
    // placed() carries shares of `active` to shares of the frame; this is the way back.
    const QRectF back(-active.x() / active.width(), -active.y() / active.height(), 1 / active.width(),
                      1 / active.height());
    OverlayLayout layout = placed(layoutOf(draft), back);
    for (OverlayLayout::Field& field : layout.fields)
        field.box = within(field.box);
    for (QRectF& mark : layout.otherMarks)
        mark = within(mark);
    layout.aspectRatio = frameSize.width() * active.width() / (frameSize.height() * active.height());
    return layout;
}

}  // namespace sheen
