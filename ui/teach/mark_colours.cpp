#include "ui/teach/mark_colours.h"

#include <QVector>

#include "teach/marks.h"

namespace sheen {

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
