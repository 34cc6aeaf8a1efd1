#include "sources/flight_overlay.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "base/error.h"
#include "core/telemetry/overlay/unknown_overlays.h"
#include "placing/placing_again.h"
#include "run/run.h"
#include "run/thread_plan.h"
#include "support/geotagged_picture.h"
#include "support/klv_writer.h"
#include "support/source_folder.h"
#include "support/video_writer.h"
#include "support/water_detector.h"

using namespace sheen;
using namespace sheen::test;

namespace {

/** All water; keeps how many marks it was told of for each frame. */
class MarkCounter : public WaterDetector
{
public:
    std::vector<std::size_t> marks;

    Segmentation detect(const cv::Mat& picture, const PictureHints& hints, const Cancel& cancel) override
    {
        marks.push_back(hints.overlay.size());
        return WaterDetector::detect(picture, hints, cancel);
    }
};

/** As long as it is looked at as a whole it shows grey pictures. */
class GreyFlight : public Flight
{
public:
    const FlightInfo& info() const override { return m_info; }
    std::unique_ptr<FrameSource> frames(const FrameSelection&) const override { return nullptr; }
    Frame frameAt(int index, double timeSeconds) const override
    {
        Frame frame;
        frame.index = index;
        frame.timeSeconds = timeSeconds;
        frame.picture = cv::Mat(360, 640, CV_8UC3, cv::Scalar::all(120));
        return frame;
    }

private:
    FlightInfo m_info;
};

/** Shows an overlay that no layout describes, a frame a second. */
class UnknownFlight : public Flight
{
public:
    explicit UnknownFlight(UnknownOverlay overlay) : m_overlay(std::move(overlay))
    {
        m_info.name = QStringLiteral("north");
        m_info.framesPerSecond = 1;
        m_info.frameCount = 360;
    }
    const FlightInfo& info() const override { return m_info; }
    std::unique_ptr<FrameSource> frames(const FrameSelection&) const override { return nullptr; }
    Frame frameAt(int index, double) const override { return m_overlay.frame(index).frame; }

private:
    UnknownOverlay m_overlay;
    FlightInfo m_info;
};

const QString layoutOfTheDemo = QStringLiteral("mx-hd");

}  // namespace

/** The demo flight's pictures, with telemetry from elsewhere. */
class FlightOverlayTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<cv::Mat> m_pictures;  //!< of the demo flight, one a second

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static QString demo(const char* name)
    {
        return sourcePath(QStringLiteral("tests/flights/demo/") + QString::fromLatin1(name));
    }

    QString table() const
    {
        QFile file(path("table.csv"));
        if (file.open(QIODevice::WriteOnly))
            file.write(
                "time_s,lat,lon,alt_m,heading,hfov\n0,34.67,128.28,820,75,40\n5,34.68,128.29,820,75,40\n");
        return file.fileName();
    }

    QString videoWithKlv() const
    {
        VideoOptions options;
        options.size = m_pictures.front().size();
        options.framesPerSecond = 1;
        options.bitsPerSecond = 12'000'000;
        options.klv = true;
        VideoWriter writer(path("klv.ts"), options);
        for (std::size_t i = 0; i < m_pictures.size(); ++i) {
            writer.writeKlv(klvPacketOf(KlvScene()), double(i));
            writer.write(m_pictures[i], double(i));
        }
        writer.finish();
        return path("klv.ts");
    }

    QString geotaggedFolder() const
    {
        const QDir folder(path("geotagged"));
        folder.mkpath(QStringLiteral("."));
        for (std::size_t i = 0; i < m_pictures.size(); ++i) {
            const QString clock = QStringLiteral("2026:06:07 10:30:%1").arg(i, 2, 10, QLatin1Char('0'));
            writeGeotagged(folder.filePath(QStringLiteral("%1.jpg").arg(i)), m_pictures[i],
                           djiTags(34.67, 128.28, 820, m_pictures[i].cols, clock));
        }
        return folder.path();
    }

    static RunResult run(const QString& flightPath, const QString& telemetry, Detector& detector)
    {
        RunSettings settings;
        settings.telemetry = telemetry;
        settings.selection.everySeconds = 1;
        settings.selection.endFrame = 20;
        const Cancel cancel;
        return Run(*Flight::open(flightPath), detector, settings).execute({}, cancel);
    }

private Q_SLOTS:
    void initTestCase()
    {
        planThreads(2);
        const auto flight = Flight::open(demo("flight.mp4"));
        for (int i = 0; i < 4; ++i)
            m_pictures.push_back(flight->frameAt(5 * i, i).picture);
        QVERIFY(!m_pictures.back().empty());
    }

    void isMaskedWhateverTheTelemetryComesFrom_data()
    {
        QTest::addColumn<QString>("flight");
        QTest::addColumn<QString>("telemetry");
        QTest::newRow("itself") << demo("flight.mp4") << QStringLiteral("overlay");
        QTest::newRow("exact poses") << demo("flight.mp4") << demo("truth.csv");
        QTest::newRow("table") << demo("flight.mp4") << table();
        QTest::newRow("KLV") << videoWithKlv() << QStringLiteral("klv");
        QTest::newRow("KLV first") << videoWithKlv() << QStringLiteral("auto");
        QTest::newRow("EXIF") << geotaggedFolder() << QStringLiteral("exif");
    }

    void isMaskedWhateverTheTelemetryComesFrom()
    {
        QFETCH(QString, flight);
        QFETCH(QString, telemetry);
        MarkCounter detector;
        const RunResult result = run(flight, telemetry, detector);
        const std::size_t marks = overlayMarks(overlayLayoutNamed(layoutOfTheDemo)).size();
        QVERIFY(detector.marks.size() >= 3);
        QCOMPARE(detector.marks, std::vector<std::size_t>(detector.marks.size(), marks));
        QCOMPARE(result.facts.overlayMarks.size(), marks);
        QCOMPARE(result.facts.overlayLayout, layoutOfTheDemo);
    }

    /** A table of poses tells the place, and the overlay when it was and what it was seen with. */
    void exactPosesHaveTheOverlaysClockAndSensor()
    {
        MarkCounter detector;
        const RunResult seen = run(demo("flight.mp4"), QStringLiteral("overlay"), detector);
        const RunResult posed = run(demo("flight.mp4"), demo("truth.csv"), detector);
        QCOMPARE(posed.frames.size(), seen.frames.size());
        QVERIFY(hasGivenPoses(posed.frames));
        for (std::size_t i = 0; i < posed.frames.size(); ++i) {
            const TelemetryRecord& telemetry = posed.frames[i].telemetry;
            QVERIFY(telemetry.utc.isValid());
            QCOMPARE(telemetry.utc, seen.frames[i].telemetry.utc);
            QVERIFY(!telemetry.sensor.isEmpty());
            QCOMPARE(telemetry.sensor, seen.frames[i].telemetry.sensor);
            QCOMPARE(int(telemetry.pose->source), int(Quality::Klv));
            QVERIFY(!telemetry.reading[OverlayField::PlatformLatitude].value);
        }
    }

    void nothingIsMaskedWhereNoneIsRecognised()
    {
        const QString video = path("clean.mp4");
        VideoOptions options;
        options.size = {640, 360};
        VideoWriter writer(video, options);
        cv::theRNG().state = 3;
        for (int i = 0; i < 30; ++i) {
            cv::Mat sea(options.size, CV_8UC3);
            cv::randn(sea, cv::Scalar(110, 100, 90), cv::Scalar::all(12));
            writer.write(sea, i / 10.0);
        }
        writer.finish();
        MarkCounter detector;
        const RunResult result = run(video, table(), detector);
        QCOMPARE(detector.marks, std::vector<std::size_t>(detector.marks.size(), 0));
        QVERIFY(result.facts.overlayMarks.empty());
        QVERIFY(result.facts.overlayLayout.isEmpty());
    }

    /** Looked for in the 11th frame, then in the 31st: less and less often. */
    void isFoundWhereItComesLater()
    {
        const GreyFlight flight;
        const RunSettings settings;
        const Cancel cancel;
        FlightOverlay overlay(flight, settings, cancel);
        for (int i = 0; i < 11; ++i)
            overlay.lookAt(flight.frameAt(i, i));
        QVERIFY(!overlay.layout());
        Frame frame;
        frame.picture = m_pictures.front();
        for (int i = 11; i < 30; ++i) {
            overlay.lookAt(frame);
            QVERIFY(!overlay.layout());
        }
        overlay.lookAt(frame);
        QCOMPARE(overlay.layoutName(), layoutOfTheDemo);
        QVERIFY(!overlay.marks().empty());
    }

    void isFoundInLargePictures()
    {
        Frame frame;
        cv::resize(m_pictures.front(), frame.picture, {3840, 2160});
        const auto layout = overlayIn({frame}, QStringLiteral("auto"));
        QVERIFY(layout);
        QCOMPARE(layout->name, layoutOfTheDemo);
        QCOMPARE(frame.picture.size(), cv::Size(3840, 2160));
    }

    /** No layout describes it: position, height and direction are found all the same, and it is said. */
    void isToldApartWhereNoLayoutFits()
    {
        const UnknownFlight flight(unknownOverlays().front());
        const RunSettings settings;
        const Cancel cancel;
        FlightOverlay overlay(flight, settings, cancel);
        QVERIFY(overlay.isRecognised());
        QCOMPARE(overlay.layoutName(), proposedOverlayName());
        QVERIFY(overlay.proposal() && overlay.proposal()->sure);
        const std::vector<Issue> notices = overlay.notices();
        QCOMPARE(notices.size(), std::size_t(1));
        QVERIFY(notices.front().kind == IssueKind::OverlayProposed);
        const QString sentence = sentenceOf(notices.front());
        QVERIFY2(sentence.contains(QStringLiteral("aircraft's latitude")), qPrintable(sentence));

        // What was found is a layout as any: kept, and named.
        const QString kept = path("overlay_layout.json");
        saveOverlayLayout(kept, overlay.proposal()->layout);
        RunSettings named;
        named.overlay = kept;
        FlightOverlay again(flight, named, cancel);
        QVERIFY(again.isRecognised());
        QCOMPARE(again.layout()->fields.size(), overlay.layout()->fields.size());
        QVERIFY(again.notices().empty());
    }

    /** Without a height nothing is taken, and what is missing is said. */
    void whatIsMissingIsSaid()
    {
        UnknownOverlay lacking = unknownOverlays().front();
        lacking.texts.erase(std::remove_if(lacking.texts.begin(), lacking.texts.end(),
                                           [](const DrawnText& text) {
                                               return text.field == OverlayField::PlatformAltitude;
                                           }),
                            lacking.texts.end());
        const UnknownFlight flight(lacking);
        const RunSettings settings;
        const Cancel cancel;
        FlightOverlay overlay(flight, settings, cancel);
        QVERIFY(!overlay.isRecognised());
        const std::vector<Issue> notices = overlay.notices();
        QCOMPARE(notices.size(), std::size_t(1));
        QVERIFY(notices.front().kind == IssueKind::OverlayNotKnown);
        QCOMPARE(notices.front().values.at(1).toString(), QStringLiteral("height"));
    }

    void aLayoutThatIsNamedHasToExist()
    {
        const GreyFlight flight;
        RunSettings settings;
        settings.telemetry = demo("truth.csv");
        settings.overlay = QStringLiteral("nonesuch");
        MarkCounter detector;
        const Cancel cancel;
        QVERIFY_EXCEPTION_THROWN(Run(flight, detector, settings).execute({}, cancel), Error);
    }
};

QTEST_GUILESS_MAIN(FlightOverlayTest)
#include "flight_overlay_test.moc"
