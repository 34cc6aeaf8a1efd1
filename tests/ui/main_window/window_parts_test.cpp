#include <QClipboard>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTranslator>
#include <algorithm>
#include <atomic>
#include <thread>

#include <qgsmaplayer.h>
#include <qgsproject.h>

#include "about_dialog.h"
#include "camera/footprint.h"
#include "data/appearance.h"
#include "flight/identity.h"
#include "frame_mailbox.h"
#include "frame_warper.h"
#include "klv/klv_reader.h"
#include "opening.h"
#include "scale_bar.h"
#include "support/video_writer.h"
#include "telemetry_text.h"
#include "translations/install_translations.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/timeline.h"
#include "ui/map/base_map.h"
#include "ui/session/mask_mosaic.h"
#include "ui/session/open_flight.h"
#include "ui/session/shown_frame.h"
#include "ui/support/qgis_test_main.h"
#include "ui/widgets/position_text.h"
#include "workspace/workspace.h"

using namespace sheen;

namespace {

/** A frame straight down at 1 north, 104.5 east, moved north by so many metres. */
FrameRecord placedFrame(int number, double metresNorth, cv::Size size = {400, 300})
{
    CameraPose pose;
    pose.latitudeDegrees = 1.0 + metresNorth / 110574;
    pose.longitudeDegrees = 104.5;
    pose.heightMetres = 600;
    pose.depressionDegrees = 90;
    pose.horizontalFovDegrees = 40;
    pose.source = Quality::Klv;
    FrameRecord record;
    record.frame = number;
    record.timeSeconds = number;
    record.pictureSize = size;
    record.telemetry.pose = pose;
    record.telemetry.quality = Quality::Klv;
    const Footprint footprint = footprintOf(CameraModel(pose, size));
    record.footprint = footprint.outline;
    record.groundSampleDistanceMetres = footprint.groundSampleDistanceMetres;
    return record;
}

int pixelsOf(const MaskMosaic& mosaic, int value)
{
    int count = 0;
    for (const MaskMosaic::Tile& tile : mosaic.tilesIn(mosaic.extent())) {
        for (int y = 0; y < tile.classes.height(); ++y) {
            const uchar* line = tile.classes.constScanLine(y);
            count += int(std::count(line, line + tile.classes.width(), uchar(value)));
        }
    }
    return count;
}

ModelCard cardWithOil()
{
    ModelCard card;
    card.classes = {{0, QStringLiteral("water"), {0, 0, 255}, 0, false},
                    {1, QStringLiteral("oil"), {255, 128, 0}, 3, true}};
    return card;
}

}  // namespace

class WindowPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOlderKlvStandardIsNamedOnOpening()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("older.ts"));
        test::VideoOptions options;
        options.klv = true;
        test::VideoWriter writer(path, options);
        for (int i = 0; i < 20; ++i) {
            writer.writeKlv(QByteArray::fromHex("060e2b34020101010e0101020101000003aabbcc"), i / 10.0);
            writer.write(test::numberedPicture(i), i / 10.0);
        }
        writer.finish();
        const Opened opened = openPath(path, 1, {});
        QVERIFY(opened.preview);
        const QString summary = telemetrySummary(*opened.preview);
        QVERIFY2(summary.startsWith(sentenceOf({IssueKind::KlvOlderSet, {}})), qPrintable(summary));
    }

    void positionsReadAsAtSea_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<QString>("text");
        QTest::newRow("north west") << 41.098017 << -104.839217 << QStringLiteral("41°05.881′N 104°50.353′W");
        QTest::newRow("south east") << -0.5 << 7.25 << QStringLiteral("00°30.000′S 007°15.000′E");
        QTest::newRow("minutes carry") << 9.9999999 << 0.0 << QStringLiteral("10°00.000′N 000°00.000′E");
        QTest::newRow("past the antimeridian") << 1.0 << 181.5 << QStringLiteral("01°00.000′N 178°30.000′W");
    }

    void aFrameIsWarpedNorthUp()
    {
        const FrameRecord record = placedFrame(1, 0);
        QImage picture(200, 150, QImage::Format_RGB32);  // half as large as the recording's
        picture.fill(QColor(40, 80, 120));
        for (int y = 0; y < 75; ++y) {
            for (int x = 100; x < 200; ++x)
                picture.setPixelColor(x, y, QColor(200, 30, 30));  // ahead and to the right: north-east
        }
        const int epsg = MapProjection::utmZoneFor(record.footprint.front());
        const WarpedFrame warped = warpedFrame(record, picture, epsg);
        QVERIFY(!warped.picture.isNull());
        QVERIFY(std::max(warped.picture.width(), warped.picture.height()) <= 1024);
        const MapProjection projection(epsg);
        const auto colourAt = [&](double share, double shareUp) {
            return warped.picture.pixelColor(int(share * warped.picture.width()),
                                             int((1 - shareUp) * warped.picture.height()));
        };
        QVERIFY(colourAt(0.75, 0.75).red() > 150);
        QVERIFY(colourAt(0.25, 0.75).red() < 80);
        QVERIFY(colourAt(0.75, 0.25).red() < 80);
        for (const GroundPoint& corner : record.footprint) {
            const cv::Point2d place = projection.toMap(corner);
            QVERIFY(warped.extent.adjusted(-5, -5, 5, 5).contains(QPointF(place.x, place.y)));
        }
        QVERIFY(warpedFrame(record, QImage(), epsg).picture.isNull());
        QVERIFY(warpedFrame(FrameRecord(), picture, epsg).picture.isNull());
    }

    void coastsAreNotDrawnWhereTheyWouldBeFalse()
    {
        QgsProject project;
        if (!addBaseMap(project))
            QSKIP("This QGIS has no world map.");
        QVERIFY(!project.mapLayers().isEmpty());
        for (const QgsMapLayer* layer : project.mapLayers()) {
            QVERIFY2(layer->isInScaleRange(2e6), qPrintable(layer->name()));
            QVERIFY2(!layer->isInScaleRange(47e3), qPrintable(layer->name()));
        }
        const QList<QgsMapLayer*> countries = project.mapLayersByName(QStringLiteral("Countries"));
        QCOMPARE(countries.size(), 1);
        QVERIFY(countries.front()->isInScaleRange(2e8));  // the whole world
    }

    void aboutGivesTheVersionsToBeCopied()
    {
        const QString versions = QStringLiteral("sheen 1.2\ncommit: abc\nQt: 5");
        AboutDialog dialog(versions);
        const auto* shown = dialog.findChild<QLabel*>(QStringLiteral("versions"));
        QVERIFY(shown);
        QCOMPARE(shown->text(), versions);
        QVERIFY(shown->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
        QGuiApplication::clipboard()->setText(QStringLiteral("something else"));
        dialog.findChild<QPushButton*>(QStringLiteral("copy"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), versions);
    }

    void positionsReadAsAtSea()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QTEST(positionText(latitude, longitude), "text");
    }

    void scaleBarsHaveRoundLengths()
    {
        QCOMPARE(roundScaleLength(1), 1.0);
        QCOMPARE(roundScaleLength(1999), 1000.0);
        QCOMPARE(roundScaleLength(2100), 2000.0);
        QCOMPARE(roundScaleLength(0.07), 0.05);
        QCOMPARE(roundScaleLength(0), 0.0);
        QCOMPARE(roundScaleLength(-3), 0.0);
        const QString unit = QStringLiteral("km");
        QCOMPARE(scaleLengthText(10000, unit), QLocale().toString(10000) + QStringLiteral(" km"));
        QCOMPARE(scaleLengthText(0.05, unit), QLocale().toString(0.05) + QStringLiteral(" km"));
    }

    void masksOfOverlappingFramesCoverEachOther()
    {
        MaskMosaic mosaic;
        mosaic.paint(placedFrame(0, 0), cv::Mat(300, 400, CV_8UC1, cv::Scalar(1)));
        QCOMPARE(mosaic.epsg(), 32648);
        const int oil = pixelsOf(mosaic, 1);
        QVERIFY(oil > 0);
        const double squareMetres = oil * mosaic.pixelSizeMetres() * mosaic.pixelSizeMetres();
        const double wanted = 436.8 * 327.6;
        QVERIFY2(std::abs(squareMetres - wanted) < 0.03 * wanted, qPrintable(QString::number(squareMetres)));

        mosaic.paint(placedFrame(1, 0), cv::Mat(300, 400, CV_8UC1, cv::Scalar(0)));
        QCOMPARE(pixelsOf(mosaic, 1), 0);
        mosaic.paint(placedFrame(2, 100), cv::Mat(300, 400, CV_8UC1, cv::Scalar(1)));
        QVERIFY(pixelsOf(mosaic, 1) > 0.95 * oil);
        QVERIFY(pixelsOf(mosaic, 0) > 0.25 * oil);
    }

    void masksOfLongFlightsStayBounded()
    {
        MaskMosaic mosaic;
        const cv::Mat oil(300, 400, CV_8UC1, cv::Scalar(1));
        for (int i = 0; i < 60; ++i)
            mosaic.paint(placedFrame(i, i * 6000.0), oil);
        const double fine = mosaic.pixelSizeMetres();
        for (int i = 60; i < 400; ++i)
            mosaic.paint(placedFrame(i, i * 6000.0), oil);
        QVERIFY(mosaic.tileCount() <= MaskMosaic::mostTiles);
        QVERIFY(mosaic.pixelSizeMetres() > fine);
        const double squareMetres = pixelsOf(mosaic, 1) * std::pow(mosaic.pixelSizeMetres(), 2);
        QVERIFY(squareMetres > 0.9 * 400 * 436.8 * 327.6);
    }

    void whoeverDrawsWaitsForNoWarp()
    {
        MaskMosaic mosaic;
        const cv::Size large(4000, 3000);  // long to warp: whoever waits for it waits long
        const cv::Mat oil(large, CV_8UC1, cv::Scalar(1));
        mosaic.paint(placedFrame(0, 0, large), oil);
        std::atomic<bool> drawn{false};
        std::atomic<int> painted{0};
        QElapsedTimer clock;
        clock.start();
        std::thread painter([&] {
            while (!drawn || painted < 20)
                mosaic.paint(placedFrame(++painted, 0, large), oil);
        });
        std::vector<qint64> waits;
        bool isThere = true;
        for (int i = 0; i < 300; ++i) {
            QElapsedTimer wait;
            wait.start();
            isThere = isThere && !mosaic.extent().isNull();
            waits.push_back(wait.nsecsElapsed());
            QTest::qSleep(1);
        }
        drawn = true;
        painter.join();
        QVERIFY(isThere);
        const qint64 paint = clock.nsecsElapsed() / painted;
        std::sort(waits.begin(), waits.end());
        // Whoever waited for whole paints would wait for half of one, as a rule, or for many.
        const qint64 middle = waits[waits.size() / 2];
        QVERIFY2(middle < paint / 4, qPrintable(QStringLiteral("waits %1 of %2 ns").arg(middle).arg(paint)));
    }

    void framesWithoutAPlaceAreLeftOut()
    {
        MaskMosaic mosaic;
        FrameRecord record = placedFrame(0, 0);
        record.telemetry.pose.reset();
        record.footprint.clear();
        mosaic.paint(record, cv::Mat(300, 400, CV_8UC1, cv::Scalar(1)));
        QCOMPARE(mosaic.tileCount(), 0);
        QVERIFY(mosaic.extent().isNull());
    }

    void aSlowWindowMissesPicturesButNoRecords()
    {
        FrameMailbox mailbox;
        for (int i = 0; i < 10; ++i) {
            std::vector<ShownFrame> batch(2);
            batch[0].record.frame = 2 * i;
            batch[1].record.frame = 2 * i + 1;
            batch[1].picture = QImage(4, 4, QImage::Format_RGB32);
            mailbox.put({std::move(batch), {}, nullptr});
        }
        const auto delivery = mailbox.take();
        QCOMPARE(int(delivery.frames.size()), 20);
        int pictures = 0;
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(delivery.frames[std::size_t(i)].record.frame, i);
            pictures += delivery.frames[std::size_t(i)].picture.isNull() ? 0 : 1;
        }
        QCOMPARE(pictures, 1);
        QVERIFY(!delivery.frames.back().picture.isNull());
        QVERIFY(mailbox.take().frames.empty());
    }

    void theButtonsOfDialogsAreTranslated()
    {
        installTranslations(*QCoreApplication::instance(), QLocale(QLocale::Korean));
        const QDialogButtonBox buttons(QDialogButtonBox::Ok | QDialogButtonBox::Save |
                                       QDialogButtonBox::Cancel | QDialogButtonBox::Close);
        QSet<QString> texts;
        for (const QAbstractButton* button : buttons.buttons()) {
            QVERIFY2(button->text().at(0).script() == QChar::Script_Hangul, qPrintable(button->text()));
            texts << button->text();
        }
        QCOMPARE(int(texts.size()), 4);
        for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
            delete translator;
    }

    void theSensorsOfAFlightAreThoseOfItsFrames()
    {
        OpenFlight open;
        QVERIFY(open.sensors().empty());
        open.preview = std::make_unique<FlightPreview>();
        open.preview->reading[OverlayField::Sensor].text = QStringLiteral("IR");
        QCOMPARE(open.sensors(), std::set<QString>{QStringLiteral("IR")});
        auto frames = std::make_shared<std::vector<FrameRecord>>(3);
        frames->at(1).telemetry.sensor = QStringLiteral("EOW");
        frames->at(1).detections.resize(2);
        frames->at(1).detections[1].classValue = 4;
        open.frames = frames;
        QCOMPARE(open.sensors(), std::set<QString>{QStringLiteral("EOW")});
        QCOMPARE(open.detectedClasses(), (std::set<int>{0, 4}));
    }

    void theTimelineFindsFramesWithOil()
    {
        std::vector<FrameRecord> frames;
        for (int number : {0, 15, 30, 45}) {
            frames.push_back(placedFrame(number, number));
            if (number == 30) {
                Detection detection;
                detection.classValue = 1;
                detection.areaSquareMetres = 10;
                frames.back().detections.push_back(detection);
            }
        }
        Timeline timeline;
        timeline.setFrames(frames, cardWithOil());
        QCOMPARE(timeline.currentFrame(), -1);
        QCOMPARE(timeline.neighbour(1, false), 0);
        QCOMPARE(timeline.neighbour(1, true), 30);
        timeline.setCurrentFrame(30);
        QCOMPARE(timeline.neighbour(1, false), 45);
        QCOMPARE(timeline.neighbour(1, true), -1);
        QCOMPARE(timeline.neighbour(-1, false), 15);

        QSignalSpy chosen(&timeline, &Timeline::frameChosen);
        timeline.resize(400, 40);
        QTest::mouseClick(&timeline, Qt::LeftButton, {}, QPoint(12, 12));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toInt(), 0);
    }

    void shownPicturesAreNoLargerThanTheScreenNeeds()
    {
        const QImage large = shownPicture(cv::Mat(1080, 1920, CV_8UC3, cv::Scalar(10, 20, 30)));
        QCOMPARE(large.size(), QSize(1280, 720));
        QCOMPARE(large.pixel(5, 5), qRgb(30, 20, 10));
        QVERIFY(shownPicture(cv::Mat()).isNull());

        cv::Mat classes(1080, 1920, CV_8UC1, cv::Scalar(0));
        classes.colRange(0, 960).setTo(1);
        const QImage mask = shownMask(classes, maskColours(cardWithOil()));
        QCOMPARE(mask.size(), large.size());
        const auto metallic = *appearanceColour(3);  // as on the map, whatever the card says
        QCOMPARE(mask.pixel(10, 10), qRgb(metallic[0], metallic[1], metallic[2]));
        QCOMPARE(qAlpha(mask.pixel(1200, 10)), 0);
    }

    void resultsAreKeptBesideTheFlightWhereThatCanBeWritten()
    {
        QTemporaryDir folder;
        FlightInfo info;
        info.name = QStringLiteral("flight");
        info.path = folder.filePath(QStringLiteral("flight.mp4"));
        QCOMPARE(workspacePathFor(info), folder.filePath(QStringLiteral("flight.sheen/sheen.gpkg")));
        info.path = folder.filePath(QStringLiteral("gone/flight.mp4"));
        QVERIFY(workspacePathFor(info).endsWith(QLatin1String("/Sheen/flight.sheen/sheen.gpkg")));
    }

    /** 0815.ts and 0815.mp4 in one folder, of two cameras. */
    void recordingsOfOneBaseNameHaveResultsOfTheirOwn()
    {
        QTemporaryDir folder;
        const auto recordingOf = [&](const char* name, char content) {
            QFile file(folder.filePath(QLatin1String(name)));
            if (file.open(QIODevice::WriteOnly))
                file.write(QByteArray(1000, content));
            FlightInfo info;
            info.path = file.fileName();
            info.name = QStringLiteral("0815");
            return info;
        };
        const auto runInto = [](const FlightInfo& info) {
            RunFacts facts;
            facts.flightPath = info.path;
            facts.recording = identityOf(info.path);
            Workspace::create(workspacePathFor(info), facts);
        };
        const FlightInfo one = recordingOf("0815.ts", 'a');
        const FlightInfo other = recordingOf("0815.mp4", 'b');
        runInto(one);
        QCOMPARE(workspacePathFor(one), folder.filePath(QStringLiteral("0815.sheen/sheen.gpkg")));
        QCOMPARE(workspacePathFor(other), folder.filePath(QStringLiteral("0815.mp4.sheen/sheen.gpkg")));
        runInto(other);
        QCOMPARE(workspacePathFor(other), folder.filePath(QStringLiteral("0815.mp4.sheen/sheen.gpkg")));
        // Under another name it is still the same recording.
        FlightInfo renamed = one;
        renamed.path = folder.filePath(QStringLiteral("sea.ts"));
        renamed.name = QStringLiteral("sea");
        QVERIFY(QFile::rename(one.path, renamed.path));
        QCOMPARE(workspacePathFor(renamed), folder.filePath(QStringLiteral("0815.sheen/sheen.gpkg")));
        // And another one that took its name has nothing to do with its results.
        const FlightInfo third = recordingOf("0815.ts", 'c');
        QCOMPARE(workspacePathFor(third), folder.filePath(QStringLiteral("0815.ts.sheen/sheen.gpkg")));
    }
};

SHEEN_QGIS_TEST_MAIN(WindowPartsTest)
#include "window_parts_test.moc"
