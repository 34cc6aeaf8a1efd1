#include "feature_fields.h"

#include <ogrsf_frmts.h>

#include <QJsonDocument>
#include <cmath>

namespace sheen {

void setText(OGRFeature& feature, int column, const QString& text)
{
    feature.SetField(column, text.toUtf8().constData());
}

void setNumber(OGRFeature& feature, int column, double value)
{
    if (std::isfinite(value))
        feature.SetField(column, value);
    else
        feature.SetFieldNull(column);
}

void setMaybe(OGRFeature& feature, int column, const std::optional<double>& value)
{
    if (value)
        setNumber(feature, column, *value);
    else
        feature.SetFieldNull(column);
}

void setBytes(OGRFeature& feature, int column, const QByteArray& bytes)
{
    feature.SetField(column, static_cast<int>(bytes.size()), bytes.constData());
}

QString textOf(const OGRFeature& feature, int column)
{
    return QString::fromUtf8(feature.GetFieldAsString(column));
}

std::optional<double> maybeOf(const OGRFeature& feature, int column)
{
    if (!feature.IsFieldSetAndNotNull(column))
        return std::nullopt;
    return feature.GetFieldAsDouble(column);
}

QByteArray bytesOf(const OGRFeature& feature, int column)
{
    if (!feature.IsFieldSetAndNotNull(column))
        return {};
    int size = 0;
    const GByte* bytes = feature.GetFieldAsBinary(column, &size);
    return QByteArray(reinterpret_cast<const char*>(bytes), size);
}

QString toText(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray arrayFromText(const QString& text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array();
}

}  // namespace sheen
