// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include "nearest_land.h"
#include "output/products.h"
#include "report_row.h"

namespace sheen {

/** What the fields of a template stand for, by their names. */
using FieldValues = QHash<QString, QString>;

/** Of the flight; page numbers are known only at the end. */
FieldValues flightFields(const ProductInput& input, const NearestLand* land);
/** Of one slick, those of the flight besides. */
FieldValues slickFields(const FieldValues& flight, const ProductInput& input, const NearestLand* land,
                        const Slick& slick);

/** The names that stand between braces in a text: "{slick_size}". */
QStringList fieldsIn(const QString& text);
/** The text with values in the place of fields; what is not among them stays. */
QString filled(const QString& text, const FieldValues& values);

/** All names that a template may use. */
QStringList knownFields();
/** Whether a field, or the id of an item, is of one slick: its page is made for each. */
bool isOfSlick(const QString& name);

inline QString pageField()
{
    return QStringLiteral("page");
}
inline QString pagesField()
{
    return QStringLiteral("pages");
}

}  // namespace sheen
