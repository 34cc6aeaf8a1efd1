#pragma once

#include <vector>

#include "base/part_folder.h"
#include "data/model_card.h"
#include "data/slick.h"

namespace sheen {

// The slicks and their appearance areas for other programs, EPSG:4326, with the attributes of
// docs/workspace.md. Shapes that cross the antimeridian are cut there. No slick at all gives a valid file
// without features. They throw Error.

/** slicks.shp and appearances.shp. */
void writeShapefile(const std::vector<Slick>& slicks, const PartFolder& parts);
/** slicks.geojson and appearances.geojson, RFC 7946. */
void writeGeoJson(const std::vector<Slick>& slicks, const PartFolder& parts);
/** slicks.kml: a folder for each slick, with the slick and its areas. */
void writeKml(const std::vector<Slick>& slicks, const ModelCard& card, const PartFolder& parts);

}  // namespace sheen
