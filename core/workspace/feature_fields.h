#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QString>
#include <optional>

class OGRFeature;

namespace sheen {

// Values into the columns of a feature and back. What is not known is null, so that a feature that was read
// equals one that was filled alike.

void setText(OGRFeature& feature, int column, const QString& text);
void setNumber(OGRFeature& feature, int column, double value);  //!< null where it is not finite
void setMaybe(OGRFeature& feature, int column, const std::optional<double>& value);
void setBytes(OGRFeature& feature, int column, const QByteArray& bytes);

QString textOf(const OGRFeature& feature, int column);
std::optional<double> maybeOf(const OGRFeature& feature, int column);
QByteArray bytesOf(const OGRFeature& feature, int column);  //!< empty where it is null

QString toText(const QJsonArray& array);
QJsonArray arrayFromText(const QString& text);  //!< empty where it is none

}  // namespace sheen
