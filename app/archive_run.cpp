#include "archive_run.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <algorithm>

#include "archive/catalogue.h"
#include "archive/slurm_jobs.h"
#include "archive/stac.h"
#include "archive_command_text.h"
#include "archive_plan.h"
#include "base/error.h"
#include "child_run.h"
#include "console.h"
#include "detect/model_file.h"
#include "flight/flight.h"
#include "output_folder.h"
#include "progress_report.h"
#include "recording/joining.h"
#include "run_model.h"

namespace sheen {

namespace {

/** Of the last part: to the end of the flight, however many frames it has. */
constexpr int toTheEnd = 1 << 30;

class ArchiveRun
{
public:
    ArchiveRun(const ArchiveOptions& options, const Cancel& cancel)
        : m_options(options),
          m_cancel(cancel),
          m_progress(options.run.json, options.run.quiet),
          m_output(outputFolder()),
          m_plan(plan()),
          m_wanted(m_options.run, chooseRunModel(m_options.run, std::nullopt, m_progress).card())
    {}

    ExitStatus execute()
    {
        if (m_options.task > 0)
            return runTask();
        return m_options.slurm ? submitAll() : runAll();
    }

private:
    /** Made only where there is something to run. */
    QString outputFolder() const
    {
        if (!QFileInfo(m_options.run.flight).isDir())
            throw Error(
                ArchiveCommandText::tr("There is no folder \"%1\". Name one with recordings below it.")
                    .arg(m_options.run.flight),
                ErrorKind::Unreadable);
        return prepareOutputFolder(m_options.run.outputFolder);
    }

    std::vector<PlannedFlight> plan() const
    {
        std::vector<PlannedFlight> flights = planFlights(m_options.run.flight, m_output, m_cancel);
        if (flights.empty() && !m_cancel.requested())
            throw Error(
                ArchiveCommandText::tr("There is no recording below \"%1\".").arg(m_options.run.flight),
                ErrorKind::Unreadable);
        return flights;
    }

    QString slurmFolder() const { return m_output + QStringLiteral("/slurm"); }
    QString tasksPath() const { return slurmFolder() + QStringLiteral("/tasks.jsonl"); }
    QString cataloguePath() const { return m_output + QStringLiteral("/catalogue.gpkg"); }

    ExitStatus runAll()
    {
        const std::unique_ptr<Catalogue> catalogue = Catalogue::open(cataloguePath());
        QStringList paths;
        for (const PlannedFlight& flight : m_plan)
            paths << flight.path;
        catalogue->keepOnly(paths);
        m_known = catalogue->find();
        int failed = 0;
        for (std::size_t i = 0; i < m_plan.size() && !m_cancel.requested(); ++i) {
            const FlightEntry entry = finish(m_plan[i], *catalogue, int(i));
            failed += entry.state == FlightState::Failed ? 1 : 0;
        }
        writeStac(catalogue->find(), m_output + QStringLiteral("/stac"));
        return conclude(failed);
    }

    /** Brings a flight to its end, and into the catalogue. */
    FlightEntry finish(const PlannedFlight& flight, Catalogue& catalogue, int number)
    {
        const bool kept = m_wanted.isDone(flight);
        if (kept && isKnown(flight)) {
            report(number, FlightState::Done, QString(), true);
            return {};
        }
        const ChildOutcome outcome = kept ? ChildOutcome() : runHere(flight, number);
        FlightEntry entry;
        if (m_cancel.requested() && !m_wanted.isDone(flight))
            return entry;
        try {
            entry = isRun(outcome) ? entryOf(flight.path, flight.workspace())
                                   : failedEntry(flight.path, sentenceOf(outcome));
        } catch (const Error& error) {
            entry = failedEntry(flight.path, error.sentence());
        }
        catalogue.put(entry);
        report(number, entry.state, entry.sentence, kept);
        return entry;
    }

    static bool isRun(const ChildOutcome& outcome)
    {
        return outcome.status == int(ExitStatus::Done) || outcome.status == int(ExitStatus::NothingPlaced);
    }

    static QString sentenceOf(const ChildOutcome& outcome)
    {
        if (outcome.status != -1 && !outcome.sentence.isEmpty())
            return outcome.sentence;
        return ArchiveCommandText::tr("The run of the flight crashed (%1). Run it alone to see why.")
            .arg(outcome.sentence.isEmpty() ? ArchiveCommandText::tr("nothing was said") : outcome.sentence);
    }

    /** Whether the catalogue has it as it is: it may have been reviewed since. */
    bool isKnown(const PlannedFlight& flight) const
    {
        return std::any_of(m_known.begin(), m_known.end(), [&flight](const FlightEntry& entry) {
            return entry.path == flight.path && entry.state == FlightState::Done &&
                   entry.workspace == flight.workspace() &&
                   entry.notedUtc >= QFileInfo(entry.workspace).lastModified();
        });
    }

    /** Goes on where an earlier run of the flight, or of its parts, stopped. */
    ChildOutcome runHere(const PlannedFlight& flight, int number)
    {
        const std::vector<RunPart> parts = partsOf(flight);
        if (!parts.empty() && !m_wanted.canBeResumed(flight)) {
            for (const RunPart& part : parts) {
                const ChildOutcome outcome = runPart(flight, part, number);
                if (outcome.status != int(ExitStatus::Done))
                    return outcome;
            }
            QStringList workspaces;
            for (const RunPart& part : parts)
                workspaces << flight.partFolder(part.first, part.end) + QStringLiteral("/sheen.gpkg");
            joinParts(workspaces, flight.workspace());
        }
        const ChildOutcome outcome = runWhole(flight, number);
        if (isRun(outcome))
            QDir(flight.folder + QStringLiteral("/.parts")).removeRecursively();
        return outcome;
    }

    ChildOutcome runWhole(const PlannedFlight& flight, int number)
    {
        QStringList arguments;
        if (m_wanted.canBeResumed(flight)) {
            arguments = QStringList{QStringLiteral("resume"),   flight.workspace(),
                                    QStringLiteral("--flight"), flight.path,
                                    QStringLiteral("--device"), m_options.run.device};
            if (!m_options.run.model.isEmpty())
                arguments << QStringLiteral("--model") << m_options.run.model;
            if (m_options.run.threads > 0)
                arguments << QStringLiteral("--threads") << QString::number(m_options.run.threads);
        } else {
            arguments =
                QStringList{QStringLiteral("run"), flight.path, QStringLiteral("--out"), flight.folder} +
                m_options.passedOn;
        }
        return child(arguments, number);
    }

    ChildOutcome runPart(const PlannedFlight& flight, RunPart part, int number)
    {
        const QString folder = flight.partFolder(part.first, part.end);
        if (isWholePart(folder + QStringLiteral("/sheen.gpkg"), part))
            return {};
        QDir(folder).removeRecursively();  // one that was broken off is begun anew
        return child(
            QStringList{QStringLiteral("run"), flight.path, QStringLiteral("--out"), folder,
                        QStringLiteral("--part"), QStringLiteral("%1:%2").arg(part.first).arg(part.end)} +
                m_options.passedOn,
            number);
    }

    ChildOutcome child(const QStringList& arguments, int number)
    {
        return runChild(
            arguments + QStringList{QStringLiteral("--json")},
            [&](int done, int expected) {
                m_progress.state(ArchiveCommandText::tr("flight %1 of %2 (%3): %4 of %5 frames")
                                     .arg(QString::number(number + 1), QString::number(m_plan.size()),
                                          QFileInfo(m_plan[std::size_t(number)].path).fileName(),
                                          QString::number(done), QString::number(expected)));
            },
            m_cancel);
    }

    /** Of a flight that a job array runs in parts; empty where there is none. */
    std::vector<RunPart> partsOf(const PlannedFlight& flight) const
    {
        std::vector<RunPart> parts;
        if (!QFileInfo::exists(tasksPath()))
            return parts;
        for (const ArchiveTask& task : readTasks(tasksPath())) {
            if (task.isPart() && task.flight == flight.path)
                parts.push_back({task.firstFrame, task.endFrame});
        }
        return parts;
    }

    ExitStatus runTask()
    {
        const std::vector<ArchiveTask> tasks = readTasks(tasksPath());
        if (m_options.task > int(tasks.size()))
            throw Error(
                ArchiveCommandText::tr("There is no task %1 in \"%2\".").arg(m_options.task).arg(tasksPath()),
                ErrorKind::Usage);
        const ArchiveTask& task = tasks[std::size_t(m_options.task - 1)];
        const auto flight = std::find_if(m_plan.begin(), m_plan.end(), [&task](const PlannedFlight& planned) {
            return planned.path == task.flight;
        });
        if (flight == m_plan.end())
            throw Error(
                ArchiveCommandText::tr("The recording \"%1\" is not there any more.").arg(task.flight),
                ErrorKind::Unreadable);
        const int number = int(flight - m_plan.begin());
        if (m_wanted.isDone(*flight))
            return ExitStatus::Done;
        const ChildOutcome outcome = task.isPart()
                                         ? runPart(*flight, {task.firstFrame, task.endFrame}, number)
                                         : runWhole(*flight, number);
        if (!isRun(outcome))
            printToStderr(sentenceOf(outcome));
        return outcome.status < 0 ? ExitStatus::Stopped : ExitStatus(outcome.status);
    }

    ExitStatus submitAll()
    {
        std::vector<SizedTask> sized;
        for (const PlannedFlight& flight : m_plan) {
            if (m_cancel.requested())
                return ExitStatus::Cancelled;
            if (!m_wanted.isDone(flight))
                addTasks(flight, sized);
        }
        if (sized.empty())
            return runAll();
        // The longest first: a long one that is begun last would be waited for by all others.
        std::stable_sort(sized.begin(), sized.end(),
                         [](const SizedTask& a, const SizedTask& b) { return a.frames > b.frames; });
        std::vector<ArchiveTask> tasks;
        for (const SizedTask& one : sized)
            tasks.push_back(one.task);
        const QStringList command =
            QStringList{QCoreApplication::applicationFilePath(), QStringLiteral("archive"),
                        QDir(m_options.run.flight).absolutePath(), QStringLiteral("--out"), m_output} +
            m_options.passedOn;
        const SlurmJobs jobs = writeJobs(tasks, command, slurmFolder());
        const QString last = submit(jobs);
        m_progress.finished({{QStringLiteral("status"), 0},
                             {QStringLiteral("tasks"), int(tasks.size())},
                             {QStringLiteral("job"), last}});
        if (!m_progress.isJson() && !m_progress.isQuiet())
            printLine(ArchiveCommandText::tr(
                          "%n task(s) were handed to Slurm; job %1 writes the catalogue at the end.", nullptr,
                          int(tasks.size()))
                          .arg(last));
        return ExitStatus::Done;
    }

    struct SizedTask
    {
        ArchiveTask task;
        int frames = 0;  //!< about; of all parts of a flight the same, so that they stay in their order
    };

    /** Long flights in parts that are about as long as a task is wanted to be. */
    void addTasks(const PlannedFlight& flight, std::vector<SizedTask>& tasks) const
    {
        const int frames = expectedFrames(flight);
        const int parts = m_wanted.canBeResumed(flight)
                              ? 1
                              : (frames + m_options.framesPerTask - 1) / m_options.framesPerTask;
        if (parts < 2) {
            tasks.push_back({{flight.path}, frames});
            return;
        }
        for (int i = 0; i < parts; ++i) {
            const auto border = [&](int part) { return int(qint64(frames) * part / parts); };
            tasks.push_back(
                {{flight.path, border(i), i + 1 < parts ? border(i + 1) : toTheEnd}, frames / parts});
        }
    }

    /** 0 where that is not known, or the flight cannot be opened: its task says why. */
    int expectedFrames(const PlannedFlight& flight) const
    {
        try {
            FrameSelection selection = m_options.run.settings.selection;
            if (flight.isVideo)
                selectByDefault(selection);
            const auto opened =
                Flight::open(flight.path, selection.folderIntervalSeconds, &m_cancel, selection.videoStream);
            return opened->frames(selection)->expectedFrames();
        } catch (const Error&) {
            return 0;
        }
    }

    void report(int number, FlightState state, const QString& sentence, bool kept)
    {
        const QString& path = m_plan[std::size_t(number)].path;
        m_progress.event("flight", {{QStringLiteral("flight"), path},
                                    {QStringLiteral("state"), flightStateName(state)},
                                    {QStringLiteral("kept"), kept},
                                    {QStringLiteral("sentence"), sentence}});
        if (!sentence.isEmpty())
            m_progress.notice(sentence);
    }

    ExitStatus conclude(int failed)
    {
        ExitStatus status = failed > 0 ? ExitStatus::Stopped : ExitStatus::Done;
        if (m_cancel.requested())
            status = ExitStatus::Cancelled;
        m_progress.finished({{QStringLiteral("status"), int(status)},
                             {QStringLiteral("flights"), int(m_plan.size())},
                             {QStringLiteral("failed"), failed},
                             {QStringLiteral("folder"), m_output}});
        if (status == ExitStatus::Cancelled)
            printToStderr(ArchiveCommandText::tr(
                "Cancelled; what was done is kept, and goes on when it is asked for again."));
        else if (failed > 0)
            printToStderr(
                ArchiveCommandText::tr("%n flight(s) could not be run; \"%1\" tells why.", nullptr, failed)
                    .arg(cataloguePath()));
        else if (!m_progress.isJson() && !m_progress.isQuiet())
            printLine(ArchiveCommandText::tr("%n flight(s) are in \"%1\".", nullptr, int(m_plan.size()))
                          .arg(cataloguePath()));
        return status;
    }

    ArchiveOptions m_options;
    const Cancel& m_cancel;
    ProgressReport m_progress;
    const QString m_output;
    const std::vector<PlannedFlight> m_plan;
    const WantedRun m_wanted;
    std::vector<FlightEntry> m_known;  //!< what the catalogue had at the beginning
};

}  // namespace

ExitStatus runArchive(const ArchiveOptions& options, const Cancel& cancel)
{
    return ArchiveRun(options, cancel).execute();
}

}  // namespace sheen
