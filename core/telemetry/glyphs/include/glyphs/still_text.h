#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace sheen {

/**
 * One field's part of the picture over neighbouring frames. A display holds its text for some frames while
 * the ground moves behind it: the darkest of those frames is text on quiet ground.
 */
class StillText
{
public:
    /**
     * The brightness of this frame's part (CV_8UC1), darkened to the least of the frames before it that show
     * the same text. What letters show in one frame and ground in the other is another text, and such a frame
     * is left out.
     */
    cv::Mat steadied(const cv::Mat& brightness, double capitalHeight);

private:
    std::vector<cv::Mat> m_before;  //!< the newest last
};

}  // namespace sheen
