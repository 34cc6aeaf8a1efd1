#include "detect/load_trial.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <atomic>
#include <mutex>
#include <set>

#include "base/cancel.h"
#include "base/error.h"
#include "detect/accepted_models.h"
#include "detect/model_file.h"
#include "detector_text.h"

namespace sheen {

namespace {

std::atomic<bool> enabled{false};

[[noreturn]] void refuseTrial(const QString& sentence)
{
    throw Error(sentence, ErrorKind::Unreadable);
}

/** Whether the process came to its end in time; where not, or cancelled, it is killed. */
bool waitForEnd(QProcess& process, int mostSeconds, const Cancel& cancel)
{
    constexpr int stepMilliseconds = 50;
    QElapsedTimer timer;
    timer.start();
    while (!process.waitForFinished(stepMilliseconds) && process.state() != QProcess::NotRunning) {
        const bool late = timer.hasExpired(1000LL * mostSeconds);
        if (!late && !cancel.requested())
            continue;
        process.kill();
        process.waitForFinished();
        return !late;
    }
    return true;
}

void load(const QString& path, const Cancel& cancel)
{
    constexpr int mostSeconds = 120;
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("model"), QStringLiteral("--check"), path});
    if (!process.waitForStarted())
        return;  // no room for another process: then it is loaded without a trial
    const bool inTime = waitForEnd(process, mostSeconds, cancel);
    // Looked at first: Ctrl+C in a terminal ends both processes, which is no crash.
    if (cancel.requested())
        throw Error(DetectorText::tr("Loading the model was cancelled."), ErrorKind::Cancelled);
    if (!inTime)
        refuseTrial(
            DetectorText::tr(
                "The model \"%1\" was tried on an empty picture and had no answer after %2 seconds, so "
                "it is not used. Choose another model.")
                .arg(path, QString::number(mostSeconds)));
    if (process.exitStatus() == QProcess::CrashExit)
        refuseTrial(
            DetectorText::tr(
                "The model \"%1\" was tried in a process of its own and crashed it, so it is not used: the "
                "file is damaged, or somebody has tampered with it. Get it again from where it came.")
                .arg(path));
    if (process.exitCode() != 0)
        refuseTrial(QString::fromLocal8Bit(process.readAllStandardError()).trimmed());
}

}  // namespace

void enableLoadTrials()
{
    enabled = true;
}

void tryInOwnProcess(const ModelFile& file, const Cancel& cancel)
{
    static std::mutex mutex;
    static std::set<QString> good;
    if (!enabled || isShippedModel(file.sha256()))
        return;
    {
        const std::lock_guard<std::mutex> lock(mutex);
        if (good.count(file.sha256()) > 0)
            return;
    }
    load(file.path(), cancel);
    const std::lock_guard<std::mutex> lock(mutex);
    good.insert(file.sha256());
}

}  // namespace sheen
