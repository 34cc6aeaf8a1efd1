#include "deleted_slicks.h"

#include <ogr_geometry.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <memory>

#include "ogr/ogr_shapes.h"

namespace sheen {

namespace {

QJsonObject geometryToJson(const GroundMultiPolygon& outline)
{
    const std::unique_ptr<OGRGeometry> shape = ogrMultiPolygon(outline);
    if (!shape)
        return {};
    const std::unique_ptr<char, void (*)(void*)> json(shape->exportToJson(), CPLFree);
    return QJsonDocument::fromJson(QByteArray(json.get())).object();
}

GroundMultiPolygon geometryFromJson(const QJsonObject& json)
{
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    const std::unique_ptr<OGRGeometry> shape(OGRGeometryFactory::createFromGeoJson(text.constData()));
    return multiPolygonFromOgr(shape.get());
}

}  // namespace

QString slicksToGeoJson(const std::vector<Slick>& slicks)
{
    if (slicks.empty())
        return {};
    QJsonArray features;
    for (const Slick& slick : slicks) {
        const QJsonObject properties{{QStringLiteral("id"), static_cast<qint64>(slick.id)},
                                     {QStringLiteral("class"), slick.classValue},
                                     {QStringLiteral("class_name"), slick.className},
                                     {QStringLiteral("code"), slick.code},
                                     {QStringLiteral("area_m2"), slick.areaSquareMetres},
                                     {QStringLiteral("best_frame"), slick.bestFrame},
                                     {QStringLiteral("status"), slickStatusName(slick.status)},
                                     {QStringLiteral("note"), slick.note}};
        features << QJsonObject{{QStringLiteral("type"), QStringLiteral("Feature")},
                                {QStringLiteral("properties"), properties},
                                {QStringLiteral("geometry"), geometryToJson(slick.outline)}};
    }
    const QJsonObject collection{{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
                                 {QStringLiteral("features"), features}};
    return QString::fromUtf8(QJsonDocument(collection).toJson(QJsonDocument::Compact));
}

std::vector<Slick> slicksFromGeoJson(const QString& geoJson)
{
    std::vector<Slick> slicks;
    const QJsonArray features =
        QJsonDocument::fromJson(geoJson.toUtf8()).object().value(QLatin1String("features")).toArray();
    for (const QJsonValue& feature : features) {
        const QJsonObject properties = feature.toObject().value(QLatin1String("properties")).toObject();
        const auto value = [&properties](const char* name) { return properties.value(QLatin1String(name)); };
        Slick slick;
        slick.id = static_cast<std::int64_t>(value("id").toDouble());
        slick.classValue = value("class").toInt();
        slick.className = value("class_name").toString();
        slick.code = value("code").toInt();
        slick.areaSquareMetres = value("area_m2").toDouble();
        slick.bestFrame = value("best_frame").toInt(-1);
        slick.status = slickStatusFromName(value("status").toString());
        slick.note = value("note").toString();
        slick.outline = geometryFromJson(feature.toObject().value(QLatin1String("geometry")).toObject());
        if (slick.id > 0 && !slick.outline.empty())
            slicks.push_back(std::move(slick));
    }
    return slicks;
}

/** What an edit did; a redo is known by the edit that it repeats. */
QString DeletedSlicks::actionBehind(const Edit& edit)
{
    const Name name(edit.description, edit.slickIds);
    if (edit.action != QLatin1String("redo") && edit.action != QLatin1String("undo"))
        m_actions[name] = edit.action;
    else if (edit.action == QLatin1String("redo"))
        return m_actions[name];
    return edit.action;
}

void DeletedSlicks::add(const Edit& edit, const QString& removed)
{
    const QString action = actionBehind(edit);
    const bool deletes = action == QLatin1String("delete");
    for (const std::int64_t id : edit.slickIds)
        m_deleted.erase(id);  // it was there when this was done
    if (!deletes && action != QLatin1String("telemetry"))
        return;
    for (Slick& slick : slicksFromGeoJson(removed))
        m_deleted[slick.id] = std::move(slick);
}

std::vector<Slick> DeletedSlicks::slicks() const
{
    std::vector<Slick> slicks;
    for (const auto& [id, slick] : m_deleted)
        slicks.push_back(slick);
    return slicks;
}

}  // namespace sheen
