#pragma once

#include <QString>
#include <optional>

#include "grammar/overlay_grammar.h"

namespace sheen {

/** Of a position. */
struct Axis
{
    bool latitude = true;
    double limit() const { return latitude ? 90.0 : 180.0; }
    qsizetype degreeDigits() const { return latitude ? 2 : 3; }
};

/** "34.67200N", "18:23:08N", "36:36.5N" or, for either axis, an MGRS text; degrees, north and east positive.
 */
std::optional<GrammarReading> readPosition(const QString& text, const Axis& axis);

/** The step in which such a text counts, degrees; nothing where it is no MGRS text. */
std::optional<double> mgrsStep(const QString& text, const Axis& axis);

}  // namespace sheen
