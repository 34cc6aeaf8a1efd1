#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <opencv2/core.hpp>
#include <vector>

#include "data/frame.h"
#include "glyphs/line_network.h"
#include "overlay/text_lines.h"

namespace sheen {

/** A word of a line in one frame. */
struct WrittenWord
{
    cv::Rect2d box;  //!< pixels of the picture
    QString text;    //!< in capitals; a raised sign at its end is a degree sign
    double confidence = 0;
    bool operator==(const WrittenWord&) const = default;
};

/** A line that holds still, and what it says in each frame. */
struct WrittenLine
{
    cv::Rect box;                                  //!< pixels of the picture
    double capitalPixels = 0;                      //!< height of its capitals
    std::vector<std::vector<WrittenWord>> frames;  //!< words from left to right; none where nothing was read
};

/**
 * Reads lines in frames of one size, whatever they mean: word by word, with all capitals, figures and signs
 * that overlays have. Lines in which no letters are found in most frames are left out.
 */
std::vector<WrittenLine> readLines(const std::vector<Frame>& frames, const std::vector<TextLine>& lines,
                                   LetterColour colour, LineNetwork& network);

}  // namespace sheen
