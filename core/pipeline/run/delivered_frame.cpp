#include "delivered_frame.h"

#include <utility>

namespace sheen {

DeliveredFrame::DeliveredFrame(const FrameRecord& record)
    : m_frame(record.frame),
      m_timeSeconds(record.timeSeconds),
      m_fileName(record.fileName),
      m_pictureSize(record.pictureSize),
      m_issues(record.issues)
{
    m_detections.reserve(record.detections.size());
    for (const Detection& detection : record.detections)
        m_detections.push_back(
            {detection.frame, detection.classValue, detection.confidence, detection.outline, {}, 0});
}

FrameRecord DeliveredFrame::take()
{
    FrameRecord record;
    record.frame = m_frame;
    record.timeSeconds = m_timeSeconds;
    record.fileName = std::move(m_fileName);
    record.pictureSize = m_pictureSize;
    record.issues = std::move(m_issues);
    record.detections = std::move(m_detections);
    return record;
}

}  // namespace sheen
