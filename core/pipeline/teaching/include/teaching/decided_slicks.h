#pragma once

#include <vector>

#include "data/frame_record.h"
#include "data/model_card.h"
#include "data/slick.h"
#include "teaching/frame_marks.h"

namespace sheen {

/**
 * What an analyst decided about slicks, as marks in the frames that show them best: what was accepted as oil,
 * edited or drawn is oil of its class, or of any where `card`, that of the model to be taught, does not have
 * it; what was rejected, or accepted as something else, is none. Edges are left out, as placing is not exact
 * to a pixel. At most twenty frames, those with the most decided areas. Empty where nothing was decided.
 */
std::vector<FrameMarks> decidedSlickMarks(const std::vector<Slick>& slicks,
                                          const std::vector<FrameRecord>& frames, const ModelCard& card);

}  // namespace sheen
