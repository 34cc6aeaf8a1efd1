#include "data/setting.h"

#include <QCoreApplication>
#include <cmath>

#include "base/error.h"

namespace sheen {

namespace {

struct SettingText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Setting)
};

using Kind = SettingDescription::Kind;

bool isNumber(Kind kind)
{
    return kind == Kind::Number || kind == Kind::WholeNumber;
}

QString wish(const SettingDescription& setting, const QString& given)
{
    const QString minimum = QString::number(setting.minimum, 'g', 10);
    const QString maximum = QString::number(setting.maximum, 'g', 10);
    if (setting.kind == Kind::WholeNumber)
        return SettingText::tr("--%1 needs a whole number of at least %2, not \"%3\".")
            .arg(setting.option, minimum, given);
    if (setting.minimumExcluded)
        return SettingText::tr("--%1 needs a number greater than %2 and at most %3, not \"%4\".")
            .arg(setting.option, minimum, maximum, given);
    return SettingText::tr("--%1 needs a number from %2 to %3, not \"%4\".")
        .arg(setting.option, minimum, maximum, given);
}

}  // namespace

bool SettingDescription::accepts(const QJsonValue& value) const
{
    if (kind == Kind::Text)
        return value.isString() && !value.toString().isEmpty();
    if (kind == Kind::Choice)
        return choices.contains(value.toString());
    if (!value.isDouble() || !std::isfinite(value.toDouble()))
        return false;
    const double number = value.toDouble();
    if (kind == Kind::WholeNumber && number != std::floor(number))
        return false;
    return number <= maximum && (minimumExcluded ? number > minimum : number >= minimum);
}

QJsonValue SettingDescription::parse(const QString& text) const
{
    bool ok = true;
    const QJsonValue value = isNumber(kind) ? QJsonValue(text.toDouble(&ok)) : QJsonValue(text);
    if (ok && accepts(value))
        return value;
    if (isNumber(kind))
        throw Error(wish(*this, text), ErrorKind::Usage);
    if (kind == Kind::Choice)
        throw Error(SettingText::tr("--%1 is one of %2, not \"%3\".")
                        .arg(option, choices.join(QStringLiteral(", ")), text),
                    ErrorKind::Usage);
    throw Error(SettingText::tr("--%1 needs a value.").arg(option), ErrorKind::Usage);
}

}  // namespace sheen
