#include "core/detect/accepted_models.h"

#include <QFileInfo>
#include <QSettings>
#include <algorithm>

#include "core/data/error.h"
#include "core/detect/detector.h"

namespace sheen {

namespace {

const QString acceptedKey = QStringLiteral("models/accepted");
const QString usedKey = QStringLiteral("models/used");
const QString pathKey = QStringLiteral("path");
const QString sha256Key = QStringLiteral("sha256");
const QString nameKey = QStringLiteral("name");
constexpr std::size_t mostUsed = 10;

}  // namespace

bool isShippedModel(const QString& path)
{
    try {
        return QFileInfo(path) == QFileInfo(Detector::defaultModelPath());
    } catch (const Error&) {
        return false;  // Sheen's own files are not where they should be
    }
}

bool isAcceptedModel(const QString& path, const QString& sha256)
{
    return isShippedModel(path) ||
           (!sha256.isEmpty() && QSettings().value(acceptedKey).toStringList().contains(sha256));
}

bool isAcceptedModel(const ModelCard& card)
{
    return isAcceptedModel(card.path, card.sha256);
}

void acceptModel(const ModelCard& card)
{
    if (card.sha256.isEmpty() || isAcceptedModel(card))
        return;
    QSettings settings;
    QStringList accepted = settings.value(acceptedKey).toStringList();
    accepted << card.sha256;
    settings.setValue(acceptedKey, accepted);
}

std::optional<ModelFile> acceptedModelFile(const QString& path, const QString& sha256)
{
    if (!isAcceptedModel(path, sha256))
        return std::nullopt;
    try {
        ModelFile file(path);
        if (file.sha256() == sha256)
            return file;
    } catch (const Error&) {
        // Gone, or damaged: not the one that was accepted.
    }
    return std::nullopt;
}

std::vector<UsedModel> usedModels()
{
    QSettings settings;
    std::vector<UsedModel> used;
    const int count = settings.beginReadArray(usedKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        used.push_back({settings.value(pathKey).toString(), settings.value(sha256Key).toString(),
                        settings.value(nameKey).toString()});
    }
    return used;
}

void rememberUsedModel(const ModelCard& card)
{
    if (isShippedModel(card.path))
        return;
    std::vector<UsedModel> used = usedModels();
    used.erase(std::remove_if(used.begin(), used.end(),
                              [&card](const UsedModel& one) { return one.path == card.path; }),
               used.end());
    used.insert(used.begin(), {card.path, card.sha256, card.name});
    used.resize(std::min(used.size(), mostUsed));
    QSettings settings;
    settings.remove(usedKey);
    settings.beginWriteArray(usedKey, int(used.size()));
    for (std::size_t i = 0; i < used.size(); ++i) {
        settings.setArrayIndex(int(i));
        settings.setValue(pathKey, used[i].path);
        settings.setValue(sha256Key, used[i].sha256);
        settings.setValue(nameKey, used[i].name);
    }
    settings.endArray();
}

}  // namespace sheen
