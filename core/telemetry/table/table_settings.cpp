#include "table/table_settings.h"

#include <QCoreApplication>

namespace sheen {

namespace {

struct TableSettingsText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TableSettings)
};

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

const std::vector<Setting<TableSettings>>& tableSettingList()
{
    using Table = Setting<TableSettings>;
    constexpr double longestShiftSeconds = 1e9;
    static const std::vector<Table> list = {
        Table::of(
            {.option = QStringLiteral("telemetry-shift"),
             .placeholder = QStringLiteral("SECONDS"),
             .group = QStringLiteral("telemetry_table"),
             .key = QStringLiteral("shift_s"),
             .kind = SettingDescription::Kind::Number,
             .unit = QStringLiteral("s"),
             .minimum = -longestShiftSeconds,
             .maximum = longestShiftSeconds,
             .help = [] { return TableSettingsText::tr("Seconds added to the table's times."); }},
            [](auto& table) -> auto& { return table.shiftSeconds; }),
        Table::of(
            {.option = QStringLiteral("hfov"),
             .placeholder = QStringLiteral("DEGREES"),
             .group = QStringLiteral("telemetry_table"),
             .key = QStringLiteral("horizontal_fov_deg"),
             .kind = SettingDescription::Kind::Number,
             .unit = QStringLiteral("°"),
             .minimum = 0,
             .maximum = 179.9,
             .minimumExcluded = true,
             .help =
                 [] {
                     return TableSettingsText::tr(
                         "Horizontal field of view, where table or pictures do not tell "
                         "it.");
                 }},
            [](auto& table) -> auto& { return table.horizontalFovDegrees; }),
    };
    return list;
}

QJsonObject TableSettings::toJson() const
{
    QJsonObject json{{QStringLiteral("columns"), textsToJson(meanings)},
                     {QStringLiteral("units"), textsToJson(units)}};
    for (const Setting<TableSettings>& setting : tableSettingList())
        setting.write(*this, json);
    return json;
}

TableSettings TableSettings::fromJson(const QJsonObject& json)
{
    TableSettings settings;
    settings.meanings = textsFromJson(json.value(QStringLiteral("columns")).toObject());
    settings.units = textsFromJson(json.value(QStringLiteral("units")).toObject());
    for (const Setting<TableSettings>& setting : tableSettingList())
        setting.read(settings, json);
    return settings;
}

}  // namespace sheen
