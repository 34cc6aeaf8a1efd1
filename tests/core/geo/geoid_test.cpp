#include "geo/geoid.h"

#include <QtTest>
#include <cmath>
#include <limits>

using namespace sheen;

class GeoidTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!Geoid::installed())
            QSKIP("PROJ has no geoid here.");
    }

    // Published values of EGM96 and EGM2008, which agree within a metre at sea.
    void heightsAreThoseOfTheModel_data()
    {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::addColumn<double>("height");
        QTest::newRow("Gulf of Guinea") << 0.0 << 0.0 << 17.2;
        QTest::newRow("lowest, south of India") << 4.7 << 78.8 << -106.5;
        QTest::newRow("north pole") << 90.0 << 0.0 << 13.6;
        QTest::newRow("antimeridian, from the west") << 0.0 << 180.0 << 21.2;
        QTest::newRow("antimeridian, from the east") << 0.0 << -180.0 << 21.2;
    }
    void heightsAreThoseOfTheModel()
    {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QFETCH(double, height);
        const double found = Geoid::installed()->heightMetres({latitude, longitude});
        QVERIFY2(std::abs(found - height) < 1.5, qPrintable(QString::number(found)));
    }

    void whatIsNoPlaceHasNoHeight()
    {
        QVERIFY(std::isnan(Geoid::installed()->heightMetres({std::numeric_limits<double>::quiet_NaN(), 0})));
        QVERIFY(!Geoid::installed()->gridName().isEmpty());
    }
};

QTEST_GUILESS_MAIN(GeoidTest)
#include "geoid_test.moc"
