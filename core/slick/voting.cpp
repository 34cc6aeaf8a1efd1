#include "voting.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "label_runs.h"
#include "span_finder.h"

namespace sheen {

namespace {

constexpr int cellsPerWeight = 16;  //!< the viewing geometry is the same all over a square of so many a side

/** Sums of weights over a tile's box. */
class TileVotes
{
public:
    /** Where the frames are of one pass only, no cell has to be asked when it was last seen. */
    TileVotes(const TileGrid& tile, const std::vector<const VotingFrame*>& frames, int classCount,
              double passSeconds)
        : m_tile(tile),
          m_passSeconds(static_cast<float>(passSeconds)),
          m_votes(cv::Mat1f::zeros(tile.box.size())),
          m_weights(tile.box.height / cellsPerWeight + 1, tile.box.width / cellsPerWeight + 1),
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

    /** Class index + 1 of each cell, 0 for water. `clear`: not 0 where that is oil beyond doubt: where two
     * frames contradict each other it is not, also when one of them saw it a little finer. */
    cv::Mat1b winners(cv::Mat1b& clear) const
    {
        constexpr float half = 0.5f - 1e-4f;  // a tie is oil
        constexpr float clearMajority = 0.55f;
        cv::Mat1b result(m_tile.box.size());
        clear.create(m_tile.box.size());
        cv::Mat1f oilVotes(1, result.cols), most(1, result.cols);
        cv::Mat1f winner(1, result.cols);  // as wide as the others: the loops over a row become vectors
        for (int row = 0; row < result.rows; ++row) {
            oilVotes = 0.0f;
            most = 0.0f;
            winner = 0.0f;
            for (std::size_t c = 0; c < m_oil.size(); ++c) {
                if (!m_oil[c].weight.empty())
                    countRow(m_oil[c], row, static_cast<float>(c + 1), oilVotes[0], most[0], winner[0]);
            }
            const float* votes = m_votes[row];
            std::uint8_t* out = result[row];
            std::uint8_t* isClear = clear[row];
            const float *oil = oilVotes[0], *best = winner[0];
            for (int column = 0; column < result.cols; ++column) {
                out[column] =
                    static_cast<std::uint8_t>(oil[column] >= half * votes[column] ? best[column] : 0);
                isClear[column] = oil[column] >= clearMajority * votes[column] ? 1 : 0;
            }
        }
        return result;
    }

    /** Sum over a stretch of a row of the mean confidence of those who voted for a class there. */
    double confidence(int classIndex, int row, int first, int end) const
    {
        const OilVotes& oil = m_oil[static_cast<std::size_t>(classIndex)];
        const float* weights = oil.weight[row];
        const float* confidences = oil.confidence[row];
        double sum = 0;
        for (int column = first; column < end; ++column)
            sum += static_cast<double>(weights[column] > 0 ? confidences[column] / weights[column] : 0);
        return sum;
    }

    cv::Rect2d boxOnPlane() const
    {
        const double cell = m_tile.cellMetres;
        return {m_tile.upperLeft.x + m_tile.box.x * cell,
                m_tile.upperLeft.y - (m_tile.box.y + m_tile.box.height) * cell, m_tile.box.width * cell,
                m_tile.box.height * cell};
    }

    SpanFinder& spans() { return m_spans; }

private:
    struct OilVotes
    {
        cv::Mat1f weight;      //!< of the frames that saw this class
        cv::Mat1f confidence;  //!< the same, times confidence
    };

    /** Calls add(weight, from, to) for stretches of a row over which the weight is taken to be one. */
    template <typename Add>
    void addWeights(const VotingFrame& frame, int row, int first, int end, const Add& add)
    {
        if (frame.heightMetres <= 0) {
            add(frame.centreWeight, first, end);
            return;
        }
        float* weights = m_weights[row / cellsPerWeight];
        for (int from = first; from < end;) {
            const int square = from / cellsPerWeight;
            const int to = std::min(end, (square + 1) * cellsPerWeight);
            if (weights[square] < 0)
                weights[square] = weightOfSquare(frame, square, row / cellsPerWeight);
            add(weights[square], from, to);
            from = to;
        }
    }

    float weightOfSquare(const VotingFrame& frame, int column, int row) const
    {
        const double x = m_tile.box.x + (column + 0.5) * cellsPerWeight;
        const double y = m_tile.box.y + (row + 0.5) * cellsPerWeight;
        return static_cast<float>(frame.weightAt(
            {m_tile.upperLeft.x + x * m_tile.cellMetres, m_tile.upperLeft.y - y * m_tile.cellMetres}));
    }

    void countRow(const OilVotes& oil, int row, float classNumber, float* oilVotes, float* most,
                  float* winner) const
    {
        const float* weight = oil.weight[row];
        const float* confidence = oil.confidence[row];
        for (int column = 0; column < m_tile.box.width; ++column) {
            oilVotes[column] += weight[column];
            // A detection of no confidence at all still says more than none.
            const float votes = confidence[column] + 1e-6f * weight[column];
            winner[column] = votes > most[column] ? classNumber : winner[column];
            most[column] = votes > most[column] ? votes : most[column];
        }
    }

    void cast(const VotingFrame& frame)
    {
        m_weights.setTo(-1);
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
    cv::Mat1f
        m_weights;  //!< of the frame that votes, for each square of cells; negative where not asked for yet
    std::vector<OilVotes> m_oil;
    SpanFinder m_spans;
};

void addSightings(const TileGrid& tile, const std::vector<const VotingFrame*>& frames, const LabelRuns& runs,
                  TileVotes& votes, std::vector<TileRegion>& regions)
{
    const cv::Rect2d box = votes.boxOnPlane();
    for (const VotingFrame* frame : frames) {
        for (const VotingDetection& detection : frame->detections) {
            if ((detection.shape.bounds & box).empty())
                continue;
            votes.spans().forEachSpan(detection.shape, tile, [&](int row, int first, int end) {
                runs.forEachIn(row, first, end, [&](int label, int from, int to) {
                    auto& sightings = regions[static_cast<std::size_t>(label - 1)].sightings;
                    if (sightings.empty() || sightings.back().record != frame->record)
                        sightings.push_back({frame->record, 0});
                    sightings.back().cells += to - from;
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
    TileVotes votes(tile, frames, classCount, passSeconds);

    std::vector<int> classValues(static_cast<std::size_t>(classCount));
    std::iota(classValues.begin(), classValues.end(), 1);
    cv::Mat1b clear;
    const RegionMap map = findRegions(votes.winners(clear), classValues, 1);

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
    const LabelRuns runs(map.labels);
    for (int row = 0; row < map.labels.rows; ++row) {
        runs.forEachIn(row, 0, map.labels.cols, [&](int label, int from, int to) {
            TileRegion& region = result.regions[static_cast<std::size_t>(label - 1)];
            region.confidenceSum += votes.confidence(region.classIndex, row, from, to);
            region.clearCells += std::accumulate(clear[row] + from, clear[row] + to, 0);
        });
    }
    addSightings(tile, frames, runs, votes, result.regions);
    result.sides = labelsAlongSides(tile.box, map.labels);
    return result;
}

}  // namespace sheen
