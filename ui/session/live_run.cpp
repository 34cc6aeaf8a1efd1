#include "live_run.h"

#include <utility>

namespace sheen {

namespace {

constexpr int fetchIntervalMilliseconds = 200;

}  // namespace

LiveRun::LiveRun(QObject* parent) : QObject(parent), m_thread(QStringLiteral("run"))
{
    m_fetchTimer.setInterval(fetchIntervalMilliseconds);
    connect(&m_fetchTimer, &QTimer::timeout, this, &LiveRun::fetchFrames);
}

LiveRun::~LiveRun()
{
    stop();
}

void LiveRun::stop()
{
    cancel();
    m_thread.stop();
}

void LiveRun::start(RunTask task)
{
    m_cancel = task.cancel = std::make_shared<Cancel>();
    m_mailbox = task.mailbox = std::make_shared<FrameMailbox>();
    m_running = true;
    m_thread.post([this, task = std::move(task)] {
        auto outcome = std::make_shared<RunOutcome>(perform(task));
        QMetaObject::invokeMethod(
            this, [this, outcome] { end(*outcome); }, Qt::QueuedConnection);
    });
    m_fetchTimer.start();
}

void LiveRun::cancel()
{
    if (m_running)
        m_cancel->request();
}

void LiveRun::fetchFrames()
{
    const FrameMailbox::Delivery delivery = m_mailbox->take();
    m_workspace = delivery.workspace;
    if (!delivery.frames.empty())
        Q_EMIT framesArrived(delivery.frames, delivery.progress);
}

void LiveRun::end(RunOutcome& outcome)
{
    m_fetchTimer.stop();
    fetchFrames();
    m_mailbox.reset();
    m_workspace.reset();
    m_running = false;
    Q_EMIT ended(outcome, m_cancel->requested());
}

}  // namespace sheen
