#include "ui/frame/frame_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "camera/camera_model.h"
#include "class_legend.h"
#include "frame_facts.h"
#include "frame_measure.h"
#include "frame_outlines.h"
#include "look_controls.h"
#include "playback.h"
#include "playback_bar.h"
#include "ui/frame/bookmarks.h"
#include "ui/frame/frame_view.h"
#include "ui/frame/timeline.h"
#include "ui/session/shown_frame.h"
#include "ui/session/slick_store.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/notation.h"

namespace sheen {

namespace {

constexpr int usualOpacityPercent = 45;

}  // namespace

FramePanel::FramePanel(Session* session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_view(new FrameView),
      m_timeline(new Timeline),
      m_bookmarks(new Bookmarks(session)),
      m_playback(new PlaybackBar(session, m_timeline, m_bookmarks)),
      m_legend(new ClassLegend),
      m_facts(new QLabel),
      m_lookThread(QStringLiteral("look"))
{
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setObjectName(QStringLiteral("frameFacts"));
    m_bookmarks->setParent(this);
    makeActions();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(5);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_timeline);
    layout->addWidget(m_playback);
    layout->addWidget(makeControls());
    layout->addWidget(makeLookRow());
    layout->addWidget(m_legend);
    layout->addWidget(m_facts);

    connect(m_timeline, &Timeline::frameChosen, this, &FramePanel::goToFrame);
    connect(&m_playback->playback(), &Playback::wanted, this, &FramePanel::playTo);
    connect(&Notation::current(), &Notation::changed, this, &FramePanel::showFacts);
    connect(m_view, &FrameView::clicked, this, &FramePanel::selectAt);
    connect(m_view, &FrameView::hovered, this, &FramePanel::hoverAt);
    connect(m_view, &FrameView::left, this, [this] { Q_EMIT hovered(std::nullopt); });
    connect(session, &Session::flightOpened, this, &FramePanel::showPreview);
    connect(session, &Session::workspaceOpened, this, &FramePanel::showWorkspace);
    connect(session, &Session::runStarted, this, [this] {
        m_live = true;
        m_hasShown = false;
        m_timeline->clear();
        showLegend();
        updateActions();
    });
    connect(session, &Session::framesArrived, this, &FramePanel::takeBatch);
    connect(session, &Session::runFinished, this, &FramePanel::endRun);
    // Queued: what shows the frame on the map follows the new places first.
    connect(session, &Session::placedAgain, this, &FramePanel::placeAgain, Qt::QueuedConnection);
    connect(session, &Session::frameReady, this, &FramePanel::show);
    connect(session, &Session::modelLoaded, this, &FramePanel::showLegend);
    connect(session->slicks(), &SlickStore::selectionChanged, this, &FramePanel::updateHighlights);
    connect(session->slicks(), &SlickStore::changed, this, &FramePanel::updateHighlights);
    connect(session->slicks(), &SlickStore::changed, this, &FramePanel::updateSlicks);
    connect(session->slicks(), &SlickStore::reset, this, &FramePanel::updateSlicks);
    connect(session->slicks(), &SlickStore::changed, this, &FramePanel::showLegend);
    m_view->clear(tr("The pictures of the flight appear here."));
    updateActions();
}

FramePanel::~FramePanel() = default;

QWidget* FramePanel::makeLookRow()
{
    m_look = new LookControls;
    connect(m_look, &LookControls::changed, this, &FramePanel::applyLook);
    m_measure = new FrameMeasure(m_view);
    auto* measure = new QToolButton;
    measure->setObjectName(QStringLiteral("measureInFrame"));
    measure->setText(tr("Measure"));
    measure->setToolTip(tr("Measure length, bearing and area on the sea by clicks in the frame"));
    measure->setCheckable(true);
    measure->setAutoRaise(true);
    connect(measure, &QToolButton::toggled, m_measure, &FrameMeasure::setOn);
    m_look->layout()->addWidget(measure);
    return m_look;
}

/** In the background; the picture stands as it is until then. */
void FramePanel::applyLook()
{
    const int request = ++m_lookRequest;
    if (m_look->look().isPlain()) {
        m_view->setEnhanced({});
        return;
    }
    m_lookThread.post([this, request, picture = m_view->picture(), look = m_look->look()] {
        if (request != m_lookRequest)
            return;
        const QImage result = enhanced(picture, look);
        QMetaObject::invokeMethod(
            this,
            [this, request, result] {
                if (request == m_lookRequest)
                    m_view->setEnhanced(result);
            },
            Qt::QueuedConnection);
    });
}

void FramePanel::setSpotlight(bool on)
{
    m_spotlight = on;
    m_lit = {-1, {}};
    m_view->setSpotlight(on);
    updateHighlights();
}

void FramePanel::showPointer(const std::optional<GroundPoint>& place)
{
    const std::optional<CameraModel> camera =
        place && m_hasShown ? cameraOf(m_shown) : std::optional<CameraModel>();
    const std::optional<cv::Point2d> pixel = camera ? camera->toPixel(*place) : std::nullopt;
    m_view->setPointer(pixel ? std::optional(QPointF(pixel->x, pixel->y)) : std::nullopt);
}

void FramePanel::hoverAt(const QPointF& pixel)
{
    const std::optional<CameraModel> camera = m_hasShown ? cameraOf(m_shown) : std::optional<CameraModel>();
    Q_EMIT hovered(camera ? camera->toGround({pixel.x(), pixel.y()}) : std::nullopt);
}

void FramePanel::makeActions()
{
    const auto make = [this](const char* name, const QString& icon, const QString& text, const QString& tip,
                             const QKeySequence& keys, int direction, bool withOil) {
        auto* action = new QAction(sheen::icon(icon), text, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText)));
        action->setStatusTip(tip);
        connect(action, &QAction::triggered, this, [this, direction, withOil] { step(direction, withOil); });
        return action;
    };
    m_previousOil = make("previousOil", QStringLiteral("previous-oil"), tr("Previous Frame with &Oil"),
                         tr("Go back to the nearest frame with oil"),
                         QKeySequence(QStringLiteral("Alt+Shift+Left")), -1, true);
    m_previous = make("previousFrame", QStringLiteral("previous"), tr("&Previous Frame"),
                      tr("Go to the frame before"), QKeySequence(QStringLiteral("Alt+Left")), -1, false);
    m_next = make("nextFrame", QStringLiteral("next"), tr("&Next Frame"), tr("Go to the frame after"),
                  QKeySequence(QStringLiteral("Alt+Right")), 1, false);
    m_nextOil = make("nextOil", QStringLiteral("next-oil"), tr("Next Frame with O&il"),
                     tr("Go on to the nearest frame with oil"),
                     QKeySequence(QStringLiteral("Alt+Shift+Right")), 1, true);
}

QList<QAction*> FramePanel::actions() const
{
    return QList<QAction*>{m_previous, m_next, m_previousOil, m_nextOil} + m_playback->actions();
}

QWidget* FramePanel::makeControls()
{
    auto* controls = new QWidget;
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (QAction* action : {m_previousOil, m_previous, m_next, m_nextOil}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    row->addStretch(1);
    auto* label = new QLabel(tr("Mask"));
    m_opacity = new QSlider(Qt::Horizontal);
    m_opacity->setObjectName(QStringLiteral("maskOpacity"));
    m_opacity->setRange(0, 100);
    m_opacity->setValue(usualOpacityPercent);
    m_opacity->setFixedWidth(110);
    m_opacity->setToolTip(tr("How strongly the mask covers the picture"));
    label->setBuddy(m_opacity);
    connect(m_opacity, &QSlider::valueChanged, this,
            [this](int percent) { m_view->setMaskOpacity(percent / 100.0); });
    m_view->setMaskOpacity(usualOpacityPercent / 100.0);
    auto* outlines = new QToolButton;
    outlines->setText(tr("Outlines"));
    outlines->setToolTip(
        tr("Show the outlines: accepted thick, undecided thin, rejected grey and dashed, with dots "
           "what was edited or drawn"));
    outlines->setCheckable(true);
    outlines->setChecked(true);
    outlines->setAutoRaise(true);
    connect(outlines, &QToolButton::toggled, m_view, &FrameView::setOutlinesVisible);
    row->addWidget(label);
    row->addSpacing(4);
    row->addWidget(m_opacity);
    row->addWidget(outlines);
    return controls;
}

void FramePanel::showPreview()
{
    const FlightPreview* preview = m_session->preview();
    m_timeline->setFramesToLookAt(m_session->framesToLookAt());
    m_hasShown = false;
    showLegend();
    ShownFrame first;
    first.record.pictureSize = preview->info.pictureSize;
    first.picture = shownPicture(preview->firstFrame.picture);
    m_view->showFrame(first, m_session->card());
    m_facts->setText(tr("The first frame. Press Run to look for oil."));
    updateActions();
    if (!m_timeline->isEmpty() && !preview->firstFrame.picture.empty())
        goToFrame(preview->firstFrame.index);
}

void FramePanel::showWorkspace()
{
    m_live = false;
    m_hasShown = false;
    showLegend();
    m_timeline->setFrames(m_session->frames(), m_session->card());
    m_view->clear(QString());
    m_facts->clear();
    updateActions();
    int frame = m_timeline->neighbour(1, true);
    if (frame < 0)
        frame = m_timeline->neighbour(1, false);
    goToFrame(frame);
}

void FramePanel::showLegend()
{
    m_legend->setClasses(m_session->card(), m_session->oilClasses());
}

void FramePanel::takeBatch(const std::vector<ShownFrame>& frames, const RunProgress& progress)
{
    std::vector<FrameRecord> records;
    records.reserve(frames.size());
    for (const ShownFrame& frame : frames)
        records.push_back(frame.record);
    m_timeline->addFrames(records, m_session->card());
    m_timeline->setExpected(progress.framesExpected);
    showLegend();
    updateActions();
    if (!m_live)
        return;
    for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame) {
        if (!frame->picture.isNull()) {
            show(*frame);
            break;
        }
    }
}

void FramePanel::endRun()
{
    const int shown = currentFrame();
    m_live = false;
    m_timeline->setFrames(m_session->frames(), m_session->card());
    showLegend();
    updateActions();
    if (shown >= 0)
        goToFrame(shown);  // placed again
}

/** The frame that is shown keeps its picture. */
void FramePanel::placeAgain()
{
    const std::vector<FrameRecord>& frames = m_session->frames();
    m_timeline->setFrames(frames, m_session->card());
    showLegend();
    const auto now =
        std::lower_bound(frames.begin(), frames.end(), currentFrame(),
                         [](const FrameRecord& record, int frame) { return record.frame < frame; });
    if (!m_hasShown || now == frames.end() || now->frame != currentFrame())
        return;
    m_shown = *now;
    showFacts();
    updateSlicks();
    updateHighlights();
    Q_EMIT frameShown(m_shown);
}

void FramePanel::goToFrame(int frame)
{
    if (frame < 0)
        return;
    m_playback->playback().pause();
    playTo(frame);
}

void FramePanel::playTo(int frame)
{
    m_live = false;
    m_timeline->setCurrentFrame(frame);
    m_session->requestFrame(frame);
}

void FramePanel::goToTime(double startSeconds, double endSeconds)
{
    if (endSeconds > startSeconds)
        m_timeline->setRange(Timeline::Range(startSeconds, endSeconds));
    goToFrame(m_timeline->frameAt(startSeconds));
}

void FramePanel::showFacts()
{
    if (!m_hasShown)
        return;
    m_facts->setText(m_session->framesToLookAt().empty() ? frameFacts(m_shown)
                                                         : frameFacts(m_shown) + QLatin1Char('\n') +
                                                               tr("Not run yet: press Run to look for oil."));
}

int FramePanel::currentFrame() const
{
    return m_hasShown ? m_shown.frame : -1;
}

void FramePanel::show(const ShownFrame& frame)
{
    m_shown = frame.record;
    m_hasShown = true;
    m_view->showFrame(frame, m_session->card());
    m_view->setPointer(std::nullopt);
    applyLook();
    m_measure->setFrame(frame.record);
    m_timeline->setCurrentFrame(frame.record.frame);
    m_playback->playback().arrived(frame.record.frame);
    showFacts();
    updateSlicks();
    updateHighlights();
    updateActions();
    Q_EMIT frameShown(frame.record);
}

void FramePanel::step(int direction, bool withOil)
{
    goToFrame(m_timeline->neighbour(direction, withOil));
}

/** What the slicks of this frame are by now, also those that were rejected, edited and drawn. */
void FramePanel::updateSlicks()
{
    const std::vector<Slick>& slicks = m_session->slicks()->slicks();
    const std::optional<CameraModel> camera =
        m_hasShown && !slicks.empty() ? cameraOf(m_shown) : std::optional<CameraModel>();
    if (!camera || m_shown.footprint.size() < 3) {
        m_view->setSlicks(std::nullopt);
        return;
    }
    m_view->setSlicks(slickOutlines(slicks, m_session->card(), m_shown.footprint, *camera));
}

void FramePanel::updateHighlights()
{
    if (!m_hasShown || !m_shown.telemetry.pose) {
        m_view->setHighlights({});
        return;
    }
    const CameraModel camera = *cameraOf(m_shown);
    std::vector<QPainterPath> paths;
    for (const std::int64_t id : m_session->slicks()->selection()) {
        const Slick* slick = m_session->slicks()->find(id);
        const std::optional<std::size_t> area = m_session->slicks()->selectedArea();
        if (slick)
            paths.push_back(pathOf(
                area && *area < slick->areas.size() ? slick->areas[*area].outline : slick->outline, camera));
    }
    m_view->setHighlights(std::move(paths));
    const std::pair now(m_shown.frame, m_session->slicks()->selection());
    if (m_spotlight && now != m_lit) {
        m_lit = now;
        m_view->showHighlights();
    }
}

void FramePanel::selectAt(const QPointF& pixel)
{
    if (!m_hasShown || !m_shown.telemetry.pose)
        return;
    const CameraModel camera = *cameraOf(m_shown);
    std::set<std::int64_t> found;
    for (const Slick& slick : m_session->slicks()->slicks()) {
        const bool mayBeSeen = slick.seen.firstFrame < 0 || (slick.seen.firstFrame <= m_shown.frame &&
                                                             m_shown.frame <= slick.seen.lastFrame);
        if (mayBeSeen && pathOf(slick.outline, camera).contains(pixel)) {
            found = {slick.id};
            break;
        }
    }
    m_session->slicks()->select(found);
}

void FramePanel::updateActions()
{
    m_previous->setEnabled(m_timeline->neighbour(-1, false) >= 0);
    m_next->setEnabled(m_timeline->neighbour(1, false) >= 0);
    m_previousOil->setEnabled(m_timeline->neighbour(-1, true) >= 0);
    m_nextOil->setEnabled(m_timeline->neighbour(1, true) >= 0);
    m_playback->refresh();
}

}  // namespace sheen
