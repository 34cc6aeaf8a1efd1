#pragma once

class QColor;
class QgsProject;

namespace sheen {

/** The colour of the sea: the map's background. */
QColor seaColour();

/**
 * Land, countries and provinces from the world map that comes with QGIS, in calm colours, as a group at the
 * bottom of the project's layer tree. Needs no network. False where the world map is missing.
 */
bool addBaseMap(QgsProject& project);

}  // namespace sheen
