#pragma once

#include <vector>

#include "base/cancel.h"
#include "teach/marks.h"

namespace sheen {

class Detector;
class Flight;
class Workspace;

/**
 * What an analyst decided about slicks, as marks in the frames that show them best: what was accepted as oil,
 * edited or drawn is oil of its class, or of any where the base's card does not have it; what was rejected,
 * or accepted as something else, is none. Edges are left out, as placing is not exact to a pixel. Takes at
 * most twenty frames, those with the most decided areas; `base` looks at each. Empty where nothing was
 * decided. Throws Error(Cancelled).
 */
std::vector<MarkedPicture> decidedSlickMarks(const Workspace& workspace, const Flight& flight, Detector& base,
                                             const Cancel& cancel);

}  // namespace sheen
