#include "ui/teach/mark_strokes.h"

#include <opencv2/imgproc.hpp>

#include "teach/marks.h"

namespace sheen {

void MarkStrokes::remove(std::size_t index)
{
    if (index < m_strokes.size())
        m_strokes.erase(m_strokes.begin() + std::ptrdiff_t(index));
}

bool MarkStrokes::undo()
{
    if (m_strokes.empty())
        return false;
    m_strokes.pop_back();
    return true;
}

std::set<int> MarkStrokes::frames() const
{
    std::set<int> frames;
    for (const MarkStroke& stroke : m_strokes)
        frames.insert(stroke.frame);
    return frames;
}

cv::Mat MarkStrokes::marksOf(int frame, cv::Size picture) const
{
    cv::Mat marks(picture, CV_8UC1, cv::Scalar(nothingMarked));
    for (const MarkStroke& stroke : m_strokes) {
        if (stroke.frame != frame || stroke.points.empty())
            continue;
        for (std::size_t i = 0; i < stroke.points.size(); ++i)
            cv::line(marks, stroke.points[i == 0 ? 0 : i - 1], stroke.points[i], stroke.value,
                     stroke.widthPixels);
    }
    return marks;
}

QRgb markColour(int value, const ModelCard& card)
{
    if (value == anyOilMarked)
        return qRgb(0xe5, 0x39, 0x35);
    const ModelClass* found = value == nothingMarked ? nullptr : card.findClass(value - 1);
    return found ? qRgb(found->rgb[0], found->rgb[1], found->rgb[2]) : qRgb(0x90, 0x90, 0x90);
}

QImage shownMarks(const cv::Mat& marks, const ModelCard& card)
{
    QImage image(marks.data, marks.cols, marks.rows, int(marks.step), QImage::Format_Indexed8);
    QVector<QRgb> colours(256);
    for (int value = 1; value < 256; ++value)
        colours[value] = markColour(value, card);
    colours[nothingMarked] = qRgba(0, 0, 0, 0);
    image.setColorTable(colours);
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

}  // namespace sheen
