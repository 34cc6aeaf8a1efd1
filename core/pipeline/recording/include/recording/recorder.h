#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "base/stage_thread.h"
#include "run/run.h"

namespace sheen {

class Workspace;

/** Takes frames that are on the disk, in order, a few batches a second, from the recorder's thread. Does not
 * throw. */
using RecordedListener = std::function<void(std::vector<FrameResult>&& frames, const RunProgress& progress)>;

/**
 * Writes the frames of a run to its workspace on a thread of its own, a few batches a second, and hands them
 * on: what was shown is on the disk. The pipeline waits only where the disk is so slow that too many frames
 * have gathered.
 */
class Recorder
{
public:
    Recorder(std::shared_ptr<Workspace> workspace, RecordedListener listener);
    /** Writes what was added, as far as it can. */
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    /**
     * Adds a frame, from one thread at a time. Of frames that wait only the newest keeps its picture, and a
     * few their class maps: a slow listener misses pictures, never records. Throws what writing an earlier
     * frame ended in.
     */
    void add(FrameResult&& result, const RunProgress& progress);

    /** Returns when everything added is written and handed on. Throws what writing ended in. */
    void finish();

private:
    void writeWaiting();
    void record(std::vector<FrameResult>&& results, const RunProgress& progress);
    void flush();

    const std::shared_ptr<Workspace> m_workspace;
    const RecordedListener m_listener;

    // Shared between the pipeline and the thread.
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<FrameResult> m_waiting;
    RunProgress m_progress;
    bool m_writing = false;   //!< the thread has been told to write what waits
    bool m_finished = false;  //!< batches wait for nothing more
    std::exception_ptr m_failure;

    std::chrono::steady_clock::time_point m_nextBatch;  //!< the thread's own
    StageThread m_thread;                               //!< last: it uses the others
};

}  // namespace sheen
