#include "flight_opener.h"

#include <utility>

#include "base/error.h"
#include "ui/session/failure.h"

namespace sheen {

FlightOpener::FlightOpener(QObject* parent) : QObject(parent), m_thread(QStringLiteral("open"))
{}

FlightOpener::~FlightOpener()
{
    stop();
}

void FlightOpener::stop()
{
    ++m_openings;
    ++m_readings;
    ++m_listings;
    cancel();
    m_thread.stop();
}

void FlightOpener::open(const QString& path, double folderIntervalSeconds)
{
    const int request = ++m_openings;
    cancel();
    m_cancel = std::make_shared<Cancel>();
    m_isOpening = true;
    m_thread.post([this, path, folderIntervalSeconds, request, cancel = m_cancel] {
        auto result = std::make_shared<Opened>();
        QString failure;
        try {
            *result = openPath(path, folderIntervalSeconds, *cancel);
        } catch (const Error& error) {
            failure = error.sentence();
        } catch (const std::exception& error) {
            failure = tr("\"%1\" could not be opened: %2").arg(path, QString::fromLocal8Bit(error.what()));
        }
        QMetaObject::invokeMethod(
            this,
            [this, result, failure, request] {
                if (request != m_openings)
                    return;
                m_isOpening = false;
                if (failure.isEmpty())
                    Q_EMIT opened(*result);
                else
                    Q_EMIT openFailed(failure);
            },
            Qt::QueuedConnection);
    });
}

void FlightOpener::cancel()
{
    if (m_cancel)
        m_cancel->request();
}

void FlightOpener::readTelemetryAgain(std::shared_ptr<const Flight> flight, const FlightPreview& preview,
                                      const RunSettings& settings)
{
    const int request = ++m_readings;
    m_thread.post([this, flight = std::move(flight), read = preview, settings, request]() mutable {
        if (request != m_readings)
            return;
        const QString failure = failureOf([&] { readTelemetry(*flight, settings, read); });
        if (!failure.isEmpty())
            read.telemetryProblem = failure;
        QMetaObject::invokeMethod(
            this,
            [this, flight, read, request] {
                if (request == m_readings)
                    Q_EMIT telemetryRead(flight, read);
            },
            Qt::QueuedConnection);
    });
}

void FlightOpener::save(std::shared_ptr<const Workspace> results, ResultsInMemory memory,
                        const QString& target)
{
    m_thread.post([this, results = std::move(results), memory = std::move(memory), target]() mutable {
        auto copy = std::make_shared<SavedResults>();
        const QString failure = failureOf([&] { *copy = saveResults(*results, memory, target); });
        results.reset();
        QMetaObject::invokeMethod(
            this, [this, copy, failure] { Q_EMIT saved(*copy, failure); }, Qt::QueuedConnection);
    });
}

void FlightOpener::listRuns(const QString& workspacePath)
{
    const int request = ++m_listings;
    m_thread.post([this, workspacePath, request] {
        if (request != m_listings)
            return;
        const std::vector<RunSummary> runs = runsBeside(workspacePath);
        QMetaObject::invokeMethod(
            this,
            [this, runs, request] {
                if (request == m_listings)
                    Q_EMIT runsListed(runs);
            },
            Qt::QueuedConnection);
    });
}

void FlightOpener::remember(const FlightMemory& flight, const ModelChoice& choice)
{
    m_thread.post([this, flight, choice] {
        const QString failure = failureOf([&] { rememberModel(flight, choice); });
        if (!failure.isEmpty())
            QMetaObject::invokeMethod(
                this, [this, failure] { Q_EMIT failed(failure); }, Qt::QueuedConnection);
    });
}

}  // namespace sheen
