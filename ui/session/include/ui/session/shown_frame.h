#pragma once

#include <QImage>
#include <QVector>
#include <opencv2/core.hpp>
#include <vector>

#include "data/frame_record.h"
#include "data/model_card.h"

namespace sheen {

/** One frame as the window gets it: plain values, ready to be drawn. */
struct ShownFrame
{
    FrameRecord record;
    QImage picture;  //!< with at most the size of the screen; empty where it was skipped to keep up
    QImage mask;     //!< ARGB, the classes' colours, water transparent; size of `picture`
};

/** Larger pictures are shown smaller; details are looked at in the recording. */
constexpr int largestShownWidth = 1280;

/** BGR to a picture for the screen, no wider than `largestShownWidth`. */
QImage shownPicture(const cv::Mat& bgr);

/** The same in its own size. */
QImage wholePicture(const cv::Mat& bgr);

/** A colour for each value of a mask (256 of them): oil in its class's colour, everything else transparent.
 */
QVector<QRgb> maskColours(const ModelCard& card);

/** A mask in its colours at the size in which its picture is shown; null without classes. */
QImage shownMask(const cv::Mat& classes, const QVector<QRgb>& colours);

}  // namespace sheen

Q_DECLARE_METATYPE(std::vector<sheen::ShownFrame>)
Q_DECLARE_METATYPE(sheen::ShownFrame)
