#include <QAction>
#include <QElapsedTimer>
#include <QInputDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <algorithm>
#include <map>

#include "flight/flight.h"
#include "playback.h"
#include "playback_bar.h"
#include "thumbnails.h"
#include "ui/frame/bookmark_panel.h"
#include "ui/frame/bookmarks.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/timeline.h"
#include "ui/support/flight_that_was_run.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/small_flight.h"

// Playing, ranges, small pictures and bookmarks along the timeline.

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr int frameCount = 200;
constexpr double secondsApart = 0.1;

std::vector<FrameRecord> frames()
{
    std::vector<FrameRecord> all;
    for (int i = 0; i < frameCount; ++i) {
        FrameRecord record;
        record.frame = 10 * i;
        record.timeSeconds = i * secondsApart;
        all.push_back(record);
    }
    return all;
}

/** A timeline that is played, with frames that are there at once. */
struct Player
{
    Timeline timeline;
    Playback* playback = new Playback(&timeline);
    std::vector<int> shown;

    Player()
    {
        timeline.resize(420, 60);
        timeline.setFrames(frames(), ModelCard());
        timeline.setCurrentFrame(0);
        QObject::connect(playback, &Playback::wanted, &timeline, [this](int frame) {
            shown.push_back(frame);
            timeline.setCurrentFrame(frame);
            playback->arrived(frame);
        });
    }
};

QPoint onStrip(const Timeline& timeline, double share)
{
    return {8 + int((timeline.width() - 16) * share), timeline.height() - 24};
}

void dragWithShift(Timeline& timeline, double from, double to)
{
    const QPoint end = onStrip(timeline, to);
    QTest::mousePress(&timeline, Qt::LeftButton, Qt::ShiftModifier, onStrip(timeline, from));
    QMouseEvent move(QEvent::MouseMove, end, timeline.mapToGlobal(end), Qt::NoButton, Qt::LeftButton,
                     Qt::ShiftModifier);
    QApplication::sendEvent(&timeline, &move);
    QTest::mouseRelease(&timeline, Qt::LeftButton, Qt::ShiftModifier, end);
}

}  // namespace

class TimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAndFramesGoTogether()
    {
        Timeline timeline;
        QCOMPARE(timeline.frameAt(1), -1);
        timeline.setFrames(frames(), ModelCard());
        QCOMPARE(timeline.frameAt(-5), 0);
        QCOMPARE(timeline.frameAt(1.0), 100);
        QCOMPARE(timeline.frameAt(1.05), 100);
        QCOMPARE(timeline.frameAt(1e9), 10 * (frameCount - 1));
        QCOMPARE(timeline.secondsOf(100), 1.0);
        QCOMPARE(timeline.span().second, (frameCount - 1) * secondsApart);
    }

    /** However busy the machine is: in the same time, the faster it plays the farther it comes. */
    void fasterPlaysFarther()
    {
        std::map<int, double> secondsPerSecond;
        for (const int speed : {1, 8}) {
            Player player;
            player.playback->setSpeed(speed);
            QElapsedTimer clock;
            clock.start();
            player.playback->play();
            QTRY_VERIFY_WITH_TIMEOUT(player.shown.size() > 3, 20000);
            secondsPerSecond[speed] = player.timeline.secondsOf(player.shown.back()) * 1000 /
                                      double(std::max<qint64>(1, clock.elapsed()));
            player.playback->pause();
            QVERIFY(std::is_sorted(player.shown.begin(), player.shown.end()));
        }
        QVERIFY2(secondsPerSecond[8] > 2 * secondsPerSecond[1],
                 qPrintable(QStringLiteral("%1, %2").arg(secondsPerSecond[1]).arg(secondsPerSecond[8])));
    }

    void playingEndsWithTheFlightAndBeginsAgain()
    {
        Player player;
        player.playback->setSpeed(16);
        player.timeline.setCurrentFrame(10 * (frameCount - 10));
        QSignalSpy changed(player.playback, &Playback::playingChanged);
        player.playback->play();
        QTRY_VERIFY_WITH_TIMEOUT(!player.playback->isPlaying(), 20000);
        QCOMPARE(player.timeline.currentFrame(), 10 * (frameCount - 1));
        QCOMPARE(changed.count(), 2);
        player.playback->play();
        QTRY_VERIFY_WITH_TIMEOUT(player.timeline.currentFrame() < 1000, 20000);
    }

    /** A frame that takes long is waited for: none is asked for before it is there. */
    void aSlowFrameIsWaitedFor()
    {
        Timeline timeline;
        timeline.setFrames(frames(), ModelCard());
        timeline.setCurrentFrame(0);
        Playback playback(&timeline);
        playback.setParent(nullptr);
        QSignalSpy wanted(&playback, &Playback::wanted);
        connect(&playback, &Playback::wanted, &timeline, &Timeline::setCurrentFrame);
        playback.play();
        QVERIFY(wanted.wait(20000));
        const int first = wanted.first().first().toInt();
        QTest::qWait(500);
        QCOMPARE(wanted.count(), 1);
        playback.arrived(first);
        QVERIFY(wanted.wait(20000));
        QVERIFY(wanted.last().first().toInt() > first + 20);  // what passed meanwhile is left out
        playback.pause();
    }

    void aRangeIsDraggedAndLooped()
    {
        Player player;
        QSignalSpy chosen(&player.timeline, &Timeline::rangeChosen);
        dragWithShift(player.timeline, 0.25, 0.35);
        QCOMPARE(chosen.count(), 1);
        const std::optional<Timeline::Range> range = player.timeline.range();
        QVERIFY(range);
        QVERIFY2(std::abs(range->first - 5) < 0.4 && std::abs(range->second - 7) < 0.4,
                 qPrintable(QStringLiteral("%1 to %2").arg(range->first).arg(range->second)));
        QCOMPARE(player.timeline.currentFrame(), 0);  // the frame stays
        player.playback->setLooping(true);
        player.playback->setSpeed(16);
        player.playback->play();
        // Over and over: it comes back to where it was.
        QTRY_VERIFY_WITH_TIMEOUT(!std::is_sorted(player.shown.begin(), player.shown.end()), 20000);
        player.playback->pause();
        for (const int frame : player.shown) {
            QVERIFY(frame >= player.timeline.frameAt(range->first));
            QVERIFY(frame <= player.timeline.frameAt(range->second));
        }
        QTest::mouseClick(&player.timeline, Qt::LeftButton, Qt::ShiftModifier, onStrip(player.timeline, 0.5));
        QVERIFY(!player.timeline.range());
    }

    void smallPicturesFillInAndCanBeCancelled()
    {
        const QTemporaryDir folder;
        const SmallFlight flight = writeSmallFlight(folder.path(), 60);
        const std::shared_ptr<Flight> recording = Flight::open(flight.frames);
        Timeline timeline;
        std::vector<FrameRecord> all = frames();
        all.resize(60);
        for (int i = 0; i < 60; ++i)
            all[std::size_t(i)].frame = i;
        timeline.resize(800, 90);
        timeline.setFrames(all, ModelCard());
        QVERIFY(timeline.thumbnailFrames().empty());
        QSignalSpy wanted(&timeline, &Timeline::thumbnailsWanted);
        timeline.setThumbnailsVisible(true);
        QCOMPARE(wanted.count(), 1);
        const std::vector<FrameRecord> few = timeline.thumbnailFrames();
        // As many as fit, however long the flight: that is all that is kept of it.
        QVERIFY(few.size() > 5 && few.size() <= std::size_t(800 / timeline.thumbnailSize().width()));
        Thumbnails thumbnails(nullptr);
        QSignalSpy ready(&thumbnails, &Thumbnails::ready);
        thumbnails.request(recording, few, timeline.thumbnailSize());
        QTRY_COMPARE_WITH_TIMEOUT(std::size_t(ready.count()), few.size(), patience);
        QCOMPARE(thumbnails.waiting(), 0);
        for (const QList<QVariant>& one : ready) {
            const auto picture = one[1].value<QImage>();
            QVERIFY(picture.width() <= 2 * timeline.thumbnailSize().width());
        }
        ready.clear();
        thumbnails.request(recording, few, timeline.thumbnailSize());
        thumbnails.cancel();
        QTest::qWait(300);
        QVERIFY(ready.isEmpty());
    }

    void bookmarksAreKeptShownAndChanged()
    {
        const FlightThatWasRun flight;
        {
            Session session;
            FramePanel panel(&session);
            BookmarkPanel list(panel.bookmarks());
            QVERIFY(!panel.bookmarks()->canChange());
            flight.openIn(session);
            panel.resize(500, 700);
            panel.setVisible(true);
            const double end = panel.timeline()->span().second;
            QVERIFY(end > 0);
            auto* note = panel.playbackBar()->findChild<QAction*>(QStringLiteral("bookmark"));
            QVERIFY(note->isEnabled());
            panel.timeline()->setCurrentFrame(panel.timeline()->frameAt(end / 2));
            note->trigger();
            auto* dialog = panel.findChild<QInputDialog*>(QStringLiteral("bookmarkDialog"));
            QVERIFY(dialog);
            dialog->setTextValue(QStringLiteral("ship turns"));
            dialog->accept();
            panel.timeline()->setRange(Timeline::Range(0, end / 4));
            panel.bookmarks()->add(end / 4, 0, QStringLiteral("sheen, streamers"));  // turned round
            auto* table = list.findChild<QTableWidget*>(QStringLiteral("bookmarks"));
            QCOMPARE(table->rowCount(), 2);
            QCOMPARE(table->item(0, 1)->text(), QStringLiteral("sheen, streamers"));
            QCOMPARE(table->item(1, 1)->text(), QStringLiteral("ship turns"));
            table->item(1, 1)->setText(QStringLiteral("ship turns away"));
            QSignalSpy chosen(&list, &BookmarkPanel::chosen);
            Q_EMIT table->cellDoubleClicked(0, 0);
            QCOMPARE(chosen.first()[1].toDouble(), end / 4);
        }
        const std::vector<Bookmark> kept = bookmarksFromJson(flight.onDisk()->kept(keptBookmarksName()));
        QCOMPARE(kept.size(), std::size_t(2));
        QVERIFY(kept[0].isRange());
        QCOMPARE(kept[1].note, QStringLiteral("ship turns away"));
        QVERIFY(!kept[1].person.isEmpty());

        Session session;
        Bookmarks bookmarks(&session);
        BookmarkPanel list(&bookmarks);
        flight.openIn(session);
        QCOMPARE(bookmarks.all().size(), std::size_t(2));
        list.findChild<QTableWidget*>(QStringLiteral("bookmarks"))->selectRow(0);
        list.findChild<QPushButton*>(QStringLiteral("removeBookmark"))->click();
        QCOMPARE(bookmarks.all().size(), std::size_t(1));
        QCOMPARE(bookmarksFromJson(flight.onDisk()->kept(keptBookmarksName())).size(), std::size_t(1));
    }
};

SHEEN_QGIS_TEST_MAIN(TimelineTest)
#include "timeline_test.moc"
