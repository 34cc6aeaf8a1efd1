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

}  // namespace sheen
