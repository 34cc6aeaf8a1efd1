#pragma once

#include <QString>
#include <QVariant>

#include "slick_text.h"

namespace sheen {

// What stands in the cells of the table of slicks, by SlickTableModel::Column.

QString cellText(const Slick& slick, int column, const ColumnUnits& units);
QString cellText(const AppearanceArea& area, Origin origin, int column, const ColumnUnits& units);
/** By what a column is sorted. */
QVariant cellOrder(const Slick& slick, int column);
QVariant cellOrder(const AppearanceArea& area, int column);
bool isNumericColumn(int column);
QString cellTip(const Slick& slick, int column);  //!< empty: none

}  // namespace sheen
