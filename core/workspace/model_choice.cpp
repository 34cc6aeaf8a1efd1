#include "workspace/model_choice.h"

#include "data/model_classes.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

const QString keptName = QStringLiteral("model_choice");
const QString pathKey = QStringLiteral("path");
const QString sha256Key = QStringLiteral("sha256");
const QString classesKey = QStringLiteral("classes");
const QString shippedKey = QStringLiteral("shipped");
const QString acceptedKey = QStringLiteral("model_accepted");

}  // namespace

QJsonObject choiceToJson(const ModelChoice& choice)
{
    return {{pathKey, choice.path},
            {sha256Key, choice.sha256},
            {classesKey, classesToJson(choice.classes)},
            {shippedKey, choice.shipped}};
}

std::optional<ModelChoice> choiceFromJson(const QJsonObject& object)
{
    const QString path = object.value(pathKey).toString();
    if (path.isEmpty())
        return std::nullopt;
    return ModelChoice{path, object.value(sha256Key).toString(),
                       classesFromJson(object.value(classesKey).toArray()),
                       object.value(shippedKey).toBool()};
}

std::optional<ModelChoice> modelChoiceOf(const Workspace& workspace)
{
    if (const std::optional<ModelChoice> kept = choiceFromJson(workspace.kept(keptName)))
        return kept;
    return modelChoiceOf(workspace.facts());
}

std::optional<ModelChoice> modelChoiceOf(const RunFacts& facts)
{
    const bool shipped = facts.settings.value(acceptedKey).toString() == QLatin1String("shipped");
    return choiceFromJson({{pathKey, facts.model.path},
                           {sha256Key, facts.model.sha256},
                           {classesKey, facts.settings.value(classesKey)},
                           {shippedKey, shipped}});
}

void keepModelChoice(Workspace& workspace, const ModelChoice& choice)
{
    workspace.keep(keptName, choiceToJson(choice));
}

}  // namespace sheen
