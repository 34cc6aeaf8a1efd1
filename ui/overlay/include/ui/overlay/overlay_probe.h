#pragma once

#include <QObject>
#include <array>
#include <atomic>
#include <memory>

#include "base/cancel.h"
#include "data/frame.h"
#include "flight/flight.h"
#include "overlay/letter_look.h"
#include "overlay/overlay_layout.h"
#include "overlay/overlay_proposal.h"
#include "ui/session/work_thread.h"

namespace sheen {

/** In how many of the frames that were tried each field could be read. */
struct TrialResult
{
    int frames = 0;
    std::array<int, overlayFieldCount> read{};
};

/**
 * Looks at a flight's frames on a thread of its own: decodes them, measures the letters in boxes and reads
 * layouts. Of requests of one kind only the latest counts.
 */
class OverlayProbe : public QObject
{
    Q_OBJECT

public:
    OverlayProbe(std::shared_ptr<const Flight> flight, double folderIntervalSeconds,
                 QObject* parent = nullptr);
    ~OverlayProbe() override;

    const FlightInfo& info() const { return m_flight->info(); }
    int frameCount() const;  //!< at least 1; estimated for a video

    void requestFrame(int index);
    void read(std::shared_ptr<const Frame> frame, const OverlayLayout& layout);
    void measure(std::shared_ptr<const Frame> frame, const std::vector<OverlayLayout::Field>& fields);
    void tryOn(const OverlayLayout& layout, int frames);
    void cancelTrial();
    /** Makes a layout of what the pictures themselves show; takes seconds. */
    void propose();

Q_SIGNALS:
    /** `activePicture`: the part within dark bars, a share of the frame, by a few frames of the flight. */
    void frameReady(std::shared_ptr<const sheen::Frame> frame, const QRectF& activePicture);
    void frameFailed(const QString& sentence);
    void readingReady(const sheen::TelemetryReading& reading);
    void lettersMeasured(const sheen::LetterLook& look);
    void trialAdvanced(int frames);
    void trialDone(const sheen::TrialResult& result);
    void proposed(const sheen::OverlayProposal& proposal);
    void failed(const QString& sentence);

private:
    double timeOf(int index) const;
    QRectF activePicture(const Frame& shown);

    std::shared_ptr<const Flight> m_flight;
    double m_folderInterval;
    QRectF m_active;  //!< null until it is known; the thread's
    std::atomic<int> m_frameRequest{0};
    std::atomic<int> m_readRequest{0};
    std::atomic<int> m_measureRequest{0};
    std::atomic<int> m_trialRequest{0};
    std::atomic<bool> m_closing{false};
    Cancel m_cancel;  //!< of the proposal
    WorkThread m_thread;
    WorkThread m_trialThread;
};

}  // namespace sheen
