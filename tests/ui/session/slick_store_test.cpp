#include "ui/session/slick_store.h"

#include <QSettings>
#include <QSignalSpy>
#include <QUndoStack>
#include <QtTest>

#include "bodies/areas.h"
#include "bodies/measures.h"
#include "core/pipeline/placing/overlay_flight.h"
#include "ogr/ground_geometry.h"
#include "placing/views_of_place.h"
#include "ui/session/waiting_writes.h"
#include "ui/support/review_scene.h"

using namespace sheen;

namespace {

/** Every kind of edit, one after the other. */
void editEverything(SlickStore& store)
{
    store.setDecision({1, 2}, Decision::Accepted);
    store.setDecision({3}, Decision::Rejected);
    store.setCode({3}, 5);
    store.setClass({2}, 1);
    store.setNote(1, QStringLiteral("near the platform"));
    store.setOutline(3, 0, square(0, 200, 40));
    store.draw(square(300, 300, 10), 2);
    store.split(1, {at(50, -20), at(50, 120)});
    store.join({2, 4});
    store.remove({3});
}

}  // namespace

class SlickStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void acceptedAndRejectedSlicksKeepTheirOutline();
    void codeGivesTheClassThatHasIt();
    void codeWithoutClassStandsAlone();
    void outlineChangesAreaAndStatus();
    void outlineThatCrossesItselfIsRefused();
    void drawnOutlineIsRepaired();
    void splitKeepsAreaAndGivesNewNumbers();
    void splitBesideASlickChangesNothing();
    void joiningKeepsTheAppearances();
    void joiningAcrossTheAntimeridian();
    void areasAreMovedAndPartedFromTheirSlick();
    void drawnSlicksTakeFromWhatLiesBelow();
    void outlinesGiveWayWhereWanted();
    void whatAnEditWouldDoIsWhatItDoes();
    void threeFactsAreThreeFields();
    void whatNoFrameShowedIsMarked();
    void aCommonBorderMovesForBothAreas();
    void framesThatSawADrawnSlickAreListed();
    void everyEditIsOnDiskAtOnce();
    void undoGoesBackToTheBeginningAndRedoForward();
    void editsCarryPersonAndTime();
    void whatCannotBeWrittenWaits();
    void undoGoesOnWithoutTheDisk();
    void selectionDropsWhatIsRemoved();
    void withoutWorkspaceEditsAreRefused();
    void editsThatChangeNothingAreNoSteps();
    void editsAreRefusedWhileHeld();
    void replacedSlicksKeepUndoAndSelection();

private:
    QTemporaryDir m_settings;
};

void SlickStoreTest::initTestCase()
{
    QVERIFY(m_settings.isValid());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("SheenTest"));
}

void SlickStoreTest::acceptedAndRejectedSlicksKeepTheirOutline()
{
    ReviewScene scene;
    const double area = scene.store().find(1)->oiledSquareMetres();
    scene.store().setDecision({1}, Decision::Rejected);
    QCOMPARE(scene.store().find(1)->decision, Decision::Rejected);
    QCOMPARE(scene.store().find(1)->oiledSquareMetres(), area);
    scene.store().setDecision({1}, Decision::Accepted);
    QCOMPARE(scene.store().find(1)->decision, Decision::Accepted);
    QCOMPARE(scene.store().undoStack()->count(), 2);
}

void SlickStoreTest::codeGivesTheClassThatHasIt()
{
    ReviewScene scene;
    scene.store().setCode({1, 3}, 2);
    for (std::int64_t id : {1, 3}) {
        QCOMPARE(scene.store().find(id)->areas[0].code, 2);
        QCOMPARE(scene.store().find(id)->areas[0].className, QStringLiteral("rainbow"));
        QCOMPARE(scene.store().find(id)->origin, Origin::Edited);
    }
    const Slick* slick = scene.store().find(1);
    QVERIFY(std::abs(*slick->measures.maximumVolumeCubicMetres - slick->oiledSquareMetres() * 5e-6) < 1e-6);
}

void SlickStoreTest::codeWithoutClassStandsAlone()
{
    ReviewScene scene;
    scene.store().setCode({3}, 5);
    QCOMPARE(scene.store().find(3)->areas[0].code, 5);
    QCOMPARE(scene.store().find(3)->areas[0].className, QStringLiteral("emulsion"));
    QVERIFY(!scene.store().find(3)->measures.maximumVolumeCubicMetres);
    scene.store().setCode({3}, 0);
    QCOMPARE(scene.store().find(3)->areas[0].code, 0);
}

void SlickStoreTest::outlineChangesAreaAndStatus()
{
    ReviewScene scene;
    QVERIFY(std::abs(scene.store().find(1)->oiledSquareMetres() - 10000) < 100);
    scene.store().setOutline(1, 0, square(0, 0, 50));
    QVERIFY(std::abs(scene.store().find(1)->oiledSquareMetres() - 2500) < 25);
    QCOMPARE(scene.store().find(1)->origin, Origin::Edited);
}

void SlickStoreTest::outlineThatCrossesItselfIsRefused()
{
    ReviewScene scene;
    QSignalSpy refused(&scene.store(), &SlickStore::refused);
    scene.store().setOutline(1, 0, {{{at(0, 0), at(100, 100), at(100, 0), at(0, 100)}}});
    scene.store().setOutline(1, 0, {});
    scene.store().setOutline(1, 0, {{{at(0, 0), at(100, 100), {std::nan(""), 0}}}});
    QCOMPARE(refused.count(), 3);
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
    QVERIFY(!scene.store().undoStack()->canUndo());
}

void SlickStoreTest::drawnOutlineIsRepaired()
{
    ReviewScene scene;
    const std::int64_t id = scene.store().draw({{{at(0, 300), at(100, 400), at(100, 300), at(0, 400)}}}, 2);
    const Slick* slick = scene.store().find(id);
    QVERIFY(slick);
    QVERIFY(isValid(slick->outline));
    QVERIFY(slick->oiledSquareMetres() > 4000);
    QCOMPARE(slick->origin, Origin::Drawn);
    QCOMPARE(slick->areas[0].code, 2);  // as the other slicks of the class
    QCOMPARE(slick->confidence, 1.0);
    QCOMPARE(scene.store().selection(), SlickStore::Ids{id});
    QCOMPARE(scene.store().draw({{{at(0, 0), at(10, 10)}}}, 2), std::int64_t(0));
}

void SlickStoreTest::splitKeepsAreaAndGivesNewNumbers()
{
    ReviewScene scene;
    const double area = scene.store().find(1)->oiledSquareMetres();
    QVERIFY(scene.store().split(1, {at(30, -20), at(30, 120)}));
    const SlickStore::Ids parts = scene.store().selection();
    QCOMPARE(parts.size(), std::size_t(2));
    QVERIFY(parts.count(1) == 1);
    double sum = 0;
    for (std::int64_t id : parts) {
        sum += scene.store().find(id)->oiledSquareMetres();
        QCOMPARE(scene.store().find(id)->origin, Origin::Edited);
        QVERIFY(id == 1 || id > 4);
    }
    QVERIFY(std::abs(sum - area) < 0.01 * area);
    QVERIFY(scene.store().find(1)->oiledSquareMetres() > 0.6 * area);
}

void SlickStoreTest::splitBesideASlickChangesNothing()
{
    ReviewScene scene;
    QVERIFY(!scene.store().split(1, {at(-30, -20), at(-30, 120)}));
    QVERIFY(!scene.store().split(1, {at(10, 10), at(20, 20)}));
    QVERIFY(!scene.store().split(99, {at(30, -20), at(30, 120)}));
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
    QVERIFY(!scene.store().undoStack()->canUndo());
}

void SlickStoreTest::joiningKeepsTheAppearances()
{
    ReviewScene scene;
    scene.store().setCode({3}, 5);
    scene.store().setNote(2, QStringLiteral("beside the ship"));
    const Slick two = *scene.store().find(2);
    const Slick three = *scene.store().find(3);
    scene.store().select({3});
    scene.store().select({2, 3});
    scene.store().join({2, 3});
    QVERIFY(!scene.store().find(2));
    const Slick* joined = scene.store().find(3);  // selected first
    QVERIFY(joined);
    QCOMPARE(joined->areas.size(), std::size_t(2));
    QCOMPARE(joined->areas[0].className, QStringLiteral("rainbow"));
    QCOMPARE(joined->areas[1].code, 5);
    QCOMPARE(joined->oiledSquareMetres(), two.oiledSquareMetres() + three.oiledSquareMetres());
    QCOMPARE(*joined->measures.minimumVolumeCubicMetres,
             *two.measures.minimumVolumeCubicMetres + *three.measures.minimumVolumeCubicMetres);
    QVERIFY(!joined->measures.maximumVolumeCubicMetres);
    QCOMPARE(joined->seen.firstFrame, 20);
    QCOMPARE(joined->seen.lastFrame, 35);
    QVERIFY(joined->note.contains(QStringLiteral("beside the ship")));
    QVERIFY(scene.workspace().edits().back().description.contains(QLatin1Char('2')));
    QSignalSpy refused(&scene.store(), &SlickStore::refused);
    scene.store().join({1});
    QCOMPARE(refused.count(), 1);
}

void SlickStoreTest::joiningAcrossTheAntimeridian()
{
    const auto box = [](double west, double east) {
        return GroundMultiPolygon{{{{10, west}, {10.001, west}, {10.001, east}, {10, east}}}};
    };
    ReviewScene scene({makeSlick(1, 1, box(179.999, 180.001)), makeSlick(2, 1, box(-179.999, -179.998))});
    scene.store().join({1, 2});
    QCOMPARE(scene.store().slicks().size(), std::size_t(1));
    const double expected = groundArea(box(179.999, 180.002));
    QVERIFY(std::abs(scene.store().slicks().front().oiledSquareMetres() - expected) < 0.01 * expected);
    QVERIFY(scene.store().slicks().front().measures.lengthMetres < 400);
}

void SlickStoreTest::areasAreMovedAndPartedFromTheirSlick()
{
    ReviewScene scene;
    scene.store().join({2, 3});
    scene.store().selectArea(2, 1);
    QCOMPARE(*scene.store().selectedArea(), std::size_t(1));
    scene.store().setCode({2}, 4, 1);
    QCOMPARE(scene.store().find(2)->areas[0].code, 2);
    QCOMPARE(scene.store().find(2)->areas[1].code, 4);
    scene.store().moveArea(2, 1, 1);
    QCOMPARE(scene.store().find(2)->areas.size(), std::size_t(1));
    QCOMPARE(scene.store().find(1)->areas.size(), std::size_t(2));
    const std::int64_t own = scene.store().separateArea(1, 1);
    QVERIFY(own > 4);  // no number is used twice, not that of the one that was joined
    QCOMPARE(scene.store().find(own)->areas[0].code, 4);
    QSignalSpy refused(&scene.store(), &SlickStore::refused);
    QCOMPARE(scene.store().separateArea(own, 0), std::int64_t(0));
    scene.store().moveArea(own, 0, 1);
    QCOMPARE(refused.count(), 2);
    QVERIFY(sameSlicks(scene.slicksInStore(), scene.slicksOnDisk()));
    while (scene.store().undoStack()->canUndo())
        scene.store().undo();
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
}

void SlickStoreTest::drawnSlicksTakeFromWhatLiesBelow()
{
    ReviewScene scene;
    const std::int64_t id = scene.store().draw(square(80, 0, 100), 2);
    QVERIFY(std::abs(scene.store().find(id)->oiledSquareMetres() - 10000) < 100);
    QVERIFY(std::abs(scene.store().find(1)->oiledSquareMetres() - 8000) < 100);
    QCOMPARE(scene.store().find(1)->origin, Origin::Edited);
    scene.store().undo();
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
    // Or they leave it as it is.
    const std::int64_t below = scene.store().draw(square(80, 0, 100), 2, false);
    QVERIFY(std::abs(scene.store().find(below)->oiledSquareMetres() - 8000) < 100);
    QCOMPARE(scene.store().find(1)->origin, Origin::Found);
    // What was decided does not vanish under a drawing.
    scene.store().setDecision({3}, Decision::Accepted);
    QVERIFY(scene.store().draw(square(-10, 190, 60), 1) > 0);
    QVERIFY(std::abs(scene.store().find(3)->oiledSquareMetres() - 900) < 10);
    QCOMPARE(scene.store().find(3)->decision, Decision::Accepted);
}

void SlickStoreTest::outlinesGiveWayWhereWanted()
{
    ReviewScene scene;
    // From slick 4 (300 to 320 m east) over slick 2 (200 to 250 m).
    const GroundMultiPolygon over = {{{at(240, 0), at(240, 20), at(320, 20), at(320, 0)}}};
    scene.store().setOutline(4, 0, over, false);
    QVERIFY(std::abs(scene.store().find(4)->oiledSquareMetres() - 1400) < 20);
    QCOMPARE(scene.store().find(2)->origin, Origin::Found);
    scene.store().setOutline(4, 0, over, true);
    QVERIFY(std::abs(scene.store().find(4)->oiledSquareMetres() - 1600) < 20);
    QVERIFY(std::abs(scene.store().find(2)->oiledSquareMetres() - 2300) < 30);
    QCOMPARE(scene.store().find(2)->origin, Origin::Edited);
}

void SlickStoreTest::whatAnEditWouldDoIsWhatItDoes()
{
    ReviewScene scene;
    SlickStore& store = scene.store();
    FrameRecord frame;
    frame.footprint = squareRing(-100, -100, 400);
    store.setFrames(std::make_shared<const std::vector<FrameRecord>>(1, frame));
    store.setDecision({3}, Decision::Accepted);

    // All of slick 4, a part of 2, and sea that was never seen (beyond 300 m).
    const GroundMultiPolygon outline = {{{at(240, -5), at(240, 25), at(340, 25), at(340, -5)}}};
    const EditPreview preview = store.previewOf({0, 0, outline, 1, true})();
    QCOMPARE(store.undoStack()->count(), 1);
    QCOMPARE(preview.losses.size(), std::size_t(2));
    const double before = store.find(2)->oiledSquareMetres();
    const std::int64_t id = store.draw(outline, 1, true);
    for (const EditPreview::Loss& loss : preview.losses) {
        QCOMPARE(loss.whole, loss.slickId == 4);
        const Slick* left = store.find(loss.slickId);
        QVERIFY(std::abs(loss.squareMetres - (left ? before - left->oiledSquareMetres() : 400)) < 2);
    }
    QVERIFY(!store.find(4));
    QVERIFY(std::abs(preview.leftSquareMetres - store.find(id)->oiledSquareMetres()) < 0.02);
    QVERIFY(std::abs(preview.unseenSquareMetres - store.find(id)->measures.unseenSquareMetres) < 0.02);
    QVERIFY(preview.unseenSquareMetres > 1100 && preview.unseenSquareMetres < 1300);
    store.undo();

    const EditPreview yielding = store.previewOf({0, 0, outline, 1, false})();
    QVERIFY(yielding.losses.empty());
    QVERIFY(std::abs(yielding.leftSquareMetres - (preview.leftSquareMetres - 400 - 250)) < 20);

    // What was decided stays: the outline gives way; wholly on it, nothing of it is left.
    const EditPreview around = store.previewOf({0, 0, square(-10, 190, 60), 1, true})();
    QVERIFY(around.losses.empty());
    QVERIFY(std::abs(around.sketchedSquareMetres - around.leftSquareMetres - 900) < 10);
    QVERIFY(store.previewOf({0, 0, square(5, 205, 10), 1, false})().left.empty());

    // An area that is moved over another slick.
    const EditPreview moved = store.previewOf({4, 0, square(240, 0, 20), 0, true})();
    QCOMPARE(moved.losses.size(), std::size_t(1));
    QCOMPARE(moved.losses.front().slickId, std::int64_t(2));
    QVERIFY(std::abs(moved.losses.front().squareMetres - 200) < 5);
}

void SlickStoreTest::threeFactsAreThreeFields()
{
    ReviewScene scene;
    scene.store().setDecision({1}, Decision::Accepted);
    scene.store().setOutline(1, 0, square(0, 0, 50));
    QCOMPARE(scene.store().find(1)->decision, Decision::Accepted);
    QCOMPARE(scene.store().find(1)->origin, Origin::Edited);
    scene.store().setTakenFor({1}, TakenFor::LookAlike, LookAlike::Algae);
    scene.store().setForm({1}, SlickForm::Windrows);
    const Slick slick = scene.slicksOnDisk().front();
    QCOMPARE(slick.decision, Decision::Accepted);
    QCOMPARE(slick.takenFor, TakenFor::LookAlike);
    QCOMPARE(slick.lookAlike, LookAlike::Algae);
    QCOMPARE(slick.shownForm(), SlickForm::Windrows);
    QVERIFY(slick.reviewedUtc.isValid() && !slick.reviewer.isEmpty());
    scene.store().setTakenFor({1}, TakenFor::Unknown, LookAlike::Ice);
    QCOMPARE(scene.store().find(1)->lookAlike, LookAlike::Unsaid);
    scene.store().setForm({1}, std::nullopt);
    QVERIFY(!scene.store().find(1)->form);
}

void SlickStoreTest::whatNoFrameShowedIsMarked()
{
    ReviewScene scene;
    FrameRecord frame;
    frame.footprint = squareRing(-100, -100, 450);
    scene.store().setFrames(std::make_shared<const std::vector<FrameRecord>>(1, frame));
    const std::int64_t half = scene.store().draw(square(340, 100, 20), 1);
    QVERIFY(std::abs(scene.store().find(half)->measures.unseenSquareMetres - 200) < 5);
    const std::int64_t seen = scene.store().draw(square(200, 100, 20), 1);
    QCOMPARE(scene.store().find(seen)->measures.unseenSquareMetres, 0.0);
}

void SlickStoreTest::aCommonBorderMovesForBothAreas()
{
    // Two areas of one slick, west and east of a border at 100 m.
    const auto rectangle = [](double west, double east) {
        return GroundMultiPolygon{{{at(west, 0), at(west, 100), at(east, 100), at(east, 0)}}};
    };
    Slick slick = makeSlick(1, 1, rectangle(0, 100));
    AppearanceArea east = slick.areas[0];
    east.classValue = 2;
    east.code = 2;
    setOutline(east, rectangle(100, 180));
    slick.areas.push_back(east);
    measure(slick);
    ReviewScene scene({slick});
    const auto areaOf = [&scene](int classValue) {
        for (const AppearanceArea& area : scene.store().find(1)->areas) {
            if (area.classValue == classValue)
                return area.areaSquareMetres;
        }
        return 0.0;
    };
    const auto about = [](double value, double expected) {
        return std::abs(value - expected) < 0.01 * expected;
    };
    QVERIFY(about(areaOf(1), 10000) && about(areaOf(2), 8000));
    for (const double border : {130.0, 120.0}) {
        const auto& areas = scene.store().find(1)->areas;
        const std::size_t west = areas[0].classValue == 1 ? 0 : 1;
        scene.store().setOutline(1, west, rectangle(0, border));
        QVERIFY2(about(areaOf(1), 100 * border), qPrintable(QString::number(areaOf(1))));
        QVERIFY2(about(areaOf(2), 100 * (180 - border)), qPrintable(QString::number(areaOf(2))));
    }
}

void SlickStoreTest::framesThatSawADrawnSlickAreListed()
{
    using test::OverlayFlight;
    ReviewScene scene;
    std::vector<FrameRecord> frames = OverlayFlight::frames(40);
    const Cancel cancel;
    placeAgain(frames, TrackSettings(), cancel);
    scene.store().setFrames(std::make_shared<const std::vector<FrameRecord>>(frames));
    const std::int64_t id = scene.store().draw({{OverlayFlight::square(700, 0, 20)}}, 1);
    const SeenFrames seen = scene.store().find(id)->seen;
    const auto views = viewsOfPlace(OverlayFlight::at(700, 0), frames);
    QVERIFY(views.size() > 2);
    QCOMPARE(seen.bestFrame, views.front().frame);
    QVERIFY(std::abs(seen.frameCount - int(views.size())) <= 1);  // of a point inside
    QVERIFY(seen.firstFrame < seen.lastFrame);
    QCOMPARE(scene.store().find(id)->firstUtc, frames[std::size_t(seen.firstFrame)].telemetry.utc);
    QVERIFY(scene.store().find(id)->positionErrorMetres > 0);
    const std::int64_t unseen = scene.store().draw({{OverlayFlight::square(-9000, 0, 20)}}, 1);
    QCOMPARE(scene.store().find(unseen)->seen.bestFrame, -1);
    QVERIFY(sameSlicks(scene.slicksInStore(), scene.slicksOnDisk()));
}

void SlickStoreTest::everyEditIsOnDiskAtOnce()
{
    ReviewScene scene;
    connect(&scene.store(), &SlickStore::changed, this,
            [&scene] { QVERIFY(sameSlicks(scene.slicksInStore(), scene.slicksOnDisk())); });
    editEverything(scene.store());
    QCOMPARE(scene.workspace().edits().size(), std::size_t(10));
    QVERIFY(sameSlicks(scene.slicksInStore(), scene.slicksOnDisk()));
}

void SlickStoreTest::undoGoesBackToTheBeginningAndRedoForward()
{
    ReviewScene scene;
    editEverything(scene.store());
    QCOMPARE(scene.store().undoStack()->count(), 10);
    const std::vector<Slick> end = scene.slicksInStore();
    while (scene.store().undoStack()->canUndo())
        scene.store().undo();
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
    QVERIFY(sameSlicks(scene.slicksOnDisk(), reviewSlicks()));
    while (scene.store().undoStack()->canRedo())
        scene.store().redo();
    QVERIFY(sameSlicks(scene.slicksInStore(), end));
    QVERIFY(sameSlicks(scene.slicksOnDisk(), end));
}

void SlickStoreTest::editsCarryPersonAndTime()
{
    ReviewScene scene;
    QSettings().setValue(QStringLiteral("review/person"), QStringLiteral("Kim Minji"));
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
    scene.store().setDecision({2}, Decision::Accepted);
    scene.store().undo();
    QSettings().remove(QStringLiteral("review/person"));
    const std::vector<Edit> edits = scene.workspace().edits();
    QCOMPARE(edits.size(), std::size_t(2));
    QCOMPARE(edits[0].action, QStringLiteral("accept"));
    QCOMPARE(edits[1].action, QStringLiteral("undo"));
    for (const Edit& edit : edits) {
        QCOMPARE(edit.person, QStringLiteral("Kim Minji"));
        QVERIFY(edit.time >= before && edit.time <= QDateTime::currentDateTimeUtc().addSecs(1));
        QCOMPARE(edit.slickIds, std::vector<std::int64_t>{2});
    }
    scene.store().setDecision({2}, Decision::Rejected);
    QVERIFY(!scene.workspace().edits().back().person.isEmpty());
}

void SlickStoreTest::whatCannotBeWrittenWaits()
{
    ReviewScene scene;
    SlickStore& store = scene.store();
    store.setDecision({2}, Decision::Rejected);
    scene.refuseWrites(true);
    QSignalSpy failed(&store, &SlickStore::failed);
    store.setDecision({1}, Decision::Accepted);
    store.remove({3});
    const std::int64_t own = store.draw(square(300, 300, 10), 1);
    QVERIFY(own > 4);
    QVERIFY(store.split(1, {at(50, -20), at(50, 120)}));
    QCOMPARE(failed.count(), 0);
    QVERIFY(store.writes().count() >= 4);
    QVERIFY2(store.writes().reason().contains(QLatin1String("disk is full")) &&
                 store.writes().reason().contains(scene.path()),
             qPrintable(store.writes().reason()));
    QCOMPARE(store.find(1)->decision, Decision::Accepted);
    QVERIFY(!store.find(3));
    QCOMPARE(scene.slicksOnDisk().size(), std::size_t(4));

    scene.refuseWrites(false);
    QSignalSpy told(&store.writes(), &WaitingWrites::changed);
    store.setNote(own, QStringLiteral("written after all the others"));
    QCOMPARE(store.writes().count(), 0);
    QCOMPARE(told.count(), 1);
    QVERIFY(store.writes().reason().isEmpty());
    QVERIFY(sameSlicks(scene.slicksInStore(), scene.slicksOnDisk()));
    QStringList actions;
    for (const Edit& edit : scene.workspace().edits())
        actions << edit.action;
    QCOMPARE(actions.join(QLatin1Char(' ')), QStringLiteral("reject accept delete draw split note"));
    const std::int64_t next = store.draw(square(400, 300, 10), 1);
    QCOMPARE(next, scene.workspace().lastSlickId());
    QVERIFY(next > own);
}

void SlickStoreTest::undoGoesOnWithoutTheDisk()
{
    ReviewScene scene;
    scene.store().setDecision({1}, Decision::Accepted);
    scene.store().setDecision({1}, Decision::Rejected);
    scene.store().undo();
    scene.refuseWrites(true);
    scene.store().undo();
    QCOMPARE(scene.store().undoStack()->index(), 0);
    QCOMPARE(scene.store().find(1)->decision, Decision::Undecided);
    scene.store().redo();
    QCOMPARE(scene.store().undoStack()->index(), 1);
    QCOMPARE(scene.store().writes().count(), 2);
    scene.refuseWrites(false);
    scene.store().redo();
    QCOMPARE(scene.store().find(1)->decision, Decision::Rejected);
    QVERIFY(sameSlicks(scene.slicksInStore(), scene.slicksOnDisk()));
    scene.store().undo();
    scene.store().undo();
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
    QVERIFY(sameSlicks(scene.slicksOnDisk(), reviewSlicks()));
}

void SlickStoreTest::selectionDropsWhatIsRemoved()
{
    ReviewScene scene;
    scene.store().select({1, 2, 77});
    QCOMPARE(scene.store().selection(), (SlickStore::Ids{1, 2}));
    QSignalSpy spy(&scene.store(), &SlickStore::selectionChanged);
    scene.store().remove({2});
    QCOMPARE(spy.count(), 1);
    QCOMPARE(scene.store().selection(), SlickStore::Ids{1});
    scene.store().select({1});
    QCOMPARE(spy.count(), 1);
}

void SlickStoreTest::withoutWorkspaceEditsAreRefused()
{
    SlickStore store;
    QSignalSpy failed(&store, &SlickStore::failed);
    QCOMPARE(store.draw(square(0, 0, 10), 1), std::int64_t(0));
    store.setDecision({1}, Decision::Accepted);
    store.undo();
    store.redo();
    QCOMPARE(failed.count(), 1);
    ReviewScene scene;
    scene.store().load(nullptr, {});
    QVERIFY(scene.store().slicks().empty());
}

void SlickStoreTest::editsThatChangeNothingAreNoSteps()
{
    ReviewScene scene;
    scene.store().setDecision({1}, Decision::Undecided);
    scene.store().setCode({1}, 1);
    scene.store().setCode({1}, 9);
    scene.store().setClass({1}, 1);
    scene.store().setClass({1}, 42);
    scene.store().setNote(1, {});
    scene.store().remove({42});
    QCOMPARE(scene.store().undoStack()->count(), 0);
    QCOMPARE(scene.workspace().edits().size(), std::size_t(0));
}

void SlickStoreTest::editsAreRefusedWhileHeld()
{
    ReviewScene scene;
    scene.store().setDecision({1}, Decision::Accepted);
    const std::vector<Slick> before = scene.slicksInStore();
    QSignalSpy refused(&scene.store(), &SlickStore::refused);
    scene.store().setHeld(true);
    scene.store().setDecision({2}, Decision::Accepted);
    scene.store().undo();
    QCOMPARE(scene.store().draw(square(300, 300, 10), 2), std::int64_t(0));
    QVERIFY(!scene.store().split(1, {at(50, -20), at(50, 120)}));
    scene.store().remove({1});
    QCOMPARE(refused.count(), 5);
    QVERIFY(sameSlicks(scene.slicksInStore(), before));
    QVERIFY(sameSlicks(scene.slicksOnDisk(), before));
    scene.store().setHeld(false);
    scene.store().undo();
    QCOMPARE(scene.store().find(1)->decision, Decision::Undecided);
}

void SlickStoreTest::replacedSlicksKeepUndoAndSelection()
{
    ReviewScene scene;
    SlickStore& store = scene.store();
    store.setDecision({1}, Decision::Accepted);
    store.remove({3});
    store.select({1, 2});
    std::vector<Slick> remembered = store.remembered();
    QCOMPARE(remembered.size(), std::size_t(3));  // before and after the decision, before the deletion
    for (Slick& slick : remembered)
        slick.note = QStringLiteral("carried");
    std::vector<Slick> slicks = store.slicks();
    slicks.erase(std::find_if(slicks.begin(), slicks.end(), [](const Slick& one) { return one.id == 2; }));
    slicks.push_back(makeSlick(9, 2, square(500, 0, 10)));
    QSignalSpy changed(&store, &SlickStore::changed);
    store.replace(slicks, remembered);
    QCOMPARE(changed.count(), 1);
    QVERIFY(store.find(9) && !store.find(2));
    QCOMPARE(store.selection(), SlickStore::Ids({1}));
    store.undo();
    QCOMPARE(store.find(3)->note, QStringLiteral("carried"));
    store.undo();
    QCOMPARE(store.find(1)->decision, Decision::Undecided);
    QCOMPARE(store.find(1)->note, QStringLiteral("carried"));
    QVERIFY(!store.undoStack()->canUndo());
}

QTEST_GUILESS_MAIN(SlickStoreTest)
#include "slick_store_test.moc"
