#include "model_list.h"

#include <QSettings>
#include <algorithm>

namespace sheen {

namespace {

const QString pathKey = QStringLiteral("path");
const QString sha256Key = QStringLiteral("sha256");
const QString nameKey = QStringLiteral("name");

}  // namespace

std::vector<UsedModel> readModelList(const QString& key)
{
    QSettings settings;
    std::vector<UsedModel> models;
    const int count = settings.beginReadArray(key);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        models.push_back({settings.value(pathKey).toString(), settings.value(sha256Key).toString(),
                          settings.value(nameKey).toString()});
    }
    return models;
}

void writeModelList(const QString& key, const std::vector<UsedModel>& models)
{
    QSettings settings;
    settings.remove(key);
    settings.beginWriteArray(key, int(models.size()));
    for (std::size_t i = 0; i < models.size(); ++i) {
        settings.setArrayIndex(int(i));
        settings.setValue(pathKey, models[i].path);
        settings.setValue(sha256Key, models[i].sha256);
        settings.setValue(nameKey, models[i].name);
    }
    settings.endArray();
}

std::vector<UsedModel> withModelFirst(std::vector<UsedModel> models, const ModelCard& card)
{
    std::erase_if(models, [&card](const UsedModel& one) { return one.path == card.path; });
    models.insert(models.begin(), {card.path, card.sha256, card.name});
    return models;
}

}  // namespace sheen
