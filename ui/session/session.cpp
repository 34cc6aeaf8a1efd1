#include "ui/session/session.h"

#include <QFileInfo>
#include <QTimer>
#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>

#include "core/data/error.h"
#include "core/detect/accepted_models.h"
#include "core/pipeline/placing_again.h"
#include "core/workspace/workspace.h"
#include "ui/review/slick_store.h"
#include "ui/session/failure.h"
#include "ui/session/mask_mosaic.h"
#include "ui/session/model_memory.h"
#include "ui/session/opening.h"
#include "ui/session/run_task.h"
#include "ui/session/session_model.h"
#include "ui/session/shown_frame.h"
#include "ui/session/track_changes.h"
#include "ui/session/work_thread.h"

namespace sheen {

namespace {

constexpr int fetchIntervalMilliseconds = 200;

const FrameRecord* findRecord(const std::vector<FrameRecord>& frames, int frameNumber)
{
    const auto at =
        std::lower_bound(frames.begin(), frames.end(), frameNumber,
                         [](const FrameRecord& record, int number) { return record.frame < number; });
    return at != frames.end() && at->frame == frameNumber ? &*at : nullptr;
}

}  // namespace

class Session::Private
{
public:
    explicit Private(Session* session)
        : q(session),
          model(new SessionModel(session)),
          slicks(new SlickStore(session)),
          trackChanges(new TrackChanges(slicks, session)),
          masks(std::make_shared<MaskMosaic>()),
          openThread(QStringLiteral("open")),
          maskThread(QStringLiteral("masks")),
          runThread(QStringLiteral("run")),
          frameThread(QStringLiteral("frame"))
    {}

    /** Hands a result from a thread of the session to the widgets' thread. */
    template <typename Function>
    void deliver(Function function)
    {
        QMetaObject::invokeMethod(q, std::move(function), Qt::QueuedConnection);
    }

    bool refuseWhileRunning();
    void takeModel();
    void remember(const ModelChoice& choice);
    void takeOver(Opened&& opened);
    void startWaitingRun();
    void startRun();
    void fetchFrames();
    void endRun(RunOutcome&& outcome);
    void takePlaces(bool stored);
    void setFrames(std::vector<FrameRecord>&& records);
    void paintMasksAgain();
    void loadSlicks();

    Session* q;

    // The widgets' thread.
    SessionModel* model;
    std::optional<ModelChoice> chosen;  //!< by the analyst; remembered once it is loaded
    int openings = 0;                   //!< counts requests: only the latest counts
    bool opening = false;
    std::shared_ptr<const Flight> flight;
    std::unique_ptr<FlightPreview> preview;
    RunSettings settings;
    std::shared_ptr<Workspace> workspace;
    std::shared_ptr<std::vector<FrameRecord>> runFrames;  //!< so far, while it runs
    FramesPointer frames = std::make_shared<std::vector<FrameRecord>>();
    RunFacts facts;
    SlickStore* slicks;
    TrackChanges* trackChanges;
    QString pendingWorkspacePath;  //!< of a run that waits for the model
    bool running = false;
    RunProgress progress;
    QTimer fetchTimer;

    // Shared with the threads.
    std::shared_ptr<MaskMosaic> masks;
    std::shared_ptr<Cancel> cancel;
    std::shared_ptr<FrameMailbox> mailbox;
    std::atomic<int> readings{0};
    std::atomic<int> frameRequests{0};
    std::atomic<int> pictureRequests{0};
    std::atomic<int> maskPaintings{0};
    std::atomic<bool> closing{false};

    WorkThread openThread;
    WorkThread maskThread;
    WorkThread runThread;
    WorkThread frameThread;
};

Session::Session(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this))
{
    d->fetchTimer.setInterval(fetchIntervalMilliseconds);
    connect(&d->fetchTimer, &QTimer::timeout, this, [this] { d->fetchFrames(); });
    connect(d->trackChanges, &TrackChanges::placed, this, [this](bool stored) { d->takePlaces(stored); });
    connect(d->trackChanges, &TrackChanges::failed, this, &Session::failed);
    connect(d->model, &SessionModel::changed, this, [this] { d->takeModel(); });
    connect(d->model, &SessionModel::deviceChanged, this, &Session::deviceChanged);
    connect(d->model, &SessionModel::notice, this, &Session::notice);
    connect(d->model, &SessionModel::failed, this, [this](const QString& sentence) {
        d->pendingWorkspacePath.clear();
        d->chosen.reset();
        Q_EMIT failed(sentence);
    });
}

Session::~Session()
{
    stop();
}

void Session::stop()
{
    d->closing = true;
    if (d->cancel)
        d->cancel->request();
    d->trackChanges->stop();
    for (WorkThread* thread : {&d->frameThread, &d->maskThread, &d->openThread, &d->runThread})
        thread->stop();
    d->model->stop();
}

void Session::loadModel(const QString& path, const QString& acceptance)
{
    if (d->refuseWhileRunning())
        return;
    d->model->setNamed(!path.isEmpty());
    d->model->load({path, {}, {}}, path.isEmpty() ? QStringLiteral("shipped") : acceptance);
}

void Session::chooseModel(const ModelChoice& choice)
{
    if (d->refuseWhileRunning())
        return;
    d->model->setNamed(false);
    d->chosen = choice;
    d->model->load(choice,
                   isShippedModel(choice.path) ? QStringLiteral("shipped") : QStringLiteral("window"));
}

bool Session::Private::refuseWhileRunning()
{
    if (running)
        Q_EMIT q->failed(
            Session::tr("A run is under way. Cancel it, or wait until it is done, to load another model."));
    return running;
}

const ModelCard* Session::model() const
{
    return d->model->card();
}

const std::vector<ModelClass>& Session::mappedClasses() const
{
    return d->model->classes();
}

bool Session::isLoadingModel() const
{
    return d->model->isLoading();
}

QString Session::deviceName() const
{
    return d->model->deviceName();
}

void Session::open(const QString& path)
{
    if (d->running) {
        Q_EMIT openFailed(
            tr("A run is under way. Cancel it, or wait until it is done, to open another flight."));
        return;
    }
    if (d->workspace && QFileInfo(path) == QFileInfo(d->workspace->path())) {
        Q_EMIT notice(tr("These results are open already."));
        return;
    }
    d->opening = true;
    const int request = ++d->openings;
    Q_EMIT opening(path);
    const double interval = d->settings.selection.folderIntervalSeconds;
    d->openThread.post([this, path, request, interval] {
        auto opened = std::make_shared<Opened>();
        QString failure;
        try {
            *opened = openPath(path, interval);
        } catch (const Error& error) {
            failure = error.sentence();
        } catch (const std::exception& error) {
            failure = tr("\"%1\" could not be opened: %2").arg(path, QString::fromLocal8Bit(error.what()));
        }
        d->deliver([this, opened, failure, request] {
            if (request != d->openings || d->running)
                return;
            d->opening = false;
            if (failure.isEmpty())
                d->takeOver(std::move(*opened));
            else
                Q_EMIT openFailed(failure);
        });
    });
}

void Session::Private::takeModel()
{
    if (const std::optional<ModelChoice> choice = std::exchange(chosen, std::nullopt))
        remember(*choice);
    Q_EMIT q->modelLoaded();
    startWaitingRun();
}

/** What the analyst chose, in the background: for the flight that is open, and for the list of models. */
void Session::Private::remember(const ModelChoice& choice)
{
    rememberUsedModel(*model->card());
    if (!flight)
        return;
    const FlightMemory memory{flight->info().path, workspace,
                              preview ? preview->earlierWorkspace : QString()};
    openThread.post([this, memory, choice] {
        const QString failure = failureOf([&] { rememberModel(memory, choice); });
        if (!failure.isEmpty())
            deliver([this, failure] { Q_EMIT q->failed(failure); });
    });
}

/** A run waits for its model, and for what is placed again. */
void Session::Private::startWaitingRun()
{
    if (!pendingWorkspacePath.isEmpty() && model->detector() && !model->isLoading() &&
        !trackChanges->isUnderWay())
        startRun();
}

void Session::Private::takeOver(Opened&& opened)
{
    ++frameRequests;
    trackChanges->leaveFlight();
    if (!pendingWorkspacePath.isEmpty()) {
        pendingWorkspacePath.clear();
        Q_EMIT q->notice(
            Session::tr("The run that waited for the model was dropped: another flight was opened."));
    }
    flight = std::move(opened.flight);
    preview = std::move(opened.preview);
    workspace = opened.workspace;
    setFrames(std::move(opened.frames));
    facts = std::move(opened.facts);
    masks = std::make_shared<MaskMosaic>(facts.crsEpsg);
    progress = {};
    // What another flight was run with need not hold for this one: above all not its table of telemetry.
    // But the table that these results were made with holds for a run again.
    settings.telemetry = QStringLiteral("auto");
    settings.overlay = QStringLiteral("auto");
    settings.table = {};
    if (const QString telemetry = facts.settings.value(QStringLiteral("telemetry")).toString();
        QFileInfo(telemetry).isFile()) {
        settings.telemetry = telemetry;
        settings.table =
            TableSettings::fromJson(facts.settings.value(QStringLiteral("telemetry_table")).toObject());
    }
    settings.selection.stride.reset();
    settings.selection.everySeconds.reset();
    if (flight && flight->info().kind == FlightInfo::Kind::Video)
        settings.selection.everySeconds = 0.5;
    settings.track = workspace ? trackSettingsOf(facts) : TrackSettings();
    chosen.reset();
    model->forgetClasses();
    if (opened.model && flight)
        model->loadRemembered(*opened.model);
    if (workspace) {
        loadSlicks();
        trackChanges->setFlight(workspace, frames, facts);
        Q_EMIT q->workspaceOpened();
        paintMasksAgain();
    } else {
        slicks->load(nullptr, q->card());
        Q_EMIT q->flightOpened();
    }
    if (!opened.notice.isEmpty())
        Q_EMIT q->notice(opened.notice);
}

bool Session::isOpening() const
{
    return d->opening;
}

const FlightPreview* Session::preview() const
{
    return d->preview.get();
}

std::shared_ptr<const Flight> Session::flight() const
{
    return d->flight;
}

const RunSettings& Session::settings() const
{
    return d->settings;
}

void Session::setSettings(const RunSettings& settings)
{
    const bool other = settings.telemetry != d->settings.telemetry || settings.overlay != d->settings.overlay;
    d->settings = settings;
    if (other)
        readTelemetryAgain();
}

void Session::readTelemetryAgain()
{
    if (!d->flight || !d->preview || d->preview->firstFrame.picture.empty())
        return;  // of a workspace that was opened no first frame is shown
    const int request = ++d->readings;
    auto preview = std::make_shared<FlightPreview>(*d->preview);
    d->openThread.post([this, request, preview, flight = d->flight, settings = d->settings] {
        if (request != d->readings || d->closing)
            return;
        QString failure;
        try {
            readTelemetry(*flight, settings, *preview);
        } catch (const std::exception& error) {
            failure = QString::fromLocal8Bit(error.what());
        }
        d->deliver([this, request, preview, flight, failure] {
            if (request != d->readings || flight != d->flight)
                return;
            *d->preview = *preview;
            if (!failure.isEmpty())
                d->preview->telemetryProblem = failure;
            Q_EMIT previewChanged();
        });
    });
}

const TrackSettings& Session::trackSettings() const
{
    return d->trackChanges->hasFlight() ? d->trackChanges->settings() : d->settings.track;
}

void Session::setTrackSettings(const TrackSettings& settings)
{
    if (trackSettingsToJson(settings) == trackSettingsToJson(trackSettings()))
        return;
    if (d->running || !d->pendingWorkspacePath.isEmpty()) {
        Q_EMIT notice(tr(
            "A run is under way. Cancel it, or wait until it is done, to change what its track is made of."));
    } else if (!d->trackChanges->hasFlight()) {
        d->settings.track = settings;
        Q_EMIT trackSettingsChanged();
    } else if (hasGivenPoses(*d->frames)) {
        Q_EMIT notice(tr("The poses of this flight were given by a table: they stay as they are."));
    } else {
        d->settings.track = settings;
        d->trackChanges->request(settings);
        Q_EMIT trackSettingsChanged();
    }
}

bool Session::isPlacingAgain() const
{
    return d->trackChanges->isUnderWay();
}

QString Session::defaultWorkspacePath() const
{
    return d->flight ? workspacePathFor(d->flight->info()) : QString();
}

void Session::run(const QString& workspacePath)
{
    if (d->running || !d->pendingWorkspacePath.isEmpty())
        return;
    if (!d->flight) {
        Q_EMIT failed(tr("There is nothing to run yet: open a video or a folder of frames first."));
        return;
    }
    if (!d->model->detector() && !d->model->isLoading()) {
        Q_EMIT failed(tr("No model is loaded, so no oil can be found: load one with Flight > Choose Model."));
        return;
    }
    d->pendingWorkspacePath = workspacePath;
    if (!d->model->detector() || d->model->isLoading())
        Q_EMIT notice(tr("The run starts as soon as the model is loaded."));
    else if (d->trackChanges->isUnderWay())
        Q_EMIT notice(tr("The run starts as soon as the earlier results are placed again and stored."));
    else
        d->startRun();
}

void Session::Private::startRun()
{
    auto task = std::make_shared<RunTask>();
    task->flight = flight;
    task->detector = model->detector();
    task->settings = settings;
    task->settings.classes = model->classes();
    task->modelAcceptance = model->acceptance();
    task->workspacePath = pendingWorkspacePath;
    pendingWorkspacePath.clear();

    // An earlier workspace may be the very file that is about to be moved aside: let go of it first.
    trackChanges->leaveFlight();
    slicks->load(nullptr, *model->card());
    workspace.reset();
    runFrames = std::make_shared<std::vector<FrameRecord>>();
    frames = runFrames;
    facts = {};
    facts.model = *model->card();
    progress = {};
    ++frameRequests;

    const int epsg = settings.crs.startsWith(QLatin1String("EPSG:")) ? settings.crs.mid(5).toInt() : 0;
    cancel = task->cancel = std::make_shared<Cancel>();
    mailbox = task->mailbox = std::make_shared<FrameMailbox>();
    masks = task->masks = std::make_shared<MaskMosaic>(epsg);
    running = true;
    runThread.post([this, task] {
        auto outcome = std::make_shared<RunOutcome>(perform(*task));
        deliver([this, outcome] { endRun(std::move(*outcome)); });
    });
    fetchTimer.start();
    Q_EMIT q->runStarted();
}

void Session::Private::fetchFrames()
{
    if (!mailbox)
        return;
    FrameMailbox::Delivery delivery = mailbox->take();
    if (delivery.frames.empty())
        return;
    progress = delivery.progress;
    model->watchDevice();
    for (const ShownFrame& frame : delivery.frames)
        runFrames->push_back(frame.record);
    Q_EMIT q->framesArrived(delivery.frames, delivery.progress);
}

void Session::Private::endRun(RunOutcome&& outcome)
{
    fetchTimer.stop();
    fetchFrames();
    mailbox.reset();
    running = false;
    const bool cancelled = cancel && cancel->requested();
    workspace = outcome.workspace;
    if (outcome.result) {
        facts = std::move(outcome.result->facts);
        setFrames(std::move(outcome.result->frames));
    }
    runFrames.reset();
    if (workspace) {
        loadSlicks();
        trackChanges->setFlight(workspace, frames, facts);
    }
    if (!outcome.failure.isEmpty())
        Q_EMIT q->failed(outcome.failure);
    if (!outcome.movedTo.isEmpty()) {
        Q_EMIT q->notice(
            Session::tr("The results of an earlier run were kept: they are now in %1.").arg(outcome.movedTo));
    }
    for (const QString& sentence : facts.notices)
        Q_EMIT q->notice(sentence);
    Q_EMIT q->runFinished(cancelled);
    paintMasksAgain();
}

void Session::Private::setFrames(std::vector<FrameRecord>&& records)
{
    frames = std::make_shared<std::vector<FrameRecord>>(std::move(records));
}

void Session::Private::takePlaces(bool stored)
{
    frames = trackChanges->frames();
    facts = trackChanges->facts();
    settings.track = trackChanges->settings();
    Q_EMIT q->placedAgain(stored);
    if (!stored)
        return;
    paintMasksAgain();
    startWaitingRun();
}

void Session::Private::loadSlicks()
{
    try {
        if (facts.flightName.isEmpty())
            facts = workspace->facts();  // of a run that stopped before it could tell
        slicks->load(workspace, facts.model);
    } catch (const Error& error) {
        Q_EMIT q->failed(error.sentence());
    }
}

void Session::Private::paintMasksAgain()
{
    auto finer = std::make_shared<MaskMosaic>(facts.crsEpsg);
    auto shown = std::weak_ptr<MaskMosaic>(masks);
    const int painting = ++maskPaintings;
    maskThread.post([this, finer, records = frames, shown, painting] {
        for (const FrameRecord& record : *records) {
            if (closing || shown.expired() || painting != maskPaintings)
                return;
            if (record.footprint.empty())
                continue;
            try {
                finer->paint(record, decodeMask(record.maskPng));
            } catch (const std::exception&) {
                // One mask less to be seen; its outlines are there all the same.
            }
        }
        deliver([this, finer, shown, painting] {
            if (shown.lock() != masks || running || painting != maskPaintings)
                return;
            masks = finer;
            Q_EMIT q->masksChanged();
        });
    });
}

void Session::cancel()
{
    d->pendingWorkspacePath.clear();
    if (d->running && d->cancel)
        d->cancel->request();
}

bool Session::isRunning() const
{
    return d->running;
}

const RunProgress& Session::progress() const
{
    return d->progress;
}

const ModelCard& Session::card() const
{
    static const ModelCard none;
    if (!d->facts.model.classes.empty())
        return d->facts.model;
    return model() ? *model() : none;
}

std::shared_ptr<Workspace> Session::workspace() const
{
    return d->workspace;
}

const std::vector<FrameRecord>& Session::frames() const
{
    return *d->frames;
}

const RunFacts& Session::facts() const
{
    return d->facts;
}

SlickStore* Session::slicks() const
{
    return d->slicks;
}

std::shared_ptr<MaskMosaic> Session::masks() const
{
    return d->masks;
}

void Session::requestFrame(int frameNumber)
{
    const FrameRecord* record = findRecord(*d->frames, frameNumber);
    if (!record)
        return;
    const int request = ++d->frameRequests;
    auto shown = std::make_shared<ShownFrame>();
    shown->record = *record;
    d->frameThread.post([this, request, shown, flight = d->flight, colours = maskColours(card())] {
        if (request != d->frameRequests || d->closing)
            return;
        try {
            if (flight)
                shown->picture =
                    shownPicture(flight->frameAt(shown->record.frame, shown->record.timeSeconds).picture);
            shown->mask = shownMask(decodeMask(shown->record.maskPng), colours);
        } catch (const std::exception&) {
            // Shown without its picture; the frame view says so.
        }
        d->deliver([this, request, shown] {
            if (request != d->frameRequests)
                return;
            if (const FrameRecord* now = findRecord(*d->frames, shown->record.frame))
                shown->record = *now;  // it may have been placed again meanwhile
            Q_EMIT frameReady(*shown);
        });
    });
}

void Session::requestPicture(int frameNumber)
{
    const FrameRecord* record = findRecord(*d->frames, frameNumber);
    if (!record || !d->flight)
        return;
    const int request = ++d->pictureRequests;
    d->frameThread.post([this, request, frameNumber, timeSeconds = record->timeSeconds, flight = d->flight] {
        if (request != d->pictureRequests || d->closing)
            return;
        QImage picture;
        try {
            picture = shownPicture(flight->frameAt(frameNumber, timeSeconds).picture);
        } catch (const std::exception&) {
            return;
        }
        d->deliver([this, frameNumber, picture] { Q_EMIT pictureReady(frameNumber, picture); });
    });
}

}  // namespace sheen
