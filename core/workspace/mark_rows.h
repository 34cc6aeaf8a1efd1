#pragma once

#include <vector>

#include "data/model_card.h"
#include "data/teaching_mark.h"

namespace sheen {

class WorkspaceDataset;

// The marks of a flight in the layer `marks` of its workspace. Both throw Error.

/** In the order in which they were drawn; none where the workspace has no such layer. By the work that
 * WorkspaceDataset::read() runs. */
std::vector<TeachingMark> readMarks(const WorkspaceDataset& dataset);

/** Makes the marks these. By the work that change() runs. */
void replaceMarks(WorkspaceDataset& dataset, const std::vector<TeachingMark>& marks, const ModelCard& card);

}  // namespace sheen
