#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>

#include "actions.h"
#include "field_table.h"
#include "field_table_model.h"
#include "track_plot.h"
#include "ui/frame/frame_panel.h"
#include "ui/main_window/main_window.h"
#include "ui/session/session.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/small_flight.h"
#include "ui/support/telemetry_scene.h"
#include "ui/support/tiny_model.h"
#include "ui/telemetry/field_text.h"
#include "ui/telemetry/telemetry_panel.h"

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr int patience = 120000;  //!< milliseconds; the machine may be busy
using F = OverlayField;

QString cell(const FieldTableModel& model, OverlayField field, FieldTableModel::Column column)
{
    return model.index(int(field), column).data().toString();
}

/** A session with the results of the test's flight, and the panel that shows them. */
struct Scene
{
    explicit Scene(const QString& folder) : panel(&session)
    {
        panel.resize(700, 260);
        panel.show();
        QSignalSpy opened(&session, &Session::workspaceOpened);
        session.open(writeOverlayResults(folder));
        QVERIFY(opened.wait(patience));
        show(10);
    }

    void show(int frame, const QImage& picture = {})
    {
        panel.showFrame(session.frames()[std::size_t(frame)], picture);
    }
    FieldTableModel& fields() { return *panel.table()->fields(); }
    const TelemetryRecord& record(int frame) { return session.frames()[std::size_t(frame)].telemetry; }
    double footprintLatitude(int frame)
    {
        return session.frames()[std::size_t(frame)].footprint.at(0).latitudeDegrees;
    }
    bool type(OverlayField field, const QString& text)
    {
        return fields().setData(fields().index(int(field), FieldTableModel::ValueColumn), text);
    }
    void trigger(const char* action) { panel.findChild<QAction*>(QLatin1String(action))->trigger(); }

    Session session;
    TelemetryPanel panel;
};

}  // namespace

class TelemetryPanelTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_scenes = 0;

    QString newFolder()
    {
        const QString folder = m_folder.filePath(QString::number(++m_scenes));
        QDir().mkpath(folder);
        return folder;
    }

private Q_SLOTS:
    void whatIsTypedIsTakenOrRefused_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("value");  // NaN: refused
        const double no = std::nan("");
        QTest::newRow("degrees") << int(F::PlatformLatitude) << "34.67523" << 34.67523;
        QTest::newRow("as shown") << int(F::PlatformLatitude) << "34.67523° N" << 34.67523;
        QTest::newRow("south") << int(F::TargetLatitude) << "34.5 s" << -34.5;
        QTest::newRow("as in the overlay") << int(F::PlatformLatitude) << "18:23:08N" << 18.385556;
        QTest::newRow("west") << int(F::PlatformLongitude) << "067:05:44W" << -67.095556;
        QTest::newRow("other axis") << int(F::PlatformLatitude) << "34.5E" << no;
        QTest::newRow("minutes as shown") << int(F::PlatformLatitude) << "34°40.5138′N" << 34.67523;
        QTest::newRow("seconds as shown") << int(F::TargetLongitude) << "128°17′52.3″W" << -128.2978611;
        QTest::newRow("sixty minutes") << int(F::PlatformLatitude) << "34°60.0′N" << no;
        QTest::newRow("minutes of the other axis") << int(F::PlatformLatitude) << "34°40.5138′E" << no;
        QTest::newRow("beyond the pole") << int(F::PlatformLatitude) << "91" << no;
        QTest::newRow("metres") << int(F::PlatformAltitude) << "815.5 m" << 815.5;
        QTest::newRow("plain metres") << int(F::PlatformAltitude) << "815" << 815.0;
        QTest::newRow("feet") << int(F::PlatformAltitude) << "2690FT" << 819.912;
        QTest::newRow("too high") << int(F::PlatformAltitude) << "99999" << no;
        QTest::newRow("miles") << int(F::SlantRange) << "0.4 nm" << 740.8;
        QTest::newRow("no range") << int(F::SlantRange) << "-5" << no;
        QTest::newRow("heading") << int(F::PlatformHeading) << "75°" << 75.0;
        QTest::newRow("north") << int(F::PlatformHeading) << "360" << 0.0;
        QTest::newRow("over the top") << int(F::PlatformHeading) << "361" << no;
        QTest::newRow("focal length") << int(F::FocalLength) << "135 mm" << 135.0;
        QTest::newRow("zero") << int(F::FocalLength) << "0" << no;
        QTest::newRow("words") << int(F::FocalLength) << "wide" << no;
        QTest::newRow("not a number") << int(F::PlatformAltitude) << "nan" << no;
        QTest::newRow("too large for a number") << int(F::PlatformAltitude) << QString(400, '9') << no;
    }

    void whatIsTypedIsTakenOrRefused()
    {
        QFETCH(int, field);
        QFETCH(QString, typed);
        QFETCH(double, value);
        const TypedValue result = typedValue(F(field), typed);
        if (std::isnan(value)) {
            QVERIFY(!result.value);
            QVERIFY(!result.refusal.isEmpty());
        } else {
            QVERIFY2(result.value, qPrintable(result.refusal));
            QVERIFY(std::abs(*result.value - value) < 1e-6);
            // What is shown of it can be typed again.
            const TypedValue again = typedValue(F(field), fieldValueText(F(field), value));
            QVERIFY2(again.value, qPrintable(again.refusal));
            const double rounding =
                F(field) == F::SlantRange ? 0.5 : 0.06;  // ranges are shown in whole metres
            QVERIFY(std::abs(*again.value - value) <= rounding);
        }
    }

    void textsAreTakenAsTheOverlayWritesThem()
    {
        QCOMPARE(typedValue(F::Sensor, QStringLiteral("ir")).text, QStringLiteral("IR"));
        QCOMPARE(typedValue(F::Time, QStringLiteral("01:30:20")).text, QStringLiteral("01:30:20"));
        QVERIFY(!typedValue(F::Sensor, QStringLiteral("radar")).refusal.isEmpty());
        QVERIFY(!typedValue(F::Date, QStringLiteral("yesterday")).refusal.isEmpty());
    }

    void rowsSayWhatWasReadAndWhyItWasChanged()
    {
        Scene scene(newFolder());
        const FieldTableModel& fields = scene.fields();
        QCOMPARE(fields.rowCount(), int(overlayFieldCount));
        QCOMPARE(cell(fields, F::PlatformLatitude, FieldTableModel::SeenColumn), QStringLiteral("34.67500N"));
        QCOMPARE(cell(fields, F::PlatformAltitude, FieldTableModel::ValueColumn), QStringLiteral("819.9 m"));
        QCOMPARE(cell(fields, F::Time, FieldTableModel::ValueColumn), QStringLiteral("01:30:05 UTC"));
        QCOMPARE(fields.markAt(int(F::PlatformLatitude)), TrackMark::Read);

        scene.show(wildFrame);
        QCOMPARE(cell(fields, F::PlatformLatitude, FieldTableModel::SeenColumn), QStringLiteral("35.67800N"));
        QVERIFY(cell(fields, F::PlatformLatitude, FieldTableModel::ValueColumn)
                    .startsWith(QStringLiteral("34°40")));
        QVERIFY(
            cell(fields, F::PlatformLatitude, FieldTableModel::WhyColumn).contains(QLatin1String("so fast")));
        QCOMPARE(fields.markAt(int(F::PlatformLatitude)), TrackMark::Rejected);

        scene.show(firstBlankFrame);
        QVERIFY(cell(fields, F::PlatformLatitude, FieldTableModel::SeenColumn).isEmpty());
        QVERIFY(!cell(fields, F::PlatformLatitude, FieldTableModel::ValueColumn).isEmpty());
        QCOMPARE(fields.markAt(int(F::PlatformLatitude)), TrackMark::Filled);
        // Told apart by a shade and, for those who see no colours, by a shape.
        const QModelIndex value = fields.index(int(F::PlatformLatitude), FieldTableModel::ValueColumn);
        QVERIFY(value.data(Qt::BackgroundRole).isValid());
        QVERIFY(!value.data(Qt::DecorationRole).value<QIcon>().isNull());
    }

    void theCropIsCutFromThePictureAtAnyScale()
    {
        Scene scene(newFolder());
        const QRect box = scene.record(10).reading[F::PlatformLatitude].box.toRect();
        QImage picture(1280, 720, QImage::Format_RGB32);
        picture.fill(Qt::blue);
        for (int y = box.top(); y <= box.bottom(); ++y) {
            for (int x = box.left(); x <= box.right(); ++x)
                picture.setPixelColor(x, y, Qt::red);
        }
        for (const double scale : {1.0, 0.5}) {
            scene.show(10, picture.scaledToWidth(int(1280 * scale)));
            const QImage crop = scene.fields().cropAt(int(F::PlatformLatitude));
            QVERIFY(std::abs(crop.width() - scale * box.width()) <= 10);
            QCOMPARE(crop.pixelColor(crop.width() / 2, crop.height() / 2), QColor(Qt::red));
            QVERIFY(!scene.panel.table()->isColumnHidden(FieldTableModel::CropColumn));
        }
        scene.show(10);  // the recording is not at hand
        QVERIFY(scene.fields().cropAt(int(F::PlatformLatitude)).isNull());
        QVERIFY(scene.panel.table()->isColumnHidden(FieldTableModel::CropColumn));
    }

    void aValueSetByHandMovesTheFlightAndCanBeTakenBack()
    {
        Scene scene(newFolder());
        const double before = scene.footprintLatitude(10);
        QVERIFY(scene.type(F::PlatformLatitude, QStringLiteral("34.67520")));
        QCOMPARE(int(scene.session.trackSettings().corrections.size()), 1);
        QTRY_VERIFY_WITH_TIMEOUT(scene.footprintLatitude(10) > before + 1e-5, patience);
        QCOMPARE(scene.record(10).qualities[std::size_t(F::PlatformLatitude)], Quality::Set);
        QTRY_COMPARE_WITH_TIMEOUT(scene.fields().markAt(int(F::PlatformLatitude)), TrackMark::Set, patience);
        QCOMPARE(scene.panel.findChild<QListWidget*>(QStringLiteral("corrections"))->count(), 1);

        // Once more for the same value: the later one counts.
        QVERIFY(scene.type(F::PlatformLatitude, QStringLiteral("34.67530")));
        QCOMPARE(int(scene.session.trackSettings().corrections.size()), 1);

        scene.panel.table()->selectRow(int(F::PlatformLatitude));
        scene.trigger("takeBackField");
        QVERIFY(scene.session.trackSettings().corrections.empty());
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(scene.footprintLatitude(10) - before) < 1e-9, patience);
        QTRY_COMPARE_WITH_TIMEOUT(scene.fields().markAt(int(F::PlatformLatitude)), TrackMark::Read, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!scene.session.isPlacingAgain(), patience);
    }

    void aReadingCanBeStruckOut()
    {
        Scene scene(newFolder());
        scene.panel.table()->selectRow(int(F::PlatformAltitude));
        scene.trigger("strikeOutField");
        const auto& corrections = scene.session.trackSettings().corrections;
        QCOMPARE(int(corrections.size()), 1);
        QCOMPARE(corrections[0].frame, 10);
        QVERIFY(!corrections[0].value);
        QTRY_COMPARE_WITH_TIMEOUT(scene.fields().markAt(int(F::PlatformAltitude)), TrackMark::Rejected,
                                  patience);
        QVERIFY(cell(scene.fields(), F::PlatformAltitude, FieldTableModel::WhyColumn)
                    .contains(QLatin1String("struck out")));
        QVERIFY(!scene.panel.findChild<QAction*>(QStringLiteral("strikeOutField"))->isEnabled());
        QVERIFY(scene.panel.findChild<QAction*>(QStringLiteral("takeBackField"))->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!scene.session.isPlacingAgain(), patience);
    }

    void whatCannotBeIsRefusedWithASentence()
    {
        Scene scene(newFolder());
        QVERIFY(!scene.type(F::PlatformLatitude, QStringLiteral("95")));
        auto* warning = scene.panel.findChild<QLabel*>(QStringLiteral("telemetryWarning"));
        QVERIFY(warning->isVisibleTo(&scene.panel));
        QVERIFY(warning->text().contains(QLatin1String("90")));
        QVERIFY(scene.session.trackSettings().corrections.empty());
        // What was not changed is no correction.
        const QModelIndex value =
            scene.fields().index(int(F::PlatformAltitude), FieldTableModel::ValueColumn);
        QVERIFY(!scene.type(F::PlatformAltitude, value.data(Qt::EditRole).toString()));
        QVERIFY(scene.session.trackSettings().corrections.empty());
    }

    void theClocksZoneAndShiftMoveUtc()
    {
        Scene scene(newFolder());
        const QDateTime before = scene.record(10).utc;
        scene.panel.findChild<QDoubleSpinBox*>(QStringLiteral("clockZone"))->setValue(9);
        scene.panel.findChild<QComboBox*>(QStringLiteral("clockZoneKind"))->setCurrentIndex(1);
        QTRY_COMPARE_WITH_TIMEOUT(scene.record(10).utc, before.addSecs(-9 * 3600), patience);
        scene.panel.findChild<QDoubleSpinBox*>(QStringLiteral("clockShift"))->setValue(-3.5);
        QTRY_COMPARE_WITH_TIMEOUT(scene.record(10).utc, before.addSecs(-9 * 3600).addMSecs(-3500), patience);
        QTRY_COMPARE_WITH_TIMEOUT(cell(scene.fields(), F::Zone, FieldTableModel::ValueColumn),
                                  QStringLiteral("UTC+9.0"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!scene.session.isPlacingAgain(), patience);
    }

    void theWidthBehindAFocalLengthWidensWhatIsSeen()
    {
        Scene scene(newFolder());
        const double before = scene.record(10).pose->horizontalFovDegrees;
        const auto widths = scene.panel.findChildren<QDoubleSpinBox*>(QStringLiteral("sensorWidth"));
        QCOMPARE(int(widths.size()), 1);  // EOW is the only sensor of the flight
        QCOMPARE(widths.first()->value(), 9.6);
        widths.first()->setValue(12.8);
        QTRY_VERIFY_WITH_TIMEOUT(scene.record(10).pose->horizontalFovDegrees > 1.2 * before, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!scene.session.isPlacingAgain(), patience);
    }

    void beforeARunTheFormSetsWhatTheRunUses()
    {
        const SmallFlight flight = writeSmallFlight(newFolder(), 2);
        Session session;
        TelemetryPanel panel(&session);
        panel.show();
        QSignalSpy opened(&session, &Session::flightOpened);
        session.open(flight.frames);
        QVERIFY(opened.wait(patience));
        panel.findChild<QDoubleSpinBox*>(QStringLiteral("seaLevel"))->setValue(12);
        panel.findChild<QComboBox*>(QStringLiteral("completion"))->setCurrentIndex(2);
        QCOMPARE(session.settings().track.seaLevelMetres, 12.0);
        QCOMPARE(session.settings().track.completion, Completion::Hold);
    }

    void framesWithoutAnOverlaySaySo()
    {
        Scene scene(newFolder());
        FrameRecord record;
        record.frame = 3;
        scene.panel.showFrame(record, {});
        auto* heading = scene.panel.findChild<QLabel*>(QStringLiteral("telemetryHeading"));
        QVERIFY(heading->text().contains(QLatin1String("no telemetry")));
        record.telemetry.reading.source = Quality::Klv;
        record.telemetry.reading[F::PlatformLatitude].value = 34.5;
        record.telemetry.values[std::size_t(F::PlatformLatitude)] = 34.5;
        record.telemetry.qualities[std::size_t(F::PlatformLatitude)] = Quality::Klv;
        scene.panel.showFrame(record, {});
        QVERIFY(heading->text().contains(QLatin1String("KLV")));
        QVERIFY(cell(scene.fields(), F::PlatformLatitude, FieldTableModel::WhyColumn)
                    .contains(QLatin1String("KLV")));
        QVERIFY(scene.panel.table()->isColumnHidden(FieldTableModel::CropColumn));
    }

    void theWindowShowsThePanelAndFollowsIt()
    {
        const QString model = m_folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(model);
        WindowOptions options;
        options.modelPath = model;
        MainWindow window(options);
        window.show();
        window.windowActions().telemetry->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!window.telemetryPanel().visibleRegion().isEmpty(), patience);
        QSignalSpy opened(&window.session(), &Session::workspaceOpened);
        window.open(writeOverlayResults(newFolder()));
        QVERIFY(opened.wait(patience));
        QTRY_VERIFY_WITH_TIMEOUT(!window.telemetryPanel().table()->fields()->isEmpty(), patience);
        Q_EMIT window.telemetryPanel().frameChosen(25);
        QTRY_COMPARE_WITH_TIMEOUT(window.telemetryPanel().table()->fields()->frame(), 25, patience);
        QCOMPARE(window.framePanel().currentFrame(), 25);
        QCOMPARE(int(window.telemetryPanel().plot()->series().samples.size()), 40);
    }
};

SHEEN_QGIS_TEST_MAIN(TelemetryPanelTest)
#include "telemetry_panel_test.moc"
