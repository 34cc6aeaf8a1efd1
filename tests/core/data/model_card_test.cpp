#include "core/data/model_card.h"

#include <QTest>

#include "core/data/error.h"

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
