#include "recording/recorder.h"

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
    : m_workspace(std::move(workspace)), m_listener(std::move(listener))
{}

Recorder::~Recorder()
{
    flush();
}

void Recorder::add(FrameResult&& result, const RunProgress& progress)
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
    if (!std::exchange(m_writing, true))
        m_thread.submit([this] { writeWaiting(); });
}

void Recorder::finish()
{
    flush();
    if (m_failure)
        std::rethrow_exception(m_failure);
}

/** Waits until the thread has written what waits. */
void Recorder::flush()
{
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
    }
    m_changed.notify_all();
    m_thread.submit([] {}).wait();
}

/** One batch, not before the time for it has come. */
void Recorder::writeWaiting()
{
    std::vector<FrameResult> results;
    RunProgress progress;
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_until(lock, m_nextBatch, [this] { return m_finished; });
        results.assign(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(m_waiting.end()));
        m_waiting.clear();
        m_writing = false;
        if (m_failure)
            return;
        progress = m_progress;
    }
    m_changed.notify_all();
    m_nextBatch = std::chrono::steady_clock::now() + batchInterval;
    try {
        record(std::move(results), progress);
    } catch (...) {  // also what is no Error: add() and finish() throw it on
        const std::lock_guard lock(m_mutex);
        m_failure = std::current_exception();
    }
    m_changed.notify_all();
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
