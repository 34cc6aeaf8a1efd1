#include "ui/session/session.h"

#include <QFileInfo>
#include <utility>

#include "base/error.h"
#include "data/model_classes.h"
#include "detect/accepted_models.h"
#include "flight_browser.h"
#include "flight_opener.h"
#include "frame_decoder.h"
#include "live_run.h"
#include "mask_painter.h"
#include "session_model.h"
#include "track_changes.h"
#include "ui/session/second_looks.h"
#include "ui/session/slick_store.h"
#include "ui/session/waiting_writes.h"
#include "workspace/workspace.h"

namespace sheen {

Session::Session(QObject* parent)
    : QObject(parent),
      m_model(new SessionModel(this)),
      m_slicks(new SlickStore(this)),
      m_secondLooks(new SecondLooks(m_slicks, this)),
      m_trackChanges(new TrackChanges(m_slicks, this)),
      m_opener(new FlightOpener(this)),
      m_run(new LiveRun(this)),
      m_masks(new MaskPainter(this)),
      m_decoder(new FrameDecoder(this)),
      m_browser(new FlightBrowser(this))
{
    connect(m_model, &SessionModel::changed, this, &Session::takeModel);
    connect(m_model, &SessionModel::deviceChanged, this, &Session::deviceChanged);
    connect(m_model, &SessionModel::notice, this, &Session::notice);
    connect(m_model, &SessionModel::failed, this, [this](const QString& sentence) {
        m_pendingWorkspacePath.clear();
        m_chosen.reset();
        Q_EMIT failed(sentence);
    });
    connect(m_opener, &FlightOpener::opened, this, &Session::takeOver);
    connect(m_opener, &FlightOpener::openFailed, this, [this](const QString& sentence) {
        if (!isRunning())
            Q_EMIT openFailed(sentence);
    });
    connect(m_opener, &FlightOpener::failed, this, &Session::failed);
    connect(m_opener, &FlightOpener::saved, this, &Session::takeSaved);
    connect(m_opener, &FlightOpener::telemetryRead, this,
            [this](const std::shared_ptr<const Flight>& recording, const FlightPreview& preview) {
                if (recording != m_open.recording)
                    return;
                *m_open.preview = preview;
                Q_EMIT previewChanged();
            });
    connect(m_opener, &FlightOpener::runsListed, this, [this](const std::vector<RunSummary>& runs) {
        m_runs = runs;
        m_listsRuns = false;
        Q_EMIT runsListed();
    });
    connect(m_run, &LiveRun::framesArrived, this, &Session::takeFrames);
    connect(m_run, &LiveRun::ended, this, &Session::endRun);
    connect(m_trackChanges, &TrackChanges::placed, this, &Session::takePlaces);
    connect(m_trackChanges, &TrackChanges::failed, this, &Session::failed);
    connect(m_masks, &MaskPainter::painted, this, &Session::masksChanged);
    connect(m_decoder, &FrameDecoder::pictureReady, this, &Session::pictureReady);
    connect(m_browser, &FlightBrowser::looked, this, &Session::frameReady);
    connect(m_decoder, &FrameDecoder::frameReady, this, [this](const ShownFrame& decoded) {
        ShownFrame shown = decoded;
        if (const FrameRecord* now = m_open.record(shown.record.frame))
            shown.record = *now;  // it may have been placed again meanwhile
        Q_EMIT frameReady(shown);
    });
}

Session::~Session()
{
    stop();
}

void Session::stop()
{
    cancel();
    m_slicks->writes().setHeld(false);
    m_trackChanges->stop();
    m_browser->stop();
    m_decoder->stop();
    m_masks->stop();
    m_opener->stop();
    m_run->stop();
    m_model->stop();
}

void Session::setDevice(const QString& device)
{
    m_model->setDevice(device);
}

const QString& Session::device() const
{
    return m_model->device();
}

void Session::loadModel(const QString& path, const QString& acceptance)
{
    if (refuseWhileRunning())
        return;
    m_model->setNamed(!path.isEmpty());
    m_model->load({path, {}, {}}, path.isEmpty() ? QStringLiteral("shipped") : acceptance);
}

void Session::chooseModel(const ModelChoice& choice)
{
    if (refuseWhileRunning())
        return;
    m_model->setNamed(false);
    m_chosen = choice;
    m_model->load(choice, choice.shipped ? QStringLiteral("shipped") : QStringLiteral("window"));
}

bool Session::refuseWhileRunning()
{
    if (isRunning())
        Q_EMIT failed(tr("A run is under way. Cancel it, or wait until it is done, to load another model."));
    return isRunning();
}

const ModelCard* Session::model() const
{
    return m_model->card();
}

const std::vector<ModelClass>& Session::mappedClasses() const
{
    return m_model->classes();
}

bool Session::isLoadingModel() const
{
    return m_model->isLoading();
}

QString Session::deviceName() const
{
    return m_model->deviceName();
}

void Session::open(const QString& path)
{
    if (isRunning()) {
        Q_EMIT openFailed(
            tr("A run is under way. Cancel it, or wait until it is done, to open another flight."));
        return;
    }
    if (m_open.workspace && QFileInfo(path) == QFileInfo(m_open.workspace->path())) {
        Q_EMIT notice(tr("These results are open already."));
        return;
    }
    if (hasUnwritten() || m_isSaving) {
        Q_EMIT openFailed(m_isSaving ? tr("The results are being saved. Wait until that is done.")
                                     : unwrittenSentence());
        return;
    }
    m_opener->open(path, m_settings.selection.folderIntervalSeconds);
    Q_EMIT opening(path);
}

void Session::takeModel()
{
    if (const std::optional<ModelChoice> choice = std::exchange(m_chosen, std::nullopt))
        remember(*choice);
    Q_EMIT modelLoaded();
    startWaitingRun();
}

void Session::remember(const ModelChoice& choice)
{
    rememberUsedModel(*m_model->card());
    if (m_open.recording && m_open.readOnly.isEmpty())
        m_opener->remember(m_open.memory(), choice);
}

void Session::takeOver(Opened& opened)
{
    if (isRunning())
        return;
    if (hasUnwritten() || m_isSaving) {
        Q_EMIT openFailed(unwrittenSentence());  // since it was asked for
        return;
    }
    m_decoder->dropFrame();
    m_browser->drop();
    m_toLookAt.clear();
    m_trackChanges->leaveFlight();
    const bool runDropped = !m_pendingWorkspacePath.isEmpty();
    m_pendingWorkspacePath.clear();
    m_settings = settingsForNext(m_settings, opened);
    m_runs.clear();
    m_open.take(opened);
    m_masks->clear(m_open.facts.crsEpsg);
    m_chosen.reset();
    m_model->forgetClasses();
    if (opened.model && m_open.recording)
        m_model->loadRemembered(*opened.model);
    if (m_open.workspace) {
        showResults(std::move(opened.slicks));
        Q_EMIT workspaceOpened();
        paintMasks();
    } else {
        m_slicks->load(nullptr, card());
        m_toLookAt = sheen::framesToLookAt(m_open.preview->info, m_settings.selection.folderIntervalSeconds);
        Q_EMIT flightOpened();
    }
    if (runDropped)
        Q_EMIT notice(tr("The run that waited for the model was dropped: another flight was opened."));
    if (!opened.notice.isEmpty())
        Q_EMIT notice(opened.notice);
    if (!m_open.readOnly.isEmpty())
        Q_EMIT warning(m_open.readOnly);
}

void Session::showResults(std::vector<Slick> slicks)
{
    RunFacts& facts = m_open.facts;
    try {
        if (facts.flightName.isEmpty())
            facts = m_open.workspace->facts();  // of a run that stopped before it could tell
        m_slicks->load(m_open.workspace, facts.model, m_open.sensors(), std::move(slicks));
        m_slicks->setReadOnly(m_open.readOnly);
        m_slicks->setFrames(m_open.frames);  // not before: the earlier flight's slicks are not of these
    } catch (const Error& error) {
        Q_EMIT failed(error.sentence());
    }
    m_toldNotices = facts.notices;
    m_trackChanges->setFlight(m_open.workspace, m_open.frames, facts);
}

void Session::paintMasks()
{
    m_placesMoved = false;
    m_masks->paint(m_open.frames, m_open.masks(), m_open.facts.crsEpsg);
}

void Session::listRuns(const QString& workspacePath)
{
    m_listsRuns = true;
    m_opener->listRuns(workspacePath);
}

QString Session::defaultWorkspacePath() const
{
    return m_open.preview ? m_open.preview->workspacePath : QString();
}

void Session::cancel()
{
    m_pendingWorkspacePath.clear();
    m_run->cancel();
    m_opener->cancel();
}

bool Session::isOpening() const
{
    return m_opener->isOpening();
}

bool Session::isRunning() const
{
    return m_run->isRunning();
}

const ModelCard& Session::card() const
{
    static const ModelCard none;
    if (!m_open.facts.model.classes.empty())
        return m_open.facts.model;
    return model() ? *model() : none;
}

std::vector<ModelClass> Session::oilClasses() const
{
    std::set<int> values = m_open.detectedClasses();
    for (const Slick& slick : m_slicks->slicks()) {
        for (const AppearanceArea& area : slick.areas)
            values.insert(area.classValue);
    }
    return oilClassesOf(card(), m_open.sensors(), values);
}

std::shared_ptr<MaskMosaic> Session::masks() const
{
    return m_masks->masks();
}

void Session::requestFrame(int frameNumber)
{
    if (const FrameRecord* record = m_open.record(frameNumber))
        m_decoder->decodeFrame(m_open.recording, *record, m_open.masks(m_run->workspace()),
                               maskColours(card()));
    for (const FrameRecord& record : m_toLookAt) {
        if (record.frame == frameNumber)
            m_browser->look(m_open.recording, m_settings, record);
    }
}

void Session::requestPicture(int frameNumber)
{
    const FrameRecord* record = m_open.record(frameNumber);
    if (record && m_open.recording)
        m_decoder->decodePicture(m_open.recording, *record);
}

}  // namespace sheen
