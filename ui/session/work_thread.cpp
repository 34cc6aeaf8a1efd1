#include "ui/session/work_thread.h"

namespace sheen {

WorkThread::WorkThread(const QString& name) : m_context(new QObject)
{
    m_thread.setObjectName(name);
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

WorkThread::~WorkThread()
{
    stop();
}

void WorkThread::stop()
{
    m_thread.requestInterruption();
    m_thread.quit();
    m_thread.wait();
    delete m_context;
    m_context = nullptr;
}

void WorkThread::post(std::function<void()> task)
{
    auto unlessStopped = [task = std::move(task)] {
        if (!QThread::currentThread()->isInterruptionRequested())
            task();
    };
    if (m_context)
        QMetaObject::invokeMethod(m_context, std::move(unlessStopped), Qt::QueuedConnection);
}

}  // namespace sheen
