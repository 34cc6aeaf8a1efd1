#include "data/model_classes.h"

#include <QTest>

#include "base/error.h"

using namespace sheen;

namespace {

const QByteArray cardJson = R"({
  "name": "Test", "code_sensors": ["EOW"],
  "input": {"mean": [1, 2, 3], "std": [4, 5, 6]},
  "classes": [
    {"value": 0, "name": "water", "colour": "#0000ff", "note": "kept"},
    {"value": 1, "name": "rainbow", "colour": "#ff8000", "code": 2},
    {"value": 2, "name": "ship", "colour": "#808080"}
  ]})";

ModelCard card()
{
    return parseModelCard(cardJson, QStringLiteral("test.pt"));
}

std::vector<ModelClass> mapping(const QByteArray& json)
{
    return parseClassMapping(json, card(), QStringLiteral("classes.json"));
}

}  // namespace

class ModelClassesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAnEntryLeavesOutStays()
    {
        const auto classes = mapping("[{\"value\": 1, \"code\": 3}, {\"value\": 2, \"name\": \"boat\"}]");
        QCOMPARE(classes.size(), std::size_t(2));
        QCOMPARE(classes[0].name, QStringLiteral("rainbow"));
        QCOMPARE(classes[0].code, 3);
        QVERIFY(classes[0].oil);
        QCOMPARE(classes[1].name, QStringLiteral("boat"));
        QVERIFY(!classes[1].oil);
        QCOMPARE(mapping("{\"classes\": [{\"value\": 2, \"oil\": true}]}").front().oil, true);
    }

    void whatHasACodeIsOil()
    {
        QVERIFY(mapping("[{\"value\": 2, \"code\": 1}]").front().oil);
        QVERIFY(!mapping("[{\"value\": 2, \"code\": 1, \"oil\": false}]").front().oil);
    }

    void aCardWithOtherClasses()
    {
        const auto changed = mapping("[{\"value\": 1, \"code\": 4, \"colour\": \"#010203\"}]");
        const ModelCard mapped = withClasses(card(), changed);
        QCOMPARE(mapped.appearanceCode(1, QStringLiteral("EOW")), 4);
        QCOMPARE(mapped.appearanceCode(1, QStringLiteral("IR")), 0);  // codes hold for what the card names
        QCOMPARE(int(mapped.findClass(1)->rgb[2]), 3);
        const QJsonArray json = mapped.json.value(QLatin1String("classes")).toArray();
        QCOMPARE(json[1].toObject().value(QLatin1String("code")).toInt(), 4);
        QCOMPARE(json[0].toObject().value(QLatin1String("note")).toString(), QStringLiteral("kept"));

        const auto back = changedClasses(card(), mapped.classes);
        QCOMPARE(back.size(), std::size_t(1));
        QCOMPARE(classesToJson(back), classesToJson(changed));
        QVERIFY(changedClasses(card(), card().classes).empty());
        QCOMPARE(classesToJson(classesFromJson(classesToJson(changed))), classesToJson(changed));
    }

    void aFlightsClassesOfOil_data()
    {
        QTest::addColumn<QStringList>("sensors");
        QTest::addColumn<QList<int>>("seen");
        QTest::addColumn<QList<int>>("classes");
        const QStringList colour{QStringLiteral("EOW")};
        const QStringList infrared{QStringLiteral("IR")};
        QTest::newRow("colour") << colour << QList<int>() << QList<int>{1, 2};
        QTest::newRow("infrared") << infrared << QList<int>() << QList<int>{2, 3};
        QTest::newRow("both") << colour + infrared << QList<int>() << QList<int>{1, 2, 3};
        QTest::newRow("seen all the same") << infrared << QList<int>{0, 1} << QList<int>{1, 2, 3};
        QTest::newRow("sensor not known") << QStringList() << QList<int>{1} << QList<int>{1, 2, 3};
        QTest::newRow("sensor of no class")
            << QStringList{QStringLiteral("SAR")} << QList<int>() << QList<int>{1, 2, 3};
    }

    void aFlightsClassesOfOil()
    {
        QFETCH(QStringList, sensors);
        QFETCH(QList<int>, seen);
        QFETCH(QList<int>, classes);
        const ModelCard card = parseModelCard(R"({
            "name": "Test", "input": {"mean": [1, 2, 3], "std": [4, 5, 6]}, "classes": [
            {"value": 0, "name": "water", "colour": "#0000ff"},
            {"value": 1, "name": "rainbow", "colour": "#ff8000", "code": 2, "sensors": ["EOW", "EON"]},
            {"value": 2, "name": "thick", "colour": "#808080", "oil": true},
            {"value": 3, "name": "warm", "colour": "#808080", "oil": true, "sensors": ["IR"]}
            ]})",
                                              QStringLiteral("test.pt"));
        QList<int> values;
        for (const ModelClass& one :
             oilClassesOf(card, {sensors.begin(), sensors.end()}, {seen.begin(), seen.end()}))
            values << one.value;
        QCOMPARE(values, classes);
        QCOMPARE(classesFromJson(classesToJson(card.classes)).back().sensors,
                 QStringList{QStringLiteral("IR")});
    }

    void wrongMappings_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("what");
        QTest::newRow("no JSON") << QByteArray("classes") << "no JSON";
        QTest::newRow("empty") << QByteArray("[]") << "names no";
        QTest::newRow("no classes") << QByteArray("{\"name\": 1}") << "names no";
        QTest::newRow("no value") << QByteArray("[{\"code\": 1}]") << "needs the \"value\"";
        QTest::newRow("not in the card") << QByteArray("[{\"value\": 7}]") << "\"Test\"";
        QTest::newRow("no object") << QByteArray("[1]") << "needs the \"value\"";
        QTest::newRow("code") << QByteArray("[{\"value\": 1, \"code\": 6}]") << "0 to 5";
        QTest::newRow("colour") << QByteArray("[{\"value\": 1, \"colour\": \"red\"}]") << "#1f77b4";
        QTest::newRow("name") << QByteArray("[{\"value\": 1, \"name\": \"\"}]") << "a \"name\"";
        QTest::newRow("twice") << QByteArray("[{\"value\": 1}, {\"value\": 1}]") << "two classes";
    }

    void wrongMappings()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, what);
        try {
            mapping(json);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Unreadable);
            QVERIFY2(error.sentence().contains(what), qPrintable(error.sentence()));
            QVERIFY(error.sentence().contains(QStringLiteral("classes.json")));
        }
    }
};

QTEST_APPLESS_MAIN(ModelClassesTest)
#include "model_classes_test.moc"
