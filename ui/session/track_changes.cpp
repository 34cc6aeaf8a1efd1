#include "track_changes.h"

#include <utility>

#include "track_change_text.h"
#include "ui/session/slick_store.h"
#include "ui/session/waiting_writes.h"

namespace sheen {

namespace {

constexpr int quietMilliseconds = 400;
constexpr int quietMergingMilliseconds = 100;  // of a slider that is dragged
constexpr int pauseMilliseconds = 250;

/** Stores what was wanted of a flight that is not open any more, and lets its file go at once: a later run of
 * that flight moves it aside. */
void completeLeft(PlacingTask& task)
{
    complete(task);
    task.workspace.reset();
    task.storedFrames.reset();
    task.frames.reset();
    task.merger.reset();
}

}  // namespace

TrackChanges::TrackChanges(SlickStore* slicks, QObject* parent)
    : QObject(parent), m_slicks(slicks), m_thread(QStringLiteral("placing"))
{
    for (QTimer* timer : {&m_quiet, &m_pause}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &TrackChanges::goOn);
    }
    m_pause.setInterval(pauseMilliseconds);
}

TrackChanges::~TrackChanges()
{
    stop();
}

void TrackChanges::setFlight(std::shared_ptr<Workspace> workspace, FramesPointer frames,
                             const RunFacts& facts)
{
    leaveFlight();
    m_workspace = std::move(workspace);
    m_storedFrames = m_frames = std::move(frames);
    m_storedFacts = m_facts = facts;
    m_storedSettings = m_wanted = placingSettingsOf(facts);
}

void TrackChanges::leaveFlight()
{
    if (m_task)
        m_task->cancel.request();
    const bool storing = m_stage == Stage::Storing && m_task->request == m_request;
    if (m_workspace && m_storedRequest != m_request && !storing && !isStored(m_wanted)) {
        m_left.push_back(newTask());
        takeSlicks(*m_left.back());
        m_thread.post([this, task = m_left.back()] {
            completeLeft(*task);
            QMetaObject::invokeMethod(
                this, [this, task] { endLeft(task); }, Qt::QueuedConnection);
        });
    }
    m_quiet.stop();
    m_pause.stop();
    m_task.reset();
    m_thread.post([old = std::exchange(m_merger, nullptr)] {});
    m_workspace.reset();
    m_storedFrames.reset();
    m_frames.reset();
    m_stage = Stage::Idle;
    m_placedRequest = m_storedRequest = ++m_request;
}

void TrackChanges::stop()
{
    if (m_task && m_stage != Stage::Storing)
        m_task->cancel.request();
    m_thread.stop();
    for (const auto left = std::exchange(m_left, {}); const std::shared_ptr<PlacingTask>& task : left) {
        if (task->workspace)  // its turn had not come
            completeLeft(*task);
        tellFailure(*task);
    }
    const bool stored = m_task && m_task->stored && m_task->request == m_request;
    if (m_workspace && m_storedRequest != m_request && !stored && !isStored(m_wanted)) {
        const std::shared_ptr<PlacingTask> task = newTask();
        takeSlicks(*task);
        complete(*task);
        tellFailure(*task);
    }
    m_workspace.reset();
}

void TrackChanges::endLeft(const std::shared_ptr<PlacingTask>& task)
{
    if (std::erase(m_left, task) > 0)
        tellFailure(*task);
}

void TrackChanges::tellFailure(const PlacingTask& task)
{
    if (!task.failure.isEmpty())
        Q_EMIT failed(tr("%1: %2").arg(task.storedFacts.flightName, task.failure));
}

void TrackChanges::request(const PlacingSettings& settings)
{
    if (!m_workspace)
        return;
    m_wanted = settings;
    ++m_request;
    m_quiet.start(settings.track == m_storedSettings.track ? quietMergingMilliseconds : quietMilliseconds);
    if (m_stage == Stage::Merging)
        m_task->cancel.request();
    goOn();
}

bool TrackChanges::isStored(const PlacingSettings& settings) const
{
    return settings == m_storedSettings;
}

std::shared_ptr<PlacingTask> TrackChanges::newTask() const
{
    auto task = std::make_shared<PlacingTask>();
    task->workspace = m_workspace;
    task->storedFacts = m_storedFacts;
    task->storedFrames = m_storedFrames;
    task->merger = m_merger;
    task->settings = m_wanted;
    task->request = m_request;
    return task;
}

void TrackChanges::takeSlicks(PlacingTask& task) const
{
    task.slicks = m_slicks->slicks();
    task.remembered = m_slicks->remembered();
    task.description = trackChangeText(m_storedSettings, task.settings, *m_storedFrames);
}

void TrackChanges::begin(Stage stage, std::shared_ptr<PlacingTask> task, Step step, Done done)
{
    m_stage = stage;
    m_thread.post([old = m_task] {});  // large lists are given back over there
    m_task = std::move(task);
    m_thread.post([this, task = m_task, step, done] {
        step(*task);
        QMetaObject::invokeMethod(
            this,
            [this, task, done] {
                if (task == m_task)  // another flight may have been opened meanwhile
                    (this->*done)(*task);
            },
            Qt::QueuedConnection);
    });
}

/** What is due next, if anything. */
void TrackChanges::goOn()
{
    if (m_stage != Stage::Idle || !m_workspace)
        return;
    if (m_placedRequest != m_request) {
        if (!m_pause.isActive())
            begin(Stage::Placing, newTask(), place, &TrackChanges::endPlacing);
    } else if (m_storedRequest != m_request && !m_quiet.isActive()) {
        if (isStored(m_wanted)) {
            m_storedRequest = m_request;
            show(m_storedFrames, m_storedFacts, true);
        } else {
            begin(Stage::Merging, m_task, merge, &TrackChanges::endMerging);
        }
    }
}

void TrackChanges::endPlacing(PlacingTask& task)
{
    m_stage = Stage::Idle;
    if (!task.frames) {
        goBack(task.failure);
        return;
    }
    m_placedRequest = task.request;
    if (task.frames != m_frames) {
        m_pause.start();
        show(task.frames, task.facts, false);
    }
    goOn();
}

void TrackChanges::endMerging(PlacingTask& task)
{
    m_stage = Stage::Idle;
    m_thread.post([old = std::exchange(m_merger, task.merger)] {});
    if (!task.failure.isEmpty()) {
        goBack(task.failure);
    } else if (task.cancel.requested()) {
        goOn();
    } else if (!m_slicks->writes().flush()) {
        goBack(m_slicks->writes().reason());  // what was done before has not been written yet
    } else {
        m_slicks->setHeld(true);
        takeSlicks(task);
        begin(Stage::Storing, m_task, store, &TrackChanges::endStoring);
    }
}

void TrackChanges::endStoring(PlacingTask& task)
{
    m_stage = Stage::Idle;
    m_slicks->setHeld(false);
    if (!task.stored) {
        goBack(task.failure);
        return;
    }
    m_storedRequest = task.request;
    m_storedFrames = task.frames;
    m_storedFacts = task.facts;
    m_storedSettings = task.settings;
    const MergeSettings& merge = task.settings.merge;
    m_slicks->setLimits({merge.smallestAreaSquareMetres, merge.gapMetres});
    m_slicks->replace(std::move(task.slicks), task.remembered);
    show(task.frames, task.facts, true);
    goOn();
}

/** Nothing was stored: what is stored is in force again. */
void TrackChanges::goBack(const QString& failure)
{
    m_quiet.stop();
    m_wanted = m_storedSettings;
    m_placedRequest = m_storedRequest = ++m_request;
    show(m_storedFrames, m_storedFacts, true);
    Q_EMIT failed(failure);
}

void TrackChanges::show(const FramesPointer& frames, const RunFacts& facts, bool stored)
{
    m_thread.post([old = m_frames] {});
    m_frames = frames;
    m_facts = facts;
    Q_EMIT placed(stored);
}

}  // namespace sheen
