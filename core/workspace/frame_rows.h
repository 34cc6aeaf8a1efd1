#pragma once

#include <QByteArray>
#include <vector>

#include "data/frame_record.h"
#include "data/model_card.h"

namespace sheen {

class WorkspaceDataset;

// The frames of a flight in the tables of its workspace. Writing is done by the work that
// WorkspaceDataset::change() runs, reading by that of read(). All throw Error.

/** Adds frames that are not there yet. `masks`: of these frames, PNG, an empty one for none; or no masks. */
void insertFrames(WorkspaceDataset& dataset, const std::vector<FrameRecord>& frames,
                  const std::vector<QByteArray>& masks, const ModelCard& card);

/** Makes the frames those of `frames`, and writes only what differs; masks stay as they are, those of frames
 * that are gone go too. */
void updateFrames(WorkspaceDataset& dataset, const std::vector<FrameRecord>& frames, const ModelCard& card);

/** Removes the frames from this number on. */
void removeFramesFrom(WorkspaceDataset& dataset, int firstFrame);

/** Reads all frames, in ascending order. */
std::vector<FrameRecord> readFrames(const WorkspaceDataset& dataset);

/** How far a run came: numbers of frames, and of those that have a place. */
struct FrameCounts
{
    int done = 0;
    int placed = 0;
};
FrameCounts countFrames(const WorkspaceDataset& dataset);

/** Reads the PNG of a frame's mask; empty where there is none. */
QByteArray readMask(const WorkspaceDataset& dataset, int frame);

}  // namespace sheen
