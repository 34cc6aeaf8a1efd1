#pragma once

#include <QSettings>
#include <memory>

namespace sheen {

/** Sheen's own settings of this user, beside those that QGIS keeps. Works before there is an application. */
std::unique_ptr<QSettings> sheenSettings();

}  // namespace sheen
