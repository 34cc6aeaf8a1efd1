// Land in the sea: rasters of heights, and rays that meet them.

#include "terrain/elevation_model.h"

#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <random>

#include "base/error.h"
#include "camera/footprint.h"
#include "geo/geodesy.h"
#include "geo/geoid.h"
#include "raster/orthoimage.h"
#include "support/camera_poses.h"
#include "support/height_raster.h"
#include "terrain/terrain_ray.h"

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr double west = 8, north = 55;  // of the rasters in degrees
/** In degrees. */
HeightRaster rasterHere()
{
    HeightRaster raster;
    raster.left = west;
    raster.top = north;
    return raster;
}

/** Hills of 300 m, 2 km from crest to crest, on land that begins at 8.1 east. */
double hills(double longitude, double latitude)
{
    if (longitude < 8.1)
        return 0;
    return 150 + 75 * std::sin((longitude - 8.1) * 200) + 75 * std::sin((latitude - north) * 350);
}

/** What firstOnLand() does, in steps of centimetres. */
std::optional<double> slowly(const ElevationModel& land, const cv::Vec3d& camera, const cv::Vec3d& sea)
{
    const double length = cv::norm(sea - camera);
    ElevationModel::Sampler sampler(land);
    for (double along = 0; along < length; along += 0.2) {
        const auto [place, height] = groundAndHeightFromEcef(camera + (sea - camera) * (along / length));
        if (height <= sampler.heightMetres(place))
            return along;
    }
    return length;
}

}  // namespace

class ElevationModelTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_count = 0;

    QString write(const HeightRaster& raster)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.tif").arg(m_count++));
        raster.write(path);
        return path;
    }

    std::shared_ptr<const ElevationModel> hillyCoast()
    {
        HeightRaster plan = rasterHere();
        plan.height = hills;
        return ElevationModel::open(write(plan));
    }

private Q_SLOTS:
    void ecefAndBack()
    {
        for (const double latitude : {-90.0, -45.3, 0.0, 12.0, 89.9999}) {
            for (const double height : {-400.0, 0.0, 812.5, 9000.0, 18000.0}) {
                const auto [place, found] = groundAndHeightFromEcef(toEcef({latitude, 130}, height));
                QVERIFY(std::abs(found - height) < 1e-3);
                QVERIFY(std::abs(place.latitudeDegrees - latitude) < 1e-9);
            }
        }
    }

    void heightsAreThoseOfTheFile()
    {
        HeightRaster plan = rasterHere();
        plan.height = [](double x, double y) { return 1000 * (x - west) + 2000 * (north - y); };
        const auto land = ElevationModel::open(write(plan));
        std::mt19937 random(3);
        std::uniform_real_distribution<double> across(0.002, 0.298), down(0.002, 0.198);
        for (int i = 0; i < 500; ++i) {
            const double x = across(random), y = down(random);
            const double height = land->heightMetres({north - y, west + x});
            QVERIFY2(std::abs(height - (1000 * x + 2000 * y)) < 0.01, qPrintable(QString::number(height)));
        }
        QVERIFY(land->covers({north - 0.1, west + 0.1}) && !land->covers({north + 0.1, west + 0.1}));
        QVERIFY(land->covers({north - 0.1, west + 0.1 + 360}));
        QCOMPARE(land->heightMetres({north - 0.1, west - 0.1}), 0.0);
        QCOMPARE(land->heightMetres({-90, 0}), 0.0);
        QCOMPARE(land->heightMetres({std::nan(""), 0}), 0.0);
    }

    void whatHasNoValueOrLiesDeepIsSea()
    {
        HeightRaster plan = rasterHere();
        plan.height = [](double x, double) { return x < west + 0.1 ? -9999 : x < west + 0.2 ? -40 : 80; };
        const auto land = ElevationModel::open(write(plan));
        QCOMPARE(land->heightMetres({north - 0.05, west + 0.05}), 0.0);
        QCOMPARE(land->heightMetres({north - 0.05, west + 0.15}), 0.0);
        QCOMPARE(land->heightMetres({north - 0.05, west + 0.25}), 80.0);
    }

    void anyCoordinateSystemServes()
    {
        HeightRaster plan = rasterHere();
        plan.system = "EPSG:32632";
        plan.left = 480000;
        plan.top = 6090000;
        plan.cell = 30;
        plan.height = [](double x, double y) { return (x - 480000) / 20 + (6090000 - y) / 50; };
        const auto land = ElevationModel::open(write(plan));
        const MapProjection projection(32632);
        for (const cv::Point2d offset : {cv::Point2d(1000, -800), cv::Point2d(4000, -3000), {8000, -5500}}) {
            const GroundPoint place = projection.toGround(cv::Point2d(480000, 6090000) + offset);
            const double height = land->heightMetres(place);
            QVERIFY2(std::abs(height - offset.x / 20 + offset.y / 50) < 1,
                     qPrintable(QString::number(height)));
        }
    }

    void heightsAboveTheEllipsoidComeDown()
    {
        const Geoid* geoid = Geoid::installed();
        if (!geoid)
            QSKIP("PROJ has no geoid here.");
        HeightRaster plan = rasterHere();
        plan.system = "EPSG:4979";
        plan.height = [](double, double) { return 200; };
        const GroundPoint place{north - 0.1, west + 0.1};
        const double height = ElevationModel::open(write(plan))->heightMetres(place);
        QVERIFY2(std::abs(height - (200 - geoid->heightMetres(place))) < 0.1,
                 qPrintable(QString::number(height)));
    }

    void whatCannotServeIsRefused()
    {
        const auto refused = [](const QString& path) {
            try {
                ElevationModel::open(path);
            } catch (const Error& error) {
                return error.kind() == ErrorKind::Unreadable && error.sentence().contains(path);
            }
            return false;
        };
        QVERIFY(refused(m_folder.filePath(QStringLiteral("nowhere.tif"))));
        try {
            ElevationModel::open(m_folder.filePath(QStringLiteral("nowhere.tif")));
        } catch (const Error& error) {
            QVERIFY2(error.sentence().startsWith(QLatin1String("There is no file")),
                     qPrintable(error.sentence()));
        }
        QFile text(m_folder.filePath(QStringLiteral("text.tif")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("no raster");
        text.close();
        QVERIFY(refused(text.fileName()));
        HeightRaster plan = rasterHere();
        plan.system = "";
        plan.height = hills;
        QVERIFY(refused(write(plan)));
        QVERIFY(refused(QString()));
    }

    /** A path may come with a workspace; GDAL takes some for addresses or for a description of a raster. */
    void onlyFilesAreOpened()
    {
        HeightRaster plan = rasterHere();
        plan.height = hills;
        const QString path = write(plan);
        QVERIFY(ElevationModel::open(path));
        for (const QString& form : {QStringLiteral("GTIFF_DIR:1:%1"),
                                    QStringLiteral("/vsisubfile/0_100000000,%1"), QStringLiteral("vrt://%1")})
            QVERIFY_EXCEPTION_THROWN(ElevationModel::open(form.arg(path)), Error);
    }

    void tilesAreReadOnce()
    {
        const auto land = hillyCoast();
        QCOMPARE(ElevationModel::open(land->path()), land);
    }

    /** Against steps of 20 cm, from straight down to a few degrees. */
    void raysMeetWhatStandsInTheirWay()
    {
        const auto land = hillyCoast();
        std::mt19937 random(5);
        const auto between = [&random](double low, double high) {
            return std::uniform_real_distribution<double>(low, high)(random);
        };
        int onLand = 0, hidden = 0;
        for (int i = 0; i < 120; ++i) {
            const double depression = i % 3 ? between(3, 30) : between(30, 90);
            const CameraModel camera(poseAt(between(north - 0.15, north - 0.05), between(8.02, 8.2),
                                            between(400, 1500), between(0, 360), depression, 5),
                                     hd);
            const cv::Point2d pixel(between(0, 1280), between(0, 720));
            const auto sea = camera.toEcefPoint(pixel);
            if (!sea)
                continue;
            const auto found = firstOnLand(*land, camera.position(), *sea);
            QVERIFY(found);
            const double along = cv::norm(*found - camera.position());
            const double expected = *slowly(*land, camera.position(), *sea);
            // A crest that a ray only brushes between two steps of half a cell may be passed.
            hidden += along > expected + 0.3;
            QVERIFY2(along > expected - 0.3, qPrintable(QString("%1 %2").arg(along).arg(expected)));
            const auto [place, height] = groundAndHeightFromEcef(*found);
            QVERIFY(std::abs(height - land->heightMetres(place)) < 0.01);
            onLand += height > 1;
        }
        QVERIFY2(onLand > 40, qPrintable(QString::number(onLand)));
        QVERIFY2(hidden <= 2, qPrintable(QString::number(hidden)));
    }

    void aboveOpenSeaNothingChanges()
    {
        const auto land = hillyCoast();
        const CameraPose pose = poseAt(north - 0.1, 8.0, 900, 270, 40);
        const CameraModel plain(pose, hd), withLand(pose, hd, {}, land);
        for (const cv::Point2d pixel : {cv::Point2d(0, 0), cv::Point2d(640, 360), cv::Point2d(1200, 700)}) {
            QVERIFY(cv::norm(*plain.toEcefPoint(pixel) - *withLand.toEcefPoint(pixel)) < 1e-6);
            const auto back = withLand.toPixel(*withLand.toGround(pixel));
            QVERIFY(back && cv::norm(*back - pixel) < 1e-4);
        }
    }

    void landIsNearerThanTheSeaBehindIt()
    {
        const auto land = hillyCoast();
        // From the sea towards the coast: the hillside is where the picture shows it.
        const CameraPose pose = poseAt(north - 0.1, 8.05, 600, 90, 12, 30);
        const CameraModel plain(pose, hd), withLand(pose, hd, {}, land);
        const GroundPoint sea = *plain.toGround({640, 200}), slope = *withLand.toGround({640, 200});
        QVERIFY(slope.longitudeDegrees < sea.longitudeDegrees - 0.001);
        QVERIFY(land->heightMetres(slope) > 50);
        const auto pixel = withLand.toPixel(slope);
        QVERIFY(pixel && cv::norm(*pixel - cv::Point2d(640, 200)) < 0.01);
        QVERIFY(!footprintOf(withLand).outline.empty());
        // A camera inside a hill sees nothing.
        QVERIFY(!CameraModel(poseAt(north - 0.1, 8.2, 5, 90, 60), hd, {}, land).toGround({640, 360}));
    }

    void rastersLieOnTheLandAndStopBehindCrests()
    {
        HeightRaster plan = rasterHere();  // a wall 100 m high across the view, 400 m thick
        plan.cell = 0.0005;
        plan.height = [](double x, double) { return x > 8.02 && x < 8.026 ? 100 : 0; };
        const auto land = ElevationModel::open(write(plan));
        const CameraModel camera(poseAt(north - 0.05, 8.0, 600, 90, 25, 40), hd, {}, land);
        const MapProjection projection(32632);
        const Footprint footprint = footprintOf(camera);
        const MapGrid grid = gridFor(footprint.outline, projection, 5);
        const cv::Mat map = inverseMap(grid, projection, camera);
        const auto shownAt = [&](double longitude, double latitude) {
            const cv::Point2d place = projection.toMap({latitude, longitude});
            const cv::Point cell(int((place.x - grid.left) / 5), int((grid.top - place.y) / 5));
            return map.at<cv::Vec2f>(cell);
        };
        const double middle = north - 0.05;
        int good = 0;
        for (double longitude = 8.0135; longitude < 8.0255; longitude += 0.0005) {
            const cv::Vec2f shown = shownAt(longitude, middle);
            if (std::abs(longitude - 8.02) < 0.002)
                continue;  // the wall's face
            QVERIFY2(shown[0] >= 0, qPrintable(QString::number(longitude)));
            const auto there = camera.toGround({shown[0] + 0.5, shown[1] + 0.5});
            QVERIFY(there);
            good += cv::norm(toEcef(*there) - toEcef({middle, longitude})) < 12;
        }
        QVERIFY2(good >= 14, qPrintable(QString::number(good)));
        QCOMPARE(shownAt(8.029, middle), cv::Vec2f(-1, -1));  // in the wall's shadow
        QVERIFY(shownAt(8.036, middle)[0] >= 0);              // and beyond it
    }
};

QTEST_GUILESS_MAIN(ElevationModelTest)
#include "elevation_model_test.moc"
