#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSignalSpy>
#include <QSlider>
#include <QUndoStack>
#include <cmath>

#include <gdal_priv.h>
#include <qgsmapcanvas.h>

#include "core/pipeline/placing/overlay_flight.h"
#include "ogr/ground_geometry.h"
#include "placing_task.h"
#include "ui/frame/frame_panel.h"
#include "ui/main_window/main_window.h"
#include "ui/map/live_layers.h"
#include "ui/map/map_view.h"
#include "ui/review/merge_controls.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/support/flight_that_was_run.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/small_flight.h"
#include "ui/support/tiny_model.h"
#include "workspace/workspace.h"

using namespace sheen;
using namespace sheen::test;

namespace {

TrackSettings wider(double times = 1.05)
{
    TrackSettings settings;
    settings.sensorWidthMillimetres[QStringLiteral("EOW")] = 9.6 * times;
    return settings;
}

/** Asks for other settings and waits until everything is stored. */
void change(Session& session, const TrackSettings& settings)
{
    session.setTrackSettings(settings);
    QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
}

/** The same for another smallest area. */
void mergeAgain(Session& session, double smallestSquareMetres)
{
    MergeSettings settings = session.mergeSettings();
    settings.smallestAreaSquareMetres = smallestSquareMetres;
    session.setMergeSettings(settings);
    QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
}

double areaOf(const Session& session, std::int64_t id)
{
    const Slick* slick = session.slicks()->find(id);
    return slick ? slick->oiledSquareMetres() : -1;
}

void compare(const std::vector<Slick>& a, const std::vector<Slick>& b)
{
    QCOMPARE(a.size(), b.size());
    for (const Slick& slick : a) {
        const auto other =
            std::find_if(b.begin(), b.end(), [&slick](const Slick& one) { return one.id == slick.id; });
        QVERIFY(other != b.end());
        QCOMPARE(int(other->decision), int(slick.decision));
        QVERIFY(std::abs(other->oiledSquareMetres() - slick.oiledSquareMetres()) < 0.02);
    }
}

}  // namespace

class TrackChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesFollowAtOnceAndSlicksSoon()
    {
        const FlightThatWasRun flight;
        Session session;
        flight.openIn(session);
        QVERIFY(session.trackSettings() == TrackSettings());
        const double before = session.frames()[15].groundSampleDistanceMetres;
        const double area = areaOf(session, 1);
        QSignalSpy placed(&session, &Session::placedAgain);
        change(session, wider());
        QVERIFY(placed.count() >= 2);
        QCOMPARE(placed.first().first().toBool(), false);
        QCOMPARE(placed.last().first().toBool(), true);
        QVERIFY(session.frames()[15].groundSampleDistanceMetres > 1.03 * before);
        QVERIFY(areaOf(session, 1) > 0.9 * area);
        QCOMPARE(session.slicks()->slicks().size(), std::size_t(3));
        QVERIFY(session.trackSettings() == wider());
        QVERIFY(session.settings().track == wider());

        const auto workspace = flight.onDisk();
        QVERIFY(trackSettingsOf(workspace->facts()) == wider());
        QVERIFY(std::abs(workspace->frames()[15].groundSampleDistanceMetres -
                         session.frames()[15].groundSampleDistanceMetres) < 1e-9);
        compare(workspace->slicks(), session.slicks()->slicks());
        QCOMPARE(workspace->edits().size(), std::size_t(1));
        const Edit edit = workspace->edits().front();
        QCOMPARE(edit.action, QStringLiteral("telemetry"));
        QVERIFY2(edit.description.contains(QStringLiteral("9.6 mm → 10.08 mm")),
                 qPrintable(edit.description));
        QVERIFY(!edit.person.isEmpty() && edit.time.isValid());

        Session again;
        flight.openIn(again);
        QVERIFY(again.trackSettings() == wider());
        QVERIFY(again.settings().track == wider());
    }

    void onlyTheLatestCounts()
    {
        const FlightThatWasRun flight;
        Session session;
        flight.openIn(session);
        QSignalSpy placed(&session, &Session::placedAgain);
        QElapsedTimer clock;
        clock.start();
        for (int i = 1; i <= 40; ++i) {
            session.setTrackSettings(wider(1 + i * 0.001));
            QTest::qWait(20);
        }
        session.setTrackSettings(wider());
        const qint64 dragged = clock.elapsed();
        QVERIFY(placed.count() <= 1 + dragged / 250);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        QVERIFY(session.trackSettings() == wider());
        const auto workspace = flight.onDisk();
        QCOMPARE(workspace->edits().size(), std::size_t(1));
        QVERIFY(trackSettingsOf(workspace->facts()) == wider());
    }

    void anotherSmallestAreaMergesSlicksAlone()
    {
        const FlightThatWasRun flight;
        Session session;
        QSignalSpy masks(&session, &Session::masksChanged);
        flight.openIn(session);
        QTRY_COMPARE_WITH_TIMEOUT(masks.count(), 1, patience);  // of what was opened
        SlickStore& slicks = *session.slicks();
        const std::vector<FrameRecord>& before = session.frames();
        const double middle = areaOf(session, 2);
        slicks.setNote(2, QStringLiteral("seen from the ship"));
        QSignalSpy placed(&session, &Session::placedAgain);
        QSignalSpy merged(&session, &Session::mergedAgain);
        mergeAgain(session, areaOf(session, 1) - 1);
        QCOMPARE(merged.count(), 1);
        QCOMPARE(placed.count(), 0);
        QCOMPARE(masks.count(), 1);
        QCOMPARE(&session.frames(), &before);
        // What somebody said something about stays.
        QCOMPARE(slicks.slicks().size(), std::size_t(2));
        QCOMPARE(areaOf(session, 2), middle);
        QCOMPARE(slicks.find(2)->note, QStringLiteral("seen from the ship"));
        QVERIFY(!slicks.find(3));
        compare(flight.onDisk()->slicks(), slicks.slicks());
        QCOMPARE(mergeSettingsOf(flight.onDisk()->facts()).smallestAreaSquareMetres,
                 session.mergeSettings().smallestAreaSquareMetres);
        const Edit edit = flight.onDisk()->edits().back();
        QVERIFY2(edit.description.startsWith(QStringLiteral("Smallest area 25 m² → ")),
                 qPrintable(edit.description));
        // What comes back has the number that it had, and all is one history.
        slicks.undo();
        QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        QCOMPARE(session.mergeSettings().smallestAreaSquareMetres, 25.0);
        QCOMPARE(slicks.slicks().size(), std::size_t(3));
        QVERIFY(slicks.find(3));
        slicks.undo();
        QVERIFY(slicks.find(2)->note.isEmpty());
    }

    void slicksAreThoseOfARunWithThatSmallestAreaAndGap()
    {
        const FlightThatWasRun flight;
        Session session;
        flight.openIn(session);
        MergeSettings settings = session.mergeSettings();
        settings.smallestAreaSquareMetres = areaOf(session, 2) - 1;
        settings.gapMetres = 500;
        session.setMergeSettings(settings);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        const std::vector<Slick> run = mergeSlicks(session.frames(), session.facts().model, settings);
        QVERIFY(run.size() < 3);
        compare(run, session.slicks()->slicks());
        // To the bit, whichever way the slider came there.
        for (const double smallest : {25.0, 500.0, areaOf(session, 1) - 1, 25.0}) {
            settings.smallestAreaSquareMetres = smallest;
            session.setMergeSettings(settings);
            QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
            const auto fresh = mergeSlicks(session.frames(), session.facts().model, settings);
            const std::vector<Slick>& shown = session.slicks()->slicks();
            QCOMPARE(shown.size(), fresh.size());
            for (std::size_t i = 0; i < fresh.size(); ++i) {
                QCOMPARE(toWkb(shown[i].outline), toWkb(fresh[i].outline));
                QCOMPARE(toWkb(shown[i].overallOutline), toWkb(fresh[i].overallOutline));
                QCOMPARE(shown[i].oiledSquareMetres(), fresh[i].oiledSquareMetres());
                QCOMPARE(shown[i].measures.lengthMetres, fresh[i].measures.lengthMetres);
            }
        }
        // Track and slicks at once.
        change(session, wider());
        settings.smallestAreaSquareMetres = 25;
        session.setMergeSettings(settings);
        session.setTrackSettings(wider(1.1));
        QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        const auto workspace = flight.onDisk();
        QVERIFY(placingSettingsOf(workspace->facts()) == (PlacingSettings{wider(1.1), settings}));
        std::vector<double> areas, expected;
        for (const Slick& slick : workspace->slicks())
            areas.push_back(slick.oiledSquareMetres());
        for (const Slick& slick : mergeSlicks(session.frames(), session.facts().model, settings))
            expected.push_back(slick.oiledSquareMetres());
        std::sort(areas.begin(), areas.end());
        std::sort(expected.begin(), expected.end());
        QCOMPARE(areas.size(), expected.size());
        for (std::size_t i = 0; i < areas.size(); ++i)
            QVERIFY(std::abs(areas[i] - expected[i]) < 0.02);
    }

    void aSliderThatIsDraggedIsOneStepAndOnlyTheLatestCounts()
    {
        const FlightThatWasRun flight;
        QTemporaryDir folder;
        WindowOptions options;
        options.modelPath = folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(options.modelPath);
        MainWindow window(options);
        window.show();
        Session& session = window.session();
        QSignalSpy opened(&session, &Session::workspaceOpened);
        window.open(flight.path());
        QVERIFY(opened.wait(patience));
        auto* slider = window.findChild<QSlider*>(QStringLiteral("mergeSlider"));
        auto* smallest = window.findChild<QDoubleSpinBox*>(QStringLiteral("mergeSmallest"));
        QVERIFY(slider && slider->isEnabled());
        QCOMPARE(smallest->value(), 25.0);
        QCOMPARE(slider->value(), MergeControls::positionOf(25));
        QSignalSpy merged(&session, &Session::mergedAgain);
        for (int position = slider->value(); position <= slider->maximum(); ++position)
            slider->setValue(position);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        QCOMPARE(merged.count(), 1);
        QCOMPARE(session.mergeSettings().smallestAreaSquareMetres, 10000.0);
        QCOMPARE(smallest->value(), 10000.0);
        QVERIFY(!session.slicks()->find(3));
        QCOMPARE(session.slicks()->undoStack()->count(), 1);
        QCOMPARE(flight.onDisk()->edits().size(), std::size_t(1));
        QCOMPARE(session.settings().merge.smallestAreaSquareMetres, 10000.0);
        session.slicks()->undo();
        QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        QCOMPARE(smallest->value(), 25.0);
        QCOMPARE(slider->value(), MergeControls::positionOf(25));
        QCOMPARE(session.slicks()->slicks().size(), std::size_t(3));
        for (int position = 0; position <= slider->maximum(); ++position)
            QVERIFY(MergeControls::areaAt(position) >= 1 &&
                    std::abs(MergeControls::positionOf(MergeControls::areaAt(position)) - position) <= 3);
        QTRY_VERIFY_WITH_TIMEOUT(session.model(), patience);
    }

    void changedAndChangedBackIsNoEdit()
    {
        const FlightThatWasRun flight;
        Session session;
        flight.openIn(session);
        const double before = session.frames()[15].groundSampleDistanceMetres;
        session.setTrackSettings(wider());
        change(session, TrackSettings());
        QCOMPARE(session.frames()[15].groundSampleDistanceMetres, before);
        QVERIFY(flight.onDisk()->edits().empty());
    }

    void theReviewIsKept()
    {
        const FlightThatWasRun flight;
        Session session;
        flight.openIn(session);
        SlickStore& slicks = *session.slicks();
        const double area = areaOf(session, 1);
        slicks.setDecision({1}, Decision::Accepted);
        slicks.remove({2});
        slicks.select({1, 3});
        change(session, wider());
        QCOMPARE(slicks.slicks().size(), std::size_t(2));
        QCOMPARE(slicks.find(1)->decision, Decision::Accepted);
        QVERIFY(areaOf(session, 1) > 1.07 * area);
        QCOMPARE(slicks.selection(), SlickStore::Ids({1, 3}));
        compare(flight.onDisk()->slicks(), slicks.slicks());
        // Deleted ones do not come back the next time either, wherever they lie by then.
        change(session, wider(1.08));
        QCOMPARE(slicks.slicks().size(), std::size_t(2));
        change(session, wider());

        // All is one history: what was done last is taken back first, each slick where it lies then.
        QCOMPARE(slicks.undoStack()->count(), 5);
        const auto undone = [&] {
            slicks.undo();
            QTRY_VERIFY_WITH_TIMEOUT(!session.isPlacingAgain(), patience);
        };
        undone();
        QVERIFY(session.trackSettings() == wider(1.08));
        undone();
        undone();
        QVERIFY(session.trackSettings() == TrackSettings());
        QVERIFY(std::abs(areaOf(session, 1) - area) < 0.02);
        QVERIFY(trackSettingsOf(flight.onDisk()->facts()) == TrackSettings());
        slicks.undo();
        QVERIFY(slicks.find(2));
        slicks.undo();
        QCOMPARE(slicks.find(1)->decision, Decision::Undecided);
        slicks.redo();
        QCOMPARE(slicks.find(1)->decision, Decision::Accepted);
        compare(flight.onDisk()->slicks(), slicks.slicks());
    }

    void setBackIsWhereItWas()
    {
        const FlightThatWasRun flight;
        Session session;
        flight.openIn(session);
        session.slicks()->setDecision({1}, Decision::Accepted);
        const std::vector<Slick> before = session.slicks()->slicks();
        change(session, wider());
        change(session, TrackSettings());
        QCOMPARE(session.slicks()->slicks().size(), before.size());
        for (const Slick& slick : before)
            QVERIFY(std::abs(areaOf(session, slick.id) - slick.oiledSquareMetres()) < 0.02);
    }

    void whatWasAskedForIsStoredWhenTheWindowCloses()
    {
        const FlightThatWasRun flight;
        {
            Session session;
            flight.openIn(session);
            session.slicks()->setDecision({1}, Decision::Accepted);
            session.setTrackSettings(wider());
            session.stop();
        }
        const auto workspace = flight.onDisk();
        QVERIFY(trackSettingsOf(workspace->facts()) == wider());
        QCOMPARE(workspace->edits().size(), std::size_t(2));
        QCOMPARE(workspace->slicks().size(), std::size_t(3));
    }

    void whatWasAskedForIsStoredWhenAnotherFlightIsOpened()
    {
        const FlightThatWasRun first, second;
        {
            Session session;
            first.openIn(session);
            session.setTrackSettings(wider());
            second.openIn(session);
            QVERIFY(session.trackSettings() == TrackSettings());
            change(session, wider(1.1));
        }
        QVERIFY(trackSettingsOf(first.onDisk()->facts()) == wider());
        QVERIFY(trackSettingsOf(second.onDisk()->facts()) == wider(1.1));
    }

    void aFlightThatWasLeftIsLetGoOnceItIsStored()
    {
        const FlightThatWasRun first, second;
        Session session;
        first.openIn(session);
        session.setTrackSettings(wider());
        second.openIn(session);
        QTRY_VERIFY_WITH_TIMEOUT(trackSettingsOf(first.onDisk()->facts()) == wider(), patience);
        // As a new run of the first flight would: it moves the old workspace aside, which nobody may have
        // open.
        QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(first.path() + QStringLiteral("-wal")), patience);
        QVERIFY(Workspace::create(first.path(), OverlayFlight::facts()));
    }

    void twoFlightsThatWereLeftAreBothStoredWhenTheWindowCloses()
    {
        const FlightThatWasRun first, second, third;
        {
            Session session;
            first.openIn(session);
            session.setTrackSettings(wider());
            second.openIn(session);
            session.setTrackSettings(wider(1.1));
            third.openIn(session);
        }
        QVERIFY(trackSettingsOf(first.onDisk()->facts()) == wider());
        QVERIFY(trackSettingsOf(second.onDisk()->facts()) == wider(1.1));
    }

    void aStepThatFailsEndsTheOthersAndNothingIsLost()
    {
        const FlightThatWasRun flight;
        const auto before = flight.onDisk()->slicks();
        PlacingTask task;
        task.workspace = flight.onDisk();
        task.storedFacts = task.workspace->facts();
        task.storedFacts.crsEpsg = 1;  // no projection has this number: merging fails
        task.storedFacts.settings.insert(QStringLiteral("crs"), QStringLiteral("EPSG:1"));
        task.storedFrames = std::make_shared<const std::vector<FrameRecord>>(task.workspace->frames());
        task.settings.track = wider();
        task.slicks = before;
        QVERIFY(!complete(task));
        QVERIFY(!task.failure.isEmpty());
        QVERIFY(!task.stored);
        compare(flight.onDisk()->slicks(), before);

        // And where not even the places could be found, nothing is looked for behind a null pointer.
        PlacingTask cancelled;
        cancelled.workspace = task.workspace;
        cancelled.storedFacts = task.workspace->facts();
        cancelled.storedFrames = task.storedFrames;
        cancelled.settings.track = wider();
        cancelled.slicks = before;
        cancelled.cancel.request();
        QVERIFY(!complete(cancelled));
        compare(flight.onDisk()->slicks(), before);
    }

    void whatCannotBeStoredIsTakenBack()
    {
        const FlightThatWasRun flight;
        Session session;
        flight.openIn(session);
        const double before = session.frames()[15].groundSampleDistanceMetres;
        QSignalSpy failed(&session, &Session::failed);
        {
            // Another program writes and does not end.
            GDALDatasetUniquePtr other(
                GDALDataset::Open(flight.path().toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
            other->ReleaseResultSet(other->ExecuteSQL("BEGIN IMMEDIATE", nullptr, nullptr));
            change(session, wider());
            QCOMPARE(failed.count(), 1);
            other->ReleaseResultSet(other->ExecuteSQL("ROLLBACK", nullptr, nullptr));
        }
        QVERIFY(failed.first().first().toString().contains(flight.path()));
        QCOMPARE(session.frames()[15].groundSampleDistanceMetres, before);
        QVERIFY(session.trackSettings() == TrackSettings());
        QVERIFY(!session.slicks()->isHeld());
        QVERIFY(flight.onDisk()->edits().empty());
        change(session, wider());
        QVERIFY(trackSettingsOf(flight.onDisk()->facts()) == wider());
    }

    void aWorkspaceOfAnEarlierVersionOpensAsBefore()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("old.gpkg"));
        RunFacts facts = OverlayFlight::facts();
        facts.settings.remove(QStringLiteral("track"));
        Workspace::create(path, facts)->finish(facts, OverlayFlight::frames(5, {}), {});
        Session session;
        QSignalSpy opened(&session, &Session::workspaceOpened);
        session.open(path);
        QVERIFY(opened.wait(patience));
        QVERIFY(session.trackSettings() == TrackSettings());
        change(session, wider());
        QVERIFY(trackSettingsOf(Workspace::open(path)->facts()) == wider());
    }

    void resultsOfAProjectionThatNobodyKnowsAreRefused()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("odd.gpkg"));
        RunFacts facts = OverlayFlight::facts();
        facts.crsEpsg = 1;
        Workspace::create(path, facts)->finish(facts, OverlayFlight::frames(5, {}), {});
        Session session;
        QSignalSpy failed(&session, &Session::openFailed);
        session.open(path);
        QVERIFY(failed.wait(patience));
        QVERIFY2(failed.first().first().toString().contains(path),
                 qPrintable(failed.first().first().toString()));
    }

    void beforeARunTheyAreForTheRunAndDuringOneTheyStay()
    {
        QTemporaryDir folder;
        const SmallFlight flight = writeSmallFlight(folder.path(), 12);
        const QString model = folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(model, 30);
        Session session;
        session.setTrackSettings(wider());
        QVERIFY(session.settings().track == wider());
        QSignalSpy loaded(&session, &Session::modelLoaded);
        session.loadModel(model);
        QVERIFY(loaded.wait(patience));
        QSignalSpy opened(&session, &Session::flightOpened);
        session.open(flight.frames);
        QVERIFY(opened.wait(patience));
        QVERIFY(session.trackSettings() == TrackSettings());  // those of another flight need not hold

        RunSettings settings = session.settings();
        settings.telemetry = flight.poses;
        session.setSettings(settings);
        session.setTrackSettings(wider());
        QSignalSpy notice(&session, &Session::notice);
        QSignalSpy finished(&session, &Session::runFinished);
        session.run(folder.filePath(QStringLiteral("sheen.gpkg")));
        session.setTrackSettings(wider(1.1));
        QCOMPARE(notice.count(), 1);
        QVERIFY(finished.wait(patience));
        QVERIFY(session.trackSettings() == wider());
        // A table gave the poses: nothing is to be placed again.
        session.setTrackSettings(wider(1.1));
        QCOMPARE(notice.count(), 2);
        QVERIFY(!session.isPlacingAgain());
    }

    void theWindowFollowsAndTheMapStaysWhereItIs()
    {
        const FlightThatWasRun flight;
        QTemporaryDir folder;
        WindowOptions options;
        options.modelPath = folder.filePath(QStringLiteral("tiny.pt"));
        writeTinyModel(options.modelPath);
        MainWindow window(options);
        window.resize(1900, 1000);  // room for what the panels say: the map keeps its size
        window.show();
        QSignalSpy opened(&window.session(), &Session::workspaceOpened);
        window.open(flight.path());
        QVERIFY(opened.wait(patience));
        QTRY_VERIFY_WITH_TIMEOUT(!window.map().liveLayers().isFilling(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(window.framePanel().currentFrame() >= 0, patience);
        const int frame = window.framePanel().currentFrame();
        QTest::qWait(500);
        const QgsRectangle extent = window.map().canvas()->extent();
        const double width = window.map().liveLayers().extent().width();
        QSignalSpy shown(&window.framePanel(), &FramePanel::frameShown);
        change(window.session(), wider());
        QTRY_VERIFY_WITH_TIMEOUT(!window.map().liveLayers().isFilling(), patience);
        QTRY_VERIFY(shown.count() > 0);
        QCOMPARE(window.framePanel().currentFrame(), frame);
        QVERIFY(window.map().liveLayers().extent().width() > 1.01 * width);
        QCOMPARE(window.map().canvas()->extent(), extent);
        window.map().canvas()->waitWhileRendering();
    }
};

SHEEN_QGIS_TEST_MAIN(TrackChangesTest)
#include "track_changes_test.moc"
