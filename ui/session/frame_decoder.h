#pragma once

#include <QImage>
#include <QObject>
#include <atomic>
#include <memory>

#include "data/mask_codec.h"
#include "flight/flight.h"
#include "ui/session/shown_frame.h"
#include "ui/session/work_thread.h"

namespace sheen {

/**
 * Decodes single frames of a recording for the panels, in the background. Of the frames only the latest
 * request counts, and of the pictures. Lives in the widgets' thread.
 */
class FrameDecoder : public QObject
{
    Q_OBJECT

public:
    explicit FrameDecoder(QObject* parent);
    ~FrameDecoder() override;  //!< stops
    void stop();

    /** A frame with its mask; frameReady follows. Without its picture where `flight` is nullptr, or does not
     * give it. `readMask`: from where the frames' masks are kept. `colours`: see maskColours. */
    void decodeFrame(std::shared_ptr<const Flight> flight, const FrameRecord& record, MaskReader readMask,
                     const QVector<QRgb>& colours);
    void dropFrame();  //!< that was requested and is not ready

    /** The picture alone; pictureReady follows, where the flight gives it. */
    void decodePicture(std::shared_ptr<const Flight> flight, const FrameRecord& record);

Q_SIGNALS:
    void frameReady(const sheen::ShownFrame& frame);
    void pictureReady(int frameNumber, const QImage& picture);

private:
    std::atomic<int> m_frames{0};  //!< requests
    std::atomic<int> m_pictures{0};
    WorkThread m_thread;
};

}  // namespace sheen
