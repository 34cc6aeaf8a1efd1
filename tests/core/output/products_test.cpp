#include "output/products.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

#include "base/error.h"
#include "data/appearance.h"
#include "mosaic_grid.h"
#include "ogr/gdal_errors.h"
#include "raster/orthoimage.h"
#include "support/synthetic_flight.h"
#include "tables/summary.h"
#include "tables/telemetry_csv.h"

using namespace sheen;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

GDALDatasetUniquePtr openRaster(const QString& path)
{
    return GDALDatasetUniquePtr(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_RASTER));
}

GDALDatasetUniquePtr openVector(const QString& path)
{
    return GDALDatasetUniquePtr(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR));
}

/** The value of a band where a place on the sea lies; -1 outside. */
int valueAt(GDALDataset& raster, int band, const GroundPoint& place)
{
    const MapProjection projection(atoi(raster.GetSpatialRef()->GetAuthorityCode(nullptr)));
    const cv::Point2d point = projection.toMap(place);
    double transform[6];
    raster.GetGeoTransform(transform);
    const int column = static_cast<int>(std::floor((point.x - transform[0]) / transform[1]));
    const int row = static_cast<int>(std::floor((point.y - transform[3]) / transform[5]));
    unsigned char value = 0;
    if (column < 0 || row < 0 || column >= raster.GetRasterXSize() || row >= raster.GetRasterYSize() ||
        raster.GetRasterBand(band)->RasterIO(GF_Read, column, row, 1, 1, &value, 1, 1, GDT_Byte, 0, 0,
                                             nullptr) != CE_None)
        return -1;
    return value;
}

GroundPoint seenAt(const FrameRecord& record, cv::Point2d pixel)
{
    return *CameraModel(*record.telemetry.pose, record.pictureSize).toGround(pixel);
}

}  // namespace

class ProductsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    RunFacts m_facts = SyntheticFlight::facts();
    std::vector<FrameRecord> m_frames = SyntheticFlight::records(4);
    std::vector<Slick> m_slicks;
    SyntheticFlight m_flight{4};

    ProductInput input() const
    {
        return {m_facts, m_frames, m_slicks, &m_flight, MosaicOrder::Sharpest, SyntheticFlight::maskPng};
    }
    QString fresh() const
    {
        static int number = 0;
        return m_folder.filePath(QString::number(++number));
    }

private Q_SLOTS:
    void initTestCase();
    void namesOfProducts();
    void masksLieWhereThePictureSaysSo();
    void damagedMasksAreLeftOut();
    void framesLieWhereThePictureSaysSo();
    void mosaicTakesTheSharpestFrame();
    void mosaicTakesTheNewestFrameWhereWished();
    void longFlightGetsCoarserPixels();
    void withoutRecordingThereAreStillMasks();
    void withoutPlacedFrames();
    void shapefile();
    void sumsAreTheSameEverywhere();
    void geoJson();
    void slicksAcrossTheAntimeridian();
    void kml();
    void emptyVectorFiles();
    void telemetryTable();
    void summary();
    void fullDiskKeepsWhatWasThere();
    void folderThatCannotBeWritten();
    void cancelStopsBetweenFiles();
};

void ProductsTest::initTestCase()
{
    registerGdal();
    m_slicks = {SyntheticFlight::slick(1, m_frames[0]), SyntheticFlight::slick(2, m_frames[1]),
                SyntheticFlight::slick(3, m_frames[2])};
    m_slicks[1].areas[0].classValue = 3;
    m_slicks[1].areas[0].className = QStringLiteral("dark oil");
    m_slicks[1].areas[0].code = 5;
    m_slicks[1].decision = Decision::Accepted;
    m_slicks[1].note = QStringLiteral("배 옆");
    m_slicks[1].reviewer = QStringLiteral("김");
    m_slicks[2].areas[0].classValue = 4;
    m_slicks[2].areas[0].code = 0;
    m_slicks[2].decision = Decision::Rejected;
    for (Slick& slick : m_slicks)
        measure(slick);
}

void ProductsTest::namesOfProducts()
{
    QVERIFY(parseProducts(QStringLiteral("masks, KML,csv")) ==
            (std::set<Product>{Product::Masks, Product::Kml, Product::Csv}));
    QCOMPARE(productName(Product::GeoPackage), QStringLiteral("gpkg"));
    QCOMPARE(defaultProducts().size(), std::size_t(12));
    for (const Product asked : {Product::Frames, Product::Evidence, Product::Klv, Product::Training})
        QVERIFY(defaultProducts().count(asked) == 0);
    try {
        parseProducts(QStringLiteral("masks,maskz"));
        QFAIL("accepted");
    } catch (const Error& error) {
        QVERIFY(error.kind() == ErrorKind::Usage);
        QVERIFY(error.sentence().contains(QStringLiteral("maskz")));
    }
    QVERIFY_EXCEPTION_THROWN(parseProducts(QString()), Error);
}

void ProductsTest::masksLieWhereThePictureSaysSo()
{
    const QString folder = fresh();
    QVERIFY(writeProducts(input(), {Product::Masks}, folder).isEmpty());
    QCOMPARE(QDir(folder + QStringLiteral("/masks")).entryList(QDir::Files).size(), 4);
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("masks")});
    const auto raster = openRaster(folder + QStringLiteral("/masks/000002.tif"));
    QVERIFY(raster);
    QCOMPARE(raster->GetSpatialRef()->GetAuthorityCode(nullptr), "32652");
    GDALRasterBand* band = raster->GetRasterBand(1);
    QCOMPARE(band->GetNoDataValue(), 255.0);
    const GDALColorEntry* colour = band->GetColorTable()->GetColorEntry(oilClass);
    // That of code 2, as on the map.
    QCOMPARE(colour->c1, short((*appearanceColour(2))[0]));
    QCOMPARE(colour->c2, short((*appearanceColour(2))[1]));
    const FrameRecord& record = m_frames[2];
    QCOMPARE(valueAt(*raster, 1, seenAt(record, {151, 81})), oilClass);
    QCOMPARE(valueAt(*raster, 1, seenAt(record, {169, 99})), oilClass);
    QCOMPARE(valueAt(*raster, 1, seenAt(record, {148.5, 90})), 0);
    QCOMPARE(valueAt(*raster, 1, seenAt(record, {171.5, 90})), 0);
    QCOMPARE(valueAt(*raster, 1, seenAt(record, {160, 78.5})), 0);
    double transform[6];
    raster->GetGeoTransform(transform);
    QVERIFY(std::abs(transform[1] - record.groundSampleDistanceMetres) < 1e-6);

    m_frames.pop_back();
    const QStringList notes = writeProducts(input(), {Product::Masks}, folder);
    QCOMPARE(notes.size(), 1);
    QVERIFY(notes.first().contains(QStringLiteral("earlier run")));
    m_frames.push_back(SyntheticFlight::record(3));
}

/** A byte that went bad on the disk costs one mask, not the export. */
void ProductsTest::damagedMasksAreLeftOut()
{
    const QString folder = fresh();
    ProductInput damaged = input();
    damaged.masks = [](int frame) {
        QByteArray png = SyntheticFlight::maskPng(frame);
        if (frame == 1)
            png.truncate(png.size() / 2);
        else if (frame == 2)
            png[16] = png[20] = char(0x7f);  // it claims to be larger than can be
        return frame == 3 ? QByteArray("no image") : png;
    };
    writeProducts(damaged, {Product::Masks, Product::Mosaic}, folder);
    QCOMPARE(QDir(folder + QStringLiteral("/masks")).entryList(QDir::Files),
             QStringList{QStringLiteral("000000.tif")});
    QVERIFY(QFile::exists(folder + QStringLiteral("/mosaic.tif")));
}

void ProductsTest::framesLieWhereThePictureSaysSo()
{
    const QString folder = fresh();
    QVERIFY(writeProducts(input(), {Product::Frames}, folder).isEmpty());
    const auto raster = openRaster(folder + QStringLiteral("/frames/000001.tif"));
    QVERIFY(raster);
    QCOMPARE(raster->GetRasterCount(), 4);
    QCOMPARE(valueAt(*raster, 1, seenAt(m_frames[1], {160, 90})), 255);
    QCOMPARE(valueAt(*raster, 3, seenAt(m_frames[1], {160, 90})), 0);
    QCOMPARE(valueAt(*raster, 1, seenAt(m_frames[1], {100, 90})), 41);
    QCOMPARE(valueAt(*raster, 4, seenAt(m_frames[1], {100, 90})), 255);
}

void ProductsTest::mosaicTakesTheSharpestFrame()
{
    const QString folder = fresh();
    QVERIFY(writeProducts(input(), {Product::Mosaic}, folder).isEmpty());
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             (QStringList{QStringLiteral("mask_mosaic.tif"), QStringLiteral("mosaic.tif")}));
    const auto mosaic = openRaster(folder + QStringLiteral("/mosaic.tif"));
    const auto masks = openRaster(folder + QStringLiteral("/mask_mosaic.tif"));
    QVERIFY(mosaic && masks);
    for (int i = 0; i < 4; ++i) {
        // Right below the camera each frame shows itself.
        QCOMPARE(valueAt(*masks, 1, seenAt(m_frames[std::size_t(i)], {160, 90})), oilClass);
        const int red = valueAt(*mosaic, 1, seenAt(m_frames[std::size_t(i)], {100, 90}));
        QVERIFY2(std::abs(red - (40 + i)) <= 2, qPrintable(QString::number(red)));
    }
    QCOMPARE(masks->GetRasterBand(1)->GetNoDataValue(), 255.0);
    QVERIFY(masks->GetRasterBand(1)->GetColorTable());
    QCOMPARE(valueAt(*masks, 1, seenAt(m_frames[0], {100, 90})), 0);
    // The mask tells where nothing was seen.
    unsigned char corner = 1;
    QCOMPARE(mosaic->GetRasterBand(1)->GetMaskBand()->RasterIO(GF_Read, 0, 0, 1, 1, &corner, 1, 1, GDT_Byte,
                                                               0, 0, nullptr),
             CE_None);
    QVERIFY(corner == 0 || corner == 255);
    QVERIFY(mosaic->GetRasterBand(1)->GetMaskFlags() & (GMF_PER_DATASET | GMF_ALPHA));
}

void ProductsTest::mosaicTakesTheNewestFrameWhereWished()
{
    const QString folder = fresh();
    ProductInput newest = input();
    newest.mosaicOrder = MosaicOrder::Newest;
    writeProducts(newest, {Product::Mosaic}, folder);
    const auto masks = openRaster(folder + QStringLiteral("/mask_mosaic.tif"));
    QVERIFY(masks);
    // Only the last frame still shows the oil below its camera; the others' is covered by the next frame's
    // water.
    const std::size_t last = m_frames.size() - 1;
    for (std::size_t i = 0; i < m_frames.size(); ++i)
        QCOMPARE(valueAt(*masks, 1, seenAt(m_frames[i], {160, 90})), i == last ? oilClass : 0);
    QVERIFY_EXCEPTION_THROWN(parseMosaicOrder(QStringLiteral("oldest")), Error);
}

void ProductsTest::longFlightGetsCoarserPixels()
{
    const auto near = SyntheticFlight::records(4);
    QString note;
    const MapGrid usual = mosaicGrid(placedFrames(near), MapProjection(32652), &note);
    QVERIFY(note.isEmpty());
    QVERIFY(std::abs(usual.pixelSizeMetres - near[0].groundSampleDistanceMetres) < 0.01);

    const std::vector<FrameRecord> far = {SyntheticFlight::record(0, 126.1),
                                          SyntheticFlight::record(1500, 131.9)};
    const MapGrid grid = mosaicGrid(placedFrames(far), MapProjection(32652), &note);
    QVERIFY(note.contains(QStringLiteral("The flight is long")));
    QVERIFY(double(grid.size.width) * grid.size.height <= 1e10);
    for (const PlacedFrame& frame : placedFrames(far))
        QVERIFY(!windowOf(frame, MapProjection(32652), grid).empty());
}

void ProductsTest::withoutRecordingThereAreStillMasks()
{
    const QString folder = fresh();
    ProductInput withoutFlight = input();
    withoutFlight.flight = nullptr;
    const QStringList notes =
        writeProducts(withoutFlight, {Product::Masks, Product::Mosaic, Product::Frames}, folder);
    QCOMPARE(notes.size(), 1);
    QVERIFY(notes.first().contains(QStringLiteral("not at hand")));
    QVERIFY(QFile::exists(folder + QStringLiteral("/mask_mosaic.tif")));
    QVERIFY(!QFile::exists(folder + QStringLiteral("/mosaic.tif")));
    const auto masks = openRaster(folder + QStringLiteral("/mask_mosaic.tif"));
    QCOMPARE(valueAt(*masks, 1, seenAt(m_frames[3], {160, 90})), oilClass);
}

void ProductsTest::withoutPlacedFrames()
{
    const QString folder = fresh();
    std::vector<FrameRecord> frames(1);
    const QStringList notes =
        writeProducts({m_facts, frames, {}, &m_flight},
                      {Product::Masks, Product::Mosaic, Product::Frames, Product::Csv}, folder);
    QCOMPARE(notes.size(), 1);
    QVERIFY(notes.first().contains(QStringLiteral("No frame could be placed")));
    QVERIFY(QFile::exists(folder + QStringLiteral("/telemetry.csv")));
}

void ProductsTest::shapefile()
{
    const QString folder = fresh();
    writeProducts(input(), {Product::Shapefile}, folder);
    QCOMPARE(contents(folder + QStringLiteral("/slicks.cpg")), QByteArray("UTF-8"));
    QVERIFY(contents(folder + QStringLiteral("/slicks.prj")).contains("WGS_1984"));
    const auto dataset = openVector(folder + QStringLiteral("/slicks.shp"));
    QVERIFY(dataset);
    OGRLayer* layer = dataset->GetLayer(0);
    QCOMPARE(layer->GetFeatureCount(), GIntBig(3));
    QStringList names;
    for (int i = 0; i < layer->GetLayerDefn()->GetFieldCount(); ++i)
        names << QString::fromLatin1(layer->GetLayerDefn()->GetFieldDefn(i)->GetNameRef());
    QCOMPARE(
        names.join(QLatin1Char(',')),
        QStringLiteral(
            "id,decision,taken_for,look_alike,origin,length_m,width_m,orient_deg,overall_m2,cover_pct,oiled_"
            "m2,"
            "code1_pct,code2_pct,code3_pct,code4_pct,code5_pct,other_pct,min_m3,max_m3,vol_note,form,"
            "latitude,longitude,pos_err_m,area_err,unseen_m2,confidence,first_fram,last_frame,best_frame,"
            "first_utc,last_utc,sensors,reviewer,review_utc,note"));
    const OGRFeatureUniquePtr first(layer->GetNextFeature());
    QCOMPARE(first->GetFieldAsDouble("oiled_m2"), m_slicks[0].measures.oiledSquareMetres);
    QCOMPARE(first->GetFieldAsDouble("length_m"), m_slicks[0].measures.lengthMetres);
    QCOMPARE(first->GetFieldAsDouble("min_m3"), *m_slicks[0].measures.minimumVolumeCubicMetres);
    QCOMPARE(first->GetFieldAsDouble("max_m3"), *m_slicks[0].measures.maximumVolumeCubicMetres);
    QCOMPARE(first->GetFieldAsDouble("code2_pct"), 100.0);
    QCOMPARE(first->GetFieldAsDouble("confidence"), 0.8125);
    QCOMPARE(first->GetFieldAsString("decision"), "undecided");
    const OGRFeatureUniquePtr second(layer->GetNextFeature());
    QVERIFY(second->IsFieldNull(second->GetFieldIndex("max_m3")));
    QCOMPARE(second->GetFieldAsString("vol_note"), "no_upper_bound");
    QCOMPARE(second->GetFieldAsString("decision"), "accepted");
    QCOMPARE(QString::fromUtf8(second->GetFieldAsString("note")), m_slicks[1].note);
    QCOMPARE(QString::fromUtf8(second->GetFieldAsString("reviewer")), m_slicks[1].reviewer);
    const OGRFeatureUniquePtr third(layer->GetNextFeature());
    QVERIFY(third->IsFieldNull(third->GetFieldIndex("min_m3")));

    const auto areas = openVector(folder + QStringLiteral("/appearances.shp"));
    QVERIFY(areas);
    QCOMPARE(areas->GetLayer(0)->GetFeatureCount(), GIntBig(3));
    const OGRFeatureUniquePtr area(areas->GetLayer(0)->GetNextFeature());
    QCOMPARE(QString::fromUtf8(area->GetFieldAsString("class_name")), m_slicks[0].areas[0].className);
    QCOMPARE(area->GetFieldAsDouble("area_m2"), m_slicks[0].areas[0].areaSquareMetres);
    QCOMPARE(area->GetFieldAsInteger("slick_id"), 1);
}

void ProductsTest::sumsAreTheSameEverywhere()
{
    const QString folder = fresh();
    writeProducts(input(), {Product::Shapefile, Product::GeoJson, Product::Kml}, folder);
    writeSummary(m_facts, m_slicks, folder + QStringLiteral("/summary.json"));
    const auto sum = [&](const char* file, const char* field) {
        const auto dataset = openVector(folder + QLatin1String(file));
        double whole = 0;
        for (OGRLayer* layer : dataset->GetLayers()) {
            for (const auto& feature : *layer)
                whole += feature->GetFieldAsDouble(field);
        }
        return QString::number(whole, 'f', 2);
    };
    const QString oiled = sum("/slicks.shp", "oiled_m2");
    QCOMPARE(sum("/slicks.geojson", "oiled_m2"), oiled);
    QCOMPARE(sum("/slicks.kml", "oiled_m2"), oiled);
    QCOMPARE(sum("/appearances.shp", "area_m2"), oiled);
    QCOMPARE(sum("/appearances.geojson", "area_m2"), oiled);
    const QJsonObject totals = QJsonDocument::fromJson(contents(folder + QStringLiteral("/summary.json")))
                                   .object()["slicks"]
                                   .toObject();
    double whole = 0;
    for (const char* decision : {"undecided", "accepted", "rejected"})
        whole += totals[QLatin1String(decision)].toObject()["oiled_m2"].toDouble();
    QCOMPARE(QString::number(whole, 'f', 2), oiled);
}

/** GDAL writes a slick of one part as a polygon or, from 3.10 on, as a multipolygon of one. */
static const OGRPolygon* firstPolygon(const OGRGeometry& geometry)
{
    return wkbFlatten(geometry.getGeometryType()) == wkbMultiPolygon
               ? geometry.toMultiPolygon()->getGeometryRef(0)
               : geometry.toPolygon();
}

void ProductsTest::geoJson()
{
    const QString folder = fresh();
    writeProducts(input(), {Product::GeoJson}, folder);
    const QJsonObject json =
        QJsonDocument::fromJson(contents(folder + QStringLiteral("/slicks.geojson"))).object();
    const QJsonArray features = json.value(QStringLiteral("features")).toArray();
    QCOMPARE(features.size(), 3);
    const QJsonObject properties = features[1].toObject().value(QStringLiteral("properties")).toObject();
    QCOMPARE(properties.value(QStringLiteral("id")).toInt(), 2);
    QCOMPARE(properties.value(QStringLiteral("first_frame")).toInt(), 0);
    QCOMPARE(properties.value(QStringLiteral("position_error_m")).toDouble(), 12.5);
    QVERIFY(properties.value(QStringLiteral("max_m3")).isNull());
    const auto dataset = openVector(folder + QStringLiteral("/slicks.geojson"));
    const OGRFeatureUniquePtr feature(dataset->GetLayer(0)->GetNextFeature());
    const OGRLinearRing* ring = firstPolygon(*feature->GetGeometryRef())->getExteriorRing();
    QVERIFY(!ring->isClockwise());  // as RFC 7946 wants it
    QCOMPARE(ring->getNumPoints(), 5);
    for (const GroundPoint& corner : m_slicks[0].outline[0][0]) {
        bool found = false;
        for (int i = 0; i < ring->getNumPoints(); ++i)
            found = found || (std::abs(corner.longitudeDegrees - ring->getX(i)) < 1e-8 &&
                              std::abs(corner.latitudeDegrees - ring->getY(i)) < 1e-8);
        QVERIFY(found);
    }
}

void ProductsTest::slicksAcrossTheAntimeridian()
{
    for (const double west : {179.99, -180.01}) {
        Slick slick = m_slicks[0];
        reshape(slick, {{{{10, west}, {10.01, west}, {10.01, west + 0.02}, {10, west + 0.02}}}});
        const QString folder = fresh();
        writeProducts({m_facts, m_frames, {slick}, nullptr}, {Product::GeoJson}, folder);
        const auto dataset = openVector(folder + QStringLiteral("/slicks.geojson"));
        const OGRFeatureUniquePtr feature(dataset->GetLayer(0)->GetNextFeature());
        const OGRGeometry* geometry = feature->GetGeometryRef();
        QCOMPARE(wkbFlatten(geometry->getGeometryType()), wkbMultiPolygon);
        QCOMPARE(geometry->toMultiPolygon()->getNumGeometries(), 2);
        for (const OGRPolygon* part : *geometry->toMultiPolygon()) {
            OGREnvelope extent;
            part->getEnvelope(&extent);
            QVERIFY(std::abs(extent.MaxX - extent.MinX - 0.01) < 1e-6);
            QVERIFY(extent.MinX >= -180 && extent.MaxX <= 180);
        }
    }
}

void ProductsTest::kml()
{
    const QString folder = fresh();
    writeProducts(input(), {Product::Kml}, folder);
    const auto dataset = openVector(folder + QStringLiteral("/slicks.kml"));
    QVERIFY(dataset);
    // A folder for each slick, with the slick and its area.
    QCOMPARE(dataset->GetLayerCount(), 3);
    QCOMPARE(dataset->GetLayer(0)->GetFeatureCount(), GIntBig(2));
    const OGRFeatureUniquePtr first(dataset->GetLayer(0)->GetNextFeature());
    QVERIFY(QString::fromUtf8(first->GetFieldAsString("Name")).contains(QLatin1Char('1')));
    const OGRFeatureUniquePtr area(dataset->GetLayer(0)->GetNextFeature());
    QVERIFY(QString::fromUtf8(area->GetFieldAsString("Name")).contains(m_slicks[0].areas[0].className));
    QVERIFY(contents(folder + QStringLiteral("/slicks.kml")).contains("ffe14bbe"));  // aabbggrr of code 2
}

void ProductsTest::emptyVectorFiles()
{
    const QString folder = fresh();
    writeProducts({m_facts, m_frames, {}, nullptr}, {Product::Kml, Product::GeoJson, Product::Shapefile},
                  folder);
    for (const char* name : {"slicks.kml", "slicks.geojson", "slicks.shp"}) {
        const auto dataset = openVector(folder + QLatin1Char('/') + QLatin1String(name));
        QVERIFY2(dataset, name);
        QVERIFY2(dataset->GetLayerCount() == 0 || dataset->GetLayer(0)->GetFeatureCount() == 0, name);
    }
}

void ProductsTest::telemetryTable()
{
    const QString path = m_folder.filePath(QStringLiteral("telemetry.csv"));
    writeTelemetryCsv(m_frames, path);
    const QStringList lines = QString::fromUtf8(contents(path)).split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 6);
    QVERIFY(lines[0].startsWith(QStringLiteral(
        "frame,time_s,utc,quality,platform_latitude_deg,platform_longitude_deg,platform_altitude_m,"
        "platform_heading_deg,sensor,focal_length_mm,horizontal_fov_deg,target_latitude_deg,target_longitude_"
        "deg,"
        "target_elevation_m,target_bearing_deg,slant_range_m,camera_bearing_deg,camera_depression_deg,date_"
        "raw,"
        "time_raw,zone_raw,sensor_raw,focal_length_raw,platform_latitude_raw,platform_longitude_raw,"
        "platform_altitude_raw,platform_heading_raw,target_latitude_raw,target_longitude_raw,target_"
        "elevation_raw,"
        "target_bearing_raw,slant_range_raw,")));
    QVERIFY2(lines[2].startsWith(QStringLiteral(
                 "1,1,2026-06-07T01:30:01.000Z,read,34.5005,,300,0,EOW,,40,,,,,,0,90,,,\"UTC+0.0, "
                 "\"\"late\"\"\",,,34.50000N,,984FT,0°,,,,,,0,34.5005,128,300,,,,,,")),
             qPrintable(lines[2]));
}

void ProductsTest::summary()
{
    const QString path = m_folder.filePath(QStringLiteral("summary.json"));
    writeSummary(m_facts, m_slicks, path);
    const QJsonObject json = QJsonDocument::fromJson(contents(path)).object();
    QCOMPARE(json.value(QStringLiteral("version")).toString(), QStringLiteral("0.1.0"));
    QCOMPARE(json.value(QStringLiteral("frames"))
                 .toObject()
                 .value(QStringLiteral("issues"))
                 .toObject()
                 .value(QStringLiteral("overlay_hidden"))
                 .toInt(),
             2);
    const QJsonArray classes = json.value(QStringLiteral("classes")).toArray();
    QCOMPARE(classes.size(), 2);  // what was rejected is of none
    QCOMPARE(classes[0].toObject().value(QStringLiteral("area_m2")).toDouble(),
             m_slicks[0].measures.oiledSquareMetres);
    QCOMPARE(classes[0].toObject().value(QStringLiteral("max_m3")).toDouble(),
             *m_slicks[0].measures.maximumVolumeCubicMetres);
    QVERIFY(classes[1].toObject().value(QStringLiteral("max_m3")).isNull());
    const QJsonObject slicks = json.value(QStringLiteral("slicks")).toObject();
    QCOMPARE(slicks["accepted"].toObject()["slicks"].toInt(), 1);
    QCOMPARE(slicks["rejected"].toObject()["oiled_m2"].toDouble(), m_slicks[2].measures.oiledSquareMetres);
    QCOMPARE(slicks["undecided"].toObject()["oiled_m2"].toDouble(), m_slicks[0].measures.oiledSquareMetres);
}

void ProductsTest::fullDiskKeepsWhatWasThere()
{
    const QString folder = fresh();
    QDir().mkpath(folder + QStringLiteral("/masks"));
    const QStringList files = {QStringLiteral("slicks.geojson"), QStringLiteral("slicks.kml"),
                               QStringLiteral("slicks.shp"),     QStringLiteral("masks/000000.tif"),
                               QStringLiteral("mosaic.tif"),     QStringLiteral("telemetry.csv")};
    for (const QString& file : files)
        writeFile(folder + QLatin1Char('/') + file, "before");
    const std::vector<std::pair<Product, rlim_t>> cases = {{Product::GeoJson, 100},   {Product::Kml, 100},
                                                           {Product::Shapefile, 100}, {Product::Masks, 300},
                                                           {Product::Mosaic, 300},    {Product::Csv, 100}};
    bool failed = false;
    for (const auto& [product, bytes] : cases) {
        const pid_t child = fork();
        if (child == 0) {
            signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{bytes, RLIM_INFINITY};
            setrlimit(RLIMIT_FSIZE, &limit);
            int code = 1;
            try {
                writeProducts(input(), {product}, folder);
            } catch (const Error& error) {
                code = error.kind() == ErrorKind::Stopped && error.sentence().contains(folder) ? 0 : 2;
            }
            _exit(code);
        }
        int status = 0;
        waitpid(child, &status, 0);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
            qWarning("%s ends in %d", qPrintable(productName(product)), status);
        failed = failed || status != 0;
    }
    QVERIFY(!failed);
    for (const QString& file : files)
        QCOMPARE(contents(folder + QLatin1Char('/') + file), QByteArray("before"));
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 6);

    writeProducts(input(), {Product::GeoJson, Product::Masks}, folder);
    QVERIFY(contents(folder + QStringLiteral("/slicks.geojson")).size() > 100);
    QVERIFY(contents(folder + QStringLiteral("/masks/000000.tif")).size() > 100);
}

void ProductsTest::folderThatCannotBeWritten()
{
    const QString file = m_folder.filePath(QStringLiteral("a file"));
    writeFile(file, "x");
    try {
        writeProducts(input(), defaultProducts(), file + QStringLiteral("/out"));
        QFAIL("written");
    } catch (const Error& error) {
        QVERIFY(error.kind() == ErrorKind::Stopped);
        QVERIFY(error.sentence().contains(file));
    }
    QCOMPARE(contents(file), QByteArray("x"));
}

void ProductsTest::cancelStopsBetweenFiles()
{
    const QString folder = fresh();
    Cancel cancel;
    writeProducts(
        input(), defaultProducts(), folder,
        [&cancel](Product product, double share) {
            if (product == Product::GeoJson && share == 1)
                cancel.request();
        },
        &cancel);
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             (QStringList{QStringLiteral("appearances.geojson"), QStringLiteral("slicks.geojson"),
                          QStringLiteral("telemetry.csv")}));
}

QTEST_GUILESS_MAIN(ProductsTest)
#include "products_test.moc"
