#include "rejected_oil.h"

#include <QtTest>
#include <algorithm>

using namespace sheen;

class RejectedOilTest : public QObject
{
    Q_OBJECT

    static constexpr int rowsOfPart = 50;

    /** Rows that scatter about `mean`. */
    static cv::Mat1f rows(int count, double mean, unsigned seed)
    {
        cv::Mat1f result(count, PixelFeatures::count);
        cv::RNG random(seed);
        random.fill(result, cv::RNG::NORMAL, mean, 1);
        return result;
    }

    static std::vector<MarkedRow> marked(const cv::Mat1f& features)
    {
        std::vector<MarkedRow> result;
        for (int i = 0; i < features.rows; ++i)
            result.push_back({features[i], i / rowsOfPart});
        return result;
    }

    static void add(std::vector<UnmarkedRow>& rows, const cv::Mat1f& features, int patch)
    {
        for (int i = 0; i < features.rows; ++i)
            rows.push_back({features[i], (i / 2) % rejectionParts, patch});
    }

    static int countIn(const Rows& rows, const cv::Mat1f& features)
    {
        return int(std::count_if(rows.begin(), rows.end(), [&features](const float* row) {
            return row >= features[0] && row <= features[features.rows - 1];
        }));
    }

private Q_SLOTS:
    void whatLooksLikeTheMarksIsMeant()
    {
        const cv::Mat1f marks = rows(rejectionParts * rowsOfPart, 0, 1);
        const cv::Mat1f alike = rows(100, 0, 2), other = rows(100, 3, 3);
        std::vector<UnmarkedRow> unmarked;
        add(unmarked, alike, 0);
        add(unmarked, other, 1);
        const Sides sides = judgedByRejections(marked(marks), unmarked);
        QCOMPARE(countIn(sides.no, alike), 100);
        QCOMPARE(countIn(sides.no, other), 0);
        QVERIFY(countIn(sides.yes, other) > 95);
    }

    void aPatchIsJudgedAsAWhole()
    {
        const cv::Mat1f marks = rows(rejectionParts * rowsOfPart, 0, 1);
        cv::Mat1f mixed = rows(100, 0, 2);
        rows(10, 3, 3).copyTo(mixed.rowRange(45, 55));
        const cv::Mat1f other = rows(100, 3, 4);
        std::vector<UnmarkedRow> unmarked;
        add(unmarked, mixed, 0);
        add(unmarked, other, 1);
        QCOMPARE(countIn(judgedByRejections(marked(marks), unmarked).no, mixed), 100);
    }

    /** Marks of which each looks like none of the others say nothing of what they have not touched. */
    void marksThatAreNotKnownAgainTakeNothingElse()
    {
        cv::Mat1f marks = rows(rejectionParts * rowsOfPart, 0, 1);
        for (int part = 0; part < rejectionParts; ++part)
            marks(cv::Range(part * rowsOfPart, (part + 1) * rowsOfPart), cv::Range(7 * part, 7 * part + 7)) +=
                6;
        const cv::Mat1f unlike = rows(200, 0, 2);
        std::vector<UnmarkedRow> unmarked;
        add(unmarked, unlike, 0);
        const Sides sides = judgedByRejections(marked(marks), unmarked);
        QCOMPARE(countIn(sides.no, unlike), 0);
        QVERIFY(countIn(sides.yes, unlike) > 150);
    }

    void withoutMarkedOilAllStays()
    {
        const cv::Mat1f oil = rows(20, 0, 1);
        std::vector<UnmarkedRow> unmarked;
        add(unmarked, oil, 0);
        QCOMPARE(countIn(judgedByRejections({}, unmarked).no, oil), 0);
    }
};

QTEST_GUILESS_MAIN(RejectedOilTest)
#include "rejected_oil_test.moc"
