#include <qgsmapcanvas.h>

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QTableWidget>
#include <QTreeWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include "ui/review/guided_review.h"
#include "ui/review/history_panel.h"
#include "ui/review/review_actions.h"
#include "ui/review/review_bar.h"
#include "ui/session/second_looks.h"
#include "ui/session/waiting_writes.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/review_scene.h"

using namespace sheen;

namespace {

using Ids = std::vector<std::int64_t>;

/** A window with a canvas, the bar that leads, and a panel that has nothing to do with the review. */
class Desk
{
public:
    explicit Desk(const std::vector<Slick>& slicks = reviewSlicks()) : scene(slicks), looks(&scene.store())
    {
        auto* central = new QWidget;
        auto* column = new QVBoxLayout(central);
        canvas = new QgsMapCanvas;
        other = new QTableWidget(3, 3);
        column->addWidget(canvas);
        column->addWidget(other);
        actions = std::make_unique<ReviewActions>(&scene.store(), canvas, &window);
        bar = new ReviewBar(&scene.store(), &looks, actions.get());
        column->addWidget(bar);
        canvas->addActions(bar->menuActions());
        actions->setOrder([this] { return bar->review().queue(); });
        QObject::connect(bar, &ReviewBar::focusWanted, canvas, [this] { canvas->setFocus(); });
        window.setCentralWidget(central);
        window.show();
        scene.store().load(scene.store().workspace(), reviewCard());
        canvas->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    ~Desk() { actions.reset(); }

    void key(Qt::Key key) { QTest::keyClick(canvas, key); }
    QString progress() const { return bar->findChild<QLabel*>(QStringLiteral("reviewProgress"))->text(); }
    std::int64_t shown() const
    {
        const SlickStore::Ids ids = store().selection();
        return ids.size() == 1 ? *ids.begin() : 0;
    }
    SlickStore& store() const { return const_cast<ReviewScene&>(scene).store(); }
    Decision decision(std::int64_t id) const { return store().find(id)->decision; }

    ReviewScene scene;
    SecondLooks looks;
    QMainWindow window;
    QgsMapCanvas* canvas;
    QTableWidget* other;
    ReviewBar* bar;
    std::unique_ptr<ReviewActions> actions;
};

Ids ordered(const std::vector<Slick>& slicks, GuidedReview::Order order)
{
    std::vector<const Slick*> pointers;
    for (const Slick& slick : slicks)
        pointers.push_back(&slick);
    return inOrder(pointers, order);
}

}  // namespace

class GuidedReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersAreWhatTheySay()
    {
        using Order = GuidedReview::Order;
        std::vector<Slick> slicks = reviewSlicks();  // 10,000, 2,500, 900, 400 m2; frames 10, 20, 30, 40
        QCOMPARE(ordered(slicks, Order::Size), Ids({1, 2, 3, 4}));
        QCOMPARE(ordered(slicks, Order::Time), Ids({1, 2, 3, 4}));
        QCOMPARE(ordered(slicks, Order::Place).front(), 3);  // 200 m north of the others
        // Confidence falls with the number; emulsion has no code and so no volume.
        QCOMPARE(ordered(slicks, Order::Confidence), Ids({1, 2, 3, 4}));
        QCOMPARE(ordered(slicks, Order::Volume).back(), 3);
        // From 1 at (0, 0): 2 at (200, 0) is as far as 3 at (0, 200); 4 at (300, 0) is nearer to 2 than 3 is.
        const Ids near = ordered(slicks, Order::Nearness);
        QCOMPARE(near.front(), 1);
        const auto at = [&near](std::int64_t id) { return std::find(near.begin(), near.end(), id); };
        QCOMPARE(std::abs(at(2) - at(4)), std::ptrdiff_t(1));
    }

    void aWholeReviewByKeysAlone()
    {
        Desk desk;
        desk.bar->startAction()->trigger();
        QVERIFY(desk.bar->isVisible());
        QCOMPARE(desk.shown(), 1);
        QVERIFY2(desk.progress().startsWith(QLatin1String("1 of 4")), qPrintable(desk.progress()));
        desk.key(Qt::Key_A);  // one key: right, and the next
        QCOMPARE(desk.decision(1), Decision::Accepted);
        QCOMPARE(desk.shown(), 2);
        desk.key(Qt::Key_R);
        QCOMPARE(desk.decision(2), Decision::Rejected);
        QCOMPARE(desk.shown(), 3);
        QVERIFY2(desk.progress().contains(QLatin1String("1 accepted")), qPrintable(desk.progress()));
        desk.key(Qt::Key_W);  // to be looked at again
        QVERIFY(desk.looks.isWanted(3));
        QCOMPARE(desk.shown(), 4);
        desk.key(Qt::Key_1);  // a code does not lead on
        QCOMPARE(desk.shown(), 4);
        QCOMPARE(desk.store().find(4)->areas.front().code, 1);
        QSignalSpy finished(&desk.bar->review(), &GuidedReview::finished);
        desk.key(Qt::Key_A);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(desk.decision(4), Decision::Accepted);
        QVERIFY(sameSlicks(desk.scene.slicksOnDisk(), desk.scene.slicksInStore()));

        // What was left for a second look is gone through by itself.
        desk.bar->startAction()->trigger();
        QVERIFY(!desk.bar->review().isActive());
        QVERIFY(desk.bar->review().start(GuidedReview::Order::Size, GuidedReview::Filter::SecondLook));
        QCOMPARE(desk.bar->review().queue(), Ids({3}));
    }

    void undoGoesBackToTheSlick()
    {
        Desk desk;
        desk.bar->startAction()->trigger();
        desk.key(Qt::Key_A);
        desk.key(Qt::Key_A);
        QCOMPARE(desk.shown(), 3);
        desk.actions->undoAction()->trigger();
        QCOMPARE(desk.shown(), 2);
        QCOMPARE(desk.decision(2), Decision::Undecided);
        desk.key(Qt::Key_P);  // and back by key, to one that is decided
        QCOMPARE(desk.shown(), 1);
        desk.key(Qt::Key_R);
        QCOMPARE(desk.decision(1), Decision::Rejected);
        QCOMPARE(desk.shown(), 2);
    }

    void severalAtOnce()
    {
        Desk desk;
        desk.bar->startAction()->trigger();
        desk.store().select({2, 3});
        desk.key(Qt::Key_A);
        QCOMPARE(desk.decision(2), Decision::Accepted);
        QCOMPARE(desk.decision(3), Decision::Accepted);
        QCOMPARE(desk.shown(), 4);
    }

    void keysFromAnotherPanelDoNothing()
    {
        Desk desk;
        desk.store().select({1});
        desk.other->setEditTriggers(QAbstractItemView::NoEditTriggers);
        desk.other->setCurrentCell(1, 1);
        desk.other->setFocus();
        QTest::keyClicks(desk.other, QStringLiteral("3500FTARUWNPZ"));
        QTest::keyClick(desk.other, Qt::Key_Delete);
        QCOMPARE(desk.store().undoStack()->count(), 0);
        QCOMPARE(desk.store().slicks().size(), std::size_t(4));
        desk.canvas->setFocus();
        desk.key(Qt::Key_A);
        QCOMPARE(desk.decision(1), Decision::Accepted);
    }

    void notesAreWrittenInPlace()
    {
        Desk desk;
        desk.bar->startAction()->trigger();
        desk.key(Qt::Key_E);
        auto* note = desk.bar->findChild<QLineEdit*>(QStringLiteral("reviewNoteEdit"));
        QVERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("ar 1"));  // letters, no decisions
        QTest::keyClick(note, Qt::Key_Return);
        QCOMPARE(desk.store().find(1)->note, QStringLiteral("ar 1"));
        QCOMPARE(desk.decision(1), Decision::Undecided);
        QVERIFY(desk.canvas->hasFocus());
        desk.key(Qt::Key_A);
        QCOMPARE(desk.shown(), 2);
    }

    void secondLooksAreKeptAndTakenBack()
    {
        ReviewScene scene;
        SecondLooks looks(&scene.store());
        looks.want({1, 3}, true);
        QCOMPARE(looks.slicks(), SlickStore::Ids({1, 3}));
        scene.store().undo();
        QVERIFY(looks.slicks().empty());
        scene.store().redo();
        scene.refuseWrites(true);
        looks.want({2}, true);
        QVERIFY(looks.isWanted(2));
        QCOMPARE(scene.store().writes().count(), 2);  // the line of the history, and the mark
        scene.refuseWrites(false);
        QVERIFY(scene.store().writes().flush());
        scene.store().load(scene.store().workspace(), reviewCard());
        QCOMPARE(looks.slicks(), SlickStore::Ids({1, 2, 3}));
    }

    void theHistorySaysWhoWhenBeforeAndAfter()
    {
        Desk desk;
        HistoryPanel history(&desk.store(), desk.actions->undoAction(), desk.actions->redoAction());
        auto* list = history.findChild<QTreeWidget*>(QStringLiteral("historyList"));
        desk.store().setDecision({1, 2}, Decision::Accepted);
        desk.store().setCode({4}, 3);
        desk.store().setNote(1, QStringLiteral("seen twice"));
        desk.looks.want({3}, true);
        desk.store().undo();
        QTRY_COMPARE(list->topLevelItemCount(), 5);
        const auto text = [list](int row, int column) { return list->topLevelItem(row)->text(column); };
        QVERIFY2(text(4, 3).contains(QStringLiteral("undecided → accepted")), qPrintable(text(4, 3)));
        QVERIFY2(text(3, 3).contains(QStringLiteral("rainbow 2 → rainbow 3")), qPrintable(text(3, 3)));
        QVERIFY2(text(2, 3).contains(QStringLiteral("\"seen twice\"")), qPrintable(text(2, 3)));
        for (int row = 0; row < 5; ++row) {
            QVERIFY(!text(row, 0).isEmpty());
            QVERIFY(!text(row, 1).isEmpty());
        }
        // The workspace says the same, for the report and for whoever opens it with another program.
        const std::vector<Edit> edits = desk.scene.workspace().edits();
        QCOMPARE(edits.size(), std::size_t(5));
        QCOMPARE(edits.front().description, text(4, 3));
        history.reload();
        QTRY_COMPARE(list->topLevelItemCount(), 5);
        QCOMPARE(text(0, 3), edits.back().description);
    }

    void whoOnlyReadsChangesNothing()
    {
        ReviewScene scene;
        scene.store().setReadOnly(QStringLiteral("Ann has it."));
        QSignalSpy refused(&scene.store(), &SlickStore::refused);
        scene.store().setDecision({1}, Decision::Accepted);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(refused.first().first().toString(), QStringLiteral("Ann has it."));
        QCOMPARE(scene.store().find(1)->decision, Decision::Undecided);
        QVERIFY(scene.workspace().edits().empty());
    }

    void fiveThousandSlicksAreOrderedQuickly()
    {
        std::vector<Slick> slicks;
        for (int i = 0; i < 5000; ++i)
            slicks.push_back(makeSlick(i + 1, 1, square((i * 37) % 5000, (i * 91) % 5000, 10)));
        QElapsedTimer clock;
        clock.start();
        const Ids near = ordered(slicks, GuidedReview::Order::Nearness);
        qInfo() << "5,000 slicks, each the nearest to the one before:" << clock.elapsed() << "ms";
        QCOMPARE(std::set<std::int64_t>(near.begin(), near.end()).size(), std::size_t(5000));
    }
};

SHEEN_QGIS_TEST_MAIN(GuidedReviewTest)
#include "guided_review_test.moc"
