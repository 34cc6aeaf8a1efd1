#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace sheen {

/** What one task does: a flight, a part of one, or what is left of a flight once its parts are there. */
struct ArchiveTask
{
    QString flight;      //!< absolute path of the recording
    int firstFrame = 0;  //!< of the part, counted among the frames that are run
    int endFrame = -1;   //!< exclusive; -1: no part
    bool joins = false;  //!< puts the parts together and finishes the flight
    bool isPart() const { return endFrame >= 0; }
};

/** Files of a job array. */
struct SlurmJobs
{
    QString tasks;  //!< the list that readTasks() reads
    QString array;  //!< script: a task each; without those that join
    QString rest;   //!< script: what is left once all have ended
};

/**
 * Writes the list of tasks and the scripts of a job array into a folder. `tasks`: those that join parts are
 * the last. `command`: program and arguments of `sheen archive`; a task is added as `--task N`, counted
 * from 1. Throws Error: not writable.
 */
SlurmJobs writeJobs(const std::vector<ArchiveTask>& tasks, const QStringList& command, const QString& folder);

/** Throws Error(Unreadable) where the list cannot be read, or is damaged. */
std::vector<ArchiveTask> readTasks(const QString& list);

/**
 * Hands a job array to Slurm (sbatch); for each task that joins a job that is begun when the parts of its
 * flight have ended, while others go on; and the job for what is left, when all have ended, each in whatever
 * way. Returns the number of the last one. Throws Error with what sbatch says.
 */
QString submit(const SlurmJobs& jobs, const std::vector<ArchiveTask>& tasks);

}  // namespace sheen
