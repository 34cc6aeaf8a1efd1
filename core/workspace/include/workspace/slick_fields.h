#pragma once

#include <QString>

#include "data/slick.h"

class OGRFeature;
class OGRLayer;

namespace sheen {

/** Which attributes a file gets, and under which names. docs/workspace.md lists them. */
enum class FieldNames {
    Workspace,  //!< full names, and what only Sheen needs
    Full,       //!< full names
    Short,      //!< names of at most ten characters, for shapefiles
};

// Bodies of oil: attributes and the outline of all areas together.

/** Gives a layer the attributes of slicks. Throws Error naming `file`. */
void defineSlickFields(OGRLayer& layer, FieldNames names, const QString& file);
/** Whether a layer has the fields of the workspace where slickFromFeature looks for them. */
bool hasSlickFields(OGRLayer& layer);
/** Attributes and geometry; the feature is of a layer that defineSlickFields made with the same names. */
void fillSlick(OGRFeature& feature, const Slick& slick, FieldNames names);
/** Back from a feature of the workspace: without its areas, and not measured. */
Slick slickFromFeature(const OGRFeature& feature);

// Their appearance areas, each with the id of its slick.

void defineAreaFields(OGRLayer& layer, FieldNames names, const QString& file);
bool hasAreaFields(OGRLayer& layer);
void fillArea(OGRFeature& feature, const AppearanceArea& area, std::int64_t slickId, FieldNames names);
AppearanceArea areaFromFeature(const OGRFeature& feature);
std::int64_t slickIdOfArea(const OGRFeature& feature);

}  // namespace sheen
