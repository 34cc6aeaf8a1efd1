#include "teach/marks.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

#include "base/error.h"
#include "teaching_text.h"

namespace sheen {

namespace {

/** The pixel of a stroke that lies nearest to the middle of all of them. */
cv::Point middleOf(const cv::Mat1i& labels, int label, cv::Point2d centroid, const cv::Rect& box)
{
    cv::Point nearest = box.tl();
    double least = -1;
    for (int y = box.y; y < box.y + box.height; ++y) {
        for (int x = box.x; x < box.x + box.width; ++x) {
            if (labels(y, x) != label)
                continue;
            const double distance = cv::norm(cv::Point2d(x, y) - centroid);
            if (least < 0 || distance < least) {
                least = distance;
                nearest = {x, y};
            }
        }
    }
    return nearest;
}

std::vector<int> valuesIn(const cv::Mat& marks)
{
    std::array<bool, 256> seen{};
    for (int y = 0; y < marks.rows; ++y) {
        const uchar* row = marks.ptr(y);
        for (int x = 0; x < marks.cols; ++x)
            seen[row[x]] = true;
    }
    std::vector<int> values;
    for (int value = 1; value < 256; ++value) {
        if (seen[std::size_t(value)])
            values.push_back(value);
    }
    return values;
}

bool samePicture(const cv::Mat& a, const cv::Mat& b)
{
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0;
}

bool contradict(int a, int b, const ModelCard& card)
{
    if (a == nothingMarked || b == nothingMarked || a == b)
        return false;
    if (a == anyOilMarked || b == anyOilMarked)
        return saysOil(a, card) != saysOil(b, card);
    return true;
}

void checkPair(const MarkedPicture& a, const MarkedPicture& b, const ModelCard& card)
{
    for (int y = 0; y < a.marks.rows; ++y) {
        for (int x = 0; x < a.marks.cols; ++x) {
            if (contradict(a.marks.at<uchar>(y, x), b.marks.at<uchar>(y, x), card))
                throw Error(
                    TeachingText::tr("The marks of \"%1\" and \"%2\", which are the same picture, contradict "
                                     "each other at %3, %4: take one of them back.")
                        .arg(a.name, b.name)
                        .arg(x)
                        .arg(y),
                    ErrorKind::Unreadable);
        }
    }
}

}  // namespace

bool saysOil(int mark, const ModelCard& card)
{
    if (mark == anyOilMarked)
        return true;
    const ModelClass* found = mark == nothingMarked ? nullptr : card.findClass(mark - 1);
    return found && found->oil;
}

cv::Mat1b reducedMarks(const cv::Mat& marks, cv::Size size, int factor)
{
    cv::Mat1b result(size, uchar(nothingMarked));
    for (int y = 0; y < marks.rows; ++y) {
        const uchar* row = marks.ptr(y);
        for (int x = 0; x < marks.cols; ++x) {
            uchar& cell = result(std::min(y / factor, size.height - 1), std::min(x / factor, size.width - 1));
            if (cell == nothingMarked)
                cell = row[x];
        }
    }
    return result;
}

std::vector<Stroke> strokesOf(const cv::Mat1b& marks, cv::Mat1i& labels)
{
    labels = cv::Mat1i(marks.size(), -1);
    std::vector<Stroke> strokes;
    for (const int value : valuesIn(marks)) {
        cv::Mat1i parts;
        cv::Mat1i facts;
        cv::Mat1d middles;
        const int count = cv::connectedComponentsWithStats(marks == value, parts, facts, middles, 8);
        const int first = int(strokes.size());
        for (int i = 1; i < count; ++i) {
            const cv::Rect box(facts(i, cv::CC_STAT_LEFT), facts(i, cv::CC_STAT_TOP),
                               facts(i, cv::CC_STAT_WIDTH), facts(i, cv::CC_STAT_HEIGHT));
            strokes.push_back({value, middleOf(parts, i, {middles(i, 0), middles(i, 1)}, box)});
        }
        parts += first - 1;
        parts.copyTo(labels, marks == value);
    }
    return strokes;
}

void checkMarks(const QString& name, cv::Size picture, const cv::Mat& marks, const ModelCard& card)
{
    if (marks.size() != picture)
        throw Error(
            TeachingText::tr("The marks of \"%1\" have %2 x %3 pixels, the picture %4 x %5: they must be of "
                             "the same size.")
                .arg(name)
                .arg(marks.cols)
                .arg(marks.rows)
                .arg(picture.width)
                .arg(picture.height),
            ErrorKind::Unreadable);
    for (const int value : valuesIn(marks)) {
        if (value != anyOilMarked && !card.findClass(value - 1))
            throw Error(
                TeachingText::tr("The marks of \"%1\" hold the value %2, which would be class %3, but the "
                                 "model \"%4\" has no such class: use 1 + a class value of its card, or 255 "
                                 "for any oil.")
                    .arg(name, QString::number(value), QString::number(value - 1), card.name),
                ErrorKind::Unreadable);
    }
}

void checkAgreement(const std::vector<MarkedPicture>& pictures, const ModelCard& card)
{
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (samePicture(pictures[j].picture, pictures[i].picture))
                checkPair(pictures[j], pictures[i], card);
        }
    }
}

}  // namespace sheen
