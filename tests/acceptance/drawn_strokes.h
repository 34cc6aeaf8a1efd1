#pragma once

#include <opencv2/core.hpp>
#include <random>

namespace acceptance {

/**
 * A person who knows the truth and marks it: strokes of 80 x 9 pixels that follow what they mark and do not
 * leave it. The same from the same seed.
 */
class Marker
{
public:
    /** `truth`: 255 where there is oil, else 0. */
    Marker(const cv::Mat1b& truth, unsigned seed);

    /** Marks of INTERFACE.md's kind: 255 oil, 1 water, 0 nothing. */
    const cv::Mat1b& marks() const { return m_marks; }

    /** Strokes anywhere in the oil, or out of it. */
    void draw(bool oil, int strokes);

    /** Strokes through the middle of the widest places at which a mask (like the truth) is wrong. */
    void correct(const cv::Mat1b& mask, bool oil, int strokes);

private:
    cv::Mat1b side(bool oil) const;
    /** The one of some directions in which most of it lies in `allowed`, and only that part. */
    cv::Mat1b strokeAt(cv::Point middle, const cv::Mat1b& allowed);
    void mark(const cv::Mat1b& stroke, bool oil);

    const cv::Mat1b m_truth;
    cv::Mat1b m_marks;
    std::mt19937 m_random;
};

/** Intersection over union of what is 255 in both, over the pixels that nobody marked. */
double overlapOfRest(const cv::Mat1b& mask, const cv::Mat1b& truth, const cv::Mat1b& marks);

}  // namespace acceptance
