#pragma once

#include <functional>
#include <vector>

#include <ogr_core.h>

class OGRFeature;
class OGRLayer;

namespace sheen {

class WorkspaceDataset;

/** A row as it shall be. */
struct Row
{
    GIntBig fid = 0;
    std::function<void(OGRFeature&)> fill;
};

/**
 * Makes the rows of a table those of `wanted` (each id once) and writes only what differs: rows that are as
 * they shall be are left alone. Only by the work that WorkspaceDataset::change() runs. Returns the ids of the
 * rows that were removed. Throws Error.
 */
std::vector<GIntBig> updateRows(WorkspaceDataset& dataset, OGRLayer& layer, const std::vector<Row>& wanted);

}  // namespace sheen
