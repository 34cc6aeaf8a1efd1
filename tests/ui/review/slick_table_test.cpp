#include "ui/review/slick_table.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>
#include <QtTest>

#include "slick_table_model.h"
#include "slick_text.h"
#include "ui/review/slick_panel.h"
#include "ui/support/review_scene.h"

using namespace sheen;

namespace {

std::vector<std::int64_t> sorted(SlickTable& table, int column, Qt::SortOrder order)
{
    table.view()->sortByColumn(column, order);
    return table.shownIds();
}

template <typename Widget>
Widget* child(QWidget& parent, const char* name)
{
    return parent.findChild<Widget*>(QLatin1String(name));
}

using Ids = std::vector<std::int64_t>;

}  // namespace

class SlickTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreSortedAsNumbers();
    void filtersCombine();
    void theFilterOffersTheClassesThatOccur();
    void selectionIsShared();
    void hiddenRowsStaySelected();
    void notesAreEditedInPlace();
    void totalsSayWhatIsLeftOut();
    void emptyTableHasAHint();
    void tableFollowsEdits();
    void slicksUnfoldToTheirAreas();
    void manyRowsAreQuick();
    void volumesAreWrittenPlainly();
    void aColumnHasOneUnit();
    void whatWasDrawnHasNoConfidence();
    void panelShowsTheSelectedSlick();
    void panelAsksForThePicture();
};

void SlickTableTest::numbersAreSortedAsNumbers()
{
    ReviewScene scene;
    scene.store().setCode({4}, 5);
    SlickTable table(&scene.store());
    QCOMPARE(table.shownIds(), (Ids{1, 2, 3, 4}));  // largest first
    QCOMPARE(sorted(table, SlickTableModel::Oiled, Qt::AscendingOrder), (Ids{4, 3, 2, 1}));
    QCOMPARE(sorted(table, SlickTableModel::Frames, Qt::DescendingOrder), (Ids{4, 3, 2, 1}));
    QCOMPARE(sorted(table, SlickTableModel::Volume, Qt::DescendingOrder), (Ids{4, 2, 1, 3}));
    QCOMPARE(sorted(table, SlickTableModel::Confidence, Qt::AscendingOrder), (Ids{4, 3, 2, 1}));
}

void SlickTableTest::filtersCombine()
{
    ReviewScene scene;
    SlickTable table(&scene.store());
    auto* text = child<QLineEdit>(table, "filterText");
    auto* className = child<QComboBox>(table, "filterClass");
    auto* status = child<QComboBox>(table, "filterDecision");
    auto* area = child<QDoubleSpinBox>(table, "filterArea");
    text->setText(QStringLiteral("RAIN"));
    QCOMPARE(table.shownIds(), (Ids{2, 4}));
    area->setValue(1000);
    QCOMPARE(table.shownIds(), (Ids{2}));
    text->clear();
    QCOMPARE(table.shownIds(), (Ids{1, 2}));
    area->setValue(0);
    className->setCurrentIndex(className->findText(QStringLiteral("emulsion")));
    QCOMPARE(table.shownIds(), (Ids{3}));
    className->setCurrentIndex(0);
    scene.store().setDecision({2, 3}, Decision::Rejected);
    status->setCurrentIndex(status->findText(QStringLiteral("rejected")));
    QCOMPARE(table.shownIds(), (Ids{2, 3}));
    scene.store().setDecision({2}, Decision::Accepted);
    QCOMPARE(table.shownIds(), (Ids{3}));
}

void SlickTableTest::theFilterOffersTheClassesThatOccur()
{
    ReviewScene scene;
    SlickTable table(&scene.store());
    auto* classes = child<QComboBox>(table, "filterClass");
    const auto offers = [&](const char* name) { return classes->findText(QLatin1String(name)) > 0; };
    QVERIFY(offers("sheen") && offers("rainbow") && offers("emulsion"));
    scene.store().setClass({3}, 1);
    QVERIFY(!offers("emulsion"));
    scene.store().undo();
    QVERIFY(offers("emulsion"));

    // The one chosen stays, so that the table does not change under the analyst's hands.
    classes->setCurrentIndex(classes->findText(QStringLiteral("emulsion")));
    scene.store().setClass({3}, 1);
    QCOMPARE(classes->currentText(), QStringLiteral("emulsion"));
    QVERIFY(table.shownIds().empty());
    classes->setCurrentIndex(0);
    QCOMPARE(table.shownIds().size(), std::size_t(4));
    scene.store().load(nullptr, scene.store().card());
    QCOMPARE(classes->count(), 1);
}

void SlickTableTest::selectionIsShared()
{
    ReviewScene scene;
    SlickTable table(&scene.store());
    scene.store().select({2, 3, 4});
    QCOMPARE(table.view()->selectionModel()->selectedRows().size(), 3);
    table.view()->setCurrentIndex(table.view()->model()->index(0, 0));
    QCOMPARE(scene.store().selection(), SlickStore::Ids{1});
    table.view()->selectAll();
    QCOMPARE(scene.store().selection().size(), std::size_t(4));
    scene.store().remove({1});
    QCOMPARE(table.view()->selectionModel()->selectedRows().size(), 3);
    QCOMPARE(scene.store().selection(), (SlickStore::Ids{2, 3, 4}));
    scene.store().undo();
    QCOMPARE(table.shownIds().size(), std::size_t(4));

    qint64 activatedId = 0;  // Qt 5.15's spy does not know std::int64_t
    QObject::connect(&table, &SlickTable::activated, &table, [&](std::int64_t id) { activatedId = id; });
    table.resize(900, 300);
    table.show();
    const QModelIndex cell = table.view()->model()->index(1, SlickTableModel::Oiled);
    QTest::mouseClick(table.view()->viewport(), Qt::LeftButton, {}, table.view()->visualRect(cell).center());
    QTest::mouseDClick(table.view()->viewport(), Qt::LeftButton, {}, table.view()->visualRect(cell).center());
    QCOMPARE(activatedId, qint64(2));
}

void SlickTableTest::hiddenRowsStaySelected()
{
    ReviewScene scene;
    SlickTable table(&scene.store());
    scene.store().select({1, 2});
    auto* text = child<QLineEdit>(table, "filterText");
    text->setText(QStringLiteral("rainbow"));
    QCOMPARE(scene.store().selection(), (SlickStore::Ids{1, 2}));
    QCOMPARE(table.view()->selectionModel()->selectedRows().size(), 1);
    text->setText(QStringLiteral("nothing has this"));
    QCOMPARE(scene.store().selection(), (SlickStore::Ids{1, 2}));
    text->clear();
    QCOMPARE(table.view()->selectionModel()->selectedRows().size(), 2);
}

void SlickTableTest::notesAreEditedInPlace()
{
    ReviewScene scene;
    SlickTable table(&scene.store());
    QAbstractItemModel* model = table.view()->model();
    const QModelIndex note = model->index(0, SlickTableModel::Note);
    QVERIFY(model->flags(note).testFlag(Qt::ItemIsEditable));
    QVERIFY(!model->flags(model->index(0, SlickTableModel::Oiled)).testFlag(Qt::ItemIsEditable));
    QVERIFY(model->setData(note, QStringLiteral("wake of a ship?"), Qt::EditRole));
    QCOMPARE(scene.slicksOnDisk().front().note, QStringLiteral("wake of a ship?"));
    child<QLineEdit>(table, "filterText")->setText(QStringLiteral("wake"));
    QCOMPARE(table.shownIds(), (Ids{1}));
}

void SlickTableTest::totalsSayWhatIsLeftOut()
{
    ReviewScene scene;
    SlickTable table(&scene.store());
    auto* totals = child<QLabel>(table, "totals");
    QVERIFY2(totals->text().contains(QStringLiteral("4 slicks")), qPrintable(totals->text()));
    QVERIFY2(totals->text().contains(QStringLiteral("1 of unknown code")), qPrintable(totals->text()));
    scene.store().setDecision({1}, Decision::Rejected);
    scene.store().setCode({3}, 5);
    QVERIFY2(totals->text().contains(QStringLiteral("Undecided: 3 slicks")), qPrintable(totals->text()));
    QVERIFY2(totals->text().contains(QStringLiteral("more than")), qPrintable(totals->text()));
    QVERIFY2(totals->text().contains(QStringLiteral("Rejected: 1 slick")), qPrintable(totals->text()));
    child<QLineEdit>(table, "filterText")->setText(QStringLiteral("rainbow"));
    QVERIFY2(totals->text().startsWith(QStringLiteral("2 of 4 shown")), qPrintable(totals->text()));
}

void SlickTableTest::emptyTableHasAHint()
{
    SlickStore nothing;
    SlickTable table(&nothing);
    table.show();
    QVERIFY(!table.view()->isVisible());
    ReviewScene scene;
    SlickTable full(&scene.store());
    full.show();
    QVERIFY(full.view()->isVisible());
    child<QLineEdit>(full, "filterText")->setText(QStringLiteral("nothing has this"));
    QVERIFY(!full.view()->isVisible());
}

void SlickTableTest::tableFollowsEdits()
{
    ReviewScene scene;
    SlickTable table(&scene.store());
    scene.store().draw(square(300, 300, 200), 1);
    QCOMPARE(table.shownIds().size(), std::size_t(5));
    QCOMPARE(table.shownIds().front(), *scene.store().selection().begin());
    scene.store().setOutline(4, 0, square(300, 0, 90));
    QCOMPARE(table.shownIds()[2], std::int64_t(4));
    scene.store().remove({1, 4});
    QCOMPARE(table.shownIds().size(), std::size_t(3));
    while (scene.store().undoStack() && scene.store().slicks().size() != 4)
        scene.store().undo();
    QCOMPARE(table.shownIds().size(), std::size_t(4));
}

void SlickTableTest::slicksUnfoldToTheirAreas()
{
    ReviewScene scene;
    SlickTable table(&scene.store());
    scene.store().join({1, 2});
    QAbstractItemModel* model = table.view()->model();
    QCOMPARE(model->rowCount(), 3);
    const QModelIndex slick = model->index(0, 0);
    QCOMPARE(model->rowCount(slick), 2);
    const auto text = [&](int row, int column) { return model->index(row, column, slick).data().toString(); };
    QVERIFY(text(0, SlickTableModel::Appearance).contains(QStringLiteral("sheen")));
    QVERIFY(text(1, SlickTableModel::Appearance).contains(QStringLiteral("rainbow")));
    table.view()->setCurrentIndex(model->index(1, 0, slick));
    QCOMPARE(scene.store().selection(), SlickStore::Ids{1});
    QCOMPARE(*scene.store().selectedArea(), std::size_t(1));
    scene.store().select({1});
    QVERIFY(!scene.store().selectedArea());
    scene.store().separateArea(1, 1);
    QCOMPARE(model->rowCount(), 4);
    scene.store().undo();
    scene.store().undo();
    QCOMPARE(model->rowCount(), 4);
    QCOMPARE(model->rowCount(model->index(0, 0)), 1);
}

void SlickTableTest::manyRowsAreQuick()
{
    std::vector<Slick> many;
    for (int i = 0; i < 10000; ++i)
        many.push_back(makeSlick(i + 1, 1 + i % 3, square(20.0 * (i % 100), 20.0 * (i / 100), 5 + i % 12)));
    ReviewScene scene(many);
    SlickTable table(&scene.store());
    table.resize(900, 500);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QElapsedTimer timer;
    timer.start();
    child<QLineEdit>(table, "filterText")->setText(QStringLiteral("rainbow"));
    child<QLineEdit>(table, "filterText")->clear();
    const qint64 filtered = timer.restart();
    table.view()->sortByColumn(SlickTableModel::Volume, Qt::AscendingOrder);
    const qint64 sortedIn = timer.restart();
    scene.store().setDecision({500}, Decision::Accepted);
    const qint64 edited = timer.restart();
    table.view()->selectAll();
    const qint64 selected = timer.restart();
    qInfo() << "10,000 rows, ms: filter" << filtered << "sort" << sortedIn << "edit" << edited << "select all"
            << selected;
    QVERIFY(filtered + sortedIn + edited + selected < 6000);
}

void SlickTableTest::volumesAreWrittenPlainly()
{
    QCOMPARE(volumeText(0.0004, 0.003), QStringLiteral("0.4 – 3 L"));
    QCOMPARE(volumeText(0.5, 5.0), QStringLiteral("0.5 – 5 m³"));
    QCOMPARE(volumeText(2.0, std::nullopt), QStringLiteral("more than 2 m³"));
    QCOMPARE(volumeText(std::nullopt, std::nullopt), QStringLiteral("unknown"));
    QCOMPARE(areaText(480), QStringLiteral("480 m²"));
    QCOMPARE(areaText(3210000), QStringLiteral("3.21 km²"));
    QCOMPARE(codeText(0), QStringLiteral("unknown"));
}

void SlickTableTest::aColumnHasOneUnit()
{
    ReviewScene scene;
    SlickTable table(&scene.store());
    const auto column = [&table](SlickTableModel::Column one) {
        QStringList texts;
        const QAbstractItemModel& model = *table.view()->model();
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, one).data().toString();
        return texts;
    };
    const auto allEndWith = [](const QStringList& texts, const QString& unit) {
        return std::all_of(texts.begin(), texts.end(), [&unit](const QString& text) {
            return text.endsWith(QLatin1Char(' ') + unit) || text == QLatin1String("unknown");
        });
    };
    QVERIFY(allEndWith(column(SlickTableModel::Oiled), QStringLiteral("m²")));
    QVERIFY(allEndWith(column(SlickTableModel::Volume), QStringLiteral("L")));
    QVERIFY(allEndWith(column(SlickTableModel::Size), QStringLiteral("m")));
    // One that is large changes the unit of all.
    const std::int64_t large = scene.store().draw(square(1000, 1000, 12000), 1);
    scene.store().setCode({large}, 4);
    QCOMPARE(table.view()->model()->rowCount(), 5);
    QVERIFY2(allEndWith(column(SlickTableModel::Oiled), QStringLiteral("km²")),
             qPrintable(column(SlickTableModel::Oiled).join(QLatin1Char(' '))));
    QVERIFY(allEndWith(column(SlickTableModel::Volume), QStringLiteral("m³")));
    QVERIFY(allEndWith(column(SlickTableModel::Size), QStringLiteral("km")));
    scene.store().remove({large});
    QVERIFY(allEndWith(column(SlickTableModel::Oiled), QStringLiteral("m²")));
}

void SlickTableTest::whatWasDrawnHasNoConfidence()
{
    ReviewScene scene;
    SlickTable table(&scene.store());
    SlickPanel panel(&scene.store());
    const std::int64_t id = scene.store().draw(square(500, 500, 40), 1);
    const QAbstractItemModel& model = *table.view()->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString number = model.index(row, SlickTableModel::Id).data().toString();
        const QString confidence = model.index(row, SlickTableModel::Confidence).data().toString();
        QCOMPARE(confidence == QLatin1String("drawn"), number == QString::number(id));
        QCOMPARE(confidence.endsWith(QLatin1String(" %")), number != QString::number(id));
    }
    QStringList shown;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        shown << label->text();
    QVERIFY(shown.contains(QStringLiteral("drawn")));
    QVERIFY(!shown.contains(QStringLiteral("100 %")) ||
            shown.count(QStringLiteral("100 %")) == 1);  // coverage
    // Positions read as in the status bar.
    QVERIFY2(std::any_of(shown.begin(), shown.end(),
                         [](const QString& text) { return text.contains(QStringLiteral("′N ")); }),
             qPrintable(shown.join(QLatin1Char('\n'))));
}

void SlickTableTest::panelShowsTheSelectedSlick()
{
    ReviewScene scene;
    SlickPanel panel(&scene.store());
    scene.store().select({2});
    QCOMPARE(child<QLabel>(panel, "title")->text(), QStringLiteral("Slick 2"));
    QCOMPARE(child<QLabel>(panel, "decision")->text(), QStringLiteral("undecided"));
    scene.store().setDecision({2}, Decision::Accepted);
    QCOMPARE(child<QLabel>(panel, "decision")->text(), QStringLiteral("accepted"));
    QSignalSpy frames(&panel, &SlickPanel::showFrame);
    for (auto* button : panel.findChildren<QPushButton*>())
        button->click();
    QCOMPARE(frames.count(), 3);
    QCOMPARE(frames.at(0).first().toInt(), 20);
    QCOMPARE(frames.at(1).first().toInt(), 22);
    QCOMPARE(frames.at(2).first().toInt(), 25);
    scene.store().select({1, 2});
    QCOMPARE(child<QLabel>(panel, "title")->text(), QStringLiteral("2 slicks selected"));
    scene.store().select({});
}

void SlickTableTest::panelAsksForThePicture()
{
    ReviewScene scene;
    SlickPanel panel(&scene.store());
    QSignalSpy wanted(&panel, &SlickPanel::pictureWanted);
    scene.store().select({3});
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toInt(), 32);
    scene.store().setDecision({3}, Decision::Accepted);  // the same picture still
    QCOMPARE(wanted.count(), 1);
    QImage picture(64, 48, QImage::Format_RGB32);
    picture.fill(Qt::red);
    panel.setPicture(99, picture);
    panel.setPicture(32, picture);
    scene.store().select({1});
    QCOMPARE(panel.wantedFrame(), 12);
}

QTEST_MAIN(SlickTableTest)
#include "slick_table_test.moc"
