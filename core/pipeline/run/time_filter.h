#pragma once

#include <QString>
#include <deque>
#include <memory>
#include <opencv2/core.hpp>
#include <optional>

#include "camera/camera_model.h"
#include "data/frame_record.h"
#include "data/segmentation.h"

namespace sheen {

/** A frame as the filter sees it: what was found, where it looked, and with what. */
struct SeenFrame
{
    SeenFrame(const FrameRecord& record, Segmentation found);

    double timeSeconds = 0;
    QString sensor;
    std::optional<CameraModel> camera;  //!< nothing where the telemetry was not read in this very frame
    Segmentation segmentation;          //!< filtered once it is settled
    bool settled = false;               //!< has had all its neighbours

    // What its neighbours see of it: as it was found, at a reduced size.
    cv::Mat1b classes;
    cv::Mat1b confidence;
};

/**
 * Removes flicker: the frames of a flight that lie close together in time look at the same sea, so each
 * asks its neighbours, two before it and two after it, what they saw in the same place. Places are carried
 * over by the cameras' poses. Each frame's answer counts by its confidence, a neighbour's less the longer ago
 * it is; the class with most votes wins. Asked are only neighbours of the same sensor, with a pose, that
 * looked there. Frames come one after another, from one thread at a time.
 */
class TimeFilter
{
public:
    /** Neighbours farther away in time than `seconds` are not asked; 0: no frame is changed. */
    explicit TimeFilter(double seconds);

    /** The next frame. Earlier ones may be settled by it. */
    void push(std::shared_ptr<SeenFrame> frame);

    /** There are no more: the last ones are settled as well. */
    void finish();

private:
    void settle(std::size_t index);

    double m_seconds;
    std::deque<std::shared_ptr<SeenFrame>> m_frames;  //!< a few: those not settled, and two before them
};

}  // namespace sheen
