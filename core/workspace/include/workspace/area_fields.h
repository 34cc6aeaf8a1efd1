#pragma once

#include <QString>
#include <cstdint>

#include "data/slick.h"
#include "workspace/slick_fields.h"

// The appearance areas of slicks: attributes and outline, each with the id of its slick.

namespace sheen {

/** Gives a layer the attributes of appearance areas. Throws Error naming `file`. */
void defineAreaFields(OGRLayer& layer, FieldNames names, const QString& file);
/** Tells whether a layer has the fields of the workspace where areaFromFeature looks for them. */
bool hasAreaFields(OGRLayer& layer);
/** Sets attributes and geometry; the feature is of a layer that defineAreaFields made with the same names. */
void fillArea(OGRFeature& feature, const AppearanceArea& area, std::int64_t slickId, FieldNames names);
/** Reads an area back from a feature of the workspace. */
AppearanceArea areaFromFeature(const OGRFeature& feature);
/** Returns the id of the slick that an area of the workspace is of. */
std::int64_t slickIdOfArea(const OGRFeature& feature);

}  // namespace sheen
