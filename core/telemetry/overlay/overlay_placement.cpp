#include "overlay/overlay_placement.h"

#include <QMarginsF>
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "glyphs/text_strokes.h"
#include "overlay/letter_look.h"

namespace sheen {

namespace {

constexpr int darkest = 24;  //!< a bar's brightest pixel may be as bright (limited range, noise)
constexpr double leastPlacementScore = 0.4;  //!< less is scenery, and not worth reading
constexpr double widestBar = 0.25;           //!< share of the picture; more is night, not a bar

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

/** The place moved and stretched in ever smaller steps, as long as lines lie better there. */
QRectF refined(const cv::Mat& picture, const OverlayLayout& layout, QRectF place)
{
    double best = placementScore(picture, placed(layout, place));
    for (const double step : {0.02, 0.01, 0.005}) {
        const double right = step * place.width();
        const double down = step * place.height();
        for (const QMarginsF& change :
             {QMarginsF(-right, 0, right, 0), QMarginsF(right, 0, -right, 0), QMarginsF(0, -down, 0, down),
              QMarginsF(0, down, 0, -down), QMarginsF(right, 0, right, 0), QMarginsF(-right, 0, -right, 0),
              QMarginsF(0, down, 0, down), QMarginsF(0, -down, 0, -down)}) {
            const QRectF tried = place.marginsAdded(change);
            const double score = placementScore(picture, placed(layout, tried));
            if (score > best) {
                best = score;
                place = tried;
            }
        }
    }
    return place;
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

std::vector<QRectF> likelyPlacements(const cv::Mat& picture, const OverlayLayout& layout, const QRectF& place,
                                     std::size_t count)
{
    struct Candidate
    {
        QRectF place;
        double score;
    };
    std::vector<Candidate> candidates;
    for (const double scale : {0.92, 0.95, 0.975, 1.0, 1.025, 1.05}) {
        for (const double right : {-0.02, 0.0, 0.02}) {
            for (const double down : {-0.03, -0.015, 0.0, 0.015, 0.03}) {
                const QPointF middle = place.center() + QPointF(right * place.width(), down * place.height());
                QRectF tried(0, 0, place.width() * scale, place.height() * scale);
                tried.moveCenter(middle);
                candidates.push_back({tried, placementScore(picture, placed(layout, tried))});
            }
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    std::vector<QRectF> places;
    for (std::size_t i = 0; i < std::min(count, candidates.size()); ++i) {
        if (candidates[i].score > leastPlacementScore)
            places.push_back(refined(picture, layout, candidates[i].place));
    }
    return places;
}

}  // namespace sheen
