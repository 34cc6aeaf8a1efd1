#pragma once

#include <QString>
#include <map>
#include <opencv2/core.hpp>

#include "overlay/overlay_layout.h"

namespace sheen::test {

/** What an overlay shows, field by field. */
using OverlayTexts = std::map<OverlayField, QString>;

/** How an overlay's letters look. */
struct OverlayStyle
{
    /** OpenCV's strokes "simplex", "duplex" or "complex", "matrix" (5 by 7 dots), or a font family; that
     * needs a QGuiApplication. */
    QString font = QStringLiteral("simplex");
    double capitalHeight = 14;  //!< pixels
    double pitch = 12;       //!< from one character to the next, whatever the font's own widths are, pixels
    double strokeWidth = 1;  //!< pixels; what is added to it, for a font family
    bool darkEdge = false;
    bool slashedZero = false;
    int brightness = 235;
};

/** Letters that fit the layout's own height in pictures of this size. */
OverlayStyle styleFor(const OverlayLayout& layout, cv::Size size, const QString& font);

/** How the sea behind the letters looks. */
struct SeaStyle
{
    double brightness = 70;  //!< mean, 0 to 255
    double contrast = 10;    //!< standard deviation of the waves at each of their scales
    int glints = 100;        //!< specks brighter than the waves
    int glintBrightness = 150;
};

/** A sea of noise at several scales, with glint, that is another one in each frame. */
cv::Mat renderedSea(cv::Size size, int frame, const SeaStyle& style = {});

/** Draws the fields where the layout wants them: left-aligned at the upper left, right-aligned elsewhere. */
void drawOverlay(cv::Mat& picture, const OverlayLayout& layout, const OverlayTexts& texts,
                 const OverlayStyle& style);

/** The picture as JPEG of this quality (0 to 100) leaves it. */
cv::Mat jpegCompressed(const cv::Mat& picture, int quality);

/** Texts of a flight that change from frame to frame; `decimalDegrees` or degrees, minutes and seconds. */
OverlayTexts exampleTexts(int frame, bool decimalDegrees);

}  // namespace sheen::test
