// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDomElement>
#include <QString>

namespace sheen {

/**
 * Takes out of an item what QGIS could compute or fetch. Returns what in it wants that, as a part of a
 * sentence; empty: nothing does.
 */
QString makeSafe(QDomElement& item);

}  // namespace sheen
