// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <optional>

#include "data/entered_facts.h"
#include "data/slick.h"
#include "wording/language.h"

namespace sheen {

/**
 * Slicks and their measures in words: report, messages and files say them alike, in two or three significant
 * digits and with their units.
 */
class Wording
{
public:
    explicit Wording(Language language = Language::ofApplication()) : m_language(std::move(language)) {}

    const Language& language() const { return m_language; }

    QString decision(Decision decision) const;
    QString takenFor(const Slick& slick) const;  //!< "oil", "look-alike: algae"
    QString form(SlickForm form) const;
    QString origin(Origin origin) const;
    QString appearance(int code) const;  //!< "rainbow"; "no code" for 0

    /** In the language's way, no more digits than are true: 12,300, 1.23, 0.012; "0" for 0. */
    QString number(double value, int significantDigits = 3) const;
    QString area(double squareMetres) const;            //!< "850 m²", "1.23 km²"
    QString size(const SlickMeasures& measures) const;  //!< "530 m × 120 m"
    QString length(double metres) const;                //!< "530 m", "12.3 km"
    /** Whole per cent, below one with a digit more; "–" for none. */
    QString percent(double percent) const;
    /** Litres below 1 m³: "4.6 L", "1.2 m³". */
    QString volume(double cubicMetres) const;
    /** What the law takes: "at least 0.19 m³"; "not known" without a code. */
    QString minimumVolume(const std::optional<double>& cubicMetres) const;
    /** What the response takes: "up to 1.2 m³"; "no upper bound" where there is a minimum alone. */
    QString maximumVolume(const std::optional<double>& least, const std::optional<double>& most) const;
    /** "0.19 to 1.2 m³", "more than 0.40 m³", "not known". */
    QString volumeRange(const std::optional<double>& least, const std::optional<double>& most) const;
    /** "rainbow 62 %, metallic 38 %": shares of the oiled area by code. */
    QString shares(const SlickMeasures& measures) const;

    /** Degrees and decimal minutes, as charts have them: 34°40.320′ N 128°16.860′ E. */
    QString position(const GroundPoint& place) const;
    /** "2026-06-07 01:30:00 UTC", and local time behind it where its zone is known. */
    QString time(const QDateTime& utc, const EnteredFacts& facts) const;
    QString time(const QDateTime& utc) const;
    /** "01:30:00 to 01:30:24 UTC" with the day before; the times of the day apart where it changes. */
    QString timeRange(const QDateTime& first, const QDateTime& last) const;
    /** What was entered, or "not recorded". */
    QString entered(const EnteredFacts& facts, EnteredFact fact) const;
    QString notRecorded() const;

private:
    QString say(const char* source) const { return m_language.say("sheen::Wording", source); }

    Language m_language;
};

}  // namespace sheen
