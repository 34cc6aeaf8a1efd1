#include "teach/lesson.h"

#include <QtTest>

#include "base/error.h"
#include "painted_sea.h"
#include "teach/taught_card.h"

using namespace sheen;
using namespace sheen::test;

class LessonTest : public QObject
{
    Q_OBJECT

    const cv::Rect m_sea{10, 170, 150, 60};

    static cv::Mat oilStrokes(int value = anyOilMarked)
    {
        cv::Mat marks = noMarks();
        stroke(marks, {55, 60}, {120, 60}, value);
        stroke(marks, {60, 100}, {125, 95}, value);
        return marks;
    }

    static cv::Mat bothKinds(int oilValue = anyOilMarked)
    {
        cv::Mat marks = oilStrokes(oilValue);
        stroke(marks, {20, 180}, {90, 220}, 1);
        stroke(marks, {60, 160}, {120, 150}, 1);
        stroke(marks, {200, 30}, {290, 60}, 1);
        stroke(marks, {200, 145}, {260, 150}, 1);
        stroke(marks, {210, 185}, {265, 190}, 1);
        return marks;
    }

    static Lesson lessonOf(const cv::Mat& marks, const Segmentation& base)
    {
        return learn({samplesOfSea(marks, base)}, seaCard());
    }

    static ModelCard cardOf(const Lesson& lesson) { return taughtCard(seaCard(), lesson, {}); }

    static QString refusalOf(const std::vector<MarkedSamples>& samples)
    {
        try {
            learn(samples, seaCard());
        } catch (const Error& error) {
            return error.sentence();
        }
        return {};
    }

private Q_SLOTS:
    void strokesFindWhatLooksLikeThem()
    {
        const Segmentation base = allWater({320, 240});
        const Lesson lesson = lessonOf(bothKinds(), base);
        const Segmentation answer = answerOf(lesson, base);
        QCOMPARE(answer.classes.size(), cv::Size(320, 240));
        QVERIFY2(shareOfOil(answer, brownPatch, cardOf(lesson)) > 0.95,
                 qPrintable(QString::number(shareOfOil(answer, brownPatch, cardOf(lesson)))));
        QVERIFY2(shareOfOil(answer, bluePatch, cardOf(lesson)) < 0.03,
                 qPrintable(QString::number(shareOfOil(answer, bluePatch, cardOf(lesson)))));
        QVERIFY2(shareOfOil(answer, m_sea, cardOf(lesson)) < 0.03,
                 qPrintable(QString::number(shareOfOil(answer, m_sea, cardOf(lesson)))));
        QCOMPARE(lesson.facts.oilStrokes, 2);
        QCOMPARE(lesson.facts.otherStrokes, 5);
        QVERIFY(lesson.facts.contradictions.empty());
        QVERIFY(lesson.facts.heldOutOverlap);
        QVERIFY2(*lesson.facts.heldOutOverlap > 0.8,
                 qPrintable(QString::number(*lesson.facts.heldOutOverlap)));
        QVERIFY(warningsOf(lesson.facts).isEmpty());
    }

    void oilOfWhichNobodySaidTheClassHasNoCode()
    {
        const Segmentation base = withClass(allWater({320, 240}), brownPatch & cv::Rect(0, 0, 90, 240), 2);
        const Lesson lesson = lessonOf(bothKinds(), base);
        const Segmentation answer = answerOf(lesson, base);
        // Where the model below said a class of oil it stays; elsewhere nothing is made up.
        QCOMPARE(int(answer.classes.at<uchar>(80, 60)), 2);
        QCOMPARE(answer.classes.at<uchar>(80, 120), uchar(4));
        QCOMPARE(cardOf(lesson).findClass(4)->code, 0);
        QVERIFY(cardOf(lesson).findClass(4)->oil);
    }

    void aNamedClassIsGiven()
    {
        const Segmentation base = allWater({320, 240});
        const Segmentation answer = answerOf(lessonOf(bothKinds(1 + 2), base), base);
        QCOMPARE(int(answer.classes.at<uchar>(80, 90)), 2);
        QCOMPARE(int(answer.classes.at<uchar>(200, 60)), 0);
    }

    void twoNamedClassesAreToldApart()
    {
        const Segmentation base = allWater({320, 240});
        cv::Mat marks = oilStrokes(1 + 2);
        stroke(marks, {200, 150}, {260, 190}, 1 + 1);
        stroke(marks, {20, 180}, {90, 220}, 1);
        stroke(marks, {200, 30}, {290, 60}, 1);
        const Segmentation answer = answerOf(lessonOf(marks, base), base);
        QCOMPARE(int(answer.classes.at<uchar>(80, 90)), 2);
        QCOMPARE(int(answer.classes.at<uchar>(170, 235)), 1);
        QCOMPARE(int(answer.classes.at<uchar>(200, 60)), 0);
    }

    void onlyOilIsEnoughToBegin()
    {
        const Segmentation base = allWater({320, 240});
        const Lesson lesson = lessonOf(oilStrokes(), base);
        const Segmentation answer = answerOf(lesson, base);
        QVERIFY2(shareOfOil(answer, brownPatch, cardOf(lesson)) > 0.4,
                 qPrintable(QString::number(shareOfOil(answer, brownPatch, cardOf(lesson)))));
        QVERIFY2(shareOfOil(answer, m_sea, cardOf(lesson)) < 0.05,
                 qPrintable(QString::number(shareOfOil(answer, m_sea, cardOf(lesson)))));
        QCOMPARE(warningsOf(lesson.facts).size(), 1);
        QVERIFY(warningsOf(lesson.facts).first().startsWith(QStringLiteral("Only oil is marked")));
    }

    void onlyNoOilTakesAwayWhatLooksLikeIt()
    {
        // The model below takes both patches for oil, and the blue one is none.
        const Segmentation base = withClass(withClass(allWater({320, 240}), brownPatch, 2), bluePatch, 1);
        cv::Mat marks = noMarks();
        stroke(marks, {200, 145}, {270, 150}, 1);
        stroke(marks, {200, 180}, {270, 195}, 1);
        const Lesson lesson = lessonOf(marks, base);
        const Segmentation answer = answerOf(lesson, base);
        QVERIFY2(shareOfOil(answer, bluePatch, cardOf(lesson)) < 0.3,
                 qPrintable(QString::number(shareOfOil(answer, bluePatch, cardOf(lesson)))));
        QVERIFY2(shareOfOil(answer, brownPatch, cardOf(lesson)) > 0.95,
                 qPrintable(QString::number(shareOfOil(answer, brownPatch, cardOf(lesson)))));
        QCOMPARE(int(answer.classes.at<uchar>(80, 90)), 2);
        QVERIFY(lesson.forests.onlyTakesAway);
    }

    void onlyNoOilFindsNoOther()
    {
        // What looks like the oil that stays, but is none for the model below, is none for what was taught.
        const Segmentation base = withClass(allWater({320, 240}), brownPatch & cv::Rect(0, 0, 90, 240), 2);
        const Segmentation seen = withClass(base, bluePatch, 1);
        cv::Mat marks = noMarks();
        stroke(marks, {200, 145}, {270, 150}, 1);
        stroke(marks, {200, 180}, {270, 195}, 1);
        const Lesson lesson = lessonOf(marks, seen);
        const Segmentation answer = answerOf(lesson, seen);
        QCOMPARE(shareOfOil(answer, cv::Rect(90, 40, 50, 80), cardOf(lesson)), 0.0);
        QCOMPARE(shareOfOil(answer, m_sea, cardOf(lesson)), 0.0);
    }

    void contradictionsAreNamed()
    {
        const Segmentation base = allWater({320, 240});
        std::vector<MarkedSamples> samples = {samplesOfSea(bothKinds(), base)};
        // The same picture, marked the other way round.
        cv::Mat opposite = noMarks();
        stroke(opposite, {55, 60}, {120, 60}, 1);
        stroke(opposite, {60, 100}, {125, 95}, 1);
        samples.push_back(samplesOfSea(opposite, base, QStringLiteral("opposite")));
        const LessonFacts facts = learn(samples, seaCard(), false).facts;
        QVERIFY(!facts.contradictions.empty());
        QVERIFY(contradictionOf(facts).startsWith(QStringLiteral("The marks contradict each other: at ")));
    }

    void sameMarksSameForests()
    {
        const Segmentation base = allWater({320, 240});
        const Lesson one = lessonOf(bothKinds(3), base);
        cv::setNumThreads(1);
        const Lesson other = lessonOf(bothKinds(3), base);
        cv::setNumThreads(-1);
        QCOMPARE(one.forests.oil.toJson(), other.forests.oil.toJson());
        QCOMPARE(one.facts.heldOutOverlap, other.facts.heldOutOverlap);
    }

    void nothingToLearnFromIsRefused()
    {
        const Segmentation base = allWater({320, 240});
        QVERIFY(refusalOf({samplesOfSea(noMarks(), base)}).startsWith(QStringLiteral("Nothing is marked")));
        cv::Mat marks = noMarks();
        stroke(marks, {20, 180}, {90, 220}, 1);
        QVERIFY(refusalOf({samplesOfSea(marks, base)}).startsWith(QStringLiteral("No oil is marked")));
    }

    void aThinStrokeIsNotLost()
    {
        cv::Mat marks(1440, 2560, CV_8UC1, cv::Scalar(0));
        stroke(marks, {100, 100}, {900, 103}, anyOilMarked, 1);
        const cv::Mat1b reduced = reducedMarks(marks, {640, 360}, 4);
        QVERIFY(cv::countNonZero(reduced) >= 200);
        cv::Mat1i labels;
        QCOMPARE(int(strokesOf(reduced, labels).size()), 1);
    }

    void cardSaysWhatItWasTaughtWith()
    {
        const Lesson lesson = lessonOf(bothKinds(), allWater({320, 240}));
        const ModelCard card = taughtCard(seaCard(), lesson,
                                          {QStringLiteral("Bay"),
                                           QStringLiteral("flight.mp4"),
                                           {},
                                           QStringLiteral("A. Nalyst"),
                                           QDate(2024, 5, 31)});
        QCOMPARE(card.name, QStringLiteral("Bay"));
        QVERIFY(!card.json.contains(QStringLiteral("training")));
        const QJsonObject taught = card.json.value(QStringLiteral("taught")).toObject();
        QCOMPARE(taught.value(QStringLiteral("from")).toString(), QStringLiteral("flight.mp4"));
        QCOMPARE(taught.value(QStringLiteral("person")).toString(), QStringLiteral("A. Nalyst"));
        QCOMPARE(taught.value(QStringLiteral("day")).toString(), QStringLiteral("2024-05-31"));
        QCOMPARE(taught.value(QStringLiteral("strokes_of_oil")).toInt(), 2);
        // It can be read again as any card.
        const ModelCard again = parseModelCard(QJsonDocument(card.json).toJson(), QStringLiteral("the test"));
        QCOMPARE(again.classes.size(), card.classes.size());
    }
};

QTEST_GUILESS_MAIN(LessonTest)
#include "lesson_test.moc"
