#pragma once

#include <opencv2/core.hpp>

#include "libav.h"

namespace sheen {

/**
 * Decoded frames to pictures as Sheen wants them: BGR 8 bit, square pixels, upright. Keeps swscale's tables
 * from frame to frame; a change of size or format in the middle of a stream makes new ones.
 */
class PictureConverter
{
public:
    /** `displayMatrix` (9 integers as in AV_PKT_DATA_DISPLAYMATRIX) may be null: upright as it is. */
    cv::Mat convert(const AVFrame& frame, AVRational sampleAspectRatio, const int32_t* displayMatrix);

private:
    libav::Owner<SwsContext> m_scaler;
};

/** Turns and mirrors a picture as a display matrix says, to the nearest quarter turn. */
cv::Mat applyDisplayMatrix(const cv::Mat& picture, const int32_t* displayMatrix);

}  // namespace sheen
