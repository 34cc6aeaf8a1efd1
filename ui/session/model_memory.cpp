#include "ui/session/model_memory.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSettings>

#include "base/error.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

/** A path holds slashes, which would make groups of it. */
QString settingsKey(const QString& flightPath)
{
    const QByteArray path = QFileInfo(flightPath).absoluteFilePath().toUtf8();
    return QStringLiteral("models/flights/") +
           QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex());
}

std::shared_ptr<Workspace> workspaceOf(const FlightMemory& flight)
{
    if (flight.workspace || flight.workspacePath.isEmpty())
        return flight.workspace;
    return Workspace::open(flight.workspacePath);
}

}  // namespace

std::optional<ModelChoice> rememberedModel(const FlightMemory& flight)
{
    try {
        if (const std::shared_ptr<Workspace> workspace = workspaceOf(flight))
            return modelChoiceOf(*workspace);
    } catch (const Error&) {
        return std::nullopt;
    }
    const QByteArray json = QSettings().value(settingsKey(flight.flightPath)).toByteArray();
    return choiceFromJson(QJsonDocument::fromJson(json).object());
}

void rememberModel(const FlightMemory& flight, const ModelChoice& choice)
{
    if (const std::shared_ptr<Workspace> workspace = workspaceOf(flight))
        keepModelChoice(*workspace, choice);
    else
        QSettings().setValue(settingsKey(flight.flightPath),
                             QJsonDocument(choiceToJson(choice)).toJson(QJsonDocument::Compact));
}

}  // namespace sheen
