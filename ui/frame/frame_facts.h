#pragma once

#include <QString>

#include "data/frame_record.h"

namespace sheen {

/** Sentences about a frame: number, time, quality and place, as lines of text. */
QString frameFacts(const FrameRecord& record);

/** A quality for people: "read from the overlay". */
QString qualityText(Quality quality);

}  // namespace sheen
