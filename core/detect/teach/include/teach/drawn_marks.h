#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "data/teaching_mark.h"

namespace sheen {

/** Draws one mark into a mask of marks; what lies outside of it is left out. */
void drawMark(cv::Mat1b& marks, const TeachingMark& mark);

/** The mask of marks (teach/marks.h) of a frame; later marks lie over earlier ones. */
cv::Mat1b drawnMarks(const std::vector<TeachingMark>& marks, int frame, cv::Size picture);

}  // namespace sheen
