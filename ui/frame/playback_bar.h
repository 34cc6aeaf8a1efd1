#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QComboBox;
class QToolButton;

namespace sheen {

class Bookmarks;
class Playback;
class Session;
class Thumbnails;
class Timeline;

/** What goes along the timeline by itself, and what is set and noted on it. */
class PlaybackBar : public QWidget
{
    Q_OBJECT

public:
    PlaybackBar(Session* session, Timeline* timeline, Bookmarks* bookmarks, QWidget* parent = nullptr);

    QList<QAction*> actions() const;
    void refresh();  //!< which of them can be done
    Playback& playback() const { return *m_playback; }
    Thumbnails& thumbnails() const { return *m_thumbnails; }

private:
    QAction* makeAction(const char* name, const QString& text, const QString& tip, const QString& key);
    void makeActions();
    void makeRow();
    void setRangeEnd(bool start);
    void note();
    void fillThumbnails();

    Session* m_session;
    Timeline* m_timeline;
    Bookmarks* m_bookmarks;
    Playback* m_playback;
    Thumbnails* m_thumbnails;
    QComboBox* m_speed;
    QToolButton* m_shows;
    QAction* m_play = nullptr;
    QAction* m_loop = nullptr;
    QAction* m_from = nullptr;
    QAction* m_to = nullptr;
    QAction* m_noRange = nullptr;
    QAction* m_note = nullptr;
};

}  // namespace sheen
