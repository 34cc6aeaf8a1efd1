#pragma once

#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

#include "data/model_card.h"
#include "data/run_facts.h"

namespace sheen {

class Workspace;

/** The model that a flight is given, and what the analyst makes of its classes. */
struct ModelChoice
{
    QString path;                     //!< absolute; empty: the model that ships with Sheen
    QString sha256;                   //!< of the file as it was chosen; empty: not known, any will do
    std::vector<ModelClass> classes;  //!< that are not as the card has them
    bool shipped = false;             //!< it was the one that ships with Sheen, which an update may replace
    QJsonObject card = {};            //!< as it was shown when it was chosen; not kept; empty: not known
};

QJsonObject choiceToJson(const ModelChoice& choice);
/** Nothing where it names no model. */
std::optional<ModelChoice> choiceFromJson(const QJsonObject& object);

/** For the next run of a workspace's flight: what was chosen last, else what its results were made with. */
std::optional<ModelChoice> modelChoiceOf(const Workspace& workspace);
/** What results were made with. */
std::optional<ModelChoice> modelChoiceOf(const RunFacts& facts);
/** Holds until the next run, whose facts say it themselves. */
void keepModelChoice(Workspace& workspace, const ModelChoice& choice);

}  // namespace sheen
