#include "overlay_registration.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "overlay/text_lines.h"

namespace sheen {

namespace {

constexpr double mostStretch = 0.06;
constexpr double mostShift = 0.04;

/** One axis of a place: where the layout's 0 comes to lie, and how long its 1 is; shares of the frame. */
struct Axis
{
    double offset = 0;
    double length = 1;
};

/** What says that there is text: what stays at its pixels counts beside what is there on the mean. CV_32FC1.
 */
cv::Mat evidenceOf(const std::vector<cv::Mat>& pictures, const OverlayLayout& layout, double capitalPixels)
{
    const StillStrokes strokes = stillStrokes(pictures, layout.textColour, capitalPixels);
    if (strokes.still.empty())
        return {};
    return strokes.mean + strokes.still;
}

class Registrar
{
public:
    Registrar(const cv::Mat& strokes, const OverlayLayout& overlayLayout) : layout(overlayLayout)
    {
        cv::integral(strokes, m_sums, CV_64F);
    }

    /** By how much rows of text stand out over those between them; boxes wider by so much, in shares of the
     * frame, on both sides. */
    double rowScore(const Axis& across, const Axis& down, double room = 0) const;
    /** By how much the boxes stand out over what lies beside them. */
    double columnScore(const Axis& across, const Axis& down) const;
    double score(const Axis& across, const Axis& down) const
    {
        return rowScore(across, down) + columnScore(across, down);
    }

    /** Of these axes those under which rows stand out most, wherever the text lies from side to side. */
    std::vector<Axis> likelyRows(std::vector<Axis> rows, const Axis& across, std::size_t count) const;
    /** Of these axes the best, beside the other one. */
    Axis best(const std::vector<Axis>& axes, const Axis& other, bool isDown) const;

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

double Registrar::rowScore(const Axis& across, const Axis& down, double room) const
{
    const double h = capital(down);
    const double gap = 0.3 * h;
    double all = 0;
    for (const OverlayLayout::Field& field : layout.fields) {
        if (field.inverse)
            continue;
        Box box = boxOf(field, across, down);
        box.left = std::max(0.0, box.left - room * width());
        box.right = std::min(double(width()), box.right + room * width());
        const double top = box.middle - h / 2;
        const double bottom = box.middle + h / 2;
        const double area = std::max(1.0, box.right - box.left) * h;
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

std::vector<Axis> Registrar::likelyRows(std::vector<Axis> rows, const Axis& across, std::size_t count) const
{
    const double room = mostShift + mostStretch / 2;
    std::vector<std::pair<double, std::size_t>> scores;
    for (std::size_t i = 0; i < rows.size(); ++i)
        scores.emplace_back(-rowScore(across, rows[i], room * across.length), i);
    std::sort(scores.begin(), scores.end());
    std::vector<Axis> likely;
    for (std::size_t i = 0; i < std::min(count, scores.size()); ++i)
        likely.push_back(rows[scores[i].second]);
    return likely;
}

Axis Registrar::best(const std::vector<Axis>& axes, const Axis& other, bool isDown) const
{
    Axis found;
    double most = -1e9;
    for (const Axis& axis : axes) {
        const double value = isDown ? score(other, axis) : score(axis, other);
        if (value > most) {
            most = value;
            found = axis;
        }
    }
    return found;
}

/** An axis moved and stretched by so many steps each way. */
std::vector<Axis> axesAbout(const Axis& from, double stretch, double shift, int steps)
{
    std::vector<Axis> axes;
    for (int s = -steps; s <= steps; ++s) {
        for (int m = -steps; m <= steps; ++m) {
            Axis axis;
            axis.length = from.length * (1 + stretch * s / steps);
            axis.offset = from.offset + (from.length - axis.length) / 2 + from.length * shift * m / steps;
            axes.push_back(axis);
        }
    }
    return axes;
}

/** Both axes, and how well they fit. */
struct Fit
{
    Axis across;
    Axis down;
    double score = 0;
};

bool areAlike(const Axis& a, const Axis& b, double apart)
{
    return std::abs(a.offset - b.offset) < apart &&
           std::abs(a.offset + a.length - b.offset - b.length) < apart;
}

}  // namespace

std::vector<Registration> registrations(const std::vector<cv::Mat>& pictures, const OverlayLayout& layout,
                                        const QRectF& place, std::size_t count)
{
    constexpr int coarseRows = 14;
    constexpr int coarseColumns = 8;
    constexpr int fine = 4;
    constexpr std::size_t rowsTried = 100;
    constexpr double sameRows = 0.008;  // shares of the picture: half a line
    constexpr double sameColumns = 0.02;
    std::vector<Registration> found;
    const auto first = std::find_if(pictures.begin(), pictures.end(),
                                    [](const cv::Mat& picture) { return !picture.empty(); });
    if (first == pictures.end() || layout.fields.empty())
        return found;
    const double capitalPixels = layout.textHeight * place.height() * first->rows;
    constexpr double smallestCapital = 5;
    if (capitalPixels < smallestCapital)
        return found;
    const cv::Mat evidence = evidenceOf(pictures, layout, capitalPixels);
    if (evidence.empty())
        return found;
    const Registrar registrar(evidence, layout);
    const Axis across{place.x(), place.width()};
    const Axis down{place.y(), place.height()};
    // Rows first, then rows and columns together: an overlay's lines are so close that, moved by one, some of
    // them still meet.
    const std::vector<Axis> columns = axesAbout(across, mostStretch, mostShift, coarseColumns);
    std::vector<Fit> fits;
    for (const Axis& rows :
         registrar.likelyRows(axesAbout(down, mostStretch, mostShift, coarseRows), across, rowsTried)) {
        const Axis best = registrar.best(columns, rows, false);
        fits.push_back({best, rows, registrar.score(best, rows)});
    }
    std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.score > b.score; });
    std::vector<Fit> distinct;
    for (const Fit& fit : fits) {
        const bool isNew = std::none_of(distinct.begin(), distinct.end(), [&](const Fit& other) {
            return areAlike(fit.across, other.across, sameColumns) &&
                   areAlike(fit.down, other.down, sameRows);
        });
        if (isNew)
            distinct.push_back(fit);
        if (distinct.size() == 2 * count)
            break;
    }
    for (Fit& fit : distinct) {
        for (const double share : {0.2, 0.08}) {
            fit.across = registrar.best(axesAbout(fit.across, share * mostStretch, share * mostShift, fine),
                                        fit.down, false);
            fit.down = registrar.best(axesAbout(fit.down, share * mostStretch, share * mostShift, fine),
                                      fit.across, true);
        }
        found.push_back({QRectF(fit.across.offset, fit.down.offset, fit.across.length, fit.down.length),
                         registrar.score(fit.across, fit.down)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Registration& a, const Registration& b) { return a.score > b.score; });
    if (found.size() > count)
        found.resize(count);
    return found;
}

}  // namespace sheen
