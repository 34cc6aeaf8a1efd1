#include "motion_watch.h"

#include <QtTest>
#include <cmath>
#include <opencv2/imgproc.hpp>

using namespace sheen;

/** Which pairs of frames are looked at, and what is kept of them. */
class MotionWatchTest : public QObject
{
    Q_OBJECT

    cv::Mat m_sea;

    /** A sea that moves down by so many pixels of a picture of 320 x 240 with each frame. */
    Frame frame(int index, double seconds, int pixelsAFrame = 4) const
    {
        Frame frame;
        frame.index = index;
        frame.timeSeconds = seconds;
        frame.picture = m_sea(cv::Rect(0, 700 - pixelsAFrame * index, 320, 240)).clone();
        return frame;
    }

private Q_SLOTS:
    void initTestCase()
    {
        cv::RNG random(2);
        cv::Mat1f noise(960, 320);
        random.fill(noise, cv::RNG::NORMAL, 0, 1);
        cv::GaussianBlur(noise, noise, {}, 2);
        noise.convertTo(m_sea, CV_8U, 150, 110);
        cv::cvtColor(m_sea, m_sea, cv::COLOR_GRAY2BGR);
    }

    void pairsAreASecondApart()
    {
        MotionWatch watch;
        watch.expect(40);
        for (int i = 0; i < 40; ++i)
            watch.look(frame(i, i * 0.5), {}, {});
        const std::vector<PictureMotion> motions = watch.take();
        QCOMPARE(motions.size(), std::size_t(10));
        for (const PictureMotion& motion : motions) {
            QCOMPARE(motion.secondFrame - motion.firstFrame, 2);
            QCOMPARE(motion.first.size(), motion.second.size());
            QVERIFY(!motion.first.empty());
            for (std::size_t i = 0; i < motion.first.size(); ++i) {
                const cv::Point2f off = motion.second[i] - motion.first[i] - cv::Point2f(0, 8);
                QVERIFY(std::hypot(off.x, off.y) < 0.5);
            }
        }
    }

    void fewAreKeptOfManyFrames()
    {
        MotionWatch watch;
        watch.expect(400);
        for (int i = 0; i < 400; ++i)
            watch.look(frame(i, i, 1), {}, {});
        const std::size_t pairs = watch.take().size();
        QVERIFY(pairs > 30 && pairs <= 40);
    }

    void framesThatCannotBePairedAreNot()
    {
        MotionWatch watch;
        for (int i = 0; i < 40; ++i) {
            Frame one = frame(i, i * 10.0);  // too far apart
            watch.look(one, {}, {});
        }
        for (int i = 40; i < 80; ++i) {
            Frame one = frame(i, 1000 + i);
            one.isAfterJoin = true;
            watch.look(one, {}, {});
        }
        for (int i = 80; i < 120; ++i) {
            Frame broken;
            broken.index = i;
            broken.timeSeconds = 2000 + i;
            watch.look(broken, {}, {});
        }
        QVERIFY(watch.take().empty());
    }
};

QTEST_APPLESS_MAIN(MotionWatchTest)
#include "motion_watch_test.moc"
