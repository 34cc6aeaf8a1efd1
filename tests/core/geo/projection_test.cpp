#include "geo/projection.h"

#include <tbb/parallel_for.h>

#include <QtTest>
#include <atomic>
#include <cmath>

using namespace sheen;

class ProjectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eastComesFirst()
    {
        // Korea 2000 (EPSG:5186) has northing first in the register.
        const auto korea = Projection::toSystem("EPSG:5186");
        QVERIFY(korea);
        const cv::Vec3d seoul = korea->forward({127, 37.5, 0});
        QVERIFY(std::abs(seoul[0] - 200000) < 1 && std::abs(seoul[1] - 544500) < 5000);
        const cv::Vec3d back = korea->inverse(seoul);
        QVERIFY(std::abs(back[0] - 127) < 1e-9 && std::abs(back[1] - 37.5) < 1e-9);
    }

    void manyThreadsAtOnce()
    {
        const auto utm = Projection::toSystem("EPSG:32652");
        QVERIFY(utm);
        std::atomic<int> wrong = 0;
        tbb::parallel_for(0, 20000, [&](int i) {
            const cv::Vec3d place(128 + i * 1e-4, 34 + i * 1e-5, 0);
            if (!(cv::norm(utm->inverse(utm->forward(place)) - place) < 1e-8))
                ++wrong;
        });
        QCOMPARE(wrong.load(), 0);
    }

    void operations()
    {
        const auto turn = Projection::operation("+proj=axisswap +order=2,1");
        QVERIFY(turn);
        QVERIFY(cv::norm(turn->forward({1, 2, 3}) - cv::Vec3d(2, 1, 3)) < 1e-12);
        QVERIFY(!Projection::operation("+proj=nothing"));
        QVERIFY(!Projection::operation("+proj=vgridshift +grids=no-such-grid.tif"));
    }

    void systems()
    {
        QVERIFY(!Projection::toSystem("EPSG:999999"));
        QVERIFY(Projection::isProjectedInMetres("EPSG:32652"));
        QVERIFY(Projection::isProjectedInMetres("EPSG:5041"));
        for (const char* other : {"EPSG:4326", "EPSG:2263" /* feet */, "EPSG:-1", "nonsense"})
            QVERIFY2(!Projection::isProjectedInMetres(other), other);
    }

    void notDefinedThere()
    {
        const auto utm = Projection::toSystem("EPSG:32652");
        QVERIFY(!std::isfinite(utm->inverse({1e30, 1e30, 0})[0]));
    }
};

QTEST_APPLESS_MAIN(ProjectionTest)
#include "projection_test.moc"
