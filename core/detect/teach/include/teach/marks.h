#pragma once

#include <QString>
#include <opencv2/core.hpp>
#include <vector>

#include "data/model_card.h"
#include "data/segmentation.h"

namespace sheen {

/** What a pixel of a mask of marks means; in between it is 1 + the class value of the model's card. */
constexpr int nothingMarked = 0;
constexpr int anyOilMarked = 255;  //!< oil, no matter of which class

/** A picture and what the analyst says of some of its pixels. */
struct MarkedPicture
{
    QString name;         //!< of the file, or the frame's number
    cv::Mat picture;      //!< CV_8UC3, BGR
    cv::Mat marks;        //!< CV_8UC1 of the picture's size
    Segmentation base;    //!< the answer of the model that is taught, of the picture's size
    QString sensor = {};  //!< as telemetry calls it; empty: not known
    int frame = -1;       //!< its number; -1: of no recording
};

/** Pixels of one value that hang together, in any of eight directions. */
struct Stroke
{
    int value = nothingMarked;  //!< of the mask
    cv::Point inside;           //!< one of its pixels, near its middle
};

/** Whether a mark says oil. False for one that says nothing. */
bool saysOil(int mark, const ModelCard& card);

/**
 * The smaller picture of a mask in which a cell of `factor` x `factor` pixels has the first mark that stands
 * in it, so that no stroke is lost however thin it is.
 */
cv::Mat1b reducedMarks(const cv::Mat& marks, cv::Size size, int factor);

/** The strokes of a mask; `labels`, of its size, has for each pixel the number of its stroke, or -1. */
std::vector<Stroke> strokesOf(const cv::Mat1b& marks, cv::Mat1i& labels);

/**
 * Throws Error(Unreadable) that names the picture: the mask has another size or holds a value that is no
 * class of the card.
 */
void checkMarks(const QString& name, cv::Size picture, const cv::Mat& marks, const ModelCard& card);

/**
 * Throws Error(Unreadable) where marks of one and the same picture, which may come under two names, say
 * different things of one of its pixels.
 */
void checkAgreement(const std::vector<MarkedPicture>& pictures, const ModelCard& card);

}  // namespace sheen
