#include "placing/motion_check.h"

#include <QtTest>
#include <cmath>

#include "camera/camera_model.h"
#include "data/motion_mend.h"
#include "overlay_flight.h"

using namespace sheen;
using namespace sheen::test;

/** What pairs of frames say of a flight that an overlay tells of. */
class MotionCheckTest : public QObject
{
    Q_OBJECT

    std::vector<FrameRecord> m_frames;
    std::vector<PictureMotion> m_motions;

    /** The facts of the flight, placed with other settings. */
    RunFacts placedWith(const TrackSettings& settings) const
    {
        std::vector<FrameRecord> frames = m_frames;
        const Cancel cancel;
        placeAgain(frames, settings, cancel);
        RunFacts facts = OverlayFlight::facts();
        facts.pictureMotions = m_motions;
        return factsAgain(facts, frames, settings);
    }

    /** As cameras see the sea that are turned clockwise against what is told of them. */
    std::vector<PictureMotion> motionsSeen(double turnDegrees) const
    {
        const auto camera = [&](int frame) {
            CameraPose pose = *m_frames[std::size_t(frame)].telemetry.pose;
            pose.bearingDegrees += turnDegrees;
            return CameraModel(pose, {1280, 720});
        };
        std::vector<PictureMotion> motions;
        for (int first = 0; first + 2 < int(m_frames.size()); first += 4) {
            PictureMotion motion{first, first + 2, {}, {}};
            for (const cv::Point2f point :
                 {cv::Point2f(400, 300), cv::Point2f(900, 250), cv::Point2f(640, 150)}) {
                const auto ground = camera(first).toGround(point);
                const auto seen = ground ? camera(first + 2).toPixel(*ground) : std::nullopt;
                if (!seen)
                    continue;
                motion.first.push_back(point);
                motion.second.emplace_back(*seen);
            }
            motions.push_back(motion);
        }
        return motions;
    }

    static std::vector<Issue> ofMotion(const RunFacts& facts)
    {
        std::vector<Issue> found;
        for (const Issue& issue : facts.notices) {
            const std::vector<IssueKind> kinds = motionNoticeKinds();
            if (std::find(kinds.begin(), kinds.end(), issue.kind) != kinds.end())
                found.push_back(issue);
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_frames = OverlayFlight::frames(40, {});
        m_motions = motionsSeen(0);
    }

    void whatIsRightIsNotAccused()
    {
        const RunFacts facts = placedWith({});
        QVERIFY(ofMotion(facts).empty());
        QCOMPARE(facts.motionChecks.size(), std::size_t(1));
        const MotionCheck& check = facts.motionChecks.front();
        QCOMPARE(check.sensor, QStringLiteral("EOW"));
        QCOMPARE(check.focalLengthMillimetres, 13.0);
        QCOMPARE(check.pairs, int(m_motions.size()));
        QVERIFY(check.knowsScale && check.knowsHeading);
        QVERIFY(std::abs(check.scale - 1) < 0.01 && std::abs(check.headingDegrees) < 0.5);
    }

    void wrongWidthIsFoundAndMended()
    {
        TrackSettings wrong;
        wrong.sensorWidthMillimetres[QStringLiteral("EOW")] = 12;
        const RunFacts facts = placedWith(wrong);
        const std::vector<Issue> found = ofMotion(facts);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].kind, IssueKind::MotionWidthDisagrees);
        QVERIFY(std::abs(found[0].values.at(2).toDouble() / 9.6 - 1) < 0.02);
        QVERIFY(!sentenceOf(found[0]).contains(QLatin1Char('%')));
        QCOMPARE(facts.issueCounts.at(QStringLiteral("motion_scale_disagrees")), 1);

        const auto better = mended(wrong, facts.motionChecks);
        QVERIFY(better.has_value());
        QVERIFY(ofMotion(placedWith(*better)).empty());
        QVERIFY(!mended(*better, placedWith(*better).motionChecks));
    }

    void missedZoomIsFound()
    {
        TrackSettings wrong;
        wrong.sensorWidthMillimetres[QStringLiteral("EOW")] = 2 * 9.6;  // half the focal length
        const std::vector<Issue> found = ofMotion(placedWith(wrong));
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].kind, IssueKind::MotionZoomMissed);
        QCOMPARE(found[0].values.at(2).toDouble(), 2.0);
    }

    void turnedCameraIsFound()
    {
        m_motions = motionsSeen(10);
        const std::vector<Issue> found = ofMotion(placedWith({}));
        m_motions = motionsSeen(0);
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].kind, IssueKind::MotionHeadingDisagrees);
        QVERIFY(std::abs(found[0].values.at(0).toDouble() - 10) < 1);
    }

    void nothingIsSaidOfNothing()
    {
        m_motions.resize(3);
        const RunFacts facts = placedWith({});
        QVERIFY(ofMotion(facts).empty());
        QVERIFY(facts.motionChecks.empty());
    }
};

QTEST_GUILESS_MAIN(MotionCheckTest)
#include "motion_check_test.moc"
