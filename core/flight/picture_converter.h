#pragma once

#include <opencv2/core.hpp>
#include <optional>

#include "grey_levels.h"
#include "libav.h"

namespace sheen {

/**
 * Decoded frames to pictures as Sheen wants them: BGR 8 bit, square pixels, upright. Keeps swscale's tables
 * from frame to frame; a change of size or format in the middle of a stream makes new ones.
 */
class PictureConverter
{
public:
    /** Tells whether a frame is grey with more than 8 bits, as thermal cameras record. */
    static bool isDeepGrey(const AVFrame& frame);

    /** The levels to which deep grey frames are stretched; without them each is stretched by itself. */
    void setGreyLevels(const std::optional<GreyLevels>& levels) { m_greyLevels = levels; }

    /** Returns a deep grey frame with all of its bits: CV_16UC1, square pixels. Empty if it fails. */
    cv::Mat deepGrey(const AVFrame& frame, AVRational sampleAspectRatio);

    /** `displayMatrix` (9 integers as in AV_PKT_DATA_DISPLAYMATRIX) may be null: upright as it is. */
    cv::Mat convert(const AVFrame& frame, AVRational sampleAspectRatio, const int32_t* displayMatrix);

private:
    cv::Mat scaled(const AVFrame& frame, AVRational sampleAspectRatio, AVPixelFormat wanted, int type);

    std::optional<GreyLevels> m_greyLevels;
    libav::Owner<SwsContext> m_scaler;
};

/** Turns and mirrors a picture as a display matrix says, to the nearest quarter turn. */
cv::Mat applyDisplayMatrix(const cv::Mat& picture, const int32_t* displayMatrix);

}  // namespace sheen
