#include "workspace/workspace_lock.h"

#include <QFileInfo>

namespace sheen {

namespace {

QString lockPath(const QString& workspacePath)
{
    return QFileInfo(workspacePath).absoluteFilePath() + QStringLiteral(".lock");
}

}  // namespace

WorkspaceLock::WorkspaceLock(const QString& workspacePath)
    : m_path(QFileInfo(workspacePath).absoluteFilePath()), m_file(lockPath(workspacePath))
{
    m_file.setStaleLockTime(0);  // an analyst may look at one flight all day; only a program that is gone is
}

std::unique_ptr<WorkspaceLock> WorkspaceLock::take(const QString& workspacePath)
{
    std::unique_ptr<WorkspaceLock> lock(new WorkspaceLock(workspacePath));
    return lock->m_file.tryLock(0) ? std::move(lock) : nullptr;
}

std::optional<WorkspaceHolder> WorkspaceLock::holderOf(const QString& workspacePath)
{
    QLockFile probe(lockPath(workspacePath));
    probe.setStaleLockTime(0);
    if (probe.tryLock(0) || probe.error() != QLockFile::LockFailedError)
        return std::nullopt;
    WorkspaceHolder holder;
    QString program;
    probe.getLockInfo(&holder.process, &holder.host, &program);
    const QFileInfo file(lockPath(workspacePath));
    holder.person = file.owner();
    holder.since = file.lastModified();
    return holder;
}

}  // namespace sheen
