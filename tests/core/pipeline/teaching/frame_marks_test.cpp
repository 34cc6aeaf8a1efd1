#include "teaching/frame_marks.h"

#include <QtTest>

#include "geo/geodesy.h"
#include "teaching/decided_slicks.h"

using namespace sheen;

namespace {

ModelCard card(const std::vector<ModelClass>& classes)
{
    ModelCard card;
    card.classes = classes;
    return card;
}

const ModelClass water{0, QStringLiteral("water"), {}, 0, false};
const ModelClass sheenClass{1, QStringLiteral("sheen"), {}, 1, true};
const ModelClass emulsion{2, QStringLiteral("emulsion"), {}, 0, true};

TeachingMark stroke(int frame, int value, std::vector<cv::Point> points)
{
    TeachingMark mark;
    mark.frame = frame;
    mark.value = value;
    mark.widthPixels = 5;
    mark.points = std::move(points);
    return mark;
}

/** Straight down from 1000 m. */
FrameRecord frameRecord(int number)
{
    FrameRecord record;
    record.frame = number;
    record.timeSeconds = number / 2.0;
    record.pictureSize = {200, 100};
    record.telemetry.sensor = QStringLiteral("EOW");
    CameraPose pose;
    pose.latitudeDegrees = 35;
    pose.longitudeDegrees = 129;
    pose.heightMetres = 1000;
    pose.depressionDegrees = 90;
    pose.horizontalFovDegrees = 20;
    record.telemetry.pose = pose;
    return record;
}

/** A square slick around the middle of those frames, of so many metres to either side. */
Slick slickInTheMiddle(double metres, int classValue)
{
    const double degrees = metres / 111320;
    Slick slick;
    AppearanceArea area;
    area.classValue = classValue;
    area.outline = {{{{35 - degrees, 129 - degrees},
                      {35 - degrees, 129 + degrees},
                      {35 + degrees, 129 + degrees},
                      {35 + degrees, 129 - degrees}}}};
    area.seen.bestFrame = 4;
    slick.areas.push_back(area);
    return slick;
}

}  // namespace

class FrameMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesThatAreNotThereAreLeftOut()
    {
        const std::vector<FrameMarks> marks = drawnFrameMarks(
            {stroke(4, 255, {{10, 10}, {50, 10}}), stroke(9, 1, {{10, 10}}), stroke(4, 0, {{10, 10}})},
            {frameRecord(4), frameRecord(6)});
        QCOMPARE(marks.size(), std::size_t(1));
        QCOMPARE(marks[0].frame, 4);
        QCOMPARE(marks[0].timeSeconds, 2.0);
        QCOMPARE(marks[0].sensor, QStringLiteral("EOW"));
        QCOMPARE(int(marks[0].marks(10, 40)), 255);
        QCOMPARE(int(marks[0].marks(10, 10)), 0);
        // What was wholly taken back says nothing.
        QVERIFY(
            drawnFrameMarks({stroke(4, 1, {{10, 10}}), stroke(4, 0, {{10, 10}})}, {frameRecord(4)}).empty());
    }

    void classesFollowTheirNames()
    {
        const ModelCard from = card({water, sheenClass, emulsion});
        const ModelClass moved{5, QStringLiteral("sheen"), {}, 1, true};
        const ModelClass sea{3, QStringLiteral("sea"), {}, 0, false};
        std::vector<TeachingMark> marks;
        for (const int value : {0, 255, 1, 2, 3})
            marks.push_back(stroke(1, value, {{1, 1}}));
        translateMarks(marks, from, card({sea, moved}));
        QCOMPARE(marks[0].value, 0);
        QCOMPARE(marks[1].value, 255);
        QCOMPARE(marks[2].value, 4);    // water is no oil, and so is the sea
        QCOMPARE(marks[3].value, 6);    // of the same name
        QCOMPARE(marks[4].value, 255);  // no class of that name: oil of any
    }

    void decisionsBecomeMarks()
    {
        const ModelCard classes = card({water, sheenClass});
        const std::vector<FrameRecord> frames = {frameRecord(4)};
        Slick slick = slickInTheMiddle(50, 1);
        QVERIFY(decidedSlickMarks({slick}, frames, classes).empty());
        slick.decision = Decision::Accepted;
        const std::vector<FrameMarks> accepted = decidedSlickMarks({slick}, frames, classes);
        QCOMPARE(accepted.size(), std::size_t(1));
        QCOMPARE(int(accepted[0].marks(50, 100)), 2);
        QCOMPARE(int(accepted[0].marks(2, 2)), 0);
        slick.decision = Decision::Rejected;
        QCOMPARE(int(decidedSlickMarks({slick}, frames, classes)[0].marks(50, 100)), 1);
        slick.decision = Decision::Undecided;
        slick.origin = Origin::Drawn;
        QCOMPARE(int(decidedSlickMarks({slick}, frames, classes)[0].marks(50, 100)), 2);
        // Of a class that the model does not have.
        slick.areas[0].classValue = 7;
        QCOMPARE(int(decidedSlickMarks({slick}, frames, classes)[0].marks(50, 100)), 255);
    }

    void strokesLieOverDecisions()
    {
        Slick slick = slickInTheMiddle(50, 1);
        slick.decision = Decision::Accepted;
        const std::vector<FrameRecord> frames = {frameRecord(4), frameRecord(6)};
        const std::vector<FrameMarks> all =
            together(decidedSlickMarks({slick}, frames, card({water, sheenClass})),
                     drawnFrameMarks({stroke(4, 1, {{100, 50}}), stroke(6, 255, {{3, 3}})}, frames));
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(int(all[0].marks(50, 100)), 1);
        QCOMPARE(int(all[0].marks(50, 110)), 2);
        QCOMPARE(all[1].frame, 6);
    }

    void marksLieOnTheSea()
    {
        std::vector<TeachingMark> marks = {stroke(4, 1, {{99, 49}, {120, 49}}), stroke(9, 1, {{1, 1}})};
        placeMarks(marks, {frameRecord(4)});
        QCOMPARE(marks[0].ground.size(), std::size_t(2));
        QVERIFY(std::abs(marks[0].ground[0].latitudeDegrees - 35) < 1e-4);
        QVERIFY(marks[0].ground[1].longitudeDegrees > marks[0].ground[0].longitudeDegrees);
        QVERIFY(marks[1].ground.empty());
    }
};

QTEST_GUILESS_MAIN(FrameMarksTest)
#include "frame_marks_test.moc"
