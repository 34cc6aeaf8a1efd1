#pragma once

#include <QString>
#include <vector>

#include "detect/model_file.h"
#include "teach/lesson.h"
#include "teach/marks.h"
#include "teach/taught_card.h"
#include "teach/taught_model.h"

namespace sheen {

/** A model that was taught, and what is known of how. */
struct TaughtLesson
{
    TaughtModel model;
    LessonFacts facts;
};

/**
 * Teaches a model what is marked: the same from the same marks. `base`: its file, `card`: its card. Throws
 * Error(Unreadable): nothing is marked, or the marks contradict each other; the sentence says where.
 */
TaughtLesson teach(const std::vector<MarkedPicture>& pictures, const ModelFile& base, const ModelCard& card,
                   const TeachingOccasion& occasion);
/** The same for pictures that were looked at before. */
TaughtLesson teach(const std::vector<MarkedSamples>& samples, const ModelFile& base, const ModelCard& card,
                   const TeachingOccasion& occasion);

/** Writes the model as a file, which appears only when it is whole. Throws Error: it cannot be written. */
void writeTaughtModel(const TaughtModel& model, const ModelFile& base, const QString& path);

}  // namespace sheen
