#include "data/model_card.h"

#include <QTest>

#include "base/error.h"

using namespace sheen;

namespace {

const QByteArray goodCard = R"({
  "name": "Test", "version": "2", "sensors": ["EOW", "IR"], "code_sensors": ["EOW"],
  "input": {"channels": "BGR", "mean": [1, 2, 3], "std": [4, 5, 6], "stride": 16},
  "output": {"kind": "probabilities"},
  "classes": [
    {"value": 2, "name": "rainbow", "colour": "#ff8000", "code": 2},
    {"value": 0, "name": "water", "colour": "#0000ff", "code": 0}
  ]})";

QByteArray with(const QByteArray& before, const QByteArray& after)
{
    QByteArray card = goodCard;
    return card.replace(before, after);
}

}  // namespace

class ModelCardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatACardSays()
    {
        const ModelCard card = parseModelCard(goodCard, QStringLiteral("test.pt"));
        QCOMPARE(card.name, QStringLiteral("Test"));
        QVERIFY(!card.rgbOrder);
        QCOMPARE(card.stride, 16);
        QCOMPARE(card.deviation[2], 6.0);
        QCOMPARE(int(card.classes.size()), 2);
        QCOMPARE(card.classes[0].name, QStringLiteral("water"));  // ascending by value
        QVERIFY(card.findClass(2)->oil);                          // a class with a code is oil
        QCOMPARE(card.findClass(2)->rgb[0], std::uint8_t(255));
        QCOMPARE(card.findClass(2)->rgb[1], std::uint8_t(128));
        QVERIFY(!card.findClass(0)->oil);
        QVERIFY(!card.findClass(1));
    }

    void groundSampleDistanceIsANumberOrARange()
    {
        const auto read = [](const char* value) {
            const QByteArray input = "\"stride\": 16, \"ground_sample_distance_m\": " + QByteArray(value);
            return parseModelCard(with("\"stride\": 16", input), QStringLiteral("test.pt"))
                .groundSampleDistances;
        };
        QVERIFY(!parseModelCard(goodCard, QStringLiteral("test.pt")).groundSampleDistances.areKnown());
        QVERIFY(!read("0").areKnown());
        QCOMPARE(read("0.5").finestMetres, 0.5);
        QCOMPARE(read("0.5").coarsestMetres, 0.5);
        QCOMPARE(read("{\"min\": 0.1, \"max\": 0.8}").finestMetres, 0.1);
        QCOMPARE(read("{\"min\": 0.1, \"max\": 0.8}").coarsestMetres, 0.8);
    }

    void infraredGivesNoAppearanceCode()
    {
        const ModelCard card = parseModelCard(goodCard, QStringLiteral("test.pt"));
        QCOMPARE(card.appearanceCode(2, QStringLiteral("EOW")), 2);
        QCOMPARE(card.appearanceCode(2, QStringLiteral("IR")), 0);
        QCOMPARE(card.appearanceCode(7, QStringLiteral("EOW")), 0);
    }

    void refusesWithASentenceThatNamesTheFile_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no json") << QByteArray("{");
        QTest::newRow("no name") << with("\"Test\"", "\"\"");
        QTest::newRow("mean of two") << with("[1, 2, 3]", "[1, 2]");
        QTest::newRow("deviation of zero") << with("[4, 5, 6]", "[4, 0, 6]");
        QTest::newRow("unknown channels") << with("BGR", "HSV");
        QTest::newRow("unknown output") << with("probabilities", "boxes");
        QTest::newRow("stride of zero") << with("\"stride\": 16", "\"stride\": 0");
        QTest::newRow("stride of a fraction") << with("\"stride\": 16", "\"stride\": 15.5");
        QTest::newRow("stride beyond everything") << with("\"stride\": 16", "\"stride\": 1e99");
        QTest::newRow("width of a giant") << with("\"stride\": 16", "\"stride\": 16, \"width\": 100000");
        QTest::newRow("negative height") << with("\"stride\": 16", "\"stride\": 16, \"height\": -32");
        QTest::newRow("tile of a word") << with("\"stride\": 16", "\"stride\": 16, \"tile\": \"large\"");
        QTest::newRow("tiles of a pixel") << with("\"stride\": 16", "\"stride\": 16, \"tile\": 1");
        QTest::newRow("width without height") << with("\"stride\": 16", "\"stride\": 16, \"width\": 512");
        QTest::newRow("ground sample distance below zero")
            << with("\"stride\": 16", "\"stride\": 16, \"ground_sample_distance_m\": -1");
        for (const char* distance :
             {"\"fine\"", "{}", "{\"min\": 1}", "{\"max\": 1}", "{\"min\": 2, \"max\": 1}",
              "{\"min\": 0, \"max\": 1}", "{\"min\": 1, \"max\": 1e9}", "[1, 2]"})
            QTest::newRow(distance) << with(
                "\"stride\": 16", "\"stride\": 16, \"ground_sample_distance_m\": " + QByteArray(distance));
        QTest::newRow("longest side of a word")
            << with("\"stride\": 16", "\"stride\": 16, \"longest_side\": \"long\"");
        QTest::newRow("mean of a giant") << with("[1, 2, 3]", "[1e300, 2, 3]");
        QTest::newRow("mean of a word") << with("[1, 2, 3]", "[\"one\", 2, 3]");
        QTest::newRow("deviation of next to nothing") << with("[4, 5, 6]", "[4, 1e-300, 6]");
        QTest::newRow("temperature of a giant")
            << with("\"probabilities\"", "\"logits\", \"temperature\": 1e300");
        QTest::newRow("name without end") << with("\"Test\"", '"' + QByteArray(100000, 'x') + '"');
        QTest::newRow("class name without end") << with("\"rainbow\"", '"' + QByteArray(100000, 'x') + '"');
        QTest::newRow("nested without end") << QByteArray(200000, '[');
        QTest::newRow("value twice") << with("\"value\": 2", "\"value\": 0");
        QTest::newRow("value for no picture") << with("\"value\": 2", "\"value\": 255");
        QTest::newRow("code of nine") << with("\"code\": 2", "\"code\": 9");
        QTest::newRow("no colour") << with("#ff8000", "orange");
    }

    void refusesWithASentenceThatNamesTheFile()
    {
        QFETCH(QByteArray, json);
        try {
            parseModelCard(json, QStringLiteral("test.pt"));
            QFAIL("the card was accepted");
        } catch (const Error& error) {
            QVERIFY(error.sentence().contains(QStringLiteral("test.pt")));
            QCOMPARE(error.kind(), ErrorKind::Unreadable);
        }
    }
};

QTEST_GUILESS_MAIN(ModelCardTest)
#include "model_card_test.moc"
