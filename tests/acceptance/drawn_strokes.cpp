#include "drawn_strokes.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace acceptance {

namespace {

constexpr int length = 80;
constexpr int width = 9;
constexpr int directions = 12;

}  // namespace

Marker::Marker(const cv::Mat1b& truth, unsigned seed)
    : m_truth(truth), m_marks(truth.size(), uchar(0)), m_random(seed)
{}

cv::Mat1b Marker::side(bool oil) const
{
    return oil ? m_truth : cv::Mat1b(255 - m_truth);
}

cv::Mat1b Marker::strokeAt(cv::Point middle, const cv::Mat1b& allowed)
{
    const double first = double(m_random() % 180) * CV_PI / 180;
    cv::Mat1b best;
    for (int i = 0; i < directions; ++i) {
        const double angle = first + i * CV_PI / directions;
        const cv::Point2d half = cv::Point2d(std::cos(angle), std::sin(angle)) * ((length - width) / 2.0);
        cv::Mat1b stroke(allowed.size(), uchar(0));
        cv::line(stroke, cv::Point2d(middle) - half, cv::Point2d(middle) + half, 255, width);
        stroke &= allowed;
        if (best.empty() || cv::countNonZero(stroke) > cv::countNonZero(best))
            best = stroke;
    }
    return best;
}

void Marker::mark(const cv::Mat1b& stroke, bool oil)
{
    m_marks.setTo(oil ? 255 : 1, stroke);
}

void Marker::draw(bool oil, int strokes)
{
    const cv::Mat1b allowed = side(oil);
    std::vector<cv::Point> points;
    cv::findNonZero(allowed, points);
    for (int i = 0; i < strokes && !points.empty(); ++i)
        mark(strokeAt(points[m_random() % points.size()], allowed), oil);
}

void Marker::correct(const cv::Mat1b& mask, bool oil, int strokes)
{
    const cv::Mat1b allowed = side(oil);
    cv::Mat1b wrong = (mask != m_truth) & allowed & (m_marks == 0);
    for (int i = 0; i < strokes; ++i) {
        cv::Mat1b framed;
        cv::Mat1f depth;
        cv::copyMakeBorder(wrong, framed, 1, 1, 1, 1, cv::BORDER_CONSTANT, 0);
        cv::distanceTransform(framed, depth, cv::DIST_L2, cv::DIST_MASK_5);
        double deepest = 0;
        cv::Point place;
        cv::minMaxLoc(depth, nullptr, &deepest, nullptr, &place);
        if (deepest <= 0)
            return;
        const cv::Mat1b stroke = strokeAt(place - cv::Point(1, 1), allowed);
        mark(stroke, oil);
        wrong.setTo(0, stroke);
    }
}

double overlapOfRest(const cv::Mat1b& mask, const cv::Mat1b& truth, const cv::Mat1b& marks)
{
    const cv::Mat1b rest = marks == 0;
    const int both = cv::countNonZero(mask & truth & rest);
    const int either = cv::countNonZero((mask | truth) & rest);
    return either > 0 ? double(both) / either : 1;
}

}  // namespace acceptance
