#pragma once

#include <QWidget>
#include <atomic>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "geo/ground.h"
#include "ui/session/session.h"
#include "ui/session/work_thread.h"

class QAction;
class QLabel;
class QSlider;

namespace sheen {

class Bookmarks;
class ClassLegend;
class FrameMeasure;
class FrameView;
class LookControls;
class PlaybackBar;
class Timeline;

/** The frame under the eye: its picture with the mask, what is known of it, the timeline and the ways along
 * it. */
class FramePanel : public QWidget
{
    Q_OBJECT

public:
    explicit FramePanel(Session* session, QWidget* parent = nullptr);
    ~FramePanel() override;

    FrameView* view() const { return m_view; }
    Timeline* timeline() const { return m_timeline; }
    QList<QAction*> actions() const;  //!< previous and next frame, with oil, playing, ranges, bookmarks
    Bookmarks* bookmarks() const { return m_bookmarks; }
    PlaybackBar* playbackBar() const { return m_playback; }

    /** Asks the session for a frame of the run; it is shown when it is decoded. */
    void goToFrame(int frame);
    int currentFrame() const;  //!< -1 without
    /** The frame of a moment of the recording; a range is set on the timeline, too. */
    void goToTime(double startSeconds, double endSeconds);
    /** Dims what is not selected, and zooms to what is whenever the frame or the selection is another. */
    void setSpotlight(bool on);
    /** Marks a place of the sea in the picture; nothing, or a place it does not show: no mark. */
    void showPointer(const std::optional<GroundPoint>& place);
    void followRun() { m_live = true; }  //!< shows the newest frame again while a run goes on

Q_SIGNALS:
    void frameShown(const sheen::FrameRecord& record);
    /** The pointer is over this place of the sea; nothing: over none. */
    void hovered(const std::optional<sheen::GroundPoint>& place);

private:
    void makeActions();
    QWidget* makeControls();
    void showPreview();
    void showWorkspace();
    void showLegend();
    void showFacts();
    void playTo(int frame);
    void takeBatch(const std::vector<ShownFrame>& frames, const RunProgress& progress);
    void endRun();
    void placeAgain();
    void show(const ShownFrame& frame);
    void step(int direction, bool withOil);
    void updateHighlights();
    void updateSlicks();
    void selectAt(const QPointF& pixel);
    void hoverAt(const QPointF& pixel);
    QWidget* makeLookRow();
    void applyLook();
    void updateActions();

    Session* m_session;
    FrameView* m_view;
    Timeline* m_timeline;
    Bookmarks* m_bookmarks;
    PlaybackBar* m_playback;
    ClassLegend* m_legend;
    QLabel* m_facts;
    QSlider* m_opacity = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_next = nullptr;
    QAction* m_previousOil = nullptr;
    QAction* m_nextOil = nullptr;
    LookControls* m_look = nullptr;
    FrameMeasure* m_measure = nullptr;
    std::atomic<int> m_lookRequest{0};
    WorkThread m_lookThread;
    bool m_spotlight = false;
    std::pair<int, std::set<std::int64_t>> m_lit{-1, {}};  //!< frame and slicks that were zoomed to
    FrameRecord m_shown;
    bool m_hasShown = false;
    bool m_live = true;  //!< follows the run; until the analyst asks for a frame
};

}  // namespace sheen
