#include "workspace/workspace.h"
#include "support/some_slick.h"
#include "workspace/teaching_memory.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

#include "base/error.h"
#include "telemetry_json.h"
#include "workspace_file.h"

using namespace sheen;

namespace {

RunFacts someFacts()
{
    RunFacts facts;
    facts.flightPath = QStringLiteral("/flights/울산 앞바다.mp4");
    facts.flightName = QStringLiteral("울산 앞바다");
    facts.sheenVersion = QStringLiteral("0.1.0");
    facts.startedAt = QDateTime(QDate(2026, 6, 7), QTime(1, 30, 0, 250), Qt::UTC);
    facts.model.name = QStringLiteral("first");
    facts.model.version = QStringLiteral("3");
    facts.model.sha256 = QStringLiteral("ab12");
    facts.model.path = QStringLiteral("/models/first.pt");
    facts.model.deviation = {1, 1, 1};
    facts.model.classes = {{0, QStringLiteral("water"), {0, 70, 140}, 0, false},
                           {2, QStringLiteral("rainbow"), {250, 128, 1}, 2, true}};
    facts.settings = {{QStringLiteral("stride"), 4}, {QStringLiteral("crs"), QStringLiteral("auto")}};
    facts.crsEpsg = 32652;
    facts.framesDone = 12;
    facts.framesPlaced = 11;
    facts.issueCounts = {{QStringLiteral("not_placed"), 1}};
    facts.pictureMotions = {{2, 4, {{300.25F, 200}, {640, 360}}, {{310, 260.5F}, {652, 421}}}};
    facts.motionChecks.emplace_back();
    facts.motionChecks.back().sensor = QStringLiteral("EOW");
    facts.motionChecks.back().pairs = 4;
    facts.stageWallSeconds = {{QStringLiteral("detect"), 1.25}};
    facts.stageCpuSeconds = {{QStringLiteral("detect"), 2.5}};
    facts.wallSeconds = 3.75;
    facts.peakMemoryMiB = 512.5;
    return facts;
}

FrameRecord someFrame(int number)
{
    FrameRecord record;
    record.frame = number;
    record.timeSeconds = number / 3.0;
    record.fileName = QStringLiteral("사진_%1.jpg").arg(number);
    record.pictureSize = {1280, 720};
    TelemetryRecord& telemetry = record.telemetry;
    telemetry.reading.frame = number;
    telemetry.reading.timeSeconds = number / 3.0;
    telemetry.reading.source = Quality::Read;
    telemetry.reading[OverlayField::PlatformLatitude] = {QStringLiteral("34.67200N"), 34.1 / 3, 0.9,
                                                         QRectF(10.5, 20, 100, 30)};
    telemetry.reading[OverlayField::PlatformHeading] = {QStringLiteral("75°"), std::nullopt, 0.25, {}};
    telemetry.reading.utc = QDateTime(QDate(2026, 6, 7), QTime(1, 30, 1, 7), Qt::UTC);
    telemetry.reading.cameraRollDegrees = -0.125;
    telemetry.utc = telemetry.reading.utc.addMSecs(113);
    telemetry.quality = Quality::Interpolated;
    telemetry.values[5] = 34.1 / 3;
    telemetry.qualities[5] = Quality::Rejected;
    telemetry.sensor = QStringLiteral("EOW");
    telemetry.horizontalFovDegrees = 40.5 / 7;
    telemetry.pose = CameraPose{34.1 / 3,     128.1 / 3, 820.5 / 7, 75.25, 89.5, 0.1,  40.5,
                                Quality::Klv, 3,         4,         0.5,   0.25, 0.125};
    record.footprint = {{34.7, 128.2}, {34.7, 128.3}, {34.6, 128.3}, {34.6, 128.2}};
    record.centre = GroundPoint{34.65, 128.25};
    record.groundSampleDistanceMetres = 0.47 / 3;
    record.positionErrorMetres = 6.5;
    Detection detection;
    detection.frame = number;
    detection.classValue = 2;
    detection.confidence = 0.7 / 3;
    detection.outline = {{{0, 0}, {0, 9.5}, {9, 9}}, {{2, 2}, {3, 2}, {3, 3}}};
    detection.ground = {{{{34.65, 128.25}, {34.66, 128.25}, {34.66, 128.26}},
                         {{34.651, 128.251}, {34.652, 128.251}, {34.652, 128.252}}}};
    detection.areaSquareMetres = 1234.5 / 7;
    record.detections = {detection, detection};
    record.detections[1].ground.clear();
    record.issues = {{IssueKind::Text, {QStringLiteral("흐림")}},
                     {IssueKind::RecordingGap, {7, 1.6}},
                     {IssueKind::PictureEmpty, {QStringLiteral("a \"quoted\" one")}},
                     {IssueKind::NoPose, {}}};
    return record;
}

QByteArray someMask()
{
    return QByteArray("\x89PNG\0\1\2", 7);
}

Slick someSlick(std::int64_t id)
{
    Slick slick = slickOfOne(id, someFrame(0).detections[0].ground, 2, 2);
    slick.areas[0].className = QStringLiteral("무지개");
    slick.areas[0].confidence = 0.875;
    slick.areas[0].seen = {0, 9, 4, 10};
    AppearanceArea other = slick.areas[0];
    other.code = 4;
    other.unseenSquareMetres = 12.25;
    setOutline(other, {{{{35, 128}, {35.1, 128}, {35, 128.1}}}});
    slick.areas.push_back(other);
    slick.origin = Origin::Edited;
    slick.takenFor = TakenFor::LookAlike;
    slick.lookAlike = LookAlike::Algae;
    slick.form = SlickForm::Windrows;
    slick.reviewer = QStringLiteral("김");
    slick.reviewedUtc = QDateTime(QDate(2026, 6, 8), QTime(9, 0, 0, 5), Qt::UTC);
    slick.firstUtc = QDateTime(QDate(2026, 6, 7), QTime(9, 0, 0, 5), Qt::UTC);
    slick.lastUtc = slick.firstUtc.addSecs(9);
    slick.sensors = QStringList{QStringLiteral("EOW"), QStringLiteral("IR")};
    slick.gapMetres = 40;
    slick.positionErrorMetres = 12;
    slick.areaErrorShare = 0.0625;
    slick.note = QStringLiteral("배 옆");
    measure(slick);
    return slick;
}

bool same(const GroundRing& a, const GroundRing& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const GroundPoint& p, const GroundPoint& q) {
        return p.latitudeDegrees == q.latitudeDegrees && p.longitudeDegrees == q.longitudeDegrees;
    });
}

bool same(const GroundMultiPolygon& a, const GroundMultiPolygon& b)
{
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](const GroundPolygon& p, const GroundPolygon& q) {
            return std::equal(p.begin(), p.end(), q.begin(), q.end(),
                              [](const GroundRing& r, const GroundRing& s) { return same(r, s); });
        });
}

void compare(const TelemetryRecord& a, const TelemetryRecord& b)
{
    QCOMPARE(a.reading.frame, b.reading.frame);
    QCOMPARE(a.reading.timeSeconds, b.reading.timeSeconds);
    QVERIFY(a.reading.source == b.reading.source);
    for (std::size_t i = 0; i < overlayFieldCount; ++i) {
        QCOMPARE(a.reading.fields[i].text, b.reading.fields[i].text);
        QVERIFY(a.reading.fields[i].value == b.reading.fields[i].value);
        QVERIFY(a.reading.fields[i].confidence == b.reading.fields[i].confidence);
        QCOMPARE(a.reading.fields[i].box, b.reading.fields[i].box);
        QVERIFY(a.values[i] == b.values[i]);
        QVERIFY(a.qualities[i] == b.qualities[i]);
    }
    QCOMPARE(a.reading.utc, b.reading.utc);
    QVERIFY(a.reading.horizontalFovDegrees == b.reading.horizontalFovDegrees);
    QVERIFY(a.reading.cameraBearingDegrees == b.reading.cameraBearingDegrees);
    QVERIFY(a.reading.cameraDepressionDegrees == b.reading.cameraDepressionDegrees);
    QVERIFY(a.reading.cameraRollDegrees == b.reading.cameraRollDegrees);
    QCOMPARE(a.utc, b.utc);
    QVERIFY(a.utc.timeSpec() == b.utc.timeSpec());
    QVERIFY(a.quality == b.quality);
    QCOMPARE(a.sensor, b.sensor);
    QVERIFY(a.horizontalFovDegrees == b.horizontalFovDegrees);
    QCOMPARE(a.pose.has_value(), b.pose.has_value());
    if (!a.pose)
        return;
    QVERIFY(a.pose->latitudeDegrees == b.pose->latitudeDegrees);
    QVERIFY(a.pose->longitudeDegrees == b.pose->longitudeDegrees);
    QVERIFY(a.pose->heightMetres == b.pose->heightMetres);
    QVERIFY(a.pose->bearingDegrees == b.pose->bearingDegrees);
    QVERIFY(a.pose->depressionDegrees == b.pose->depressionDegrees);
    QVERIFY(a.pose->rollDegrees == b.pose->rollDegrees);
    QVERIFY(a.pose->horizontalFovDegrees == b.pose->horizontalFovDegrees);
    QVERIFY(a.pose->source == b.pose->source);
    QVERIFY(a.pose->horizontalErrorMetres == b.pose->horizontalErrorMetres);
    QVERIFY(a.pose->heightErrorMetres == b.pose->heightErrorMetres);
    QVERIFY(a.pose->bearingErrorDegrees == b.pose->bearingErrorDegrees);
    QVERIFY(a.pose->depressionErrorDegrees == b.pose->depressionErrorDegrees);
    QVERIFY(a.pose->fovErrorDegrees == b.pose->fovErrorDegrees);
}

void compare(const FrameRecord& a, const FrameRecord& b)
{
    QCOMPARE(a.frame, b.frame);
    QVERIFY(a.timeSeconds == b.timeSeconds);
    QCOMPARE(a.fileName, b.fileName);
    QVERIFY(a.pictureSize == b.pictureSize);
    compare(a.telemetry, b.telemetry);
    QVERIFY(same(a.footprint, b.footprint));
    QCOMPARE(a.centre.has_value(), b.centre.has_value());
    if (a.centre)
        QVERIFY(same(GroundRing{*a.centre}, GroundRing{*b.centre}));
    QVERIFY(a.groundSampleDistanceMetres == b.groundSampleDistanceMetres);
    QVERIFY(a.positionErrorMetres == b.positionErrorMetres);
    QCOMPARE(a.detections.size(), b.detections.size());
    for (std::size_t i = 0; i < a.detections.size(); ++i) {
        QCOMPARE(a.detections[i].frame, b.detections[i].frame);
        QCOMPARE(a.detections[i].classValue, b.detections[i].classValue);
        QVERIFY(a.detections[i].confidence == b.detections[i].confidence);
        QVERIFY(a.detections[i].outline == b.detections[i].outline);
        QVERIFY(same(a.detections[i].ground, b.detections[i].ground));
        QVERIFY(a.detections[i].areaSquareMetres == b.detections[i].areaSquareMetres);
    }
    QCOMPARE(a.issues, b.issues);
}

void compare(const Slick& a, const Slick& b)
{
    QCOMPARE(a.id, b.id);
    QCOMPARE(a.areas.size(), b.areas.size());
    for (std::size_t i = 0; i < a.areas.size(); ++i) {
        const AppearanceArea& one = a.areas[i];
        const AppearanceArea& other = b.areas[i];
        QCOMPARE(one.classValue, other.classValue);
        QCOMPARE(one.className, other.className);
        QCOMPARE(one.code, other.code);
        QVERIFY(same(one.outline, other.outline));
        QVERIFY(one.areaSquareMetres == other.areaSquareMetres);
        QVERIFY(one.confidence == other.confidence);
        QVERIFY(one.unseenSquareMetres == other.unseenSquareMetres);
        QCOMPARE(one.seen.firstFrame, other.seen.firstFrame);
        QCOMPARE(one.seen.lastFrame, other.seen.lastFrame);
        QCOMPARE(one.seen.bestFrame, other.seen.bestFrame);
        QCOMPARE(one.seen.frameCount, other.seen.frameCount);
    }
    QVERIFY(a.decision == b.decision && a.takenFor == b.takenFor && a.lookAlike == b.lookAlike);
    QVERIFY(a.origin == b.origin && a.form == b.form);
    QCOMPARE(a.note, b.note);
    QCOMPARE(a.reviewer, b.reviewer);
    QCOMPARE(a.reviewedUtc, b.reviewedUtc);
    QCOMPARE(a.firstUtc, b.firstUtc);
    QCOMPARE(a.lastUtc, b.lastUtc);
    QCOMPARE(a.sensors, b.sensors);
    QVERIFY(a.gapMetres == b.gapMetres);
    QVERIFY(a.positionErrorMetres == b.positionErrorMetres);
    QVERIFY(a.areaErrorShare == b.areaErrorShare);
    // To the digit.
    QVERIFY(a.measures.lengthMetres == b.measures.lengthMetres);
    QVERIFY(a.measures.overallSquareMetres == b.measures.overallSquareMetres);
    QVERIFY(a.measures.oiledSquareMetres == b.measures.oiledSquareMetres);
    QVERIFY(a.measures.codePercent == b.measures.codePercent);
    QVERIFY(a.measures.minimumVolumeCubicMetres == b.measures.minimumVolumeCubicMetres);
    QVERIFY(a.measures.maximumVolumeCubicMetres == b.measures.maximumVolumeCubicMetres);
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/** The sentence of the Error that opening a file ends in. */
QString refusal(const QString& path)
{
    try {
        Workspace::open(path);
    } catch (const Error& error) {
        return error.kind() == ErrorKind::Unreadable ? error.sentence() : QStringLiteral("wrong kind");
    }
    return {};
}

}  // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString file(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

private Q_SLOTS:
    void everythingComesBackAsItWas();
    void sentencesOfEarlierVersionsOpen();
    void finishReplacesWhatWasAppended();
    void editsAreKeptAndIdsNeverUsedAgain();
    void replacedInOneWithTheEdit();
    void slicksAreReplacedAlone();
    void whatIsKeptBesideStays();
    void marksComeBack();
    void marksOfAnEarlierVersionsWorkspace();
    void historyGoesOnInAnotherWorkspace();
    void deletedSlicksAreFollowed();
    void brokenReplacementLeavesEverything();
    void earlierWorkspaceIsMovedAside();
    void workspaceInUseIsNotMovedAside();
    void killedRunLeavesItsFrames();
    void readWhileOpenElsewhere();
    void copyHoldsWhatWasWrittenLast();
    void oneBadCalibrationClosesNothing();
    void whatIsNoWorkspaceIsRefused();
    void fullDiskLosesNothing();
    void folderThatCannotBeMade();
    void otherProgramsReadTheLayers();
    void whatStaysIsNotWrittenAgain();
    void framesAreRunAgainFromANumberOn();
    void brokenOffRunTellsHowFarItCame();
    void logGoesWithAFileThatIsMovedAside();
    void impossibleIdsAreLeftOut();
    void appendIsQuick();
};

void WorkspaceTest::everythingComesBackAsItWas()
{
    const QString path = file("울산.gpkg");
    FrameRecord bare;  // as bare as a frame can be: not decoded, not placed
    bare.frame = 7;
    {
        const auto workspace = Workspace::create(path, RunFacts());
        workspace->append({someFrame(0), someFrame(4)}, {someMask(), QByteArray()});
        workspace->append({bare});
        workspace->append({});
    }
    QVERIFY(!QFile::exists(path + QStringLiteral("-wal")));
    QVERIFY(Workspace::isWorkspace(path));
    {
        const auto workspace = Workspace::open(path);
        const auto frames = workspace->frames();
        QCOMPARE(frames.size(), std::size_t(3));
        compare(frames[0], someFrame(0));
        compare(frames[1], someFrame(4));
        compare(frames[2], bare);
        QCOMPARE(workspace->mask(0), someMask());
        QVERIFY(workspace->mask(4).isEmpty());
        QVERIFY(workspace->mask(99).isEmpty());
        workspace->finish(someFacts(), {bare, someFrame(3)}, {someSlick(1), someSlick(2)});
    }
    const auto workspace = Workspace::open(path);
    const auto slicks = workspace->slicks();
    QCOMPARE(slicks.size(), std::size_t(2));
    compare(slicks[0], someSlick(1));
    compare(slicks[1], someSlick(2));
    const RunFacts facts = workspace->facts();
    const RunFacts expected = someFacts();
    QCOMPARE(facts.flightPath, expected.flightPath);
    QCOMPARE(facts.flightName, expected.flightName);
    QCOMPARE(facts.startedAt, expected.startedAt);
    QCOMPARE(facts.settings, expected.settings);
    QCOMPARE(facts.crsEpsg, expected.crsEpsg);
    QCOMPARE(facts.framesDone, expected.framesDone);
    QCOMPARE(facts.framesPlaced, expected.framesPlaced);
    QVERIFY(facts.issueCounts == expected.issueCounts);
    QVERIFY(facts.pictureMotions == expected.pictureMotions);
    QVERIFY(facts.motionChecks == expected.motionChecks);
    QVERIFY(facts.stageWallSeconds == expected.stageWallSeconds);
    QVERIFY(facts.stageCpuSeconds == expected.stageCpuSeconds);
    QCOMPARE(facts.wallSeconds, expected.wallSeconds);
    QCOMPARE(facts.peakMemoryMiB, expected.peakMemoryMiB);
    QCOMPARE(facts.model.name, expected.model.name);
    QCOMPARE(facts.model.sha256, expected.model.sha256);
    QCOMPARE(facts.model.path, expected.model.path);
    QCOMPARE(facts.model.classes.size(), std::size_t(2));
    QVERIFY(facts.model.classes[1].rgb == expected.model.classes[1].rgb);
    QCOMPARE(facts.model.classes[1].name, expected.model.classes[1].name);
    QCOMPARE(facts.model.classes[1].code, 2);
    QVERIFY(facts.model.classes[1].oil);
}

void WorkspaceTest::sentencesOfEarlierVersionsOpen()
{
    const QString path = file("earlier version.gpkg");
    RunFacts facts = someFacts();
    facts.notices = {{IssueKind::KlvOlderSet, {}}};
    Workspace::create(path, facts)->finish(facts, {someFrame(0)}, {});
    QVERIFY(Workspace::open(path)->facts().notices == facts.notices);
    {
        const GDALDatasetUniquePtr dataset(
            GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
        dataset->ExecuteSQL(
            "UPDATE frames SET issues = '[\"No place: its telemetry is not known.\","
            "\"Fog.\",{\"kind\":\"of_a_later_version\",\"values\":[7]}]'",
            nullptr, nullptr);
    }
    const std::vector<Issue> issues = Workspace::open(path)->frames().at(0).issues;
    QCOMPARE(issues.size(), std::size_t(3));
    QCOMPARE(issues[0], (Issue{IssueKind::NoPose, {}}));
    QCOMPARE(sentenceOf(issues[1]), QStringLiteral("Fog."));
    QVERIFY(sentenceOf(issues[2]).contains(QStringLiteral("of_a_later_version")));
}

void WorkspaceTest::finishReplacesWhatWasAppended()
{
    const auto workspace = Workspace::create(file("finish.gpkg"), RunFacts());
    workspace->append({someFrame(0), someFrame(1), someFrame(2)});
    workspace->finish(someFacts(), {someFrame(1)}, {someSlick(5)});
    QCOMPARE(workspace->frames().size(), std::size_t(1));
    workspace->finish(someFacts(), {someFrame(1), someFrame(2)}, {someSlick(5), someSlick(6)});
    QCOMPARE(workspace->frames().size(), std::size_t(2));
    QCOMPARE(workspace->frames()[1].detections.size(), std::size_t(2));
    QCOMPARE(workspace->slicks().size(), std::size_t(2));
    QCOMPARE(workspace->nextSlickId(), std::int64_t(7));
}

void WorkspaceTest::editsAreKeptAndIdsNeverUsedAgain()
{
    const QString path = file("edits.gpkg");
    const Edit edit{QDateTime(QDate(2026, 6, 8), QTime(9, 0, 0, 5), Qt::UTC),
                    QStringLiteral("김"),
                    QStringLiteral("split"),
                    {3, 2},
                    QStringLiteral("잘랐음")};
    {
        const auto workspace = Workspace::create(path, someFacts());
        workspace->finish(someFacts(), {}, {someSlick(1), someSlick(2), someSlick(3)});
        const std::int64_t id = workspace->nextSlickId();
        QCOMPARE(id, std::int64_t(4));
        Slick changed = someSlick(2);
        changed.areas[0].code = 5;
        changed.decision = Decision::Accepted;
        workspace->applyEdit(edit, {changed, someSlick(id)}, {3});
        workspace->applyEdit(edit, {}, {4});
    }
    const auto workspace = Workspace::open(path);
    const auto slicks = workspace->slicks();
    QCOMPARE(slicks.size(), std::size_t(2));
    QCOMPARE(slicks[1].areas[0].code, 5);
    QVERIFY(slicks[1].decision == Decision::Accepted);
    QCOMPARE(workspace->nextSlickId(), std::int64_t(5));
    const auto edits = workspace->edits();
    QCOMPARE(edits.size(), std::size_t(2));
    QCOMPARE(edits[0].time, edit.time);
    QCOMPARE(edits[0].person, edit.person);
    QCOMPARE(edits[0].action, edit.action);
    QVERIFY(edits[0].slickIds == edit.slickIds);
    QCOMPARE(edits[0].description, edit.description);
    // An edit that is undone brings the deleted slick back under its id.
    workspace->applyEdit(edit, {someSlick(3)}, {});
    QCOMPARE(workspace->slicks().size(), std::size_t(3));
    QCOMPARE(workspace->nextSlickId(), std::int64_t(6));
}

void WorkspaceTest::replacedInOneWithTheEdit()
{
    const QString path = file("replaced.gpkg");
    Edit edit;
    edit.time = QDateTime(QDate(2026, 6, 8), QTime(9, 0), Qt::UTC);
    edit.person = QStringLiteral("김");
    edit.action = QStringLiteral("telemetry");
    edit.description = QStringLiteral("Sea level 0 m → 2 m");
    {
        const auto workspace = Workspace::create(path, someFacts());
        workspace->append({someFrame(0), someFrame(1)}, {someMask(), someMask()});
        workspace->finish(someFacts(), {someFrame(0), someFrame(1)}, {someSlick(1), someSlick(2)});
        RunFacts facts = someFacts();
        facts.framesPlaced = 1;
        facts.settings[QStringLiteral("track")] = QJsonObject{{QStringLiteral("sea_level_m"), 2}};
        FrameRecord moved = someFrame(1);
        moved.telemetry.pose->heightMetres = 99;
        moved.footprint.clear();
        const std::vector<Slick> slicks =
            workspace->replaceAll(facts, {someFrame(0), moved}, {someSlick(2), someSlick(0), someSlick(0)},
                                  {{someSlick(1)}, {}}, edit);
        QCOMPARE(slicks.size(), std::size_t(3));
        QCOMPARE(slicks[0].id, std::int64_t(2));
        QCOMPARE(slicks[1].id, std::int64_t(3));
        QCOMPARE(slicks[2].id, std::int64_t(4));
    }
    const auto workspace = Workspace::open(path);
    QCOMPARE(workspace->facts().framesPlaced, 1);
    QCOMPARE(workspace->facts().settings[QStringLiteral("track")].toObject()[QStringLiteral("sea_level_m")],
             QJsonValue(2));
    QCOMPARE(workspace->frames()[1].telemetry.pose->heightMetres, 99.0);
    QCOMPARE(workspace->mask(1), someMask());
    QCOMPARE(workspace->slicks().size(), std::size_t(3));
    QCOMPARE(workspace->nextSlickId(), std::int64_t(5));
    QCOMPARE(workspace->edits().size(), std::size_t(1));
    QCOMPARE(workspace->edits()[0].action, edit.action);
    QCOMPARE(workspace->edits()[0].description, edit.description);
    QCOMPARE(workspace->edits()[0].person, edit.person);
    QCOMPARE(workspace->absentSlicks().deleted.size(), std::size_t(1));
}

void WorkspaceTest::slicksAreReplacedAlone()
{
    const QString path = file("slicks.gpkg");
    Edit edit;
    edit.action = QStringLiteral("telemetry");
    {
        const auto workspace = Workspace::create(path, someFacts());
        workspace->append({someFrame(0), someFrame(1)}, {someMask(), someMask()});
        workspace->finish(someFacts(), {someFrame(0), someFrame(1)}, {someSlick(1), someSlick(2)});
        RunFacts facts = someFacts();
        facts.settings[QStringLiteral("merge")] = QJsonObject{{QStringLiteral("smallest_m2"), 9}};
        const std::vector<Slick> slicks =
            workspace->replaceSlicks(facts, {someSlick(2), someSlick(0)}, {{}, {someSlick(1)}}, edit);
        QCOMPARE(slicks.size(), std::size_t(2));
        QCOMPARE(slicks[1].id, std::int64_t(3));
    }
    const auto workspace = Workspace::open(path);
    QCOMPARE(workspace->facts().settings[QStringLiteral("merge")].toObject()[QStringLiteral("smallest_m2")],
             QJsonValue(9));
    QCOMPARE(workspace->frames().size(), std::size_t(2));
    compare(workspace->frames()[1], someFrame(1));
    QCOMPARE(workspace->mask(1), someMask());
    QCOMPARE(workspace->slicks().size(), std::size_t(2));
    QCOMPARE(workspace->nextSlickId(), std::int64_t(4));
    QCOMPARE(workspace->edits().size(), std::size_t(1));
    QCOMPARE(workspace->absentSlicks().retired.size(), std::size_t(1));
}

void WorkspaceTest::whatIsKeptBesideStays()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sheen.gpkg"));
    const QString name = QStringLiteral("points");
    {
        const auto workspace = Workspace::create(path, someFacts());
        QVERIFY(workspace->kept(name).isEmpty());
        workspace->keep(name, {{QStringLiteral("first"), QStringLiteral("부표")}});
        workspace->keep(name, {{QStringLiteral("second"), 2}});
        workspace->finish(someFacts(), {someFrame(2)}, {});
        workspace->replaceAll(someFacts(), {someFrame(2)}, {}, {}, Edit());
    }
    const auto workspace = Workspace::open(path);
    QCOMPARE(workspace->kept(name), (QJsonObject{{QStringLiteral("second"), 2}}));
    QCOMPARE(workspace->facts().flightName, someFacts().flightName);
}

void WorkspaceTest::marksComeBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sheen.gpkg"));
    TeachingMark stroke;
    stroke.frame = 12;
    stroke.value = 1;
    stroke.widthPixels = 11;
    stroke.points = {{3, 4}, {50, 60}};
    stroke.person = QStringLiteral("김");
    stroke.utc = QDateTime::fromString(QStringLiteral("2024-05-31T01:02:03Z"), Qt::ISODate);
    stroke.ground = {{35.1, 129.2}, {35.3, 129.4}};
    TeachingMark patch;
    patch.frame = 2;
    patch.value = 255;
    patch.widthPixels = TeachingMark::area;
    patch.points = {{0, 0}, {9, 0}, {9, 9}};
    patch.ground = {{35, 129}, {35, 129.1}, {35.1, 129.1}};
    TeachingMark dot;
    dot.points = {{7, 7}};
    {
        const auto workspace = Workspace::create(path, someFacts());
        QVERIFY(workspace->marks().empty());
        QVERIFY(!teachingMemoryOf(*workspace));
        workspace->setMarks({dot, dot}, someFacts().model);
        workspace->setMarks({stroke, patch, dot}, someFacts().model);
        workspace->finish(someFacts(), {someFrame(2)}, {});
        keepTeachingMemory(*workspace, {someFacts().model, QStringLiteral("abc")});
    }
    const auto workspace = Workspace::open(path);
    const std::vector<TeachingMark> marks = workspace->marks();
    QCOMPARE(marks.size(), std::size_t(3));
    QCOMPARE(marks[0].frame, 12);
    QCOMPARE(marks[0].value, 1);
    QCOMPARE(marks[0].widthPixels, 11);
    QVERIFY(marks[0].points == stroke.points);
    QCOMPARE(marks[0].person, stroke.person);
    QCOMPARE(marks[0].utc, stroke.utc);
    QCOMPARE(marks[0].ground.size(), std::size_t(2));
    QCOMPARE(marks[0].ground[1].longitudeDegrees, 129.4);
    QCOMPARE(marks[1].widthPixels, TeachingMark::area + 0);
    QCOMPARE(marks[1].ground.size(), std::size_t(3));
    QCOMPARE(marks[1].ground[2].latitudeDegrees, 35.1);
    QVERIFY(marks[2].points == dot.points);
    QVERIFY(marks[2].ground.empty());
    const std::optional<TeachingMemory> memory = teachingMemoryOf(*workspace);
    QVERIFY(memory);
    QCOMPARE(memory->taughtSha256, QStringLiteral("abc"));
    QCOMPARE(memory->base.classes.size(), someFacts().model.classes.size());

    const GDALDatasetUniquePtr dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR));
    OGRLayer* layer = dataset->GetLayerByName("marks");
    QVERIFY(layer);
    const OGRFeatureUniquePtr first(layer->GetNextFeature());
    QCOMPARE(QString::fromUtf8(first->GetFieldAsString("says")), someFacts().model.classes[0].name);
    QCOMPARE(wkbFlatten(first->GetGeometryRef()->getGeometryType()), wkbLineString);
    const OGRFeatureUniquePtr second(layer->GetNextFeature());
    QCOMPARE(QString::fromUtf8(second->GetFieldAsString("says")), QStringLiteral("oil"));
}

/** It has no layer for them until something is marked. */
void WorkspaceTest::marksOfAnEarlierVersionsWorkspace()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("sheen.gpkg"));
    Workspace::create(path, someFacts());
    {
        const GDALDatasetUniquePtr dataset(
            GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
        for (int i = 0; i < dataset->GetLayerCount(); ++i) {
            if (qstrcmp(dataset->GetLayer(i)->GetName(), "marks") == 0)
                QCOMPARE(dataset->DeleteLayer(i), OGRERR_NONE);
        }
    }
    const auto workspace = Workspace::open(path);
    QVERIFY(workspace->marks().empty());
    TeachingMark mark;
    mark.points = {{1, 2}};
    workspace->setMarks({mark}, someFacts().model);
    QCOMPARE(workspace->marks().size(), std::size_t(1));
}

void WorkspaceTest::historyGoesOnInAnotherWorkspace()
{
    const QTemporaryDir folder;
    const auto earlier = Workspace::create(folder.filePath(QStringLiteral("a.gpkg")), someFacts());
    Edit edit;
    edit.action = QStringLiteral("accept");
    edit.person = QStringLiteral("김");
    edit.description = QStringLiteral("first");
    earlier->applyEdit(edit, {}, {});
    earlier->giveNoIdUpTo(41);
    const auto later = Workspace::create(folder.filePath(QStringLiteral("b.gpkg")), someFacts());
    later->takeHistory(*earlier);
    QCOMPARE(later->edits().size(), std::size_t(1));
    QCOMPARE(later->edits()[0].description, QStringLiteral("first"));
    QCOMPARE(later->nextSlickId(), std::int64_t(42));
}

void WorkspaceTest::deletedSlicksAreFollowed()
{
    const auto workspace = Workspace::create(file("deleted.gpkg"), someFacts());
    workspace->finish(someFacts(), {}, {someSlick(1), someSlick(2), someSlick(3)});
    const auto apply = [&](const char* action, const char* text, std::vector<std::int64_t> ids,
                           const std::vector<Slick>& changed, const std::vector<std::int64_t>& removed) {
        const Edit edit{QDateTime::currentDateTimeUtc(), QStringLiteral("a"), QLatin1String(action),
                        std::move(ids), QLatin1String(text)};
        workspace->applyEdit(edit, changed, removed);
    };
    const auto deletedIds = [&] {
        std::vector<std::int64_t> ids;
        for (const Slick& slick : workspace->absentSlicks().deleted)
            ids.push_back(slick.id);
        return ids;
    };
    using Ids = std::vector<std::int64_t>;
    QVERIFY(deletedIds().empty());
    apply("delete", "Delete 2 slicks", {1, 2}, {}, {1, 2});
    QVERIFY(deletedIds() == Ids({1, 2}));
    QVERIFY(same(workspace->absentSlicks().deleted[0].outline, someSlick(1).outline));
    QCOMPARE(workspace->absentSlicks().deleted[0].seen.bestFrame, someSlick(1).seen.bestFrame);
    apply("undo", "Delete 2 slicks", {1, 2}, {someSlick(1), someSlick(2)}, {});
    QVERIFY(deletedIds().empty());
    apply("redo", "Delete 2 slicks", {1, 2}, {}, {1, 2});
    QVERIFY(deletedIds() == Ids({1, 2}));
    // What is drawn and taken back was never found by anybody, and what is joined lives on in another.
    apply("draw", "Draw slick 4", {4}, {someSlick(4)}, {});
    apply("undo", "Draw slick 4", {4}, {}, {4});
    apply("draw", "Draw slick 5", {5}, {someSlick(5)}, {});
    apply("join", "Join slicks 5 to slick 3", {3, 5}, {someSlick(3)}, {5});
    QVERIFY(deletedIds() == Ids({1, 2}));
    // Placed again, they lie elsewhere.
    Slick moved = someSlick(1);
    reshape(moved, {{{{35, 128}, {35.1, 128}, {35, 128.1}}}});
    Edit edit;
    edit.action = QStringLiteral("telemetry");
    workspace->replaceAll(someFacts(), {}, {someSlick(3)}, {{moved, someSlick(2)}, {someSlick(7)}}, edit);
    QVERIFY(deletedIds() == Ids({1, 2}));
    QVERIFY(same(workspace->absentSlicks().deleted[0].outline, moved.outline));
    // What went when it was placed again is kept for its number, as the last such edit says.
    QCOMPARE(workspace->absentSlicks().retired.size(), std::size_t(1));
    QCOMPARE(workspace->absentSlicks().retired[0].id, std::int64_t(7));
    workspace->replaceAll(someFacts(), {}, {someSlick(3), someSlick(7)}, {{moved, someSlick(2)}, {}}, edit);
    QVERIFY(workspace->absentSlicks().retired.empty());
}

void WorkspaceTest::brokenReplacementLeavesEverything()
{
    const QString path = file("broken.gpkg");
    Workspace::create(path, someFacts())->finish(someFacts(), {someFrame(0)}, {someSlick(1)});
    const pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        const auto workspace = Workspace::open(path);
        FrameRecord large = someFrame(1);
        large.fileName = QString(3000000, QLatin1Char('x'));
        const rlimit limit{400000, 400000};
        setrlimit(RLIMIT_FSIZE, &limit);
        try {
            workspace->replaceAll(RunFacts(), {someFrame(2), large}, {}, {}, Edit());
        } catch (const Error&) {
            _exit(0);  // as killed: nothing is tidied up
        }
        _exit(1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    QCOMPARE(WEXITSTATUS(status), 0);
    const auto workspace = Workspace::open(path);
    QCOMPARE(workspace->frames().size(), std::size_t(1));
    compare(workspace->frames()[0], someFrame(0));
    QCOMPARE(workspace->slicks().size(), std::size_t(1));
    QCOMPARE(workspace->facts().flightName, someFacts().flightName);
    QVERIFY(workspace->edits().empty());
}

void WorkspaceTest::earlierWorkspaceIsMovedAside()
{
    const QString path = file("again.gpkg");
    Workspace::create(path, RunFacts())->append({someFrame(1)});
    QString moved;
    Workspace::create(path, RunFacts(), &moved);
    QCOMPARE(moved, file("again.1.gpkg"));
    QCOMPARE(Workspace::open(moved)->frames().size(), std::size_t(1));
    QVERIFY(Workspace::open(path)->frames().empty());
    Workspace::create(path, RunFacts(), &moved);
    QCOMPARE(moved, file("again.2.gpkg"));

    // What is there and is no workspace at all is not lost either.
    const QString other = file("other.gpkg");
    writeFile(other, "notes");
    Workspace::create(other, RunFacts(), &moved);
    QFile kept(moved);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("notes"));
}

void WorkspaceTest::workspaceInUseIsNotMovedAside()
{
    const QString path = file("used.gpkg");
    const auto first = Workspace::create(path, RunFacts());
    QVERIFY_EXCEPTION_THROWN(Workspace::create(path, RunFacts()), Error);
    first->append({someFrame(1)});
    QCOMPARE(first->frames().size(), std::size_t(1));
    QVERIFY(!QFile::exists(file("used.1.gpkg")));
}

void WorkspaceTest::killedRunLeavesItsFrames()
{
    const QString path = file("killed.gpkg");
    const pid_t child = fork();
    if (child == 0) {
        const auto workspace = Workspace::create(path, someFacts());
        workspace->append({someFrame(0), someFrame(1)});
        workspace->append({someFrame(2)});
        raise(SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    QVERIFY(WIFSIGNALED(status));
    QVERIFY(QFile::exists(path + QStringLiteral("-wal")));
    QVERIFY(Workspace::isWorkspace(path));
    {
        const auto workspace = Workspace::open(path);
        const auto frames = workspace->frames();
        QCOMPARE(frames.size(), std::size_t(3));
        compare(frames[2], someFrame(2));
        QCOMPARE(workspace->facts().flightName, someFacts().flightName);
        QVERIFY(workspace->slicks().empty());
    }
    QVERIFY(!QFile::exists(path + QStringLiteral("-wal")));

    // A new run into the same place takes the killed one's log along.
    const pid_t second = fork();
    if (second == 0) {
        const auto workspace = Workspace::open(path);
        workspace->append({someFrame(3)});
        raise(SIGKILL);
    }
    waitpid(second, &status, 0);
    QString moved;
    Workspace::create(path, RunFacts(), &moved);
    QCOMPARE(Workspace::open(moved)->frames().size(), std::size_t(4));
}

void WorkspaceTest::readWhileOpenElsewhere()
{
    const QString path = file("shared.gpkg");
    const auto window = Workspace::create(path, someFacts());
    window->append({someFrame(0)});
    const pid_t child = fork();
    if (child == 0) {
        int code = 1;
        try {
            code = Workspace::open(path)->frames().size() == 1 ? 0 : 2;
        } catch (const Error&) {
        }
        _exit(code);
    }
    int status = 0;
    waitpid(child, &status, 0);
    QCOMPARE(WEXITSTATUS(status), 0);
    window->append({someFrame(1)});
    QCOMPARE(window->frames().size(), std::size_t(2));
}

// The window has the workspace open, its last edits still in the journal, while an export copies it.
void WorkspaceTest::copyHoldsWhatWasWrittenLast()
{
    const QString path = file("reviewed.gpkg");
    const QString copy = file("it's a copy.gpkg");
    const auto window = Workspace::create(path, someFacts());
    window->finish(someFacts(), {someFrame(0)}, {someSlick(1)});
    Slick rejected = someSlick(1);
    rejected.decision = Decision::Rejected;
    window->applyEdit({QDateTime::currentDateTimeUtc(), {}, QStringLiteral("reject"), {1}, {}}, {rejected},
                      {});

    for (const bool again : {false, true}) {
        QString movedTo;
        Workspace::open(path)->copyTo(copy, &movedTo);
        QCOMPARE(movedTo.isEmpty(), !again);
        const auto copied = Workspace::open(copy);
        QCOMPARE(copied->slicks().size(), std::size_t(1));
        QVERIFY(copied->slicks().front().decision == Decision::Rejected);
        QCOMPARE(copied->frames().size(), std::size_t(1));
        QCOMPARE(copied->edits().size(), std::size_t(1));
    }
    QVERIFY_EXCEPTION_THROWN(window->copyTo(file("missing/folder/copy.gpkg")), Error);
}

void WorkspaceTest::oneBadCalibrationClosesNothing()
{
    TelemetryRecord record = someFrame(0).telemetry;
    record.calibration.focalScale = 1.01;
    QJsonObject json = telemetryToJson(record);
    QCOMPARE(telemetryFromJson(json).calibration.focalScale, 1.01);
    QJsonObject calibration = json[QStringLiteral("calibration")].toObject();
    calibration[QStringLiteral("focal_scale")] = QStringLiteral("wide");
    json[QStringLiteral("calibration")] = calibration;
    const TelemetryRecord back = telemetryFromJson(json);
    QVERIFY(back.calibration == CameraCalibration());
    compare(back, [record]() mutable {
        record.calibration = {};
        record.pose.reset();  // lies with the frame
        return record;
    }());
}

void WorkspaceTest::whatIsNoWorkspaceIsRefused()
{
    QVERIFY(refusal(file("none.gpkg")).contains(QStringLiteral("no such file")));
    QVERIFY(refusal(m_folder.path()).contains(m_folder.path()));
    writeFile(file("zero.gpkg"), {});
    QVERIFY(refusal(file("zero.gpkg")).contains(QStringLiteral("empty")));
    writeFile(file("text.gpkg"), "not a database at all, but long enough for a header");
    QVERIFY(refusal(file("text.gpkg")).contains(QStringLiteral("no GeoPackage")));

    const QString plain = file("plain.gpkg");
    {
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        GDALDatasetUniquePtr dataset(
            driver->Create(plain.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
        dataset->CreateLayer("frames");
    }
    QVERIFY(refusal(plain).contains(QStringLiteral("another program")));
    QVERIFY(!Workspace::isWorkspace(plain));

    const QString cut = file("cut.gpkg");
    Workspace::create(cut, someFacts())->append({someFrame(0), someFrame(1)});
    QFile::copy(cut, file("newer.gpkg"));
    const qint64 size = QFileInfo(cut).size();
    for (const qint64 length : {size / 2, qint64(5000), qint64(100), qint64(20)}) {
        QVERIFY(QFile::resize(cut, length));
        const QString sentence = refusal(cut);
        QVERIFY2(sentence.contains(cut), qPrintable(sentence));
        QVERIFY(!Workspace::isWorkspace(cut));
    }
    {
        GDALDatasetUniquePtr dataset(
            GDALDataset::Open(file("newer.gpkg").toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
        dataset->ExecuteSQL(
            "UPDATE facts SET value = '{\"application\":\"Sheen\",\"version\":99}' WHERE name = 'format'",
            nullptr, nullptr);
    }
    QVERIFY(refusal(file("newer.gpkg")).contains(QStringLiteral("newer version")));
}

void WorkspaceTest::fullDiskLosesNothing()
{
    // A limit on the size of files stands in for a full disk; in a child, so that it ends with it.
    const QString path = file("full.gpkg");
    Workspace::create(path, someFacts())->append({someFrame(0)});
    const pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        const auto workspace = Workspace::open(path);
        rlimit limit{400000, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &limit);
        int code = 1;
        try {
            workspace->append({someFrame(2), someFrame(1)}, {someMask(), QByteArray(3000000, 'x')});
        } catch (const Error& error) {
            code = error.sentence().contains(path) && error.kind() == ErrorKind::Stopped ? 0 : 2;
        }
        limit.rlim_cur = RLIM_INFINITY;
        setrlimit(RLIMIT_FSIZE, &limit);
        try {
            if (workspace->frames().size() != 1)
                code = 3;
            workspace->append({someFrame(4)});
            if (workspace->frames().size() != 2)
                code = 4;
        } catch (const Error& error) {
            fputs(qPrintable(error.sentence()), stderr);
            code = 5;
        }
        _exit(code);
    }
    int status = 0;
    waitpid(child, &status, 0);
    QCOMPARE(WEXITSTATUS(status), 0);
    QCOMPARE(Workspace::open(path)->frames().size(), std::size_t(2));
}

void WorkspaceTest::folderThatCannotBeMade()
{
    writeFile(file("file"), "x");
    try {
        Workspace::create(file("file/sheen.gpkg"), RunFacts());
        QFAIL("created");
    } catch (const Error& error) {
        QVERIFY(error.sentence().contains(m_folder.path()));
        QVERIFY(error.kind() == ErrorKind::Stopped);
    }
}

void WorkspaceTest::otherProgramsReadTheLayers()
{
    const QString path = file("layers.gpkg");
    Workspace::create(path, someFacts())->finish(someFacts(), {someFrame(0)}, {someSlick(1)});
    GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    QVERIFY(dataset);
    for (const char* name : {"slicks", "detections", "frames", "track"}) {
        OGRLayer* layer = dataset->GetLayerByName(name);
        QVERIFY2(layer, name);
        QCOMPARE(layer->GetFeatureCount(),
                 layer == dataset->GetLayerByName("detections") ? GIntBig(2) : GIntBig(1));
        QCOMPARE(layer->GetSpatialRef()->GetAuthorityCode(nullptr), "4326");
        OGREnvelope extent;
        QCOMPARE(layer->GetExtent(&extent), OGRERR_NONE);
        QVERIFY(extent.MinY > 11 && extent.MaxY < 36 && extent.MinX > 42 && extent.MaxX < 129);
    }
    OGRFeatureUniquePtr frame(dataset->GetLayerByName("frames")->GetNextFeature());
    QCOMPARE(frame->GetFieldAsInteger("frame"), 0);
    QCOMPARE(frame->GetFieldAsString("quality"), "interpolated");
    QCOMPARE(frame->GetFieldAsDouble("centre_lat"), 34.65);
    const OGRLinearRing* ring = frame->GetGeometryRef()->toPolygon()->getExteriorRing();
    QCOMPARE(ring->getNumPoints(), 5);
    QCOMPARE(ring->getX(0), 128.2);  // top left corner of the picture first, whatever its turn
    QCOMPARE(ring->getY(0), 34.7);
    QCOMPARE(ring->getX(1), 128.3);
    OGRFeatureUniquePtr slick(dataset->GetLayerByName("slicks")->GetNextFeature());
    QCOMPARE(slick->GetFieldAsString("origin"), "edited");
    QCOMPARE(slick->GetFieldAsString("taken_for"), "look_alike");
    QCOMPARE(slick->GetFieldAsDouble("min_m3"), *someSlick(1).measures.minimumVolumeCubicMetres);
    QCOMPARE(slick->GetFieldAsDouble("position_error_m"), 12.0);
}

/** Bytes that have gone to the disk's files so far. */
static qint64 bytesWritten()
{
    QFile file(QStringLiteral("/proc/self/io"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith("wchar:"))
            return line.mid(6).trimmed().toLongLong();
    }
    return -1;
}

void WorkspaceTest::whatStaysIsNotWrittenAgain()
{
    if (bytesWritten() < 0)
        QSKIP("This system does not count the bytes written.");
    const QString path = file("stays.gpkg");
    std::vector<FrameRecord> frames;
    FrameRecord bare;  // nothing is known of it, and that is no change either
    frames.push_back(bare);
    for (int i = 1; i < 400; ++i)
        frames.push_back(someFrame(i));
    {
        const auto workspace = Workspace::create(path, someFacts());
        workspace->append(frames, std::vector<QByteArray>(frames.size(), QByteArray(9000, 'x')));
        workspace->finish(someFacts(), frames, {someSlick(1)});
    }  // closing merges the log, which else would be counted below
    const auto workspace = Workspace::open(path);
    qint64 before = bytesWritten();
    workspace->finish(someFacts(), frames, {someSlick(1)});
    QVERIFY2(bytesWritten() - before < 200000, qPrintable(QString::number(bytesWritten() - before)));
    for (FrameRecord& frame : frames)
        frame.issues.push_back({IssueKind::Text, {QStringLiteral("another one")}});
    before = bytesWritten();
    workspace->finish(someFacts(), frames, {someSlick(1)});
    QVERIFY2(bytesWritten() - before < 1000000, qPrintable(QString::number(bytesWritten() - before)));
    QCOMPARE(workspace->frames()[7].issues, frames[7].issues);
    QCOMPARE(workspace->mask(7).size(), 9000);
}

void WorkspaceTest::framesAreRunAgainFromANumberOn()
{
    const auto workspace = Workspace::create(file("again.gpkg"), someFacts());
    workspace->append({someFrame(0), someFrame(3), someFrame(5)}, std::vector<QByteArray>(3, someMask()));
    workspace->removeFramesFrom(3);
    QCOMPARE(workspace->frames().size(), std::size_t(1));
    QVERIFY(workspace->mask(3).isEmpty());
    QCOMPARE(workspace->mask(0), someMask());
    workspace->append({someFrame(3)}, {someMask()});
    QCOMPARE(workspace->frames().size(), std::size_t(2));
    compare(workspace->frames()[1], someFrame(3));
}

void WorkspaceTest::brokenOffRunTellsHowFarItCame()
{
    const QString path = file("broken off.gpkg");
    RunFacts begun = someFacts();
    begun.cancelled = begun.brokenOff = true;
    begun.framesDone = begun.framesPlaced = 0;
    FrameRecord unplaced = someFrame(2);
    unplaced.footprint.clear();
    Workspace::create(path, begun)->append({someFrame(0), someFrame(1), unplaced});
    const auto workspace = Workspace::open(path);
    QVERIFY(workspace->facts().brokenOff);
    QCOMPARE(workspace->facts().framesDone, 3);
    QCOMPARE(workspace->facts().framesPlaced, 2);
    workspace->finish(someFacts(), {someFrame(0)}, {});
    QVERIFY(!workspace->facts().brokenOff);
    QCOMPARE(workspace->facts().framesDone, someFacts().framesDone);
}

void WorkspaceTest::logGoesWithAFileThatIsMovedAside()
{
    // A file that cannot be opened any more; its log may hold what was committed last. The log of another
    // such file was left over.
    const QString path = file("lost.gpkg");
    writeFile(path, "not a database");
    writeFile(path + QStringLiteral("-wal"), "committed");
    writeFile(file("lost.1.gpkg-wal"), "of another one");
    const QString aside = moveAside(path);
    QCOMPARE(aside, file("lost.2.gpkg"));
    QVERIFY(!QFile::exists(path) && !QFile::exists(path + QStringLiteral("-wal")));
    QFile log(aside + QStringLiteral("-wal"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QCOMPARE(log.readAll(), QByteArray("committed"));
}

void WorkspaceTest::impossibleIdsAreLeftOut()
{
    const QString path = file("ids.gpkg");
    Edit edit;
    edit.action = QStringLiteral("accept");
    edit.slickIds = {7};
    Workspace::create(path, someFacts())->applyEdit(edit, {}, {});
    {
        const GDALDatasetUniquePtr dataset(
            GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
        dataset->ExecuteSQL("UPDATE edits SET slicks = '[1e300,-1,2.5,\"x\",7,null]'", nullptr, nullptr);
    }
    QVERIFY(Workspace::open(path)->edits().at(0).slickIds == std::vector<std::int64_t>{7});
}

void WorkspaceTest::appendIsQuick()
{
    const auto workspace = Workspace::create(file("quick.gpkg"), someFacts());
    constexpr int rounds = 20;
    std::vector<FrameRecord> frames;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < rounds; ++i) {
        frames.clear();
        for (int frame = 10 * i; frame < 10 * (i + 1); ++frame)
            frames.push_back(someFrame(frame));
        workspace->append(frames, std::vector<QByteArray>(10, QByteArray(15000, char(i))));
    }
    qInfo("10 frames appended in %.1f ms", double(timer.elapsed()) / rounds);
    QVERIFY(timer.elapsed() < rounds * 200);
    timer.restart();
    QCOMPARE(workspace->frames().size(), std::size_t(10 * rounds));
    qInfo("200 frames read in %lld ms", static_cast<long long>(timer.elapsed()));
    timer.restart();
    workspace->finish(someFacts(), frames, {});
    qInfo("200 frames replaced in %lld ms", static_cast<long long>(timer.elapsed()));
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "workspace_test.moc"
