#pragma once

#include <vector>

#include "data/frame_record.h"
#include "data/issue.h"

namespace sheen {

/**
 * What an overlay left open over a flight: fields that keep frames without a place, with what was read and in
 * how many frames; a heading taken from the course; zooms that nobody saw. Empty where all is well, and where
 * telemetry comes from elsewhere. `frames` in ascending order.
 */
std::vector<Issue> overlayNotices(const std::vector<FrameRecord>& frames);

/** The kinds that overlayNotices() may return. */
std::vector<IssueKind> overlayNoticeKinds();

}  // namespace sheen
