#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "table/telemetry_table.h"

using namespace sheen;

namespace {
const QByteArray header = "frame,t,lat,lon,alt,hdg,az,brg,dep,focal,hfov,extra\n";
}

class ExactPosesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactByFrame();
    void betweenRows();
    void acrossTheAntimeridian();
    void framesWithoutTimes();
    void oneRowThatMakesNoSense();
    void needsEveryColumn();
    void longTables();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();

private:
    QString write(const QByteArray& text)
    {
        const QString path = m_folder.filePath("poses.csv");
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(text);
        return path;
    }
    QTemporaryDir m_folder;
};

void ExactPosesTest::exactByFrame()
{
    const TelemetryTable table =
        TelemetryTable::load(write(header + "3,0.6,34.123456789,128.5,820.25,75,0,75.5,89.5,13,40.5,x\n"
                                            "0,0,34.1,128.4,820,75,0,75,90,13,40.5,x\n"));
    QVERIFY(table.holdsExactPoses());
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(table.timeOf(3), 0.6);
    QVERIFY(std::isnan(table.timeOf(4)));
    const auto record = table.recordAt(3, 99);
    QVERIFY(record && record->pose);
    QCOMPARE(record->pose->latitudeDegrees, 34.123456789);
    QCOMPARE(record->pose->longitudeDegrees, 128.5);
    QCOMPARE(record->pose->heightMetres, 820.25);
    QCOMPARE(record->pose->bearingDegrees, 75.5);
    QCOMPARE(record->pose->depressionDegrees, 89.5);
    QCOMPARE(record->pose->horizontalFovDegrees, 40.5);
    QCOMPARE(record->quality, Quality::Klv);
}

void ExactPosesTest::betweenRows()
{
    const TelemetryTable table =
        TelemetryTable::load(write(header + "0,0,34,128,800,358,0,358,90,13,40,x\n"
                                            "10,2,34.2,128.4,900,2,0,2,90,26,20,x\n"));
    const auto record = table.recordAt(5, 0.5);
    QVERIFY(record && record->pose);
    QVERIFY(std::abs(record->pose->latitudeDegrees - 34.05) < 1e-12);
    QVERIFY(std::abs(record->pose->bearingDegrees - 359) < 1e-9);
    QCOMPARE(record->pose->horizontalFovDegrees, 40.0);
    QCOMPARE(record->quality, Quality::Interpolated);
    QVERIFY(!table.recordAt(11, 2.5));
    QVERIFY(!table.recordAt(11, -0.5));
}

void ExactPosesTest::acrossTheAntimeridian()
{
    const TelemetryTable table =
        TelemetryTable::load(write(header + "0,0,-17,179.999,800,90,0,90,90,13,40,x\n"
                                            "10,2,-17,-179.999,800,90,0,90,90,13,40,x\n"));
    const auto record = table.recordAt(5, 1.5);
    QVERIFY(record && record->pose);
    QVERIFY(std::abs(record->pose->longitudeDegrees + 179.9995) < 1e-9);
}

void ExactPosesTest::framesWithoutTimes()
{
    // A folder of pictures whose files do not tell the time.
    const TelemetryTable table =
        TelemetryTable::load(write(header + "0,0,34,128,800,10,0,10,90,13,40,x\n"
                                            "1,0,34.1,128,800,11,0,11,90,13,40,x\n"
                                            "2,0,34.2,128,800,12,0,12,90,13,40,x\n"));
    QCOMPARE(table.recordAt(1, 0)->pose->latitudeDegrees, 34.1);
    QCOMPARE(table.recordAt(2, 0)->pose->bearingDegrees, 12.0);
    QVERIFY(!table.recordAt(3, 0));
}

void ExactPosesTest::oneRowThatMakesNoSense()
{
    QByteArray text = header;
    for (int i = 0; i < 10; ++i)
        text += QByteArray::number(i) + ',' + QByteArray::number(i) + (i == 4 ? ",94" : ",34") +
                ",128,800,10,0,10,90,13,40,x\n";
    const TelemetryTable table = TelemetryTable::load(write(text));
    QCOMPARE(table.repairs().rowsLeftOut, 1);
    QVERIFY(table.repairs().firstFault.contains(QStringLiteral("line 6, column \"lat\"")));
    QCOMPARE(table.recordAt(4, 4)->quality, Quality::Interpolated);
    QCOMPARE(table.recordAt(5, 5)->quality, Quality::Klv);
}

void ExactPosesTest::needsEveryColumn()
{
    QVERIFY(TelemetryTable::isOfExactPoses(write(header)));
    QVERIFY(TelemetryTable::isOfExactPoses(write("FRAME;T;LAT;LON;ALT;HDG;AZ;BRG;DEP;FOCAL;HFOV\n")));
    QVERIFY(!TelemetryTable::isOfExactPoses(write("frame,t,lat,lon,alt,hdg,az,brg,focal,hfov\n")));
    QVERIFY(!TelemetryTable::isOfExactPoses(write({})));
    QVERIFY(!TelemetryTable::isOfExactPoses(m_folder.filePath("none.csv")));
}

void ExactPosesTest::longTables()
{
    // Asked once for each frame, a long table costs no more for a frame than a short one.
    const auto secondsFor = [this](int rows) {
        QByteArray text = header;
        for (int i = 0; i < rows; ++i)
            text += QByteArray::number(i) + ',' + QByteArray::number(i * 0.04, 'f', 2) + ",34." +
                    QByteArray::number(100000 + i) + ",128,800,10,0,10,90,13,40,x\n";
        const QString path = write(text);
        QElapsedTimer timer;
        timer.start();
        const TelemetryTable table = TelemetryTable::load(path);
        for (int i = 0; i < rows; ++i) {
            const auto record = table.recordAt(i, i * 0.04);
            if (!record || !record->pose)
                return -1.0;
        }
        return 1e-9 * static_cast<double>(timer.nsecsElapsed());
    };
    const double few = secondsFor(10000);
    const double many = secondsFor(100000);
    qInfo("100,000 rows of poses read and asked in %.2f s", many);
    QVERIFY(few > 0 && many > 0);
    QVERIFY2(many < 40 * few, qPrintable(QStringLiteral("%1 s against %2 s").arg(many).arg(few)));
}

void ExactPosesTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("no rows") << header << "no rows";
    QTest::newRow("no number") << header +
                                      "0,0,34,128,800,0,0,0,90,13,40,x\n1,1,34,abc,800,0,0,0,90,13,40,x\n"
                               << "line 3, column \"lon\"";
    QTest::newRow("out of range") << header + "0,0,94,128,800,0,0,0,90,13,40,x\n"
                                  << "line 2, column \"lat\"";
    QTest::newRow("short row") << header + "0,0,34\n"
                               << "line 2, column \"lon\"";
    QTest::newRow("frame twice") << header +
                                        "0,0,34,128,800,0,0,0,90,13,40,x\n0,1,34,128,800,0,0,0,90,13,40,x\n"
                                 << "line 3, column \"frame\"";
}

void ExactPosesTest::namesWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    try {
        TelemetryTable::load(write(text));
        QFAIL("accepted");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::Unreadable);
        QVERIFY2(error.sentence().contains(named), qPrintable(error.sentence()));
        QVERIFY(error.sentence().contains("poses.csv"));
    }
    QVERIFY_EXCEPTION_THROWN(TelemetryTable::load(m_folder.filePath("none.csv")), Error);
}

QTEST_GUILESS_MAIN(ExactPosesTest)
#include "exact_poses_test.moc"
