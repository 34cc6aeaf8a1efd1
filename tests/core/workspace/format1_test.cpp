#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include "base/error.h"
#include "geo/local_plane.h"
#include "ogr/gdal_errors.h"
#include "workspace/workspace.h"

using namespace sheen;

namespace {

OGRLayer* addLayer(GDALDataset& dataset, const char* name, OGRwkbGeometryType type,
                   const std::vector<std::pair<const char*, OGRFieldType>>& columns)
{
    OGRSpatialReference reference;
    reference.importFromEPSG(4326);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayer* layer = dataset.CreateLayer(name, type == wkbNone ? nullptr : &reference, type, nullptr);
    for (const auto& [column, columnType] : columns) {
        OGRFieldDefn field(column, columnType);
        layer->CreateField(&field);
    }
    return layer;
}

void addFact(OGRLayer& facts, const char* name, const char* json)
{
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(facts.GetLayerDefn()));
    feature->SetField(0, name);
    feature->SetField(1, json);
    QCOMPARE(facts.CreateFeature(feature.get()), OGRERR_NONE);
}

/** A region from some metres east to others, 50 m from south to north. */
void addSlick(OGRLayer& layer, std::int64_t id, const char* status, const char* className, int code,
              double west, double east, const char* note)
{
    const LocalPlane plane({34.65, 128.25});
    OGRLinearRing ring;
    for (const auto& [x, y] : {std::pair(west, 0.0), {east, 0.0}, {east, 50.0}, {west, 50.0}, {west, 0.0}}) {
        const GroundPoint point = plane.toGround({x, y});
        ring.addPoint(point.longitudeDegrees, point.latitudeDegrees);
    }
    OGRPolygon polygon;
    polygon.addRing(&ring);
    OGRMultiPolygon outline;
    outline.addGeometry(&polygon);
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer.GetLayerDefn()));
    feature->SetFID(static_cast<GIntBig>(id));
    feature->SetField("id", static_cast<GIntBig>(id));
    feature->SetField("class", code);
    feature->SetField("class_name", className);
    feature->SetField("code", code);
    feature->SetField("area_m2", 50 * (east - west));
    feature->SetField("confidence", 0.5);
    feature->SetField("first_frame", 3);
    feature->SetField("last_frame", 9);
    feature->SetField("best_frame", 5);
    feature->SetField("frame_count", 7);
    feature->SetField("status", status);
    feature->SetField("note", note);
    feature->SetGeometry(&outline);
    QCOMPARE(layer.CreateFeature(feature.get()), OGRERR_NONE);
}

/** A workspace as the first version wrote it: two frames, one of them with a place, a mask and oil. */
void writeFormat1(const QString& path)
{
    registerGdal();
    const GDALDatasetUniquePtr dataset(GetGDALDriverManager()->GetDriverByName("GPKG")->Create(
        path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRLayer* slicks = addLayer(*dataset, "slicks", wkbMultiPolygon,
                                {{"id", OFTInteger64},
                                 {"class", OFTInteger},
                                 {"class_name", OFTString},
                                 {"code", OFTInteger},
                                 {"area_m2", OFTReal},
                                 {"confidence", OFTReal},
                                 {"first_frame", OFTInteger},
                                 {"last_frame", OFTInteger},
                                 {"status", OFTString},
                                 {"position_error_m", OFTReal},
                                 {"best_frame", OFTInteger},
                                 {"frame_count", OFTInteger},
                                 {"note", OFTString}});
    // Two regions of one body, decided alike; one within it that was rejected; one drawn far away.
    addSlick(*slicks, 4, "new", "무지개", 1, 0, 100, "");
    addSlick(*slicks, 5, "edited", "검은 기름", 5, 100, 140, "옆");
    addSlick(*slicks, 6, "rejected", "무지개", 1, 150, 160, "그림자");
    addSlick(*slicks, 7, "drawn", "무지개", 1, 900, 950, "");

    OGRLayer* detections = addLayer(*dataset, "detections", wkbMultiPolygon,
                                    {{"frame", OFTInteger},
                                     {"class", OFTInteger},
                                     {"class_name", OFTString},
                                     {"confidence", OFTReal},
                                     {"area_m2", OFTReal},
                                     {"outline_px", OFTBinary}});
    OGRLinearRing ring;
    for (const auto& [x, y] :
         {std::pair(1.0, 2.0), std::pair(1.0, 9.5), std::pair(8.0, 9.0), std::pair(1.0, 2.0)})
        ring.addPoint(x, y);
    OGRPolygon outline;
    outline.addRing(&ring);
    const OGRGeometry& base = outline;  // GDAL 3.10 hides this one in the classes derived from it
    std::vector<unsigned char> wkb(base.WkbSize());
    base.exportToWkb(wkbNDR, wkb.data());
    const OGRFeatureUniquePtr detection(OGRFeature::CreateFeature(detections->GetLayerDefn()));
    detection->SetField(0, 15);
    detection->SetField(1, 2);
    detection->SetField(2, "무지개");
    detection->SetField(3, 0.75);
    detection->SetField(4, 1200.5);
    detection->SetField(5, int(wkb.size()), wkb.data());
    QCOMPARE(detections->CreateFeature(detection.get()), OGRERR_NONE);

    OGRLayer* frames = addLayer(*dataset, "frames", wkbPolygon,
                                {{"frame", OFTInteger},
                                 {"time_s", OFTReal},
                                 {"utc", OFTString},
                                 {"quality", OFTString},
                                 {"position_error_m", OFTReal},
                                 {"gsd_m", OFTReal},
                                 {"centre_lat", OFTReal},
                                 {"centre_lon", OFTReal},
                                 {"width_px", OFTInteger},
                                 {"height_px", OFTInteger},
                                 {"file", OFTString},
                                 {"issues", OFTString},
                                 {"telemetry", OFTString},
                                 {"mask", OFTBinary}});
    for (const int number : {0, 15}) {
        const OGRFeatureUniquePtr frame(OGRFeature::CreateFeature(frames->GetLayerDefn()));
        frame->SetField(0, number);
        frame->SetField(1, number / 30.0);
        frame->SetField(4, 6.5);
        frame->SetField(8, 1280);
        frame->SetField(9, 720);
        frame->SetField(11, "[\"흐림\"]");
        if (number == 15) {
            frame->SetField(12, R"({"quality":"read","sensor":"EOW","sea_level_m":1.5,
                "reading":{"frame":15,"source":"read","fields":{"zone":{"text":"UTC"}}},
                "values":{"platform_altitude":300.25},"pose":{"source":"read","latitude_deg":34.5,
                "longitude_deg":128.125,"height_m":298.75,"roll_deg":0.5,"fov_error_deg":0.25}})");
            frame->SetField(13, 4, "\x89PNG");
        }
        QCOMPARE(frames->CreateFeature(frame.get()), OGRERR_NONE);
    }
    addLayer(*dataset, "track", wkbPoint,
             {{"frame", OFTInteger},
              {"time_s", OFTReal},
              {"utc", OFTString},
              {"height_m", OFTReal},
              {"heading_deg", OFTReal},
              {"camera_bearing_deg", OFTReal},
              {"camera_depression_deg", OFTReal},
              {"horizontal_fov_deg", OFTReal},
              {"quality", OFTString}});
    OGRLayer* edits = addLayer(*dataset, "edits", wkbNone,
                               {{"time", OFTString},
                                {"person", OFTString},
                                {"action", OFTString},
                                {"slicks", OFTString},
                                {"description", OFTString},
                                {"removed", OFTString}});
    const OGRFeatureUniquePtr edit(OGRFeature::CreateFeature(edits->GetLayerDefn()));
    edit->SetField(1, "김");
    edit->SetField(2, "accept");
    edit->SetField(3, "[4]");
    QCOMPARE(edits->CreateFeature(edit.get()), OGRERR_NONE);
    OGRLayer* facts = addLayer(*dataset, "facts", wkbNone, {{"name", OFTString}, {"value", OFTString}});
    addFact(*facts, "format", R"({"application":"Sheen","version":1})");
    addFact(*facts, "run", R"({"flight_path":"/flights/a.mp4","flight_name":"a","frames_done":2})");
    addFact(*facts, "model", R"({"name":"first"})");
    addFact(*facts, "settings", R"({"stride":4})");
    addFact(*facts, "kept_points", R"({"first":"부표"})");
    OGRLayer* counters =
        addLayer(*dataset, "counters", wkbNone, {{"name", OFTString}, {"value", OFTInteger64}});
    const OGRFeatureUniquePtr counter(OGRFeature::CreateFeature(counters->GetLayerDefn()));
    counter->SetFID(1);
    counter->SetField(0, "slick_id");
    counter->SetField(1, 11);
    QCOMPARE(counters->CreateFeature(counter.get()), OGRERR_NONE);
}

}  // namespace

class Format1Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsBroughtAlongAndTheFileKept()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sheen.gpkg"));
        writeFormat1(path);
        QVERIFY(Workspace::isWorkspace(path));
        QCOMPARE(Workspace::factsOf(path)->flightName, QStringLiteral("a"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);  // looking changes nothing

        QString kept;
        const auto workspace = Workspace::open(path, &kept);
        QCOMPARE(kept, folder.filePath(QStringLiteral("sheen.1.gpkg")));
        const std::vector<FrameRecord> frames = workspace->frames();
        QCOMPARE(frames.size(), std::size_t(2));
        QCOMPARE(frames[0].issues, (std::vector<Issue>{{IssueKind::Text, {QStringLiteral("흐림")}}}));
        QVERIFY(!frames[0].telemetry.pose);
        const FrameRecord& frame = frames[1];
        QCOMPARE(frame.frame, 15);
        QCOMPARE(frame.timeSeconds, 0.5);
        QCOMPARE(frame.positionErrorMetres, 6.5);
        QCOMPARE(frame.telemetry.sensor, QStringLiteral("EOW"));
        QCOMPARE(frame.telemetry.reading.fields[2].text, QStringLiteral("UTC"));
        QCOMPARE(*frame.telemetry.values[7], 300.25);
        QCOMPARE(frame.telemetry.seaLevelMetres, 1.5);
        QCOMPARE(frame.telemetry.pose->latitudeDegrees, 34.5);
        QCOMPARE(frame.telemetry.pose->longitudeDegrees, 128.125);
        QCOMPARE(frame.telemetry.pose->heightMetres, 298.75);
        QCOMPARE(frame.telemetry.pose->rollDegrees, 0.5);
        QCOMPARE(frame.telemetry.pose->fovErrorDegrees, 0.25);
        QVERIFY(frame.telemetry.pose->source == Quality::Read);
        QCOMPARE(frame.detections.size(), std::size_t(1));
        QCOMPARE(frame.detections[0].areaSquareMetres, 1200.5);
        QVERIFY(frame.detections[0].outline == (PixelPolygon{{{1, 2}, {1, 9.5}, {8, 9}}}));
        QCOMPARE(workspace->mask(15), QByteArray("\x89PNG"));
        QVERIFY(workspace->mask(0).isEmpty());
        QCOMPARE(workspace->edits().at(0).person, QStringLiteral("김"));
        QCOMPARE(workspace->kept(QStringLiteral("points"))[QLatin1String("first")].toString(),
                 QStringLiteral("부표"));
        QCOMPARE(workspace->facts().model.name, QStringLiteral("first"));
        QCOMPARE(workspace->nextSlickId(), std::int64_t(12));

        QString again = QStringLiteral("something");
        Workspace::open(path, &again);
        QVERIFY(again.isEmpty());
        QVERIFY(Workspace::isWorkspace(kept));
    }

    void regionsBecomeBodiesOfOil()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sheen.gpkg"));
        writeFormat1(path);
        const auto workspace = Workspace::open(path);
        const std::vector<Slick> slicks = workspace->slicks();
        QCOMPARE(slicks.size(), std::size_t(3));
        QCOMPARE(slicks[0].id, std::int64_t(4));  // of its largest region
        QCOMPARE(slicks[0].areas.size(), std::size_t(2));
        QVERIFY(slicks[0].decision == Decision::Undecided);
        QVERIFY(slicks[0].origin == Origin::Edited);
        QCOMPARE(slicks[0].note, QStringLiteral("5: 옆"));
        QCOMPARE(slicks[0].areas[1].className, QStringLiteral("검은 기름"));
        QCOMPARE(slicks[0].areas[1].code, 5);
        QCOMPARE(slicks[0].areas[0].seen.frameCount, 7);
        QCOMPARE(slicks[0].seen.bestFrame, 5);
        QVERIFY(std::abs(slicks[0].measures.oiledSquareMetres - 7000) < 5);
        QCOMPARE(slicks[1].id, std::int64_t(6));
        QVERIFY(slicks[1].decision == Decision::Rejected);
        QCOMPARE(slicks[1].note, QStringLiteral("그림자"));
        QCOMPARE(slicks[2].id, std::int64_t(7));
        QVERIFY(slicks[2].origin == Origin::Drawn);
        const std::vector<Edit> edits = workspace->edits();
        QCOMPARE(edits.size(), std::size_t(2));
        QVERIFY(edits[1].description.contains(QStringLiteral("4, 5")));
    }

    void whereNothingCanBeWrittenItStaysAsItIs()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("sheen.gpkg"));
        writeFormat1(path);
        // Something that cannot be removed lies where the new file is made.
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("sheen.gpkg.part/x")));
        const qint64 size = QFileInfo(path).size();
        try {
            Workspace::open(path);
            QFAIL("opened");
        } catch (const Error& error) {
            QVERIFY(error.sentence().contains(path));
            QVERIFY(error.kind() == ErrorKind::Unreadable);
        }
        QCOMPARE(QFileInfo(path).size(), size);
        QVERIFY(Workspace::isWorkspace(path));
    }
};

QTEST_GUILESS_MAIN(Format1Test)
#include "format1_test.moc"
