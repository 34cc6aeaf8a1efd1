#pragma once

#include <QLocale>
#include <QString>

#include "data/telemetry.h"

namespace sheen {

enum class FieldUnit {
    None,
    Latitude,
    Longitude,
    Degrees,
    Metres,
    Millimetres,
};

/** In which unit a field is kept, and between which limits it can be. */
struct FieldKind
{
    FieldUnit unit = FieldUnit::None;
    double least = 0;
    double most = 0;
    int decimals = 0;
};
FieldKind fieldKind(OverlayField field);

/** The fields of the overlay for people. */
QString fieldName(OverlayField field);

/** A value with the unit it is kept in: "34.67523° N", "815.3 m", "50 mm"; empty where it is no number. The
 * same whoever looks at it: for what is written into a file. */
QString keptValueText(OverlayField field, double value);

/** The same for the eye: coordinates in the window's notation. */
QString fieldValueText(OverlayField field, double value);

/** For numbers that can be typed again: a group separator could be taken for the decimal point. */
QLocale plainLocale();

}  // namespace sheen
