#include <QtTest>
#include <cmath>
#include <limits>
#include <vector>

#include "frame_selector.h"
#include "recording_clock.h"

using namespace sheen;

/** Which frames a selection takes, and how time is told. */
class FrameSelectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheFirstFrameAtOrAfterEachMultiple();
    void takesEveryNthFrameOfTheRange();
    void aPartTakesTheFramesOfTheWhole();
    void expectsWhatItTakes_data();
    void expectsWhatItTakes();
    void clockFillsMissingTimes();
    void clockGoesOnWhereRecordingsWereJoined();
    void clockBelievesNoSingleJump();
};

namespace {

std::vector<int> taken(const FrameSelection& selection, int count, double rate, double tolerance = 1e-6)
{
    FrameSelector selector(selection, tolerance);
    std::vector<int> result;
    for (int i = 0; i < count; ++i)
        if (selector.wants(i, i / rate))
            result.push_back(i);
    return result;
}

}  // namespace

void FrameSelectionTest::takesTheFirstFrameAtOrAfterEachMultiple()
{
    FrameSelection selection;
    selection.everySeconds = 0.5;
    QCOMPARE(taken(selection, 12, 5), (std::vector<int>{0, 3, 5, 8, 10}));
    // Faster than the recording: all of it.
    selection.everySeconds = 0.01;
    QCOMPARE(taken(selection, 5, 5).size(), std::size_t(5));
    // 29.97 a second with times in milliseconds: 0.5005 is the first at or after a half.
    selection.everySeconds = 0.5;
    QCOMPARE(taken(selection, 40, 30000.0 / 1001, 1e-3), (std::vector<int>{0, 15, 30}));
}

void FrameSelectionTest::takesEveryNthFrameOfTheRange()
{
    FrameSelection selection;
    selection.stride = 4;
    selection.everySeconds = 0.5;  // the stride wins
    selection.firstFrame = 2;
    selection.endFrame = 11;
    QCOMPARE(taken(selection, 100, 5), (std::vector<int>{2, 6, 10}));
}

void FrameSelectionTest::aPartTakesTheFramesOfTheWhole()
{
    FrameSelection selection;
    selection.everySeconds = 0.5;
    selection.firstFrame = 4;
    selection.endFrame = 10;
    QCOMPARE(taken(selection, 100, 5), (std::vector<int>{5, 8}));
}

void FrameSelectionTest::expectsWhatItTakes_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("every");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("end");
    const int open = std::numeric_limits<int>::max();
    QTest::newRow("all") << 120 << 5.0 << 0.0 << 0 << 0 << open;
    QTest::newRow("every") << 120 << 5.0 << 0.5 << 0 << 0 << open;
    QTest::newRow("every, odd rate") << 1000 << 30000.0 / 1001 << 0.5 << 0 << 0 << open;
    QTest::newRow("every, part") << 1000 << 30000.0 / 1001 << 0.7 << 0 << 33 << 471;
    QTest::newRow("stride") << 121 << 5.0 << 0.0 << 7 << 3 << 100;
    QTest::newRow("beyond the end") << 10 << 5.0 << 0.5 << 0 << 50 << 60;
}

void FrameSelectionTest::expectsWhatItTakes()
{
    QFETCH(int, count);
    QFETCH(double, rate);
    QFETCH(double, every);
    QFETCH(int, stride);
    FrameSelection selection;
    if (every > 0)
        selection.everySeconds = every;
    if (stride > 0)
        selection.stride = stride;
    QFETCH(int, first);
    QFETCH(int, end);
    selection.firstFrame = first;
    selection.endFrame = end;
    QCOMPARE(expectedSelection(selection, count, rate),
             static_cast<int>(taken(selection, count, rate).size()));
}

void FrameSelectionTest::clockFillsMissingTimes()
{
    RecordingClock clock(10);
    QVERIFY(std::isnan(clock.at(3)));
    QCOMPARE(clock.advance(5.0), 0.0);
    QCOMPARE(clock.advance(5.1), 5.1 - 5.0);
    QCOMPARE(clock.advance(std::nullopt), 5.1 - 5.0 + 0.1);
    QCOMPARE(clock.advance(5.35), 5.35 - 5.0);
    QVERIFY(clock.advance(5.34) > 0.35);  // a step back is none
    QCOMPARE(clock.at(6), 1.0);
}

void FrameSelectionTest::clockGoesOnWhereRecordingsWereJoined()
{
    RecordingClock clock(10);
    clock.advance(100);
    QCOMPARE(clock.advance(105), 5.0);
    clock.advance(3);
    QVERIFY(std::abs(clock.advance(3.1) - 5.2) < 1e-9);
    QVERIFY(std::abs(clock.advance(3.5) - 5.6) < 1e-9);
    QVERIFY(std::abs(clock.at(4.0) - 6.1) < 1e-9);
}

void FrameSelectionTest::clockBelievesNoSingleJump()
{
    for (const double wrong : {9000.0, 2.0}) {
        RecordingClock clock(10);
        clock.advance(50);
        clock.advance(50.1);
        QVERIFY(std::abs(clock.advance(wrong) - 0.2) < 1e-9);
        QVERIFY(std::abs(clock.advance(50.3) - 0.3) < 1e-9);
        QVERIFY(std::abs(clock.advance(50.4) - 0.4) < 1e-9);
    }
    // A gap that lasts is one.
    RecordingClock clock(10);
    clock.advance(0);
    clock.advance(60);
    QCOMPARE(clock.advance(60.1), 60.1);
    QCOMPARE(clock.advance(60.2), 60.2);
}

QTEST_GUILESS_MAIN(FrameSelectionTest)
#include "frame_selection_test.moc"
