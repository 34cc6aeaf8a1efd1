#pragma once

#include <QString>
#include <memory>
#include <opencv2/core.hpp>
#include <vector>

namespace sheen {

/** What a part of a line may say. */
struct PossibleText
{
    QString text;            //!< without blanks; an O is a 0
    double probability = 0;  //!< of all that it may say, in other characters too
};

/** What the network saw of a line: from left to right, how likely each character stands in a column. */
struct LineOdds
{
    cv::Mat shares;  //!< CV_32FC1, a row for each column of the picture; first nothing, then characters
    double columnPixels = 0;  //!< width of a column, pixels of the picture

    bool empty() const { return shares.empty(); }
};

/** Columns of the words of a line, which gaps wider than a capital's height part; empty where there is none.
 */
std::vector<cv::Range> wordsOf(const LineOdds& odds, double capitalPixels);

/** What these columns may say, the likeliest first, of these characters alone. */
std::vector<PossibleText> possibleTexts(const LineOdds& odds, const cv::Range& columns,
                                        const QString& alphabet);

/**
 * A small network that reads a whole line of an overlay as it stands in the picture, without parting letters
 * from the ground before: it learned lines in many faces, faint, over sea and land, as recorders leave them.
 * Trained by resources/overlays/letters/train.py. Used by one thread at a time.
 */
class LineNetwork
{
public:
    /** Throws Error where the network's file cannot be read. */
    LineNetwork();
    ~LineNetwork();

    /**
     * @param brightness CV_8UC1, letters brighter than the ground or darker
     * @param capitalPixels height of the capitals, to about a fifth
     * @param middleRow the row in their middle, to about a fifth of their height
     * Empty where there is no picture.
     */
    LineOdds read(const cv::Mat& brightness, double capitalPixels, double middleRow);

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace sheen
