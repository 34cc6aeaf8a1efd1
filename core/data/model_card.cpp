#include "data/model_card.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "data/model_classes.h"
#include "model_card_text.h"

namespace sheen {

namespace {

constexpr int longestName = 200;  //!< characters; names stand in tables and headings

[[noreturn]] void refuseCard(const QString& origin, const QString& what)
{
    throw Error(ModelCardText::tr("The model card of \"%1\" cannot be used: %2.").arg(origin, what),
                ErrorKind::Unreadable);
}

std::array<double, 3> triple(const QJsonObject& object, const QString& key, const QString& origin)
{
    const QJsonArray array = object.value(key).toArray();
    if (array.size() != 3)
        refuseCard(origin, ModelCardText::tr("\"input.%1\" must be a list of three numbers").arg(key));
    for (const QJsonValue& item : array) {
        if (!item.isDouble() || std::abs(item.toDouble()) > 1e6)
            refuseCard(origin, ModelCardText::tr("\"input.%1\" must be a list of three numbers").arg(key));
    }
    return {array[0].toDouble(), array[1].toDouble(), array[2].toDouble()};
}

/** A whole number from 0 on, with a default where the card does not name it. */
int count(const QJsonObject& object, const QString& key, int most, int byDefault, const QString& origin)
{
    const QJsonValue value = object.value(key);
    if (value.isUndefined())
        return byDefault;
    const double number = value.toDouble(-1);
    if (!(number >= 0 && number <= most) || number != std::floor(number))
        refuseCard(origin, ModelCardText::tr("\"input.%1\" must be a whole number from 0 to %2")
                               .arg(key, QString::number(most)));
    return int(number);
}

/** Of one number, or of an object with "min" and "max". */
GroundSampleDistances groundSampleDistances(const QJsonValue& value, const QString& origin)
{
    constexpr double finest = 0.001;
    constexpr double coarsest = 1000;
    const QJsonObject range = value.toObject();
    GroundSampleDistances result;
    result.finestMetres =
        value.isObject() ? range.value(QLatin1String("min")).toDouble(-1) : value.toDouble(-1);
    result.coarsestMetres =
        value.isObject() ? range.value(QLatin1String("max")).toDouble(-1) : result.finestMetres;
    if (value.isUndefined() || (value.isDouble() && result.finestMetres == 0))
        return {};
    if (!(result.finestMetres >= finest && result.finestMetres <= result.coarsestMetres &&
          result.coarsestMetres <= coarsest))
        refuseCard(origin, ModelCardText::tr(
                               "\"input.ground_sample_distance_m\" must be a number from 0.001 to 1000, or "
                               "two of them, \"min\" and \"max\""));
    return result;
}

QStringList strings(const QJsonValue& value)
{
    QStringList result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array)
        result << item.toString();
    return result;
}

void parseInput(ModelCard& card, const QJsonObject& input, const QString& origin)
{
    const QString channels = input.value(QLatin1String("channels")).toString(QStringLiteral("RGB"));
    if (channels != QLatin1String("RGB") && channels != QLatin1String("BGR"))
        refuseCard(origin, ModelCardText::tr("\"input.channels\" must be \"RGB\" or \"BGR\""));
    card.rgbOrder = channels == QLatin1String("RGB");
    card.mean = triple(input, QStringLiteral("mean"), origin);
    card.deviation = triple(input, QStringLiteral("std"), origin);
    if (std::any_of(card.deviation.begin(), card.deviation.end(), [](double d) { return !(d > 1e-6); }))
        refuseCard(origin, ModelCardText::tr("\"input.std\" must be greater than 0"));
    constexpr int longestSide =
        4096;  // a network's input of that size takes 200 MB, what it makes of it much more
    card.inputWidth = count(input, QStringLiteral("width"), longestSide, 0, origin);
    card.inputHeight = count(input, QStringLiteral("height"), longestSide, 0, origin);
    card.tile = count(input, QStringLiteral("tile"), longestSide, 0, origin);
    card.stride = count(input, QStringLiteral("stride"), 1024, 32, origin);
    if (card.stride < 1 || (card.inputWidth > 0) != (card.inputHeight > 0))
        refuseCard(origin, ModelCardText::tr("\"input\" has an impossible width, height or stride"));
    constexpr int smallestTile =
        64;  // smaller ones see nothing around a film, and there are too many of them
    const int tileSide = card.inputWidth > 0 ? std::min(card.inputWidth, card.inputHeight) : card.tile;
    if (card.tile > 0 && tileSide < smallestTile)
        refuseCard(origin, ModelCardText::tr("its tiles are smaller than %1 pixels").arg(smallestTile));
    constexpr int longestPicture = 100000;
    card.longestSide = count(input, QStringLiteral("longest_side"), longestPicture, 0, origin);
    card.groundSampleDistances =
        groundSampleDistances(input.value(QLatin1String("ground_sample_distance_m")), origin);
}

void parseClasses(ModelCard& card, const QJsonArray& classes, const QString& origin)
{
    for (const QJsonValue& value : classes) {
        QString problem;
        card.classes.push_back(classFromJson(value.toObject(), problem));
        if (!problem.isEmpty())
            refuseCard(origin, problem);
    }
    if (card.classes.empty())
        refuseCard(origin, ModelCardText::tr("it names no \"classes\""));
    std::sort(card.classes.begin(), card.classes.end(),
              [](const ModelClass& a, const ModelClass& b) { return a.value < b.value; });
    for (std::size_t i = 1; i < card.classes.size(); ++i) {
        if (card.classes[i].value == card.classes[i - 1].value)
            refuseCard(origin, ModelCardText::tr("two classes have the value %1").arg(card.classes[i].value));
    }
}

}  // namespace

const ModelClass* ModelCard::findClass(int value) const
{
    const auto found = std::find_if(classes.begin(), classes.end(),
                                    [value](const ModelClass& c) { return c.value == value; });
    return found == classes.end() ? nullptr : &*found;
}

int ModelCard::appearanceCode(int classValue, const QString& sensor) const
{
    const ModelClass* found = findClass(classValue);
    if (!found || (!sensor.isEmpty() && !codeSensors.isEmpty() && !codeSensors.contains(sensor)))
        return 0;
    return found->code;
}

ModelCard parseModelCard(const QByteArray& json, const QString& origin)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        refuseCard(origin, ModelCardText::tr("it is no JSON object (%1)").arg(parseError.errorString()));

    ModelCard card;
    card.json = document.object();
    const QJsonObject& object = card.json;
    card.name = object.value(QLatin1String("name")).toString();
    card.version = object.value(QLatin1String("version")).toString();
    card.description = object.value(QLatin1String("description")).toString();
    card.licence = object.value(QLatin1String("licence")).toString();
    card.sensors = strings(object.value(QLatin1String("sensors")));
    card.codeSensors = strings(object.value(QLatin1String("code_sensors")));
    if (card.name.isEmpty())
        refuseCard(origin, ModelCardText::tr("it has no \"name\""));
    if (card.name.size() > longestName || card.version.size() > longestName)
        refuseCard(
            origin,
            ModelCardText::tr("its \"name\" or \"version\" is longer than %1 characters").arg(longestName));
    parseInput(card, object.value(QLatin1String("input")).toObject(), origin);

    const QJsonObject output = object.value(QLatin1String("output")).toObject();
    card.outputKind = output.value(QLatin1String("kind")).toString(QStringLiteral("logits"));
    static const QStringList kinds = {QStringLiteral("logits"), QStringLiteral("probabilities"),
                                      QStringLiteral("classes")};
    if (!kinds.contains(card.outputKind))
        refuseCard(
            origin,
            ModelCardText::tr("\"output.kind\" must be one of %1").arg(kinds.join(QStringLiteral(", "))));
    card.temperature = output.value(QLatin1String("temperature")).toDouble(1);
    if (!(card.temperature >= 1e-3 && card.temperature <= 1e3))
        refuseCard(origin, ModelCardText::tr("\"output.temperature\" must be from 0.001 to 1000"));
    parseClasses(card, object.value(QLatin1String("classes")).toArray(), origin);
    return card;
}

}  // namespace sheen
