#include "sample_rows.h"

#include <algorithm>

namespace sheen {

namespace {

constexpr int samplesOfMarks = 1000;
constexpr ForestShape shape = {20, 10};
constexpr float sure = 0.7F;

/** Every other one. */
Rows halfOf(const Rows& rows, std::size_t which)
{
    Rows chosen;
    for (std::size_t i = which; i < rows.size(); i += 2)
        chosen.push_back(rows[i]);
    return chosen;
}

}  // namespace

Rows evenly(const Rows& rows, int wanted)
{
    Rows chosen;
    if (rows.empty())
        return chosen;
    for (int i = 0; i < wanted; ++i)
        chosen.push_back(rows[std::size_t(i) * rows.size() / std::size_t(wanted)]);
    return chosen;
}

void append(Rows& rows, const Rows& more)
{
    rows.insert(rows.end(), more.begin(), more.end());
}

PixelForest Sides::grown(const ForestShape& forestShape) const
{
    const int count = int(yes.size() + no.size());
    cv::Mat1f samples(count, PixelFeatures::count);
    cv::Mat1f answers(count, 1, 0.0F);
    for (int i = 0; i < count; ++i) {
        const bool speaksFor = i < int(yes.size());
        const float* row = speaksFor ? yes[std::size_t(i)] : no[std::size_t(i) - yes.size()];
        std::copy_n(row, PixelFeatures::count, samples[i]);
        answers(i) = speaksFor ? 1.0F : 0.0F;
    }
    return PixelForest::grown(samples, answers, forestShape);
}

Sides believed(const Sides& marks, const Sides& rest)
{
    Sides kept;
    for (const std::size_t which : {0U, 1U}) {
        Sides sides{evenly(marks.yes, samplesOfMarks), evenly(marks.no, samplesOfMarks)};
        append(sides.yes, evenly(halfOf(rest.yes, 1 - which), samplesOfMarks / 2));
        append(sides.no, evenly(halfOf(rest.no, 1 - which), samplesOfMarks / 2));
        if (sides.yes.empty() || sides.no.empty())
            return rest;
        const PixelForest forest = sides.grown(shape);
        for (const float* row : halfOf(rest.yes, which)) {
            if (forest.answer(row) > sure)
                kept.yes.push_back(row);
        }
        for (const float* row : halfOf(rest.no, which)) {
            if (forest.answer(row) < 1 - sure)
                kept.no.push_back(row);
        }
    }
    return kept;
}

}  // namespace sheen
