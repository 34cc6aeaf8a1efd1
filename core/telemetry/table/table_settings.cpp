#include "table/table_settings.h"

namespace sheen {

namespace {

QJsonObject textsToJson(const std::map<QString, QString>& texts)
{
    QJsonObject json;
    for (const auto& [column, text] : texts)
        json[column] = text;
    return json;
}

std::map<QString, QString> textsFromJson(const QJsonObject& json)
{
    std::map<QString, QString> texts;
    for (auto each = json.begin(); each != json.end(); ++each) {
        if (each.value().isString())
            texts[each.key()] = each.value().toString();
    }
    return texts;
}

}  // namespace

QJsonObject TableSettings::toJson() const
{
    QJsonObject json{{QStringLiteral("columns"), textsToJson(meanings)},
                     {QStringLiteral("units"), textsToJson(units)},
                     {QStringLiteral("shift_s"), shiftSeconds}};
    if (horizontalFovDegrees)
        json[QStringLiteral("horizontal_fov_deg")] = *horizontalFovDegrees;
    return json;
}

TableSettings TableSettings::fromJson(const QJsonObject& json)
{
    TableSettings settings;
    settings.meanings = textsFromJson(json.value(QStringLiteral("columns")).toObject());
    settings.units = textsFromJson(json.value(QStringLiteral("units")).toObject());
    settings.shiftSeconds = json.value(QStringLiteral("shift_s")).toDouble();
    const QJsonValue fov = json.value(QStringLiteral("horizontal_fov_deg"));
    if (fov.isDouble() && fov.toDouble() > 0 && fov.toDouble() < 180)
        settings.horizontalFovDegrees = fov.toDouble();
    return settings;
}

}  // namespace sheen
