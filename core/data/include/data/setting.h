#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

#include "base/enum_names.h"

namespace sheen {

/**
 * Describes one thing that somebody may set, once: the command line, its help, the settings' JSON, the
 * window's form and docs/settings.md follow from it.
 */
struct SettingDescription
{
    enum class Kind { Number, WholeNumber, Choice, Text };

    QString option = {};       //!< of the command line, without dashes; empty: it has none
    QString placeholder = {};  //!< stands for the value in the command line's help: "SECONDS"
    QString group = {};        //!< the object of the settings' JSON that has it; empty: the outermost
    QString key = {};          //!< its name there
    Kind kind = Kind::Text;
    QString unit = {};  //!< as a form shows it: "s"
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    bool minimumExcluded = false;
    QStringList choices = {};
    std::function<QString()> help = {};  //!< a sentence in the language of the moment

    /** Tells whether a JSON value is of the kind and in the range. */
    bool accepts(const QJsonValue& value) const;
    /** Reads what the command line gives. Throws Error(Usage) with a sentence that names the option. */
    QJsonValue parse(const QString& text) const;
};

namespace setting_values {

inline QJsonValue toJson(double value)
{
    return value;
}
inline QJsonValue toJson(int value)
{
    return value;
}
inline QJsonValue toJson(const QString& value)
{
    return value;
}
inline void fromJson(const QJsonValue& json, double& value)
{
    value = json.toDouble();
}
inline void fromJson(const QJsonValue& json, int& value)
{
    value = json.toInt();
}
inline void fromJson(const QJsonValue& json, QString& value)
{
    value = json.toString();
}

template <typename Value>
QJsonValue toJson(const std::optional<Value>& value)
{
    return value ? toJson(*value) : QJsonValue();
}

template <typename Value>
void fromJson(const QJsonValue& json, std::optional<Value>& value)
{
    fromJson(json, value.emplace());
}

}  // namespace setting_values

/** A described setting, and where it lies in a struct of settings. */
template <typename Settings>
struct Setting : SettingDescription
{
    std::function<QJsonValue(const Settings&)> value;          //!< null where nothing is set
    std::function<void(Settings&, const QJsonValue&)> assign;  //!< takes what accepts() accepts

    /** Makes one of a lambda that gives the member: a number, a text, or an optional one. */
    template <typename Member>
    static Setting of(SettingDescription description, Member member)
    {
        return {std::move(description),
                [member](const Settings& settings) { return setting_values::toJson(member(settings)); },
                [member](Settings& settings, const QJsonValue& json) {
                    setting_values::fromJson(json, member(settings));
                }};
    }

    /** Makes a choice among an enum's names. */
    template <typename Member, typename Enum, std::size_t count>
    static Setting ofEnum(SettingDescription description, Member member, const EnumNames<Enum, count>& names)
    {
        description.kind = Kind::Choice;
        description.choices = names.all();
        return {std::move(description),
                [member, names](const Settings& settings) { return QJsonValue(names.of(member(settings))); },
                [member, names](Settings& settings, const QJsonValue& json) {
                    member(settings) = *names.find(json.toString());
                }};
    }

    /** The same setting as a part of larger settings. */
    template <typename Whole, typename Member>
    Setting<Whole> in(Member part) const
    {
        return {*this, [inner = value, part](const Whole& whole) { return inner(part(whole)); },
                [inner = assign, part](Whole& whole, const QJsonValue& json) { inner(part(whole), json); }};
    }

    /** Takes the value from its object of the JSON; what is missing or makes no sense stays as it is. */
    void read(Settings& settings, const QJsonObject& object) const
    {
        if (const QJsonValue json = object.value(key); accepts(json))
            assign(settings, json);
    }

    /** Writes the value to its object of the JSON; nothing where none is set. */
    void write(const Settings& settings, QJsonObject& object) const
    {
        if (const QJsonValue json = value(settings); accepts(json))
            object[key] = json;
    }
};

}  // namespace sheen
