#include "flight_browser.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <utility>

#include "base/cancel.h"
#include "flight/flight.h"
#include "placing/elevation.h"
#include "placing/placement.h"
#include "sources/flight_overlay.h"
#include "sources/telemetry_stage.h"

namespace sheen {

namespace {

constexpr int mostFrames = 1000;

}  // namespace

/** A flight with its overlay, which is looked for once. */
class FlightBrowser::Eye
{
public:
    Eye(std::shared_ptr<const Flight> flight, const RunSettings& settings,
        std::shared_ptr<const Cancel> cancel)
        : m_flight(std::move(flight)),
          m_settings(settings),
          m_cancel(std::move(cancel)),
          m_overlay(*m_flight, m_settings, *m_cancel)
    {}

    bool isFor(const std::shared_ptr<const Flight>& flight, const RunSettings& settings) const
    {
        return m_flight == flight && !m_cancel->requested() && m_settings.telemetry == settings.telemetry &&
               m_settings.overlay == settings.overlay && m_settings.table.toJson() == settings.table.toJson();
    }

    Frame frame(const FrameRecord& record) const
    {
        return m_flight->frameAt(record.frame, record.timeSeconds);
    }

    FrameRecord placed(const FrameRecord& record, const Frame& frame, const TrackSettings& track)
    {
        m_overlay.isRecognised();
        m_overlay.lookAt(frame);
        RunSettings settings = m_settings;
        settings.track = track;
        std::vector<FrameRecord> one{record};
        setElevation(one, track);
        placeFrames(one, {TelemetryStage::create(*m_flight, settings, m_overlay)->read(frame)});
        return one.front();
    }

private:
    const std::shared_ptr<const Flight> m_flight;
    const RunSettings m_settings;
    const std::shared_ptr<const Cancel> m_cancel;
    FlightOverlay m_overlay;
};

std::vector<FrameRecord> framesToLookAt(const FlightInfo& flight, double folderIntervalSeconds)
{
    const bool isVideo = flight.kind == FlightInfo::Kind::Video;
    if (flight.frameCount <= 0 || (isVideo && flight.framesPerSecond <= 0))
        return {};
    const double seconds = isVideo ? 1 / flight.framesPerSecond : folderIntervalSeconds;
    const int step = std::max(1, (flight.frameCount + mostFrames - 1) / mostFrames);
    std::vector<FrameRecord> frames;
    for (int i = 0; i < flight.frameCount; i += step) {
        FrameRecord record;
        record.frame = i;
        record.timeSeconds = i * seconds;
        record.pictureSize = flight.pictureSize;
        frames.push_back(record);
    }
    return frames;
}

FlightBrowser::FlightBrowser(QObject* parent) : QObject(parent), m_thread(QStringLiteral("browse"))
{}

FlightBrowser::~FlightBrowser()
{
    stop();
}

void FlightBrowser::stop()
{
    drop();
    m_thread.stop();
}

void FlightBrowser::drop()
{
    ++m_requests;
    m_cancel->request();
    m_cancel = std::make_shared<Cancel>();
}

void FlightBrowser::tell(int request, const ShownFrame& frame)
{
    QMetaObject::invokeMethod(
        this,
        [this, request, frame] {
            if (request == m_requests)
                Q_EMIT looked(frame);
        },
        Qt::QueuedConnection);
}

void FlightBrowser::look(std::shared_ptr<const Flight> flight, const RunSettings& settings,
                         const FrameRecord& record)
{
    const int request = ++m_requests;
    m_thread.post([this, request, flight = std::move(flight), settings, record, cancel = m_cancel] {
        if (request != m_requests)
            return;
        ShownFrame shown;
        shown.record = record;
        try {
            if (!m_eye || !m_eye->isFor(flight, settings))
                m_eye = std::make_shared<Eye>(flight, settings, cancel);
            const Frame frame = m_eye->frame(record);
            shown.picture = shownPicture(frame.picture);
            tell(request, shown);
            if (request != m_requests || frame.picture.empty())
                return;
            shown.record = m_eye->placed(record, frame, settings.track);
        } catch (const std::exception&) {
            return;  // what is wrong with the telemetry is said beside the settings of the run
        }
        tell(request, shown);
    });
}

}  // namespace sheen
