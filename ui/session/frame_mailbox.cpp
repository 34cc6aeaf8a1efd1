#include "frame_mailbox.h"

#include <utility>

namespace sheen {

void FrameMailbox::put(Delivery&& delivery)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.progress = delivery.progress;
    m_waiting.workspace = std::move(delivery.workspace);
    for (ShownFrame& frame : delivery.frames) {
        if (!frame.picture.isNull()) {
            for (ShownFrame& earlier : m_waiting.frames) {
                earlier.picture = QImage();
                earlier.mask = QImage();
            }
        }
        m_waiting.frames.push_back(std::move(frame));
    }
}

FrameMailbox::Delivery FrameMailbox::take()
{
    const std::lock_guard lock(m_mutex);
    Delivery delivery;
    std::swap(delivery.frames, m_waiting.frames);
    delivery.progress = m_waiting.progress;
    delivery.workspace = m_waiting.workspace;
    return delivery;
}

}  // namespace sheen
