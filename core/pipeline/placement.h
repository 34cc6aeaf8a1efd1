#pragma once

#include "core/data/frame_record.h"

namespace sheen {

/** Why a frame has no place. */
enum class PlacementIssue { None, NoPose, AboveHorizon };

/**
 * Places one frame from its telemetry's pose: footprint, ground outlines, areas. What it had of these before
 * is replaced, also the sentence among its issues.
 */
PlacementIssue placeFrame(FrameRecord& record);

}  // namespace sheen
