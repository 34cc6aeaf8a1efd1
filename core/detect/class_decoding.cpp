#include "class_decoding.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <opencv2/core/hal/hal.hpp>
#include <vector>

namespace sheen {

namespace {

constexpr int noFactor = 0;

/**
 * Bilinear enlargement along a row. Where the factor is whole (a network's usual output at 1/4 or 1/8), the
 * pixels of one phase have the same weights, so that each phase is a plain loop over neighbours which the
 * compiler turns into vector code; else positions and weights come from a table.
 */
class RowEnlargement
{
public:
    RowEnlargement(int planeWidth, int pictureWidth, double scale)
        : m_planeWidth(planeWidth), m_pictureWidth(pictureWidth)
    {
        const double factor = 1 / scale;
        const int whole = int(std::lround(factor));
        if (whole >= 1 && whole <= 64 && std::abs(factor - whole) < 1e-9 && pictureWidth >= whole) {
            m_factor = whole;
            m_phases = whole;
            m_phaseLength = (pictureWidth + whole - 1) / whole;
        } else {
            m_phaseLength = pictureWidth;
            m_left.resize(std::size_t(pictureWidth));
            m_weight.resize(std::size_t(pictureWidth));
            for (int x = 0; x < pictureWidth; ++x) {
                const double at = std::clamp((x + 0.5) * scale - 0.5, 0.0, planeWidth - 1.0);
                m_left[std::size_t(x)] = std::min(int(at), std::max(0, planeWidth - 2));
                m_weight[std::size_t(x)] = float(at - m_left[std::size_t(x)]);
            }
        }
        m_paddedWidth = std::max(planeWidth, m_phaseLength) + 2;
    }

    int phases() const { return m_phases; }
    int phaseLength() const { return m_phaseLength; }
    int paddedWidth() const { return m_paddedWidth; }  //!< of a source row: one pixel more on each side

    /** Repeats a row's edge pixels; the row begins at padded[1]. */
    void padEdges(float* padded) const
    {
        padded[0] = padded[1];
        std::fill(padded + 1 + m_planeWidth, padded + m_paddedWidth, padded[m_planeWidth]);
    }

    void enlarge(const float* padded, int phase, float* out) const
    {
        if (m_factor == noFactor) {
            for (int x = 0; x < m_phaseLength; ++x) {
                const float* left = padded + 1 + m_left[std::size_t(x)];
                out[x] = left[0] + m_weight[std::size_t(x)] * (left[1] - left[0]);
            }
            return;
        }
        const double offset = (phase + 0.5) / m_factor - 0.5;  // from -0.5 to 0.5
        const int shift = int(std::floor(offset));
        const float weight = float(offset - shift);
        const float* left = padded + 1 + shift;
        for (int i = 0; i < m_phaseLength; ++i)
            out[i] = left[i] + weight * (left[i + 1] - left[i]);
    }

    int column(int phase, int i) const { return m_factor == noFactor ? i : i * m_factor + phase; }
    int usedLength(int phase) const
    {
        return m_factor == noFactor ? m_phaseLength : (m_pictureWidth - phase + m_factor - 1) / m_factor;
    }

private:
    int m_planeWidth;
    int m_pictureWidth;
    int m_factor = noFactor;
    int m_phases = 1;
    int m_phaseLength = 0;
    int m_paddedWidth = 0;
    std::vector<int> m_left;
    std::vector<float> m_weight;
};

/** Buffers for one thread; `scores` holds the enlarged values of one phase, class after class. */
struct RowBuffers
{
    std::vector<float> source, scores, best, probability;
    std::vector<int> winner;
};

void findWinners(const float* scores, int channels, int length, RowBuffers& buffers)
{
    float* __restrict best = buffers.best.data();
    int* __restrict winner = buffers.winner.data();
    std::copy_n(scores, length, best);
    std::fill_n(winner, length, 0);
    for (int c = 1; c < channels; ++c) {
        const float* score = scores + std::ptrdiff_t(c) * length;
        for (int i = 0; i < length; ++i) {
            // Without branches, so that it becomes vector code.
            const int greater = -int(score[i] > best[i]);
            winner[i] = (winner[i] & ~greater) | (c & greater);
            best[i] = score[i] > best[i] ? score[i] : best[i];
        }
    }
}

/** Softmax of the winner: 1 / sum of exp((score - best) / temperature). */
void winnersProbability(int channels, int length, float perTemperature, RowBuffers& buffers)
{
    float* scores = buffers.scores.data();
    const float* best = buffers.best.data();
    for (int c = 0; c < channels; ++c) {
        float* score = scores + std::ptrdiff_t(c) * length;
        for (int i = 0; i < length; ++i)
            score[i] = (score[i] - best[i]) * perTemperature;
    }
    cv::hal::exp32f(scores, scores, channels * length);
    float* sum = buffers.probability.data();
    std::fill_n(sum, length, 0.0F);
    for (int c = 0; c < channels; ++c) {
        const float* score = scores + std::ptrdiff_t(c) * length;
        for (int i = 0; i < length; ++i)
            sum[i] += score[i];
    }
    for (int i = 0; i < length; ++i)
        sum[i] = 1.0F / sum[i];
}

/** A single plane: the probability of class 1, class 0 has the rest. */
void decideBinary(int length, bool logits, float perTemperature, RowBuffers& buffers)
{
    for (int i = 0; i < length; ++i) {
        const float score = buffers.scores[std::size_t(i)];
        const float one = logits ? 1.0F / (1.0F + std::exp(-score * perTemperature)) : score;
        buffers.winner[std::size_t(i)] = one >= 0.5F ? 1 : 0;
        buffers.probability[std::size_t(i)] = one >= 0.5F ? one : 1.0F - one;
    }
}

unsigned char toByte(float probability)
{
    // Written so that what is no number becomes 0.
    return probability > 0 ? static_cast<unsigned char>(std::min(probability, 1.0F) * 255.0F + 0.5F) : 0;
}

class RowsBody : public cv::ParallelLoopBody
{
public:
    RowsBody(const ClassPlanes& planes, PlaneScale scale, double shift, Segmentation& result)
        : m_planes(planes),
          m_scale(scale),
          m_shift(shift),
          m_result(result),
          m_enlargement(planes.size.width, result.classes.cols, scale.x)
    {}

    void operator()(const cv::Range& rows) const override
    {
        const std::size_t channels = std::size_t(m_planes.channels);
        const std::size_t length = std::size_t(m_enlargement.phaseLength());
        RowBuffers buffers;
        buffers.source.resize(channels * std::size_t(m_enlargement.paddedWidth()));
        buffers.scores.resize(channels * length);
        buffers.best.resize(length);
        buffers.probability.resize(length);
        buffers.winner.resize(length);
        for (int y = rows.start; y < rows.end; ++y)
            decodeRow(y, buffers);
    }

private:
    /** All classes' planes at the height of this row of the picture. */
    void blendRows(int y, RowBuffers& buffers) const
    {
        const cv::Size size = m_planes.size;
        const double at = std::clamp((y + 0.5) * m_scale.y - 0.5 + m_shift, 0.0, size.height - 1.0);
        const int upper = std::min(int(at), std::max(0, size.height - 2));
        const int lower = std::min(upper + 1, size.height - 1);
        const float weight = float(at - upper);
        const std::ptrdiff_t stride =
            m_planes.planeStride > 0 ? m_planes.planeStride : std::ptrdiff_t(size.width) * size.height;
        for (int c = 0; c < m_planes.channels; ++c) {
            const float* plane = m_planes.values + c * stride;
            const float* first = plane + std::ptrdiff_t(upper) * size.width;
            const float* second = plane + std::ptrdiff_t(lower) * size.width;
            float* padded = buffers.source.data() + std::ptrdiff_t(c) * m_enlargement.paddedWidth();
            for (int x = 0; x < size.width; ++x)
                padded[1 + x] = first[x] + weight * (second[x] - first[x]);
            m_enlargement.padEdges(padded);
        }
    }

    void decodeRow(int y, RowBuffers& buffers) const
    {
        blendRows(y, buffers);
        const int length = m_enlargement.phaseLength();
        const int channels = m_planes.channels;
        const bool logits = m_planes.kind == PlaneKind::Logits;
        const float perTemperature = float(1 / m_planes.temperature);
        for (int phase = 0; phase < m_enlargement.phases(); ++phase) {
            for (int c = 0; c < channels; ++c)
                m_enlargement.enlarge(buffers.source.data() + std::ptrdiff_t(c) * m_enlargement.paddedWidth(),
                                      phase, buffers.scores.data() + std::ptrdiff_t(c) * length);
            if (channels == 1) {
                decideBinary(length, logits, perTemperature, buffers);
            } else {
                findWinners(buffers.scores.data(), channels, length, buffers);
                if (logits)
                    winnersProbability(channels, length, perTemperature, buffers);
                else
                    buffers.probability = buffers.best;
            }
            store(y, phase, buffers);
        }
    }

    void store(int y, int phase, const RowBuffers& buffers) const
    {
        unsigned char* classes = m_result.classes.ptr<unsigned char>(y);
        unsigned char* confidence = m_result.confidence.ptr<unsigned char>(y);
        const int used = m_enlargement.usedLength(phase);
        for (int i = 0; i < used; ++i) {
            const int x = m_enlargement.column(phase, i);
            classes[x] = static_cast<unsigned char>(buffers.winner[std::size_t(i)]);
            confidence[x] = toByte(buffers.probability[std::size_t(i)]);
        }
    }

    const ClassPlanes& m_planes;
    PlaneScale m_scale;
    double m_shift;
    Segmentation& m_result;
    RowEnlargement m_enlargement;
};

}  // namespace

Segmentation decodePlanes(const ClassPlanes& planes, cv::Size picture, PlaneScale scale)
{
    Segmentation result;
    result.classes.create(picture, CV_8UC1);
    result.confidence.create(picture, CV_8UC1);
    decodePlanesInto(planes, scale, 0, result);
    return result;
}

void decodePlanesInto(const ClassPlanes& planes, PlaneScale scale, double shift, Segmentation& rows)
{
    cv::parallel_for_(cv::Range(0, rows.classes.rows), RowsBody(planes, scale, shift, rows));
}

Segmentation decodeClassMap(const cv::Mat& classMap, cv::Size picture, PlaneScale scale)
{
    Segmentation result;
    result.classes.create(picture, CV_8UC1);
    result.confidence = cv::Mat(picture, CV_8UC1, cv::Scalar(255));
    std::vector<int> column(std::size_t(picture.width));
    for (int x = 0; x < picture.width; ++x)
        column[std::size_t(x)] = std::clamp(int((x + 0.5) * scale.x), 0, classMap.cols - 1);
    for (int y = 0; y < picture.height; ++y) {
        const int row = std::clamp(int((y + 0.5) * scale.y), 0, classMap.rows - 1);
        const unsigned char* source = classMap.ptr<unsigned char>(row);
        unsigned char* target = result.classes.ptr<unsigned char>(y);
        for (int x = 0; x < picture.width; ++x)
            target[x] = source[column[std::size_t(x)]];
    }
    return result;
}

}  // namespace sheen
