#include "table/pose_table.h"

#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"

using namespace sheen;

namespace {
const QByteArray header = "frame,t,lat,lon,alt,hdg,az,brg,dep,focal,hfov,extra\n";
}

class PoseTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exactByFrame();
    void betweenRows();
    void acrossTheAntimeridian();
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

void PoseTableTest::exactByFrame()
{
    const PoseTable table =
        PoseTable::load(write(header + "3,0.6,34.123456789,128.5,820.25,75,0,75.5,89.5,13,40.5,x\n"
                                       "0,0,34.1,128.4,820,75,0,75,90,13,40.5,x\n"));
    QCOMPARE(table.size(), std::size_t(2));
    const auto record = table.at(3, 99);
    QVERIFY(record && record->pose);
    QCOMPARE(record->pose->latitudeDegrees, 34.123456789);
    QCOMPARE(record->pose->longitudeDegrees, 128.5);
    QCOMPARE(record->pose->heightMetres, 820.25);
    QCOMPARE(record->pose->bearingDegrees, 75.5);
    QCOMPARE(record->pose->depressionDegrees, 89.5);
    QCOMPARE(record->pose->horizontalFovDegrees, 40.5);
    QCOMPARE(record->quality, Quality::Klv);
}

void PoseTableTest::betweenRows()
{
    const PoseTable table = PoseTable::load(write(header + "0,0,34,128,800,358,0,358,90,13,40,x\n"
                                                           "10,2,34.2,128.4,900,2,0,2,90,26,20,x\n"));
    const auto record = table.at(5, 0.5);
    QVERIFY(record && record->pose);
    QVERIFY(std::abs(record->pose->latitudeDegrees - 34.05) < 1e-12);
    QVERIFY(std::abs(record->pose->bearingDegrees - 359) < 1e-9);
    QCOMPARE(record->pose->horizontalFovDegrees, 40.0);
    QCOMPARE(record->quality, Quality::Interpolated);
    QVERIFY(!table.at(11, 2.5));
    QVERIFY(!table.at(11, -0.5));
}

void PoseTableTest::acrossTheAntimeridian()
{
    const PoseTable table = PoseTable::load(write(header + "0,0,-17,179.999,800,90,0,90,90,13,40,x\n"
                                                           "10,2,-17,-179.999,800,90,0,90,90,13,40,x\n"));
    const auto record = table.at(5, 1.5);
    QVERIFY(record && record->pose);
    QVERIFY(std::abs(record->pose->longitudeDegrees + 179.9995) < 1e-9);
}

void PoseTableTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("named");
    QTest::newRow("empty") << QByteArray() << "frame";
    QTest::newRow("missing column") << QByteArray("frame,t,lat,lon,alt,hdg,az,brg,focal,hfov\n") << "\"dep\"";
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

void PoseTableTest::namesWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, named);
    try {
        PoseTable::load(write(text));
        QFAIL("accepted");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::Unreadable);
        QVERIFY2(error.sentence().contains(named), qPrintable(error.sentence()));
        QVERIFY(error.sentence().contains("poses.csv"));
    }
    QVERIFY_EXCEPTION_THROWN(PoseTable::load(m_folder.filePath("none.csv")), Error);
}

QTEST_GUILESS_MAIN(PoseTableTest)
#include "pose_table_test.moc"
