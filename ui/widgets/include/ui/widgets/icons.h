#pragma once

#include <QIcon>

namespace sheen {

/** One of Sheen's own icons (resources/icons/NAME.svg), or of QGIS (mAction...); an empty icon where there is
 * none. */
QIcon icon(const QString& name);

}  // namespace sheen
