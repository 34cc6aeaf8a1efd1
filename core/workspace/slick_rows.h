#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "data/slick.h"

namespace sheen {

class WorkspaceDataset;

// The slicks of a flight in the tables of its workspace, `slicks` and `appearances`. Writing is done by the
// work that WorkspaceDataset::change() runs, reading by that of read(). All throw Error.

/** Makes the slicks those of `slicks`, and writes only what differs. */
void updateSlicks(WorkspaceDataset& dataset, const std::vector<Slick>& slicks);

/** Writes one in place of what there is of its id. */
void writeSlick(WorkspaceDataset& dataset, const Slick& slick);
void removeSlick(WorkspaceDataset& dataset, std::int64_t id);

/** Reads all slicks by their ids; nothing is measured yet. */
std::vector<Slick> readSlicks(const WorkspaceDataset& dataset);
/** The same of one; nothing where there is none of that id. */
std::optional<Slick> readSlick(const WorkspaceDataset& dataset, std::int64_t id);

}  // namespace sheen
