#include "thumbnails.h"

#include <exception>
#include <utility>

#include "flight/flight.h"
#include "ui/session/shown_frame.h"

namespace sheen {

namespace {

/** Fills the size, from its middle. */
QImage smallPicture(const cv::Mat& picture, const QSize& size)
{
    const QImage scaled =
        shownPicture(picture).scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    return scaled.copy(
        QRect(QPoint((scaled.width() - size.width()) / 2, (scaled.height() - size.height()) / 2), size));
}

}  // namespace

Thumbnails::Thumbnails(QObject* parent) : QObject(parent), m_thread(QStringLiteral("thumbnails"))
{}

Thumbnails::~Thumbnails()
{
    ++m_request;
    m_thread.stop();
}

void Thumbnails::cancel()
{
    ++m_request;
    m_waiting = 0;
}

void Thumbnails::request(std::shared_ptr<const Flight> flight, const std::vector<FrameRecord>& frames,
                         const QSize& size)
{
    cancel();
    if (!flight)
        return;
    const int request = m_request;
    m_waiting = int(frames.size());
    for (const FrameRecord& record : frames) {
        m_thread.post([this, request, flight, frame = record.frame, seconds = record.timeSeconds, size] {
            if (request != m_request)
                return;
            QImage picture;
            try {
                picture = smallPicture(flight->frameAt(frame, seconds).picture, size);
            } catch (const std::exception&) {
                // Its place stays empty.
            }
            QMetaObject::invokeMethod(
                this,
                [this, request, frame, picture] {
                    if (request != m_request)
                        return;
                    --m_waiting;
                    if (!picture.isNull())
                        Q_EMIT ready(frame, picture);
                },
                Qt::QueuedConnection);
        });
    }
}

}  // namespace sheen
