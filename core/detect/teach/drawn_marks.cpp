#include "teach/drawn_marks.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "teach/marks.h"

namespace sheen {

namespace {

/** OpenCV counts in shifted integers: what lies far outside would come round again. */
cv::Point withinReach(const cv::Point& point)
{
    constexpr int far = 30000;
    return {std::clamp(point.x, -far, far), std::clamp(point.y, -far, far)};
}

}  // namespace

void drawMark(cv::Mat1b& marks, const TeachingMark& mark)
{
    constexpr int widest = 1000;
    std::vector<cv::Point> points(mark.points.size());
    std::transform(mark.points.begin(), mark.points.end(), points.begin(), withinReach);
    if (points.empty())
        return;
    if (mark.widthPixels == TeachingMark::area) {
        cv::fillPoly(marks, std::vector<std::vector<cv::Point>>{points}, mark.value);
        return;
    }
    for (std::size_t i = 0; i < points.size(); ++i)
        cv::line(marks, points[i == 0 ? 0 : i - 1], points[i], mark.value,
                 std::clamp(mark.widthPixels, 1, widest));
}

cv::Mat1b drawnMarks(const std::vector<TeachingMark>& marks, int frame, cv::Size picture)
{
    cv::Mat1b drawn(picture, uchar(nothingMarked));
    for (const TeachingMark& mark : marks) {
        if (mark.frame == frame)
            drawMark(drawn, mark);
    }
    return drawn;
}

}  // namespace sheen
