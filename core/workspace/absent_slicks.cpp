#include "absent_slicks.h"

#include <ogr_geometry.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <memory>

#include "bodies/measures.h"
#include "ogr/ogr_shapes.h"
#include "slick_ids.h"

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

QJsonObject toFeature(const Slick& slick, bool retired)
{
    QJsonObject properties{{QStringLiteral("id"), static_cast<qint64>(slick.id)},
                           {QStringLiteral("oiled_m2"), slick.oiledSquareMetres()},
                           {QStringLiteral("best_frame"), slick.seen.bestFrame},
                           {QStringLiteral("decision"), decisionName(slick.decision)},
                           {QStringLiteral("taken_for"), takenForName(slick.takenFor)},
                           {QStringLiteral("origin"), originName(slick.origin)},
                           {QStringLiteral("reviewer"), slick.reviewer},
                           {QStringLiteral("note"), slick.note}};
    if (retired)
        properties.insert(QStringLiteral("retired"), true);
    return {{QStringLiteral("type"), QStringLiteral("Feature")},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("geometry"), geometryToJson(slick.outline)}};
}

/** Without an id or an outline where it is none. Workspaces of format 1 say `status` for what is three
 * things. */
Slick fromFeature(const QJsonObject& feature)
{
    const QJsonObject properties = feature.value(QLatin1String("properties")).toObject();
    const auto value = [&properties](const char* name) { return properties.value(QLatin1String(name)); };
    Slick slick;
    slick.id = slickIdFromJson(value("id")).value_or(0);
    slick.decision = decisionFromName(value("decision").toString(value("status").toString()));
    slick.takenFor = takenForFromName(value("taken_for").toString());
    slick.origin = originFromName(value("origin").toString(value("status").toString()));
    slick.reviewer = value("reviewer").toString();
    slick.note = value("note").toString();
    AppearanceArea area;
    setOutline(area, geometryFromJson(feature.value(QLatin1String("geometry")).toObject()));
    area.seen.bestFrame = value("best_frame").toInt(-1);
    if (!area.outline.empty())
        slick.areas.push_back(std::move(area));
    measure(slick);
    return slick;
}

}  // namespace

QString absentToGeoJson(const AbsentSlicks& slicks)
{
    QJsonArray features;
    for (const Slick& slick : slicks.deleted)
        features << toFeature(slick, false);
    for (const Slick& slick : slicks.retired)
        features << toFeature(slick, true);
    if (features.isEmpty())
        return {};
    const QJsonObject collection{{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
                                 {QStringLiteral("features"), features}};
    return QString::fromUtf8(QJsonDocument(collection).toJson(QJsonDocument::Compact));
}

AbsentSlicks absentFromGeoJson(const QString& geoJson)
{
    AbsentSlicks slicks;
    const QJsonArray features =
        QJsonDocument::fromJson(geoJson.toUtf8()).object().value(QLatin1String("features")).toArray();
    for (const QJsonValue& feature : features) {
        const bool retired = feature.toObject()
                                 .value(QLatin1String("properties"))
                                 .toObject()
                                 .value(QLatin1String("retired"))
                                 .toBool();
        Slick slick = fromFeature(feature.toObject());
        if (slick.id > 0 && !slick.outline.empty())
            (retired ? slicks.retired : slicks.deleted).push_back(std::move(slick));
    }
    return slicks;
}

/** What an edit did; a redo is known by the edit that it repeats. */
QString AbsentHistory::actionBehind(const Edit& edit)
{
    const Name name(edit.description, edit.slickIds);
    if (edit.action != QLatin1String("redo") && edit.action != QLatin1String("undo"))
        m_actions[name] = edit.action;
    else if (edit.action == QLatin1String("redo"))
        return m_actions[name];
    return edit.action;
}

void AbsentHistory::add(const Edit& edit, const QString& removed)
{
    const QString action = actionBehind(edit);
    const bool placesAgain = action == QLatin1String("telemetry");
    // Such a row has all that were absent then: what was before it need not be read.
    if (placesAgain && !removed.isEmpty())
        m_steps.clear();
    Step step{edit.slickIds, {}, placesAgain};
    if (placesAgain || action == QLatin1String("delete"))
        step.removed = removed;
    m_steps.push_back(std::move(step));
}

AbsentSlicks AbsentHistory::slicks() const
{
    std::map<std::int64_t, Slick> deleted;
    std::map<std::int64_t, Slick> retired;
    for (const Step& step : m_steps) {
        for (const std::int64_t id : step.slickIds)
            deleted.erase(id);  // it was there when this was done
        AbsentSlicks removed = absentFromGeoJson(step.removed);
        for (Slick& slick : removed.deleted)
            deleted[slick.id] = std::move(slick);
        if (!step.placesAgain)
            continue;
        retired.clear();
        for (Slick& slick : removed.retired)
            retired[slick.id] = std::move(slick);
    }
    AbsentSlicks slicks;
    for (auto& [id, slick] : deleted)
        slicks.deleted.push_back(std::move(slick));
    for (auto& [id, slick] : retired)
        slicks.retired.push_back(std::move(slick));
    return slicks;
}

}  // namespace sheen
