#pragma once

#include "core/data/model_card.h"

namespace sheen {

/**
 * A model file is a program, so a file is only run once the analyst has said that it is trusted: once for
 * each content, by its SHA-256, kept in the user's settings. The model that ships with Sheen always is.
 */
bool isAcceptedModel(const ModelCard& card);
void acceptModel(const ModelCard& card);

}  // namespace sheen
