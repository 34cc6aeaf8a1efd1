#pragma once

#include <QRectF>
#include <optional>
#include <vector>

#include "overlay/overlay_layout.h"

namespace sheen {

/** A box as it is drawn on a frame. */
struct LayoutBox
{
    QRectF place;                       //!< as a share of the whole frame
    std::optional<OverlayField> field;  //!< nothing: another mark, which is not read but is no sea either
    bool inverse = false;
    FieldFormat format;
};

/** A layout while it is drawn: its boxes lie on the whole frame, bars at its edges included. */
struct LayoutDraft
{
    std::vector<LayoutBox> boxes;
    double textHeight = 0;  //!< of capitals, as a share of the frame's height; 0: not known yet
    LetterColour textColour = LetterColour::White;
    QString name;
    QString title;

    bool hasFields() const;
    const LayoutBox* find(OverlayField field) const;
};

/** A layout as it lies on a frame whose active picture is this share of it. */
LayoutDraft draftOf(const OverlayLayout& layout, const QRectF& activePicture);

/** The draft as it lies, in shares of the frame: to read it there. Other marks are left out. */
OverlayLayout layoutOnFrame(const LayoutDraft& draft);

/**
 * The draft as it is kept, in shares of the active picture; of the whole frame where the overlay is written
 * in the bars as well.
 */
OverlayLayout keptLayout(const LayoutDraft& draft, const QRectF& activePicture, const QSizeF& frameSize);

}  // namespace sheen
