#pragma once

#include <QImage>
#include <QObject>
#include <QRectF>
#include <atomic>

#include "data/frame_record.h"
#include "ui/session/work_thread.h"

namespace sheen {

/** A frame's picture on the map, north up. */
struct WarpedFrame
{
    QImage picture;  //!< transparent where the frame does not reach
    QRectF extent;   //!< metres of the projection: left, bottom, width, height
};

/** Null where the frame has no place or no picture. `picture`: as it is shown, in any size. */
WarpedFrame warpedFrame(const FrameRecord& record, const QImage& picture, int epsg);

/** Warps frames onto the map in a thread of its own; only the latest counts. Lives in the widgets' thread. */
class FrameWarper : public QObject
{
    Q_OBJECT

public:
    explicit FrameWarper(QObject* parent);
    ~FrameWarper() override;

    void warp(const FrameRecord& record, const QImage& picture, int epsg);  //!< warped follows
    void drop();                                                            //!< what was asked for

Q_SIGNALS:
    void warped(const sheen::WarpedFrame& frame);

private:
    std::atomic<int> m_requests{0};
    WorkThread m_thread;
};

}  // namespace sheen
