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
    /**
     * The levels to which frames with more than 8 bits are stretched, shown in grey. Without them frames of
     * grey alone are stretched each by itself, and those of colour are taken as they are.
     */
    void setGreyLevels(const std::optional<GreyLevels>& levels) { m_greyLevels = levels; }

    /** `displayMatrix` (9 integers as in AV_PKT_DATA_DISPLAYMATRIX) may be null: upright as it is. */
    cv::Mat convert(const AVFrame& frame, AVRational sampleAspectRatio, const int32_t* displayMatrix);

private:
    cv::Mat stretchedGrey(const AVFrame& frame, AVRational sampleAspectRatio) const;
    cv::Mat scaled(const AVFrame& frame, AVRational sampleAspectRatio);

    std::optional<GreyLevels> m_greyLevels;
    libav::Owner<SwsContext> m_scaler;
};

/** Turns and mirrors a picture as a display matrix says, to the nearest quarter turn. */
cv::Mat applyDisplayMatrix(const cv::Mat& picture, const int32_t* displayMatrix);

}  // namespace sheen
