#pragma once

#include <QThread>
#include <functional>

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

private:
    QThread m_thread;
    QObject* m_context = nullptr;  //!< lives in m_thread
};

}  // namespace sheen
