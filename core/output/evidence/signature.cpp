// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/signature.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QStringList>

namespace sheen {

namespace {

constexpr int stepMilliseconds = 200;
constexpr int patienceMilliseconds = 120000;  //!< somebody may have to type a password

struct GpgRun
{
    bool done = false;  //!< ended by itself
    int status = -1;
    QString output;
    QString errors;
};

GpgRun runGpg(const QStringList& arguments, const Cancel* cancel = nullptr)
{
    GpgRun run;
    const QString program = QStandardPaths::findExecutable(QStringLiteral("gpg"));
    if (program.isEmpty())
        return run;
    QProcess process;
    process.start(program, QStringList{QStringLiteral("--batch"), QStringLiteral("--no-tty")} + arguments);
    process.closeWriteChannel();
    QElapsedTimer time;
    time.start();
    while (!process.waitForFinished(stepMilliseconds)) {
        const bool failed = process.state() == QProcess::NotRunning;
        if (failed || (cancel && cancel->requested()) || time.elapsed() > patienceMilliseconds) {
            process.kill();
            process.waitForFinished(stepMilliseconds);
            return run;
        }
    }
    run.done = process.exitStatus() == QProcess::NormalExit;
    run.status = process.exitCode();
    run.output = QString::fromUtf8(process.readAllStandardOutput());
    run.errors = QString::fromUtf8(process.readAllStandardError());
    return run;
}

/** The words behind a status line "[GNUPG:] NAME words"; empty where there is none. */
QString statusWords(const QString& output, const char* name)
{
    const QString begin = QStringLiteral("[GNUPG:] %1 ").arg(QLatin1String(name));
    for (const QString& line : output.split(QLatin1Char('\n'))) {
        if (line.startsWith(begin))
            return line.mid(static_cast<int>(begin.size())).trimmed();
    }
    return {};
}

}  // namespace

SigningResult signFile(const QString& path, const Cancel* cancel)
{
    const GpgRun keys =
        runGpg({QStringLiteral("--with-colons"), QStringLiteral("--list-secret-keys")}, cancel);
    if (!keys.done || !(QLatin1Char('\n') + keys.output).contains(QLatin1String("\nsec:")))
        return {Signing::NoKey, {}};
    const GpgRun run =
        runGpg({QStringLiteral("--yes"), QStringLiteral("--armor"), QStringLiteral("--output"),
                path + QStringLiteral(".asc"), QStringLiteral("--detach-sign"), QStringLiteral("--"), path},
               cancel);
    if (run.done && run.status == 0)
        return {Signing::Signed, {}};
    return {Signing::Failed, run.errors.trimmed().section(QLatin1Char('\n'), -1)};
}

SignatureCheck checkSignature(const QString& path, const QString& signaturePath)
{
    const GpgRun run = runGpg({QStringLiteral("--status-fd"), QStringLiteral("1"), QStringLiteral("--verify"),
                               QStringLiteral("--"), signaturePath, path});
    if (!run.done)
        return {SignatureState::NotChecked, {}};
    for (const char* good : {"GOODSIG", "EXPKEYSIG", "EXPSIG"}) {
        if (const QString words = statusWords(run.output, good); !words.isEmpty())
            return {SignatureState::Good, words.section(QLatin1Char(' '), 1)};
    }
    if (const QString words = statusWords(run.output, "NO_PUBKEY"); !words.isEmpty())
        return {SignatureState::NotChecked, words};
    return {SignatureState::Bad, statusWords(run.output, "BADSIG").section(QLatin1Char(' '), 1)};
}

}  // namespace sheen
