#pragma once

#include <QJsonObject>

#include "data/telemetry.h"

namespace sheen {

/**
 * A telemetry record as read and as corrected, without the pose and the sea level, which tables of their own
 * hold; what is not known is left out. Numbers keep every bit; times are ISO 8601 in UTC with milliseconds.
 * Unknown keys are skipped when read back.
 */
QJsonObject telemetryToJson(const TelemetryRecord& record);
TelemetryRecord telemetryFromJson(const QJsonObject& object);

/** ISO 8601 in UTC with milliseconds; empty for an invalid time. */
QString utcToText(const QDateTime& time);
QDateTime utcFromText(const QString& text);

}  // namespace sheen
