#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

namespace sheen {

/**
 * One thread that does its tasks in the order in which they are handed in. A stage with threads of its own
 * (OpenMP's belong to the thread that calls them) stays on one thread this way, while oneTBB moves frames
 * between its workers as it likes.
 */
class StageThread
{
public:
    StageThread();
    /** Waits for the task under way; drops those that have not begun (their futures break). */
    ~StageThread();
    StageThread(const StageThread&) = delete;
    StageThread& operator=(const StageThread&) = delete;

    /** The task's result, or its exception, comes through the future. */
    template <typename Task>
    auto submit(Task task) -> std::future<decltype(task())>
    {
        auto packaged = std::make_shared<std::packaged_task<decltype(task())()>>(std::move(task));
        auto future = packaged->get_future();
        push([packaged] { (*packaged)(); });
        return future;
    }

private:
    void push(std::function<void()> task);
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks;
    bool m_ending = false;
    std::thread m_thread;  //!< last: it uses the others
};

}  // namespace sheen
