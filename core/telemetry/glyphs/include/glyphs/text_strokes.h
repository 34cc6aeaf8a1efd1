#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace sheen {

/** Capitals' height in pixels of every StrokeLine, whatever the size of the picture. */
constexpr int strokeCapitalHeight = 30;

/** Letter-like strokes of one line of text, separated from the ground that moves behind them. */
struct StrokeLine
{
    cv::Mat soft;                  //!< CV_8UC1, strokes bright on black, capitals strokeCapitalHeight high
    cv::Mat mask;                  //!< CV_8UC1, 255 on strokes
    std::vector<cv::Rect> glyphs;  //!< from left to right; the two dots of a colon are one
    int top = 0;                   //!< of the capitals, in rows of soft and mask
    int bottom = 0;                //!< exclusive
    double level = 0;              //!< brightness of the strokes over their surroundings, 0 to 255
    double scale = 1;              //!< pixels of soft and mask for one of the picture
    double offset = 0;  //!< of the line's middle below where it was expected, pixels of the picture

    bool empty() const { return glyphs.empty(); }
};

/** Steps of separating strokes from the ground; left out only to measure what each brings. */
struct StrokeSteps
{
    bool leastChannel = true;     //!< white letters stand out most where the ground's colour is darkest
    bool darkEdgesFilled = true;  //!< else they make the ground between the letters stand out
    bool topHat = true;           //!< what is wider than a stroke is ground
};

/** How one field's text is looked for. */
struct StrokeSearch
{
    cv::Rect2d box;             //!< pixels; the line is expected at its middle
    double capitalHeight = 0;   //!< pixels
    bool inverse = false;       //!< dark letters on a bright box
    double expectedOffset = 0;  //!< of the line below the box's middle, in capitals' heights
    double smallestLevel = 16;  //!< fainter strokes are none
    StrokeSteps steps;
};

/** The part of a picture in which a line is looked for. */
struct TextCrop
{
    cv::Mat
        brightness;  //!< CV_8UC1; empty where the box lies outside the picture, or letters would be too small
    cv::Point corner;  //!< its upper left, in the picture
};

/** Of a picture of one or three channels. */
TextCrop textCrop(const cv::Mat& picture, const StrokeSearch& search);

/** The line of text nearest to the middle of the box; else empty. */
StrokeLine findStrokeLine(const TextCrop& crop, const StrokeSearch& search);

/** Around all of them. */
cv::Rect extentOf(const std::vector<cv::Rect>& glyphs);

/** How many pixels of two masks differ by more than the blur of an edge. Sizes may differ. */
int strokeDifference(const cv::Mat& a, const cv::Mat& b);

}  // namespace sheen
