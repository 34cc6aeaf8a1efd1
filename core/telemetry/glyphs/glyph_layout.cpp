#include "glyphs/glyph_layout.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "base/median.h"
#include "glyphs/text_strokes.h"
namespace sheen {

namespace {

double middleColumn(const cv::Rect& glyph)
{
    return glyph.x + glyph.width / 2.0;
}

bool isFullHeight(const cv::Rect& glyph)
{
    return glyph.height > 0.72 * strokeCapitalHeight;
}

/** Small marks are writing only as a full stop, a colon, a dash or a degree sign. */
bool isWriting(const cv::Rect& glyph, const StrokeLine& line)
{
    if (isFullHeight(glyph)) {
        // Thin lines of the scenery one over the other span a letter's box, but hardly fill it.
        const bool inked = cv::countNonZero(line.mask(glyph)) > 0.17 * glyph.area();
        return inked && glyph.x > 1 && glyph.x + glyph.width < line.mask.cols - 1;
    }
    const double capital = strokeCapitalHeight;
    const double below = (glyph.y + glyph.height - line.bottom) / capital;
    const double above = (glyph.y - line.top) / capital;
    const bool fullStop =
        std::abs(below) < 0.17 && glyph.height < 0.45 * capital && glyph.width < 0.45 * capital;
    const bool colon = glyph.height > 0.45 * capital && glyph.width < 0.45 * capital;
    const bool sign =
        above > 0.15 && below < -0.1 && glyph.width > 0.3 * capital && glyph.width < 1.15 * capital;
    const bool degree = std::abs(above) < 0.25 && glyph.height < 0.65 * capital &&
                        glyph.height > 0.2 * capital && glyph.width > 0.2 * capital &&
                        glyph.width < 0.8 * capital;
    return fullStop || colon || sign || degree || glyph.height > 0.5 * capital;
}

std::vector<cv::Rect> joinedHalves(const std::vector<cv::Rect>& glyphs, double pitch)
{
    std::vector<cv::Rect> joined;
    for (const cv::Rect& glyph : glyphs) {
        if (!joined.empty()) {
            const cv::Rect both = joined.back() | glyph;
            const bool near = middleColumn(glyph) - middleColumn(joined.back()) < 0.62 * pitch;
            const bool letters =
                glyph.height > 0.3 * strokeCapitalHeight && joined.back().height > 0.3 * strokeCapitalHeight;
            if (near && letters && both.width < 0.98 * pitch) {
                joined.back() = both;
                continue;
            }
        }
        joined.push_back(glyph);
    }
    return joined;
}

std::vector<cv::Rect> partedLetters(const std::vector<cv::Rect>& glyphs, double pitch)
{
    std::vector<cv::Rect> parted;
    for (const cv::Rect& glyph : glyphs) {
        const int count = static_cast<int>(std::lround((glyph.width + 0.2 * pitch) / pitch));
        if (count < 2 || !isFullHeight(glyph)) {
            parted.push_back(glyph);
            continue;
        }
        for (int i = 0; i < count; ++i) {
            const int left = glyph.x + glyph.width * i / count;
            const int right = glyph.x + glyph.width * (i + 1) / count;
            parted.emplace_back(left, glyph.y, right - left, glyph.height);
        }
    }
    return parted;
}

/** In a font of one pitch nothing small stands close to a letter: what does is a speck of the ground. */
std::vector<cv::Rect> withoutSpecks(const std::vector<cv::Rect>& glyphs, double pitch)
{
    std::vector<cv::Rect> kept;
    for (const cv::Rect& glyph : glyphs) {
        const bool close = std::any_of(glyphs.begin(), glyphs.end(), [&](const cv::Rect& other) {
            return isFullHeight(other) && other != glyph &&
                   std::abs(middleColumn(other) - middleColumn(glyph)) < 0.62 * pitch;
        });
        if (isFullHeight(glyph) || !close)
            kept.push_back(glyph);
    }
    return kept;
}

/** The longest run of glyphs without a blank between them. */
std::vector<cv::Rect> longestWord(const std::vector<cv::Rect>& glyphs, double pitch)
{
    std::vector<cv::Rect> longest;
    std::vector<cv::Rect> word;
    for (std::size_t i = 0; i <= glyphs.size(); ++i) {
        const bool apart = i == glyphs.size() ||
                           (i > 0 && middleColumn(glyphs[i]) - middleColumn(glyphs[i - 1]) > 1.75 * pitch);
        if (apart) {
            const auto letters = [](const std::vector<cv::Rect>& each) {
                return std::count_if(each.begin(), each.end(), isFullHeight);
            };
            if (letters(word) >= letters(longest))
                longest = word;
            word.clear();
        }
        if (i < glyphs.size())
            word.push_back(glyphs[i]);
    }
    return longest;
}

}  // namespace

double characterPitch(const std::vector<StrokeLine>& lines)
{
    std::vector<double> distances;
    for (const StrokeLine& line : lines) {
        for (std::size_t i = 1; i < line.glyphs.size(); ++i) {
            if (!isFullHeight(line.glyphs[i]) || !isFullHeight(line.glyphs[i - 1]))
                continue;
            const double distance = middleColumn(line.glyphs[i]) - middleColumn(line.glyphs[i - 1]);
            if (distance > 0.55 * strokeCapitalHeight && distance < 1.5 * strokeCapitalHeight)
                distances.push_back(distance);
        }
    }
    if (distances.size() < 5)
        return 0;
    return median(std::move(distances));
}

void tidyGlyphs(StrokeLine& line, double pitch, bool oneWord)
{
    std::vector<cv::Rect> writing;
    std::copy_if(line.glyphs.begin(), line.glyphs.end(), std::back_inserter(writing),
                 [&line](const cv::Rect& glyph) { return isWriting(glyph, line); });
    if (pitch > 0)
        writing = withoutSpecks(partedLetters(joinedHalves(writing, pitch), pitch), pitch);
    if (pitch > 0 && oneWord)
        writing = longestWord(writing, pitch);
    // Specks before and after the writing are none.
    while (!writing.empty() && !isFullHeight(writing.front()) &&
           writing.front().width < 0.45 * strokeCapitalHeight)
        writing.erase(writing.begin());
    auto isDash = [&line](const cv::Rect& glyph) {
        return glyph.height < 0.3 * strokeCapitalHeight && glyph.y > line.top + 0.2 * strokeCapitalHeight;
    };
    while (!writing.empty() && isDash(writing.back()))
        writing.pop_back();
    line.glyphs = writing;
}

}  // namespace sheen
