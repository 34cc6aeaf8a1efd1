#pragma once

#include <QImage>
#include <QObject>
#include <QSize>
#include <atomic>
#include <memory>
#include <vector>

#include "data/frame_record.h"
#include "ui/session/work_thread.h"

namespace sheen {

class Flight;

/**
 * Small pictures of some frames, decoded in the background one after another. Nothing is kept of a frame but
 * its small picture, however long the recording. Lives in the widgets' thread.
 */
class Thumbnails : public QObject
{
    Q_OBJECT

public:
    explicit Thumbnails(QObject* parent);
    ~Thumbnails() override;  //!< cancels

    /** In place of those asked for before; ready() follows for each that can be decoded. */
    void request(std::shared_ptr<const Flight> flight, const std::vector<FrameRecord>& frames,
                 const QSize& size);
    void cancel();
    int waiting() const { return m_waiting; }  //!< asked for and neither decoded nor cancelled

Q_SIGNALS:
    void ready(int frame, const QImage& picture);

private:
    std::atomic<int> m_request{0};
    int m_waiting = 0;
    WorkThread m_thread;
};

}  // namespace sheen
