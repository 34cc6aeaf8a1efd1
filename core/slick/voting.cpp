#include "core/slick/voting.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sheen {

namespace {

constexpr int cellsPerWeight = 16;  //!< along a row, the viewing geometry is taken to be the same

/** The rows of cells whose centres a shape holds. */
class SpanFinder
{
public:
    /** Calls visit(row, first column, end column) in cells of the box. */
    template <typename Visit>
    void forEachSpan(const PlaneShape& shape, const TileGrid& tile, const Visit& visit)
    {
        m_crossings.clear();
        const double perMetre = 1 / tile.cellMetres;
        const auto toCell = [&](const cv::Point2d& point) {
            return cv::Point2d((point.x - tile.upperLeft.x) * perMetre - tile.box.x,
                               (tile.upperLeft.y - point.y) * perMetre - tile.box.y);
        };
        for (const PixelRing& ring : shape.rings) {
            cv::Point2d from = toCell(ring.back());
            for (const cv::Point2d& point : ring) {
                const cv::Point2d to = toCell(point);
                addEdge(from, to, tile.box.height);
                from = to;
            }
        }
        std::sort(m_crossings.begin(), m_crossings.end());
        for (std::size_t i = 0; i + 1 < m_crossings.size(); i += 2) {
            const int first = firstCentreFrom(m_crossings[i].column, tile.box.width);
            const int end = firstCentreFrom(m_crossings[i + 1].column, tile.box.width);
            if (first < end)
                visit(m_crossings[i].row, first, end);
        }
    }

private:
    struct Crossing
    {
        int row;
        double column;
        bool operator<(const Crossing& other) const
        {
            return row != other.row ? row < other.row : column < other.column;
        }
    };

    static int firstCentreFrom(double column, int width)
    {
        return static_cast<int>(std::ceil(std::clamp(column - 0.5, 0.0, static_cast<double>(width))));
    }

    void addEdge(cv::Point2d from, cv::Point2d to, int height)
    {
        if (from.y == to.y)
            return;
        if (from.y > to.y)
            std::swap(from, to);
        const int first = firstCentreFrom(from.y, height);
        const int end = firstCentreFrom(to.y, height);
        const double slope = (to.x - from.x) / (to.y - from.y);
        for (int row = first; row < end; ++row)
            m_crossings.push_back({row, from.x + (row + 0.5 - from.y) * slope});
    }

    std::vector<Crossing> m_crossings;
};

/** Sums of weights over a tile's box. */
class Ballot
{
public:
    /** Where the frames are of one pass only, no cell has to be asked when it was last seen. */
    Ballot(const TileGrid& tile, const std::vector<const VotingFrame*>& frames, int classCount,
           double passSeconds)
        : m_tile(tile),
          m_passSeconds(static_cast<float>(passSeconds)),
          m_votes(cv::Mat1f::zeros(tile.box.size())),
          m_oil(static_cast<std::size_t>(classCount))
    {
        const auto earlier = [](const VotingFrame* a, const VotingFrame* b) {
            return a->timeSeconds < b->timeSeconds;
        };
        const auto [first, last] = std::minmax_element(frames.begin(), frames.end(), earlier);
        if (first == frames.end())
            return;
        m_start = (*first)->timeSeconds;
        if (passSeconds > 0 && (*last)->timeSeconds - m_start > passSeconds)
            findLastSeen(frames);
        for (const VotingFrame* frame : frames)
            cast(*frame);
    }

    /** Class index + 1 of each cell, 0 for water. */
    cv::Mat1b winners() const
    {
        constexpr float half = 0.5f - 1e-4f;  // a tie is oil
        cv::Mat1b result = cv::Mat1b::zeros(m_tile.box.size());
        for (int row = 0; row < result.rows; ++row) {
            for (int column = 0; column < result.cols; ++column) {
                float oilVotes = 0;
                float most = 0;
                int winner = 0;
                for (std::size_t c = 0; c < m_oil.size(); ++c) {
                    if (m_oil[c].weight.empty())
                        continue;
                    oilVotes += m_oil[c].weight(row, column);
                    // A detection of no confidence at all still says more than none.
                    const float votes =
                        m_oil[c].confidence(row, column) + 1e-6f * m_oil[c].weight(row, column);
                    if (votes > most) {
                        most = votes;
                        winner = static_cast<int>(c) + 1;
                    }
                }
                if (winner > 0 && oilVotes >= half * m_votes(row, column))
                    result(row, column) = static_cast<std::uint8_t>(winner);
            }
        }
        return result;
    }

    /** Mean confidence of those who voted for a class there. */
    double confidence(int classIndex, int row, int column) const
    {
        const OilVotes& oil = m_oil[static_cast<std::size_t>(classIndex)];
        const float weight = oil.weight(row, column);
        return weight > 0 ? static_cast<double>(oil.confidence(row, column) / weight) : 0;
    }

    cv::Rect2d boxOnPlane() const
    {
        const double cell = m_tile.cellMetres;
        return {m_tile.upperLeft.x + m_tile.box.x * cell,
                m_tile.upperLeft.y - (m_tile.box.y + m_tile.box.height) * cell, m_tile.box.width * cell,
                m_tile.box.height * cell};
    }

    SpanFinder& spans() { return m_spans; }

    /** Calls add(weight, from, to) for stretches of a row over which the weight is taken to be one. */
    template <typename Add>
    void addWeights(const VotingFrame& frame, int row, int first, int end, const Add& add) const
    {
        if (frame.heightMetres <= 0) {
            add(frame.centreWeight, first, end);
            return;
        }
        for (int from = first; from < end;) {
            const int to = std::min(end, (from / cellsPerWeight + 1) * cellsPerWeight);
            const double middle = m_tile.box.x + (from / cellsPerWeight + 0.5) * cellsPerWeight;
            const cv::Point2d place(m_tile.upperLeft.x + middle * m_tile.cellMetres,
                                    m_tile.upperLeft.y - (m_tile.box.y + row + 0.5) * m_tile.cellMetres);
            add(static_cast<float>(frame.weightAt(place)), from, to);
            from = to;
        }
    }

private:
    struct OilVotes
    {
        cv::Mat1f weight;      //!< of the frames that saw this class
        cv::Mat1f confidence;  //!< the same, times confidence
    };

    void cast(const VotingFrame& frame)
    {
        m_spans.forEachSpan(frame.footprint, m_tile, [&](int row, int first, int end) {
            addWeights(frame, row, first, end, [&](float weight, int from, int to) {
                float* votes = m_votes[row];
                forEachVote(frame, row, from, to, [&](int column) { votes[column] += weight; });
            });
        });
        for (const VotingDetection& detection : frame.detections) {
            if ((detection.shape.bounds & boxOnPlane()).empty())
                continue;
            OilVotes& oil = m_oil[static_cast<std::size_t>(detection.classIndex)];
            if (oil.weight.empty()) {
                oil.weight = cv::Mat1f::zeros(m_tile.box.size());
                oil.confidence = cv::Mat1f::zeros(m_tile.box.size());
            }
            m_spans.forEachSpan(detection.shape, m_tile, [&](int row, int first, int end) {
                addWeights(frame, row, first, end, [&](float weight, int from, int to) {
                    const float confidence = weight * detection.confidence;
                    float* weights = oil.weight[row];
                    float* confidences = oil.confidence[row];
                    forEachVote(frame, row, from, to, [&](int column) {
                        weights[column] += weight;
                        confidences[column] += confidence;
                    });
                });
            });
        }
    }

    void findLastSeen(const std::vector<const VotingFrame*>& frames)
    {
        m_lastSeen = cv::Mat1f(m_tile.box.size(), -1.0f);
        for (const VotingFrame* frame : frames) {
            const auto time = static_cast<float>(frame->timeSeconds - m_start);
            m_spans.forEachSpan(frame->footprint, m_tile, [&](int row, int first, int end) {
                float* seen = m_lastSeen[row];
                for (int column = first; column < end; ++column)
                    seen[column] = std::max(seen[column], time);
            });
        }
    }

    template <typename Vote>
    void forEachVote(const VotingFrame& frame, int row, int from, int to, const Vote& vote) const
    {
        if (m_lastSeen.empty()) {
            for (int column = from; column < to; ++column)
                vote(column);
            return;
        }
        const float latest = static_cast<float>(frame.timeSeconds - m_start) + m_passSeconds;
        const float* seen = m_lastSeen[row];
        for (int column = from; column < to; ++column) {
            if (seen[column] <= latest)
                vote(column);
        }
    }

    const TileGrid& m_tile;
    const float m_passSeconds;
    double m_start = 0;    //!< time of the first frame; times below count from here
    cv::Mat1f m_lastSeen;  //!< seconds; empty where all frames are of one pass
    cv::Mat1f m_votes;     //!< of all frames that saw the cell
    std::vector<OilVotes> m_oil;
    SpanFinder m_spans;
};

void addSightings(const TileGrid& tile, const std::vector<const VotingFrame*>& frames, const cv::Mat& labels,
                  Ballot& ballot, std::vector<TileRegion>& regions)
{
    const cv::Rect2d box = ballot.boxOnPlane();
    for (const VotingFrame* frame : frames) {
        for (const VotingDetection& detection : frame->detections) {
            if ((detection.shape.bounds & box).empty())
                continue;
            ballot.spans().forEachSpan(detection.shape, tile, [&](int row, int first, int end) {
                ballot.addWeights(*frame, row, first, end, [&](float weight, int from, int to) {
                    const int* label = labels.ptr<int>(row);
                    for (int column = from; column < to; ++column) {
                        if (label[column] == 0)
                            continue;
                        auto& sightings = regions[static_cast<std::size_t>(label[column] - 1)].sightings;
                        if (sightings.empty() || sightings.back().record != frame->record)
                            sightings.push_back({frame->record, 0, 0});
                        sightings.back().cells += 1;
                        sightings.back().weight += static_cast<double>(weight);
                    }
                });
            });
        }
    }
}

std::array<std::vector<int>, 4> labelsAlongSides(const cv::Rect& box, const cv::Mat& labels)
{
    std::array<std::vector<int>, 4> sides;
    for (std::vector<int>& side : sides)
        side.assign(cellsPerTile, 0);
    for (int row = 0; row < box.height; ++row) {
        const auto at = static_cast<std::size_t>(box.y + row);
        if (box.x == 0)
            sides[0][at] = labels.at<int>(row, 0);
        if (box.x + box.width == cellsPerTile)
            sides[2][at] = labels.at<int>(row, box.width - 1);
    }
    for (int column = 0; column < box.width; ++column) {
        const auto at = static_cast<std::size_t>(box.x + column);
        if (box.y == 0)
            sides[1][at] = labels.at<int>(0, column);
        if (box.y + box.height == cellsPerTile)
            sides[3][at] = labels.at<int>(box.height - 1, column);
    }
    return sides;
}

}  // namespace

void PlaneShape::setBounds()
{
    cv::Point2d low(HUGE_VAL, HUGE_VAL);
    cv::Point2d high(-HUGE_VAL, -HUGE_VAL);
    for (const PixelRing& ring : rings) {
        for (const cv::Point2d& point : ring) {
            low = {std::min(low.x, point.x), std::min(low.y, point.y)};
            high = {std::max(high.x, point.x), std::max(high.y, point.y)};
        }
    }
    bounds = rings.empty() ? cv::Rect2d() : cv::Rect2d(low, high);
}

double VotingFrame::weightAt(cv::Point2d place) const
{
    if (heightMetres <= 0)
        return static_cast<double>(centreWeight);
    const cv::Point2d away = place - nadir;
    const double share =
        centreSlantMetres * centreSlantMetres / (heightMetres * heightMetres + away.dot(away));
    return static_cast<double>(centreWeight) * share * std::sqrt(share);
}

TileResult voteOnTile(const TileGrid& tile, const std::vector<const VotingFrame*>& frames, int classCount,
                      double passSeconds)
{
    Ballot ballot(tile, frames, classCount, passSeconds);

    std::vector<int> classValues(static_cast<std::size_t>(classCount));
    std::iota(classValues.begin(), classValues.end(), 1);
    const RegionMap map = findRegions(ballot.winners(), classValues, 1);

    TileResult result;
    result.index = tile.index;
    result.regions.resize(map.regions.size());
    std::vector<PixelPolygon> outlines = traceRegions(map);
    const cv::Point2d origin(tile.index.x * cellsPerTile + tile.box.x,
                             tile.index.y * cellsPerTile + tile.box.y);
    for (std::size_t i = 0; i < outlines.size(); ++i) {
        for (PixelRing& ring : outlines[i]) {
            for (cv::Point2d& point : ring)
                point += origin;
        }
        result.regions[i].classIndex = map.regions[i].classValue - 1;
        result.regions[i].cells = map.regions[i].pixels;
        result.regions[i].outline = std::move(outlines[i]);
    }
    for (int row = 0; row < map.labels.rows; ++row) {
        const int* label = map.labels.ptr<int>(row);
        for (int column = 0; column < map.labels.cols; ++column) {
            if (label[column] == 0)
                continue;
            TileRegion& region = result.regions[static_cast<std::size_t>(label[column] - 1)];
            region.confidenceSum += ballot.confidence(region.classIndex, row, column);
        }
    }
    addSightings(tile, frames, map.labels, ballot, result.regions);
    result.sides = labelsAlongSides(tile.box, map.labels);
    return result;
}

}  // namespace sheen
