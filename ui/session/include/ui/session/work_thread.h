#pragma once

#include <QString>
#include <functional>
#include <memory>

namespace sheen {

/** A thread of its own for long work, task after task; keeps such work out of Qt's global pool, which draws
 * the map. */
class WorkThread
{
public:
    explicit WorkThread(const QString& name);
    ~WorkThread();  //!< stops

    WorkThread(const WorkThread&) = delete;
    WorkThread& operator=(const WorkThread&) = delete;

    /** Tasks run one at a time, in the order in which they were given; they must not throw. */
    void post(std::function<void()> task);

    /** Waits for the task under way; tasks that have not begun are dropped. */
    void stop();

    /**
     * Stops without waiting: the thread ends by itself after the task under way, which must use nothing that
     * is gone by then. Only the end of the program waits for it.
     */
    void abandon();

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;  //!< nullptr once it is stopped
};

}  // namespace sheen
