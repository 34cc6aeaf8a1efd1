#include <QTest>
#include <opencv2/imgproc.hpp>

#include "glyphs/line_network.h"

// What a line says, by what the network sees in its columns; and the network that ships with Sheen.

using namespace sheen;

namespace {

const QString figures = QStringLiteral("0123456789.:NSEW");

/** A picture of a line of white capitals. */
cv::Mat written(const char* text, int capital)
{
    cv::Mat picture(3 * capital, int(qstrlen(text)) * capital + 2 * capital, CV_8UC1, cv::Scalar(90));
    const double scale = cv::getFontScaleFromHeight(cv::FONT_HERSHEY_SIMPLEX, capital, 2);
    cv::putText(picture, text, {capital, 2 * capital}, cv::FONT_HERSHEY_SIMPLEX, scale, cv::Scalar(235), 2,
                cv::LINE_AA);
    return picture;
}

/** Odds in which each column shows one output almost surely; 0 is nothing, 1 a 0, 2 a 1. */
LineOdds odds(const std::vector<int>& outputs, float sure = 0.9F)
{
    constexpr int characters = 45;
    LineOdds made;
    made.columnPixels = 4;
    made.shares =
        cv::Mat(int(outputs.size()), characters, CV_32FC1, cv::Scalar((1 - sure) / (characters - 1)));
    for (std::size_t i = 0; i < outputs.size(); ++i)
        made.shares.at<float>(int(i), outputs[i]) = sure;
    return made;
}

QString likeliest(const LineOdds& seen)
{
    const auto texts = possibleTexts(seen, cv::Range(0, seen.shares.rows), figures);
    return texts.empty() ? QString() : texts.front().text;
}

}  // namespace

class LineNetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCharacterOfSeveralColumnsIsOne()
    {
        QCOMPARE(likeliest(odds({0, 2, 2, 2, 0})), QStringLiteral("1"));
    }
    void onlyAGapMakesTwoOfOne() { QCOMPARE(likeliest(odds({0, 2, 2, 0, 2, 0})), QStringLiteral("11")); }
    void nothingIsNoText() { QVERIFY(likeliest(odds({})).isEmpty()); }

    void chancesAreThoseOfAllTexts()
    {
        double sum = 0;
        const LineOdds seen = odds({0, 2, 0, 3, 0}, 0.99F);
        for (const PossibleText& each : possibleTexts(seen, cv::Range(0, 5), figures))
            sum += each.probability;
        QVERIFY2(sum > 0.8 && sum <= 1.0001, qPrintable(QString::number(sum)));
        // What is surely another character than those allowed says nothing here.
        const auto others = possibleTexts(seen, cv::Range(0, 5), QStringLiteral("78"));
        QVERIFY(others.empty() || others.front().probability < 0.01);
    }

    void gapsPartWords()
    {
        const LineOdds seen = odds({0, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 3});
        const auto words = wordsOf(seen, 18);
        QCOMPARE(words.size(), std::size_t(2));
        QVERIFY(words[0].end <= words[1].start);
        QVERIFY(wordsOf(odds({0, 0, 0}), 18).empty());
    }

    void readsALine_data()
    {
        QTest::addColumn<int>("capital");
        QTest::addColumn<QString>("text");
        QTest::newRow("small") << 11 << QStringLiteral("34.67200N");
        for (const char* text : {"34.67200N", "33:51:31S", "151.20930E", "122:25:09W"}) {
            for (const int capital : {18, 40})
                QTest::addRow("%s, %d pixels", text, capital) << capital << text;
        }
    }

    void readsALine()
    {
        QFETCH(int, capital);
        QFETCH(QString, text);
        LineNetwork network;
        const cv::Mat picture = written(text.toLatin1().constData(), capital);
        for (const double off : {-0.15, 0.0, 0.15})
            QCOMPARE(likeliest(network.read(picture, capital, (1.5 + off) * capital)), text);
        QVERIFY(network.read({}, capital, 0).empty());
        QVERIFY(network.read(picture, 0, 0).empty());
    }

    void anEmptySeaSaysNothing()
    {
        LineNetwork network;
        cv::Mat sea(60, 400, CV_8UC1);
        cv::RNG(1).fill(sea, cv::RNG::NORMAL, 90, 12);
        const LineOdds seen = network.read(sea, 20, 30);
        const auto texts = possibleTexts(seen, cv::Range(0, seen.shares.rows), figures);
        QVERIFY2(texts.empty() || texts.front().probability < 0.3, "a text is seen in noise");
    }
};

QTEST_GUILESS_MAIN(LineNetworkTest)
#include "line_network_test.moc"
