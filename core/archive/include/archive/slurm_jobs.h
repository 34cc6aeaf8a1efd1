#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace sheen {

/** What one task of a job array does: a flight, or a part of one. */
struct ArchiveTask
{
    QString flight;      //!< absolute path of the recording
    int firstFrame = 0;  //!< of the part, counted among the frames that are run
    int endFrame = -1;   //!< exclusive; -1: the flight whole
    bool isPart() const { return endFrame >= 0; }
};

/** Files of a job array. */
struct SlurmJobs
{
    QString tasks;  //!< the list that readTasks() reads
    QString array;  //!< script: a task each
    QString rest;   //!< script: what is left once all have ended
};

/**
 * Writes the list of tasks and the scripts of a job array into a folder. `command`: program and arguments of
 * `sheen archive`; a task is added as `--task N`, counted from 1. Throws Error: not writable.
 */
SlurmJobs writeJobs(const std::vector<ArchiveTask>& tasks, const QStringList& command, const QString& folder);

/** Throws Error(Unreadable) where the list cannot be read, or is damaged. */
std::vector<ArchiveTask> readTasks(const QString& list);

/**
 * Hands both scripts to Slurm (sbatch), the second to be begun when the array has ended in whatever way.
 * Returns the number of the second job. Throws Error with what sbatch says.
 */
QString submit(const SlurmJobs& jobs);

}  // namespace sheen
