#include "ui/overlay/overlay_probe.h"

#include <algorithm>
#include <cmath>

#include "overlay/overlay_placement.h"
#include "overlay/overlay_reader.h"
#include "sources/flight_overlay.h"
#include "ui/session/failure.h"

namespace sheen {

OverlayProbe::OverlayProbe(std::shared_ptr<const Flight> flight, double folderIntervalSeconds,
                           QObject* parent)
    : QObject(parent),
      m_flight(std::move(flight)),
      m_folderInterval(std::max(1e-3, folderIntervalSeconds)),
      m_thread(QStringLiteral("overlay")),
      m_trialThread(QStringLiteral("overlay trial"))
{}

OverlayProbe::~OverlayProbe()
{
    m_closing = true;
    m_cancel.request();
    m_trialThread.stop();
    m_thread.stop();
}

int OverlayProbe::frameCount() const
{
    const FlightInfo& flight = info();
    if (flight.frameCount > 0)
        return flight.frameCount;
    return std::max(1, int(std::lround(flight.durationSeconds * flight.framesPerSecond)));
}

double OverlayProbe::timeOf(int index) const
{
    return info().framesPerSecond > 0 ? index / info().framesPerSecond : index * m_folderInterval;
}

/** By a few frames: a bar is dark in all of them. */
QRectF OverlayProbe::activePicture(const Frame& shown)
{
    if (m_active.isNull()) {
        std::vector<cv::Mat> pictures{shown.picture};
        for (const int part : {1, 3}) {
            const int index = part * frameCount() / 4;
            pictures.push_back(m_flight->frameAt(index, timeOf(index)).picture);
        }
        m_active = pictureWithinBars(pictures);
    }
    return m_active;
}

void OverlayProbe::requestFrame(int index)
{
    const int request = ++m_frameRequest;
    m_thread.post([this, request, index] {
        if (m_closing || request != m_frameRequest)
            return;
        auto frame = std::make_shared<Frame>();
        QRectF active;
        QString failure = failureOf([&] {
            *frame = m_flight->frameAt(index, timeOf(index));
            if (!frame->picture.empty())
                active = activePicture(*frame);
        });
        if (failure.isEmpty() && frame->picture.empty())
            failure = tr("Frame %1 cannot be shown: its picture could not be decoded.").arg(index);
        QMetaObject::invokeMethod(this, [this, request, frame, active, failure] {
            if (request != m_frameRequest)
                return;
            if (failure.isEmpty())
                Q_EMIT frameReady(frame, active);
            else
                Q_EMIT frameFailed(failure);
        });
    });
}

void OverlayProbe::read(std::shared_ptr<const Frame> frame, const OverlayLayout& layout)
{
    const int request = ++m_readRequest;
    m_thread.post([this, request, frame = std::move(frame), layout] {
        if (m_closing || request != m_readRequest)
            return;
        TelemetryReading reading;
        const QString failure = failureOf([&] { reading = OverlayReader(layout).readFields(*frame); });
        QMetaObject::invokeMethod(this, [this, request, reading, failure] {
            if (!failure.isEmpty())
                Q_EMIT failed(failure);
            else if (request == m_readRequest)
                Q_EMIT readingReady(reading);
        });
    });
}

void OverlayProbe::measure(std::shared_ptr<const Frame> frame,
                           const std::vector<OverlayLayout::Field>& fields)
{
    const int request = ++m_measureRequest;
    m_thread.post([this, request, frame = std::move(frame), fields] {
        if (m_closing || request != m_measureRequest)
            return;
        LetterLook look;
        failureOf([&] { look = measureLetters(frame->picture, fields); });
        QMetaObject::invokeMethod(this, [this, request, look] {
            if (request == m_measureRequest)
                Q_EMIT lettersMeasured(look);
        });
    });
}

void OverlayProbe::tryOn(const OverlayLayout& layout, int frames)
{
    const int request = ++m_trialRequest;
    m_trialThread.post([this, request, layout, frames] {
        TrialResult result;
        const QString failure = failureOf([&] {
            OverlayReader reader(layout);
            const int count = std::min(frames, frameCount());
            for (int i = 0; i < count && !m_closing && request == m_trialRequest; ++i) {
                const int index = int((i + 0.5) * frameCount() / count);
                const Frame frame = m_flight->frameAt(index, timeOf(index));
                if (frame.picture.empty())
                    continue;
                ++result.frames;
                const TelemetryReading reading = reader.readFields(frame);
                for (std::size_t field = 0; field < overlayFieldCount; ++field)
                    result.read[field] += reading.fields[field].confidence > 0;
                QMetaObject::invokeMethod(this, [this, request, done = i + 1] {
                    if (request == m_trialRequest)
                        Q_EMIT trialAdvanced(done);
                });
            }
        });
        QMetaObject::invokeMethod(this, [this, request, result, failure] {
            if (request != m_trialRequest)
                return;
            if (!failure.isEmpty())
                Q_EMIT failed(failure);
            Q_EMIT trialDone(result);
        });
    });
}

void OverlayProbe::propose()
{
    m_trialThread.post([this] {
        OverlayProposal proposal;
        FrameSelection selection;
        selection.folderIntervalSeconds = m_folderInterval;
        const QString failure = failureOf([&] { proposal = proposeOverlay(*m_flight, selection, m_cancel); });
        QMetaObject::invokeMethod(this, [this, proposal, failure] {
            if (!failure.isEmpty())
                Q_EMIT failed(failure);
            Q_EMIT proposed(proposal);
        });
    });
}

void OverlayProbe::cancelTrial()
{
    ++m_trialRequest;
}

}  // namespace sheen
