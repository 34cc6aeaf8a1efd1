#include "plane_blending.h"

#include <algorithm>
#include <cmath>

namespace sheen {

namespace {

/** Rises over the overlap from next to nothing to 1, and falls again at the other end. */
std::vector<float> ramps(int length, int overlap)
{
    std::vector<float> weights;
    for (int i = 0; i < length; ++i) {
        const float fromEdge = float(std::min(i, length - 1 - i)) + 0.5F;
        weights.push_back(std::min(1.0F, fromEdge / float(std::max(1, overlap))));
    }
    return weights;
}

/** Rows of the window: a tile's, and one that the next decision looks back at. */
int windowRows(const TilePlan& plan, int factor)
{
    return plan.tile.height / factor + 1;
}

/** From where to where a tile of a row or column of tiles counts, when overlaps are cut in their middle. */
std::pair<int, int> ownShare(const std::vector<int>& starts, std::size_t i, int tile)
{
    const int from = i == 0 ? 0 : (starts[i - 1] + tile + starts[i]) / 2;
    const int to = i + 1 == starts.size() ? starts[i] + tile : (starts[i] + tile + starts[i + 1]) / 2;
    return {from, to};
}

}  // namespace

PlaneBlending::PlaneBlending(const TilePlan& plan, cv::Size picture, int factor, const ClassPlanes& kind)
    : m_plan(plan),
      m_picture(picture),
      m_factor(factor),
      m_window(kind),
      m_tile(plan.tile.width / factor, plan.tile.height / factor),
      m_whole(plan.padded.width / factor, plan.padded.height / factor),
      m_across(ramps(m_tile.width, plan.overlap / factor)),
      m_down(ramps(m_tile.height, plan.overlap / factor))
{
    const std::size_t rows = std::size_t(windowRows(plan, factor));
    m_sums.resize(std::size_t(kind.channels) * rows * std::size_t(m_whole.width));
    m_weights.resize(rows * std::size_t(m_whole.width));
    m_window.values = m_sums.data();
    m_window.planeStride = std::ptrdiff_t(m_weights.size());
    m_result.classes.create(picture, CV_8UC1);
    m_result.confidence.create(picture, CV_8UC1);
}

double PlaneBlending::memory(const TilePlan& plan, int factor, int channels)
{
    return (double(channels) + 1) * windowRows(plan, factor) * (double(plan.padded.width) / factor) *
           sizeof(float);
}

float* PlaneBlending::row(int channel, int planeRow)
{
    return m_sums.data() + channel * m_window.planeStride +
           std::ptrdiff_t(planeRow - m_firstRow) * m_whole.width;
}

void PlaneBlending::add(const float* planes)
{
    const std::size_t columns = m_plan.lefts.size();
    const std::size_t column = std::size_t(m_added) % columns;
    const std::size_t tileRow = std::size_t(m_added) / columns;
    accumulate(m_plan.lefts[column] / m_factor, m_plan.tops[tileRow] / m_factor, planes);
    ++m_added;
    if (column + 1 < columns)
        return;
    const bool last = tileRow + 1 == m_plan.tops.size();
    decideRows(last ? m_whole.height : m_plan.tops[tileRow + 1] / m_factor, last);
}

void PlaneBlending::accumulate(int left, int top, const float* planes)
{
    const std::ptrdiff_t tileArea = m_tile.area();
    for (int y = 0; y < m_tile.height; ++y) {
        float* weights = m_weights.data() + std::ptrdiff_t(top + y - m_firstRow) * m_whole.width + left;
        for (int x = 0; x < m_tile.width; ++x)
            weights[x] += m_down[std::size_t(y)] * m_across[std::size_t(x)];
    }
    for (int channel = 0; channel < m_window.channels; ++channel) {
        for (int y = 0; y < m_tile.height; ++y) {
            const float* source = planes + channel * tileArea + std::ptrdiff_t(y) * m_tile.width;
            float* sums = row(channel, top + y) + left;
            const float down = m_down[std::size_t(y)];
            for (int x = 0; x < m_tile.width; ++x)
                sums[x] += down * m_across[std::size_t(x)] * source[x];
        }
    }
}

/** Rows of the planes before `until` get nothing more: they are averaged, and the picture's rows that need
 * no others are decided. */
void PlaneBlending::decideRows(int until, bool last)
{
    for (int y = m_averagedRows; y < until; ++y) {
        const float* weights = m_weights.data() + std::ptrdiff_t(y - m_firstRow) * m_whole.width;
        for (int channel = 0; channel < m_window.channels; ++channel) {
            float* sums = row(channel, y);
            for (int x = 0; x < m_whole.width; ++x)
                sums[x] /= weights[x];
        }
    }
    m_averagedRows = until;
    // The picture may be scaled; its row y is looked up at (y + 0.5) * scale - 0.5.
    const PlaneScale scale{double(m_plan.scaled.width) / m_factor / m_picture.width,
                           double(m_plan.scaled.height) / m_factor / m_picture.height};
    const int whole = m_picture.height;
    const int end =
        last ? whole : std::clamp(int(std::ceil((until - 0.5) / scale.y - 0.5)), m_decidedRows, whole);
    if (end > m_decidedRows) {
        m_window.size = {m_whole.width, until - m_firstRow};
        const cv::Range rows(m_decidedRows, end);
        Segmentation part{m_result.classes.rowRange(rows), m_result.confidence.rowRange(rows)};
        decodePlanesInto(m_window, scale, m_decidedRows * scale.y - m_firstRow, part);
        m_decidedRows = end;
    }
    if (!last)
        forgetRows(until - 1);
}

void PlaneBlending::forgetRows(int before)
{
    const std::ptrdiff_t gone = std::ptrdiff_t(before - m_firstRow) * m_whole.width;
    const auto shift = [gone](float* begin, float* end) {
        std::copy(begin + gone, end, begin);
        std::fill(end - gone, end, 0.0F);
    };
    shift(m_weights.data(), m_weights.data() + m_weights.size());
    for (int channel = 0; channel < m_window.channels; ++channel) {
        float* plane = m_sums.data() + channel * m_window.planeStride;
        shift(plane, plane + m_window.planeStride);
    }
    m_firstRow = before;
}

TileJoining::TileJoining(const TilePlan& plan, cv::Size picture) : m_plan(plan), m_picture(picture)
{
    m_whole.classes.create(plan.padded, CV_8UC1);
    m_whole.confidence.create(plan.padded, CV_8UC1);
}

void TileJoining::add(const Segmentation& tile)
{
    const std::size_t column = std::size_t(m_added) % m_plan.lefts.size();
    const std::size_t row = std::size_t(m_added) / m_plan.lefts.size();
    ++m_added;
    const auto [left, right] = ownShare(m_plan.lefts, column, m_plan.tile.width);
    const auto [top, bottom] = ownShare(m_plan.tops, row, m_plan.tile.height);
    const cv::Rect target(left, top, right - left, bottom - top);
    const cv::Rect source = target - cv::Point(m_plan.lefts[column], m_plan.tops[row]);
    tile.classes(source).copyTo(m_whole.classes(target));
    tile.confidence(source).copyTo(m_whole.confidence(target));
}

Segmentation TileJoining::result() const
{
    const PlaneScale scale{double(m_plan.scaled.width) / m_picture.width,
                           double(m_plan.scaled.height) / m_picture.height};
    return {decodeClassMap(m_whole.classes, m_picture, scale).classes,
            decodeClassMap(m_whole.confidence, m_picture, scale).classes};
}

}  // namespace sheen
