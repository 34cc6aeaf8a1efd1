#include "data/appearance.h"

#include <QTest>

using namespace sheen;

class AppearanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The table of the Bonn Agreement gives litres per square kilometre; one is a thousandth of a cubic
    // metre.
    void volumesFollowTheBonnAgreement_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<double>("minimumLitresPerSquareKilometre");
        QTest::addColumn<double>("maximumLitresPerSquareKilometre");
        QTest::newRow("sheen") << 1 << 40.0 << 300.0;
        QTest::newRow("rainbow") << 2 << 300.0 << 5000.0;
        QTest::newRow("metallic") << 3 << 5000.0 << 50000.0;
        QTest::newRow("discontinuous") << 4 << 50000.0 << 200000.0;
    }

    void volumesFollowTheBonnAgreement()
    {
        QFETCH(int, code);
        QFETCH(double, minimumLitresPerSquareKilometre);
        QFETCH(double, maximumLitresPerSquareKilometre);
        QCOMPARE(*minimumVolumeCubicMetres(code, 1e6) * 1000, minimumLitresPerSquareKilometre);
        QCOMPARE(*maximumVolumeCubicMetres(code, 1e6) * 1000, maximumLitresPerSquareKilometre);
    }

    void continuousColourHasNoUpperBound()
    {
        QCOMPARE(*minimumVolumeCubicMetres(5, 1e6), 200.0);
        QVERIFY(!maximumVolumeCubicMetres(5, 1e6));
    }

    void anUnknownCodeHasNoVolume()
    {
        for (const int code : {0, -1, 6}) {
            QVERIFY(!minimumVolumeCubicMetres(code, 1e6));
            QVERIFY(!maximumVolumeCubicMetres(code, 1e6));
        }
    }
};

QTEST_GUILESS_MAIN(AppearanceTest)
#include "appearance_test.moc"
