#pragma once

#include <opencv2/core.hpp>

#include "data/model_card.h"
#include "data/segmentation.h"
#include "teach/lesson.h"
#include "teach/marks.h"

namespace sheen::test {

/** Water (0), sheen (1, code 1), true colour (2, code 5) and land (3). */
ModelCard seaCard();

/** Green sea with waves, 320 x 240; a brown patch, which is oil, and a blue one, which is none. */
cv::Mat3b paintedSea(unsigned seed = 1);
const cv::Rect brownPatch(40, 40, 100, 80);
const cv::Rect bluePatch(190, 130, 90, 80);

/** A model's answer that takes all for water, or all of some places for a class. */
Segmentation allWater(cv::Size size);
Segmentation withClass(Segmentation answer, const cv::Rect& place, int classValue);

/** A straight stroke. */
void stroke(cv::Mat& marks, cv::Point from, cv::Point to, int value, int width = 7);

cv::Mat noMarks();

/** What these marks teach of the painted sea. */
MarkedSamples samplesOfSea(const cv::Mat& marks, const Segmentation& base,
                           const QString& name = QStringLiteral("sea"));

/** What a taught model says of the painted sea. */
Segmentation answerOf(const Lesson& lesson, const Segmentation& base);

/** Which share of a place is oil by the card. */
double shareOfOil(const Segmentation& answer, const cv::Rect& place, const ModelCard& card);

}  // namespace sheen::test
