#include "archive/slurm_jobs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSaveFile>

#include "base/error.h"

namespace sheen {

namespace {

struct SlurmJobsText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::SlurmJobs)
};

void write(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0 || !file.flush() || !file.commit())
        throw Error(SlurmJobsText::tr(
                        "\"%1\" could not be written (%2). Make room on the disk or choose another folder.")
                        .arg(path, file.errorString()));
}

/** As a shell reads it back. */
QByteArray shellQuoted(const QString& word)
{
    QString inside = word;
    inside.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return '\'' + QFile::encodeName(inside) + '\'';
}

QByteArray commandLine(const QStringList& command)
{
    QByteArray line;
    for (const QString& word : command)
        line += (line.isEmpty() ? "" : " ") + shellQuoted(word);
    return line;
}

QString sbatch(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral("sbatch"), QStringList{QStringLiteral("--parsable")} + arguments);
    if (!process.waitForStarted())
        throw Error(SlurmJobsText::tr(
            "Slurm is not here: there is no program sbatch. Install slurm-client, or leave out "
            "--slurm."));
    constexpr int mostMilliseconds = 60000;
    const bool ended = process.waitForFinished(mostMilliseconds);
    const QString answer = QString::fromLocal8Bit(process.readAllStandardOutput()).trimmed();
    if (!ended || process.exitCode() != 0 || answer.isEmpty())
        throw Error(SlurmJobsText::tr("Slurm did not take the job: %1")
                        .arg(QString::fromLocal8Bit(process.readAllStandardError()).trimmed()));
    return answer.section(QLatin1Char(';'), 0, 0);  // a cluster's name may follow
}

}  // namespace

SlurmJobs writeJobs(const std::vector<ArchiveTask>& tasks, const QStringList& command, const QString& folder)
{
    if (!QDir().mkpath(folder))
        throw Error(SlurmJobsText::tr("The folder \"%1\" cannot be made. Choose one that can be written to.")
                        .arg(folder));
    const QDir directory(folder);
    SlurmJobs jobs{directory.filePath(QStringLiteral("tasks.jsonl")),
                   directory.filePath(QStringLiteral("array.sh")),
                   directory.filePath(QStringLiteral("rest.sh"))};
    QByteArray list;
    for (const ArchiveTask& task : tasks) {
        QJsonObject object{{QStringLiteral("flight"), task.flight}};
        if (task.isPart()) {
            object[QStringLiteral("first")] = task.firstFrame;
            object[QStringLiteral("end")] = task.endFrame;
        }
        list += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    write(jobs.tasks, list);
    const QByteArray line = commandLine(command);
    const QByteArray log = QFile::encodeName(directory.filePath(QStringLiteral("%A_%a.log")));
    write(jobs.array, "#!/bin/sh\n#SBATCH --job-name=sheen\n#SBATCH --array=1-" +
                          QByteArray::number(int(tasks.size())) + "\n#SBATCH --output=\"" + log +
                          "\"\nexec " + line + " --task \"$SLURM_ARRAY_TASK_ID\"\n");
    write(jobs.rest, "#!/bin/sh\n#SBATCH --job-name=sheen-rest\n#SBATCH --output=\"" +
                         QFile::encodeName(directory.filePath(QStringLiteral("rest_%j.log"))) + "\"\nexec " +
                         line + "\n");
    return jobs;
}

std::vector<ArchiveTask> readTasks(const QString& list)
{
    QFile file(list);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(
            SlurmJobsText::tr("The list of tasks \"%1\" cannot be read: %2.").arg(list, file.errorString()),
            ErrorKind::Unreadable);
    std::vector<ArchiveTask> tasks;
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    for (const QByteArray& line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        ArchiveTask task;
        task.flight = object.value(QStringLiteral("flight")).toString();
        task.firstFrame = object.value(QStringLiteral("first")).toInt(0);
        task.endFrame = object.value(QStringLiteral("end")).toInt(-1);
        if (task.flight.isEmpty())
            throw Error(
                SlurmJobsText::tr("The list of tasks \"%1\" is damaged. Hand the archive to Slurm again.")
                    .arg(list),
                ErrorKind::Unreadable);
        tasks.push_back(task);
    }
    return tasks;
}

QString submit(const SlurmJobs& jobs)
{
    const QString array = sbatch({jobs.array});
    return sbatch({QStringLiteral("--dependency=afterany:") + array, jobs.rest});
}

}  // namespace sheen
