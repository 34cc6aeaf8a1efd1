#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

#include "run_task.h"
#include "ui/session/work_thread.h"

namespace sheen {

/**
 * The run under way: works in the background, while the window gets its frames a few times a second, as many
 * as have come since. One at a time. Lives in the widgets' thread.
 */
class LiveRun : public QObject
{
    Q_OBJECT

public:
    explicit LiveRun(QObject* parent);
    ~LiveRun() override;  //!< stops
    void stop();          //!< cancels, and waits for it

    /** `task`: its means of cancelling and its mailbox are the run's own. `ended` follows. */
    void start(RunTask task);
    void cancel();
    bool isRunning() const { return m_running; }
    /** Where the frames of the run under way are written; nullptr before the first and without a run. */
    const std::shared_ptr<Workspace>& workspace() const { return m_workspace; }

Q_SIGNALS:
    void framesArrived(const std::vector<sheen::ShownFrame>& frames, const sheen::RunProgress& progress);
    /** All frames have arrived; the outcome may be moved from. */
    void ended(sheen::RunOutcome& outcome, bool cancelled);

private:
    void fetchFrames();
    void end(RunOutcome& outcome);

    bool m_running = false;
    std::shared_ptr<Workspace> m_workspace;
    std::shared_ptr<Cancel> m_cancel;
    std::shared_ptr<FrameMailbox> m_mailbox;
    QTimer m_fetchTimer;
    WorkThread m_thread;
};

}  // namespace sheen
