#pragma once

#include <QObject>
#include <atomic>
#include <memory>

#include "base/cancel.h"
#include "settings/run_settings.h"
#include "ui/session/shown_frame.h"
#include "ui/session/work_thread.h"

namespace sheen {

class Flight;

/** Frames of a flight to look at before it is run: a thousand at most, evenly over it. */
std::vector<FrameRecord> framesToLookAt(const FlightInfo& flight, double folderIntervalSeconds);

/**
 * Looks at single frames of a flight that was not run, in the background: the picture first, then with what
 * its telemetry says and the place that gives. Of KLV, which comes between the pictures, nothing is read.
 * Only the latest request counts. Lives in the widgets' thread.
 */
class FlightBrowser : public QObject
{
    Q_OBJECT

public:
    explicit FlightBrowser(QObject* parent);
    ~FlightBrowser() override;  //!< stops
    void stop();

    void look(std::shared_ptr<const Flight> flight, const RunSettings& settings, const FrameRecord& frame);
    void drop();  //!< what was asked for

Q_SIGNALS:
    void looked(const sheen::ShownFrame& frame);

private:
    class Eye;

    void tell(int request, const ShownFrame& frame);

    std::atomic<int> m_requests{0};
    std::shared_ptr<Cancel> m_cancel = std::make_shared<Cancel>();  //!< of what was asked for since drop()
    std::shared_ptr<Eye> m_eye;                                     //!< only for the thread
    WorkThread m_thread;
};

}  // namespace sheen
