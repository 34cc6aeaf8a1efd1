#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QTableView>
#include <cmath>

#include <qgscoordinatetransform.h>
#include <qgsmapcanvas.h>

#include "actions.h"
#include "base/error.h"
#include "camera/calibration_files.h"
#include "camera/camera_model.h"
#include "save_calibration_dialog.h"
#include "support/camera_poses.h"
#include "support/source_folder.h"
#include "tie_table_model.h"
#include "ui/calibration/calibration_panel.h"
#include "ui/calibration/tie_mode.h"
#include "ui/calibration/tie_points.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/frame_view.h"
#include "ui/main_window/main_window.h"
#include "ui/map/map_view.h"
#include "ui/support/flight_that_was_run.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/tiny_model.h"

using namespace sheen;
using namespace sheen::test;

namespace {

/** A session with the results of the test's flight, and the panel that calibrates it. */
struct Scene
{
    Scene() : points(&session), panel(&session, &points, &mark)
    {
        panel.resize(700, 260);
        panel.show();
        flight.openIn(session);
    }

    template <typename Widget>
    Widget& find(const char* name)
    {
        auto* widget = panel.findChild<Widget*>(QLatin1String(name));
        if (!widget)
            qFatal("no %s", name);
        return *widget;
    }
    void waitUntilPlaced() { QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience); }
    const CameraCalibration& calibration() const { return session.trackSettings().calibration; }
    QString used() { return find<QComboBox>("calibrationUsed").currentText(); }
    QString result() { return find<QLabel>("tieResult").text(); }
    void click(const char* button) { find<QPushButton>(button).click(); }
    GroundPoint centre(int frame = 15) const { return *session.frames()[std::size_t(frame)].centre; }
    QAbstractItemModel& table() { return *find<QTableView>("tieTable").model(); }

    /** Marks what a camera with this calibration sees there. */
    void tie(int frame, const cv::Point2d& pixel, const CameraCalibration& truth)
    {
        const FrameRecord& record = session.frames()[std::size_t(frame)];
        const CameraModel camera(*record.telemetry.pose, record.pictureSize, truth);
        points.markPixel(record.frame, {pixel.x, pixel.y});
        points.markPlace(*camera.toGround(pixel));
    }

    const FlightThatWasRun flight;
    QAction mark;
    Session session;
    TiePoints points;
    CalibrationPanel panel;
};

bool near(const GroundPoint& a, const GroundPoint& b)
{
    return cv::norm(toEcef(a) - toEcef(b)) < 1e-6;
}

}  // namespace

class CalibrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slidersMoveTheFootprint_data()
    {
        QTest::addColumn<QString>("slider");
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("north");  // of the picture's middle, and of its width
        QTest::addColumn<int>("east");
        QTest::addColumn<int>("larger");
        // The flight looks north, ahead and down.
        QTest::newRow("pan to the right") << "boresightPanSlider" << 100 << 0 << 1 << 0;
        QTest::newRow("tilt down") << "boresightTiltSlider" << 100 << -1 << 0 << -1;
        QTest::newRow("longer focal length") << "focalScaleSlider" << 50 << 0 << 0 << -1;
    }
    void slidersMoveTheFootprint()
    {
        QFETCH(QString, slider);
        QFETCH(int, steps);
        QFETCH(int, north);
        QFETCH(int, east);
        QFETCH(int, larger);
        Scene scene;
        const GroundPoint before = scene.centre();
        const double size = scene.session.frames()[15].groundSampleDistanceMetres;
        QSignalSpy placed(&scene.session, &Session::placedAgain);
        auto& moved = scene.find<QSlider>(slider.toLatin1().constData());
        for (int i = 1; i <= 10; ++i) {
            moved.setValue(moved.value() + steps / 10);
            QTest::qWait(20);
        }
        QTRY_VERIFY_WITH_TIMEOUT(placed.count() > 0, patience);
        scene.waitUntilPlaced();
        const auto sign = [](double value, double least) {
            return value > least ? 1 : value < -least ? -1 : 0;
        };
        const double oneMetre = 1 / 111320.0;
        QCOMPARE(sign(scene.centre().latitudeDegrees - before.latitudeDegrees, oneMetre), north);
        QCOMPARE(sign(scene.centre().longitudeDegrees - before.longitudeDegrees, oneMetre), east);
        QCOMPARE(sign(scene.session.frames()[15].groundSampleDistanceMetres / size - 1, 0.005), larger);
        // The workspace has it, as one edit.
        const auto workspace = scene.flight.onDisk();
        QVERIFY(trackSettingsOf(workspace->facts()).calibration == scene.calibration());
        QCOMPARE(workspace->edits().size(), std::size_t(1));
    }

    void numbersAndSlidersGoTogether()
    {
        Scene scene;
        auto& number = scene.find<QDoubleSpinBox>("boresightPan");
        auto& slider = scene.find<QSlider>("boresightPanSlider");
        number.setValue(1.5);
        QCOMPARE(slider.value(), 150);
        number.setValue(20);  // beyond the slider's reach
        QCOMPARE(slider.value(), slider.maximum());
        QCOMPARE(scene.calibration().boresightPanDegrees, 20.0);
        scene.find<QDoubleSpinBox>("radialK1").setValue(-0.02);
        QCOMPARE(scene.calibration().radialK1, -0.02);
        scene.click("calibrationReset");
        QVERIFY(scene.calibration() == CameraCalibration());
        QCOMPARE(number.value(), 0.0);
        QCOMPARE(scene.find<QDoubleSpinBox>("focalScale").value(), 1.0);
        QVERIFY(!scene.find<QPushButton>("calibrationReset").isEnabled());
        scene.waitUntilPlaced();
    }

    void whichOneIsInUseIsSaid()
    {
        Scene scene;
        const QString none = scene.used();
        QVERIFY(!none.isEmpty());
        scene.find<QDoubleSpinBox>("boresightTilt").setValue(-0.4);
        const QString own = scene.used();
        QVERIFY(own != none);
        scene.click("calibrationSave");
        auto* dialog = scene.panel.findChild<SaveCalibrationDialog*>();
        QVERIFY(dialog);
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("calibrationName"));
        name->setText(QStringLiteral("a/b"));
        auto* save = dialog->findChild<QPushButton*>();
        QVERIFY(save && !save->isEnabled());
        name->setText(QStringLiteral("회전포탑 1"));
        QVERIFY(save->isEnabled());
        dialog->accept();
        QCOMPARE(scene.used(), QStringLiteral("회전포탑 1"));
        QCOMPARE(loadCalibration(QStringLiteral("회전포탑 1")).boresightTiltDegrees, -0.4);

        scene.find<QDoubleSpinBox>("boresightTilt").setValue(-0.5);
        QVERIFY(scene.used() != QStringLiteral("회전포탑 1"));
        QVERIFY(scene.used().contains(QStringLiteral("회전포탑 1")));
        // Chosen again.
        auto& combo = scene.find<QComboBox>("calibrationUsed");
        const int entry = combo.findData(QStringLiteral("회전포탑 1"));
        QVERIFY(entry > 0);
        Q_EMIT combo.activated(entry);
        QCOMPARE(scene.calibration().boresightTiltDegrees, -0.4);
        QCOMPARE(scene.used(), QStringLiteral("회전포탑 1"));
        Q_EMIT combo.activated(0);
        QVERIFY(scene.calibration() == CameraCalibration());
        QCOMPARE(scene.used(), none);
        scene.waitUntilPlaced();
    }

    void fewPointsAreAskedForLittle()
    {
        Scene scene;
        auto& roll = scene.find<QCheckBox>("tieRoll");
        auto& scale = scene.find<QCheckBox>("tieFocalScale");
        QVERIFY(!scene.find<QPushButton>("tieFit").isEnabled());
        scene.tie(10, {300, 500}, turnedMounting());
        QVERIFY(scene.find<QPushButton>("tieFit").isEnabled());
        QVERIFY(!roll.isChecked() && !scale.isChecked());
        scene.tie(10, {900, 300}, turnedMounting());
        QVERIFY(roll.isChecked() && !scale.isChecked());
        scene.tie(20, {640, 600}, turnedMounting());
        QVERIFY(roll.isChecked() && scale.isChecked());
        // Points that are off do not count; what the analyst chose stays chosen.
        QVERIFY(scene.table().setData(scene.table().index(2, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!scale.isChecked());
        roll.click();
        QVERIFY(scene.table().setData(scene.table().index(2, 0), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!roll.isChecked() && !scale.isChecked());
    }

    void cancelLeavesEverything()
    {
        Scene scene;
        for (const cv::Point2d& pixel : {cv::Point2d(300, 500), cv::Point2d(900, 300), cv::Point2d(640, 600)})
            scene.tie(10, pixel, turnedMounting());
        const GroundPoint before = scene.centre();
        scene.click("tieFit");
        QVERIFY(scene.result().contains(QStringLiteral("0.800")));
        QVERIFY(
            scene.table().index(0, TieTableModel::MetresColumn).data().toString().contains(QChar(0x2192)));
        QVERIFY(scene.calibration() == CameraCalibration());
        scene.click("tieCancel");
        QVERIFY(scene.result().isEmpty());
        QVERIFY(
            !scene.table().index(0, TieTableModel::MetresColumn).data().toString().contains(QChar(0x2192)));
        QVERIFY(scene.calibration() == CameraCalibration());
        QVERIFY(!scene.session.isPlacingAgain());
        QVERIFY(near(scene.centre(), before));
        QVERIFY(scene.flight.onDisk()->edits().empty());
        QCOMPARE(scene.points.marks().size(), std::size_t(3));
    }

    void acceptedIsOneStepThatCanBeTakenBack()
    {
        Scene scene;
        scene.find<QDoubleSpinBox>("boresightPan").setValue(0.3);
        scene.waitUntilPlaced();
        const CameraCalibration before = scene.calibration();
        for (const int frame : {8, 20}) {
            for (const cv::Point2d& pixel : {cv::Point2d(200, 600), cv::Point2d(1000, 250)})
                scene.tie(frame, pixel, turnedMounting());
        }
        scene.click("tieFit");
        scene.click("tieAccept");
        QVERIFY(std::abs(scene.calibration().boresightPanDegrees - 0.8) < 0.02);
        QVERIFY(std::abs(scene.calibration().focalScale - 1.02) < 0.002);
        scene.waitUntilPlaced();
        QCOMPARE(scene.flight.onDisk()->edits().size(), std::size_t(2));
        scene.click("tieTakeBack");
        QVERIFY(scene.calibration() == before);
        QVERIFY(!scene.find<QPushButton>("tieTakeBack").isVisibleTo(&scene.panel));
        scene.waitUntilPlaced();
        QVERIFY(trackSettingsOf(scene.flight.onDisk()->facts()).calibration == before);
    }

    void whatCannotBeSeenIsSaid()
    {
        Scene scene;
        scene.tie(10, {300, 500}, {});
        scene.points.markPixel(10, {640, 360});
        scene.points.markPlace({-20, 5});
        scene.click("tieFit");
        QVERIFY(scene.result().contains(QStringLiteral("2")));
        QVERIFY(!scene.find<QPushButton>("tieAccept").isVisibleTo(&scene.panel));
    }

    void placesCanBeTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("latitude");  // NaN: refused
        QTest::addColumn<double>("longitude");
        const double no = std::nan("");
        QTest::newRow("both") << "55.01, 5.002" << 55.01 << 5.002;
        QTest::newRow("without a space") << "55.01,5.002" << 55.01 << 5.002;
        QTest::newRow("letters") << "55.01N 5.002E" << 55.01 << 5.002;
        QTest::newRow("south and west") << "55.01S, 5.002W" << -55.01 << -5.002;
        QTest::newRow("sexagesimal") << "55:00:36N,005:00:36E" << 55.01 << 5.01;
        QTest::newRow("beyond the pole") << "95.01, 5.002" << no << no;
        QTest::newRow("words") << "the pier" << no << no;
    }
    void placesCanBeTyped()
    {
        QFETCH(QString, typed);
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        Scene scene;
        scene.points.markPixel(10, {640, 360});
        const QModelIndex cell = scene.table().index(0, TieTableModel::LatitudeColumn);
        QCOMPARE(scene.table().setData(cell, typed), !std::isnan(latitude));
        const TieMark& mark = scene.points.marks().front();
        QCOMPARE(mark.isComplete(), !std::isnan(latitude));
        if (std::isnan(latitude)) {
            QVERIFY(!scene.result().isEmpty());
            return;
        }
        QVERIFY(std::abs(*mark.latitudeDegrees - latitude) < 1e-6);
        QVERIFY(std::abs(*mark.longitudeDegrees - longitude) < 1e-6);
    }

    void aWorkspaceOpenedAgainHasIt()
    {
        const FlightThatWasRun flight;
        {
            Session session;
            TiePoints points(&session);
            flight.openIn(session);
            points.markPixel(10, {300.5, 500.25});
            points.markPlace({55.01, 5.002});
            points.markPixel(12, {1, 2});
            TieMark off = points.marks()[0];
            off.used = false;
            points.change(0, off);
            // While everything is placed again, points follow as soon as that is stored.
            TrackSettings settings;
            settings.calibration = turnedMounting();
            session.setTrackSettings(settings);
            points.markPlace({55.02, 5.003});
            QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        }
        Session session;
        TiePoints points(&session);
        flight.openIn(session);
        QVERIFY(session.trackSettings().calibration == turnedMounting());
        QCOMPARE(points.marks().size(), std::size_t(2));
        QCOMPARE(points.marks()[0].pixel, QPointF(300.5, 500.25));
        QVERIFY(!points.marks()[0].used && points.marks()[1].used);
        QCOMPARE(*points.marks()[1].latitudeDegrees, 55.02);
        QVERIFY(points.marks()[1].isComplete());
        // Those of another flight are others.
        const FlightThatWasRun other;
        other.openIn(session);
        QVERIFY(points.marks().empty());
    }

    void markedWithTheMouse()
    {
        const FlightThatWasRun flight;
        QTemporaryDir folder;
        WindowOptions options;
        options.modelPath = folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(options.modelPath);
        MainWindow window(options);
        window.resize(1280, 800);
        window.show();
        QVERIFY(!window.windowActions().tieTool->isEnabled());
        flight.openIn(window.session());
        QTRY_VERIFY_WITH_TIMEOUT(window.framePanel().currentFrame() >= 0, patience);
        auto& points = *window.findChild<TiePoints*>();
        auto& mode = *window.findChild<TieMode*>();
        QgsMapCanvas& canvas = *window.map().canvas();
        FrameView& view = *window.framePanel().view();

        QTest::mouseClick(&view, Qt::LeftButton, {}, view.rect().center());
        QVERIFY(points.marks().empty());  // not yet
        window.windowActions().tieTool->trigger();
        QVERIFY(mode.isActive());
        QVERIFY(window.windowActions().tieTool->isChecked());
        const QString first = mode.step();
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.rect().center());
        QCOMPARE(points.marks().size(), std::size_t(1));
        QVERIFY(mode.step() != first);
        QVERIFY(std::abs(points.marks()[0].pixel.x() - 640) < 4);
        QCOMPARE(points.marks()[0].frame, window.framePanel().currentFrame());
        QTest::mouseClick(canvas.viewport(), Qt::LeftButton, {}, canvas.viewport()->rect().center());
        QVERIFY(points.marks()[0].isComplete());
        const QgsCoordinateTransform toDegrees(canvas.mapSettings().destinationCrs(),
                                               QgsCoordinateReferenceSystem::fromEpsgId(4326),
                                               canvas.mapSettings().transformContext());
        const QgsPointXY centre = toDegrees.transform(canvas.center());
        const double pixel = canvas.mapUnitsPerPixel() / 111320;
        QVERIFY(std::abs(*points.marks()[0].latitudeDegrees - centre.y()) < 2 * pixel);
        QVERIFY(std::abs(*points.marks()[0].longitudeDegrees - centre.x()) < 4 * pixel);

        // Esc drops what is half done, then ends; so does another tool.
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.rect().center());
        QCOMPARE(points.marks().size(), std::size_t(2));
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QCOMPARE(points.marks().size(), std::size_t(1));
        QVERIFY(mode.isActive());
        QTest::keyClick(&canvas, Qt::Key_Escape);
        QVERIFY(!mode.isActive());
        QVERIFY(window.windowActions().panTool->isChecked());
        window.windowActions().tieTool->trigger();
        window.windowActions().distanceTool->trigger();
        QVERIFY(!mode.isActive());
        QVERIFY(!window.windowActions().tieTool->isChecked());
        canvas.waitWhileRendering();
    }

    void aWrongBoresightOfTheDemoFlightIsFound()
    {
        const QString path = sourcePath(QStringLiteral("tests/flights/demo/flight.mp4"));
        QTemporaryDir folder;
        WindowOptions options;
        options.outputFolder = folder.path();
        options.modelPath = folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(options.modelPath);
        MainWindow window(options);
        Session& session = window.session();
        QTRY_VERIFY_WITH_TIMEOUT(session.model(), patience);
        QSignalSpy opened(&session, &Session::flightOpened);
        window.open(path);
        QVERIFY(opened.wait(patience));
        RunSettings settings = session.settings();
        settings.selection.everySeconds = 2;
        settings.track.calibration = turnedMounting();  // wrong: the flight was made without
        session.setSettings(settings);
        QSignalSpy finished(&session, &Session::runFinished);
        window.startRun();
        QVERIFY(finished.wait(4 * patience));

        // Things whose place is known: by the camera as it truly was.
        auto& points = *window.findChild<TiePoints*>();
        const std::map<int, CameraPose> truth = truePoses(QFileInfo(path).dir().filePath("truth.csv"));
        const std::vector<FrameRecord>& frames = session.frames();
        QVERIFY(frames.size() > 8);
        for (const std::size_t index : {std::size_t(2), frames.size() / 2, frames.size() - 2}) {
            const FrameRecord& record = frames[index];
            const CameraModel camera(truth.at(record.frame), record.pictureSize);
            for (const cv::Point2d& pixel : {cv::Point2d(250, 200), cv::Point2d(1050, 560)}) {
                points.markPixel(record.frame, {pixel.x, pixel.y});
                points.markPlace(*camera.toGround(pixel));
            }
        }
        const auto worst = [&points] {
            double pixels = 0;
            for (int row = 0; row < int(points.marks().size()); ++row)
                pixels = std::max(pixels, cv::norm(points.residual(row)->pixels));
            return pixels;
        };
        const double before = worst();
        QVERIFY2(before > 20, qPrintable(QString::number(before)));
        window.findChild<QPushButton*>(QStringLiteral("tieFit"))->click();
        window.findChild<QPushButton*>(QStringLiteral("tieAccept"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        const CameraCalibration found = session.trackSettings().calibration;
        qInfo("off by %.1f px before, %.2f px after; pan %.3f, tilt %.3f, roll %.3f, focal scale %.4f",
              before, worst(), found.boresightPanDegrees, found.boresightTiltDegrees,
              found.boresightRollDegrees, found.focalScale);
        // What is left is what the overlay's rounding does to single frames' poses.
        QVERIFY(worst() < 6);
        // Beside that the boresight is right to the pixel: the picture's middle and its corners.
        const FrameRecord& record = frames[frames.size() / 2];
        const CameraModel right(*record.telemetry.pose, record.pictureSize);
        const CameraModel now(*record.telemetry.pose, record.pictureSize, found);
        double off = 0;
        for (const cv::Point2d& pixel : {cv::Point2d(640, 360), cv::Point2d(0, 0), cv::Point2d(1280, 720)})
            off = std::max(off, cv::norm(*now.toPixel(*right.toGround(pixel)) - pixel));
        qInfo("boresight and focal scale off by %.2f px", off);
        window.map().canvas()->waitWhileRendering();
    }

private:
    static std::map<int, CameraPose> truePoses(const QString& path)
    {
        std::map<int, CameraPose> poses;
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no truth of the demo flight");
        file.readLine();
        while (!file.atEnd()) {
            const QList<QByteArray> cells = file.readLine().trimmed().split(',');
            CameraPose pose;
            pose.latitudeDegrees = cells[2].toDouble();
            pose.longitudeDegrees = cells[3].toDouble();
            pose.heightMetres = cells[4].toDouble();
            pose.bearingDegrees = cells[7].toDouble();
            pose.depressionDegrees = cells[8].toDouble();
            pose.horizontalFovDegrees = cells[10].toDouble();
            poses[cells[0].toInt()] = pose;
        }
        return poses;
    }
};

SHEEN_QGIS_TEST_MAIN(CalibrationTest)
#include "calibration_test.moc"
