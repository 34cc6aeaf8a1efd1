#include "frame_decoder.h"

#include <exception>
#include <utility>

namespace sheen {

namespace {

QImage decode(const Flight& flight, int frameNumber, double timeSeconds)
{
    return shownPicture(flight.frameAt(frameNumber, timeSeconds).picture);
}

}  // namespace

FrameDecoder::FrameDecoder(QObject* parent) : QObject(parent), m_thread(QStringLiteral("frame"))
{}

FrameDecoder::~FrameDecoder()
{
    stop();
}

void FrameDecoder::stop()
{
    ++m_frames;
    ++m_pictures;
    m_thread.stop();
}

void FrameDecoder::decodeFrame(std::shared_ptr<const Flight> flight, const FrameRecord& record,
                               MaskReader readMask, const QVector<QRgb>& colours)
{
    const int request = ++m_frames;
    m_thread.post(
        [this, request, flight = std::move(flight), record, readMask = std::move(readMask), colours] {
            if (request != m_frames)
                return;
            ShownFrame shown;
            shown.record = record;
            try {
                if (flight)
                    shown.picture = decode(*flight, record.frame, record.timeSeconds);
                shown.mask = shownMask(maskFromPng(readMask(record.frame)), colours);
            } catch (const std::exception&) {
                // Shown without its picture; the frame view says so.
            }
            QMetaObject::invokeMethod(
                this,
                [this, request, shown] {
                    if (request == m_frames)
                        Q_EMIT frameReady(shown);
                },
                Qt::QueuedConnection);
        });
}

void FrameDecoder::dropFrame()
{
    ++m_frames;
}

void FrameDecoder::decodePicture(std::shared_ptr<const Flight> flight, const FrameRecord& record)
{
    const int request = ++m_pictures;
    m_thread.post([this, request, flight = std::move(flight), frameNumber = record.frame,
                   timeSeconds = record.timeSeconds] {
        if (request != m_pictures)
            return;
        QImage picture;
        try {
            picture = decode(*flight, frameNumber, timeSeconds);
        } catch (const std::exception&) {
            return;
        }
        QMetaObject::invokeMethod(
            this, [this, frameNumber, picture] { Q_EMIT pictureReady(frameNumber, picture); },
            Qt::QueuedConnection);
    });
}

}  // namespace sheen
