#pragma once

#include <QString>
#include <functional>
#include <vector>

#include "base/cancel.h"
#include "teach/marks.h"

namespace sheen {

class Detector;
class Flight;

/** How far it is: pictures done, of how many. */
using MarkedPictureProgress = std::function<void(int done, int all)>;

/**
 * Reads the marks of a folder (teach/marks_folder.h) and their pictures, from beside them or, by the number
 * of the frame, from `flight` (nullptr: there is none), and has `base` look at each. Throws
 * Error(Unreadable): what marksIn() and checkMarks() refuse, a frame that the flight does not have;
 * Error(Cancelled).
 */
std::vector<MarkedPicture> readMarkedPictures(const QString& folder, const Flight* flight, Detector& base,
                                              const Cancel& cancel,
                                              const MarkedPictureProgress& progress = {});

}  // namespace sheen
