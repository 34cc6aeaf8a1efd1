#pragma once

#include <QImage>
#include <opencv2/core.hpp>

#include "data/model_card.h"

namespace sheen {

/** A mark's colour: the class's of the card; oil of any class red, nothing grey. */
QRgb markColour(int value, const ModelCard& card);

/** A mask of marks (teach/marks.h) in their colours, transparent where nothing is marked. */
QImage shownMarks(const cv::Mat& marks, const ModelCard& card);

}  // namespace sheen
