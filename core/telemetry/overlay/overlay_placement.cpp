#include "overlay/overlay_placement.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "glyphs/text_strokes.h"
#include "overlay/letter_look.h"

namespace sheen {

namespace {

constexpr int darkest = 24;         //!< a bar's brightest pixel may be as bright (limited range, noise)
constexpr double widestBar = 0.35;  //!< share of the picture (720 lines in the corner of 1080); more is night

/** First and last index whose brightness is above a bar's. */
cv::Range litRange(const cv::Mat& profile)
{
    const int count = static_cast<int>(profile.total());
    const int most = static_cast<int>(count * widestBar);
    int first = 0;
    while (first < most && profile.at<unsigned char>(first) < darkest)
        ++first;
    int end = count;
    while (end > count - most && profile.at<unsigned char>(end - 1) < darkest)
        --end;
    // A dark picture reaches the limit: then there are no bars to speak of.
    return {first == most ? 0 : first, end == count - most ? count : end};
}

}  // namespace

QRectF pictureWithinBars(const std::vector<cv::Mat>& pictures)
{
    cv::Mat brightest;
    for (const cv::Mat& picture : pictures) {
        if (picture.empty() || (!brightest.empty() && picture.size() != brightest.size()))
            continue;
        cv::Mat grey = picture;
        if (picture.channels() == 3)
            cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
        if (brightest.empty())
            brightest = grey.clone();
        else
            cv::max(brightest, grey, brightest);
    }
    if (brightest.empty())
        return {0, 0, 1, 1};
    cv::Mat rows;
    cv::Mat columns;
    cv::reduce(brightest, rows, 1, cv::REDUCE_MAX);
    cv::reduce(brightest, columns, 0, cv::REDUCE_MAX);
    const cv::Range down = litRange(rows);
    const cv::Range across = litRange(columns.t());
    return {static_cast<double>(across.start) / brightest.cols,
            static_cast<double>(down.start) / brightest.rows,
            static_cast<double>(across.size()) / brightest.cols,
            static_cast<double>(down.size()) / brightest.rows};
}

OverlayLayout placed(const OverlayLayout& layout, const QRectF& place)
{
    auto move = [&place](const QRectF& box) {
        return QRectF(place.x() + box.x() * place.width(), place.y() + box.y() * place.height(),
                      box.width() * place.width(), box.height() * place.height());
    };
    OverlayLayout moved = layout;
    moved.textHeight *= place.height();
    for (OverlayLayout::Field& field : moved.fields)
        field.box = move(field.box);
    for (QRectF& mark : moved.otherMarks)
        mark = move(mark);
    return moved;
}

OverlayLayout widened(const OverlayLayout& layout, double aspectRatio)
{
    constexpr double mostCapitals = 1.2;
    const double most = mostCapitals * layout.textHeight / aspectRatio;
    OverlayLayout wide = layout;
    for (OverlayLayout::Field& field : wide.fields) {
        double left = field.box.left();
        double right = 1 - field.box.right();
        for (const OverlayLayout::Field& other : layout.fields) {
            const bool sameRow = other.field != field.field && other.box.top() < field.box.center().y() &&
                                 other.box.bottom() > field.box.center().y();
            if (!sameRow)
                continue;
            if (other.box.center().x() < field.box.center().x())
                left = std::min(left, (field.box.left() - other.box.right()) / 2);
            else
                right = std::min(right, (other.box.left() - field.box.right()) / 2);
        }
        field.box.adjust(-std::clamp(left, 0.0, most), 0, std::clamp(right, 0.0, most), 0);
    }
    return wide;
}

double placementScore(const cv::Mat& seen, const OverlayLayout& layout)
{
    const cv::Mat picture = inLetterColour(seen, layout.textColour);
    double score = 0;
    for (const OverlayLayout::Field& field : layout.fields) {
        StrokeSearch search;
        search.box = {field.box.x() * picture.cols, field.box.y() * picture.rows,
                      field.box.width() * picture.cols, field.box.height() * picture.rows};
        search.capitalHeight = layout.textHeight * picture.rows;
        search.inverse = field.inverse;
        const StrokeLine line = findStrokeLine(textCrop(picture, search), search);
        if (line.empty())
            continue;
        const int right = line.mask.cols;
        const bool cut =
            line.glyphs.front().x <= 1 || line.glyphs.back().x + line.glyphs.back().width >= right - 1;
        const double off = std::abs(line.offset) / search.capitalHeight;
        const double size = std::abs(line.scale * search.capitalHeight / strokeCapitalHeight - 1);
        score += std::max(0.0, 1 - off - size) * (cut ? 0.3 : 1);
    }
    return score / static_cast<double>(std::max<std::size_t>(1, layout.fields.size()));
}

}  // namespace sheen
