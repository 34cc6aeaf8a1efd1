#pragma once

#include <QString>
#include <QStringList>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "data/model_card.h"
#include "data/segmentation.h"
#include "teach/marks.h"
#include "teach/pixel_features.h"
#include "teach/taught_model.h"

namespace sheen {

/** What one marked picture teaches, without the picture. */
struct MarkedSamples
{
    QString picture;               //!< its name
    bool coloured = true;          //!< see hasColour()
    std::vector<Stroke> strokes;   //!< their points in pixels of the picture
    cv::Mat1f features;            //!< a row for each marked pixel of the reduced picture
    std::vector<int> strokeOf;     //!< of each row
    std::vector<uchar> baseClass;  //!< of each row, by the base
    cv::Mat1f rest;                //!< a row for some of the pixels that nobody marked
    std::vector<uchar> restClass;  //!< of each of these, by the base
    std::vector<int> restPatch;    //!< of each of these: pixels of one class of the base that hang together
    std::vector<int> restNear;     //!< of each of these: the marked row that lies nearest; -1: none
};

/** `marks`: of the picture's size, by the classes of `card`; may be empty of marks. */
MarkedSamples samplesOf(const QString& picture, bool coloured, const PixelFeatures& features,
                        const cv::Mat& marks, const Segmentation& base);

/** A stroke that what was learned from it does not agree with: others say the opposite of the same looks. */
struct Contradiction
{
    QString picture;
    cv::Point at;  //!< pixel of the picture
    bool oil = false;
};

/** What is known of what was learned. */
struct LessonFacts
{
    int pictures = 0;      //!< with marks
    int oilStrokes = 0;    //!< pixels that hang together
    int otherStrokes = 0;  //!< likewise
    std::vector<Contradiction> contradictions;
    /**
     * Intersection over union of oil on marks that were held out, stroke by stroke, in four parts at random;
     * std::nullopt where there are not two strokes each of oil and of something else, or nobody asked.
     */
    std::optional<double> heldOutOverlap;
};

struct Lesson
{
    TaughtForests forests;
    LessonFacts facts;
};

/**
 * Learns from marks, the same from the same marks. Where only oil is marked, the rest of these pictures that
 * is no oil for the base speaks for everything else at half weight; where only something else is marked, that
 * and what looks like it is taken away from what is oil for the base, and nothing is added. `card`: of the
 * base. `holdOut`: whether to find heldOutOverlap, which takes four times as long. Throws Error(Unreadable):
 * nothing is marked, or there is nothing of the other kind to learn from.
 */
Lesson learn(const std::vector<MarkedSamples>& samples, const ModelCard& card, bool holdOut = true);

/** Of learn(): LessonFacts::heldOutOverlap alone. */
std::optional<double> heldOutOverlap(const std::vector<MarkedSamples>& samples, const ModelCard& card);

/** What whoever uses it must know, a sentence each: what is missing, and how sure it is of itself. */
QStringList warningsOf(const LessonFacts& facts);

/** The first contradiction as a sentence; empty where there is none. */
QString contradictionOf(const LessonFacts& facts);

}  // namespace sheen
