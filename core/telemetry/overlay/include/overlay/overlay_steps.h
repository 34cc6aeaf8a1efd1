#pragma once

#include "glyphs/text_strokes.h"

namespace sheen {

/** Steps of reading an overlay; left out only to measure what each brings. */
struct OverlaySteps : StrokeSteps
{
    bool linesRestored = true;   //!< where a recorder lost every second one
    bool groundSteadied = true;  //!< the least of neighbouring frames while the text holds still
    bool textsBefore = true;     //!< what a field said before makes the like more likely
    bool glyphMemory = true;     //!< lines of glyphs shown often before need no network
    bool unchangedKept = true;   //!< a field that looks as before is not read again
};

}  // namespace sheen
