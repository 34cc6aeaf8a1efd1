#pragma once

#include <ogrsf_frmts.h>

#include <QCoreApplication>
#include <array>
#include <optional>

#include "base/error.h"
#include "feature_fields.h"
#include "telemetry_json.h"
#include "workspace/slick_fields.h"

// How the attributes of slicks and areas stand in files; for slick_fields and area_fields.

namespace sheen {

/** An attribute. Those with an empty short name are the workspace's own. */
struct Field
{
    const char* name;
    const char* shortName;
    OGRFieldType type;
    int width;      //!< of a shapefile's column; 0: its default
    int precision;  //!< decimals of a shapefile's column
};

inline bool has(const Field& field, FieldNames names)
{
    return names == FieldNames::Workspace || field.shortName[0] != '\0';
}

template <std::size_t count>
void defineFields(OGRLayer& layer, const std::array<Field, count>& fields, FieldNames names,
                  const QString& file)
{
    for (const Field& one : fields) {
        if (!has(one, names))
            continue;
        // A layer of KML holds slicks and areas: what both have stands there once.
        if (layer.GetLayerDefn()->GetFieldIndex(names == FieldNames::Short ? one.shortName : one.name) >= 0)
            continue;
        OGRFieldDefn field(names == FieldNames::Short ? one.shortName : one.name, one.type);
        if (names == FieldNames::Short) {
            field.SetWidth(one.width);
            field.SetPrecision(one.precision);
        }
        if (layer.CreateField(&field) != OGRERR_NONE)
            throw Error(
                QCoreApplication::translate("sheen::SlickFields", "\"%1\" cannot be written.").arg(file));
    }
}

template <std::size_t count>
bool hasFields(OGRLayer& layer, const std::array<Field, count>& fields)
{
    for (const Field& field : fields) {
        if (layer.GetLayerDefn()->GetFieldIndex(field.name) < 0)
            return false;
    }
    return true;
}

/** A text as UTF-8; for a shapefile cut to what a field of it holds, between two characters. */
inline QByteArray textFor(FieldNames names, const QString& text)
{
    constexpr int mostBytes = 254;
    QByteArray bytes = text.toUtf8();
    if (names != FieldNames::Short || bytes.size() <= mostBytes)
        return bytes;
    int end = mostBytes;
    while ((static_cast<unsigned char>(bytes.at(end)) & 0xC0) == 0x80)
        --end;
    return bytes.left(end);
}

/** Values into the columns of a feature; a column that the file lacks is left out. */
template <std::size_t count>
class FieldWriter
{
public:
    FieldWriter(OGRFeature& feature, const std::array<Field, count>& fields, FieldNames names)
        : m_feature(feature), m_fields(fields), m_names(names)
    {}

    void operator()(int column, double value) const { setNumber(column, value); }
    void operator()(int column, const std::optional<double>& value) const
    {
        if (value)
            setNumber(column, *value);
        else if (const int at = index(column); at >= 0)
            m_feature.SetFieldNull(at);
    }
    void operator()(int column, int value) const { set(column, value); }
    void operator()(int column, std::int64_t value) const { set(column, static_cast<GIntBig>(value)); }
    void operator()(int column, const QString& text) const
    {
        set(column, textFor(m_names, text).constData());
    }
    void operator()(int column, const QDateTime& utc) const
    {
        (*this)(column, utc.isValid() ? utcToText(utc) : QString());
    }

private:
    int index(int column) const
    {
        const Field& field = m_fields[static_cast<std::size_t>(column)];
        return has(field, m_names)
                   ? m_feature.GetFieldIndex(m_names == FieldNames::Short ? field.shortName : field.name)
                   : -1;
    }
    template <typename Value>
    void set(int column, Value value) const
    {
        if (const int at = index(column); at >= 0)
            m_feature.SetField(at, value);
    }
    void setNumber(int column, double value) const
    {
        if (const int at = index(column); at >= 0)
            sheen::setNumber(m_feature, at, value);
    }

    OGRFeature& m_feature;
    const std::array<Field, count>& m_fields;
    const FieldNames m_names;
};

/** Values back from a feature of the workspace. */
template <std::size_t count>
class FieldReader
{
public:
    FieldReader(const OGRFeature& feature, const std::array<Field, count>& fields)
        : m_feature(feature), m_fields(fields)
    {}

    QString text(int column) const { return QString::fromUtf8(m_feature.GetFieldAsString(index(column))); }
    int integer(int column) const { return m_feature.GetFieldAsInteger(index(column)); }
    std::int64_t id(int column) const { return m_feature.GetFieldAsInteger64(index(column)); }
    double number(int column) const { return m_feature.GetFieldAsDouble(index(column)); }
    QDateTime utc(int column) const { return utcFromText(text(column)); }

private:
    int index(int column) const
    {
        return m_feature.GetFieldIndex(m_fields[static_cast<std::size_t>(column)].name);
    }

    const OGRFeature& m_feature;
    const std::array<Field, count>& m_fields;
};

}  // namespace sheen
