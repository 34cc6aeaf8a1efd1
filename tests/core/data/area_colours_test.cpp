#include "data/area_colours.h"

#include <QTest>
#include <random>

#include "data/appearance.h"

using namespace sheen;

namespace {

/** Five codes, as any card has them, and oil without a code in these colours. */
ModelCard cardWith(const std::vector<Rgb>& colours)
{
    ModelCard card;
    card.classes.push_back({0, QStringLiteral("water"), {27, 79, 138}, 0, false});
    for (int code = 1; code <= 5; ++code)
        card.classes.push_back({code, appearanceName(code), {247, 247, 247}, code, true});
    for (const Rgb& colour : colours)
        card.classes.push_back(
            {static_cast<int>(card.classes.size()), QStringLiteral("no code"), colour, 0, true});
    return card;
}

std::vector<Rgb> oilColours(const ModelCard& card)
{
    std::vector<Rgb> colours;
    for (const ModelClass& one : card.classes) {
        if (one.oil)
            colours.push_back(classColour(card, one));
    }
    return colours;
}

double leastOf(const std::vector<Rgb>& colours)
{
    double least = 100;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        least = std::min(least, leastDifferenceFromMap(colours[i]));
        for (std::size_t j = 0; j < i; ++j)
            least = std::min(least, leastAreaDifference(colours[i], colours[j]));
    }
    return least;
}

}  // namespace

/** Whoever looks at the map tells areas apart, whatever his eyes miss. */
class AreaColoursTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /** Of the paper's own test data (Sharma, Wu, Dalal 2005, table 1). */
    void ciede2000_data()
    {
        QTest::addColumn<QVector<double>>("pair");
        QTest::addColumn<double>("difference");
        const auto add = [](int number, const QVector<double>& pair, double difference) {
            QTest::newRow(qPrintable(QStringLiteral("pair %1").arg(number))) << pair << difference;
        };
        add(1, {50, 2.6772, -79.7751, 50, 0, -82.7485}, 2.0425);
        add(3, {50, 2.8361, -74.0200, 50, 0, -82.7485}, 3.4412);
        add(7, {50, 0, 0, 50, -1, 2}, 2.3669);
        add(9, {50, 2.4900, -0.0010, 50, -2.4900, 0.0009}, 7.1792);
        add(11, {50, 2.4900, -0.0010, 50, -2.4900, 0.0011}, 7.2195);
        add(17, {50, 2.5, 0, 73, 25, -18}, 27.1492);
        add(18, {50, 2.5, 0, 61, -5, 29}, 22.8977);
        add(19, {50, 2.5, 0, 56, -27, -3}, 31.9030);
        add(20, {50, 2.5, 0, 58, 24, 15}, 19.4535);
        add(25, {60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387}, 1.2644);
        add(28, {35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901}, 1.8645);
        add(34, {2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514}, 0.9082);
    }

    void ciede2000()
    {
        QFETCH(QVector<double>, pair);
        QFETCH(double, difference);
        const double is = colourDifference(Lab{pair[0], pair[1], pair[2]}, Lab{pair[3], pair[4], pair[5]});
        QVERIFY2(std::abs(is - difference) < 1e-4, qPrintable(QString::number(is, 'f', 5)));
    }

    void labOfKnownColours()
    {
        const Lab red = labOf({255, 0, 0});  // sRGB's red: L 53.24, a 80.09, b 67.20
        QVERIFY(std::abs(red.l - 53.24) < 0.05);
        QVERIFY(std::abs(red.a - 80.09) < 0.05);
        QVERIFY(std::abs(red.b - 67.20) < 0.05);
        QVERIFY(std::abs(labOf({255, 255, 255}).l - 100) < 0.01);
    }

    void eyesThatMissACone()
    {
        for (const ColourVision vision : colourVisions) {
            const Rgb grey = asSeen({120, 120, 120}, vision);
            for (const std::uint8_t value : grey)
                QVERIFY(std::abs(value - 120) <= 1);
        }
        // What red and green that are as light are to an eye without one of their cones.
        const Rgb red{180, 90, 60};
        const Rgb green{110, 122, 50};
        QVERIFY(colourDifference(red, green) > 25);
        QVERIFY(colourDifference(asSeen(red, ColourVision::Deuteranopia),
                                 asSeen(green, ColourVision::Deuteranopia)) < 10);
        const double tritan =
            colourDifference(asSeen(red, ColourVision::Tritanopia), asSeen(green, ColourVision::Tritanopia));
        QVERIFY(tritan > 20);
    }

    /** The shipped model's emulsion and oil in infrared, any others, and none. */
    void areasAreTold()
    {
        const double shipped = leastOf(oilColours(cardWith({{0xe8, 0x54, 0x0c}, {0xd9, 0x4f, 0x70}})));
        qInfo("smallest CIEDE2000 between areas, sea and land, of all visions: %.1f", shipped);
        QVERIFY(shipped >= tellableDifference);
        QVERIFY(leastOf(oilColours(cardWith({}))) >= tellableDifference);
        std::mt19937 random(7);
        std::uniform_int_distribution<int> value(0, 255);
        const auto any = [&] {
            return Rgb{std::uint8_t(value(random)), std::uint8_t(value(random)), std::uint8_t(value(random))};
        };
        for (int i = 0; i < 300; ++i) {
            const double least = leastOf(oilColours(cardWith({any(), any()})));
            QVERIFY2(least >= tellableDifference, qPrintable(QString::number(least)));
        }
    }

    /** What can be told apart as its author wants it stays so; what is no oil always does. */
    void theCardIsHeard()
    {
        const Rgb teal{41, 152, 116};
        const ModelCard card = cardWith({teal});
        QCOMPARE(classColour(card, card.classes.back()), teal);
        QCOMPARE(classColour(card, card.classes.front()), card.classes.front().rgb);
        QCOMPARE(areaColour(card, 200, 0), (Rgb{128, 128, 128}));
        QCOMPARE(areaColour(card, 200, 3), *appearanceColour(3));
    }

    /** Thicker is darker, and sheen is no white: that is foam. */
    void codesFallInLightness()
    {
        for (int code = 2; code <= 5; ++code)
            QVERIFY(labOf(*appearanceColour(code)).l < labOf(*appearanceColour(code - 1)).l);
        QVERIFY(leastColourDifference(*appearanceColour(1), {255, 255, 255}) > tellableDifference);
    }
};

QTEST_GUILESS_MAIN(AreaColoursTest)
#include "area_colours_test.moc"
