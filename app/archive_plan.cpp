#include "archive_plan.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include "base/error.h"
#include "flight/find_flights.h"
#include "flight/identity.h"
#include "recording/find_recording.h"
#include "recording/resuming.h"
#include "ships/flight_window.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

const QString folderSuffix = QStringLiteral(".sheen");

bool holdsAnother(const QString& folder, const QString& recording)
{
    const std::optional<RunFacts> facts = Workspace::factsOf(folder + QStringLiteral("/sheen.gpkg"));
    return facts && !isResultOf(*facts, recording, identityOf(recording));
}

/** NAME, then NAME.SUFFIX, then with a number. */
QString folderFor(const QString& recording, const QDir& parent, const QSet<QString>& taken)
{
    const QFileInfo file(recording);
    const QString name = file.isDir() ? file.fileName() : file.completeBaseName();
    for (int attempt = 0;; ++attempt) {
        QString folder = parent.filePath(attempt == 0 ? name : file.fileName());
        if (attempt > 1)
            folder += QLatin1Char('.') + QString::number(attempt);
        folder += folderSuffix;
        if (!taken.contains(folder) && !holdsAnother(folder, recording))
            return folder;
    }
}

QJsonObject summaryIn(const QString& folder)
{
    QFile file(folder + QStringLiteral("/summary.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

}  // namespace

QString PlannedFlight::partFolder(int first, int end) const
{
    return QStringLiteral("%1/.parts/%2-%3").arg(folder).arg(first).arg(end);
}

std::vector<PlannedFlight> planFlights(const QString& folder, const QString& outputFolder,
                                       const Cancel& cancel)
{
    const QDir root(QDir(folder).absolutePath());
    const QDir output(QDir(outputFolder).absolutePath());
    std::vector<PlannedFlight> plan;
    QSet<QString> taken;
    for (const FoundFlight& found : flightsBelow(root.path(), cancel)) {
        // The archive's folder may be a folder of frames itself: its results lie within it then.
        const QString parent = found.path == root.path() ? root.path() : QFileInfo(found.path).absolutePath();
        const QDir target(QDir::cleanPath(output.filePath(root.relativeFilePath(parent))));
        const QString results = folderFor(found.path, target, taken);
        taken.insert(results);
        plan.push_back({found.path, found.isVideo, results});
    }
    return plan;
}

WantedRun::WantedRun(const RunOptions& options, const ModelCard& card)
    : m_options(options), m_modelSha256(card.sha256)
{}

bool WantedRun::isSameRun(const PlannedFlight& flight, const RunFacts& facts) const
{
    RunSettings settings = m_options.settings;
    if (flight.isVideo)
        selectByDefault(settings.selection);
    return facts.sheenVersion == QStringLiteral(SHEEN_VERSION) && facts.model.sha256 == m_modelSha256 &&
           RunSettings::fromJson(facts.settings).toJson() == settings.toJson() &&
           facts.settings.value(QStringLiteral("products")).toString() == productList(m_options.products) &&
           isResultOf(facts, flight.path, identityOf(flight.path));
}

bool WantedRun::hasSameShips(const PlannedFlight& flight) const
{
    if (m_options.ais.isEmpty())
        return true;
    try {
        return aisFilesFromJson(Workspace::open(flight.workspace())->kept(keptAisName())) == m_options.ais;
    } catch (const Error&) {
        return false;  // its run says why
    }
}

bool WantedRun::isDone(const PlannedFlight& flight) const
{
    const std::optional<RunFacts> facts = Workspace::factsOf(flight.workspace());
    if (!facts || canBeFinished(*facts) || !isSameRun(flight, *facts) || !hasSameShips(flight))
        return false;
    // The summary is written last, once all products are there.
    const QJsonObject summary = summaryIn(flight.folder);
    return summary.value(QStringLiteral("settings")).toObject() == facts->settings &&
           summary.value(QStringLiteral("started_at")).toString() ==
               facts->startedAt.toUTC().toString(Qt::ISODateWithMs);
}

bool WantedRun::canBeResumed(const PlannedFlight& flight) const
{
    const std::optional<RunFacts> facts = Workspace::factsOf(flight.workspace());
    return facts && canBeFinished(*facts) && isSameRun(flight, *facts);
}

}  // namespace sheen
