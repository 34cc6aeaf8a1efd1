#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace sheen {

QIcon swatchIcon(const QColor& colour);
/** A figure on a plate, for the codes. */
QIcon figureIcon(int figure);
/** A tick or a cross. */
QIcon decisionIcon(bool accept);
/** One of QGIS's; none for an empty name. */
QIcon themeIcon(const QString& name);

}  // namespace sheen
