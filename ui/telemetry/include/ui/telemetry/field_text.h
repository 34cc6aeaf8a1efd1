#pragma once

#include <QString>
#include <optional>

#include "data/telemetry.h"
#include "ui/widgets/field_value.h"

namespace sheen {

/** Why a value is what it is, in plain words: "read", "cannot move so fast; filled in from other frames". */
QString reasonText(Quality quality, Doubt doubt, bool hasValue);

/** What somebody typed as a field's value. */
struct TypedValue
{
    std::optional<double> value;  //!< degrees, metres, millimetres
    QString text;                 //!< instead of a value: date, time, zone, sensor
    QString refusal;              //!< a sentence; empty where the value can be
};

/**
 * Takes what fieldValueText() writes, a plain number in that unit, lengths in FT, M, KM, NM or SM, and the
 * forms of the overlay ("18:23:08N"). Refuses what no turret can show.
 */
TypedValue typedValue(OverlayField field, const QString& typed);

}  // namespace sheen
