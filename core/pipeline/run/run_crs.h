#pragma once

#include <QString>
#include <vector>

#include "data/frame_record.h"

namespace sheen {

/**
 * Makes sure that the wish for a coordinate system ("auto", "EPSG:32632") can be met.
 *
 * @throws Error of kind Usage where it is none, and what PROJ says where it does not know the code.
 */
void checkCrs(const QString& wish);

/** Returns the EPSG code that was wished for; of "auto" that of the UTM zone of the frames, 0 where none of
 * them is placed. */
int crsOf(const QString& wish, const std::vector<FrameRecord>& frames);

}  // namespace sheen
