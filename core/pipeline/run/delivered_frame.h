#pragma once

#include <QString>
#include <opencv2/core.hpp>
#include <vector>

#include "data/frame_record.h"

namespace sheen {

/**
 * What a run keeps of a frame until it ends: what the telemetry of the whole flight does not tell anew. A
 * flight has many thousands of them.
 */
class DeliveredFrame
{
public:
    explicit DeliveredFrame(const FrameRecord& record);

    /** Gives the frame back without telemetry and place. The object is empty afterwards. */
    FrameRecord take();

private:
    int m_frame = 0;
    double m_timeSeconds = 0;
    QString m_fileName;
    cv::Size m_pictureSize;
    std::vector<Issue> m_issues;
    std::vector<Detection> m_detections;  //!< without ground outlines
};

}  // namespace sheen
