#pragma once

#include <vector>

#include "data/frame_record.h"
#include "data/slick.h"

namespace sheen {

/**
 * How sure a slick's place and area are, 95 % each, where it lies in the picture of a frame. Frames of one
 * track err alike, so many of them are no surer than one. Unchanged where the frame has no pose, its pose no
 * errors, or the slick does not lie in it.
 */
void setErrors(Slick& slick, const FrameRecord& seenIn);

/** What the frames tell of slicks: errors, each by its best frame; when they were seen first and last; by
 * which sensors. Frames in ascending order. */
void setSightings(std::vector<Slick>& slicks, const std::vector<FrameRecord>& frames);

}  // namespace sheen
