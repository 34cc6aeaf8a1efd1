#pragma once

#include <QString>
#include <vector>

#include "detect/accepted_models.h"

namespace sheen {

// Lists of models in the user's settings, by their key.

std::vector<UsedModel> readModelList(const QString& key);
void writeModelList(const QString& key, const std::vector<UsedModel>& models);

/** The model first, once; its path is what it is known by. */
std::vector<UsedModel> withModelFirst(std::vector<UsedModel> models, const ModelCard& card);

}  // namespace sheen
