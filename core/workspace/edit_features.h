#pragma once

#include <QString>

#include "workspace/workspace.h"

class OGRFeature;

namespace sheen {

// An edit in the table `edits`.

void fillEdit(OGRFeature& feature, const Edit& edit, const QString& removedGeoJson);
Edit editFromFeature(const OGRFeature& feature);
QString removedFromFeature(const OGRFeature& feature);  //!< GeoJSON; empty where the edit removed nothing

}  // namespace sheen
