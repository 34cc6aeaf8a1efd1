#pragma once

#include <QDateTime>
#include <QLockFile>
#include <QString>
#include <memory>
#include <optional>

namespace sheen {

/** Who works on a workspace. */
struct WorkspaceHolder
{
    QString person;  //!< the owner of the lock file, as the system knows him; empty where not known
    QString host;
    qint64 process = 0;
    QDateTime since;  //!< local time
};

/**
 * Marks a workspace as worked on by one window: a file NAME.lock beside it, as long as this lives. One left
 * by a program that is gone is taken over. Holds nobody off who does not ask.
 */
class WorkspaceLock
{
public:
    /** Nullptr where another window has it, and where no file can be written beside it (then nobody can
     * change the workspace either: SQLite needs files beside it, too). */
    static std::unique_ptr<WorkspaceLock> take(const QString& workspacePath);
    /** Another window, or another program; nothing where nobody has it, or it is this window's own. */
    static std::optional<WorkspaceHolder> holderOf(const QString& workspacePath);

    const QString& workspacePath() const { return m_path; }

private:
    explicit WorkspaceLock(const QString& workspacePath);

    QString m_path;
    QLockFile m_file;
};

}  // namespace sheen
