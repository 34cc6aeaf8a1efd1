#include "glyphs/text_strokes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "base/median.h"

namespace sheen {

namespace {

constexpr double searchMargin = 0.45;  //!< of the box's height, above and below it

struct Component
{
    cv::Rect box;
    int area = 0;
    int label = 0;
};

/** The brightness by which white text differs most from a coloured ground: the least of the channels. */
cv::Mat textBrightness(const cv::Mat& bgr, const StrokeSteps& steps)
{
    if (bgr.channels() == 1)
        return bgr;
    if (!steps.leastChannel) {
        cv::Mat grey;
        cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
        return grey;
    }
    cv::Mat channels[3];
    cv::split(bgr, channels);
    cv::Mat least;
    cv::min(channels[0], channels[1], least);
    cv::min(least, channels[2], least);
    return least;
}

double middleRow(const cv::Rect& box)
{
    return box.y + box.height / 2.0;
}

/** The brightest hundredths of an image stand for the brightness of its strokes. */
double strokeLevel(const cv::Mat& image)
{
    std::array<int, 256> histogram{};
    for (int row = 0; row < image.rows; ++row) {
        const auto* pixel = image.ptr<unsigned char>(row);
        for (int column = 0; column < image.cols; ++column)
            ++histogram[pixel[column]];
    }
    int wanted = std::max(8, static_cast<int>(image.total() / 50));
    int count = 0;
    double sum = 0;
    for (int value = 255; value >= 0 && count < wanted; --value) {
        const int taken = std::min(histogram[static_cast<std::size_t>(value)], wanted - count);
        count += taken;
        sum += static_cast<double>(taken) * value;
    }
    return count ? sum / count : 0;
}

/** Inverse video: the bright box around the letters, and within it what is dark, as bright strokes. */
cv::Mat strokesInBrightBox(const cv::Mat& crop, int capitalPixels)
{
    cv::Mat bright;
    double low = 0;
    double high = 0;
    cv::minMaxLoc(crop, &low, &high);
    cv::threshold(crop, bright, low + 0.6 * (high - low), 255, cv::THRESH_BINARY);
    // The letters are holes or notches in the box: close them before it is looked for.
    const int closing = capitalPixels | 1;
    cv::morphologyEx(bright, bright, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {closing, 3}));
    // What is bright beside the box and touches it is thinner than the box.
    const int opening = std::max(3, capitalPixels * 3 / 4);
    cv::morphologyEx(bright, bright, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, {opening, opening}));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(bright, labels, stats, centres);
    cv::Rect box;
    for (int label = 1; label < count; ++label) {
        const cv::Rect found(stats.at<int>(label, cv::CC_STAT_LEFT), stats.at<int>(label, cv::CC_STAT_TOP),
                             stats.at<int>(label, cv::CC_STAT_WIDTH),
                             stats.at<int>(label, cv::CC_STAT_HEIGHT));
        const bool boxLike = found.height >= capitalPixels && found.width >= capitalPixels &&
                             stats.at<int>(label, cv::CC_STAT_AREA) > 0.8 * found.area();
        if (boxLike && found.area() > box.area())
            box = found;
    }
    if (box.empty())
        return {};
    const cv::Mat inside = crop(box);
    const double level = strokeLevel(inside);
    cv::Mat strokes = cv::Mat::zeros(crop.size(), CV_8UC1);
    cv::Mat dark;
    cv::subtract(cv::Scalar(level), inside, dark);
    // The box's own border is no letter.
    const cv::Rect core(1, 1, box.width - 2, box.height - 2);
    if (core.width > 0 && core.height > 0)
        dark(core).copyTo(strokes(core + box.tl()));
    return strokes;
}

/** Strokes thinner than a fraction of a capital stand out over what is behind them. */
cv::Mat strokesOverGround(const cv::Mat& crop, double capitalPixels, const StrokeSteps& steps)
{
    // Dark edges and shadows of the letters would make the ground between them stand out: lift them first.
    cv::Mat ground = crop.clone();
    if (steps.darkEdgesFilled) {
        // The median of every other pixel says as much where letters are large, at a quarter of the cost.
        const int step = capitalPixels > 13 ? 2 : 1;
        cv::Mat sparse;
        cv::resize(crop, sparse, {(crop.cols + step - 1) / step, (crop.rows + step - 1) / step}, 0, 0,
                   cv::INTER_NEAREST);
        cv::medianBlur(sparse, sparse, static_cast<int>(std::lround(capitalPixels * 1.6 / step)) | 1);
        cv::resize(sparse, ground, crop.size(), 0, 0, cv::INTER_LINEAR);
        cv::max(crop, ground, ground);
    }
    if (!steps.topHat)
        return ground;
    const int kernel = static_cast<int>(std::lround(capitalPixels * 0.75)) | 1;
    cv::Mat strokes;
    cv::morphologyEx(ground, strokes, cv::MORPH_TOPHAT,
                     cv::getStructuringElement(cv::MORPH_RECT, {kernel, kernel}));
    return strokes;
}

std::vector<Component> components(const cv::Mat& mask, cv::Mat& labels)
{
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres, 8, CV_32S);
    std::vector<Component> found;
    for (int label = 1; label < count; ++label) {
        const cv::Rect box(stats.at<int>(label, cv::CC_STAT_LEFT), stats.at<int>(label, cv::CC_STAT_TOP),
                           stats.at<int>(label, cv::CC_STAT_WIDTH), stats.at<int>(label, cv::CC_STAT_HEIGHT));
        found.push_back({box, stats.at<int>(label, cv::CC_STAT_AREA), label});
    }
    return found;
}

bool isCapital(const Component& component)
{
    const double height = component.box.height / static_cast<double>(strokeCapitalHeight);
    const double width = component.box.width / static_cast<double>(strokeCapitalHeight);
    return height > 0.72 && height < 1.4 && width < 2.2;
}

/** The rows of the line of capitals nearest to the expected row; empty where there are no capitals. */
cv::Range lineRows(const std::vector<Component>& found, double expectedRow)
{
    const Component* seed = nullptr;
    for (const Component& component : found) {
        if (isCapital(component) && (!seed || std::abs(middleRow(component.box) - expectedRow) <
                                                  std::abs(middleRow(seed->box) - expectedRow)))
            seed = &component;
    }
    if (!seed || std::abs(middleRow(seed->box) - expectedRow) > 0.75 * strokeCapitalHeight)
        return {};
    std::vector<int> tops;
    std::vector<int> bottoms;
    for (const Component& component : found) {
        if (isCapital(component) &&
            std::abs(middleRow(component.box) - middleRow(seed->box)) < 0.3 * strokeCapitalHeight) {
            tops.push_back(component.box.y);
            bottoms.push_back(component.box.y + component.box.height);
        }
    }
    return {median(std::move(tops)), median(std::move(bottoms))};
}

bool belongsToLine(const Component& component)
{
    // A dot is about a fifth of a capital wide; less is noise. Letters that touch make a wide part, edges of
    // the scenery a wide and low one.
    const bool low = component.box.height < 0.7 * strokeCapitalHeight;
    return component.area >= 9 && std::max(component.box.width, component.box.height) >= 4 &&
           component.box.width < (low ? 1.15 : 7) * strokeCapitalHeight;
}

/** Parts that stand over each other are one glyph. */
std::vector<cv::Rect> glyphBoxes(std::vector<Component> parts)
{
    std::sort(parts.begin(), parts.end(),
              [](const Component& a, const Component& b) { return a.box.x < b.box.x; });
    std::vector<cv::Rect> glyphs;
    for (const Component& part : parts) {
        if (!glyphs.empty()) {
            cv::Rect& last = glyphs.back();
            const int overlap = std::min(last.x + last.width, part.box.x + part.box.width) - part.box.x;
            if (overlap > 0.4 * std::min(last.width, part.box.width)) {
                last |= part.box;
                continue;
            }
        }
        glyphs.push_back(part.box);
    }
    return glyphs;
}

/** The line nearest to a row of the strokes, scaled so that letters of this height become 30 px high. */
StrokeLine scaledLine(const cv::Mat& strokes, double capitalPixels, double expectedRow)
{
    StrokeLine line;
    line.level = strokeLevel(strokes);
    line.scale = strokeCapitalHeight / capitalPixels;
    cv::resize(strokes, line.soft, {}, line.scale, line.scale, cv::INTER_CUBIC);
    // Strokes vary in brightness: the level is that of the boldest dots, the threshold what splits best.
    const double split = cv::threshold(line.soft, line.mask, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    cv::threshold(line.soft, line.mask, std::clamp(split, 0.3 * line.level, 0.5 * line.level), 255,
                  cv::THRESH_BINARY);
    cv::Mat labels;
    const cv::Range rows = lineRows(components(line.mask, labels), expectedRow * line.scale);
    if (rows.empty())
        return line;

    // Letters of the lines above and below may touch: only now that the rows are known can they be cut off.
    const int slack = strokeCapitalHeight / 10;
    const cv::Range cut(std::max(0, rows.start - slack), std::min(line.mask.rows, rows.end + slack));
    line.mask.rowRange(0, cut.start).setTo(0);
    line.mask.rowRange(cut.end, line.mask.rows).setTo(0);
    cv::Mat inRows = line.mask.rowRange(cut);
    std::vector<Component> parts;
    const std::vector<Component> inLine = components(inRows, labels);
    std::vector<unsigned char> kept(inLine.size() + 1, 0);
    for (Component component : inLine) {
        if (belongsToLine(component)) {
            kept[static_cast<std::size_t>(component.label)] = 255;
            component.box.y += cut.start;
            parts.push_back(component);
        }
    }
    for (int row = 0; row < inRows.rows; ++row) {
        const int* label = labels.ptr<int>(row);
        auto* pixel = inRows.ptr<unsigned char>(row);
        for (int column = 0; column < inRows.cols; ++column)
            pixel[column] = kept[static_cast<std::size_t>(label[column])];
    }
    line.glyphs = glyphBoxes(parts);
    line.top = rows.start;
    line.bottom = rows.end;
    line.offset = (rows.start + rows.end) / 2.0 / line.scale - expectedRow;
    return line;
}

}  // namespace

TextCrop textCrop(const cv::Mat& picture, const StrokeSearch& search)
{
    const double margin = search.box.height * searchMargin;
    const cv::Rect area =
        cv::Rect(cv::Point(static_cast<int>(std::floor(search.box.x)),
                           static_cast<int>(std::floor(search.box.y - margin))),
                 cv::Point(static_cast<int>(std::ceil(search.box.x + search.box.width)),
                           static_cast<int>(std::ceil(search.box.y + search.box.height + margin)))) &
        cv::Rect(0, 0, picture.cols, picture.rows);
    if (area.width < 4 || area.height < search.capitalHeight || search.capitalHeight < 5)
        return {};

    return {textBrightness(picture(area), search.steps), area.tl()};
}

StrokeLine findStrokeLine(const TextCrop& crop, const StrokeSearch& search)
{
    if (crop.brightness.empty())
        return {};
    cv::Mat strokes = search.inverse
                          ? strokesInBrightBox(crop.brightness, static_cast<int>(search.capitalHeight))
                          : strokesOverGround(crop.brightness, search.capitalHeight, search.steps);
    // A box hardly brighter than the ground is not found: its letters are darker than both.
    if (search.inverse && strokes.empty())
        strokes = strokesOverGround(255 - crop.brightness, search.capitalHeight, search.steps);
    if (strokes.empty() || strokeLevel(strokes) < search.smallestLevel)
        return {};
    const double expectedRow =
        search.box.y + search.box.height / 2 - crop.corner.y + search.expectedOffset * search.capitalHeight;
    StrokeLine line = scaledLine(strokes, search.capitalHeight, expectedRow);
    // The layout's letter height is a guess: letters of the usual height are worth a
    // second try.
    const double measured = static_cast<double>(line.bottom - line.top) / strokeCapitalHeight;
    if (!line.empty() && std::abs(measured - 1) > 0.06)
        line = scaledLine(strokes, search.capitalHeight * measured, expectedRow);
    return line;
}

cv::Rect extentOf(const std::vector<cv::Rect>& glyphs)
{
    cv::Rect extent;
    for (const cv::Rect& glyph : glyphs)
        extent |= glyph;
    return extent;
}

int strokeDifference(const cv::Mat& a, const cv::Mat& b)
{
    const cv::Size size(std::max(a.cols, b.cols), std::max(a.rows, b.rows));
    auto padded = [&size](const cv::Mat& mask) {
        cv::Mat result;
        cv::copyMakeBorder(mask, result, 0, size.height - mask.rows, 0, size.width - mask.cols,
                           cv::BORDER_CONSTANT | cv::BORDER_ISOLATED, cv::Scalar(0));
        return result;
    };
    const cv::Mat first = padded(a);
    const cv::Mat second = padded(b);
    const cv::Mat cross = cv::getStructuringElement(cv::MORPH_RECT, {3, 3});
    auto outside = [&cross](const cv::Mat& mask, const cv::Mat& other) {
        cv::Mat wide;
        cv::dilate(other, wide, cross);
        cv::Mat rest;
        cv::subtract(mask, wide, rest);
        return cv::countNonZero(rest);
    };
    return outside(first, second) + outside(second, first);
}

}  // namespace sheen
