#include "data/model_classes.h"

#include <QJsonDocument>
#include <algorithm>

#include "base/error.h"
#include "model_card_text.h"

namespace sheen {

namespace {

constexpr int greatestValue = 254;
constexpr int greatestCode = 5;

QString colourText(const std::array<std::uint8_t, 3>& rgb)
{
    return QStringLiteral("#%1").arg(uint(rgb[0]) << 16 | uint(rgb[1]) << 8 | uint(rgb[2]), 6, 16,
                                     QLatin1Char('0'));
}

QJsonObject toJson(const ModelClass& one)
{
    QJsonObject json{{QStringLiteral("value"), one.value},
                     {QStringLiteral("name"), one.name},
                     {QStringLiteral("colour"), colourText(one.rgb)},
                     {QStringLiteral("code"), one.code},
                     {QStringLiteral("oil"), one.oil}};
    if (!one.sensors.isEmpty())
        json.insert(QStringLiteral("sensors"), QJsonArray::fromStringList(one.sensors));
    return json;
}

[[noreturn]] void refuseClasses(const QString& origin, const QString& what)
{
    throw Error(ModelCardText::tr("The classes in \"%1\" cannot be used: %2.").arg(origin, what),
                ErrorKind::Unreadable);
}

/** An entry of a mapping over the class that it speaks of. */
ModelClass mapped(const QJsonObject& entry, const ModelCard& card, const QString& origin)
{
    const ModelClass* own = card.findClass(entry.value(QLatin1String("value")).toInt(-1));
    if (!own)
        refuseClasses(origin,
                      ModelCardText::tr("each needs the \"value\" of a class that the model \"%1\" has")
                          .arg(card.name));
    QJsonObject whole = toJson(*own);
    if (entry.value(QLatin1String("code")).toInt() > 0)
        whole.remove(QStringLiteral("oil"));  // what has a code is oil unless the entry says otherwise
    for (auto it = entry.begin(); it != entry.end(); ++it)
        whole.insert(it.key(), it.value());
    QString problem;
    ModelClass result = classFromJson(whole, problem);
    if (!problem.isEmpty())
        refuseClasses(origin, problem);
    return result;
}

}  // namespace

ModelClass classFromJson(const QJsonObject& object, QString& problem)
{
    constexpr int longestName = 200;  // characters; names stand in tables
    ModelClass result;
    result.value = object.value(QLatin1String("value")).toInt(-1);
    result.name = object.value(QLatin1String("name")).toString();
    result.code = object.value(QLatin1String("code")).toInt(0);
    result.oil = object.value(QLatin1String("oil")).toBool(result.code > 0);
    for (const QJsonValue& sensor : object.value(QLatin1String("sensors")).toArray())
        result.sensors << sensor.toString();
    const QString colour = object.value(QLatin1String("colour")).toString();
    bool ok = false;
    const uint rgb = colour.mid(1).toUInt(&ok, 16);
    result.rgb = {std::uint8_t(rgb >> 16), std::uint8_t(rgb >> 8), std::uint8_t(rgb)};
    problem.clear();
    if (result.value < 0 || result.value > greatestValue || result.name.isEmpty())
        problem = ModelCardText::tr("each of \"classes\" needs a \"value\" from 0 to 254 and a \"name\"");
    else if (result.name.size() > longestName)
        problem = ModelCardText::tr("a class has a \"name\" longer than %1 characters").arg(longestName);
    else if (result.code < 0 || result.code > greatestCode)
        problem = ModelCardText::tr("class \"%1\" has a code outside 0 to 5").arg(result.name);
    else if (!ok || colour.size() != 7 || colour[0] != QLatin1Char('#'))
        problem = ModelCardText::tr("class \"%1\" needs a \"colour\" like \"#1f77b4\"").arg(result.name);
    return result;
}

QJsonArray classesToJson(const std::vector<ModelClass>& classes)
{
    QJsonArray array;
    for (const ModelClass& one : classes)
        array << toJson(one);
    return array;
}

std::vector<ModelClass> classesFromJson(const QJsonArray& classes)
{
    std::vector<ModelClass> result;
    for (const QJsonValue& value : classes) {
        QString problem;
        const ModelClass one = classFromJson(value.toObject(), problem);
        if (problem.isEmpty())
            result.push_back(one);
    }
    return result;
}

std::vector<ModelClass> parseClassMapping(const QByteArray& json, const ModelCard& card,
                                          const QString& origin)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (document.isNull())
        refuseClasses(origin, ModelCardText::tr("it is no JSON (%1)").arg(parseError.errorString()));
    const QJsonArray entries =
        document.isArray() ? document.array() : document.object().value(QLatin1String("classes")).toArray();
    if (entries.isEmpty())
        refuseClasses(origin, ModelCardText::tr("it names no \"classes\""));
    std::vector<ModelClass> result;
    for (const QJsonValue& entry : entries) {
        result.push_back(mapped(entry.toObject(), card, origin));
        const int value = result.back().value;
        if (std::any_of(result.begin(), result.end() - 1,
                        [value](const ModelClass& earlier) { return earlier.value == value; }))
            refuseClasses(origin, ModelCardText::tr("two classes have the value %1").arg(value));
    }
    return result;
}

std::vector<ModelClass> changedClasses(const ModelCard& card, const std::vector<ModelClass>& classes)
{
    std::vector<ModelClass> changed;
    for (const ModelClass& one : classes) {
        const ModelClass* own = card.findClass(one.value);
        if (own && toJson(*own) != toJson(one))
            changed.push_back(one);
    }
    return changed;
}

std::vector<ModelClass> oilClassesOf(const ModelCard& card, const std::set<QString>& sensors,
                                     const std::set<int>& values)
{
    const auto shownBy = [](const ModelClass& one, const QString& sensor) {
        return one.sensors.isEmpty() || one.sensors.contains(sensor);
    };
    const bool known = !sensors.empty() && std::all_of(sensors.begin(), sensors.end(), [&](const QString& s) {
        return std::any_of(card.classes.begin(), card.classes.end(),
                           [&](const ModelClass& one) { return one.sensors.contains(s); });
    });
    std::vector<ModelClass> classes;
    for (const ModelClass& one : card.classes) {
        const bool possible = !known || std::any_of(sensors.begin(), sensors.end(),
                                                    [&](const QString& s) { return shownBy(one, s); });
        if (one.oil && (possible || values.count(one.value) > 0))
            classes.push_back(one);
    }
    return classes;
}

ModelCard withClasses(ModelCard card, const std::vector<ModelClass>& changed)
{
    QJsonArray entries = card.json.value(QLatin1String("classes")).toArray();
    for (const ModelClass& one : changed) {
        for (ModelClass& own : card.classes) {
            if (own.value == one.value)
                own = one;
        }
        for (QJsonValueRef entry : entries) {
            QJsonObject object = entry.toObject();
            if (object.value(QLatin1String("value")).toInt(-1) != one.value)
                continue;
            const QJsonObject other = toJson(one);
            for (auto it = other.begin(); it != other.end(); ++it)
                object.insert(it.key(), it.value());
            entry = object;
        }
    }
    if (!entries.isEmpty())
        card.json.insert(QStringLiteral("classes"), entries);
    return card;
}

}  // namespace sheen
