#pragma once

#include <qgscoordinatereferencesystem.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include "output/products.h"

namespace sheen {

// The layers of the report's maps; each belongs to the project afterwards. Null where there is nothing to
// show.

QgsVectorLayer* addSlickLayer(QgsProject& project, const ProductInput& input);
QgsVectorLayer* addSeenSeaLayer(QgsProject& project, const std::vector<FrameRecord>& frames);
QgsVectorLayer* addTrackLayer(QgsProject& project, const std::vector<FrameRecord>& frames);
QgsVectorLayer* addLandLayer(QgsProject& project);
/** Its outline alone, to lie above what covers the land. */
QgsVectorLayer* addCoastLayer(QgsProject& project);
/**
 * The sea, below all other layers: QGIS paints a map's own background with a colour that shines through, and
 * PDF/A draws that black.
 */
QgsVectorLayer* addSeaLayer(QgsProject& project, const QgsCoordinateReferenceSystem& crs,
                            const QgsPointXY& middle);
QgsVectorLayer* addPlaceLayer(QgsProject& project, const GroundPoint& place);

/** Writes a field's numbers beside what they name, each in a box of its own. */
void labelBy(QgsVectorLayer& layer, const QString& field);

/** Colour of an appearance code; without one that of the class on the model's card, grey where it has none.
 */
QColor mapColour(const ModelCard& card, int classValue, int code);

}  // namespace sheen
