#include "run_command.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <algorithm>
#include <chrono>
#include <optional>

#include "application.h"
#include "base/error.h"
#include "console.h"
#include "early_options.h"
#include "output_folder.h"
#include "outputs.h"
#include "platform/cpu_time.h"
#include "platform/interruption.h"
#include "platform/memory.h"
#include "progress_report.h"
#include "run/stage_times.h"
#include "run/thread_plan.h"
#include "run_model.h"
#include "run_options.h"
#include "sources/missing_telemetry.h"
#include "tables/summary.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::RunCommand)
};

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begun)
{
    return std::chrono::duration<double>(Clock::now() - begun).count();
}

/** What a run is done on. */
struct RunFlight
{
    std::unique_ptr<Flight> flight;
    std::optional<ModelChoice> model;  //!< of the workspace that is run again; nothing: it is none
};

RunFlight openFlight(const RunOptions& options, const Cancel& cancel)
{
    RunFlight result;
    QString path = options.flight;
    if (Workspace::isWorkspace(path)) {
        const std::unique_ptr<Workspace> workspace = Workspace::open(path);
        path = workspace->facts().flightPath;
        if (!QFileInfo::exists(path))
            throw Error(
                Text::tr("The recording \"%1\" of the workspace \"%2\" is not there any more. Name the "
                         "recording itself.")
                    .arg(path, options.flight),
                ErrorKind::Unreadable);
        result.model = modelChoiceOf(*workspace);
    }
    const FrameSelection& selection = options.settings.selection;
    result.flight = Flight::open(path, selection.folderIntervalSeconds, &cancel, selection.videoStream);
    return result;
}

/** Frames on their way into the workspace, in batches: each write is on disk when it returns. */
class Recorder
{
public:
    Recorder(const QString& path, const RunFacts& facts, ProgressReport& progress)
    {
        QString movedTo;
        m_workspace = Workspace::create(path, facts, &movedTo);
        if (!movedTo.isEmpty())
            progress.notice(Text::tr("The workspace of an earlier run was kept as \"%1\".").arg(movedTo));
    }

    void add(FrameRecord record)
    {
        constexpr double batchSeconds = 1;
        m_waiting.push_back(std::move(record));
        if (secondsSince(m_written) >= batchSeconds)
            flush();
    }

    void flush()
    {
        if (!m_waiting.empty())
            m_workspace->append(m_waiting);
        m_waiting.clear();
        m_written = Clock::now();
    }

    void finish(const RunResult& result)
    {
        flush();
        m_workspace->finish(result.facts, result.frames, result.slicks);
    }

private:
    std::unique_ptr<Workspace> m_workspace;
    std::vector<FrameRecord> m_waiting;
    Clock::time_point m_written = Clock::now();
};

class RunCommand
{
public:
    RunCommand(const RunOptions& options, Clock::time_point begun)
        : m_options(options), m_progress(options.json, options.quiet), m_begun(begun)
    {}

    ExitStatus execute(const Cancel& cancel)
    {
        try {
            return process(cancel);
        } catch (const Error& error) {
            m_progress.failed(error.sentence(), int(error.kind()));
            throw;
        }
    }

private:
    ExitStatus process(const Cancel& cancel)
    {
        const ThreadPlan plan = planThreads(m_options.threads);
        const QString folder = prepareOutputFolder(m_options.outputFolder);
        const auto [flight, earlierModel] = openFlight(m_options, cancel);
        if (flight->info().kind == FlightInfo::Kind::Video && !m_options.settings.selection.stride &&
            !m_options.settings.selection.everySeconds)
            m_options.settings.selection.everySeconds = 0.5;

        DetectorSettings detectorSettings;
        detectorSettings.device = m_options.device;
        detectorSettings.threads = plan.detect;
        detectorSettings.expectedPicture = flight->info().pictureSize;
        const std::unique_ptr<Detector> detector =
            loadRunModel(m_options, earlierModel, detectorSettings, m_progress, cancel);
        const double modelSeconds = secondsSince(m_begun);

        RunResult result = runPipeline(*flight, *detector, folder, cancel);
        result.facts.stageWallSeconds[QStringLiteral("start")] = modelSeconds;
        // Cancelled before the first frame: an earlier run's files in the folder stay as they are.
        if (!result.facts.cancelled || !result.frames.empty())
            writeAll(result, *flight, folder);
        return conclude(result, folder);
    }

    RunResult runPipeline(const Flight& flight, Detector& detector, const QString& folder,
                          const Cancel& cancel)
    {
        Run run(flight, detector, m_options.settings);
        RunFacts facts = run.facts();
        recordAcceptance(facts);
        std::optional<Recorder> recorder;
        const auto listener = [&](FrameResult&& frame, const RunProgress& progress) {
            if (!m_started)
                m_progress.started(facts, progress.framesExpected);
            m_started = true;
            // The workspace is begun with the first frame: until then a failure leaves everything as it was.
            if (!recorder && m_options.products.count(Product::GeoPackage) > 0)
                recorder.emplace(QDir(folder).filePath(QStringLiteral("sheen.gpkg")), facts, m_progress);
            m_progress.frameDone(frame.record, progress);
            if (recorder)
                recorder->add(std::move(frame.record));
        };
        RunResult result = run.execute(listener, cancel);
        recordAcceptance(result.facts);
        const Clock::time_point begun = Clock::now();
        if (recorder)
            recorder->finish(result);
        result.facts.stageWallSeconds[QStringLiteral("workspace")] = secondsSince(begun);
        return result;
    }

    /** A model is a program: who named it on the command line trusts it. */
    void recordAcceptance(RunFacts& facts) const
    {
        facts.settings[QStringLiteral("model_accepted")] = m_options.modelAcceptance;
    }

    void writeAll(RunResult& result, const Flight& flight, const QString& folder)
    {
        const Clock::time_point begun = Clock::now();
        const double cpuAtBegin = processCpuSeconds();
        const ProductInput input{result.facts, result.frames, result.slicks, &flight, m_options.mosaicOrder};
        writeOutputs(input, m_options.products, folder, m_progress);
        RunFacts& facts = result.facts;
        facts.stageWallSeconds[QStringLiteral("output")] = secondsSince(begun);
        facts.stageCpuSeconds[QStringLiteral("output")] = processCpuSeconds() - cpuAtBegin;
        facts.stageCpuSeconds[QStringLiteral("process")] = processCpuSeconds();
        facts.wallSeconds = secondsSince(m_begun);
        facts.peakMemoryMiB = std::max(facts.peakMemoryMiB, peakMemoryMiB());
        writeSummary(facts, result.slicks, QDir(folder).filePath(QStringLiteral("summary.json")));
    }

    ExitStatus conclude(const RunResult& result, const QString& folder)
    {
        ExitStatus status = ExitStatus::Done;
        if (result.facts.cancelled)
            status = ExitStatus::Cancelled;
        else if (result.facts.framesPlaced == 0)
            status = ExitStatus::NothingPlaced;
        m_progress.finished({{QStringLiteral("status"), int(status)},
                             {QStringLiteral("frames_done"), result.facts.framesDone},
                             {QStringLiteral("frames_placed"), result.facts.framesPlaced},
                             {QStringLiteral("slicks"), int(result.slicks.size())},
                             {QStringLiteral("wall_s"), result.facts.wallSeconds},
                             {QStringLiteral("folder"), folder}});
        for (const QString& notice : sentencesOf(result.facts.notices))
            m_progress.notice(notice);
        if (status == ExitStatus::Cancelled)
            printToStderr(
                Text::tr("Cancelled after %1 frames; what was done until then is complete in \"%2\".")
                    .arg(result.facts.framesDone)
                    .arg(folder));
        else if (status == ExitStatus::NothingPlaced && QFileInfo(m_options.settings.telemetry).isFile())
            printToStderr(
                Text::tr("No frame of \"%1\" could be georeferenced: the table \"%2\" says nothing of "
                         "their times, or no heights and angles. Shift it with --telemetry-shift.")
                    .arg(result.facts.flightPath, m_options.settings.telemetry));
        else if (status == ExitStatus::NothingPlaced)
            printToStderr(Text::tr("No frame of \"%1\" could be georeferenced: %2")
                              .arg(result.facts.flightPath, whyNothingIsPlaced(result.frames)));
        if (!m_progress.isJson() && !m_progress.isQuiet())
            printPlaces(result, folder);
        return status;
    }

    void printPlaces(const RunResult& result, const QString& folder) const
    {
        double area = 0;
        for (const Slick& slick : result.slicks)
            area += slick.areaSquareMetres;
        printLine(Text::tr("%1 frames, %2 of them placed; %3 slicks, %4 m2 in all; %5 s")
                      .arg(result.facts.framesDone)
                      .arg(result.facts.framesPlaced)
                      .arg(result.slicks.size())
                      .arg(area, 0, 'f', 0)
                      .arg(result.facts.wallSeconds, 0, 'f', 1));
        const QDir directory(folder);
        for (const char* name :
             {"mosaic.tif", "mask_mosaic.tif", "slicks.shp", "sheen.gpkg", "report.pdf", "summary.json"}) {
            const QFileInfo file(directory.filePath(QString::fromLatin1(name)));
            if (file.exists() && file.lastModified() >= m_startedAt)  // not one of an earlier run
                printLine(QStringLiteral("  ") + file.filePath());
        }
    }

    RunOptions m_options;
    ProgressReport m_progress;
    Clock::time_point m_begun;                                         //!< of the program
    QDateTime m_startedAt = QDateTime::currentDateTime().addSecs(-2);  //!< file systems count whole seconds
    bool m_started = false;
};

}  // namespace

ExitStatus runCommand(int& argc, char** argv)
{
    const Clock::time_point begun = Clock::now();
    ExitStatus status = ExitStatus::Done;
    const std::optional<RunOptions> options = parseEarly(argc, argv, status, parseRunOptions);
    if (!options)
        return status;
    const Cancel& cancel = cancelOnSignals();
    ignoreWriteSignals();
    silenceLibraries();
    const Application application(argc, argv, options->products.count(Product::Report) > 0);
    return guarded([&] { return RunCommand(*options, begun).execute(cancel); });
}

}  // namespace sheen
