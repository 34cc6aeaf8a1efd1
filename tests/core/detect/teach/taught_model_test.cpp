#include "teach/taught_model.h"

#include <QtTest>

#include "base/error.h"
#include "painted_sea.h"
#include "teach/taught_card.h"

using namespace sheen;
using namespace sheen::test;

namespace {

QString refusalOf(const QByteArray& bytes)
{
    try {
        parseTaughtModel({bytes.constData(), std::size_t(bytes.size())}, QStringLiteral("file.pt"));
    } catch (const Error& error) {
        return error.sentence();
    }
    return {};
}

}  // namespace

class TaughtModelTest : public QObject
{
    Q_OBJECT

    static TaughtModel taughtModel()
    {
        cv::Mat marks = noMarks();
        stroke(marks, {55, 60}, {120, 60}, 3);
        stroke(marks, {200, 150}, {260, 190}, 2);
        stroke(marks, {20, 180}, {90, 220}, 1);
        const Lesson lesson = learn({samplesOfSea(marks, allWater({320, 240}))}, seaCard());
        return {taughtCard(seaCard(), lesson,
                           {QStringLiteral("Bay"), QStringLiteral("flight"), {}, {}, QDate(2024, 5, 31)}),
                {QStringLiteral("ab12"), QStringLiteral("base.pt"), seaCard().json},
                lesson.forests};
    }

private Q_SLOTS:
    void comesBackAsItWas()
    {
        const TaughtModel model = taughtModel();
        const QByteArray bytes = bytesOf(model, "the base\nand more");
        const std::string_view view(bytes.constData(), std::size_t(bytes.size()));
        QVERIFY(isTaughtModel(view));
        const TaughtModelFile file = parseTaughtModel(view, QStringLiteral("file.pt"));
        QCOMPARE(QByteArray(bytes.mid(int(file.baseBegin))), QByteArray("the base\nand more"));
        QCOMPARE(file.model.card.name, QStringLiteral("Bay"));
        QCOMPARE(file.model.base.fileName, QStringLiteral("base.pt"));
        QCOMPARE(file.model.forests.oil.toJson(), model.forests.oil.toJson());
        QCOMPARE(file.model.forests.oilClasses.size(), model.forests.oilClasses.size());
        QCOMPARE(bytesOf(file.model, "the base\nand more"), bytes);
        TaughtModel taking = model;
        taking.forests.onlyTakesAway = true;
        const QByteArray other = bytesOf(taking, "the base");
        const std::string_view otherView(other.constData(), std::size_t(other.size()));
        QVERIFY(parseTaughtModel(otherView, QStringLiteral("file.pt")).model.forests.onlyTakesAway);
        QVERIFY(!file.model.forests.onlyTakesAway);
    }

    void sameMarksSameBytes() { QCOMPARE(bytesOf(taughtModel(), "base"), bytesOf(taughtModel(), "base")); }

    void damageIsNoticed()
    {
        const QByteArray bytes = bytesOf(taughtModel(), "the base");
        for (const int place : {25, 90, 200, int(bytes.size()) / 2, int(bytes.size()) - 1}) {
            QByteArray damaged = bytes;
            damaged[place] = char(damaged[place] ^ 1);
            QVERIFY2(refusalOf(damaged).contains(QStringLiteral("damaged or cut short")),
                     qPrintable(QString::number(place)));
        }
        for (const int length : {19, 30, 100, int(bytes.size()) - 1})
            QVERIFY(refusalOf(bytes.left(length)).contains(QStringLiteral("damaged or cut short")));
    }

    void forestsThatLeadNowhereAreNone()
    {
        const QJsonObject forest = taughtModel().forests.oil.toJson();
        QVERIFY(PixelForest::fromJson(forest));
        QJsonObject emptied = forest;
        emptied.insert(QStringLiteral("nodes"), QString());
        QVERIFY(!PixelForest::fromJson(emptied));
        QJsonObject ofOtherFeatures = forest;
        ofOtherFeatures.insert(QStringLiteral("features"), QStringLiteral("other/1"));
        QVERIFY(!PixelForest::fromJson(ofOtherFeatures));
        // A first node that asks for what comes before itself would go round for ever.
        QByteArray nodes =
            QByteArray::fromBase64(forest.value(QStringLiteral("nodes")).toString().toLatin1());
        nodes.replace(6, 4, QByteArray(4, '\0'));
        QJsonObject circular = forest;
        circular.insert(QStringLiteral("nodes"), QString::fromLatin1(nodes.toBase64()));
        QVERIFY(!PixelForest::fromJson(circular));
    }

    void nothingElseIsTakenForOne()
    {
        QVERIFY(!isTaughtModel(""));
        QVERIFY(!isTaughtModel("PK\3\4"));
        QVERIFY(!isTaughtModel("{\"format\": \"sheen-model-card/1\"}"));
    }
};

QTEST_GUILESS_MAIN(TaughtModelTest)
#include "taught_model_test.moc"
