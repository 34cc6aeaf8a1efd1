// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/entered_facts.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace sheen {

namespace {

struct EnteredFactsText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::EnteredFacts)
};

constexpr qint64 longestFile = 1 << 20;  //!< bytes; what is longer was not written by a person

const FactDescription* describe(const QString& key)
{
    const std::vector<FactDescription>& all = factDescriptions();
    const auto found = std::find_if(all.begin(), all.end(), [&key](const FactDescription& description) {
        return key == QLatin1String(description.key);
    });
    return found == all.end() ? nullptr : &*found;
}

QString factText(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

QString knownKeys()
{
    QStringList keys;
    for (const FactDescription& description : factDescriptions())
        keys << QLatin1String(description.key);
    return keys.join(QStringLiteral(", "));
}

}  // namespace

// clang-format off
const std::vector<FactDescription>& factDescriptions()
{
    using F = EnteredFact;
    using G = FactGroup;
    static const std::vector<FactDescription> all = {
        {F::Organisation, "organisation", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Organisation"), G::Who, true},
        {F::Observer, "observer", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Observer"), G::Who, true},
        {F::CaseNumber, "case_number", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Case number"), G::Who},
        {F::Mission, "mission", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Mission"), G::Who},
        {F::Aircraft, "aircraft", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Aircraft"), G::Who, true},
        {F::Registration, "registration", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Registration"), G::Who, true},
        {F::TimeZone, "time_zone", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Zone of local time"), G::Who, true},
        {F::Wind, "wind", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Wind"), G::Conditions},
        {F::SeaState, "sea_state", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Sea state"), G::Conditions},
        {F::Weather, "weather", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Weather and cloud"), G::Conditions},
        {F::Visibility, "visibility", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Visibility"), G::Conditions},
        {F::Light, "light", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Light"), G::Conditions},
        {F::Current, "current", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Tide or current"), G::Conditions},
        {F::AirTemperature, "air_temperature", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Air temperature"), G::Conditions},
        {F::SeaTemperature, "sea_temperature", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Sea temperature"), G::Conditions},
        {F::SourceName, "source_name", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Suspected source"), G::Source},
        {F::SourceImo, "source_imo", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "IMO number"), G::Source},
        {F::SourceFlag, "source_flag", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Flag"), G::Source},
        {F::SourceType, "source_type", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Type of ship"), G::Source},
        {F::SourcePosition, "source_position", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Position of the source"), G::Source},
        {F::SourceCourse, "source_course", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Course of the source"), G::Source},
        {F::SourceSpeed, "source_speed", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Speed of the source"), G::Source},
        {F::SourcePart, "source_part", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Part of the ship"), G::Source},
        {F::SourceWhenContacted, "source_when_contacted", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Discharge when contacted"), G::Source},
        {F::Cause, "cause", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Cause"), G::Source, false, true},
        {F::Pollutant, "pollutant", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Kind of oil"), G::Source},
        {F::Action, "action", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Action taken"), G::Done, false, true},
        {F::Samples, "samples", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Samples"), G::Done},
        {F::Photographs, "photographs", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Photographs"), G::Done},
        {F::Informed, "informed", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Who was informed"), G::Done},
        {F::LookAlikes, "look_alikes", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Look-alikes considered"), G::Done, false, true},
        {F::NotObserved, "not_observed", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Not observed"), G::Done, false, true},
        {F::Remarks, "remarks", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Remarks"), G::Done, false, true},
        {F::MessageFrom, "message_from", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Message from"), G::Message, true},
        {F::MessageTo, "message_to", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Message to"), G::Message, true},
        {F::MessageIdentification, "message_identification", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Identification"), G::Message},
        {F::MessageSerial, "message_serial", QT_TRANSLATE_NOOP("sheen::EnteredFacts", "Serial number"), G::Message},
    };
    return all;
}
// clang-format on

QString factTitle(EnteredFact fact)
{
    return EnteredFactsText::tr(factDescriptions()[static_cast<std::size_t>(fact)].title);
}

QString factGroupTitle(FactGroup group)
{
    switch (group) {
        case FactGroup::Who:
            return EnteredFactsText::tr("Who, from what");
        case FactGroup::Conditions:
            return EnteredFactsText::tr("Conditions");
        case FactGroup::Source:
            return EnteredFactsText::tr("Source");
        case FactGroup::Done:
            return EnteredFactsText::tr("What was done");
        case FactGroup::Message:
            break;
    }
    return EnteredFactsText::tr("Head of the message");
}

QString EnteredFacts::of(EnteredFact fact) const
{
    const auto found = m_texts.find(fact);
    return found == m_texts.end() ? QString() : found->second;
}

void EnteredFacts::set(EnteredFact fact, const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        m_texts.erase(fact);
    else
        m_texts[fact] = trimmed;
}

std::optional<int> EnteredFacts::utcOffsetSeconds() const
{
    return utcOffsetFromText(of(EnteredFact::TimeZone));
}

QJsonObject EnteredFacts::toJson() const
{
    QJsonObject object;
    for (const FactDescription& description : factDescriptions()) {
        if (const QString text = of(description.fact); !text.isEmpty())
            object.insert(QLatin1String(description.key), text);
    }
    return object;
}

EnteredFacts EnteredFacts::fromJson(const QJsonObject& object)
{
    EnteredFacts facts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (const FactDescription* description = describe(it.key()))
            facts.set(description->fact, factText(it.value()));
    }
    return facts;
}

EnteredFacts EnteredFacts::fromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(EnteredFactsText::tr("The file of facts \"%1\" cannot be read: %2.")
                        .arg(path, file.errorString()),
                    ErrorKind::Usage);
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(longestFile), &wrong);
    if (!document.isObject())
        throw Error(EnteredFactsText::tr(
                        "The file of facts \"%1\" is no JSON object (%2). Write names and texts, like "
                        "{\"organisation\": \"…\", \"wind\": \"…\"}.")
                        .arg(path, document.isNull() ? wrong.errorString() : QStringLiteral("[ ]")),
                    ErrorKind::Usage);
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!describe(it.key()))
            throw Error(EnteredFactsText::tr(
                            "The file of facts \"%1\" names \"%2\", which is no fact. Known facts: %3.")
                            .arg(path, it.key(), knownKeys()),
                        ErrorKind::Usage);
        if (!it.value().isString() && !it.value().isDouble() && !it.value().isNull())
            throw Error(EnteredFactsText::tr(
                            "In the file of facts \"%1\" the fact \"%2\" is neither text nor number.")
                            .arg(path, it.key()),
                        ErrorKind::Usage);
    }
    EnteredFacts facts = fromJson(object);
    const QString zone = facts.of(EnteredFact::TimeZone);
    if (!zone.isEmpty() && !facts.utcOffsetSeconds())
        throw Error(EnteredFactsText::tr(
                        "In the file of facts \"%1\" the time zone \"%2\" is not understood. Write it "
                        "like UTC+9 or -03:30.")
                        .arg(path, zone),
                    ErrorKind::Usage);
    return facts;
}

std::optional<int> utcOffsetFromText(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*(?:UTC|GMT)?\\s*([+-]?)\\s*(\\d{1,2})(?:[:.]?(\\d{1,2}))?\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    if (text.trimmed().compare(QLatin1String("UTC"), Qt::CaseInsensitive) == 0)
        return 0;
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int hours = match.captured(2).toInt();
    const QString rest = match.captured(3);
    int minutes = rest.toInt();
    if (text.contains(QLatin1Char('.')))  // a share of an hour
        minutes = static_cast<int>(std::lround(QStringLiteral("0.%1").arg(rest).toDouble() * 60));
    constexpr int farthestHours = 14;
    if (hours > farthestHours || minutes >= 60)
        return std::nullopt;
    const int seconds = hours * 3600 + minutes * 60;
    return match.captured(1) == QLatin1String("-") ? -seconds : seconds;
}

}  // namespace sheen
