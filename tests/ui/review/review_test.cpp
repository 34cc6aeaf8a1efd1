#include <qgsgeometry.h>
#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsrectangle.h>
#include <qgsvectorlayer.h>

#include <QAction>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QSignalSpy>
#include <QUndoStack>
#include <QVBoxLayout>

#include "ogr/ground_geometry.h"
#include "ui/review/review_actions.h"
#include "ui/review/slick_layer.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/review_scene.h"

using namespace sheen;

namespace {

/** A window with a canvas over the scene's slicks, driven in metres east and north. */
class ReviewWindow
{
public:
    explicit ReviewWindow(ReviewScene& scene, const QString& crs = QStringLiteral("EPSG:32613"))
        : m_canvas(new QgsMapCanvas), m_field(new QLineEdit)
    {
        auto* central = new QWidget;
        auto* layout = new QVBoxLayout(central);
        layout->addWidget(m_canvas, 1);
        layout->addWidget(m_field);
        m_window.setCentralWidget(central);
        m_canvas->setDestinationCrs(QgsCoordinateReferenceSystem(crs));
        m_canvas->enableAntiAliasing(true);
        m_actions = std::make_unique<ReviewActions>(&scene.store(), m_canvas, &m_window);
        m_window.resize(700, 700);
        m_window.show();
        QVERIFY(QTest::qWaitForWindowActive(&m_window));
        const QgsRectangle extent = QgsRectangle(map(-60, -60), map(340, 340));
        m_canvas->setExtent(extent);
        m_canvas->setFocus();
    }
    ~ReviewWindow() { m_actions.reset(); }

    QgsMapCanvas& canvas() { return *m_canvas; }
    QLineEdit& field() { return *m_field; }
    ReviewActions& actions() { return *m_actions; }

    void use(const char* tool) { action(tool)->trigger(); }
    QAction* action(const char* name)
    {
        auto* found = m_actions->findChild<QAction*>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }

    QgsPointXY map(double east, double north) const
    {
        const GroundPoint ground = at(east, north);
        const QgsCoordinateTransform transform(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")),
                                               m_canvas->mapSettings().destinationCrs(),
                                               QgsProject::instance()->transformContext());
        return transform.transform(QgsPointXY(ground.longitudeDegrees, ground.latitudeDegrees));
    }
    QPoint pixel(double east, double north) const
    {
        return m_canvas->getCoordinateTransform()->transform(map(east, north)).toQPointF().toPoint();
    }

    void click(double east, double north, Qt::MouseButton button = Qt::LeftButton,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(m_canvas->viewport(), button, modifiers, pixel(east, north));
    }
    void doubleClick(double east, double north)
    {
        click(east, north);
        QTest::mouseDClick(m_canvas->viewport(), Qt::LeftButton, Qt::NoModifier, pixel(east, north));
    }
    void drag(double fromEast, double fromNorth, double toEast, double toNorth,
              Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        press(fromEast, fromNorth, modifiers);
        move((fromEast + toEast) / 2, (fromNorth + toNorth) / 2, modifiers);
        move(toEast, toNorth, modifiers);
        QTest::mouseRelease(m_canvas->viewport(), Qt::LeftButton, modifiers, pixel(toEast, toNorth));
    }
    void press(double east, double north, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(m_canvas->viewport(), Qt::LeftButton, modifiers, pixel(east, north));
    }
    void move(double east, double north, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const QPoint place = pixel(east, north);
        QMouseEvent event(QEvent::MouseMove, place, m_canvas->viewport()->mapToGlobal(place), Qt::NoButton,
                          Qt::LeftButton, modifiers);
        QApplication::sendEvent(m_canvas->viewport(), &event);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_canvas, key, modifiers);
    }

private:
    QMainWindow m_window;
    QgsMapCanvas* m_canvas;
    QLineEdit* m_field;
    std::unique_ptr<ReviewActions> m_actions;
};

double areaOf(ReviewScene& scene, std::int64_t id)
{
    const Slick* slick = scene.store().find(id);
    return slick ? slick->oiledSquareMetres() : -1;
}

std::size_t vertexCount(ReviewScene& scene, std::int64_t id)
{
    return scene.store().find(id)->outline.front().front().size();
}

bool isAbout(double value, double expected)
{
    if (std::abs(value - expected) <= 0.04 * std::abs(expected))
        return true;
    qWarning() << value << "is not about" << expected;
    return false;
}

}  // namespace

class ReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clickSelectsTheSlickThenItsArea();
    void shiftAddsAndTakesOff();
    void rectangleSelects();
    void doubleClickGoesThere();
    void vertexIsMoved_data();
    void vertexIsMoved();
    void vertexIsAddedAtTheMiddleOfAnEdge();
    void vertexIsAddedByDoubleClick();
    void vertexIsDeleted();
    void vertexMoveThatCrossesIsTakenBack();
    void severalVerticesAreMovedTogether();
    void severalVerticesAreDeletedTogether();
    void escapeDropsADrag();
    void slickIsDrawn();
    void drawnSlickHasAClassOfTheSensor();
    void pointsAreTakenOffASketch();
    void sketchIsDropped();
    void slickIsSplit();
    void slickIsReshaped();
    void sketchTellsWhatItTakes();
    void keysSayWhatTheyActOn();
    void whatWasNotSeenIsMarked();
    void slicksAreJoinedAndDeleted();
    void keysDecide();
    void keysDoNotFireWhileTyping();
    void nextAndPreviousFollowTheOrder();
    void toolsNeedAWorkspace();
    void everyActionHasTextAndTip();
    void everythingIsUndone();
    void layerFollowsTheStore();
    void layerGoesWithItsProject();
    void layerShowsWhatIsDecided();
    void manySlicksAreQuick();
};

void ReviewTest::clickSelectsTheSlickThenItsArea()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    window.use("reviewSelect");
    window.click(20, 20);
    QCOMPARE(scene.store().selection(), SlickStore::Ids{1});
    QVERIFY(!scene.store().selectedArea());
    window.click(20, 20);  // once more: the area there
    QCOMPARE(scene.store().selection(), SlickStore::Ids{1});
    QCOMPARE(*scene.store().selectedArea(), std::size_t(0));
    window.click(310, 10);
    QCOMPARE(scene.store().selection(), SlickStore::Ids{4});
    window.click(150, 150);
    QVERIFY(scene.store().selection().empty());
}

void ReviewTest::shiftAddsAndTakesOff()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    window.use("reviewSelect");
    window.click(20, 20);
    window.click(225, 25, Qt::LeftButton, Qt::ShiftModifier);
    QCOMPARE(scene.store().selection(), (SlickStore::Ids{1, 2}));
    window.click(20, 20, Qt::LeftButton, Qt::ShiftModifier);
    QCOMPARE(scene.store().selection(), SlickStore::Ids{2});
}

void ReviewTest::rectangleSelects()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    window.use("reviewSelect");
    window.drag(-20, -20, 260, 30);
    QCOMPARE(scene.store().selection(), (SlickStore::Ids{1, 2}));
    window.drag(-20, 190, 20, 240, Qt::ShiftModifier);
    QCOMPARE(scene.store().selection(), (SlickStore::Ids{1, 2, 3}));
    window.drag(150, 150, 170, 170);
    QVERIFY(scene.store().selection().empty());
}

void ReviewTest::doubleClickGoesThere()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    QSignalSpy frames(&window.actions(), &ReviewActions::showFrame);
    window.use("reviewSelect");
    window.doubleClick(225, 25);
    QCOMPARE(scene.store().selection(), SlickStore::Ids{2});
    QCOMPARE(frames.count(), 1);
    QCOMPARE(frames.first().first().toInt(), 22);
    QVERIFY(window.canvas().extent().width() < 200);
    QVERIFY(window.canvas().extent().contains(window.map(225, 25)));
}

void ReviewTest::vertexIsMoved_data()
{
    QTest::addColumn<QString>("crs");
    QTest::newRow("UTM") << QStringLiteral("EPSG:32613");
    QTest::newRow("web") << QStringLiteral("EPSG:3857");
    QTest::newRow("degrees") << QStringLiteral("EPSG:4326");
}

void ReviewTest::vertexIsMoved()
{
    QFETCH(QString, crs);
    ReviewScene scene;
    ReviewWindow window(scene, crs);
    scene.store().select({2});
    window.use("reviewVertices");
    window.drag(250, 50, 270, 70);
    QVERIFY(isAbout(areaOf(scene, 2), 3500));
    QCOMPARE(vertexCount(scene, 2), std::size_t(4));
    QCOMPARE(scene.store().undoStack()->count(), 1);
    scene.store().undo();
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
}

void ReviewTest::vertexIsAddedAtTheMiddleOfAnEdge()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    window.use("reviewVertices");
    window.click(20, 20);  // choose the slick
    QCOMPARE(scene.store().selection(), SlickStore::Ids{1});
    window.drag(100, 50, 140, 50);
    QCOMPARE(vertexCount(scene, 1), std::size_t(5));
    QVERIFY(isAbout(areaOf(scene, 1), 12000));
    window.click(50, 100);  // a click alone adds it where it is
    QCOMPARE(vertexCount(scene, 1), std::size_t(6));
    QVERIFY(isAbout(areaOf(scene, 1), 12000));
}

void ReviewTest::vertexIsAddedByDoubleClick()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    scene.store().select({1});
    window.use("reviewVertices");
    window.doubleClick(25, 0);
    QCOMPARE(vertexCount(scene, 1), std::size_t(5));
    QVERIFY(isAbout(areaOf(scene, 1), 10000));
}

void ReviewTest::vertexIsDeleted()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    scene.store().select({1});
    window.use("reviewVertices");
    QSignalSpy messages(&window.actions(), &ReviewActions::message);
    window.key(Qt::Key_Delete);  // none is chosen: nothing goes
    QCOMPARE(scene.store().slicks().size(), std::size_t(4));
    QCOMPARE(messages.count(), 1);
    window.click(100, 100);
    window.key(Qt::Key_Delete);
    QCOMPARE(vertexCount(scene, 1), std::size_t(3));
    QVERIFY(isAbout(areaOf(scene, 1), 5000));
    window.click(0, 0);
    window.key(Qt::Key_Delete);  // a triangle keeps its vertices
    QCOMPARE(vertexCount(scene, 1), std::size_t(3));
}

void ReviewTest::vertexMoveThatCrossesIsTakenBack()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    scene.store().select({1});
    window.use("reviewVertices");
    window.drag(100, 100, -30, 50);
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
    window.drag(100, 100, 120, 120);  // from where it was
    QVERIFY(isAbout(areaOf(scene, 1), 12000));
}

void ReviewTest::severalVerticesAreMovedTogether()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    scene.store().select({1});
    window.use("reviewVertices");
    window.drag(80, -20, 120, 120);  // round the two in the east
    QCOMPARE(scene.store().undoStack()->count(), 0);
    window.drag(100, 100, 140, 100);
    QVERIFY(isAbout(areaOf(scene, 1), 14000));
    QCOMPARE(vertexCount(scene, 1), std::size_t(4));
    QCOMPARE(scene.store().undoStack()->count(), 1);
    window.drag(140, 0, 100, 0);  // they are still chosen, whichever is taken
    QVERIFY(isAbout(areaOf(scene, 1), 10000));
    window.key(Qt::Key_Escape);
    window.drag(100, 100, 140, 100);  // let go: one alone
    QVERIFY(isAbout(areaOf(scene, 1), 12000));
    for (int i = 0; i < 3; ++i)
        scene.store().undo();
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
}

void ReviewTest::severalVerticesAreDeletedTogether()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    scene.store().select({1});
    window.use("reviewVertices");
    window.drag(100, 50, 140, 50);
    window.drag(50, 100, 50, 140);
    QCOMPARE(vertexCount(scene, 1), std::size_t(6));
    const double both = areaOf(scene, 1);
    window.drag(125, 35, 155, 65);
    window.drag(35, 125, 65, 155, Qt::ShiftModifier);
    window.key(Qt::Key_Delete);
    QCOMPARE(vertexCount(scene, 1), std::size_t(4));
    QVERIFY(isAbout(areaOf(scene, 1), 10000));
    scene.store().undo();
    QCOMPARE(vertexCount(scene, 1), std::size_t(6));
    QVERIFY(isAbout(areaOf(scene, 1), both));
    scene.store().redo();

    QSignalSpy messages(&window.actions(), &ReviewActions::message);
    window.drag(-20, -20, 120, 120);
    window.key(Qt::Key_Delete);  // nothing would be left
    QVERIFY(!messages.isEmpty());
    QCOMPARE(vertexCount(scene, 1), std::size_t(4));
}

void ReviewTest::escapeDropsADrag()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    scene.store().select({1});
    window.use("reviewVertices");
    window.click(100, 100);
    window.key(Qt::Key_Escape);
    window.key(Qt::Key_Delete);
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
}

void ReviewTest::slickIsDrawn()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    window.use("reviewDraw");
    window.click(200, 200);
    window.click(300, 200);
    window.move(300, 300);
    window.click(300, 300);
    window.click(200, 300, Qt::RightButton);
    QCOMPARE(scene.store().slicks().size(), std::size_t(5));
    const std::int64_t id = *scene.store().selection().begin();
    QVERIFY(isAbout(areaOf(scene, id), 5000));
    QCOMPARE(scene.store().find(id)->origin, Origin::Drawn);
    QVERIFY(sameSlicks(scene.slicksInStore(), scene.slicksOnDisk()));
}

void ReviewTest::drawnSlickHasAClassOfTheSensor()
{
    ReviewScene scene(std::vector<Slick>{});
    ModelCard card = reviewCard();
    card.classes[1].sensors = card.classes[2].sensors = QStringList{QStringLiteral("EOW")};
    card.classes[3].sensors = QStringList{QStringLiteral("IR")};
    scene.store().load(scene.store().workspace(), card, {QStringLiteral("IR")});
    ReviewWindow window(scene);
    window.use("reviewDraw");
    window.click(200, 200);
    window.click(300, 200);
    window.click(300, 300);
    window.key(Qt::Key_Return);
    QCOMPARE(scene.store().slicks().size(), std::size_t(1));
    QCOMPARE(scene.store().slicks().front().areas[0].classValue, 3);
    QCOMPARE(scene.store().oilClasses().size(), std::size_t(1));
}

void ReviewTest::pointsAreTakenOffASketch()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    window.use("reviewDraw");
    window.click(200, 200);
    window.click(300, 200);
    window.click(300, 300);
    window.click(310, 310);
    window.key(Qt::Key_Backspace);
    window.key(Qt::Key_Return);
    QCOMPARE(scene.store().slicks().size(), std::size_t(5));
    QVERIFY(isAbout(areaOf(scene, *scene.store().selection().begin()), 5000));
}

void ReviewTest::sketchIsDropped()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    window.use("reviewDraw");
    window.click(200, 200);
    window.click(300, 200);
    window.key(Qt::Key_Return);  // two points are no outline: the sketch goes on
    window.key(Qt::Key_Escape);
    window.click(300, 300);
    window.key(Qt::Key_Return);
    QCOMPARE(scene.store().slicks().size(), std::size_t(4));
    window.use("reviewSelect");
    window.use("reviewDraw");
    window.click(310, 300);
    window.click(310, 310);
    window.key(Qt::Key_Enter);
    QCOMPARE(scene.store().slicks().size(), std::size_t(4));
}

void ReviewTest::slickIsSplit()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    QSignalSpy messages(&window.actions(), &ReviewActions::message);
    window.use("reviewSplit");
    messages.clear();
    window.click(225, -20);
    window.click(225, 80, Qt::LeftButton);
    window.key(Qt::Key_Return);
    QCOMPARE(scene.store().slicks().size(), std::size_t(5));
    QCOMPARE(scene.store().selection().size(), std::size_t(2));
    QVERIFY(isAbout(areaOf(scene, 2), 1250));
    QCOMPARE(messages.count(), 0);
    scene.store().select({});
    window.click(150, 150);
    window.click(180, 180);
    window.key(Qt::Key_Return);
    QCOMPARE(scene.store().slicks().size(), std::size_t(5));
    QCOMPARE(messages.count(), 1);
    // The reason stands at the pointer, too.
    const QString reason = messages.first().first().toString();
    QVERIFY2(QToolTip::isVisible() && QToolTip::text().contains(reason), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void ReviewTest::slickIsReshaped()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    scene.store().select({1});
    window.use("reviewReshape");
    window.click(90, 20);
    window.click(150, 20);
    window.click(150, 80);
    window.click(90, 80);
    window.click(0, 0, Qt::RightButton);
    QVERIFY(isAbout(areaOf(scene, 1), 13000));
    QCOMPARE(scene.store().find(1)->origin, Origin::Edited);
    QVERIFY(isValid(scene.store().find(1)->outline));
    window.click(300, 300);
    window.click(310, 310);
    window.key(Qt::Key_Return);
    QCOMPARE(scene.store().undoStack()->count(), 1);
}

void ReviewTest::sketchTellsWhatItTakes()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    QSignalSpy messages(&window.actions(), &ReviewActions::message);
    const auto told = [&messages] {
        return messages.isEmpty() ? QString() : messages.last().first().toString();
    };
    window.use("reviewDraw");
    window.click(240, -10);
    window.click(240, 30);
    window.move(330, 30);
    window.click(330, 30);
    window.move(330, -10);
    QTRY_VERIFY2(told().contains(QLatin1String("of slick 2")), qPrintable(told()));
    QTRY_VERIFY2(told().contains(QLatin1String("all of slick 4")), qPrintable(told()));
    QCOMPARE(scene.store().undoStack()->count(), 0);
    window.move(330, -10, Qt::ControlModifier);
    QTRY_VERIFY2(told().contains(QLatin1String("leaves what lies below")), qPrintable(told()));
    window.click(330, -10, Qt::LeftButton, Qt::ControlModifier);
    window.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(scene.store().find(4));
    QCOMPARE(scene.store().find(2)->origin, Origin::Found);
    scene.store().undo();

    // The switch turns it round.
    window.action("reviewKeepBelow")->trigger();
    window.click(240, -10);
    window.click(240, 30);
    window.click(330, 30);
    window.click(330, -10);
    QTRY_VERIFY2(told().contains(QLatin1String("leaves what lies below")), qPrintable(told()));
    window.key(Qt::Key_Return);
    QVERIFY(scene.store().find(4));
    window.action("reviewKeepBelow")->trigger();
    scene.store().undo();

    window.click(240, -10);
    window.click(240, 30);
    window.click(330, 30);
    window.click(330, -10);
    QTRY_VERIFY2(told().contains(QLatin1String("all of slick 4")), qPrintable(told()));
    window.key(Qt::Key_Return);
    QVERIFY(!scene.store().find(4));
}

void ReviewTest::keysSayWhatTheyActOn()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    QSignalSpy messages(&window.actions(), &ReviewActions::message);
    const auto told = [&messages] {
        return messages.isEmpty() ? QString() : messages.takeLast().first().toString();
    };
    scene.store().select({1});
    window.key(Qt::Key_4);
    QCOMPARE(told(), QStringLiteral("Code 4 for all of slick 1"));
    scene.store().selectArea(2, 0);
    window.key(Qt::Key_0);
    QCOMPARE(told(), QStringLiteral("Code 0 for the selected area of slick 2"));
    scene.store().select({1, 2});
    window.key(Qt::Key_5);
    QCOMPARE(told(), QStringLiteral("Code 5 for all of 2 slicks"));
    window.key(Qt::Key_5);
    QCOMPARE(told(), QStringLiteral("What is selected has code 5 already: nothing was changed."));
    scene.store().setHeld(true);
    window.key(Qt::Key_1);
    QVERIFY2(!told().contains(QLatin1String("Code 1 for")), "an edit that was refused");
    QCOMPARE(scene.store().find(1)->areas[0].code, 5);
}

void ReviewTest::whatWasNotSeenIsMarked()
{
    ReviewScene scene;
    SlickLayer slicks(&scene.store());
    FrameRecord frame;
    frame.footprint = squareRing(-100, -100, 450);
    const auto seen = std::make_shared<const std::vector<FrameRecord>>(1, frame);
    scene.store().setFrames(seen);
    const std::int64_t id = scene.store().draw(square(340, 100, 20), 1);
    const qint64 mark = slicks.featureId(id, 1);  // after its outline and its one area
    QVERIFY(mark >= 0);
    const QgsFeature feature = slicks.layer()->getFeature(mark);
    QVERIFY(std::abs(feature.attribute(QStringLiteral("area_m2")).toDouble() - 200) < 5);
    QVERIFY(feature.geometry().boundingBox().xMinimum() > at(349, 0).longitudeDegrees);
    QVERIFY(!slicks.layer()->selectedFeatureIds().contains(mark));
    // Placed again, the pictures lie elsewhere.
    frame.footprint = squareRing(-100, -100, 445);
    scene.store().setFrames(std::make_shared<const std::vector<FrameRecord>>(1, frame));
    const QgsFeature moved = slicks.layer()->getFeature(slicks.featureId(id, 1));
    QVERIFY(moved.geometry().boundingBox().xMinimum() < at(346, 0).longitudeDegrees);
}

void ReviewTest::slicksAreJoinedAndDeleted()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    window.use("reviewSelect");
    window.drag(-20, 190, 20, 240);
    window.drag(180, -20, 260, 30, Qt::ShiftModifier);
    window.key(Qt::Key_J);
    QCOMPARE(scene.store().selection(), SlickStore::Ids{3});  // selected first
    QVERIFY(isAbout(areaOf(scene, 3), 3400));
    window.key(Qt::Key_Delete);
    QVERIFY(!scene.store().find(3));
    QCOMPARE(scene.store().slicks().size(), std::size_t(2));
    window.key(Qt::Key_Z, Qt::ControlModifier);
    window.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
    window.action("reviewRedo")->trigger();
    QCOMPARE(scene.store().slicks().size(), std::size_t(3));
}

void ReviewTest::keysDecide()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    window.key(Qt::Key_A);  // nothing is selected
    QVERIFY(!scene.store().undoStack()->canUndo());
    scene.store().select({3});
    window.key(Qt::Key_A);
    QCOMPARE(scene.store().find(3)->decision, Decision::Accepted);
    window.key(Qt::Key_R);
    QCOMPARE(scene.store().find(3)->decision, Decision::Rejected);
    for (int code : {1, 2, 3, 4, 5, 0}) {
        window.key(static_cast<Qt::Key>(Qt::Key_0 + code));
        QCOMPARE(scene.store().find(3)->areas[0].code, code);
    }
    QVERIFY(sameSlicks(scene.slicksInStore(), scene.slicksOnDisk()));
}

void ReviewTest::keysDoNotFireWhileTyping()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    scene.store().select({1});
    window.field().setFocus();
    QTest::keyClicks(&window.field(), QStringLiteral("ar3dvn"));
    QTest::keyClick(&window.field(), Qt::Key_Delete);
    QTest::keyClick(&window.field(), Qt::Key_Backspace);
    QCOMPARE(window.field().text(), QStringLiteral("ar3dv"));
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
    QCOMPARE(scene.store().selection(), SlickStore::Ids{1});
}

void ReviewTest::nextAndPreviousFollowTheOrder()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    const auto selected = [&scene] { return scene.store().selection(); };
    window.key(Qt::Key_N);
    QCOMPARE(selected(), SlickStore::Ids{1});
    window.key(Qt::Key_P);
    QCOMPARE(selected(), SlickStore::Ids{4});
    QVERIFY(window.canvas().extent().contains(window.map(310, 10)));
    // Only those that are not decided yet, as a filtered table gives them.
    window.actions().setOrder([&scene] {
        std::vector<std::int64_t> ids;
        for (std::int64_t id : {3, 1, 4, 2}) {
            if (scene.store().find(id)->decision == Decision::Undecided)
                ids.push_back(id);
        }
        return ids;
    });
    scene.store().select({3});
    window.key(Qt::Key_A);
    window.key(Qt::Key_N);
    QCOMPARE(selected(), SlickStore::Ids{1});
    window.key(Qt::Key_R);
    window.key(Qt::Key_N);
    QCOMPARE(selected(), SlickStore::Ids{4});
    window.key(Qt::Key_N);
    QCOMPARE(selected(), SlickStore::Ids{2});
    window.key(Qt::Key_N);
    QCOMPARE(selected(), SlickStore::Ids{4});
}

void ReviewTest::toolsNeedAWorkspace()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    window.use("reviewDraw");
    QVERIFY(window.canvas().mapTool());
    scene.store().load(nullptr, {});
    QVERIFY(!window.canvas().mapTool());
    for (QAction* action : window.actions().toolActions())
        QVERIFY(!action->isEnabled());
    for (QAction* action : window.actions().decisionActions())
        QVERIFY(!action->isEnabled());
    window.key(Qt::Key_N);
    window.key(Qt::Key_D);
    window.click(10, 10);
}

void ReviewTest::everyActionHasTextAndTip()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    QStringList keys;
    for (QAction* action : window.actions().menuActions()) {
        if (action->isSeparator())
            continue;
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->text()));
        if (!action->menu())
            QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
        for (const QKeySequence& key : action->shortcuts())
            keys << key.toString();
    }
    QCOMPARE(keys.removeDuplicates(), 0);
}

void ReviewTest::everythingIsUndone()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    scene.store().select({1});
    window.use("reviewVertices");
    window.drag(100, 100, 120, 120);
    window.use("reviewReshape");
    window.click(5, 20);
    window.click(-40, 50);
    window.click(5, 80);
    window.click(0, 0, Qt::RightButton);
    window.use("reviewSplit");
    window.click(20, -50);
    window.click(20, 130);
    window.key(Qt::Key_Return);
    window.use("reviewDraw");
    window.click(200, 200);
    window.click(300, 200);
    window.click(300, 300);
    window.key(Qt::Key_Return);
    window.key(Qt::Key_3);
    window.use("reviewSelect");
    window.drag(-20, -20, 260, 110);
    window.key(Qt::Key_A);
    window.key(Qt::Key_J);
    window.key(Qt::Key_Delete);
    const int steps = scene.store().undoStack()->count();
    QCOMPARE(steps, 8);
    const std::vector<Slick> end = scene.slicksInStore();
    QVERIFY(sameSlicks(end, scene.slicksOnDisk()));
    for (int step = 0; step < steps; ++step)
        window.action("reviewUndo")->trigger();
    QVERIFY(sameSlicks(scene.slicksInStore(), reviewSlicks()));
    QVERIFY(sameSlicks(scene.slicksOnDisk(), reviewSlicks()));
    QVERIFY(!window.action("reviewUndo")->isEnabled());
    for (int step = 0; step < steps; ++step)
        window.action("reviewRedo")->trigger();
    QVERIFY(sameSlicks(scene.slicksInStore(), end));
    QVERIFY(sameSlicks(scene.slicksOnDisk(), end));
}

void ReviewTest::layerFollowsTheStore()
{
    ReviewScene scene;
    SlickLayer slicks(&scene.store());
    QgsVectorLayer* layer = slicks.layer();
    QVERIFY(layer->isValid());
    QCOMPARE(layer->featureCount(), 8LL);  // an outline and an area each
    scene.store().draw(square(300, 300, 10), 2);
    scene.store().remove({3});
    scene.store().setCode({1}, 4);
    scene.store().setOutline(2, 0, square(200, 0, 80));
    QCOMPARE(layer->featureCount(), 8LL);
    for (const Slick& slick : scene.store().slicks()) {
        const QgsFeature overall = layer->getFeature(slicks.featureId(slick.id));
        QCOMPARE(overall.attribute(QStringLiteral("label")).toString(), QString::number(slick.id));
        const QgsFeature feature = layer->getFeature(slicks.featureId(slick.id, 0));
        QVERIFY(feature.isValid());
        QCOMPARE(slicks.slickId(feature.id()), slick.id);
        QCOMPARE(feature.attribute(QStringLiteral("code")).toInt(), slick.areas[0].code);
        QCOMPARE(feature.attribute(QStringLiteral("decision")).toString(), decisionName(slick.decision));
        QVERIFY(feature.geometry().isGeosValid());
        QCOMPARE(feature.geometry().constGet()->nCoordinates(), 5);
    }
    QCOMPARE(slicks.featureId(3), qint64(-1));

    scene.store().select({1, 2});
    QCOMPARE(layer->selectedFeatureIds(), (QgsFeatureIds{slicks.featureId(1), slicks.featureId(1, 0),
                                                         slicks.featureId(2), slicks.featureId(2, 0)}));
    layer->selectByIds({slicks.featureId(4)});
    QCOMPARE(scene.store().selection(), SlickStore::Ids{4});
    scene.store().remove({4});
    QVERIFY(layer->selectedFeatureIds().isEmpty());
    QVERIFY(scene.store().selection().empty());
    scene.store().load(nullptr, {});
    QCOMPARE(layer->featureCount(), 0LL);
}

void ReviewTest::layerGoesWithItsProject()
{
    ReviewScene scene;
    {
        QgsProject project;
        SlickLayer slicks(&scene.store());
        project.addMapLayer(slicks.layer());
        project.clear();
        QVERIFY(!slicks.layer());
        scene.store().setDecision({1}, Decision::Accepted);
        scene.store().select({1});
    }
    SlickLayer alone(&scene.store());
    QVERIFY(alone.layer());
}

void ReviewTest::layerShowsWhatIsDecided()
{
    ReviewScene scene;
    ReviewWindow window(scene);
    SlickLayer slicks(&scene.store());
    window.canvas().setLayers({slicks.layer()});
    const auto colourAt = [&window](double east, double north) {
        window.canvas().refresh();
        window.canvas().waitWhileRendering();
        return window.canvas().grab().toImage().pixelColor(window.pixel(east, north));
    };
    const QColor fresh = colourAt(70, 20);
    QVERIFY2(fresh.red() > fresh.blue() + 40, "the colour of sheen");
    scene.store().setDecision({1}, Decision::Rejected);
    const QColor rejected = colourAt(70, 20);
    QVERIFY2(std::abs(rejected.blue() - rejected.red()) < 30, "grey");
    scene.store().select({1});
    const QColor selected = colourAt(70, 20);
    QVERIFY2(selected.red() > selected.blue() + 40, "the colour of sheen is seen while selected");
    window.canvas().setLayers({});
}

void ReviewTest::manySlicksAreQuick()
{
    std::vector<Slick> many;
    for (int i = 0; i < 10000; ++i)
        many.push_back(makeSlick(i + 1, 1 + i % 3, square(20.0 * (i % 100), 20.0 * (i / 100), 12)));
    ReviewScene scene(many);
    ReviewWindow window(scene);
    SlickLayer slicks(&scene.store());
    QElapsedTimer timer;
    timer.start();
    window.use("reviewSelect");
    window.click(46, 46);
    QCOMPARE(scene.store().selection().size(), std::size_t(1));
    scene.store().setDecision(scene.store().selection(), Decision::Accepted);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

SHEEN_QGIS_TEST_MAIN(ReviewTest)
#include "review_test.moc"
