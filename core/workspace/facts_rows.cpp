#include "facts_rows.h"

#include <ogrsf_frmts.h>

#include <QJsonDocument>

#include "facts_json.h"
#include "ogr/gdal_errors.h"
#include "workspace_file.h"

namespace sheen {

QJsonObject formatToJson()
{
    return {{QStringLiteral("application"), QStringLiteral("Sheen")},
            {QStringLiteral("version"), formatVersion}};
}

int formatOf(const std::map<QString, QJsonObject>& rows)
{
    const auto format = rows.find(formatFact);
    if (format == rows.end() ||
        format->second.value(QLatin1String("application")).toString() != QLatin1String("Sheen"))
        return 0;
    return format->second.value(QLatin1String("version")).toInt();
}

std::map<QString, QJsonObject> readFacts(OGRLayer& layer)
{
    std::map<QString, QJsonObject> rows;
    layer.ResetReading();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()})
        rows[QString::fromUtf8(feature->GetFieldAsString(0))] =
            QJsonDocument::fromJson(QByteArray(feature->GetFieldAsString(1))).object();
    layer.ResetReading();
    return rows;
}

std::map<QString, QJsonObject> readFactsOf(const QString& path)
{
    const GDALDatasetUniquePtr dataset = openWorkspaceFile(path);
    const GdalErrors errors;
    OGRLayer* layer = dataset->GetLayerByName("facts");
    if (!layer || layer->GetLayerDefn()->GetFieldIndex("name") != 0 ||
        layer->GetLayerDefn()->GetFieldIndex("value") != 1)
        return {};
    return readFacts(*layer);
}

RunFacts factsFromRows(std::map<QString, QJsonObject> rows)
{
    RunFacts facts;
    runFromJson(rows[QStringLiteral("run")], facts);
    facts.model = modelFromJson(rows[QStringLiteral("model")]);
    facts.settings = rows[QStringLiteral("settings")];
    return facts;
}

}  // namespace sheen
