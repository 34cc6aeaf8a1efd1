#pragma once

#include <QString>
#include <vector>

#include "base/cancel.h"

namespace sheen {

/** A recording, by its name alone. */
struct FoundFlight
{
    QString path;          //!< absolute
    bool isVideo = false;  //!< else a folder of frames
};

/**
 * Lists the recordings below a folder, in the order of their names: videos, folders of
 * frames, folders of one recording in parts. Left out are hidden folders and those that Sheen wrote (with a
 * sheen.gpkg or a summary.json inside, or called NAME.sheen). Looks at names alone: what is listed may still
 * be unreadable. Links are not followed. Empty where there is none, or where it was cancelled.
 */
std::vector<FoundFlight> flightsBelow(const QString& folder, const Cancel& cancel = Cancel());

}  // namespace sheen
