#include "ui/model/accepted_models.h"

#include <QFileInfo>
#include <QSettings>

#include "core/data/error.h"
#include "core/detect/detector.h"

namespace sheen {

namespace {

const QString acceptedKey = QStringLiteral("models/accepted");

bool isShippedModel(const ModelCard& card)
{
    try {
        return QFileInfo(card.path) == QFileInfo(Detector::defaultModelPath());
    } catch (const Error&) {
        return false;  // Sheen's own files are not where they should be
    }
}

}  // namespace

bool isAcceptedModel(const ModelCard& card)
{
    return isShippedModel(card) ||
           (!card.sha256.isEmpty() && QSettings().value(acceptedKey).toStringList().contains(card.sha256));
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

}  // namespace sheen
