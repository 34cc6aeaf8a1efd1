#include "run/run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <set>
#include <thread>

#include "base/error.h"
#include "data/mask_codec.h"
#include "placing/placement.h"
#include "run/thread_plan.h"
#include "sources/flight_overlay.h"
#include "support/made_flight.h"

using namespace sheen;

class RunTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_poses;

    RunSettings settings() const
    {
        RunSettings settings;
        settings.telemetry = m_poses;
        return settings;
    }

    static RunResult execute(const MadeFlight& flight, Detector& detector, const RunSettings& settings,
                             const Run::FrameListener& listener = {})
    {
        const Cancel cancel;
        return Run(flight, detector, settings).execute(listener, cancel);
    }

    static ErrorKind failure(const std::function<void()>& work)
    {
        try {
            work();
        } catch (const Error& error) {
            return error.kind();
        }
        return ErrorKind(0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        planThreads(2);
        // Straight down from 1000 m, northwards at 5 m a frame; 160 pixels are 352.7 m.
        m_poses = m_folder.filePath(QStringLiteral("poses.csv"));
        QFile file(m_poses);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("frame,t,lat,lon,alt,hdg,az,brg,dep,focal,hfov\n");
        for (int i = 0; i < 400; ++i)
            file.write(QStringLiteral("%1,%1,%2,5.0,1000,0,0,0,90,179,20\n")
                           .arg(i)
                           .arg(55 + i * 5 / 111320.0, 0, 'f', 9)
                           .toLatin1());
    }

    void oilOfManyFramesIsOnePlace()
    {
        const MadeFlight flight(1);
        DarkDetector detector;
        QByteArray mask;
        const RunResult result =
            execute(flight, detector, settings(),
                    [&](FrameResult&& frame, const RunProgress&) { mask = frame.maskPng; });
        QCOMPARE(result.facts.framesPlaced, 1);
        QCOMPARE(result.facts.crsEpsg, 32631);
        QCOMPARE(result.slicks.size(), std::size_t(1));
        const double metresPerPixel = 2 * 1000 * std::tan(10 * CV_PI / 180) / 160;
        const double area = 40 * 30 * metresPerPixel * metresPerPixel;
        QVERIFY(std::abs(result.slicks[0].oiledSquareMetres() / area - 1) < 0.05);
        QCOMPARE(maskFromPng(mask).size(), flight.info().pictureSize);
        QVERIFY(result.frames[0].centre.has_value());
        QCOMPARE(result.facts.settings.value(QStringLiteral("telemetry")).toString(), m_poses);
    }

    void framesArriveInOrderWithWhatIsKnownSoFar()
    {
        const MadeFlight flight(40);
        DarkDetector detector;
        std::vector<int> order;
        int placed = 0;
        const RunResult result =
            execute(flight, detector, settings(), [&](FrameResult&& frame, const RunProgress& progress) {
                order.push_back(frame.record.frame);
                placed += frame.record.footprint.empty() ? 0 : 1;
                QCOMPARE(progress.framesExpected, 40);
                QCOMPARE(progress.framesDone, int(order.size()));
                QCOMPARE(frame.picture.size(), frame.segmentation.classes.size());
            });
        QCOMPARE(order.size(), std::size_t(40));
        QVERIFY(std::is_sorted(order.begin(), order.end()));
        QCOMPARE(placed, 40);
        QCOMPARE(result.facts.framesDone, 40);
        QVERIFY(result.facts.stageWallSeconds.count(QStringLiteral("detect")) > 0);
        QVERIFY(result.facts.peakMemoryMiB > 1);
    }

    void anOverlayLookedForBeforeIsNotLookedForAgain()
    {
        class WatchedFlight : public MadeFlight
        {
        public:
            using MadeFlight::MadeFlight;
            std::unique_ptr<FrameSource> frames(const FrameSelection& selection) const override
            {
                ++looks;
                return MadeFlight::frames(selection);
            }
            Frame frameAt(int index, double timeSeconds) const override
            {
                ++looks;
                return MadeFlight::frameAt(index, timeSeconds);
            }
            mutable std::atomic<int> looks = 0;
        };
        const WatchedFlight flight(12);
        DarkDetector detector;
        const RunSettings wanted = settings();
        const RunResult alone = execute(flight, detector, wanted);
        QVERIFY(flight.looks > 1 + 12);
        const Cancel cancel;
        FlightOverlay overlay(flight, wanted, cancel);
        const bool recognised = overlay.isRecognised();
        flight.looks = 0;
        Run run(flight, detector, wanted);
        run.take(overlay);
        const RunResult result = run.execute({}, cancel);
        QCOMPARE(int(flight.looks), 1 + 12);  // the source, and its frames
        QCOMPARE(result.facts.overlayLayout.isEmpty(), !recognised);
        QCOMPARE(result.facts.overlayLayout, alone.facts.overlayLayout);
        QCOMPARE(result.slicks.size(), alone.slicks.size());
        QCOMPARE(result.slicks[0].oiledSquareMetres(), alone.slicks[0].oiledSquareMetres());
    }

    void fewFramesAreUnderWayAtOnce()
    {
        const MadeFlight flight(60);
        DarkDetector detector;
        int delivered = 0;
        int most = 0;
        execute(flight, detector, settings(), [&](FrameResult&&, const RunProgress&) {
            std::this_thread::sleep_for(std::chrono::milliseconds(3));
            most = std::max(most, flight.handedOut - delivered);
            ++delivered;
        });
        QCOMPARE(delivered, 60);
        QVERIFY2(most <= 10, qPrintable(QString::number(most)));  // two wait for their neighbours
    }

    void cancelKeepsWhatWasDone()
    {
        const MadeFlight flight(300);
        DarkDetector detector;
        detector.delay = std::chrono::milliseconds(2);
        Cancel cancel;
        int delivered = 0;
        Run run(flight, detector, settings());
        const RunResult result = run.execute(
            [&](FrameResult&&, const RunProgress&) {
                if (++delivered == 5)
                    cancel.request();
            },
            cancel);
        QVERIFY(result.facts.cancelled);
        QVERIFY2(delivered >= 5 && delivered <= 14, qPrintable(QString::number(delivered)));
        QCOMPARE(int(result.frames.size()), delivered);
        QCOMPARE(result.facts.framesPlaced, delivered);
        QVERIFY(!result.slicks.empty());
    }

    void cancelledBeforeItBegins()
    {
        const MadeFlight flight(30);
        DarkDetector detector;
        Cancel cancel;
        cancel.request();
        const RunResult result = Run(flight, detector, settings()).execute({}, cancel);
        QVERIFY(result.facts.cancelled);
        QVERIFY(result.frames.empty() && result.slicks.empty());
    }

    void classesAreMappedAndCodesHoldForTheirSensorsAlone()
    {
        const MadeFlight flight(2);
        DarkDetector detector;
        RunSettings wanted = settings();
        wanted.classes = {{1, QStringLiteral("bunker"), {1, 2, 3}, 5, true}};
        RunResult result = execute(flight, detector, wanted);
        QCOMPARE(result.facts.model.findClass(1)->name, QStringLiteral("bunker"));
        QCOMPARE(result.slicks.front().areas.front().className, QStringLiteral("bunker"));
        QCOMPARE(result.slicks.front().areas.front().code, 5);
        QCOMPARE(result.facts.settings.value(QStringLiteral("classes")).toArray().size(), 1);
        QCOMPARE(detector.card().findClass(1)->code, 3);

        wanted.classes.front().oil = false;
        result = execute(flight, detector, wanted);
        QVERIFY(result.slicks.empty() && result.frames[0].detections.empty());
    }

    void theDeviceIsTheOneThatDidTheWork()
    {
        const MadeFlight flight(6);
        DarkDetector detector;
        Run run(flight, detector, settings());
        QCOMPARE(run.facts().settings.value(QStringLiteral("device")).toString(), QStringLiteral("test"));
        const Cancel cancel;
        QCOMPARE(run.execute({}, cancel).facts.settings.value(QStringLiteral("device")).toString(),
                 QStringLiteral("CPU in its place"));
    }

    void flickerIsFilteredOverTime()
    {
        const MadeFlight flight(9);
        for (const double seconds : {0.0, 3.0}) {
            DarkDetector detector;
            detector.blindOn = 4;
            RunSettings wanted = settings();
            wanted.timeFilterSeconds = seconds;
            std::vector<int> order;
            const RunResult result =
                execute(flight, detector, wanted, [&](FrameResult&& frame, const RunProgress&) {
                    order.push_back(frame.record.frame);
                    QCOMPARE(frame.picture.size(), frame.segmentation.classes.size());
                });
            QCOMPARE(order.size(), std::size_t(9));
            QVERIFY(std::is_sorted(order.begin(), order.end()));
            QCOMPARE(result.frames[4].detections.size(), std::size_t(seconds > 0 ? 1 : 0));
            QCOMPARE(result.frames[8].detections.size(), std::size_t(1));
        }
    }

    void brokenFramesAndOtherSizes()
    {
        MadeFlight flight(12);
        flight.broken = {4, 5};
        flight.otherSize = {8};
        DarkDetector detector;
        std::set<int> withMask;
        const RunResult result =
            execute(flight, detector, settings(), [&](FrameResult&& frame, const RunProgress&) {
                if (!frame.maskPng.isEmpty())
                    withMask.insert(frame.record.frame);
            });
        QCOMPARE(result.facts.framesDone, 12);
        QCOMPARE(result.facts.framesPlaced, 10);
        QCOMPARE(result.facts.issueCounts.at(QStringLiteral("undecodable")), 2);
        QVERIFY(!result.frames[4].issues.empty());
        QVERIFY(result.frames[4].detections.empty());
        QVERIFY(withMask == std::set<int>({0, 1, 2, 3, 6, 7, 8, 9, 10, 11}));
        QCOMPARE(result.frames[8].pictureSize, cv::Size(96, 72));
        QCOMPARE(result.frames[8].detections.size(), std::size_t(1));
        // The same angle over fewer pixels: the same sea.
        QVERIFY(std::abs(result.frames[8].detections[0].areaSquareMetres /
                             result.frames[7].detections[0].areaSquareMetres -
                         1) < 0.02);
    }

    void oneFailedDetectionIsThatFramesIssue()
    {
        const MadeFlight flight(6);
        DarkDetector detector;
        detector.failsOn = 3;
        const RunResult result = execute(flight, detector, settings());
        QCOMPARE(result.facts.framesDone, 6);
        QCOMPARE(result.frames[3].issues.size(), std::size_t(1));
        QCOMPARE(result.frames[3].issues[0].kind, IssueKind::NotDetected);
        QVERIFY(sentenceOf(result.frames[3].issues[0]).contains(QStringLiteral("fails")));
        QCOMPARE(result.facts.issueCounts.at(QStringLiteral("not_detected")), 1);
    }

    void howPicturesAreScaledIsToldOnce()
    {
        const MadeFlight flight(6);
        const auto notices = [&](int longestSide, const GroundSampleDistances& distances) {
            DarkDetector detector;
            detector.setTraining(longestSide, distances);
            std::vector<Issue> found = execute(flight, detector, settings()).facts.notices;
            std::erase_if(found, [](const Issue& issue) {
                return issue.kind != IssueKind::PicturesReduced && issue.kind != IssueKind::PicturesTooCoarse;
            });
            return found;
        };
        QVERIFY(notices(0, {}).empty());
        QCOMPARE(notices(64, {}),
                 (std::vector<Issue>{{IssueKind::PicturesReduced,
                                      {QStringLiteral("160 x 120"), QStringLiteral("53 x 40")}}}));
        QVERIFY(notices(64, {1, 4}).empty());  // the frames' places tell how to scale them
        QCOMPARE(notices(64, {0.1, 0.4}),
                 (std::vector<Issue>{{IssueKind::PicturesTooCoarse, {2.2, 0.1, 0.4}}}));
    }

    void theDetectorIsToldTheScaleThatItsCardAsksFor()
    {
        const MadeFlight flight(2);
        DarkDetector detector;
        execute(flight, detector, settings());
        QCOMPARE(detector.groundSampleDistanceMetres, 0.0);
        detector.setTraining(0, {0.1, 0.8});
        execute(flight, detector, settings());
        QVERIFY(std::abs(detector.groundSampleDistanceMetres - 352.7 / 160) < 0.02);
    }

    void aModelThatNeverWorksStopsTheRun()
    {
        const MadeFlight flight(6);
        DarkDetector detector;
        detector.failsOn = 0;
        QCOMPARE(failure([&] { execute(flight, detector, settings()); }), ErrorKind::Stopped);
    }

    void whatTheListenerThrowsComesOut()
    {
        const MadeFlight flight(100);
        DarkDetector detector;
        int delivered = 0;
        const ErrorKind kind = failure([&] {
            execute(flight, detector, settings(), [&](FrameResult&&, const RunProgress&) {
                if (++delivered == 3)
                    throw Error(QStringLiteral("disk full"));
            });
        });
        QCOMPARE(kind, ErrorKind::Stopped);
        QCOMPARE(delivered, 3);
    }

    /** A run that ended by an error holds on to none of the pictures that were under way. */
    void picturesUnderWayAreGivenBack()
    {
        MadeFlight flight(100);
        std::vector<cv::Mat> handedOut;
        flight.watch = [&](const cv::Mat& picture) { handedOut.push_back(picture); };
        DarkDetector detector;
        QCOMPARE(failure([&] {
                     execute(flight, detector, settings(), [&](FrameResult&& frame, const RunProgress&) {
                         if (frame.record.frame == 3)
                             throw Error(QStringLiteral("disk full"));
                     });
                 }),
                 ErrorKind::Stopped);
        QVERIFY(handedOut.size() > 4);
        for (const cv::Mat& picture : handedOut)
            QCOMPARE(picture.u->refcount, 1);
    }

    void whatIsKnownBeforeIsNotWhole()
    {
        const MadeFlight flight(3);
        DarkDetector detector;
        Run run(flight, detector, settings());
        QVERIFY(run.facts().cancelled && run.facts().brokenOff);
        const RunResult result = run.execute({}, Cancel());
        QVERIFY(!result.facts.cancelled && !result.facts.brokenOff);
    }

    void settingsComeBackAsTheyWere()
    {
        RunSettings wanted;
        wanted.selection.everySeconds = 0.25;
        wanted.selection.firstFrame = 7;
        wanted.selection.endFrame = 900;
        wanted.selection.folderIntervalSeconds = 3;
        wanted.selection.videoStream = 2;
        wanted.telemetry = m_poses;
        wanted.table.shiftSeconds = -4;
        wanted.overlay = QStringLiteral("mx15");
        wanted.crs = QStringLiteral("EPSG:32631");
        wanted.track.seaLevelMetres = 2;
        wanted.classes = {{1, QStringLiteral("sheen"), {1, 2, 3}, 2, true}};
        wanted.timeFilterSeconds = 0;
        wanted.outlines = {20, 0.5};
        wanted.merge.smallestAreaSquareMetres = 80;
        wanted.merge.cellSizeMetres = 2;
        wanted.merge.passSeconds = 12;
        const RunSettings back = RunSettings::fromJson(wanted.toJson());
        QCOMPARE(back.toJson(), wanted.toJson());
        QCOMPARE(back.outlines.smallestPixels, 20);
        QCOMPARE(*back.selection.everySeconds, 0.25);
        QCOMPARE(back.selection.videoStream, 2);
        QCOMPARE(RunSettings::fromJson({}).toJson(), RunSettings().toJson());
    }

    void withoutTelemetryNothingHasAPlace()
    {
        const MadeFlight flight(3);
        DarkDetector detector;
        const RunResult result = execute(flight, detector, RunSettings());
        QCOMPARE(result.facts.framesPlaced, 0);
        QCOMPARE(result.facts.crsEpsg, 0);
        QCOMPARE(result.facts.issueCounts.at(QStringLiteral("no_place")), 3);
        QCOMPARE(result.frames[0].detections.size(), std::size_t(1));
        QVERIFY(result.slicks.empty());
    }

    void wishesThatCannotBeMet()
    {
        const MadeFlight flight(3);
        DarkDetector detector;
        const auto kindFor = [&](const std::function<void(RunSettings&)>& change) {
            RunSettings wanted = settings();
            change(wanted);
            return failure([&] { execute(flight, detector, wanted); });
        };
        QCOMPARE(kindFor([](RunSettings& s) { s.crs = QStringLiteral("EPSG:4"); }), ErrorKind::Usage);
        QCOMPARE(kindFor([](RunSettings& s) { s.crs = QStringLiteral("utm"); }), ErrorKind::Usage);
        QCOMPARE(kindFor([](RunSettings& s) { s.telemetry = QStringLiteral("/none.csv"); }),
                 ErrorKind::Unreadable);
        QCOMPARE(kindFor([](RunSettings& s) { s.telemetry = QStringLiteral("klv"); }), ErrorKind::Unreadable);
        QCOMPARE(kindFor([](RunSettings& s) {
                     s.telemetry = QStringLiteral("overlay");
                     s.overlay = QStringLiteral("nonesuch");
                 }),
                 ErrorKind::Usage);
        QCOMPARE(kindFor([](RunSettings& s) { s.selection.firstFrame = 50; }), ErrorKind::Usage);
        QCOMPARE(flight.handedOut.load(), 0);
    }

    void placedAgainWithAnotherTrack()
    {
        const MadeFlight flight(2);
        DarkDetector detector;
        RunResult result = execute(flight, detector, settings());
        const GroundPoint before = result.frames[0].footprint[0];
        const double area = result.frames[0].detections[0].areaSquareMetres;
        std::vector<TelemetryRecord> telemetry = {result.frames[0].telemetry, TelemetryRecord()};
        telemetry[0].pose->latitudeDegrees += 0.1;
        telemetry[0].pose->heightMetres *= 2;
        placeFrames(result.frames, telemetry);
        QVERIFY(std::abs(result.frames[0].footprint[0].latitudeDegrees - before.latitudeDegrees - 0.1) <
                0.01);
        QVERIFY(std::abs(result.frames[0].detections[0].areaSquareMetres / area - 4) < 0.05);
        QVERIFY(result.frames[1].footprint.empty() && result.frames[1].detections[0].ground.empty());
        QCOMPARE(result.frames[1].issues.size(), std::size_t(1));
        placeFrames(result.frames, telemetry);
        QCOMPARE(result.frames[1].issues.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(RunTest)
#include "run_test.moc"
