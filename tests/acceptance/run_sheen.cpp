#include "run_sheen.h"

#include <sys/resource.h>

#include <QElapsedTimer>
#include <QProcess>
#include <stdexcept>

namespace acceptance {

namespace {

/** Of all programs that were started from here and have ended. */
double cpuSecondsOfPrograms()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval& time) {
        return double(time.tv_sec) + 1e-6 * double(time.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

ProgramTime runProgram(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    const double cpuBefore = cpuSecondsOfPrograms();
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    if (!process.waitForStarted())
        throw std::runtime_error(program.toStdString() + " cannot be started");
    process.closeWriteChannel();
    const std::string command = "sheen " + arguments.value(0).toStdString();
    constexpr int longestMilliseconds = 20 * 60 * 1000;
    if (!process.waitForFinished(longestMilliseconds)) {
        process.kill();
        process.waitForFinished();
        throw std::runtime_error(command + " did not end within twenty minutes");
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        throw std::runtime_error(command +
                                 QStringLiteral(" ended with status %1: %2")
                                     .arg(process.exitCode())
                                     .arg(QString::fromUtf8(process.readAllStandardError().right(2000)))
                                     .toStdString());
    return {double(timer.elapsed()) / 1000, cpuSecondsOfPrograms() - cpuBefore};
}

ProgramTime runSheen(const QString& program, const FlightTruth& flight, const QString& outFolder,
                     const QStringList& more)
{
    QStringList arguments{"run", flight.recording, "--out", outFolder, "--quiet"};
    if (flight.isFolder)
        arguments << "--interval" << QString::number(flight.interval);
    else
        arguments << "--every"
                  << "0.5";
    return runProgram(program, arguments + more);
}

}  // namespace acceptance
