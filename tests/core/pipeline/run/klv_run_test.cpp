#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <functional>

#include "geo/geodesy.h"
#include "run/run.h"
#include "run/thread_plan.h"
#include "sources/look_check.h"
#include "sources/missing_telemetry.h"
#include "sources/telemetry_stage.h"
#include "support/klv_writer.h"
#include "support/source_folder.h"
#include "support/video_writer.h"
#include "support/water_detector.h"
#include "table/telemetry_table.h"

using namespace sheen;
using namespace sheen::test;

namespace {

/** What the demo flight's true pose would be in KLV. */
KlvScene sceneOf(const CameraPose& pose, double timeSeconds)
{
    KlvScene scene;
    scene.utcSeconds = 1.7e9 + timeSeconds;
    scene.latitudeDegrees = pose.latitudeDegrees;
    scene.longitudeDegrees = pose.longitudeDegrees;
    scene.heightMetres = pose.heightMetres;
    scene.headingDegrees = pose.bearingDegrees;
    scene.elevationDegrees = -pose.depressionDegrees;
    scene.horizontalFovDegrees = pose.horizontalFovDegrees;
    return scene;
}

constexpr double seconds = 9;

}  // namespace

/** Recordings whose pictures show the demo flight's overlay, with KLV made for them. */
class KlvRunTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<Frame> m_frames;  //!< of the demo flight, five a second
    std::vector<CameraPose> m_poses;

    using Change = std::function<void(KlvScene&, double timeSeconds)>;

    QString record(const QString& name, const Change& change, bool synchronous = false)
    {
        const QString path = m_folder.filePath(name);
        VideoOptions options;
        options.size = m_frames.front().picture.size();
        options.framesPerSecond = 5;
        options.bitsPerSecond = 12'000'000;
        options.klv = true;
        options.klvIsSynchronous = synchronous;
        VideoWriter writer(path, options);
        for (std::size_t i = 0; i < m_frames.size(); ++i) {
            const double time = m_frames[i].timeSeconds;
            KlvScene scene = sceneOf(m_poses[i], time);
            change(scene, time);
            writer.writeKlv(klvPacketOf(scene), time);
            writer.write(m_frames[i].picture, time);
        }
        writer.finish();
        return path;
    }

    static RunResult run(const QString& path, const QString& telemetry = QStringLiteral("auto"))
    {
        const std::unique_ptr<Flight> flight = Flight::open(path);
        WaterDetector detector;
        RunSettings settings;
        settings.telemetry = telemetry;
        const Cancel cancel;
        return Run(*flight, detector, settings).execute({}, cancel);
    }

    static int disagreeing(const RunResult& result)
    {
        int count = 0;
        for (const FrameRecord& frame : result.frames)
            count += sentencesOf(frame.issues).filter(QStringLiteral("overlay disagree")).isEmpty() ? 0 : 1;
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        planThreads(2);
        const auto flight = Flight::open(sourcePath(QStringLiteral("tests/flights/demo/flight.mp4")));
        FrameSelection selection;
        selection.everySeconds = 0.2;
        const auto source = flight->frames(selection);
        const TelemetryTable truth =
            TelemetryTable::load(sourcePath(QStringLiteral("tests/flights/demo/truth.csv")));
        while (const auto frame = source->next()) {
            if (frame->timeSeconds > seconds)
                break;
            m_frames.push_back(*frame);
            const auto record = truth.recordAt(frame->index, frame->timeSeconds);
            QVERIFY(record && record->pose);
            m_poses.push_back(*record->pose);
        }
        QVERIFY(m_frames.size() > 30);
    }

    void sourcesThatAgreeRaiseNoIssue_data()
    {
        QTest::addColumn<bool>("synchronous");
        QTest::newRow("asynchronous") << false;
        QTest::newRow("synchronous") << true;
    }

    void sourcesThatAgreeRaiseNoIssue()
    {
        QFETCH(bool, synchronous);
        const RunResult result = run(record(
            QStringLiteral("agree%1.ts").arg(synchronous), [](KlvScene&, double) {}, synchronous));
        QCOMPARE(result.frames.size(), m_frames.size());
        QVERIFY(!result.facts.overlayLayout.isEmpty());
        QCOMPARE(disagreeing(result), 0);
        QVERIFY(result.facts.issueCounts.empty());
        for (std::size_t i = 0; i < result.frames.size(); ++i) {
            const TelemetryRecord& telemetry = result.frames[i].telemetry;
            QCOMPARE(telemetry.quality, Quality::Klv);
            QVERIFY(telemetry.pose.has_value());
            // Matched to its own frame: the aircraft moves some metres between two.
            QVERIFY(std::abs(telemetry.pose->latitudeDegrees - m_poses[i].latitudeDegrees) < 1e-5);
            QVERIFY(std::abs(telemetry.pose->longitudeDegrees - m_poses[i].longitudeDegrees) < 1e-5);
            QVERIFY(telemetry.pose->horizontalErrorMetres > 5 && telemetry.pose->horizontalErrorMetres < 20);
            QVERIFY(telemetry.pose->bearingErrorDegrees > 0.1);
            QVERIFY(result.frames[i].positionErrorMetres > 0);
        }
    }

    void aDisagreementIsAnIssueOfItsFrames()
    {
        const RunResult result = run(record(QStringLiteral("off.ts"), [](KlvScene& scene, double) {
            scene.latitudeDegrees += 0.01;
            scene.heightMetres += 100;
        }));
        const int counted = result.facts.issueCounts.at(QStringLiteral("klv_overlay_disagree"));
        QVERIFY(counted >= 2 && counted <= 4);  // once in four seconds, borne out by the next frame
        QCOMPARE(disagreeing(result), counted);
        QStringList sentences;
        for (const FrameRecord& frame : result.frames)
            sentences << sentencesOf(frame.issues);
        const QString sentence = sentences.join(QLatin1Char(' '));
        QVERIFY2(sentence.contains(QStringLiteral("position by 11")), qPrintable(sentence));
        QVERIFY2(sentence.contains(QStringLiteral("height by")), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QStringLiteral("field of view")), qPrintable(sentence));
        // KLV leads all the same.
        QCOMPARE(result.frames[1].telemetry.quality, Quality::Klv);
        QVERIFY(std::abs(result.frames[1].telemetry.pose->latitudeDegrees - m_poses[1].latitudeDegrees -
                         0.01) < 1e-5);
    }

    void anOverlayCompletesKlvThatPlacesNothing_data()
    {
        QTest::addColumn<bool>("hasAngles");
        QTest::newRow("without a field of view") << true;
        QTest::newRow("position and height alone") << false;
    }

    void anOverlayCompletesKlvThatPlacesNothing()
    {
        QFETCH(bool, hasAngles);
        const RunResult result =
            run(record(QStringLiteral("poor%1.ts").arg(hasAngles), [hasAngles](KlvScene& scene, double) {
                scene.horizontalFovDegrees = 0;
                scene.hasAngles = hasAngles;
            }));
        QCOMPARE(result.facts.framesPlaced, int(result.frames.size()));
        QCOMPARE(result.frames[10].telemetry.reading.source, Quality::Read);
        QVERIFY(std::abs(result.frames[10].telemetry.pose->latitudeDegrees - m_poses[10].latitudeDegrees) <
                1e-3);
        QCOMPARE(result.facts.notices, (std::vector<Issue>{{IssueKind::KlvPlacesNothing, {}}}));
    }

    void fieldOfViewIsSaidForKlvThatDoesNotSendIt()
    {
        const QString path = record(QStringLiteral("nofov.ts"),
                                    [](KlvScene& scene, double) { scene.horizontalFovDegrees = 0; });
        const std::unique_ptr<Flight> flight = Flight::open(path);
        WaterDetector detector;
        RunSettings settings;
        settings.table.horizontalFovDegrees = 27;
        const RunResult result = Run(*flight, detector, settings).execute({}, Cancel());
        QCOMPARE(result.facts.framesPlaced, int(result.frames.size()));
        QCOMPARE(result.frames[10].telemetry.quality, Quality::Klv);
        QCOMPARE(result.frames[10].telemetry.pose->horizontalFovDegrees, 27.0);
    }

    void anOverlayTakesOverWhereKlvEnds()
    {
        const QString path = m_folder.filePath(QStringLiteral("ends.ts"));
        VideoOptions options;
        options.size = m_frames.front().picture.size();
        options.framesPerSecond = 5;
        options.bitsPerSecond = 12'000'000;
        options.klv = true;
        VideoWriter writer(path, options);
        for (std::size_t i = 0; i < m_frames.size(); ++i) {
            const double time = m_frames[i].timeSeconds;
            if (time < 2)
                writer.writeKlv(klvPacketOf(sceneOf(m_poses[i], time)), time);
            writer.write(m_frames[i].picture, time);
        }
        writer.finish();
        const RunResult result = run(path);
        QCOMPARE(result.frames[5].telemetry.reading.source, Quality::Klv);
        QCOMPARE(result.frames.back().telemetry.reading.source, Quality::Read);
        const CameraPose& last = *result.frames.back().telemetry.pose;
        QVERIFY(cv::norm(toEcef({last.latitudeDegrees, last.longitudeDegrees}) -
                         toEcef({m_poses.back().latitudeDegrees, m_poses.back().longitudeDegrees})) < 60);
        QCOMPARE(result.facts.notices.size(), std::size_t(1));
        QCOMPARE(result.facts.notices[0].kind, IssueKind::KlvAndOverlay);
    }

    void whatIsMissingIsNamed()
    {
        const auto why = [this](const Change& change) {
            const RunResult result = run(record(QStringLiteral("missing.ts"), change), QStringLiteral("klv"));
            return result.facts.framesPlaced == 0 ? whyNothingIsPlaced(result.frames) : QString();
        };
        const QString noFov = why([](KlvScene& scene, double) { scene.horizontalFovDegrees = 0; });
        QVERIFY2(noFov.contains(QStringLiteral("--hfov")), qPrintable(noFov));
        QVERIFY2(!noFov.contains(QStringLiteral("no telemetry")), qPrintable(noFov));
        const QString noAngles = why([](KlvScene& scene, double) { scene.hasAngles = false; });
        QVERIFY2(noAngles.contains(QStringLiteral("No line of sight")), qPrintable(noAngles));
        const QString low = why([](KlvScene& scene, double) { scene.heightMetres = -500; });
        QVERIFY2(low.contains(QStringLiteral("-500")), qPrintable(low));
    }

    void overlayIsNotReadWhereKlvAloneIsWanted()
    {
        const RunResult result = run(record(QStringLiteral("alone.ts"),
                                            [](KlvScene& scene, double) { scene.latitudeDegrees += 0.01; }),
                                     QStringLiteral("klv"));
        QCOMPARE(disagreeing(result), 0);
        QVERIFY(!result.facts.overlayMarks.empty());  // looked for all the same: letters are no oil
    }

    void anImpossibleJumpIsRejected()
    {
        const RunResult result = run(record(QStringLiteral("jump.ts"),
                                            [](KlvScene& scene, double time) {
                                                if (std::abs(time - 5) < 0.05)
                                                    scene.latitudeDegrees += 1;
                                            }),
                                     QStringLiteral("klv"));
        QCOMPARE(result.facts.issueCounts.at(QStringLiteral("telemetry_rejected")), 1);
        QVERIFY(std::abs(result.frames[25].telemetry.pose->latitudeDegrees - m_poses[25].latitudeDegrees) <
                1e-4);
    }

    void aCentreThatTheAnglesMissIsReported()
    {
        const auto withCentre = [this](double metresOff) {
            return [this, metresOff](KlvScene& scene, double time) {
                const std::size_t i = static_cast<std::size_t>(std::lround(time * 5));
                scene.centreLatitudeDegrees = m_poses[i].latitudeDegrees + metresOff / 111000;
                scene.centreLongitudeDegrees = m_poses[i].longitudeDegrees;
            };
        };
        const QString kind = QStringLiteral("klv_frame_centre_disagree");
        const RunResult good =
            run(record(QStringLiteral("centre.ts"), withCentre(10)), QStringLiteral("klv"));
        QCOMPARE(good.facts.issueCounts.count(kind), std::size_t(0));
        const RunResult off = run(record(QStringLiteral("wide.ts"), withCentre(300)), QStringLiteral("klv"));
        QCOMPARE(off.facts.issueCounts.at(kind), int(off.frames.size()));
        QVERIFY(!off.frames[3].issues.empty());
    }

    void damagedPacketsAreCountedAndBridged()
    {
        const QString path = m_folder.filePath(QStringLiteral("damaged.ts"));
        VideoOptions options;
        options.size = {160, 120};
        options.framesPerSecond = 4;
        options.klv = true;
        VideoWriter writer(path, options);
        for (int i = 0; i < 24; ++i) {
            KlvScene scene;
            scene.latitudeDegrees += i * 1e-5;
            QByteArray packet = klvPacketOf(scene);
            if (i % 8 == 4)
                packet[40] = static_cast<char>(packet[40] ^ 0x10);
            writer.writeKlv(packet, i / 4.0);
            writer.write(numberedPicture(i), i / 4.0);
        }
        writer.finish();
        const RunResult result = run(path, QStringLiteral("klv"));
        QCOMPARE(result.facts.issueCounts.at(QStringLiteral("damaged_klv_packets")), 3);
        QCOMPARE(result.facts.framesPlaced, 24);
    }

    void anOlderSetIsNamedOnce()
    {
        const QString path = m_folder.filePath(QStringLiteral("older.ts"));
        VideoOptions options;
        options.size = {160, 120};
        options.klv = true;
        VideoWriter writer(path, options);
        for (int i = 0; i < 20; ++i) {
            writer.writeKlv(QByteArray::fromHex("060e2b34020101010e0101020101000003aabbcc"), i / 10.0);
            writer.write(numberedPicture(i), i / 10.0);
        }
        writer.finish();
        for (const char* telemetry : {"klv", "auto"}) {
            const RunResult result = run(path, QLatin1String(telemetry));
            QCOMPARE(result.facts.issueCounts.at(QStringLiteral("klv_older_set")), 1);
            QCOMPARE(result.facts.notices, (std::vector<Issue>{{IssueKind::KlvOlderSet, {}}}));
        }
    }
};

QTEST_GUILESS_MAIN(KlvRunTest)
#include "klv_run_test.moc"
