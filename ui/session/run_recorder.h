#pragma once

#include <QString>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "run/run.h"
#include "ui/session/shown_frame.h"

namespace sheen {

class MaskMosaic;
class Workspace;

/** Frames on their way to the window, which fetches them when it has time. Safe from any thread. */
class FrameMailbox
{
public:
    /** Only the newest picture is kept: a window that is slow misses pictures, never records. */
    void put(std::vector<ShownFrame>&& frames, const RunProgress& progress);

    struct Delivery
    {
        std::vector<ShownFrame> frames;
        RunProgress progress;
    };
    Delivery take();

private:
    std::mutex m_mutex;
    Delivery m_waiting;
};

/**
 * Takes frames from the pipeline without making it wait, and on a thread of its own writes them to the
 * workspace, paints their masks on the mosaic and hands them to the window: what was shown is on disk. A few
 * batches a second.
 */
class RunRecorder
{
public:
    RunRecorder(std::shared_ptr<Workspace> workspace, std::shared_ptr<MaskMosaic> masks,
                std::shared_ptr<FrameMailbox> mailbox, QVector<QRgb> colours, std::shared_ptr<Cancel> cancel);
    ~RunRecorder();

    /** From one thread of the pipeline at a time; returns at once. */
    void add(FrameResult&& result, const RunProgress& progress);

    /** Returns when everything added is written and handed over. */
    void finish();

    /** Why the workspace could not be written (the run was cancelled then); empty where it could. */
    QString failure() const { return m_failure; }

private:
    void work();
    void record(std::deque<FrameResult>&& results, const RunProgress& progress);

    const std::shared_ptr<Workspace> m_workspace;
    const std::shared_ptr<MaskMosaic> m_masks;
    const std::shared_ptr<FrameMailbox> m_mailbox;
    const QVector<QRgb> m_colours;
    const std::shared_ptr<Cancel> m_cancel;

    // Shared between the pipeline and the thread.
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<FrameResult> m_waiting;
    RunProgress m_progress;
    bool m_finished = false;

    QString m_failure;  //!< written by the thread, read after finish()
    std::thread m_thread;
};

}  // namespace sheen
