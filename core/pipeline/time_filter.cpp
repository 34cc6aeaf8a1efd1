#include "core/pipeline/time_filter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <opencv2/imgproc.hpp>
#include <utility>
#include <vector>

namespace sheen {

namespace {

constexpr std::size_t neighboursOnASide = 2;
constexpr int reducedWidth = 320;  //!< pixels: votes are taken at this size
constexpr int nodePixels = 16;  //!< of the reduced picture, from one place that is carried over to the next

cv::Size reducedSize(cv::Size picture)
{
    const double scale = std::min(1.0, double(reducedWidth) / std::max(picture.width, 1));
    return {std::max(1, cvRound(picture.width * scale)), std::max(1, cvRound(picture.height * scale))};
}

/** A frame that is asked. */
struct Witness
{
    const SeenFrame* frame = nullptr;
    double weight = 0;  //!< of its votes
    cv::Mat2f nodes;    //!< where it sees each node, in its reduced picture; not a number: nowhere
};

/** Where the neighbour sees the sea that the frame sees at each node of its reduced picture. */
cv::Mat2f carriedNodes(const SeenFrame& frame, const SeenFrame& neighbour)
{
    const cv::Size size = frame.classes.size();
    const cv::Size2d pixel(double(frame.camera->pictureSize().width) / size.width,
                           double(frame.camera->pictureSize().height) / size.height);
    const cv::Size2d other(double(neighbour.classes.cols) / neighbour.camera->pictureSize().width,
                           double(neighbour.classes.rows) / neighbour.camera->pictureSize().height);
    constexpr float nowhere = std::numeric_limits<float>::quiet_NaN();
    cv::Mat2f nodes(size.height / nodePixels + 2, size.width / nodePixels + 2, cv::Vec2f(nowhere, nowhere));
    for (int y = 0; y < nodes.rows; ++y) {
        for (int x = 0; x < nodes.cols; ++x) {
            const cv::Point2d at(x * nodePixels * pixel.width, y * nodePixels * pixel.height);
            const auto ground = frame.camera->toEcefPoint(at);
            const auto seen = ground ? neighbour.camera->pixelOfEcef(*ground) : std::nullopt;
            if (seen)
                nodes(y, x) = cv::Vec2f(float(seen->x * other.width), float(seen->y * other.height));
        }
    }
    return nodes;
}

/** Votes for classes in one place. */
class Ballot
{
public:
    void add(unsigned char value, double votes)
    {
        for (std::size_t i = 0; i < m_count; ++i) {
            if (m_entries[i].first == value) {
                m_entries[i].second += votes;
                return;
            }
        }
        m_entries[m_count++] = {value, votes};
    }

    /** The class and its votes; of equals that which was added first. */
    std::pair<unsigned char, double> winner() const
    {
        std::pair<unsigned char, double> best = m_entries[0];
        for (std::size_t i = 1; i < m_count; ++i) {
            if (m_entries[i].second > best.second)
                best = m_entries[i];
        }
        return best;
    }

private:
    std::array<std::pair<unsigned char, double>, 2 * neighboursOnASide + 1> m_entries{};
    std::size_t m_count = 0;
};

/** What the neighbours make of a frame, at its reduced size. */
struct Verdict
{
    cv::Mat1b changed;  //!< 255 where another class won
    cv::Mat1b classes;
    cv::Mat1b confidence;
    bool any = false;
};

Verdict vote(const SeenFrame& frame, const std::vector<Witness>& witnesses)
{
    Verdict verdict{cv::Mat1b::zeros(frame.classes.size()), frame.classes.clone(), frame.confidence.clone(),
                    false};
    for (int y = 0; y < frame.classes.rows; ++y) {
        const int row = y / nodePixels;
        const float down = (float(y % nodePixels) + 0.5F) / nodePixels;
        for (int x = 0; x < frame.classes.cols; ++x) {
            const unsigned char own = frame.classes(y, x);
            if (own == Segmentation::notSeen)
                continue;
            Ballot ballot;
            ballot.add(own, frame.confidence(y, x));
            double weights = 1;
            const int column = x / nodePixels;
            const float right = (float(x % nodePixels) + 0.5F) / nodePixels;
            for (const Witness& witness : witnesses) {
                const cv::Vec2f* upper = witness.nodes[row] + column;
                const cv::Vec2f* lower = witness.nodes[row + 1] + column;
                const cv::Vec2f at = (1 - down) * ((1 - right) * upper[0] + right * upper[1]) +
                                     down * ((1 - right) * lower[0] + right * lower[1]);
                const cv::Mat1b& classes = witness.frame->classes;
                if (!(at[0] >= 0 && at[1] >= 0 && at[0] < float(classes.cols) && at[1] < float(classes.rows)))
                    continue;  // it did not look there
                const unsigned char value = classes(int(at[1]), int(at[0]));
                if (value == Segmentation::notSeen)
                    continue;
                ballot.add(value, witness.weight * witness.frame->confidence(int(at[1]), int(at[0])));
                weights += witness.weight;
            }
            const auto [winner, votes] = ballot.winner();
            if (winner == own)
                continue;
            verdict.any = true;
            verdict.changed(y, x) = 255;
            verdict.classes(y, x) = winner;
            verdict.confidence(y, x) = cv::saturate_cast<unsigned char>(votes / weights);
        }
    }
    return verdict;
}

/** Puts what was decided at the reduced size into the whole mask, with smooth edges. */
void apply(const Verdict& verdict, Segmentation& segmentation)
{
    if (!verdict.any)
        return;
    const cv::Size size = segmentation.classes.size();
    const auto enlarged = [size](const cv::Mat1b& plane, int interpolation) {
        cv::Mat1b result;
        cv::resize(plane, result, size, 0, 0, interpolation);
        return result;
    };
    // With what lies around it: the edge of the whole mask does not run along the reduced one's pixels.
    cv::Mat1b around;
    cv::dilate(verdict.changed, around, cv::Mat());
    const cv::Mat1b changed = enlarged(around, cv::INTER_LINEAR) > 127;
    enlarged(verdict.classes, cv::INTER_NEAREST).copyTo(segmentation.classes, changed);
    enlarged(verdict.confidence, cv::INTER_NEAREST).copyTo(segmentation.confidence, changed);
}

}  // namespace

SeenFrame::SeenFrame(const FrameRecord& record, Segmentation found)
    : timeSeconds(record.timeSeconds), sensor(record.telemetry.sensor), segmentation(std::move(found))
{
    const Quality quality = record.telemetry.quality;
    const bool read = quality == Quality::Read || quality == Quality::Klv || quality == Quality::Set;
    if (segmentation.classes.empty() || !read)
        return;
    camera = cameraOf(record);
    const cv::Size size = reducedSize(segmentation.classes.size());
    cv::resize(segmentation.classes, classes, size, 0, 0, cv::INTER_NEAREST);
    cv::resize(segmentation.confidence, confidence, size, 0, 0, cv::INTER_NEAREST);
}

TimeFilter::TimeFilter(double seconds) : m_seconds(seconds)
{}

void TimeFilter::push(std::shared_ptr<SeenFrame> frame)
{
    if (m_seconds <= 0) {
        frame->settled = true;
        return;
    }
    m_frames.push_back(std::move(frame));
    if (m_frames.size() > neighboursOnASide)
        settle(m_frames.size() - 1 - neighboursOnASide);
    if (m_frames.size() > 2 * neighboursOnASide)
        m_frames.pop_front();
}

void TimeFilter::finish()
{
    for (std::size_t i = 0; i < m_frames.size(); ++i)
        settle(i);
    m_frames.clear();
}

void TimeFilter::settle(std::size_t index)
{
    SeenFrame& frame = *m_frames[index];
    if (std::exchange(frame.settled, true) || !frame.camera)
        return;
    std::vector<Witness> witnesses;
    const std::size_t first = index - std::min(index, neighboursOnASide);
    const std::size_t end = std::min(m_frames.size(), index + neighboursOnASide + 1);
    for (std::size_t i = first; i < end; ++i) {
        const SeenFrame& other = *m_frames[i];
        const double apart = std::abs(other.timeSeconds - frame.timeSeconds);
        if (i == index || !other.camera || other.sensor != frame.sensor || apart >= m_seconds)
            continue;
        witnesses.push_back({&other, 1 - apart / m_seconds, carriedNodes(frame, other)});
    }
    if (!witnesses.empty())
        apply(vote(frame, witnesses), frame.segmentation);
}

}  // namespace sheen
