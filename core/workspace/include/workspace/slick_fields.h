#pragma once

#include <QString>

#include "data/slick.h"

class OGRFeature;
class OGRLayer;

namespace sheen {

/** Which attributes of a slick a file gets, and under which names. */
enum class SlickForm {
    Workspace,  //!< full names, and what only Sheen needs (best_frame, frame_count, note)
    Full,       //!< full names
    Short,      //!< names of at most ten characters, for shapefiles
};

/** Gives a layer the attributes of slicks. Throws Error naming `file`. */
void defineSlickFields(OGRLayer& layer, SlickForm form, const QString& file);

/** Whether a layer has the fields of the workspace's form where slickFromFeature looks for them. */
bool hasSlickFields(OGRLayer& layer);

/** Attributes and geometry; the feature is of a layer that defineSlickFields made in the same form. */
void fillSlick(OGRFeature& feature, const Slick& slick, SlickForm form);

/** Back from a feature of the workspace's form. */
Slick slickFromFeature(const OGRFeature& feature);

}  // namespace sheen
