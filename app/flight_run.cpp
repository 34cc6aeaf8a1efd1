#include "flight_run.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>
#include <optional>

#include "base/elapsed.h"
#include "base/error.h"
#include "base/stage_thread.h"
#include "console.h"
#include "flight/identity.h"
#include "kept_facts.h"
#include "output_folder.h"
#include "outputs.h"
#include "overlay/overlay_layout.h"
#include "platform/cpu_time.h"
#include "platform/memory.h"
#include "progress_report.h"
#include "recording/find_recording.h"
#include "recording/joining.h"
#include "recording/kept_stages.h"
#include "recording/recorded_run.h"
#include "run/thread_plan.h"
#include "run_command_text.h"
#include "run_ending.h"
#include "run_model.h"
#include "sources/flight_overlay.h"
#include "tables/summary.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

using Clock = std::chrono::steady_clock;

const QString workspaceName = QStringLiteral("sheen.gpkg");
const QString productsKey = QStringLiteral("products");

/** What a run is done on. */
struct RunFlight
{
    std::unique_ptr<Flight> flight;
    std::optional<ModelChoice> model;  //!< of the workspace that is run again; nothing: it is none
    QString workspace;                 //!< that one's path
};

RunFlight openFlight(const RunOptions& options, const Cancel& cancel)
{
    RunFlight result;
    QString path = options.flight;
    if (const std::optional<RunFacts> facts = Workspace::factsOf(path)) {
        const std::unique_ptr<Workspace> workspace = Workspace::open(path);
        path = findRecording(*facts, workspace->path());
        result.model = modelChoiceOf(*workspace);
        result.workspace = workspace->path();
    }
    const FrameSelection& selection = options.settings.selection;
    result.flight = Flight::open(path, selection.folderIntervalSeconds, &cancel, selection.videoStream);
    return result;
}

/** For a run that is finished: the recording that it was begun on, and its model. */
RunFlight openFlight(const RunOptions& options, const ResumedRun& resumed, const Cancel& cancel)
{
    const RunFacts facts = resumed.workspace->facts();
    const QString path =
        options.flight.isEmpty() ? findRecording(facts, resumed.workspace->path()) : options.flight;
    RunFlight result;
    result.flight = openFlightOf(facts, path, &cancel);
    result.model = modelChoiceOf(facts);
    return result;
}

class FlightRun
{
public:
    FlightRun(const RunOptions& options, const ResumedRun& resumed, Clock::time_point begun,
              RunMeasures* measures)
        : m_options(options),
          m_resumed(resumed),
          m_progress(options.json, options.quiet),
          m_begun(begun),
          m_measures(measures)
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
        const auto [flight, earlierModel, earlierWorkspace] =
            m_resumed.workspace ? openFlight(m_options, m_resumed, cancel) : openFlight(m_options, cancel);
        if (flight->info().kind == FlightInfo::Kind::Video)
            selectByDefault(m_options.settings.selection);

        const double openSeconds = secondsSince(m_begun);
        ModelFile model = chooseRunModel(m_options, earlierModel, m_progress);
        if (const std::optional<Earlier> earlier =
                findEarlier(*flight, earlierWorkspace, folder, model.card()))
            return runFromKept(*earlier, *flight, folder, cancel);

        DetectorSettings detectorSettings;
        detectorSettings.device = m_options.device;
        detectorSettings.threads = plan.detect;
        detectorSettings.expectedPicture = flight->info().pictureSize;
        // Looked for meanwhile: much of loading is the work of one core.
        FlightOverlay overlay(*flight, m_options.settings, cancel);
        StageThread overlayThread;
        std::future<bool> recognised;
        if (plan.total > 1)
            recognised = overlayThread.submit([&overlay] { return overlay.isRecognised(); });
        const std::unique_ptr<Detector> detector = Detector::load(std::move(model), detectorSettings, cancel);
        const double modelSeconds = secondsSince(m_begun);

        if (m_resumed.workspace)
            requireSameModel(detector->card());

        m_modelLoaded = Clock::now();
        if (recognised.valid())
            recognised.get();
        RecordedRun recorded = record(*flight, *detector, overlay, folder, cancel);
        if (!recorded.result) {
            printToStderr(
                RunCommandText::tr("Cancelled before a new frame was done; the workspace is as it was."));
            return ExitStatus::Cancelled;
        }
        if (m_options.part)
            return concludePart(recorded);
        RunResult& result = *recorded.result;
        result.facts.stageWallSeconds[QStringLiteral("start")] = modelSeconds;
        // Cancelled before the first frame: an earlier run's files in the folder stay as they are.
        if ((!result.facts.cancelled || !result.frames.empty()) &&
            !writeAll(recorded, *flight, folder, cancel))
            return concludeUnwritten(ending(), result, folder);
        if (m_measures) {
            m_measures->threads = plan.total;
            m_measures->openSeconds = openSeconds;
            m_measures->warmUpSeconds = detector->warmUpSeconds();
            m_measures->loadSeconds = modelSeconds - openSeconds - m_measures->warmUpSeconds;
            measure(result);
            measureNetwork(*detector);
        }
        return concludeRun(ending(), result, folder);
    }

    /** A workspace of an earlier run of the same recording, and what of it need not be done again. */
    struct Earlier
    {
        QString path;
        KeptStages kept = KeptStages::None;
    };

    /** The one that is run again, else the one that lies in the folder. */
    std::optional<Earlier> findEarlier(const Flight& flight, const QString& again, const QString& folder,
                                       const ModelCard& card) const
    {
        if (m_options.anew || m_options.part || m_resumed.workspace)
            return std::nullopt;
        for (const QString& path : {again, QDir(folder).filePath(workspaceName)}) {
            const std::optional<RunFacts> facts = Workspace::factsOf(path);
            if (!facts || !isResultOf(*facts, flight.info().path, identityOf(flight.info().path)))
                continue;
            const KeptStages kept = keptStages(*facts, m_options.settings, card);
            if (kept != KeptStages::None)
                return Earlier{path, kept};
        }
        return std::nullopt;
    }

    /** The stages that an earlier run has not done with these settings. */
    ExitStatus runFromKept(const Earlier& earlier, const Flight& flight, const QString& folder,
                           const Cancel& cancel)
    {
        RecordedRun recorded;
        const QString target = workspacePath(folder);
        if (QFileInfo(target) != QFileInfo(earlier.path)) {
            Workspace::open(earlier.path)->copyTo(target, &recorded.movedTo);
            tellMoved(recorded);
        }
        recorded.workspace = Workspace::open(target);
        const RunFacts facts = recorded.workspace->facts();
        m_progress.started(facts, facts.framesDone);
        recorded.result = runKept(*recorded.workspace, m_options.settings, earlier.kept, cancel);
        if (!recorded.result) {
            printToStderr(RunCommandText::tr(
                "Cancelled before the slicks were made again; the workspace is as it was."));
            return ExitStatus::Cancelled;
        }
        m_progress.notice(
            RunCommandText::tr("What was detected and read in the recording is that of the workspace "
                               "\"%1\": its settings are the same. --anew does it again.")
                .arg(earlier.path));
        RunFacts& now = recorded.result->facts;
        now.settings[productsKey] = productList(m_options.products);
        recorded.workspace->setFacts(now);
        if (!writeAll(recorded, flight, folder, cancel))
            return concludeUnwritten(ending(), *recorded.result, folder);
        return concludeRun(ending(), *recorded.result, folder);
    }

    void measure(const RunResult& result)
    {
        m_measures->flight = result.facts.flightName;
        m_measures->device = result.facts.settings.value(QStringLiteral("device")).toString();
        m_measures->frames = result.facts.framesDone;
        m_measures->run = result.times;
        const auto wall = [&result](const char* stage) {
            const auto found = result.facts.stageWallSeconds.find(QString::fromLatin1(stage));
            return found == result.facts.stageWallSeconds.end() ? 0 : found->second;
        };
        m_measures->workspaceSeconds = wall("workspace");
        m_measures->outputSeconds = wall("output");
        const auto output = result.facts.stageCpuSeconds.find(QStringLiteral("output"));
        if (output != result.facts.stageCpuSeconds.end())
            m_measures->outputCpuSeconds = output->second;
        m_measures->afterLastFrameSeconds = secondsSince(result.times.framesEnded);
        m_measures->wallSeconds = secondsSince(m_begun);
        m_measures->cpuSeconds = processCpuSeconds();
        m_measures->peakMemoryMiB = peakMemoryMiB();
    }

    /** The model and nothing else, on the last picture that was seen. */
    void measureNetwork(Detector& detector) const
    {
        constexpr int calls = 10;
        if (m_lastPicture.empty())
            return;
        detector.detect(m_lastPicture);  // this thread has not detected before
        const Clock::time_point begun = Clock::now();
        const double cpuAtBegin = processCpuSeconds();
        for (int i = 0; i < calls; ++i)
            detector.detect(m_lastPicture);
        m_measures->networkWallSeconds = secondsSince(begun) / calls;
        m_measures->networkCpuSeconds = (processCpuSeconds() - cpuAtBegin) / calls;
    }

    /** A run that is finished by another model would be two halves that do not fit. */
    void requireSameModel(const ModelCard& card) const
    {
        if (card.sha256 == m_resumed.model.sha256)
            return;
        throw Error(RunCommandText::tr(
                        "The run cannot be finished: it was begun with the model \"%1\", and that file is "
                        "not there as it was, or was not accepted on this computer. Name it with --model, "
                        "or run the flight again.")
                        .arg(m_resumed.model.path),
                    ErrorKind::Unreadable);
    }

    /** Where no workspace is wanted, masks are kept in a hidden one while they are needed. */
    QString workspacePath(const QString& folder)
    {
        if (m_options.products.count(Product::GeoPackage) > 0)
            return QDir(folder).filePath(workspaceName);
        m_hiddenFolder.emplace(QDir(folder).filePath(QStringLiteral(".sheen-XXXXXX")));
        return m_hiddenFolder->filePath(workspaceName);
    }

    RecordedRun record(const Flight& flight, Detector& detector, FlightOverlay& overlay,
                       const QString& folder, const Cancel& cancel)
    {
        Run run(flight, detector, m_options.settings);
        run.take(overlay);
        if (m_options.part)
            run.restrictTo(*m_options.part);
        RecordingSettings settings;
        // A model is a program: who named it on the command line trusts it.
        settings.facts[QStringLiteral("model_accepted")] = m_options.modelAcceptance;
        settings.facts[productsKey] = productList(m_options.products);
        settings.resumed = m_resumed.workspace;
        if (!m_resumed.workspace)
            settings.workspacePath = workspacePath(folder);
        RunFacts facts = run.facts();
        RecordedRun recorded;
        const auto listener = [&](std::vector<FrameResult>&& frames, const RunProgress& progress) {
            if (!m_started)
                m_progress.started(facts, progress.framesExpected);
            m_started = true;
            RunProgress upTo = progress;
            upTo.framesDone -= int(frames.size());
            for (const FrameResult& frame : frames) {
                ++upTo.framesDone;
                m_progress.frameDone(frame.record, upTo);
                if (m_measures)
                    watch(frame);
            }
        };
        recordRun(run, settings, listener, cancel, recorded);
        tellMoved(recorded);
        return recorded;
    }

    void tellMoved(const RecordedRun& recorded)
    {
        if (!recorded.movedTo.isEmpty())
            m_progress.notice(RunCommandText::tr("The workspace of an earlier run was kept as \"%1\".")
                                  .arg(recorded.movedTo));
    }

    void watch(const FrameResult& frame)
    {
        if (!m_measures->firstSlickSeconds && !frame.record.detections.empty())
            m_measures->firstSlickSeconds = secondsSince(m_modelLoaded);
        if (!frame.picture.empty())
            m_lastPicture = frame.picture;
    }

    /** Returns false where it was cancelled before all products were there. */
    bool writeAll(RecordedRun& recorded, const Flight& flight, const QString& folder, const Cancel& cancel)
    {
        RunResult& result = *recorded.result;
        // Of a run that was cancelled itself, what was done gets its products all the same.
        const Cancel* heard = result.facts.cancelled ? nullptr : &cancel;
        const Clock::time_point begun = Clock::now();
        const double cpuAtBegin = processCpuSeconds();
        ProductInput input{result.facts, result.frames, result.slicks, &flight, m_options.mosaicOrder};
        input.reportTemplate = m_options.reportTemplate;
        KeptFacts kept;
        if (recorded.workspace) {
            input.masks = [&](int frame) { return recorded.workspace->mask(frame); };
            if (m_options.facts)
                keepEnteredFacts(*recorded.workspace, *m_options.facts);
            if (!m_options.ais.isEmpty())
                keepAisFiles(*recorded.workspace, m_options.ais);
            // A cancelled run writes its products, but reads no long recording for its SHA-256.
            kept = keptFacts(*recorded.workspace, &flight, m_options.products, m_progress, &cancel);
            kept.fill(input);
        }
        if (result.proposedOverlay)
            saveOverlayLayout(QDir(folder).filePath(QStringLiteral("overlay_layout.json")),
                              *result.proposedOverlay);
        if (!writeOutputs(input, m_options.products, folder, recorded.workspace.get(), m_progress, heard))
            return false;
        RunFacts& facts = result.facts;
        facts.stageWallSeconds[QStringLiteral("output")] = secondsSince(begun);
        facts.stageCpuSeconds[QStringLiteral("output")] = processCpuSeconds() - cpuAtBegin;
        facts.stageCpuSeconds[QStringLiteral("process")] = processCpuSeconds();
        facts.wallSeconds = secondsSince(m_begun);
        facts.peakMemoryMiB = std::max(facts.peakMemoryMiB, peakMemoryMiB());
        writeSummary(facts, result.slicks, QDir(folder).filePath(QStringLiteral("summary.json")));
        return true;
    }

    /** A part has no products: what it found becomes a flight with the other parts. */
    ExitStatus concludePart(RecordedRun& recorded)
    {
        const bool cancelled = recorded.result->facts.cancelled;
        if (recorded.workspace && !cancelled)
            closePart(*recorded.workspace, *m_options.part);
        const ExitStatus status = cancelled ? ExitStatus::Cancelled : ExitStatus::Done;
        m_progress.finished({{QStringLiteral("status"), int(status)}});
        return status;
    }

    RunEnding ending() { return {m_options, m_progress, m_startedAt, m_measures != nullptr}; }

    RunOptions m_options;
    const ResumedRun m_resumed;
    std::optional<QTemporaryDir> m_hiddenFolder;
    ProgressReport m_progress;
    Clock::time_point m_begun;                                         //!< of the program
    QDateTime m_startedAt = QDateTime::currentDateTime().addSecs(-2);  //!< file systems count whole seconds
    bool m_started = false;
    RunMeasures* const m_measures;  //!< nullptr: nobody wants to know
    Clock::time_point m_modelLoaded;
    cv::Mat m_lastPicture;  //!< of the measured alone
};

}  // namespace

ExitStatus runFlight(const RunOptions& options, const ResumedRun& resumed,
                     std::chrono::steady_clock::time_point begun, const Cancel& cancel, RunMeasures* measures)
{
    return FlightRun(options, resumed, begun, measures).execute(cancel);
}

}  // namespace sheen
