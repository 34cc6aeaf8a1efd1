#include "overlay/text_lines.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "base/median.h"
#include "lost_lines.h"
#include "overlay/letter_look.h"

namespace sheen {

namespace {

constexpr double brightestStroke = 60;  // levels: glints are brighter, and no better as letters

/** The brightness by which letters of this colour differ most from the ground. CV_8UC1. */
cv::Mat letterBrightness(const cv::Mat& picture, LetterColour colour)
{
    const cv::Mat letters = inLetterColour(picture, colour);
    if (letters.channels() == 1)
        return letters;
    cv::Mat channels[3];
    cv::split(letters, channels);
    return cv::min(channels[0], cv::min(channels[1], channels[2]));
}

/** What is thinner than so many pixels and brighter than what is around it, up to a letter's brightness. */
cv::Mat thinStrokes(const cv::Mat& brightness, int kernel)
{
    cv::Mat strokes, levels;
    cv::morphologyEx(brightness, strokes, cv::MORPH_TOPHAT,
                     cv::getStructuringElement(cv::MORPH_RECT, {kernel, kernel}));
    cv::min(strokes, brightestStroke, strokes);
    strokes.convertTo(levels, CV_32FC1);
    return levels;
}

std::vector<cv::Mat> brightnessOf(const std::vector<cv::Mat>& pictures, LetterColour colour)
{
    std::vector<cv::Mat> all;
    for (const cv::Mat& picture : pictures) {
        const bool known = picture.type() == CV_8UC1 || picture.type() == CV_8UC3;
        if (known && (all.empty() || picture.size() == all.front().size()))
            all.push_back(letterBrightness(picture, colour));
    }
    return all;
}

int oddPixels(double length)
{
    return std::max(3, int(std::lround(length)) | 1);
}

/**
 * How much writing there is along the rows: the least over time of each picture's, with what stays at its
 * very pixels. Smoothed along the rows over so many pixels. CV_32FC1.
 */
cv::Mat writingAlongRows(const std::vector<cv::Mat>& brightness, int kernel, int smoothing)
{
    cv::Mat least, darkest;
    for (const cv::Mat& each : brightness) {
        cv::Mat along;
        cv::blur(thinStrokes(each, kernel), along, {smoothing, 1}, {-1, -1}, cv::BORDER_REFLECT);
        if (least.empty()) {
            least = along;
            darkest = each.clone();
        } else {
            cv::min(least, along, least);
            cv::min(darkest, each, darkest);
        }
    }
    cv::Mat still;
    cv::blur(thinStrokes(darkest, kernel), still, {smoothing, 1}, {-1, -1}, cv::BORDER_REFLECT);
    return least + still;
}

/** The median of an image's values, and how far from it two thirds of them lie at most. */
std::pair<double, double> usualOf(const cv::Mat& image)
{
    constexpr int step = 7;  // of so many pixels one says enough
    std::vector<float> values, away;
    for (int row = 0; row < image.rows; row += step) {
        for (int column = 0; column < image.cols; column += step)
            values.push_back(image.at<float>(row, column));
    }
    const float middle = median(values);
    for (const float value : values)
        away.push_back(std::abs(value - middle));
    constexpr double ofNormal = 1.48;
    return {middle, ofNormal * median(std::move(away))};
}

/** Cut where a column's writing is less than a share of the usual one over a gap wider than that. */
std::vector<cv::Rect> partsBetweenGaps(const cv::Mat& writing, const cv::Rect& line, double widestGap)
{
    cv::Mat columns;
    cv::reduce(writing(line), columns, 0, cv::REDUCE_AVG);
    double high = 0;
    cv::minMaxLoc(columns, nullptr, &high);
    constexpr double some = 0.3;
    std::vector<cv::Rect> parts;
    int begin = -1;
    int last = -1;
    for (int x = 0; x < columns.cols; ++x) {
        if (columns.at<float>(x) < some * high)
            continue;
        if (begin >= 0 && x - last > widestGap) {
            parts.emplace_back(line.x + begin, line.y, last + 1 - begin, line.height);
            begin = -1;
        }
        if (begin < 0)
            begin = x;
        last = x;
    }
    if (begin >= 0)
        parts.emplace_back(line.x + begin, line.y, last + 1 - begin, line.height);
    return parts;
}

}  // namespace

StillStrokes stillStrokes(const std::vector<cv::Mat>& pictures, LetterColour colour, double capitalPixels)
{
    StillStrokes strokes;
    const int kernel = oddPixels(capitalPixels * 0.75);
    const int tall = oddPixels(4 * capitalPixels);
    // Waves and houses are full of strokes: what stands out among those around counts.
    const auto standingOut = [&](const cv::Mat& levels) {
        cv::Mat around;
        cv::blur(levels, around, {3 * tall, tall}, {-1, -1}, cv::BORDER_REFLECT);
        return cv::Mat(cv::max(levels - around, 0));
    };
    cv::Mat darkest;
    const std::vector<cv::Mat> all = brightnessOf(pictures, colour);
    for (const cv::Mat& brightness : all) {
        const cv::Mat own = standingOut(thinStrokes(brightness, kernel));
        if (strokes.mean.empty()) {
            strokes.mean = own;
            darkest = brightness.clone();
        } else {
            strokes.mean += own;
            cv::min(darkest, brightness, darkest);
        }
    }
    if (all.empty())
        return strokes;
    strokes.mean /= double(all.size());
    strokes.still = standingOut(thinStrokes(darkest, kernel));
    return strokes;
}

std::vector<TextLine> findTextLines(const std::vector<cv::Mat>& pictures, LetterColour colour)
{
    std::vector<cv::Mat> whole;
    for (const cv::Mat& picture : pictures)
        whole.push_back(withLostLines(picture));
    const std::vector<cv::Mat> brightness = brightnessOf(whole, colour);
    std::vector<TextLine> lines;
    constexpr int smallestPicture = 64;
    if (brightness.empty() || brightness.front().rows < smallestPicture ||
        brightness.front().cols < smallestPicture)
        return lines;
    const int rows = brightness.front().rows;
    // Shares of the picture's height: of letters that are made to be read on a screen.
    constexpr double usualCapital = 0.02;
    constexpr double smallest = 0.009;
    constexpr double largest = 0.06;
    const int kernel = oddPixels(0.75 * usualCapital * rows);
    const int smoothing = oddPixels(usualCapital * rows);
    const cv::Mat writing = writingAlongRows(brightness, kernel, smoothing);
    cv::Mat around, square, spread;
    const cv::Size window(oddPixels(0.5 * rows), oddPixels(0.12 * rows));
    const cv::Mat bounded = cv::min(writing, 0.5 * brightestStroke);
    cv::blur(bounded, around, window, {-1, -1}, cv::BORDER_REFLECT);
    cv::blur(bounded.mul(bounded), square, window, {-1, -1}, cv::BORDER_REFLECT);
    cv::sqrt(cv::max(square - around.mul(around), 0), spread);
    constexpr double leastLevels = 5;
    const cv::Mat level = cv::max(around + 1.5 * spread, leastLevels);
    cv::Mat found = writing > level;
    // Letters and the spaces between words are one line.
    cv::morphologyEx(found, found, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {smoothing, 1}));
    cv::morphologyEx(found, found, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, {smoothing | 1, 3}));
    // Of all the picture, of which writing is a small part.
    const auto [usual, deviation] = usualOf(writing);
    constexpr double standsOut = 3;
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(found, labels, stats, centres, 4);
    for (int label = 1; label < count; ++label) {
        const cv::Rect box(stats.at<int>(label, cv::CC_STAT_LEFT), stats.at<int>(label, cv::CC_STAT_TOP),
                           stats.at<int>(label, cv::CC_STAT_WIDTH), stats.at<int>(label, cv::CC_STAT_HEIGHT));
        const bool lineLike = box.height >= smallest * rows && box.height <= largest * rows &&
                              box.width >= box.height &&
                              stats.at<int>(label, cv::CC_STAT_AREA) > 0.5 * box.area();
        if (!lineLike)
            continue;
        for (const cv::Rect& part : partsBetweenGaps(writing, box, 1.6 * box.height)) {
            if (part.width < 0.8 * part.height)
                continue;
            // Waves reach a line's level here and there, letters all along it.
            const double strength = cv::mean(writing(part))[0] - usual;
            if (strength > std::max(leastLevels, standsOut * deviation))
                lines.push_back({part, strength});
        }
    }
    std::sort(lines.begin(), lines.end(), [](const TextLine& a, const TextLine& b) {
        return a.box.y != b.box.y ? a.box.y < b.box.y : a.box.x < b.box.x;
    });
    return lines;
}

}  // namespace sheen
