#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "grammar/overlay_grammar.h"

namespace sheen {

/** How an overlay writes a field, where the text alone does not tell. */
struct FieldFormat
{
    QString form;    //!< one of fieldForms(); empty: any that is understood without being told
    QString before;  //!< words that stand in the box before the value and are skipped: "ALT"
    QString after;   //!< likewise after it: "MSL"
};

/** The forms that can be demanded of a field ("MM/DD/YYYY", "DD:MM.MM", "FT"); none for most words. */
QStringList fieldForms(OverlayField field);

/** A field's text once it was accepted. */
struct FormattedReading
{
    /** Its text is the one that the grammar accepts without being told: 03/04/2024 becomes 04MAR2024. */
    GrammarReading reading;
    QString seen;  //!< what stands in the picture, character by character; empty where that cannot be told
};

/**
 * What a piece of text says as this field in this format; nothing where it breaks the grammar or is written
 * in another form. A form makes sense of what is refused without it: dates with the month in figures, numbers
 * without unit or degree sign, positions with a sign instead of a letter.
 */
std::optional<FormattedReading> readByFormat(OverlayField field, const QString& seen,
                                             const FieldFormat& format);

/** The characters that occur in a field so written, for the recogniser. */
QString formatAlphabet(OverlayField field, const FieldFormat& format);

}  // namespace sheen
