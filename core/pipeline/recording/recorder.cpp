#include "recording/recorder.h"

#include <chrono>
#include <iterator>
#include <utility>

#include "workspace/workspace.h"

namespace sheen {

namespace {

constexpr auto batchInterval = std::chrono::milliseconds(250);
/** Class maps of frames that wait longer are given up; their masks are kept all the same. */
constexpr std::size_t mostWaitingMaps = 16;
constexpr std::size_t mostWaiting = 256;  //!< frames

}  // namespace

Recorder::Recorder(std::shared_ptr<Workspace> workspace, RecordedListener listener)
    : m_workspace(std::move(workspace)), m_listener(std::move(listener)), m_thread([this] { work(); })
{}

Recorder::~Recorder()
{
    join();
}

void Recorder::add(FrameResult&& result, const RunProgress& progress)
{
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting.size() < mostWaiting || m_failure; });
        if (m_failure)
            std::rethrow_exception(m_failure);
        if (!m_waiting.empty())
            m_waiting.back().picture.release();
        if (m_waiting.size() >= mostWaitingMaps)
            m_waiting[m_waiting.size() - mostWaitingMaps].segmentation = {};
        result.segmentation.confidence.release();
        m_waiting.push_back(std::move(result));
        m_progress = progress;
    }
    m_changed.notify_all();
}

void Recorder::finish()
{
    join();
    if (m_failure)
        std::rethrow_exception(m_failure);
}

void Recorder::join()
{
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Recorder::work()
{
    for (;;) {
        std::vector<FrameResult> results;
        RunProgress progress;
        bool last = false;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_finished || !m_waiting.empty(); });
            results.assign(std::make_move_iterator(m_waiting.begin()),
                           std::make_move_iterator(m_waiting.end()));
            m_waiting.clear();
            progress = m_progress;
            last = m_finished;
        }
        m_changed.notify_all();
        const auto started = std::chrono::steady_clock::now();
        try {
            if (!results.empty())
                record(std::move(results), progress);
        } catch (...) {  // also what is no Error: a thread must not end by it
            const std::lock_guard lock(m_mutex);
            m_failure = std::current_exception();
            m_waiting.clear();
            last = true;
        }
        if (last) {
            m_changed.notify_all();
            return;
        }
        std::unique_lock lock(m_mutex);
        m_changed.wait_until(lock, started + batchInterval, [this] { return m_finished; });
    }
}

void Recorder::record(std::vector<FrameResult>&& results, const RunProgress& progress)
{
    std::vector<FrameRecord> records;
    std::vector<QByteArray> masks;
    for (FrameResult& result : results) {
        records.push_back(result.record);
        masks.push_back(std::exchange(result.maskPng, {}));
    }
    m_workspace->append(records, masks);
    if (m_listener)
        m_listener(std::move(results), progress);
}

}  // namespace sheen
