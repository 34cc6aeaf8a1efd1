#pragma once

#include <QString>
#include <vector>

#include "data/bookmark.h"
#include "data/frame_record.h"

namespace sheen {

/** Writes a line for each bookmark: when in the recording (seconds), which frame that is, its instant (UTC)
 * and the middle of what it shows (WGS84), who noted what. `frames` in ascending order. Throws Error. */
void writeBookmarksCsv(const std::vector<Bookmark>& bookmarks, const std::vector<FrameRecord>& frames,
                       const QString& path);

}  // namespace sheen
