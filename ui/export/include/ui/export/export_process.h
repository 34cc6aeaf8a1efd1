// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <memory>

namespace sheen {

/** What an export ended with. */
struct ExportEnd
{
    int exitCode = 0;  //!< -1: it crashed or did not start
    bool crashed = false;
    bool cancelled = false;
    QString notStarted;  //!< why it could not be started; empty: it was
    QString words;       //!< notices and errors that it told, else the last lines of its stderr
};

/** `sheen export` as a process of its own: the window stays free, and the review may go on meanwhile. */
class ExportProcess : public QObject
{
    Q_OBJECT

public:
    explicit ExportProcess(QObject* parent = nullptr);
    ~ExportProcess() override;  //!< ends it

    /** What stands behind `sheen export` on the command line; --json is added. */
    void start(const QStringList& arguments);
    bool isRunning() const;
    /** Asks it to end; one that does not within 15 s is killed. ended() follows. */
    void cancel();
    bool isCancelled() const { return m_cancelled; }

Q_SIGNALS:
    void told(const QJsonObject& event);  //!< a line of what --json prints
    void ended(const ExportEnd& end);

private:
    void readProgress();
    void conclude(int exitCode, QProcess::ExitStatus status);

    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;  //!< of a line that has not ended yet
    QByteArray m_errors;
    QStringList m_sentences;  //!< notices and errors that the process reported
    bool m_cancelled = false;
};

}  // namespace sheen
