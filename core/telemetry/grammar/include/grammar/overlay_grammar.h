#pragma once

#include <QDateTime>
#include <QString>
#include <optional>

#include "data/telemetry.h"

namespace sheen {

/** A field's text once the grammar has accepted it. */
struct GrammarReading
{
    QString text;                 //!< as it stands in the overlay: "34.67200N", "75°", "2690FT", "EOW"
    std::optional<double> value;  //!< degrees (north, east positive), metres, millimetres, hours (zone)
    int repairs = 0;              //!< characters that were taken for another one
};

inline constexpr QChar degreeSign(0x00B0);

/** In capitals and without gaps, as the grammar's rules want it. */
QString tidiedOverlay(const QString& seen);

/** With characters that recognisers confuse made the same one: letters that may be a digit are that digit. */
QString foldedOverlay(const QString& text);

/**
 * What a piece of text says as this field, or nothing where it breaks the field's grammar. Pure. A character
 * that is easily confused (O and 0, I and 1, S and 5, B and 8, a degree sign and o) is read as the one that
 * its place demands, and only where its place leaves a single choice. A text in MGRS or UTM is a latitude
 * and a longitude.
 */
std::optional<GrammarReading> readByGrammar(OverlayField field, const QString& seen);

/** "07JUN2026", "26AP2013"; invalid for anything else. Two-letter months must be unambiguous: no MA, no JU.
 */
QDate overlayDate(const QString& text);

/** "18:23:08"; invalid for anything else. */
QTime overlayTime(const QString& text);

/** "UTC+1.0" in hours. */
std::optional<double> overlayZoneHours(const QString& text);

/** The instant that date, time and zone together mean; invalid where one of them cannot be read. */
QDateTime overlayUtc(const QString& date, const QString& time, std::optional<double> zoneHours);

/**
 * The step in which this field's display counts, in the value's unit: 1e-5 degrees for "34.67200N", 0.3048 m
 * for "2690FT", 185.2 m for "0.4NM"; 0 where the text says nothing of it.
 */
double overlayStep(OverlayField field, const QString& text);

/** The digit that a character is, or can only be a misreading of (O of 0, S of 5); null otherwise. */
QChar digitLike(QChar seen);

/** The characters that occur in a field, for the recogniser; `grid`: in a position that is written as MGRS or
 * UTM.
 */
QString overlayAlphabet(OverlayField field, bool grid = false);

}  // namespace sheen
