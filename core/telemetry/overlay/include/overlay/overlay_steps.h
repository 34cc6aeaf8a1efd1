#pragma once

#include "glyphs/text_strokes.h"

namespace sheen {

/** Steps of reading an overlay; left out only to measure what each brings. */
struct OverlaySteps : StrokeSteps
{
    bool linesRestored = true;   //!< where a recorder lost every second one
    bool groundSteadied = true;  //!< the least of neighbouring frames while the text holds still
    bool zerosOpened = true;     //!< slashed zeros made plain
    bool secondLook = true;      //!< what the recogniser doubts it sees again, with faint strokes in it
    bool glyphNetwork = true;    //!< what is in doubt then is read glyph by glyph
    bool glyphPlaces = true;     //!< letters too faint to be found are looked for where they stood before
    bool lettersClipped = true;  //!< what is brighter than the letters is made as bright
    bool glyphMemory = true;     //!< glyphs shown before need no recogniser
    bool unchangedKept = true;   //!< a field that looks as before is not read again
};

}  // namespace sheen
