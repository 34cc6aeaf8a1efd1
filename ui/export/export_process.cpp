// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_process.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

namespace sheen {

namespace {

constexpr int patienceMilliseconds = 15000;

QString executable()
{
    const QString chosen = qEnvironmentVariable("SHEEN_EXECUTABLE");
    return chosen.isEmpty() ? QCoreApplication::applicationFilePath() : chosen;
}

/** The last lines of what the process said of an error. */
QString lastWords(const QByteArray& errors)
{
    QStringList lines;
    for (const QString& line : QString::fromUtf8(errors).split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            lines << line.trimmed();
    }
    return QStringList(lines.mid(qMax(0, lines.size() - 3))).join(QLatin1Char('\n'));
}

}  // namespace

ExportProcess::ExportProcess(QObject* parent) : QObject(parent)
{}

ExportProcess::~ExportProcess()
{
    if (!isRunning())
        return;
    m_process->disconnect(this);
    m_process->terminate();
    if (!m_process->waitForFinished(3000)) {
        m_process->kill();
        m_process->waitForFinished(1000);
    }
}

bool ExportProcess::isRunning() const
{
    return m_process && m_process->state() != QProcess::NotRunning;
}

void ExportProcess::start(const QStringList& arguments)
{
    m_output.clear();
    m_errors.clear();
    m_sentences.clear();
    m_cancelled = false;
    m_process = std::make_unique<QProcess>();
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &ExportProcess::readProgress);
    connect(m_process.get(), &QProcess::readyReadStandardError, this,
            [this] { m_errors += m_process->readAllStandardError(); });
    connect(m_process.get(), qOverload<int, QProcess::ExitStatus>(&QProcess::finished), this,
            &ExportProcess::conclude);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        ExportEnd end;
        end.exitCode = -1;
        end.notStarted = m_process->errorString();
        Q_EMIT ended(end);
    });
    m_process->start(executable(), QStringList{QStringLiteral("export")} + arguments +
                                       QStringList{QStringLiteral("--json")});
    m_process->closeWriteChannel();
}

void ExportProcess::cancel()
{
    if (!isRunning() || m_cancelled)
        return;
    m_cancelled = true;
    m_process->terminate();
    QTimer::singleShot(patienceMilliseconds, m_process.get(),
                       [process = m_process.get()] { process->kill(); });
}

void ExportProcess::readProgress()
{
    m_output += m_process->readAllStandardOutput();
    int end = 0;
    while ((end = static_cast<int>(m_output.indexOf('\n'))) >= 0) {
        const QJsonObject said = QJsonDocument::fromJson(m_output.left(end)).object();
        m_output.remove(0, end + 1);
        const QString event = said.value(QStringLiteral("event")).toString();
        if (event == QLatin1String("notice") || event == QLatin1String("error"))
            m_sentences << said.value(QStringLiteral("sentence")).toString();
        Q_EMIT told(said);
    }
}

void ExportProcess::conclude(int exitCode, QProcess::ExitStatus status)
{
    m_errors += m_process->readAllStandardError();
    readProgress();
    ExportEnd end;
    end.crashed = status == QProcess::CrashExit;
    end.exitCode = end.crashed ? -1 : exitCode;
    end.cancelled = m_cancelled;
    end.words = m_sentences.isEmpty() ? lastWords(m_errors) : m_sentences.join(QLatin1Char('\n'));
    Q_EMIT ended(end);
}

}  // namespace sheen
