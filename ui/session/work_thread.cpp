#include "ui/session/work_thread.h"

#include <QCoreApplication>
#include <QThread>

namespace sheen {

/** With an object that lives in it, to give it tasks. */
class WorkThread::Thread : public QThread
{
public:
    Thread() { m_context->moveToThread(this); }
    ~Thread() override
    {
        wait();
        delete m_context;
    }

    QObject* context() const { return m_context; }

    /** Drops the tasks that have not begun. */
    void end()
    {
        requestInterruption();
        quit();
    }

private:
    QObject* m_context = new QObject;
};

WorkThread::WorkThread(const QString& name) : m_thread(std::make_unique<Thread>())
{
    m_thread->setObjectName(name);
    m_thread->start();
}

WorkThread::~WorkThread()
{
    stop();
}

void WorkThread::stop()
{
    if (m_thread)
        m_thread->end();
    m_thread.reset();
}

void WorkThread::abandon()
{
    if (!m_thread)
        return;
    Thread* thread = m_thread.release();
    thread->setParent(QCoreApplication::instance());  // destroyed with it where it is still busy then
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->end();
}

void WorkThread::post(std::function<void()> task)
{
    auto unlessStopped = [task = std::move(task)] {
        if (!QThread::currentThread()->isInterruptionRequested())
            task();
    };
    if (m_thread)
        QMetaObject::invokeMethod(m_thread->context(), std::move(unlessStopped), Qt::QueuedConnection);
}

}  // namespace sheen
