#include "overlay_registration.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "overlay/letter_look.h"

namespace sheen {

namespace {

constexpr double brightestStroke = 60;  // levels: glints are brighter, and no better as letters
constexpr double mostStretch = 0.06;
constexpr double mostShift = 0.04;

/** One axis of a place: where the layout's 0 comes to lie, and how long its 1 is; shares of the frame. */
struct Axis
{
    double offset = 0;
    double length = 1;
};

/** The thin bright strokes of the pictures, their mean. CV_32FC1. */
cv::Mat meanStrokes(const std::vector<cv::Mat>& pictures, const OverlayLayout& layout, double capitalPixels)
{
    const int kernel = static_cast<int>(std::lround(capitalPixels * 0.75)) | 1;
    const cv::Mat square = cv::getStructuringElement(cv::MORPH_RECT, {kernel, kernel});
    cv::Mat sum;
    int count = 0;
    for (const cv::Mat& picture : pictures) {
        if (picture.empty() || (!sum.empty() && picture.size() != sum.size()))
            continue;
        cv::Mat brightness = inLetterColour(picture, layout.textColour);
        if (brightness.channels() == 3) {
            cv::Mat channels[3];
            cv::split(brightness, channels);
            brightness = cv::min(channels[0], cv::min(channels[1], channels[2]));
        }
        cv::Mat strokes;
        cv::morphologyEx(brightness, strokes, cv::MORPH_TOPHAT, square);
        strokes = cv::min(strokes, brightestStroke);
        cv::Mat own, around;
        strokes.convertTo(own, CV_32FC1);
        // Waves and houses are full of strokes: what stands out among those around counts.
        const int tall = static_cast<int>(std::lround(4 * capitalPixels)) | 1;
        cv::blur(own, around, {3 * tall, tall}, {-1, -1}, cv::BORDER_REFLECT);
        own = cv::max(own - around, 0);
        if (sum.empty())
            sum = own;
        else
            sum += own;
        ++count;
    }
    if (count > 0)
        sum /= count;
    return sum;
}

class Registrar
{
public:
    Registrar(const cv::Mat& strokes, const OverlayLayout& overlayLayout) : layout(overlayLayout)
    {
        cv::integral(strokes, m_sums, CV_64F);
    }

    /** By how much rows of text stand out over those between them. */
    double rowScore(const Axis& across, const Axis& down) const;
    /** By how much the boxes stand out over what lies beside them. */
    double columnScore(const Axis& across, const Axis& down) const;
    double score(const Axis& across, const Axis& down) const
    {
        return rowScore(across, down) + columnScore(across, down);
    }

    /** The axis moved and stretched about `from`, the best first; the other one stays. */
    std::vector<Axis> bestOf(const Axis& from, const Axis& other, bool isDown, double stretch, double shift,
                             int steps, std::size_t count) const;

private:
    int width() const { return m_sums.cols - 1; }
    int height() const { return m_sums.rows - 1; }
    double capital(const Axis& down) const { return layout.textHeight * down.length * height(); }

    /** Sum over a part of the frame, in pixels; what lies beyond it adds nothing. */
    double sum(double left, double top, double right, double bottom) const;

    /** Pixels of the frame. */
    struct Box
    {
        double left, right, middle;
    };
    Box boxOf(const OverlayLayout::Field& field, const Axis& across, const Axis& down) const;

    const OverlayLayout& layout;
    cv::Mat m_sums;
};

double Registrar::sum(double left, double top, double right, double bottom) const
{
    const auto column = [this](double x) { return std::clamp(int(std::lround(x)), 0, width()); };
    const auto row = [this](double y) { return std::clamp(int(std::lround(y)), 0, height()); };
    const int x0 = column(left), x1 = column(right), y0 = row(top), y1 = row(bottom);
    return m_sums.at<double>(y1, x1) - m_sums.at<double>(y0, x1) - m_sums.at<double>(y1, x0) +
           m_sums.at<double>(y0, x0);
}

Registrar::Box Registrar::boxOf(const OverlayLayout::Field& field, const Axis& across, const Axis& down) const
{
    return {(across.offset + field.box.left() * across.length) * width(),
            (across.offset + field.box.right() * across.length) * width(),
            (down.offset + field.box.center().y() * down.length) * height()};
}

double Registrar::rowScore(const Axis& across, const Axis& down) const
{
    const double h = capital(down);
    const double gap = 0.3 * h;
    double all = 0;
    for (const OverlayLayout::Field& field : layout.fields) {
        if (field.inverse)
            continue;
        const Box box = boxOf(field, across, down);
        const double top = box.middle - h / 2;
        const double bottom = box.middle + h / 2;
        const double area = (box.right - box.left) * h;
        const double inside = sum(box.left, top, box.right, bottom);
        const double between =
            sum(box.left, top - gap, box.right, top) + sum(box.left, bottom, box.right, bottom + gap);
        all += (inside - between * h / (2 * gap)) / area;
    }
    return all / double(layout.fields.size());
}

double Registrar::columnScore(const Axis& across, const Axis& down) const
{
    constexpr double unlikely = 0.5;  // of the score, for a picture twice as wide
    const double h = capital(down);
    const double outer = 0.8 * h;
    const double inner = 0.3 * h;
    const double usual = m_sums.at<double>(height(), width()) / (double(width()) * height());
    double all = 0;
    for (const OverlayLayout::Field& field : layout.fields) {
        if (field.inverse)
            continue;
        const Box box = boxOf(field, across, down);
        const double top = box.middle - h / 2;
        const double bottom = box.middle + h / 2;
        // By how much there is more than usual: else a larger box would be better for what lies everywhere.
        const auto more = [&](double left, double right) {
            return sum(left, top, right, bottom) - usual * (right - left) * h;
        };
        const double beside =
            more(box.left - outer, box.left + inner) + more(box.right - inner, box.right + outer);
        // A letter in the box is worth as much as one beside it costs, and one on its edge nothing.
        all += (more(box.left, box.right) - 2 * beside) / (field.box.width() * width() * h);
    }
    return all / double(layout.fields.size()) * (1 - unlikely * std::abs(across.length - 1));
}

std::vector<Axis> Registrar::bestOf(const Axis& from, const Axis& other, bool isDown, double stretch,
                                    double shift, int steps, std::size_t count) const
{
    struct Candidate
    {
        Axis axis;
        double score;
    };
    std::vector<Candidate> candidates;
    for (int s = -steps; s <= steps; ++s) {
        for (int m = -steps; m <= steps; ++m) {
            Axis axis;
            axis.length = from.length * (1 + stretch * s / steps);
            axis.offset = from.offset + (from.length - axis.length) / 2 + from.length * shift * m / steps;
            const double value = isDown ? rowScore(other, axis) : columnScore(axis, other);
            candidates.push_back({axis, value});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    std::vector<Axis> best;
    for (const Candidate& each : candidates) {
        // Those beside a better one are the same.
        const double apart = 2 * std::max(shift, stretch) * from.length / steps;
        const bool isNew = std::none_of(best.begin(), best.end(), [&](const Axis& one) {
            return std::abs(one.offset - each.axis.offset) < apart &&
                   std::abs(one.offset + one.length - each.axis.offset - each.axis.length) < apart;
        });
        if (isNew)
            best.push_back(each.axis);
        if (best.size() == count)
            break;
    }
    return best;
}

}  // namespace

std::vector<Registration> registrations(const std::vector<cv::Mat>& pictures, const OverlayLayout& layout,
                                        const QRectF& place, std::size_t count)
{
    constexpr int coarse = 14;
    constexpr int fine = 6;
    constexpr std::size_t rowsTried = 4;
    std::vector<Registration> found;
    const auto first = std::find_if(pictures.begin(), pictures.end(),
                                    [](const cv::Mat& picture) { return !picture.empty(); });
    if (first == pictures.end() || layout.fields.empty())
        return found;
    const double capitalPixels = layout.textHeight * place.height() * first->rows;
    constexpr double smallestCapital = 5;
    if (capitalPixels < smallestCapital)
        return found;
    const Registrar registrar(meanStrokes(pictures, layout, capitalPixels), layout);
    const Axis across{place.x(), place.width()};
    const Axis down{place.y(), place.height()};
    // Rows first: boxes are wide, so that they hold most of their text wherever it lies from side to side.
    for (const Axis& rows : registrar.bestOf(down, across, true, mostStretch, mostShift, coarse, rowsTried)) {
        const Axis columns = registrar.bestOf(across, rows, false, mostStretch, mostShift, coarse, 1).front();
        const double step = 1.5 / coarse;
        const Axis finerRows =
            registrar.bestOf(rows, columns, true, mostStretch * step, mostShift * step, fine, 1).front();
        const Axis finerColumns =
            registrar.bestOf(columns, finerRows, false, mostStretch * step, mostShift * step, fine, 1)
                .front();
        found.push_back({QRectF(finerColumns.offset, finerRows.offset, finerColumns.length, finerRows.length),
                         registrar.score(finerColumns, finerRows)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Registration& a, const Registration& b) { return a.score > b.score; });
    if (found.size() > count)
        found.resize(count);
    return found;
}

}  // namespace sheen
