#include "playback_bar.h"

#include <QAction>
#include <QComboBox>
#include <QInputDialog>
#include <QToolButton>

#include "playback.h"
#include "thumbnails.h"
#include "ui/frame/bookmarks.h"
#include "ui/frame/timeline.h"
#include "ui/session/session.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/time_text.h"

namespace sheen {

PlaybackBar::PlaybackBar(Session* session, Timeline* timeline, Bookmarks* bookmarks, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_timeline(timeline),
      m_bookmarks(bookmarks),
      m_playback(new Playback(timeline)),
      m_thumbnails(new Thumbnails(this)),
      m_speed(new QComboBox),
      m_shows(new QToolButton)
{
    makeActions();
    makeRow();
    connect(m_playback, &Playback::playingChanged, this, [this](bool playing) {
        m_play->setChecked(playing);
        m_play->setText(playing ? tr("&Pause") : tr("&Play"));
    });
    connect(bookmarks, &Bookmarks::changed, this, [this] {
        m_timeline->setBookmarks(m_bookmarks->all());
        refresh();
    });
    connect(timeline, &Timeline::rangeChosen, this, &PlaybackBar::refresh);
    connect(timeline, &Timeline::thumbnailsWanted, this, &PlaybackBar::fillThumbnails);
    connect(m_thumbnails, &Thumbnails::ready, timeline, &Timeline::setThumbnail);
    connect(session, &Session::opening, this, [this] {
        m_playback->pause();
        m_thumbnails->cancel();
    });
    connect(session, &Session::runStarted, this, [this] {
        m_playback->pause();
        m_thumbnails->cancel();  // the run needs the cores
        refresh();
    });
    for (const auto signal : {&Session::flightOpened, &Session::workspaceOpened})
        connect(session, signal, this, [this] {
            m_timeline->clearThumbnails();
            fillThumbnails();
            refresh();
        });
    refresh();
}

QAction* PlaybackBar::makeAction(const char* name, const QString& text, const QString& tip,
                                 const QString& key)
{
    auto* action = new QAction(text, this);
    const QKeySequence keys(key);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    action->setStatusTip(tip);
    action->setToolTip(
        keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText)));
    return action;
}

void PlaybackBar::makeActions()
{
    m_play = makeAction("playFlight", tr("&Play"), tr("Play the frames one after another, or pause"),
                        QStringLiteral("Ctrl+Space"));
    m_play->setCheckable(true);
    connect(m_play, &QAction::triggered, this,
            [this](bool on) { on ? m_playback->play() : m_playback->pause(); });
    m_loop = makeAction("loopRange", tr("&Loop"), tr("Play the range that is set, or all, over and over"),
                        QStringLiteral("Ctrl+Shift+Space"));
    m_loop->setCheckable(true);
    connect(m_loop, &QAction::toggled, m_playback, &Playback::setLooping);
    m_from = makeAction("rangeFrom", tr("Range &from Here"), tr("Set where the range of the timeline begins"),
                        QStringLiteral("Ctrl+["));
    connect(m_from, &QAction::triggered, this, [this] { setRangeEnd(true); });
    m_to = makeAction("rangeTo", tr("Range &to Here"), tr("Set where the range of the timeline ends"),
                      QStringLiteral("Ctrl+]"));
    connect(m_to, &QAction::triggered, this, [this] { setRangeEnd(false); });
    m_noRange = makeAction("noRange", tr("No &Range"), tr("Take the range of the timeline away"), QString());
    connect(m_noRange, &QAction::triggered, this, [this] {
        m_timeline->setRange(std::nullopt);
        refresh();
    });
    m_note =
        makeAction("bookmark", tr("Add &Bookmark…"),
                   tr("Note something of the moment, or of the range that is set"), QStringLiteral("Ctrl+B"));
    connect(m_note, &QAction::triggered, this, &PlaybackBar::note);
}

void PlaybackBar::makeRow()
{
    auto* row = new FlowLayout(this, 2);
    const auto addButton = [row](QAction* action, const QString& text) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        if (!text.isEmpty()) {
            // What is short enough for the row; the menu has the words.
            button->setText(text);
            connect(action, &QAction::changed, button, [button, text] { button->setText(text); });
        }
        row->addWidget(button);
        return button;
    };
    addButton(m_play, QString())->setObjectName(QStringLiteral("playButton"));
    m_speed->setObjectName(QStringLiteral("playSpeed"));
    for (const int times : {1, 2, 4, 8, 16})
        m_speed->addItem(QStringLiteral("%1×").arg(times), times);
    m_speed->setToolTip(tr("How much faster than the recording"));
    connect(m_speed, QOverload<int>::of(&QComboBox::currentIndexChanged), this,
            [this] { m_playback->setSpeed(m_speed->currentData().toInt()); });
    row->addWidget(m_speed);
    addButton(m_loop, tr("Loop"));
    addButton(m_from, QStringLiteral("["));
    addButton(m_to, QStringLiteral("]"));
    addButton(m_note, tr("Bookmark"));
    m_shows->setObjectName(QStringLiteral("showThumbnails"));
    m_shows->setText(tr("Pictures"));
    m_shows->setToolTip(tr("Show small pictures along the timeline; they fill in while you work"));
    m_shows->setCheckable(true);
    m_shows->setAutoRaise(true);
    connect(m_shows, &QToolButton::toggled, m_timeline, &Timeline::setThumbnailsVisible);
    row->addWidget(m_shows);
}

QList<QAction*> PlaybackBar::actions() const
{
    return {m_play, m_loop, m_from, m_to, m_noRange, m_note};
}

/** The other end stays where it was, or is that of the flight. */
void PlaybackBar::setRangeEnd(bool start)
{
    const double here = m_timeline->secondsOf(m_timeline->currentFrame());
    Timeline::Range range = m_timeline->range().value_or(m_timeline->span());
    (start ? range.first : range.second) = here;
    if (range.first > range.second)
        (start ? range.second : range.first) = start ? m_timeline->span().second : m_timeline->span().first;
    m_timeline->setRange(range);
    refresh();
}

void PlaybackBar::note()
{
    const double here = m_timeline->secondsOf(m_timeline->currentFrame());
    const Timeline::Range range = m_timeline->range().value_or(Timeline::Range(here, here));
    const bool isMoment = range.first == range.second;
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("bookmarkDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add a Bookmark"));
    dialog->setLabelText(
        isMoment ? tr("Note at %1:").arg(recordingTime(range.first))
                 : tr("Note on %1 to %2:").arg(recordingTime(range.first), recordingTime(range.second)));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, range](const QString& text) { m_bookmarks->add(range.first, range.second, text); });
    dialog->open();
}

/** Before a run and after it, not during it. */
void PlaybackBar::fillThumbnails()
{
    const std::vector<FrameRecord> frames = m_timeline->thumbnailFrames();
    if (frames.empty() || m_session->isRunning())
        m_thumbnails->cancel();
    else
        m_thumbnails->request(m_session->flight(), frames, m_timeline->thumbnailSize() * 2);
}

void PlaybackBar::refresh()
{
    const bool frames = !m_timeline->isEmpty();
    for (QAction* action : {m_play, m_from, m_to})
        action->setEnabled(frames);
    m_noRange->setEnabled(m_timeline->range().has_value());
    m_note->setEnabled(frames && m_bookmarks->canChange());
}

}  // namespace sheen
