#pragma once

#include <QProcess>
#include <QString>

namespace sheen::test {

/** What a program ended with. */
struct Outcome
{
    int status = -1;  //!< -1: it did not end; -2: it crashed
    QString out;
    QString err;  //!< without white space around it
};

/** Waits for a program that was started; kills one that does not end within a quarter of an hour. */
inline Outcome finished(QProcess& process)
{
    Outcome outcome;
    if (!process.waitForFinished(900000)) {
        process.kill();
        process.waitForFinished();
        return outcome;
    }
    outcome.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    outcome.out = QString::fromLocal8Bit(process.readAllStandardOutput());
    outcome.err = QString::fromLocal8Bit(process.readAllStandardError()).trimmed();
    return outcome;
}

}  // namespace sheen::test
