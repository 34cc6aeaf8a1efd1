#pragma once

#include <QString>
#include <vector>

#include "data/model_card.h"
#include "detect/accepted_models.h"

namespace sheen {

/** The taught models that this user made or was handed, the latest first; some of the files may be gone. */
std::vector<UsedModel> taughtModels();
void rememberTaughtModel(const ModelCard& card);

/** Out of the list; the file goes only where it is one that takeInTaughtModel() copied. */
void forgetTaughtModel(const QString& path);

/**
 * Copies a taught model's file to where the user's data is and puts it into the list; gives its card, with
 * the path of the copy. Nothing of it runs, and whether it is trusted is asked when it is used. Throws
 * Error(Unreadable): it is no taught model, or damaged; Error: it cannot be copied.
 */
ModelCard takeInTaughtModel(const QString& path);

/** Copies a taught model's file, to hand it on. Throws Error: it is gone or another one, or the copy cannot
 * be written. */
void handOnTaughtModel(const UsedModel& model, const QString& target);

}  // namespace sheen
