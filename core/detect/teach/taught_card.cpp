#include "teach/taught_card.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>

#include "data/model_classes.h"

namespace sheen {

namespace {

const QString infrared = QStringLiteral("IR");
const QString sensorsKey = QStringLiteral("sensors");
/** As it stands on the card, in the language of cards. */
const QString unnamedOil = QStringLiteral("oil, taught");
constexpr std::array<std::uint8_t, 3> unnamedColour = {0xb0, 0x4f, 0xd9};

bool isUnnamedOil(const ModelClass& one)
{
    return one.oil && one.code == 0 && one.name == unnamedOil;
}

QJsonObject taughtFacts(const ModelCard& base, const Lesson& lesson, const TeachingOccasion& occasion)
{
    const LessonFacts& facts = lesson.facts;
    QJsonObject taught{{QStringLiteral("from"), occasion.from},
                       {QStringLiteral("day"), occasion.day.toString(Qt::ISODate)},
                       {QStringLiteral("marked_pictures"), facts.pictures},
                       {QStringLiteral("strokes_of_oil"), facts.oilStrokes},
                       {QStringLiteral("strokes_of_other"), facts.otherStrokes},
                       {QStringLiteral("checked_on"), QStringLiteral("nothing but its own marks")},
                       {QStringLiteral("base"), QJsonObject{{QStringLiteral("name"), base.name},
                                                            {QStringLiteral("version"), base.version},
                                                            {QStringLiteral("sha256"), base.sha256}}}};
    if (!occasion.person.isEmpty())
        taught.insert(QStringLiteral("person"), occasion.person);
    if (!occasion.sensors.isEmpty())
        taught.insert(sensorsKey, QJsonArray::fromStringList(occasion.sensors));
    if (facts.heldOutOverlap)
        taught.insert(QStringLiteral("held_out_iou"), std::round(*facts.heldOutOverlap * 1000) / 1000);
    return taught;
}

}  // namespace

int unnamedOilClass(const ModelCard& base, TaughtPictures pictures)
{
    for (const ModelClass& one : base.classes) {
        const bool isInfrared = one.oil && one.sensors.contains(infrared);
        if (isUnnamedOil(one) || (pictures == TaughtPictures::Colourless && isInfrared))
            return one.value;
    }
    constexpr int greatestValue = 253;  // a mark's value is one more, and 255 is taken
    if (base.classes.back().value < greatestValue)
        return base.classes.back().value + 1;
    const auto oil =
        std::find_if(base.classes.begin(), base.classes.end(), [](const ModelClass& one) { return one.oil; });
    return oil == base.classes.end() ? base.classes.back().value : oil->value;
}

ModelCard taughtCard(const ModelCard& base, const Lesson& lesson, const TeachingOccasion& occasion)
{
    ModelCard card = base;
    card.path.clear();
    card.sha256.clear();
    card.name = occasion.name.isEmpty() ? QStringLiteral("Taught on %1").arg(occasion.from) : occasion.name;
    card.version = occasion.day.toString(Qt::ISODate);
    card.description =
        QStringLiteral("%1 %2, corrected by a person's strokes; it suits what it was taught on.")
            .arg(base.name, base.version);
    if (!card.findClass(lesson.forests.oilClass))
        card.classes.push_back({lesson.forests.oilClass, unnamedOil, unnamedColour, 0, true, {}});
    card.json.insert(QStringLiteral("name"), card.name);
    card.json.insert(QStringLiteral("version"), card.version);
    card.json.insert(QStringLiteral("description"), card.description);
    card.json.insert(QStringLiteral("classes"), classesToJson(card.classes));
    card.json.insert(QStringLiteral("taught"), taughtFacts(base, lesson, occasion));
    // What the base was trained on and how it scored says nothing of this one.
    for (const char* key : {"training", "scores", "calibration"})
        card.json.remove(QLatin1String(key));
    return card;
}

QStringList taughtSensors(const ModelCard& card)
{
    QStringList sensors;
    const QJsonArray values = card.json.value(QLatin1String("taught")).toObject().value(sensorsKey).toArray();
    for (const QJsonValue& value : values) {
        if (!value.toString().isEmpty())
            sensors << value.toString();
    }
    return sensors;
}

}  // namespace sheen
