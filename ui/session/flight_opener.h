#pragma once

#include <QObject>
#include <atomic>
#include <memory>

#include "opening.h"
#include "saved_results.h"
#include "ui/session/model_memory.h"
#include "ui/session/work_thread.h"
#include "workspace/run_summary.h"

namespace sheen {

/**
 * Opens flights and results, and what else is read and written of a flight that is not run, in the
 * background: one after another, so that a flight opened next finds what was remembered before. Lives in the
 * widgets' thread.
 */
class FlightOpener : public QObject
{
    Q_OBJECT

public:
    explicit FlightOpener(QObject* parent);
    ~FlightOpener() override;  //!< stops
    void stop();

    /** `opened` or `openFailed` follows for the latest request; an earlier one that is under way is
     * cancelled. Arguments: see openPath. */
    void open(const QString& path, double folderIntervalSeconds);
    bool isOpening() const { return m_isOpening; }
    /** `openFailed` follows soon where something is being opened. */
    void cancel();

    /** What the first frames' telemetry says with these settings; `telemetryRead` follows for the latest
     * request. */
    void readTelemetryAgain(std::shared_ptr<const Flight> flight, const FlightPreview& preview,
                            const RunSettings& settings);

    void remember(const FlightMemory& flight, const ModelChoice& choice);

    /** See saveResults; `saved` follows. */
    void save(std::shared_ptr<const Workspace> results, ResultsInMemory memory, const QString& target);

    /** `runsListed` follows for the latest request. */
    void listRuns(const QString& workspacePath);

Q_SIGNALS:
    void opened(sheen::Opened& opened);  //!< may be moved from
    void openFailed(const QString& sentence);
    void telemetryRead(const std::shared_ptr<const sheen::Flight>& flight,
                       const sheen::FlightPreview& preview);
    void runsListed(const std::vector<sheen::RunSummary>& runs);
    void saved(sheen::SavedResults& saved, const QString& failure);  //!< may be moved from; or why not
    void failed(const QString& sentence);                            //!< could not be remembered

private:
    std::atomic<int> m_openings{0};  //!< requests
    std::atomic<int> m_readings{0};
    std::atomic<int> m_listings{0};
    std::shared_ptr<Cancel> m_cancel;  //!< of the latest opening; nullptr before the first
    bool m_isOpening = false;
    WorkThread m_thread;
};

}  // namespace sheen
