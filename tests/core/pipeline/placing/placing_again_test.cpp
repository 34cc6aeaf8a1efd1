#include "placing/placing_again.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTranslator>
#include <QtTest>
#include <cmath>

#include "data/issue_json.h"
#include "geo/geoid.h"
#include "ogr/ground_geometry.h"
#include "overlay_flight.h"
#include "placing/slick_sightings.h"
#include "placing/slicks_again.h"
#include "slick/merge.h"
#include "support/height_raster.h"
#include "support/some_slick.h"
#include "translations/install_translations.h"

using namespace sheen;
using namespace sheen::test;

namespace {

constexpr int frameCount = 40;

TrackSettings wider(double times = 1.05)
{
    TrackSettings settings;
    settings.sensorWidthMillimetres[QStringLiteral("EOW")] = 9.6 * times;
    return settings;
}

TrackSettings seaAt(double metres)
{
    TrackSettings settings;
    settings.seaLevelMetres = metres;
    return settings;
}

std::vector<GroundRing> threeSquares()
{
    return {OverlayFlight::square(500, 0, 60), OverlayFlight::square(700, 60, 50),
            OverlayFlight::square(900, -60, 40)};
}

std::vector<FrameRecord> placed(std::vector<FrameRecord> frames, const TrackSettings& settings)
{
    const Cancel cancel;
    if (!placeAgain(frames, settings, cancel))
        qFatal("not placed again");
    return frames;
}

std::vector<Slick> merged(const std::vector<FrameRecord>& frames)
{
    MergeSettings settings;
    settings.epsg = 32631;
    std::vector<Slick> slicks = mergeSlicks(frames, OverlayFlight::card(), settings);
    setSightings(slicks, frames);
    return slicks;
}

double metresBetween(const GroundPoint& a, const GroundPoint& b)
{
    return cv::norm(toEcef(a) - toEcef(b));
}

double metresBetween(const GroundMultiPolygon& a, const GroundMultiPolygon& b)
{
    return metresBetween(pointInside(a), pointInside(b));
}

/** How much of one lies in the other, of the larger one. */
double likeness(const GroundMultiPolygon& a, const GroundMultiPolygon& b)
{
    return groundArea(common(a, b)) / std::max(groundArea(a), groundArea(b));
}

const Slick* find(const std::vector<Slick>& slicks, std::int64_t id)
{
    for (const Slick& slick : slicks) {
        if (slick.id == id)
            return &slick;
    }
    return nullptr;
}

}  // namespace

class PlacingAgainTest : public QObject
{
    Q_OBJECT

    std::vector<FrameRecord> m_frames;
    std::vector<Slick> m_slicks;

    /** The analyst's slicks after the flight was placed again with other settings. */
    std::vector<Slick> after(const std::vector<Slick>& slicks, const TrackSettings& settings,
                             const std::vector<Slick>& deleted = {}) const
    {
        const std::vector<FrameRecord> again = placed(m_frames, settings);
        const SlickCarrier carrier(m_frames, again);
        return slicksAgain(carrier.carried(slicks), carrier.carried(deleted), {}, merged(again), 25).slicks;
    }

    std::vector<FrameRecord> framesThatDisagree() const;

private Q_SLOTS:
    void initTestCase()
    {
        m_frames = OverlayFlight::frames(frameCount, threeSquares());
        m_slicks = merged(m_frames);
        QCOMPARE(m_slicks.size(), std::size_t(3));
        QVERIFY(std::abs(m_slicks[0].oiledSquareMetres() / 14400 - 1) < 0.1);
    }

    void settingsComeBackFromTheFacts();
    void sameSettingsSamePlaces();
    void everythingFollowsTheFieldOfView();
    void everythingFollowsTheSeaLevel();
    void cancelled();
    void posesOfATableStay();
    void framesBeyondATableStayWithoutAPlace();
    void factsFollow();
    void untouchedSlicksAreMergedAgainAndKeepTheirIds();
    void touchedSlicksKeepIdAndDecision_data();
    void touchedSlicksKeepIdAndDecision();
    void thereAndBackIsWhereItWas();
    void drawnSlicksGoWithTheFrameThatShowsThem();
    void deletedSlicksStayDeleted();
    void aTrimmedSlickDoesNotComeBackWhole();
    void aPatchDrawnInsideASlickLeavesIt();
    void whatComesBackHasItsNumberAgain();
    void aSlickThatLostItsFrameGoesWithAnother();
    void landMovesWhatLiesOnIt();
    void anElevationModelThatDoesNotServeIsSaid();
    void aReferenceThatCannotBeMetIsSaid();
    void whatASettingExplainsIsNoIssueAnyMore();
    void inAnotherLanguageNothingIsSaidTwice();
};

namespace {

/** A coast 200 m above the sea, from so many metres north of the flight's beginning on. */
QString writeCoast(const QTemporaryDir& folder, double metresNorth)
{
    const GroundPoint corner = OverlayFlight::at(metresNorth + 4000, -3000);
    const double shore = OverlayFlight::at(metresNorth, 0).latitudeDegrees;
    HeightRaster coast;
    coast.left = corner.longitudeDegrees;
    coast.top = corner.latitudeDegrees;
    coast.columns = coast.rows = 100;
    coast.height = [shore](double, double latitude) { return latitude > shore ? 200 : 0; };
    const QString path = folder.filePath(QStringLiteral("coast%1.tif").arg(metresNorth));
    coast.write(path);
    return path;
}

TrackSettings landFrom(const QString& file)
{
    TrackSettings settings;
    settings.elevationFile = file;
    return settings;
}

}  // namespace

void PlacingAgainTest::settingsComeBackFromTheFacts()
{
    TrackSettings settings = wider();
    settings.clockZoneHours = -4.5;
    settings.defaultSensorWidthMillimetres = 7.2;
    settings.clockShiftSeconds = -0.5;
    settings.altitudeReference = AltitudeReference::SeaLevel;
    settings.seaLevelMetres = 2.25;
    settings.elevationFile = QStringLiteral("/coast.tif");
    settings.displayPeriodSeconds = 0.4;
    settings.calibration.boresightPanDegrees = 0.3;
    settings.completion = Completion::Hold;
    settings.corrections = {{3, OverlayField::SlantRange, 1500.5, {}}, {4, OverlayField::Sensor, {}, "IR"}};
    const RunFacts facts = factsAgain(OverlayFlight::facts(), m_frames, settings);
    QVERIFY(trackSettingsOf(facts) == settings);
    QVERIFY(trackSettingsOf(RunFacts()) == TrackSettings());

    RunFacts run;
    run.crsEpsg = 32631;
    run.settings[QStringLiteral("merge")] =
        QJsonObject{{QStringLiteral("smallest_area_m2"), 7.5}, {QStringLiteral("cell_size_m"), 0.5}};
    QCOMPARE(mergeSettingsOf(run).smallestAreaSquareMetres, 7.5);
    QCOMPARE(mergeSettingsOf(run).cellSizeMetres, 0.5);
    QCOMPARE(mergeSettingsOf(run).epsg, 32631);
    QCOMPARE(mergeSettingsOf(RunFacts()).smallestAreaSquareMetres, MergeSettings().smallestAreaSquareMetres);
}

void PlacingAgainTest::sameSettingsSamePlaces()
{
    const std::vector<FrameRecord> again = placed(m_frames, TrackSettings());
    for (std::size_t i = 0; i < again.size(); ++i) {
        QVERIFY(metresBetween(again[i].footprint[0], m_frames[i].footprint[0]) < 1e-6);
        QCOMPARE(again[i].detections.size(), m_frames[i].detections.size());
    }
}

void PlacingAgainTest::everythingFollowsTheFieldOfView()
{
    const std::vector<FrameRecord> again = placed(m_frames, wider(1.2));
    const std::size_t middle = 15;
    QVERIFY(!again[middle].detections.empty());
    // A field of view with 1.2 times the tangent: about 1.44 times the area.
    const double larger =
        again[middle].detections[0].areaSquareMetres / m_frames[middle].detections[0].areaSquareMetres;
    QVERIFY2(larger > 1.35 && larger < 1.55, qPrintable(QString::number(larger)));
    QVERIFY(again[middle].groundSampleDistanceMetres > 1.15 * m_frames[middle].groundSampleDistanceMetres);
    QVERIFY(again[middle].telemetry.horizontalFovDegrees > m_frames[middle].telemetry.horizontalFovDegrees);
    QCOMPARE(again[middle].detections[0].outline, m_frames[middle].detections[0].outline);
}

void PlacingAgainTest::everythingFollowsTheSeaLevel()
{
    const std::vector<FrameRecord> again = placed(m_frames, seaAt(60));
    const CameraPose& pose = *again[15].telemetry.pose;
    QVERIFY(std::abs(pose.heightMetres - (m_frames[15].telemetry.pose->heightMetres - 60)) < 1);
    QVERIFY(again[15].groundSampleDistanceMetres < m_frames[15].groundSampleDistanceMetres);
}

void PlacingAgainTest::cancelled()
{
    Cancel cancel;
    cancel.request();
    std::vector<FrameRecord> frames = m_frames;
    QVERIFY(!placeAgain(frames, wider(), cancel));
}

void PlacingAgainTest::posesOfATableStay()
{
    std::vector<FrameRecord> frames = m_frames;
    QVERIFY(!hasGivenPoses(frames));
    QVERIFY(!hasGivenPoses({}));
    for (FrameRecord& frame : frames) {
        frame.telemetry.reading = TelemetryReading();
        frame.telemetry.reading.source = Quality::Klv;
    }
    QVERIFY(hasGivenPoses(frames));
    const std::vector<FrameRecord> again = placed(frames, wider());
    QVERIFY(again[3].telemetry.pose.has_value());
    QCOMPARE(again[3].telemetry.pose->horizontalFovDegrees, m_frames[3].telemetry.pose->horizontalFovDegrees);
    QVERIFY(metresBetween(again[3].footprint[0], m_frames[3].footprint[0]) < 1e-6);
}

void PlacingAgainTest::framesBeyondATableStayWithoutAPlace()
{
    std::vector<FrameRecord> frames = m_frames;
    frames.back().telemetry.reading = {};
    frames.back().telemetry.reading.frame = frames.back().frame;
    frames.back().telemetry.reading.timeSeconds = frames.back().timeSeconds;
    QVERIFY(placed(frames, wider(1.1)).back().telemetry.pose);  // a gap is filled
    frames.back().telemetry.reading.outsideSource = true;
    const std::vector<FrameRecord> again = placed(frames, wider(1.1));
    QVERIFY(!again.back().telemetry.pose);
    QVERIFY(again.back().footprint.empty());
    QVERIFY(again[again.size() - 2].telemetry.pose);
}

void PlacingAgainTest::factsFollow()
{
    RunFacts facts = OverlayFlight::facts();
    facts.framesPlaced = 3;
    facts.issueCounts = {{QStringLiteral("no_place"), 37}, {QStringLiteral("damaged"), 2}};
    const RunFacts again = factsAgain(facts, m_frames, seaAt(1));
    QCOMPARE(again.framesPlaced, frameCount);
    QCOMPARE(again.issueCounts.count(QStringLiteral("no_place")), std::size_t(0));
    QCOMPARE(again.issueCounts.at(QStringLiteral("damaged")), 2);
    QCOMPARE(again.crsEpsg, 32631);
    facts.crsEpsg = 0;
    QCOMPARE(factsAgain(facts, m_frames, seaAt(1)).crsEpsg, 32631);
    facts.crsEpsg = 3857;
    QCOMPARE(factsAgain(facts, m_frames, seaAt(1)).crsEpsg, 3857);
}

void PlacingAgainTest::untouchedSlicksAreMergedAgainAndKeepTheirIds()
{
    std::vector<Slick> named = m_slicks;
    for (std::size_t i = 0; i < named.size(); ++i)
        named[i].id = std::int64_t(40 + 3 * i);
    const std::vector<Slick> again = after(named, wider());
    QCOMPARE(again.size(), std::size_t(3));
    for (const Slick& slick : again) {
        const Slick* before = find(named, slick.id);
        QVERIFY(before);
        // Of each square the same one, larger by the field of view.
        const double larger = slick.oiledSquareMetres() / before->oiledSquareMetres();
        QVERIFY2(larger > 0.9 && larger < 1.3, qPrintable(QString::number(larger)));
        QVERIFY(metresBetween(slick.outline, before->outline) < 60);
    }
    // What was not there before has no id yet.
    const std::vector<Slick> found = after({named[0]}, TrackSettings());
    QCOMPARE(found.size(), std::size_t(3));
    QVERIFY(find(found, 40) && find(found, 0));
}

void PlacingAgainTest::touchedSlicksKeepIdAndDecision_data()
{
    QTest::addColumn<int>("decision");
    QTest::addColumn<int>("origin");
    QTest::addColumn<QString>("note");
    QTest::newRow("accepted") << int(Decision::Accepted) << int(Origin::Found) << QString();
    QTest::newRow("rejected") << int(Decision::Rejected) << int(Origin::Found) << QString();
    QTest::newRow("edited") << int(Decision::Undecided) << int(Origin::Edited) << QString();
    QTest::newRow("noted") << int(Decision::Undecided) << int(Origin::Found)
                           << QStringLiteral("beside the ship");
}

void PlacingAgainTest::touchedSlicksKeepIdAndDecision()
{
    QFETCH(int, decision);
    QFETCH(int, origin);
    QFETCH(QString, note);
    std::vector<Slick> slicks = m_slicks;
    slicks[1].id = 77;
    slicks[1].decision = Decision(decision);
    slicks[1].origin = Origin(origin);
    slicks[1].note = note;
    slicks[1].areas[0].code = 4;
    QVERIFY(isTouched(slicks[1]));
    const std::vector<Slick> again = after(slicks, wider());
    QCOMPARE(again.size(), std::size_t(3));  // not merged anew beside it
    const Slick* kept = find(again, 77);
    QVERIFY(kept);
    QCOMPARE(int(kept->decision), decision);
    QCOMPARE(int(kept->origin), origin);
    QCOMPARE(kept->note, note);
    QCOMPARE(kept->areas[0].code, 4);
    // It lies where its best frame shows it now.
    const std::vector<FrameRecord> frames = placed(m_frames, wider());
    double best = 0;
    for (const Detection& detection : frames[std::size_t(kept->seen.bestFrame)].detections)
        best = std::max(best, likeness(detection.ground, kept->outline));
    QVERIFY2(best > 0.93, qPrintable(QString::number(best)));
    const double larger = kept->oiledSquareMetres() / slicks[1].oiledSquareMetres();
    QVERIFY2(larger > 1.07 && larger < 1.14, qPrintable(QString::number(larger)));
    QVERIFY(std::abs(kept->oiledSquareMetres() - groundArea(kept->outline)) < 0.01);
}

void PlacingAgainTest::thereAndBackIsWhereItWas()
{
    const std::vector<FrameRecord> there = placed(m_frames, wider(1.2));
    const std::vector<FrameRecord> back = placed(there, TrackSettings());
    const Slick moved = SlickCarrier(m_frames, there).carried(m_slicks[0]);
    QVERIFY(likeness(moved.outline, m_slicks[0].outline) < 0.9);
    const Slick home = SlickCarrier(there, back).carried(moved);
    QVERIFY(likeness(home.outline, m_slicks[0].outline) > 0.9999);
    QVERIFY(std::abs(home.oiledSquareMetres() - m_slicks[0].oiledSquareMetres()) < 0.1);
    QVERIFY(std::abs(home.positionErrorMetres - m_slicks[0].positionErrorMetres) < 1e-6);
}

void PlacingAgainTest::drawnSlicksGoWithTheFrameThatShowsThem()
{
    Slick seen = slickOfOne(80, {{OverlayFlight::square(800, 100, 12)}});
    seen.origin = Origin::Drawn;
    Slick elsewhere = slickOfOne(81, {{OverlayFlight::square(800, 9000, 12)}});
    elsewhere.origin = Origin::Drawn;
    const std::vector<Slick> again = after({seen, elsewhere}, wider());
    QVERIFY(metresBetween(find(again, 80)->outline, seen.outline) > 2);
    QVERIFY(find(again, 80)->oiledSquareMetres() > 1.05 * seen.oiledSquareMetres());
    QVERIFY(metresBetween(find(again, 81)->outline, elsewhere.outline) < 1e-6);
    QCOMPARE(find(again, 81)->oiledSquareMetres(), elsewhere.oiledSquareMetres());
    QCOMPARE(again.size(), std::size_t(5));
}

void PlacingAgainTest::deletedSlicksStayDeleted()
{
    std::vector<Slick> left = m_slicks;
    const Slick deleted = left[0];
    left.erase(left.begin());
    const std::vector<Slick> again = after(left, wider(), {deleted});
    QCOMPARE(again.size(), std::size_t(2));
    QVERIFY(find(again, left[0].id) && find(again, left[1].id));
}

void PlacingAgainTest::aTrimmedSlickDoesNotComeBackWhole()
{
    std::vector<Slick> slicks = m_slicks;
    slicks[0].origin = Origin::Edited;
    reshape(slicks[0], {{OverlayFlight::square(520, 20, 30)}});
    const std::vector<Slick> again = after(slicks, TrackSettings());
    QCOMPARE(again.size(), std::size_t(3));
    QVERIFY(std::abs(find(again, slicks[0].id)->oiledSquareMetres() - slicks[0].oiledSquareMetres()) < 1e-3);
}

void PlacingAgainTest::aPatchDrawnInsideASlickLeavesIt()
{
    std::vector<Slick> slicks = m_slicks;
    Slick patch = slickOfOne(90, {{OverlayFlight::square(500, 0, 15)}});
    patch.origin = Origin::Drawn;
    slicks.push_back(patch);
    const std::vector<Slick> again = after(slicks, wider());
    QCOMPARE(again.size(), std::size_t(4));
    const Slick* drawn = find(again, 90);
    const Slick* around = find(again, m_slicks[0].id);
    QVERIFY(drawn && around);
    // No sum counts it twice.
    QVERIFY(groundArea(common(drawn->outline, around->outline)) < 1e-3);
}

void PlacingAgainTest::whatComesBackHasItsNumberAgain()
{
    std::vector<Slick> named = m_slicks;
    for (std::size_t i = 0; i < named.size(); ++i)
        named[i].id = std::int64_t(40 + 3 * i);
    // One is not found there, and found again here.
    std::vector<Slick> there = named;
    there.erase(there.begin() + 1);
    const SlicksAgain without = slicksAgain(named, {}, {}, there, 25);
    QCOMPARE(without.slicks.size(), std::size_t(2));
    QCOMPARE(without.retired.size(), std::size_t(1));
    QCOMPARE(without.retired[0].id, named[1].id);
    std::vector<Slick> merged = m_slicks;
    const SlicksAgain back = slicksAgain(without.slicks, {}, without.retired, merged, 25);
    QCOMPARE(back.slicks.size(), std::size_t(3));
    for (const Slick& slick : named)
        QVERIFY(find(back.slicks, slick.id));
    QVERIFY(back.retired.empty());
}

void PlacingAgainTest::aSlickThatLostItsFrameGoesWithAnother()
{
    std::vector<FrameRecord> before = m_frames;
    before[std::size_t(m_slicks[0].seen.bestFrame)].telemetry.pose.reset();
    const std::vector<FrameRecord> again = placed(m_frames, wider(1.2));
    const Slick moved = SlickCarrier(before, again).carried(m_slicks[0]);
    QVERIFY(moved.oiledSquareMetres() > 1.3 * m_slicks[0].oiledSquareMetres());
    // No frame at all: it stays.
    const Slick kept = SlickCarrier({}, {}).carried(m_slicks[0]);
    QCOMPARE(kept.oiledSquareMetres(), m_slicks[0].oiledSquareMetres());
}

void PlacingAgainTest::landMovesWhatLiesOnIt()
{
    const QTemporaryDir folder;
    // The first frames see the sea alone, the last ones land alone.
    const TrackSettings land = landFrom(writeCoast(folder, 900));
    const std::vector<FrameRecord> again = placed(m_frames, land);
    QVERIFY(metresBetween(*again[0].centre, *m_frames[0].centre) < 1e-6);
    const FrameRecord& last = again.back();
    // 200 of 600 m up, the ray ends a third before the sea; the picture shows two thirds of the width.
    QVERIFY(std::abs(metresBetween(*last.centre, *m_frames.back().centre) -
                     OverlayFlight::groundRangeMetres / 3) < 8);
    QVERIFY(std::abs(last.groundSampleDistanceMetres / m_frames.back().groundSampleDistanceMetres - 2.0 / 3) <
            0.02);
    const RunFacts facts = factsAgain(OverlayFlight::facts(), again, land);
    QVERIFY2(facts.notices.empty(), qPrintable(sentencesOf(facts.notices).join(QLatin1Char(' '))));
    QCOMPARE(trackSettingsOf(facts).elevationFile, land.elevationFile);
    // Away with it: as before.
    const std::vector<FrameRecord> back = placed(again, TrackSettings());
    QVERIFY(!back.back().elevation);
    QVERIFY(metresBetween(*back.back().centre, *m_frames.back().centre) < 1e-9);
}

void PlacingAgainTest::anElevationModelThatDoesNotServeIsSaid()
{
    const QTemporaryDir folder;
    const TrackSettings elsewhere = landFrom(writeCoast(folder, 400000));
    std::vector<FrameRecord> again = placed(m_frames, elsewhere);
    RunFacts facts = factsAgain(OverlayFlight::facts(), again, elsewhere);
    QCOMPARE(facts.notices, (std::vector<Issue>{{IssueKind::ElevationElsewhere, {elsewhere.elevationFile}}}));
    QCOMPARE(facts.issueCounts.at(QStringLiteral("elevation_elsewhere")), 1);

    const TrackSettings missing = landFrom(folder.filePath(QStringLiteral("missing.tif")));
    again = placed(m_frames, missing);
    QVERIFY(metresBetween(*again[5].centre, *m_frames[5].centre) < 1e-6);
    facts = factsAgain(facts, again, missing);
    QCOMPARE(facts.notices, (std::vector<Issue>{{IssueKind::ElevationUnreadable, {missing.elevationFile}}}));
    QCOMPARE(facts.issueCounts.count(QStringLiteral("elevation_elsewhere")), std::size_t(0));

    facts = factsAgain(facts, placed(again, TrackSettings()), TrackSettings());
    QVERIFY(facts.notices.empty());
    QCOMPARE(facts.issueCounts.count(QStringLiteral("elevation_unreadable")), std::size_t(0));
}

void PlacingAgainTest::aReferenceThatCannotBeMetIsSaid()
{
    TrackSettings ellipsoid;
    ellipsoid.altitudeReference = AltitudeReference::Ellipsoid;
    const std::vector<FrameRecord> again = placed(m_frames, ellipsoid);
    const RunFacts facts = factsAgain(OverlayFlight::facts(), again, ellipsoid);
    const bool here = Geoid::installed() != nullptr;
    QCOMPARE(facts.notices.size(), std::size_t(here ? 0 : 1));
    QCOMPARE(facts.issueCounts.count(QStringLiteral("no_geoid")), std::size_t(here ? 0 : 1));
    // The North Sea lies some 40 m above the ellipsoid.
    const double lower = m_frames[9].telemetry.pose->heightMetres - again[9].telemetry.pose->heightMetres;
    QVERIFY2(here ? lower > 35 && lower < 50 : std::abs(lower) < 1e-9, qPrintable(QString::number(lower)));
}

/** 300 m too low: bearing and range of the overlay point elsewhere than its target's position. */
std::vector<FrameRecord> PlacingAgainTest::framesThatDisagree() const
{
    std::vector<FrameRecord> frames = m_frames;
    for (FrameRecord& frame : frames) {
        TelemetryReading& reading = frame.telemetry.reading;
        for (const OverlayField field : {OverlayField::PlatformLatitude, OverlayField::TargetLatitude})
            reading[field].text += QLatin1Char('N');
        for (const OverlayField field : {OverlayField::PlatformLongitude, OverlayField::TargetLongitude})
            reading[field].text += QLatin1Char('E');
        reading[OverlayField::SlantRange].text = QStringLiteral("0.4NM");
        reading[OverlayField::TargetBearing].text = QStringLiteral("0") + QChar(0x00B0);
        FieldReading& altitude = reading[OverlayField::PlatformAltitude];
        altitude.value = *altitude.value - 300;
        altitude.text = QStringLiteral("984FT");
        frame.issues = {{IssueKind::FrameDamaged, {frame.frame}}};
    }
    return frames;
}

void PlacingAgainTest::whatASettingExplainsIsNoIssueAnyMore()
{
    const Cancel cancel;
    std::vector<FrameRecord> frames = framesThatDisagree();
    const QString kind = QStringLiteral("overlay_look_disagree");
    QVERIFY(placeAgain(frames, TrackSettings(), cancel));
    QCOMPARE(frames[9].issues.size(), std::size_t(2));
    QCOMPARE(frames[9].issues.back().kind, IssueKind::OverlayLookDisagrees);
    RunFacts facts = factsAgain(OverlayFlight::facts(), frames, TrackSettings());
    QVERIFY(facts.issueCounts[kind] > frameCount / 2);
    QVERIFY(placeAgain(frames, TrackSettings(), cancel));
    QCOMPARE(frames[9].issues.size(), std::size_t(2));  // said once
    QVERIFY(placeAgain(frames, seaAt(-300), cancel));
    for (const FrameRecord& frame : frames)
        QCOMPARE(frame.issues, (std::vector<Issue>{{IssueKind::FrameDamaged, {frame.frame}}}));
    facts = factsAgain(facts, frames, seaAt(-300));
    QCOMPARE(facts.issueCounts.count(kind), std::size_t(0));
}

void PlacingAgainTest::inAnotherLanguageNothingIsSaidTwice()
{
    const Cancel cancel;
    const TrackSettings missing = landFrom(QStringLiteral("/nowhere/missing.tif"));
    std::vector<FrameRecord> frames = framesThatDisagree();
    for (FieldReading& field : frames[20].telemetry.reading.fields)
        field = {};
    frames[20].telemetry.reading.outsideSource = true;  // no place
    QVERIFY(placeAgain(frames, missing, cancel));
    RunFacts facts = factsAgain(OverlayFlight::facts(), frames, missing);
    const QStringList english = sentencesOf(frames[9].issues) + sentencesOf(frames[20].issues);
    const QStringList englishNotices = sentencesOf(facts.notices);
    QCOMPARE(english.size(), 4);
    QCOMPARE(englishNotices.size(), 1);
    // As an earlier version kept them: as sentences.
    std::vector<FrameRecord> earlier = frames;
    for (FrameRecord& frame : earlier)
        frame.issues = issuesFromJson(QJsonArray::fromStringList(sentencesOf(frame.issues)));

    installTranslations(*qApp, QLocale(QLocale::Korean));
    for (std::vector<FrameRecord>* kept : {&frames, &earlier}) {
        QVERIFY(placeAgain(*kept, missing, cancel));
        facts = factsAgain(facts, *kept, missing);
        const QStringList korean = sentencesOf((*kept)[9].issues) + sentencesOf((*kept)[20].issues);
        QCOMPARE(korean.size(), english.size());
        for (const QString& sentence : korean)
            QVERIFY2(!english.contains(sentence), qPrintable(sentence));
        QCOMPARE(facts.notices.size(), std::size_t(1));
        QVERIFY(sentencesOf(facts.notices) != englishNotices);
        // What changed is not said any more.
        QVERIFY(placeAgain(*kept, seaAt(-300), cancel));
        QCOMPARE((*kept)[9].issues, (std::vector<Issue>{{IssueKind::FrameDamaged, {9}}}));
        QVERIFY(factsAgain(facts, *kept, seaAt(-300)).notices.empty());
    }
    qDeleteAll(qApp->findChildren<QTranslator*>());
}

QTEST_GUILESS_MAIN(PlacingAgainTest)
#include "placing_again_test.moc"
