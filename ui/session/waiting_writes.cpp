#include "ui/session/waiting_writes.h"

#include <exception>
#include <utility>

#include "base/error.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

constexpr int againMilliseconds = 5000;

}  // namespace

WaitingWrites::WaitingWrites(QObject* parent) : QObject(parent)
{
    m_again.setSingleShot(true);
    m_again.setInterval(againMilliseconds);
    connect(&m_again, &QTimer::timeout, this, &WaitingWrites::flush);
}

void WaitingWrites::setWorkspace(std::shared_ptr<Workspace> workspace)
{
    m_workspace = std::move(workspace);
}

void WaitingWrites::write(Write change)
{
    if (m_workspace && !m_workspace->canBeChanged()) {
        change(*m_workspace);  // says why not
        return;
    }
    m_waiting.push_back(std::move(change));
    flush();
}

bool WaitingWrites::flush()
{
    const QString reason = m_reason;
    while (!m_waiting.empty() && tryToWrite())
        m_waiting.pop_front();
    if (m_waiting.empty())
        m_reason.clear();
    else if (!m_held)
        m_again.start();
    if (std::exchange(m_toldCount, count()) != count() || reason != m_reason)
        Q_EMIT changed();
    return m_waiting.empty();
}

bool WaitingWrites::tryToWrite()
{
    if (!m_workspace || m_held)
        return false;
    try {
        m_waiting.front()(*m_workspace);
        return true;
    } catch (const Error& error) {
        m_reason = error.sentence();
    } catch (const std::exception& error) {
        m_reason = tr("%1 could not be written (%2).")
                       .arg(m_workspace->path(), QString::fromLocal8Bit(error.what()));
    }
    return false;
}

void WaitingWrites::setHeld(bool held)
{
    m_held = held;
    if (!held && !m_waiting.empty())
        flush();
}

void WaitingWrites::drop()
{
    m_waiting.clear();
    m_again.stop();
    m_held = false;
    flush();
}

}  // namespace sheen
