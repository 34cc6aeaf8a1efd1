#pragma once

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
QgsVectorLayer* addPlaceLayer(QgsProject& project, const GroundPoint& place);

/** Class colour as the model's card has it; grey where it has none. */
QColor classColour(const ModelCard& card, int classValue);

}  // namespace sheen
