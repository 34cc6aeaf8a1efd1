#include "time_filter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <opencv2/imgproc.hpp>
#include <utility>
#include <vector>

#include "run/neighbours.h"

namespace sheen {

namespace {

constexpr int reducedWidth = 320;  //!< pixels: votes are taken at this size
constexpr int nodePixels = 16;  //!< of the reduced picture, from one place that is carried over to the next

cv::Size reducedSize(cv::Size picture)
{
    const double scale = std::min(1.0, double(reducedWidth) / std::max(picture.width, 1));
    return {std::max(1, cvRound(picture.width * scale)), std::max(1, cvRound(picture.height * scale))};
}

/** What a neighbour saw, warped to the frame: planes of the frame's reduced size. */
struct WarpedNeighbour
{
    cv::Mat1b classes;  //!< notSeen where it did not look
    cv::Mat1b confidence;
    float weight = 0;  //!< of its votes
};

/** Where the neighbour sees the sea that the frame sees, in reduced pixels; far outside: nowhere. */
cv::Mat2f carriedPixels(const SeenFrame& frame, const SeenFrame& neighbour)
{
    const cv::Size size = frame.classes.size();
    const cv::Size2d pixel(double(frame.camera->pictureSize().width) / size.width,
                           double(frame.camera->pictureSize().height) / size.height);
    const cv::Size2d other(double(neighbour.classes.cols) / neighbour.camera->pictureSize().width,
                           double(neighbour.classes.rows) / neighbour.camera->pictureSize().height);
    constexpr float nowhere = std::numeric_limits<float>::quiet_NaN();  // spreads to all that lies around
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
    cv::Mat2f pixels(size);
    for (int y = 0; y < size.height; ++y) {
        const float down = (float(y % nodePixels) + 0.5F) / nodePixels;
        const cv::Vec2f* upper = nodes[y / nodePixels];
        const cv::Vec2f* lower = nodes[y / nodePixels + 1];
        for (int x = 0; x < size.width; ++x) {
            const int column = x / nodePixels;
            const float right = (float(x % nodePixels) + 0.5F) / nodePixels;
            const cv::Vec2f at = (1 - down) * ((1 - right) * upper[column] + right * upper[column + 1]) +
                                 down * ((1 - right) * lower[column] + right * lower[column + 1]);
            constexpr float outside = -1000;
            pixels(y, x) = at == at ? at - cv::Vec2f(0.5F, 0.5F) : cv::Vec2f(outside, outside);
        }
    }
    return pixels;
}

cv::Mat1b seenAt(const cv::Mat1b& plane, const cv::Mat2f& pixels)
{
    cv::Mat1b result;
    cv::remap(plane, result, pixels, cv::noArray(), cv::INTER_NEAREST, cv::BORDER_CONSTANT,
              cv::Scalar(Segmentation::notSeen));
    return result;
}

/** Share of what both saw on which they disagree, the other one's plane moved by `by`; 1 where that is
 * little, or nothing. */
double disagreement(const cv::Mat1b& one, const cv::Mat1b& other, cv::Point by)
{
    const cv::Rect whole({0, 0}, one.size());
    const cv::Rect part = whole & (whole + by);
    if (part.empty())
        return 1;  // moved by more than the planes measure
    const cv::Mat1b here = one(part);
    const cv::Mat1b there = other(part - by);
    const cv::Mat1b both = (here != Segmentation::notSeen) & (there != Segmentation::notSeen);
    const int seen = cv::countNonZero(both);
    return 8 * seen < whole.area() ? 1 : double(cv::countNonZero((here != there) & both)) / seen;
}

cv::Point bestShift(const cv::Mat1b& one, const cv::Mat1b& other, cv::Point around, int reach)
{
    cv::Point best = around;
    double least = disagreement(one, other, around);
    for (int y = -reach; y <= reach; ++y) {
        for (int x = -reach; x <= reach; ++x) {
            const double here = disagreement(one, other, around + cv::Point(x, y));
            if (here < least) {
                least = here;
                best = around + cv::Point(x, y);
            }
        }
    }
    return best;
}

/**
 * Poses as they are known while a run goes on may be wrong by some pixels. Where both frames see the same
 * oil, that shows: the neighbour is moved so that they agree best. Nothing where that is no clear gain.
 */
cv::Point poseCorrection(const cv::Mat1b& own, const cv::Mat1b& neighbour)
{
    constexpr double littleDisagreement = 0.002;
    constexpr double clearGain = 0.7;
    constexpr int coarse = 4;
    const double before = disagreement(own, neighbour, {});
    if (before < littleDisagreement)
        return {};
    cv::Mat1b small;
    cv::Mat1b smallNeighbour;
    const cv::Size coarseSize(std::max(1, own.cols / coarse), std::max(1, own.rows / coarse));
    cv::resize(own, small, coarseSize, 0, 0, cv::INTER_NEAREST);
    cv::resize(neighbour, smallNeighbour, coarseSize, 0, 0, cv::INTER_NEAREST);
    const cv::Point rough = coarse * bestShift(small, smallNeighbour, {}, 5);
    const cv::Point fine = bestShift(own, neighbour, rough, 2);
    return disagreement(own, neighbour, fine) < clearGain * before ? fine : cv::Point();
}

cv::Mat1b moved(const cv::Mat1b& plane, cv::Point by)
{
    const cv::Rect part = cv::Rect({0, 0}, plane.size()) & cv::Rect(by, plane.size());
    cv::Mat1b result(plane.size(), Segmentation::notSeen);
    plane(part - by).copyTo(result(part));
    return result;
}

WarpedNeighbour warpedTo(const SeenFrame& frame, const SeenFrame& neighbour, double weight)
{
    const cv::Mat2f pixels = carriedPixels(frame, neighbour);
    const cv::Mat1b classes = seenAt(neighbour.classes, pixels);
    const cv::Point by = poseCorrection(frame.classes, classes);
    return {moved(classes, by), moved(seenAt(neighbour.confidence, pixels), by), float(weight)};
}

/** Votes for classes in one place. */
class ClassVotes
{
public:
    void add(unsigned char value, float votes)
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
    std::pair<unsigned char, float> winner() const
    {
        std::pair<unsigned char, float> best = m_entries[0];
        for (std::size_t i = 1; i < m_count; ++i) {
            if (m_entries[i].second > best.second)
                best = m_entries[i];
        }
        return best;
    }

private:
    std::array<std::pair<unsigned char, float>, 2 * neighboursOnASide + 1> m_entries{};
    std::size_t m_count = 0;
};

/** What the votes of a frame and its neighbours come to, at the frame's reduced size. */
struct VoteResult
{
    cv::Mat1b changed;  //!< 255 where another class won
    cv::Mat1b classes;
    cv::Mat1b confidence;
    bool any = false;
};

/** Tells whether all neighbours that saw the place saw the class `own` there. */
bool isAgreed(unsigned char own, const std::vector<WarpedNeighbour>& neighbours, int y, int x)
{
    return std::all_of(neighbours.begin(), neighbours.end(), [&](const WarpedNeighbour& neighbour) {
        const unsigned char value = neighbour.classes(y, x);
        return value == own || value == Segmentation::notSeen;
    });
}

VoteResult vote(const SeenFrame& frame, const std::vector<WarpedNeighbour>& neighbours)
{
    VoteResult result{cv::Mat1b::zeros(frame.classes.size()), frame.classes.clone(), frame.confidence.clone(),
                      false};
    for (int y = 0; y < frame.classes.rows; ++y) {
        for (int x = 0; x < frame.classes.cols; ++x) {
            const unsigned char own = frame.classes(y, x);
            if (own == Segmentation::notSeen || isAgreed(own, neighbours, y, x))
                continue;
            ClassVotes classVotes;
            classVotes.add(own, frame.confidence(y, x));
            float weights = 1;
            for (const WarpedNeighbour& neighbour : neighbours) {
                const unsigned char value = neighbour.classes(y, x);
                if (value == Segmentation::notSeen)
                    continue;
                classVotes.add(value, neighbour.weight * neighbour.confidence(y, x));
                weights += neighbour.weight;
            }
            const auto [winner, votes] = classVotes.winner();
            if (winner == own)
                continue;
            result.any = true;
            result.changed(y, x) = 255;
            result.classes(y, x) = winner;
            result.confidence(y, x) = cv::saturate_cast<unsigned char>(votes / weights);
        }
    }
    return result;
}

/** Puts what was decided at the reduced size into the whole mask, with smooth edges. */
void apply(const VoteResult& voted, Segmentation& segmentation)
{
    if (!voted.any)
        return;
    const cv::Size size = segmentation.classes.size();
    const auto enlarged = [size](const cv::Mat1b& plane, int interpolation) {
        cv::Mat1b result;
        cv::resize(plane, result, size, 0, 0, interpolation);
        return result;
    };
    // What is thin is an edge that poses put a little elsewhere: the frame itself knows it better. What is
    // left is taken with what lies around it, as edges do not run along the reduced pixels.
    cv::Mat1b reduced;
    cv::morphologyEx(voted.changed, reduced, cv::MORPH_OPEN, cv::Mat::ones(3, 3, CV_8U));
    cv::dilate(reduced, reduced, cv::Mat());
    // At its seam with what was not seen the reduced grid does not say which pixel is which: the mask does.
    const cv::Mat1b classes = enlarged(voted.classes, cv::INTER_NEAREST);
    const cv::Mat1b changed = (enlarged(reduced, cv::INTER_LINEAR) > 127) &
                              (classes != Segmentation::notSeen) &
                              (segmentation.classes != Segmentation::notSeen);
    classes.copyTo(segmentation.classes, changed);
    enlarged(voted.confidence, cv::INTER_NEAREST).copyTo(segmentation.confidence, changed);
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
    std::vector<WarpedNeighbour> neighbours;
    const std::size_t first = index - std::min(index, neighboursOnASide);
    const std::size_t end = std::min(m_frames.size(), index + neighboursOnASide + 1);
    for (std::size_t i = first; i < end; ++i) {
        const SeenFrame& other = *m_frames[i];
        const double apart = std::abs(other.timeSeconds - frame.timeSeconds);
        if (i == index || !other.camera || other.sensor != frame.sensor || apart >= m_seconds)
            continue;
        neighbours.push_back(warpedTo(frame, other, 1 - apart / m_seconds));
    }
    if (!neighbours.empty())
        apply(vote(frame, neighbours), frame.segmentation);
}

}  // namespace sheen
