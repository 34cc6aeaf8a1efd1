#pragma once

#include <vector>

#include "base/cancel.h"
#include "data/frame.h"
#include "overlay/overlay_layout.h"

namespace sheen {

/** A layout made from what pictures show, where none that is known fits. */
struct OverlayProposal
{
    OverlayLayout layout;  //!< without name and title; without fields where no value was found
    /**
     * Position, height and direction were found, read in most frames, and behave as they should: good enough
     * to be taken without a person. Fields that may be two things are left out, so that this is often false.
     */
    bool sure = false;
    bool hasPosition = false;
    bool hasHeight = false;
    bool hasDirection = false;

    bool isEmpty() const { return layout.fields.empty(); }
};

/**
 * Finds what holds still in frames of one recording and size, reads it, and tells by grammar, labels and
 * behaviour over time what it is: latitudes and longitudes change slowly and together, a heading follows the
 * course, a bearing leads to the target, a clock counts with the recording. Some dozens of frames, in
 * ascending order, that the whole flight lies between. Takes seconds. Empty where it was cancelled.
 */
OverlayProposal proposeOverlay(const std::vector<Frame>& frames, const Cancel& cancel = {});

}  // namespace sheen
