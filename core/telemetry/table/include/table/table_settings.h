#pragma once

#include <QJsonObject>
#include <QString>
#include <map>
#include <optional>
#include <vector>

#include "data/setting.h"

namespace sheen {

/** What a telemetry table does not say by itself. */
struct TableSettings
{
    std::map<QString, QString> meanings;  //!< by column: a meaning's name instead of the one recognised
    std::map<QString, QString> units;     //!< by column: "ft", "km", "ms", "rad", ...
    double shiftSeconds = 0;              //!< added to the table's times
    std::optional<double> horizontalFovDegrees;  //!< where the table gives neither that nor a focal length

    QJsonObject toJson() const;
    /** What is missing or of the wrong kind keeps its default. */
    static TableSettings fromJson(const QJsonObject& json);
};

/** Those that are one number. */
const std::vector<Setting<TableSettings>>& tableSettingList();

}  // namespace sheen
