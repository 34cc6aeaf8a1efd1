// What a whole flight tells of errors that a single frame's display hides.

#include <QtTest>
#include <cmath>
#include <random>

#include "display_age.h"
#include "tilt_bound.h"

using namespace sheen;

namespace {

constexpr double step = 31;  // metres: whole seconds of arc

double rounded(double metres)
{
    return step * std::round(metres / step);
}

/** Standard error that is told of a turret that looks `tilt` metres beside straight down. */
double toldOf(double tilt, double metresPerFrame, int frames = 60)
{
    TiltBound bound(step);
    for (int i = 0; i < frames; ++i) {
        const double aircraft = 7.3 + i * metresPerFrame;
        bound.add(rounded(aircraft), rounded(aircraft + tilt) - rounded(aircraft));
    }
    return std::sqrt(bound.variance());
}

}  // namespace

class DisplayBoundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFlightTellsATiltBelowTheStep()
    {
        QVERIFY(toldOf(0, 17.7) < 0.05 * step);
        for (const double tilt : {3.0, -8.0, 15.0, 40.0}) {
            const double told = toldOf(tilt, 17.7);
            QVERIFY2(told > 0.6 * std::abs(tilt) && told < 1.5 * std::abs(tilt) + 2,
                     qPrintable(QStringLiteral("%1 of %2").arg(told).arg(tilt)));
        }
    }

    void aHoveringAircraftTellsNothing()
    {
        QVERIFY(toldOf(0, 0) > step);
        QVERIFY(toldOf(0, 0.05) > 0.5 * step);
        QVERIFY(std::isinf(TiltBound(step).variance()));
    }

    void aTurretThatMovesIsNoBetterThanItsMotion()
    {
        std::mt19937 random(2);
        std::normal_distribution<double> tilt(0, 60);
        TiltBound bound(step);
        for (int i = 0; i < 400; ++i) {
            const double aircraft = i * 17.7;
            bound.add(rounded(aircraft), rounded(aircraft + tilt(random)) - rounded(aircraft));
        }
        QVERIFY2(std::abs(std::sqrt(bound.variance()) - 60) < 8,
                 qPrintable(QString::number(std::sqrt(bound.variance()))));
    }

    void theFreshestFrameIsAsOldAsThePeriodsGap()
    {
        const double period = 1 / 4.4;
        const auto every = [](double seconds) {
            std::vector<double> times;
            for (int i = 0; i < 60; ++i)
                times.push_back(i * seconds);
            return times;
        };
        // Two a second fall into five places of the period, or four of one that is 2 % longer.
        const double oldest = oldestFreshestSeconds(every(0.5), period);
        QVERIFY2(oldest > 0.15 * period && oldest < 0.3 * period, qPrintable(QString::number(oldest)));
        // In step with the display each frame may be as old as the others.
        QVERIFY(oldestFreshestSeconds(every(3 * period), period) > 0.99 * period);
        QVERIFY(oldestFreshestSeconds({12.5}, period) > 0.99 * period);
    }
};

QTEST_GUILESS_MAIN(DisplayBoundsTest)
#include "display_bounds_test.moc"
