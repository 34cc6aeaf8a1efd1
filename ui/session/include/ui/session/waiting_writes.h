#pragma once

#include <QObject>
#include <QTimer>
#include <deque>
#include <functional>
#include <memory>

namespace sheen {

class Workspace;

/**
 * What is written of the results that are open: at once, or, where that fails (a full disk, a folder that is
 * gone, a drive that is away), in the same order as soon as it can be. Until then it waits here, in memory,
 * and everything goes on. Lives in the widgets' thread.
 */
class WaitingWrites : public QObject
{
    Q_OBJECT

public:
    using Write = std::function<void(Workspace&)>;

    explicit WaitingWrites(QObject* parent);

    /** From now on into this one; what waits waits for it. */
    void setWorkspace(std::shared_ptr<Workspace> workspace);

    /**
     * Writes, or keeps what is to be written; each should be one transaction. Throws Error, with nothing
     * kept, where the workspace was opened for reading only.
     */
    void write(Write change);

    /** Writes what waits. False where something still does. */
    bool flush();
    /** While held, everything waits: the workspace is being copied. */
    void setHeld(bool held);
    void drop();  //!< what waits is lost

    int count() const { return static_cast<int>(m_waiting.size()); }
    /** Why, in a sentence; empty where nothing waits, or only for the end of a copy. */
    const QString& reason() const { return m_reason; }

Q_SIGNALS:
    void changed();  //!< count() or reason()

private:
    bool tryToWrite();

    std::shared_ptr<Workspace> m_workspace;
    std::deque<Write> m_waiting;
    QString m_reason;
    int m_toldCount = 0;  //!< of the last changed()
    bool m_held = false;
    QTimer m_again;
};

}  // namespace sheen
