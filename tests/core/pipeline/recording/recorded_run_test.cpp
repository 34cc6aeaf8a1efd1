#include "recording/recorded_run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "data/mask_codec.h"
#include "recording/resuming.h"
#include "run/thread_plan.h"
#include "support/made_flight.h"
#include "workspace/teaching_memory.h"
#include "workspace/workspace.h"

using namespace sheen;

class RecordedRunTest : public QObject
{
    Q_OBJECT

    static constexpr int frameCount = 30;

    QTemporaryDir m_folder;
    RunSettings m_settings;
    MadeFlight m_flight{frameCount};
    std::chrono::milliseconds m_delay{0};  //!< of each detection

    QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    RecordedRun record(const RecordingSettings& settings, const RecordedListener& listener = {},
                       const Cancel& cancel = Cancel()) const
    {
        DarkDetector detector;
        detector.delay = m_delay;
        Run run(m_flight, detector, m_settings);
        RecordedRun recorded;
        recordRun(run, settings, listener, cancel, recorded);
        return recorded;
    }

    /** A run that ends as if it had been killed, with so many frames in its workspace at least. */
    void breakOff(const QString& path, int after) const
    {
        DarkDetector detector;
        Run run(m_flight, detector, m_settings);
        const auto workspace = Workspace::create(path, run.facts());
        try {
            run.execute(
                [&](FrameResult&& frame, const RunProgress& progress) {
                    workspace->append({frame.record}, {frame.maskPng});
                    if (progress.framesDone == after)
                        throw Error(QStringLiteral("killed"));
                },
                Cancel());
        } catch (const Error&) {
        }
    }

    static void compare(Workspace& a, Workspace& b)
    {
        const std::vector<Slick> slicks = a.slicks();
        const std::vector<Slick> others = b.slicks();
        QCOMPARE(slicks.size(), others.size());
        for (std::size_t i = 0; i < slicks.size(); ++i) {
            QCOMPARE(slicks[i].id, others[i].id);
            QCOMPARE(slicks[i].oiledSquareMetres(), others[i].oiledSquareMetres());
            QCOMPARE(slicks[i].seen.firstFrame, others[i].seen.firstFrame);
            QCOMPARE(slicks[i].seen.lastFrame, others[i].seen.lastFrame);
            QCOMPARE(slicks[i].seen.frameCount, others[i].seen.frameCount);
        }
        const std::vector<FrameRecord> frames = a.frames();
        const std::vector<FrameRecord> otherFrames = b.frames();
        QCOMPARE(frames.size(), otherFrames.size());
        for (std::size_t i = 0; i < frames.size(); ++i) {
            QCOMPARE(frames[i].frame, otherFrames[i].frame);
            QCOMPARE(frames[i].issues, otherFrames[i].issues);
            QCOMPARE(frames[i].detections.size(), otherFrames[i].detections.size());
            QCOMPARE(a.mask(frames[i].frame), b.mask(frames[i].frame));
        }
        QVERIFY(a.facts().issueCounts == b.facts().issueCounts);
        QCOMPARE(a.facts().framesDone, b.facts().framesDone);
        QCOMPARE(a.facts().framesPlaced, b.facts().framesPlaced);
    }

private Q_SLOTS:
    void initTestCase()
    {
        planThreads(2);
        m_flight.broken = {6, 22};
        m_settings.telemetry = file("poses.csv");
        QFile poses(m_settings.telemetry);
        QVERIFY(poses.open(QIODevice::WriteOnly));
        poses.write("frame,t,lat,lon,alt,hdg,az,brg,dep,focal,hfov\n");
        for (int i = 0; i < frameCount; ++i)
            poses.write(QStringLiteral("%1,%1,%2,5.0,1000,0,0,0,90,179,20\n")
                            .arg(i)
                            .arg(55 + i * 40 / 111320.0, 0, 'f', 9)
                            .toLatin1());
    }

    void whatWasShownIsOnTheDisk()
    {
        int shown = 0;
        bool all = true;
        RecordedRun recorded =
            record({file("shown.gpkg"), {{QStringLiteral("products"), QStringLiteral("csv")}}},
                   [&](std::vector<FrameResult>&& frames, const RunProgress&) {
                       const auto stored = Workspace::open(file("shown.gpkg"));
                       for (const FrameResult& frame : frames) {
                           ++shown;
                           all = all && (m_flight.broken.count(frame.record.frame) > 0 ||
                                         !stored->mask(frame.record.frame).isEmpty());
                       }
                       all = all && stored->facts().brokenOff && stored->facts().framesDone == shown;
                   });
        QVERIFY(all);
        QCOMPARE(shown, frameCount);
        QCOMPARE(recorded.result->frames.size(), std::size_t(frameCount));
        const RunFacts facts = recorded.workspace->facts();
        QVERIFY(!facts.brokenOff && !facts.cancelled);
        QCOMPARE(facts.framesDone, frameCount);
        QCOMPARE(facts.settings[QStringLiteral("products")].toString(), QStringLiteral("csv"));
        QVERIFY(!canBeFinished(facts));
    }

    void finishedIsAsInOneGo_data()
    {
        QTest::addColumn<int>("after");
        QTest::addColumn<double>("timeFilter");
        QTest::newRow("after the first frame") << 1 << 2.0;
        QTest::newRow("after three") << 3 << 2.0;
        QTest::newRow("beside a broken one") << 7 << 2.0;
        QTest::newRow("in the middle") << 15 << 2.0;
        QTest::newRow("in the middle, frames on their own") << 15 << 0.0;
        QTest::newRow("before the last") << frameCount - 1 << 2.0;
    }

    void finishedIsAsInOneGo()
    {
        QFETCH(int, after);
        QFETCH(double, timeFilter);
        m_settings.timeFilterSeconds = timeFilter;
        const QString whole = file(QTest::currentDataTag());
        const QString broken = whole + QStringLiteral(" broken");
        RecordedRun one = record({whole, {}});
        breakOff(broken, after);
        const std::shared_ptr<Workspace> workspace = Workspace::open(broken);
        QVERIFY(canBeFinished(workspace->facts()));
        QVERIFY(workspace->slicks().empty());
        const int handedOut = m_flight.handedOut;
        int run = 0;
        RecordedRun rest =
            record({{}, {}, workspace},
                   [&](std::vector<FrameResult>&& frames, const RunProgress&) { run += int(frames.size()); });
        QVERIFY(rest.result);
        QCOMPARE(m_flight.handedOut - handedOut, frameCount);  // all are read, and only some are run
        QCOMPARE(run, frameCount - std::max(0, after - 2));
        QVERIFY(!workspace->facts().brokenOff);
        compare(*one.workspace, *workspace);
    }

    void reviewStaysWhenTheRunIsFinished()
    {
        m_settings.timeFilterSeconds = 2;
        m_delay = std::chrono::milliseconds(40);
        Cancel cancel;
        RecordedRun first = record(
            {file("reviewed.gpkg"), {}},
            [&](std::vector<FrameResult>&&, const RunProgress& progress) {
                if (progress.framesDone > 8)
                    cancel.request();
            },
            cancel);
        m_delay = {};
        if (first.result->frames.size() == frameCount)
            QSKIP("It was done before it could be cancelled.");
        QVERIFY(first.result->facts.cancelled && !first.result->facts.brokenOff);
        Slick touched = first.workspace->slicks().at(0);
        touched.decision = Decision::Accepted;
        touched.note = QStringLiteral("seen by the ship");
        Edit edit;
        edit.action = QStringLiteral("accept");
        edit.slickIds = {touched.id};
        first.workspace->applyEdit(edit, {touched}, {});
        record({{}, {}, first.workspace});
        const std::vector<Slick> slicks = first.workspace->slicks();
        const auto kept = std::find_if(slicks.begin(), slicks.end(),
                                       [&](const Slick& slick) { return slick.id == touched.id; });
        QVERIFY(kept != slicks.end());
        QCOMPARE(kept->note, touched.note);
        QCOMPARE(first.workspace->frames().size(), std::size_t(frameCount));
    }

    void runAgainTheSameOilKeepsItsNumber()
    {
        RecordedRun first = record({file("again.gpkg"), {}});
        const std::vector<Slick> before = first.workspace->slicks();
        QVERIFY(!before.empty());
        Edit edit;
        edit.action = QStringLiteral("accept");
        Slick moved = before[0];
        const std::int64_t number = first.workspace->nextSlickId() + 10;
        moved.id = number;
        first.workspace->applyEdit(edit, {moved}, {before[0].id});
        first.workspace.reset();
        const RecordedRun second = record({file("again.gpkg"), {}});
        const std::vector<Slick> after = second.workspace->slicks();
        QCOMPARE(after.size(), before.size());
        QVERIFY(std::any_of(after.begin(), after.end(),
                            [number](const Slick& slick) { return slick.id == number; }));
        QVERIFY(second.workspace->nextSlickId() > number);
    }

    /** As when it was taught: what a person said stays, what is found besides lies beside it. */
    void reviewStaysWhenTheFlightRunsAgain()
    {
        RecordedRun first = record({file("taught.gpkg"), {}});
        std::vector<Slick> before = first.workspace->slicks();
        QVERIFY(!before.empty());
        Slick touched = before[0];
        touched.decision = Decision::Rejected;
        touched.note = QStringLiteral("a wake");
        Edit edit;
        edit.action = QStringLiteral("reject");
        edit.slickIds = {touched.id};
        first.workspace->applyEdit(edit, {touched}, {});
        TeachingMark mark;
        mark.points = {{5, 6}};
        first.workspace->setMarks({mark}, first.workspace->facts().model);
        keepTeachingMemory(*first.workspace, {first.workspace->facts().model, {}});
        first.workspace.reset();

        RecordedRun second = record({file("taught.gpkg"), {}, nullptr, true});
        QVERIFY(!second.movedTo.isEmpty());
        const std::vector<Slick> after = second.workspace->slicks();
        QCOMPARE(after.size(), before.size());
        const auto kept = std::find_if(after.begin(), after.end(),
                                       [&](const Slick& slick) { return slick.id == touched.id; });
        QVERIFY(kept != after.end());
        QCOMPARE(kept->decision, Decision::Rejected);
        QCOMPARE(kept->note, touched.note);
        QVERIFY(std::abs(kept->oiledSquareMetres() - touched.oiledSquareMetres()) < 1);
        std::vector<QString> actions;
        for (const Edit& one : second.workspace->edits())
            actions.push_back(one.action);
        QVERIFY(std::find(actions.begin(), actions.end(), QStringLiteral("reject")) != actions.end());
        QCOMPARE(second.workspace->marks().size(), std::size_t(1));
        QVERIFY(second.result->slicks.size() == after.size());

        // Without being told to, a run keeps the marks alone.
        second.workspace.reset();
        const RecordedRun third = record({file("taught.gpkg"), {}});
        QCOMPARE(third.workspace->marks().size(), std::size_t(1));
        for (const Slick& slick : third.workspace->slicks())
            QCOMPARE(slick.decision, Decision::Undecided);
    }

    void cancelledBeforeSomethingNewItStaysAsItWas()
    {
        breakOff(file("early.gpkg"), 10);
        const std::shared_ptr<Workspace> workspace = Workspace::open(file("early.gpkg"));
        Cancel cancel;
        cancel.request();
        const RecordedRun recorded = record({{}, {}, workspace}, {}, cancel);
        QVERIFY(!recorded.result);
        QVERIFY(workspace->facts().brokenOff);
        QCOMPARE(workspace->frames().size(), std::size_t(10));
    }

    void anotherRecordingIsRefused()
    {
        breakOff(file("other.gpkg"), 10);
        const std::shared_ptr<Workspace> workspace = Workspace::open(file("other.gpkg"));
        m_settings.selection.firstFrame = 2;
        try {
            record({{}, {}, workspace});
            QFAIL("finished");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Unreadable);
        }
        m_settings.selection.firstFrame = 0;
        QCOMPARE(workspace->frames().size(), std::size_t(10));
    }

    /** Whatever the workspace's writing ends in ends the run, and is no end of the program. */
    void whatTheListenerThrowsEndsTheRun()
    {
        QVERIFY_EXCEPTION_THROWN(
            record({file("thrown.gpkg"), {}},
                   [](std::vector<FrameResult>&&, const RunProgress&) { throw std::bad_alloc(); }),
            std::bad_alloc);
        QVERIFY(Workspace::open(file("thrown.gpkg"))->facts().brokenOff);
    }
};

QTEST_GUILESS_MAIN(RecordedRunTest)
#include "recorded_run_test.moc"
