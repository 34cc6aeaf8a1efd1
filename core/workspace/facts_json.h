#pragma once

#include <QJsonObject>

#include "data/run_facts.h"

namespace sheen {

/** The facts of a run without its model and settings, which are JSON of their own. */
QJsonObject runToJson(const RunFacts& facts);
void runFromJson(const QJsonObject& object, RunFacts& facts);

/** The model's whole card, with the path and hash of its file under "file". */
QJsonObject modelToJson(const ModelCard& card);
ModelCard modelFromJson(const QJsonObject& object);

}  // namespace sheen
