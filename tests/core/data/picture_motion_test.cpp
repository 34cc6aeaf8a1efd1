#include "data/picture_motion.h"

#include <QtTest>
#include <cmath>

#include "data/motion_mend.h"

using namespace sheen;

/** Checks of scale and heading as plain values. */
class PictureMotionTest : public QObject
{
    Q_OBJECT

    static MotionCheck check(double scale, double headingDegrees, double focalLength = 13)
    {
        MotionCheck check;
        check.sensor = QStringLiteral("EOW");
        check.focalLengthMillimetres = focalLength;
        check.fieldOfViewDegrees = 40.5;
        check.depressionDegrees = 90;
        check.pairs = 12;
        check.knowsScale = check.knowsHeading = true;
        check.scale = scale;
        check.scaleError = 0.03;
        check.headingDegrees = headingDegrees;
        check.headingErrorDegrees = 1.1;
        return check;
    }

private Q_SLOTS:
    void survivesFiles()
    {
        const std::vector<PictureMotion> motions{{3, 5, {{1.25F, 2}, {300, 200.5F}}, {{4, 5}, {310, 150}}}};
        QVERIFY(motionsFromJson(motionsToJson(motions)) == motions);
        QVERIFY(motionsFromJson({1, QJsonArray{1, 2, 3}, QJsonArray()}).empty());
        MotionCheck unknown = check(1, 0);
        unknown.knowsScale = unknown.knowsHeading = false;
        unknown.scaleError = unknown.headingErrorDegrees = 0;
        const std::vector<MotionCheck> checks{check(0.8, -10), unknown};
        QVERIFY(motionChecksFromJson(motionChecksToJson(checks)) == checks);
    }

    void saysWhatIsOff()
    {
        QVERIFY(!isScaleOff(check(1.04, 0)) && !isHeadingOff(check(1, 2.9)));
        QVERIFY(isScaleOff(check(0.8, 0)) && isScaleOff(check(1.25, 0)));
        QVERIFY(isHeadingOff(check(1, 10)) && isHeadingOff(check(1, -10)));
        MotionCheck unsure = check(0.8, 10);
        unsure.scaleError = 0.08;
        unsure.headingErrorDegrees = 3.4;
        QVERIFY(!isScaleOff(unsure) && !isHeadingOff(unsure));
        unsure = check(0.8, 10);
        unsure.knowsScale = unsure.knowsHeading = false;
        QVERIFY(!isScaleOff(unsure) && !isHeadingOff(unsure));
    }

    void knowsZooms()
    {
        QCOMPARE(zoomOf(check(2.02, 0)), 2.0);
        QCOMPARE(zoomOf(check(1.48, 0)), 1.5);
        QCOMPARE(zoomOf(check(4.1, 0)), 4.0);
        QCOMPARE(zoomOf(check(1.25, 0)), 0.0);
        QCOMPARE(zoomOf(check(0.8, 0)), 0.0);
        QCOMPARE(zoomOf(check(1, 0)), 0.0);
    }

    void mendsWidthAndRoll()
    {
        TrackSettings settings;
        settings.sensorWidthMillimetres[QStringLiteral("EOW")] = 12;
        QVERIFY(!mended(settings, {}));
        QVERIFY(!mended(settings, {check(1.01, 1)}));
        const auto better = mended(settings, {check(1.25, -10), check(1.24, -9, 22)});
        QVERIFY(better.has_value());
        QVERIFY(std::abs(better->sensorWidthMillimetres.at(QStringLiteral("EOW")) - 9.6) < 0.1);
        QVERIFY(std::abs(better->calibration.boresightRollDegrees + 10) < 1.01);
    }

    void oneWidthIsForAllFocalLengths()
    {
        // A zoom that was missed at one focal length alone: another width would spoil the other one.
        QVERIFY(!mended(TrackSettings(), {check(2, 0), check(1, 0, 22)}));
    }

    void mendsFieldOfViewOfKlv()
    {
        const auto better = mended(TrackSettings(), {check(1.25, 0, 0)});
        QVERIFY(better.has_value());
        QCOMPARE(better->calibration.focalScale, 1.25);
        QVERIFY(better->sensorWidthMillimetres == TrackSettings().sensorWidthMillimetres);
    }

    void headingOfAnObliqueLookIsNoSetting()
    {
        MotionCheck oblique = check(1, 10);
        oblique.depressionDegrees = 45;
        QVERIFY(!mended(TrackSettings(), {oblique}));
    }
};

QTEST_APPLESS_MAIN(PictureMotionTest)
#include "picture_motion_test.moc"
