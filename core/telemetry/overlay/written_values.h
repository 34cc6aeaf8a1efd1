#pragma once

#include <QString>
#include <opencv2/core.hpp>
#include <optional>
#include <set>
#include <vector>

#include "text_meaning.h"
#include "written_words.h"

namespace sheen {

/** One or more words of a line that mean something in most frames, with what stands beside them. */
struct WrittenValue
{
    std::size_t line = 0;  //!< of those that were read
    cv::Rect2d box;        //!< of all that it said, pixels of the picture
    double capitalPixels = 0;
    double roomLeft = 0;  //!< to the next word of the line; the picture's edge is none
    double roomRight = 0;
    Meaning meaning = Meaning::Date;
    QString form;
    QString before;
    bool bare = false;
    std::vector<std::optional<double>> values;  //!< of each frame
    std::vector<double> longitudes;             //!< of a grid reference, where there is a value
    int framesRead = 0;                         //!< that have it
    std::set<ValueLabel> labels;                //!< in its line, left of it, and at the head of its column

    bool has(ValueLabel label) const { return labels.count(label) > 0; }
};

/**
 * The values of lines, each word in one of them at most, told apart by how they are written and by the words
 * beside them. What is a value in fewer than half of the frames is none.
 */
std::vector<WrittenValue> writtenValues(const std::vector<WrittenLine>& lines);

}  // namespace sheen
