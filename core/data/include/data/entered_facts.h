// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <vector>

namespace sheen {

/** What only a person knows of a flight: report, messages and evidence say it. */
enum class EnteredFact {
    // Who, from what
    Organisation,
    Observer,
    CaseNumber,
    Mission,
    Aircraft,
    Registration,
    TimeZone,  //!< of local times, ahead of UTC: "UTC+9", "-03:30"
    // Conditions
    Wind,
    SeaState,
    Weather,
    Visibility,
    Light,
    Current,
    AirTemperature,
    SeaTemperature,
    // Suspected source
    SourceName,
    SourceImo,
    SourceFlag,
    SourceType,
    SourcePosition,
    SourceCourse,
    SourceSpeed,
    SourcePart,
    SourceWhenContacted,
    Cause,
    Pollutant,
    // What was done
    Action,
    Samples,
    Photographs,
    Informed,
    LookAlikes,
    NotObserved,
    Remarks,
    // Head of the message
    MessageFrom,
    MessageTo,
    MessageIdentification,
    MessageSerial,
};

enum class FactGroup { Who, Conditions, Source, Done, Message };

/** One fact: its name in files, and how it is asked for. */
struct FactDescription
{
    EnteredFact fact = EnteredFact::Remarks;
    const char* key = "";    //!< in facts.json and the workspace
    const char* title = "";  //!< in English, to be translated in the context "sheen::EnteredFacts"
    FactGroup group = FactGroup::Done;
    bool repeats = false;    //!< likely the same on the next flight
    bool manyLines = false;  //!< a text of several lines
};

/** All of them, in the order in which they are asked for and reported. */
const std::vector<FactDescription>& factDescriptions();
/** In the language of the application. */
QString factTitle(EnteredFact fact);
QString factGroupTitle(FactGroup group);

/** What was entered for a flight. A fact that is blank was not recorded. */
class EnteredFacts
{
public:
    /** Trimmed; empty where it was not recorded. */
    QString of(EnteredFact fact) const;
    void set(EnteredFact fact, const QString& text);
    bool isEmpty() const { return m_texts.empty(); }

    /** Local time ahead of UTC; std::nullopt where it was not recorded, or makes no sense. */
    std::optional<int> utcOffsetSeconds() const;

    /** Under which name a workspace keeps them. */
    static QString keptName() { return QStringLiteral("entered"); }

    /** An object of key and text; blank facts are left out. */
    QJsonObject toJson() const;
    /** What has a name that is not known is left out. */
    static EnteredFacts fromJson(const QJsonObject& object);
    /**
     * Reads a file that a person wrote: an object of texts and numbers. Throws Error(Usage) with a sentence
     * that names the file and what is wrong in it: no JSON, a name that is not known, a list.
     */
    static EnteredFacts fromFile(const QString& path);

    bool operator==(const EnteredFacts&) const = default;

private:
    std::map<EnteredFact, QString> m_texts;  //!< none is blank
};

/** "UTC+9", "+09:00", "-3.5", "utc"; std::nullopt for anything else. */
std::optional<int> utcOffsetFromText(const QString& text);

}  // namespace sheen
