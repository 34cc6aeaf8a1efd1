#pragma once

#include <QColor>
#include <QImage>
#include <QRectF>
#include <QString>
#include <vector>

#include "overlay/overlay_layout.h"

namespace sheen::test {

/** One piece of writing in a picture. */
struct Writing
{
    std::optional<OverlayField> field;
    QString text;
    QPointF place;  //!< left end of the letters' baseline, a share of the picture
    FieldFormat format;
    QString accepted;  //!< as the reading says it
};

/** An overlay of the tests' own, unlike any that ships. */
struct OverlayPicture
{
    QSize size;
    QColor colour;
    int letterPixels = 0;  //!< the font's pixel size
    std::vector<Writing> writings;
};

/** Yellow in the corners, 16:9, month in figures, bare numbers. */
OverlayPicture yellowOverlay(int frame);

/** Green, in two columns at the left and right edge, 4:3, decimal minutes. */
OverlayPicture greenOverlay(int frame);

QImage drawnPicture(const OverlayPicture& overlay, int frame);

/** The box around a writing with some room, a share of the picture. */
QRectF boxAround(const OverlayPicture& overlay, const Writing& writing);

/** Writes frames as PNG files into a folder. */
void writeFrames(const QString& folder, OverlayPicture (*overlay)(int), int count);

}  // namespace sheen::test
