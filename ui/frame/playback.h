#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace sheen {

class Timeline;

/** Plays the frames of the timeline at a multiple of the recording's speed: frames that come too late are
 * left out, none is asked for before the one before is there. Lives in the widgets' thread. */
class Playback : public QObject
{
    Q_OBJECT

public:
    explicit Playback(Timeline* timeline);

    bool isPlaying() const { return m_timer.isActive(); }
    int speed() const { return m_speed; }
    void setSpeed(int times);  //!< 1 to 16
    /** Plays over and over: the range of the timeline where one is set, else the whole flight. */
    void setLooping(bool loops) { m_loops = loops; }

    void play();
    void pause();
    /** The frame that was wanted is shown. */
    void arrived(int frame);

Q_SIGNALS:
    void wanted(int frame);
    void playingChanged(bool playing);

private:
    void advance();

    Timeline* m_timeline;
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_seconds = 0;  //!< in the recording
    int m_speed = 1;
    int m_wanted = -1;  //!< asked for and not shown yet
    bool m_loops = false;
};

}  // namespace sheen
