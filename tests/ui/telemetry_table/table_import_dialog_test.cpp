#include "table_import_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "column_table.h"
#include "table_preview.h"

using namespace sheen;

namespace {

constexpr int patience = 60000;  //!< milliseconds; the machine may be busy

}  // namespace

class TableImportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognisedTableIsReadyAtOnce();
    void unitsAreAsked();
    void fieldOfViewIsAsked();
    void columnsCanBeChanged();
    void shiftIsSeenAgainstThePicture();
    void badTablesAreSaid();
    void settingsOfBeforeAreShown();

private:
    QString write(const QByteArray& text)
    {
        const QString path = m_folder.filePath(QStringLiteral("table%1.csv").arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(text);
        return path;
    }
    std::unique_ptr<TableImportDialog> open(const QByteArray& text, const TableSettings& settings = {},
                                            const std::vector<TelemetryReading>& seen = {})
    {
        FlightInfo flight;
        flight.durationSeconds = 10;
        flight.framesPerSecond = 25;
        flight.frameCount = 250;
        flight.pictureSize = {1920, 1080};
        auto dialog = std::make_unique<TableImportDialog>(write(text), settings, flight, seen);
        wait(*dialog);
        return dialog;
    }
    static void wait(TableImportDialog& dialog)
    {
        QSignalSpy checked(&dialog, &TableImportDialog::checked);
        QVERIFY(checked.wait(patience));
    }
    static QString state(const TableImportDialog& dialog)
    {
        return dialog.findChild<QLabel*>(QStringLiteral("state"))->text();
    }
    static QComboBox* box(const TableImportDialog& dialog, const QString& column, int place)
    {
        const auto* table = dialog.findChild<ColumnTable*>();
        for (int row = 0; row < table->rowCount(); ++row) {
            if (table->item(row, 0)->text() == column)
                return qobject_cast<QComboBox*>(table->cellWidget(row, place));
        }
        return nullptr;
    }
    static bool canBeUsed(const TableImportDialog& dialog)
    {
        return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled();
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TableImportDialogTest::recognisedTableIsReadyAtOnce()
{
    const auto dialog = open("note,time_s,lat,lon,alt_ft,hfov\nx,0,54,7,1000,40\nx,9,54.1,7,1000,40\n");
    QVERIFY2(canBeUsed(*dialog), qPrintable(state(*dialog)));
    QVERIFY2(state(*dialog).contains(QStringLiteral("straight down")), qPrintable(state(*dialog)));
    const auto* columns = dialog->findChild<ColumnTable*>();
    QCOMPARE(columns->rowCount(), 6);
    QCOMPARE(columns->item(0, 0)->text(), QStringLiteral("time_s"));  // recognised ones first
    QCOMPARE(columns->item(5, 0)->text(), QStringLiteral("note"));
    QVERIFY(dialog->settings().meanings.empty());
    QVERIFY(dialog->settings().units.empty());
    QVERIFY(dialog->findChild<TablePreview*>()->matched() > 0);
}

void TableImportDialogTest::unitsAreAsked()
{
    const auto dialog = open("time_s,lat,lon,Altitude,hfov\n0,54,7,1000,40\n9,54.1,7,1000,40\n");
    QVERIFY(!canBeUsed(*dialog));
    QVERIFY2(state(*dialog).contains(QStringLiteral("\"Altitude\"")), qPrintable(state(*dialog)));
    QComboBox* unit = box(*dialog, QStringLiteral("Altitude"), 3);
    unit->setCurrentIndex(unit->findData(QStringLiteral("ft")));
    wait(*dialog);
    QVERIFY2(canBeUsed(*dialog), qPrintable(state(*dialog)));
    QCOMPARE(dialog->settings().units.at(QStringLiteral("Altitude")), QStringLiteral("ft"));
}

void TableImportDialogTest::fieldOfViewIsAsked()
{
    const auto dialog = open("time_s,lat,lon,alt_m\n0,54,7,1000\n9,54.1,7,1000\n");
    QVERIFY(!canBeUsed(*dialog));
    QVERIFY2(state(*dialog).contains(QStringLiteral("field of view")), qPrintable(state(*dialog)));
    dialog->findChild<QDoubleSpinBox*>(QStringLiteral("fov"))->setValue(62);
    wait(*dialog);
    QVERIFY2(canBeUsed(*dialog), qPrintable(state(*dialog)));
    QCOMPARE(dialog->settings().horizontalFovDegrees, std::optional<double>(62));
}

void TableImportDialogTest::columnsCanBeChanged()
{
    const auto dialog = open("time_s,Breite,lon,alt_m,hfov\n0,54,7,1000,40\n9,54.1,7,1000,40\n");
    QVERIFY(!canBeUsed(*dialog));
    QComboBox* meaning = box(*dialog, QStringLiteral("Breite"), 2);
    meaning->setCurrentIndex(int(ColumnMeaning::Latitude));
    if (QComboBox* unit = box(*dialog, QStringLiteral("Breite"), 3); !dialog->isReady())
        unit->setCurrentIndex(unit->findData(QStringLiteral("deg")));
    QTRY_VERIFY_WITH_TIMEOUT(dialog->isReady(), patience);
    QCOMPARE(dialog->settings().meanings.at(QStringLiteral("Breite")), QStringLiteral("latitude"));
}

void TableImportDialogTest::shiftIsSeenAgainstThePicture()
{
    std::vector<TelemetryReading> seen;
    for (int i = 0; i <= 10; ++i) {
        TelemetryReading reading;
        reading.frame = i * 25;
        reading.timeSeconds = i;
        reading.source = Quality::Read;
        reading[OverlayField::PlatformLatitude].value = 54 + (i + 3) * 1e-3;  // the table runs 3 s behind
        reading[OverlayField::PlatformLongitude].value = 7;
        seen.push_back(reading);
    }
    QByteArray text = "time_s,lat,lon,alt_m,hfov\n";
    for (int i = 0; i < 60; ++i)
        text += QStringLiteral("%1,%2,7,1000,40\n").arg(i).arg(54 + i * 1e-3, 0, 'f', 6).toLatin1();
    const auto dialog = open(text, {}, seen);
    const auto* preview = dialog->findChild<TablePreview*>();
    QVERIFY(!preview->isColumnHidden(5));
    QVERIFY(preview->meanDistanceMetres().value_or(0) > 300);
    dialog->findChild<QDoubleSpinBox*>(QStringLiteral("shift"))->setValue(-3);
    QVERIFY(preview->meanDistanceMetres().value_or(1e9) < 1);
    QCOMPARE(dialog->settings().shiftSeconds, -3.0);
}

void TableImportDialogTest::badTablesAreSaid()
{
    for (const QByteArray& text :
         {QByteArray(), QByteArray("a\0b", 3), QByteArray("time_s,lat,lon,alt_m,hfov\n"),
          QByteArray("time_s,lat,lon,alt_m,hfov\n0,north,7,1000,40\n")}) {
        const auto dialog = open(text);
        QVERIFY(!canBeUsed(*dialog));
        QVERIFY2(state(*dialog).contains(QStringLiteral("cannot be used")), qPrintable(state(*dialog)));
    }
}

void TableImportDialogTest::settingsOfBeforeAreShown()
{
    TableSettings settings;
    settings.shiftSeconds = 4.5;
    settings.units = {{QStringLiteral("Altitude"), QStringLiteral("ft")}};
    const auto dialog = open("time_s,lat,lon,Altitude,hfov\n0,54,7,1000,40\n9,54.1,7,1000,40\n", settings);
    QVERIFY2(canBeUsed(*dialog), qPrintable(state(*dialog)));
    QCOMPARE(dialog->settings().shiftSeconds, 4.5);
    QCOMPARE(dialog->settings().units, settings.units);
}

QTEST_MAIN(TableImportDialogTest)
#include "table_import_dialog_test.moc"
