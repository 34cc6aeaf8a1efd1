#include "data/picture_motion.h"

#include <QtTest>
#include <cmath>

#include "data/motion_mend.h"
#include "support/some_motion_check.h"

using namespace sheen;
using namespace sheen::test;

/** Checks of scale and heading as plain values. */
class PictureMotionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesFiles()
    {
        const std::vector<PictureMotion> motions{{3, 5, {{1.25F, 2}, {300, 200.5F}}, {{4, 5}, {310, 150}}}};
        QVERIFY(motionsFromJson(motionsToJson(motions)) == motions);
        QVERIFY(motionsFromJson({1, QJsonArray{1, 2, 3}, QJsonArray()}).empty());
        MotionCheck unknown = someMotionCheck(1, 0);
        unknown.knowsScale = unknown.knowsHeading = false;
        unknown.scaleError = unknown.headingErrorDegrees = 0;
        const std::vector<MotionCheck> checks{someMotionCheck(0.8, -10), unknown};
        QVERIFY(motionChecksFromJson(motionChecksToJson(checks)) == checks);
    }

    void saysWhatIsOff()
    {
        QVERIFY(!isScaleOff(someMotionCheck(1.04, 0)) && !isHeadingOff(someMotionCheck(1, 2.9)));
        QVERIFY(isScaleOff(someMotionCheck(0.8, 0)) && isScaleOff(someMotionCheck(1.25, 0)));
        QVERIFY(isHeadingOff(someMotionCheck(1, 10)) && isHeadingOff(someMotionCheck(1, -10)));
        MotionCheck unsure = someMotionCheck(0.8, 10);
        unsure.scaleError = 0.08;
        unsure.headingErrorDegrees = 3.4;
        QVERIFY(!isScaleOff(unsure) && !isHeadingOff(unsure));
        unsure = someMotionCheck(0.8, 10);
        unsure.knowsScale = unsure.knowsHeading = false;
        QVERIFY(!isScaleOff(unsure) && !isHeadingOff(unsure));
    }

    void knowsZooms()
    {
        QCOMPARE(zoomOf(someMotionCheck(2.02, 0)), 2.0);
        QCOMPARE(zoomOf(someMotionCheck(1.48, 0)), 1.5);
        QCOMPARE(zoomOf(someMotionCheck(4.1, 0)), 4.0);
        QCOMPARE(zoomOf(someMotionCheck(1.25, 0)), 0.0);
        QCOMPARE(zoomOf(someMotionCheck(0.8, 0)), 0.0);
        QCOMPARE(zoomOf(someMotionCheck(1, 0)), 0.0);
    }

    void mendsWidthAndRoll()
    {
        TrackSettings settings;
        settings.sensorWidthMillimetres[QStringLiteral("EOW")] = 12;
        QVERIFY(!mended(settings, {}));
        QVERIFY(!mended(settings, {someMotionCheck(1.01, 1)}));
        const auto better = mended(settings, {someMotionCheck(1.25, -10), someMotionCheck(1.24, -9, 22)});
        QVERIFY(better.has_value());
        QVERIFY(std::abs(better->sensorWidthMillimetres.at(QStringLiteral("EOW")) - 9.6) < 0.1);
        QVERIFY(std::abs(better->calibration.boresightRollDegrees + 10) < 1.01);
    }

    void oneWidthIsForAllFocalLengths()
    {
        // A zoom that was missed at one focal length alone: another width would spoil the other one.
        QVERIFY(!mended(TrackSettings(), {someMotionCheck(2, 0), someMotionCheck(1, 0, 22)}));
    }

    void mendsFieldOfViewOfKlv()
    {
        const auto better = mended(TrackSettings(), {someMotionCheck(1.25, 0, 0)});
        QVERIFY(better.has_value());
        QCOMPARE(better->calibration.focalScale, 1.25);
        QVERIFY(better->sensorWidthMillimetres == TrackSettings().sensorWidthMillimetres);
    }

    void headingOfAnObliqueLookIsNoSetting()
    {
        MotionCheck oblique = someMotionCheck(1, 10);
        oblique.depressionDegrees = 45;
        QVERIFY(!mended(TrackSettings(), {oblique}));
    }
};

QTEST_APPLESS_MAIN(PictureMotionTest)
#include "picture_motion_test.moc"
