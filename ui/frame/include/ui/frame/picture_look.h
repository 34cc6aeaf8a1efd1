#pragma once

#include <QImage>

namespace sheen {

/** How a frame's picture is drawn, to see more in it. Masks, measures and files do not follow it. */
struct PictureLook
{
    int brightness = 0;   //!< -100 to 100: the share of the range that is added, per cent
    int contrast = 0;     //!< -100 to 100: about the middle grey
    bool dehaze = false;  //!< contrast of small areas, equalised (CLAHE on the lightness)
    bool invert = false;

    bool isPlain() const { return *this == PictureLook(); }
    bool operator==(const PictureLook&) const = default;
};

/** For any thread. A plain look gives the picture itself. */
QImage enhanced(const QImage& picture, const PictureLook& look);

}  // namespace sheen
