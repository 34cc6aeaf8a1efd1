#include "telemetry_json.h"

#include <QJsonArray>
#include <cmath>

#include "base/error.h"

namespace sheen {

namespace {

using MaybeNumber = std::optional<double>;

void put(QJsonObject& object, const char* key, const MaybeNumber& value)
{
    if (value && std::isfinite(*value))
        object.insert(QLatin1String(key), *value);
}

void putText(QJsonObject& object, const char* key, const QString& text)
{
    if (!text.isEmpty())
        object.insert(QLatin1String(key), text);
}

MaybeNumber number(const QJsonObject& object, const char* key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isDouble() ? MaybeNumber(value.toDouble()) : std::nullopt;
}

double numberOrZero(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toDouble();
}

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

Quality quality(const QJsonObject& object, const char* key)
{
    return qualityFromName(text(object, key));
}

QJsonObject fieldToJson(const FieldReading& field)
{
    QJsonObject object;
    putText(object, "text", field.text);
    put(object, "value", field.value);
    if (field.confidence != 0)
        put(object, "confidence", field.confidence);
    if (!field.box.isNull()) {
        const QRectF& box = field.box;
        object.insert(QStringLiteral("box"), QJsonArray{box.x(), box.y(), box.width(), box.height()});
    }
    return object;
}

FieldReading fieldFromJson(const QJsonObject& object)
{
    FieldReading field;
    field.text = text(object, "text");
    field.value = number(object, "value");
    field.confidence = numberOrZero(object, "confidence");
    const QJsonArray box = object.value(QLatin1String("box")).toArray();
    if (box.size() == 4)
        field.box = QRectF(box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble());
    return field;
}

QJsonObject readingToJson(const TelemetryReading& reading)
{
    QJsonObject object{{QStringLiteral("frame"), reading.frame},
                       {QStringLiteral("source"), qualityName(reading.source)}};
    put(object, "time_s", reading.timeSeconds);
    putText(object, "utc", utcToText(reading.utc));
    put(object, "horizontal_fov_deg", reading.horizontalFovDegrees);
    put(object, "camera_bearing_deg", reading.cameraBearingDegrees);
    put(object, "camera_depression_deg", reading.cameraDepressionDegrees);
    put(object, "camera_roll_deg", reading.cameraRollDegrees);
    put(object, "geoid_reduction_m", reading.geoidReductionMetres);
    if (reading.outsideSource)
        object.insert(QStringLiteral("outside_source"), true);
    if (reading.startsRecording)
        object.insert(QStringLiteral("starts_recording"), true);
    QJsonObject fields;
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        const QJsonObject field = fieldToJson(reading.fields[i]);
        if (!field.isEmpty())
            fields.insert(overlayFieldName(static_cast<OverlayField>(i)), field);
    }
    object.insert(QStringLiteral("fields"), fields);
    return object;
}

TelemetryReading readingFromJson(const QJsonObject& object)
{
    TelemetryReading reading;
    reading.frame = object.value(QLatin1String("frame")).toInt();
    reading.timeSeconds = numberOrZero(object, "time_s");
    reading.source = quality(object, "source");
    reading.utc = utcFromText(text(object, "utc"));
    reading.horizontalFovDegrees = number(object, "horizontal_fov_deg");
    reading.cameraBearingDegrees = number(object, "camera_bearing_deg");
    reading.cameraDepressionDegrees = number(object, "camera_depression_deg");
    reading.cameraRollDegrees = number(object, "camera_roll_deg");
    reading.geoidReductionMetres = number(object, "geoid_reduction_m");
    const QJsonObject fields = object.value(QLatin1String("fields")).toObject();
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        const QJsonObject field = fields.value(overlayFieldName(static_cast<OverlayField>(i))).toObject();
        if (!field.isEmpty())
            reading.fields[i] = fieldFromJson(field);
    }
    reading.outsideSource = object.value(QLatin1String("outside_source")).toBool();
    reading.startsRecording = object.value(QLatin1String("starts_recording")).toBool();
    return reading;
}

}  // namespace

QString utcToText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime utcFromText(const QString& textOfTime)
{
    return textOfTime.isEmpty() ? QDateTime() : QDateTime::fromString(textOfTime, Qt::ISODateWithMs).toUTC();
}

QJsonObject telemetryToJson(const TelemetryRecord& record)
{
    QJsonObject object{{QStringLiteral("quality"), qualityName(record.quality)},
                       {QStringLiteral("reading"), readingToJson(record.reading)}};
    putText(object, "utc", utcToText(record.utc));
    putText(object, "sensor", record.sensor);
    put(object, "horizontal_fov_deg", record.horizontalFovDegrees);
    QJsonObject values;
    QJsonObject qualities;
    QJsonObject doubts;
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        const QString name = overlayFieldName(static_cast<OverlayField>(i));
        if (record.values[i] && std::isfinite(*record.values[i]))
            values.insert(name, *record.values[i]);
        if (record.qualities[i] != Quality::None)
            qualities.insert(name, qualityName(record.qualities[i]));
        if (record.doubts[i] != Doubt::None)
            doubts.insert(name, doubtName(record.doubts[i]));
    }
    object.insert(QStringLiteral("values"), values);
    object.insert(QStringLiteral("qualities"), qualities);
    if (!doubts.isEmpty())
        object.insert(QStringLiteral("doubts"), doubts);
    if (const QJsonObject calibration = calibrationToJson(record.calibration); !calibration.isEmpty())
        object.insert(QStringLiteral("calibration"), calibration);
    return object;
}

TelemetryRecord telemetryFromJson(const QJsonObject& object)
{
    TelemetryRecord record;
    record.quality = quality(object, "quality");
    record.reading = readingFromJson(object.value(QLatin1String("reading")).toObject());
    record.utc = utcFromText(text(object, "utc"));
    record.sensor = text(object, "sensor");
    record.horizontalFovDegrees = number(object, "horizontal_fov_deg");
    const QJsonObject values = object.value(QLatin1String("values")).toObject();
    const QJsonObject qualities = object.value(QLatin1String("qualities")).toObject();
    const QJsonObject doubts = object.value(QLatin1String("doubts")).toObject();
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        const QString name = overlayFieldName(static_cast<OverlayField>(i));
        const QJsonValue value = values.value(name);
        if (value.isDouble())
            record.values[i] = value.toDouble();
        record.qualities[i] = qualityFromName(qualities.value(name).toString());
        record.doubts[i] = doubtFromName(doubts.value(name).toString());
    }
    try {
        record.calibration = calibrationFromJson(object.value(QLatin1String("calibration")).toObject());
    } catch (const Error&) {
        record.calibration = {};  // one bad value in one row does not close the whole workspace
    }
    return record;
}

}  // namespace sheen
