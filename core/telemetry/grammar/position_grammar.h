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

/** "34.67200N", "18:23:08N", "36:36.5N" or, for either axis, a text in MGRS or UTM; degrees, north and east
 * positive.
 */
std::optional<GrammarReading> readPosition(const QString& text, const Axis& axis);

/** The step in which such a text counts, degrees; nothing where it is on no grid of metres. */
std::optional<double> gridStep(const QString& text, const Axis& axis);

}  // namespace sheen
