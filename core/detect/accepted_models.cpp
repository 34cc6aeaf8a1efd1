#include "detect/accepted_models.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSettings>
#include <algorithm>
#include <mutex>

#include "base/error.h"
#include "base/sha256.h"
#include "detect/detector.h"
#include "model_list.h"

namespace sheen {

namespace {

const QString acceptedKey = QStringLiteral("models/accepted");
const QString usedKey = QStringLiteral("models/used");
constexpr std::size_t mostUsed = 10;

}  // namespace

QString shippedModelPath()
{
    try {
        return Detector::defaultModelPath();
    } catch (const Error&) {
        return {};
    }
}

bool isShippedPath(const QString& path)
{
    const QString shipped = shippedModelPath();
    return !shipped.isEmpty() && QFileInfo(path) == QFileInfo(shipped);
}

QString shippedModelSha256()
{
    static std::mutex mutex;
    static QString path, sha256;
    static QDateTime modified;
    const std::lock_guard<std::mutex> lock(mutex);
    const QFileInfo now(shippedModelPath());
    // Asked for often, so it is read once; and again where an update has replaced it meanwhile.
    if (sha256.isEmpty() || now.filePath() != path || now.lastModified() != modified) {
        path = now.filePath();
        modified = now.lastModified();
        sha256 = sha256OfFile(path).value_or(Sha256()).hex;
    }
    return sha256;
}

bool isShippedModel(const QString& sha256)
{
    return !sha256.isEmpty() && sha256 == shippedModelSha256();
}

bool followsShippedModel(const QString& path, const QString& sha256, bool wasShipped)
{
    if (shippedModelSha256().isEmpty())
        return false;
    const bool isEarlier = (wasShipped || isShippedPath(path)) && !isAcceptedModel(sha256);
    return isEarlier || isShippedModel(sha256);
}

bool isAcceptedModel(const QString& sha256)
{
    return isShippedModel(sha256) ||
           (!sha256.isEmpty() && QSettings().value(acceptedKey).toStringList().contains(sha256));
}

void acceptModel(const ModelCard& card)
{
    if (card.sha256.isEmpty() || isAcceptedModel(card.sha256))
        return;
    QSettings settings;
    QStringList accepted = settings.value(acceptedKey).toStringList();
    accepted << card.sha256;
    settings.setValue(acceptedKey, accepted);
}

std::optional<ModelFile> acceptedModelFile(const QString& path, const QString& sha256)
{
    if (!isAcceptedModel(sha256))
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
    return readModelList(usedKey);
}

void rememberUsedModel(const ModelCard& card)
{
    if (isShippedModel(card.sha256))
        return;
    std::vector<UsedModel> used = withModelFirst(usedModels(), card);
    used.resize(std::min(used.size(), mostUsed));
    writeModelList(usedKey, used);
}

}  // namespace sheen
