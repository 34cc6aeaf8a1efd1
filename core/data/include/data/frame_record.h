#pragma once

#include <QString>
#include <memory>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "data/detection.h"
#include "data/issue.h"
#include "data/telemetry.h"
#include "geo/ground.h"

namespace sheen {

class ElevationModel;

/** All that is kept of a processed frame but its mask; no picture. A flight has thousands of them. */
struct FrameRecord
{
    int frame = 0;
    double timeSeconds = 0;
    QString fileName;      //!< of a frame folder's file
    cv::Size pictureSize;  //!< pixels
    TelemetryRecord telemetry;
    std::shared_ptr<const ElevationModel> elevation;  //!< of the land it is placed on; nothing: all is sea
    GroundRing footprint;  //!< top left, top right, bottom right, bottom left; more when cut at the horizon
    std::optional<GroundPoint> centre;      //!< of the picture; nothing where its middle shows no sea
    double groundSampleDistanceMetres = 0;  //!< at the picture's centre; 0 where not placed
    double positionErrorMetres = 0;         //!< 95 %; 0 where not known
    std::vector<Detection> detections;
    std::vector<Issue> issues;
};

}  // namespace sheen
