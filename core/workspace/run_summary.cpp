#include "workspace/run_summary.h"

#include <ogrsf_frmts.h>

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>

#include "base/error.h"
#include "data/slick.h"
#include "edit_features.h"
#include "facts_rows.h"
#include "ogr/gdal_errors.h"
#include "workspace_file.h"
#include "workspace_layers.h"

namespace sheen {

namespace {

/** How many rows a statement counts. */
int count(GDALDataset& dataset, const QString& from)
{
    OGRLayer* rows = dataset.ExecuteSQL(
        QStringLiteral("SELECT count(*) FROM %1").arg(from).toUtf8().constData(), nullptr, nullptr);
    if (!rows)
        return 0;
    const OGRFeatureUniquePtr row{rows->GetNextFeature()};
    const int number = row ? row->GetFieldAsInteger(0) : 0;
    dataset.ReleaseResultSet(rows);
    return number;
}

int countDecided(GDALDataset& dataset, Decision decision)
{
    return count(dataset, QStringLiteral("slicks WHERE decision = '%1'").arg(decisionName(decision)));
}

QDateTime timeOfLastEdit(OGRLayer& edits)
{
    QDateTime last;
    edits.ResetReading();
    while (const OGRFeatureUniquePtr feature{edits.GetNextFeature()})
        last = editFromFeature(*feature).time;
    edits.ResetReading();
    return last;
}

}  // namespace

std::optional<RunSummary> summaryOf(const QString& workspacePath)
{
    try {
        const GDALDatasetUniquePtr dataset = openWorkspaceFile(workspacePath, true);
        const GdalErrors errors;
        const std::optional<WorkspaceLayers> layers = findLayers(*dataset);
        if (!layers)
            return std::nullopt;
        const std::map<QString, QJsonObject> rows = readFacts(*layers->facts);
        if (formatOf(rows) == 0)
            return std::nullopt;
        RunSummary summary;
        summary.path = QFileInfo(workspacePath).absoluteFilePath();
        summary.facts = factsFromRows(rows);
        summary.slicks = count(*dataset, QStringLiteral("slicks"));
        summary.accepted = countDecided(*dataset, Decision::Accepted);
        summary.rejected = countDecided(*dataset, Decision::Rejected);
        summary.edits = count(*dataset, QStringLiteral("edits"));
        if (summary.edits > 0)
            summary.lastEdit = timeOfLastEdit(*layers->edits);
        return summary;
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::vector<RunSummary> runsBeside(const QString& workspacePath)
{
    const QFileInfo file(workspacePath);
    static const QRegularExpression aside(QStringLiteral("\\.[0-9]+$"));
    const QString base = file.completeBaseName().remove(aside);
    const QRegularExpression form(
        QStringLiteral("^%1(\\.[0-9]+)?\\.%2$")
            .arg(QRegularExpression::escape(base), QRegularExpression::escape(file.suffix())));
    std::vector<RunSummary> runs;
    const QDir folder = file.absoluteDir();
    const QStringList names = folder.entryList(QDir::Files);
    for (const QString& name : names) {
        if (!form.match(name).hasMatch())
            continue;
        if (std::optional<RunSummary> summary = summaryOf(folder.filePath(name)))
            runs.push_back(std::move(*summary));
    }
    std::stable_sort(runs.begin(), runs.end(), [](const RunSummary& a, const RunSummary& b) {
        return a.facts.startedAt > b.facts.startedAt;
    });
    return runs;
}

}  // namespace sheen
