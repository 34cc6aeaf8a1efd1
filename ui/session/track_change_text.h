#pragma once

#include <QString>

#include "data/track_settings.h"

namespace sheen {

/** What was changed, for the list of edits: "Sea level 0 m → 2.5 m; 3 corrections". */
QString trackChangeText(const TrackSettings& from, const TrackSettings& to);

}  // namespace sheen
