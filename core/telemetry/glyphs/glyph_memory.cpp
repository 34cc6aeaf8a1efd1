#include "glyphs/glyph_memory.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sheen {

namespace {

constexpr double sameKind = 0.96;     //!< more alike than this: one kind
constexpr double likeEnough = 0.93;   //!< less alike than this: unknown
constexpr double clearlyLess = 0.02;  //!< by which another character has to be less alike
constexpr int enoughVotes = 3;
constexpr double enoughAgreement = 0.8;
constexpr std::size_t mostKinds = 400;

/** Glyphs of different size or place are never alike; saves comparing them. */
bool comparable(const GlyphShape& a, const GlyphShape& b)
{
    return std::abs(a.width - b.width) <= 5 && std::abs(a.top - b.top) <= 5 &&
           std::abs(a.bottom - b.bottom) <= 5;
}

/** The cosine between two shapes, at the best of nine shifts by up to one pixel. */
double similarity(const GlyphShape& a, const GlyphShape& b)
{
    float best = 0;
    for (int down = -1; down <= 1; ++down) {
        for (int right = -1; right <= 1; ++right) {
            float sum = 0;
            for (int row = std::max(0, down); row < GlyphShape::rows + std::min(0, down); ++row) {
                const float* first = a.ink.data() + row * GlyphShape::columns + std::max(0, right);
                const float* second = b.ink.data() + (row - down) * GlyphShape::columns + std::max(0, -right);
                const int count = GlyphShape::columns - std::abs(right);
                float rowSum = 0;
                for (int column = 0; column < count; ++column)
                    rowSum += first[column] * second[column];
                sum += rowSum;
            }
            best = std::max(best, sum);
        }
    }
    return best;
}

void normalise(GlyphShape& shape)
{
    float squares = 0;
    for (const float value : shape.ink)
        squares += value * value;
    const float length = std::sqrt(squares);
    if (length > 0) {
        for (float& value : shape.ink)
            value /= length;
    }
}

}  // namespace

GlyphShape glyphShape(const StrokeLine& line, const cv::Rect& glyph)
{
    constexpr int margin = 4;
    GlyphShape shape;
    shape.width = glyph.width;
    shape.top = glyph.y - line.top;
    shape.bottom = glyph.y + glyph.height - line.top;
    // The glyph's own columns, in the middle of a canvas; the rows are the line's.
    cv::Mat canvas = cv::Mat::zeros(2 * GlyphShape::rows, 2 * GlyphShape::columns, CV_8UC1);
    const cv::Rect source = cv::Rect(glyph.x, line.top - margin, glyph.width, canvas.rows) &
                            cv::Rect(0, 0, line.soft.cols, line.soft.rows);
    const int width = std::min(source.width, canvas.cols);
    const cv::Rect from(source.x + (source.width - width) / 2, source.y, width, source.height);
    const cv::Rect to((canvas.cols - width) / 2, source.y - (line.top - margin), width, source.height);
    if (from.empty())
        return shape;
    line.soft(from).copyTo(canvas(to), line.mask(from));
    cv::Mat small;
    cv::resize(canvas, small, {GlyphShape::columns, GlyphShape::rows}, 0, 0, cv::INTER_AREA);
    for (int row = 0; row < small.rows; ++row) {
        for (int column = 0; column < small.cols; ++column)
            shape.ink[static_cast<std::size_t>(row * small.cols + column)] =
                small.at<unsigned char>(row, column);
    }
    normalise(shape);
    return shape;
}

QChar GlyphMemory::Kind::character() const
{
    const auto most = std::max_element(votes.begin(), votes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == votes.end() ? QChar() : most->first;
}

bool GlyphMemory::Kind::settled() const
{
    int all = 0;
    int most = 0;
    for (const auto& [character, count] : votes) {
        all += count;
        most = std::max(most, count);
    }
    return most >= enoughVotes && most >= enoughAgreement * all;
}

std::optional<GlyphMemory::Match> GlyphMemory::find(const GlyphShape& shape) const
{
    const Kind* best = nullptr;
    double bestSimilarity = 0;
    std::vector<std::pair<const Kind*, double>> alike;
    for (const Kind& kind : m_kinds) {
        if (!comparable(kind.mean, shape))
            continue;
        const double each = similarity(kind.mean, shape);
        alike.emplace_back(&kind, each);
        if (each > bestSimilarity) {
            bestSimilarity = each;
            best = &kind;
        }
    }
    if (!best || bestSimilarity < likeEnough)
        return std::nullopt;
    Match match{best->character(), bestSimilarity, best->settled()};
    for (const auto& [kind, each] : alike) {
        if (kind->character() != match.character && each > bestSimilarity - clearlyLess) {
            // A kind that was read alike often outvotes one that was misread now and then.
            if (kind->seen * 5 > best->seen)
                return std::nullopt;
        }
    }
    return match;
}

void GlyphMemory::learn(const GlyphShape& shape, QChar character)
{
    if (character == QLatin1Char('O'))
        character = QLatin1Char('0');
    Kind* best = nullptr;
    double bestSimilarity = sameKind;
    for (Kind& kind : m_kinds) {
        if (!comparable(kind.mean, shape))
            continue;
        const double each = similarity(kind.mean, shape);
        if (each > bestSimilarity) {
            bestSimilarity = each;
            best = &kind;
        }
    }
    if (!best) {
        if (m_kinds.size() >= mostKinds)
            return;
        m_kinds.emplace_back();
        best = &m_kinds.back();
        best->mean = shape;
    } else {
        // A running mean that forgets slowly.
        const float share = 1.0F / static_cast<float>(std::min(best->seen + 1, 20));
        for (std::size_t i = 0; i < shape.ink.size(); ++i)
            best->mean.ink[i] += share * (shape.ink[i] - best->mean.ink[i]);
        normalise(best->mean);
    }
    ++best->seen;
    ++best->votes[character];
}

}  // namespace sheen
