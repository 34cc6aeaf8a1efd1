#pragma once

#include <vector>

#include "base/part_folder.h"
#include "data/model_card.h"
#include "data/slick.h"

namespace sheen {

// The slicks for other programs, EPSG:4326, with the attributes of docs/command-line.md. Shapes that cross
// the antimeridian are cut there. No slick at all gives a valid file without features. They throw Error.

void writeShapefile(const std::vector<Slick>& slicks, const PartFolder& parts);
void writeGeoJson(const std::vector<Slick>& slicks, const PartFolder& parts);  //!< RFC 7946
void writeKml(const std::vector<Slick>& slicks, const ModelCard& card, const PartFolder& parts);

}  // namespace sheen
