#include "shape_memory.h"

#include <QtTest>
#include <cmath>

#include "bodies/measures.h"
#include "geo/local_plane.h"

using namespace sheen;

namespace {

GroundMultiPolygon squareOf(double side, double east = 0)
{
    const LocalPlane plane({34.67, 128.28});
    return {{{plane.toGround({east, 0}), plane.toGround({east + side, 0}),
              plane.toGround({east + side, side}), plane.toGround({east, side})}}};
}

std::vector<AppearanceArea> areasOf(const std::vector<GroundMultiPolygon>& outlines)
{
    std::vector<AppearanceArea> areas(outlines.size());
    for (std::size_t i = 0; i < outlines.size(); ++i)
        setOutline(areas[i], outlines[i]);
    return areas;
}

std::shared_ptr<const ShapeMeasures> shapeOf(const GroundMultiPolygon& outline)
{
    ShapeMeasures shape;
    shape.outline = outline;
    return std::make_shared<const ShapeMeasures>(shape);
}

}  // namespace

class ShapeMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysTellEveryBitAndTheGap()
    {
        const QByteArray key = shapeKey(areasOf({squareOf(10), squareOf(5, 20)}), 30);
        QCOMPARE(shapeKey(areasOf({squareOf(10), squareOf(5, 20)}), 30), key);
        QVERIFY(shapeKey(areasOf({squareOf(10), squareOf(5, 20)}), 31) != key);
        QVERIFY(shapeKey(areasOf({squareOf(5, 20), squareOf(10)}), 30) != key);
        std::vector<AppearanceArea> moved = areasOf({squareOf(10), squareOf(5, 20)});
        double& latitude = moved[1].outline[0][0][2].latitudeDegrees;
        latitude = std::nextafter(latitude, 90);
        QVERIFY(shapeKey(moved, 30) != key);
        // The same points, but as two polygons of one area or as two areas; as a hole or as a polygon.
        const GroundMultiPolygon two{squareOf(10)[0], squareOf(5, 20)[0]};
        const GroundMultiPolygon hole{{squareOf(10)[0][0], squareOf(5, 20)[0][0]}};
        QVERIFY(shapeKey(areasOf({two}), 30) != key);
        QVERIFY(shapeKey(areasOf({two}), 30) != shapeKey(areasOf({hole}), 30));
    }

    void theLatestAreKeptAndNoMoreThanFit()
    {
        ShapeMemory memory(12);  // three squares
        const auto first = shapeOf(squareOf(1));
        memory.keep("1", first);
        memory.keep("2", shapeOf(squareOf(2)));
        memory.keep("3", shapeOf(squareOf(3)));
        QCOMPARE(memory.find("1"), first);
        memory.keep("4", shapeOf(squareOf(4)));
        QCOMPARE(memory.find("1"), first);
        QVERIFY(!memory.find("2"));
        QVERIFY(memory.find("3") && memory.find("4"));
        memory.keep("large", shapeOf({squareOf(1)[0], squareOf(2)[0], squareOf(3)[0], squareOf(4)[0]}));
        QVERIFY(!memory.find("large"));
        QVERIFY(memory.find("1"));
    }

    void whatIsMeasuredAgainIsTheSame()
    {
        Slick slick;
        slick.areas = areasOf({squareOf(5, 20), squareOf(10), squareOf(3, 60)});
        std::vector<Slick> slicks(8, slick);
        measure(slicks);
        const Slick& first = slicks.front();
        QCOMPARE(first.areas.front().areaSquareMetres, 100.0);
        for (const Slick& again : slicks) {
            QCOMPARE(again.measures.lengthMetres, first.measures.lengthMetres);
            QCOMPARE(again.measures.coveragePercent, first.measures.coveragePercent);
            QCOMPARE(again.outline.size(), std::size_t(3));
            QCOMPARE(again.overallOutline.size(), first.overallOutline.size());
        }
        const double overall = first.measures.overallSquareMetres;
        slicks.back().gapMetres = 0;
        measure(slicks.back());
        QVERIFY(slicks.back().measures.overallSquareMetres < overall);
    }
};

QTEST_GUILESS_MAIN(ShapeMemoryTest)
#include "shape_memory_test.moc"
