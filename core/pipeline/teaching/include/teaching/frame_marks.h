#pragma once

#include <QString>
#include <opencv2/core.hpp>
#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "data/model_card.h"
#include "data/slick.h"
#include "data/teaching_mark.h"
#include "teach/marks.h"

namespace sheen {

class Detector;
class Flight;

/** What is said of the pixels of one frame. */
struct FrameMarks
{
    int frame = 0;
    double timeSeconds = 0;
    QString sensor;   //!< as telemetry calls it; empty: not known
    cv::Mat1b marks;  //!< of the frame's size, see teach/marks.h
};

/** What was drawn, in those of `frames` that it was drawn in; the others are left out. By frame. */
std::vector<FrameMarks> drawnFrameMarks(const std::vector<TeachingMark>& marks,
                                        const std::vector<FrameRecord>& frames);

/** Both together: where `over` says something of a pixel, it counts. By frame. */
std::vector<FrameMarks> together(std::vector<FrameMarks> under, std::vector<FrameMarks> over);

/**
 * Makes marks by the classes of one card those by the classes of another: a class stays where the other card
 * has one of its name; else it is any oil, or the first class that is none.
 */
void translateMarks(std::vector<TeachingMark>& marks, const ModelCard& from, const ModelCard& to);

/** Gives marks their places on the sea, by the frames as they lie now; none where they have none. */
void placeMarks(std::vector<TeachingMark>& marks, const std::vector<FrameRecord>& frames);

/**
 * The pictures of marked frames, each with the answer of `base`. Frames that the flight does not have, that
 * cannot be decoded or are of another size are left out. Throws Error(Cancelled).
 */
std::vector<MarkedPicture> markedPicturesOf(const std::vector<FrameMarks>& marks, const Flight& flight,
                                            Detector& base, const Cancel& cancel);

}  // namespace sheen
