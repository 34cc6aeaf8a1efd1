#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTreeView>

#include <qgsmapcanvas.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include "actions.h"
#include "archive/catalogue.h"
#include "archive_map.h"
#include "archive_search.h"
#include "archive_table.h"
#include "ui/archive/archive_window.h"
#include "ui/main_window/main_window.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/support/flight_that_was_run.h"
#include "ui/support/qgis_test_main.h"
#include "ui/support/tiny_model.h"

using namespace sheen;
using namespace sheen::test;

namespace {

FlightEntry flight(const QString& name, double west, double south, const QString& day, int slicks = 0)
{
    FlightEntry entry;
    entry.path = QStringLiteral("/recordings/%1.mp4").arg(name);
    entry.workspace = QStringLiteral("/recordings/%1.sheen/sheen.gpkg").arg(name);
    entry.name = name;
    entry.state = FlightState::Done;
    entry.frames = entry.framesPlaced = 48;
    entry.firstUtc = QDateTime::fromString(day + QStringLiteral("T10:00:00Z"), Qt::ISODate);
    entry.lastUtc = entry.firstUtc.addSecs(600);
    entry.footprint = {
        {{{south, west}, {south, west + 0.1}, {south + 0.1, west + 0.1}, {south + 0.1, west}}}};
    entry.totals.count = slicks;
    entry.totals.oiledSquareMetres = 2e5 * slicks;
    return entry;
}

}  // namespace

class ArchiveWindowTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString catalogue() const { return path(QStringLiteral("catalogue.gpkg")); }

    template <typename Widget>
    static Widget* part(const ArchiveWindow& window, const char* name)
    {
        return window.findChild<Widget*>(QLatin1String(name));
    }

    static QStringList column(const ArchiveWindow& window, int column)
    {
        const QAbstractItemModel* model = part<QTreeView>(window, "archiveList")->model();
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, column).data().toString();
        return texts;
    }
    static QStringList names(const ArchiveWindow& window) { return column(window, ArchiveTable::Name); }

    static QString hint(const ArchiveWindow& window) { return part<QLabel>(window, "archiveHint")->text(); }

private Q_SLOTS:
    void initTestCase()
    {
        const auto all = Catalogue::open(catalogue());
        all->put(flight(QStringLiteral("north"), 5, 60, QStringLiteral("2026-03-01"), 2));
        all->put(flight(QStringLiteral("south"), 5, 40, QStringLiteral("2026-02-01")));
        all->put(flight(QStringLiteral("east"), 30, 60, QStringLiteral("2026-04-01"), 1));
        all->put(failedEntry(QStringLiteral("/recordings/broken.mp4"), QStringLiteral("It is no video.")));
    }

    void flightsAreListedAndShown()
    {
        ArchiveWindow window{QString()};
        window.show();
        QVERIFY(hint(window).contains(QStringLiteral("sheen archive")));
        QSignalSpy opened(&window, &ArchiveWindow::catalogueOpened);
        window.open(m_folder.path());
        QVERIFY(opened.wait(patience));
        QCOMPARE(opened.first().first().toString(), catalogue());
        // The newest first; one without a time last.
        QCOMPARE(names(window), (QStringList{QStringLiteral("east"), QStringLiteral("north"),
                                             QStringLiteral("south"), QStringLiteral("broken")}));
        QCOMPARE(column(window, ArchiveTable::Begun).first(), QStringLiteral("2026-04-01 10:00"));
        QCOMPARE(column(window, ArchiveTable::Slicks),
                 (QStringList{QStringLiteral("1"), QStringLiteral("2"), QString(), QString()}));
        QCOMPARE(column(window, ArchiveTable::Oiled).at(1),
                 QLocale().toString(400000) + QStringLiteral(" m²"));
        QVERIFY(column(window, ArchiveTable::Place).at(1).startsWith(QStringLiteral("60°03")));
        QVERIFY(column(window, ArchiveTable::Place).at(3).isEmpty());
        QCOMPARE(column(window, ArchiveTable::State).last(), QStringLiteral("failed"));
        const auto* map = window.findChild<ArchiveMap*>();
        const auto* footprints = qobject_cast<QgsVectorLayer*>(
            map->canvas()->project()->mapLayersByName(QStringLiteral("Footprints")).value(0));
        QVERIFY(footprints);
        QCOMPARE(footprints->featureCount(), 3LL);
        QVERIFY(map->canvas()->extent().contains(footprints->extent()));
        map->canvas()->waitWhileRendering();
    }

    void theyAreSearchedByWordsTimeAndPlace()
    {
        ArchiveWindow window{QString()};
        window.show();
        window.open(catalogue());
        QTRY_COMPARE_WITH_TIMEOUT(names(window).size(), 4, patience);
        auto* words = part<QLineEdit>(window, "archiveWords");
        words->setText(QStringLiteral("VIDEO broken"));
        QTRY_COMPARE_WITH_TIMEOUT(names(window), QStringList{QStringLiteral("broken")}, patience);
        words->setText(QStringLiteral("nothing like it"));
        QTRY_VERIFY_WITH_TIMEOUT(names(window).isEmpty(), patience);
        QVERIFY(hint(window).contains(QStringLiteral("clear the words")));
        words->clear();
        QTRY_COMPARE_WITH_TIMEOUT(names(window).size(), 4, patience);

        auto* timed = part<QCheckBox>(window, "archiveTimed");
        part<QDateEdit>(window, "archiveFrom")->setDate({2026, 2, 1});
        part<QDateEdit>(window, "archiveTo")->setDate({2026, 3, 1});
        timed->setChecked(true);
        QTRY_COMPARE_WITH_TIMEOUT(names(window),
                                  (QStringList{QStringLiteral("north"), QStringLiteral("south")}), patience);
        auto* withOil = part<QCheckBox>(window, "archiveWithOil");
        withOil->setChecked(true);
        QTRY_COMPARE_WITH_TIMEOUT(names(window), QStringList{QStringLiteral("north")}, patience);
        withOil->setChecked(false);
        timed->setChecked(false);
        QTRY_COMPARE_WITH_TIMEOUT(names(window).size(), 4, patience);

        auto* map = window.findChild<ArchiveMap*>();
        part<QCheckBox>(window, "archiveInMap")->setChecked(true);
        map->canvas()->setExtent(QgsRectangle(4, 59, 7, 62));
        QTRY_COMPARE_WITH_TIMEOUT(names(window), QStringList{QStringLiteral("north")}, patience);
        map->canvas()->setExtent(QgsRectangle(0, 30, 10, 45));
        QTRY_COMPARE_WITH_TIMEOUT(names(window), QStringList{QStringLiteral("south")}, patience);
        map->canvas()->waitWhileRendering();
    }

    void onlyTheLatestSearchCountsAndItCanBeCancelled()
    {
        ArchiveSearch search;
        std::vector<std::size_t> counts;
        connect(&search, &ArchiveSearch::found, this,
                [&counts](const std::vector<FlightEntry>& flights) { counts.push_back(flights.size()); });
        CatalogueQuery query;
        query.words = QStringLiteral("south");
        search.search(catalogue(), {});
        search.search(catalogue(), query);
        QTRY_VERIFY_WITH_TIMEOUT(!search.isUnderWay(), patience);
        QTest::qWait(50);
        QCOMPARE(counts, std::vector<std::size_t>{1});
        search.search(catalogue(), {});
        search.cancel();
        QVERIFY(!search.isUnderWay());
        search.search(catalogue(), query);
        QTRY_VERIFY_WITH_TIMEOUT(!search.isUnderWay(), patience);
        QCOMPARE(counts, (std::vector<std::size_t>{1, 1}));
        Cancel cancelled;
        cancelled.request();
        QVERIFY(Catalogue::read(catalogue())->find({}, &cancelled).empty());
    }

    void whatIsNoCatalogueIsSaid()
    {
        ArchiveWindow window{QString()};
        QSignalSpy opened(&window, &ArchiveWindow::catalogueOpened);
        window.open(path(QStringLiteral("absent.gpkg")));
        QTRY_VERIFY_WITH_TIMEOUT(hint(window).contains(QStringLiteral("no file")), patience);
        QVERIFY(hint(window).contains(QStringLiteral("absent.gpkg")));
        const FlightThatWasRun workspace;  // a GeoPackage, but no catalogue
        window.open(workspace.path());
        QTRY_VERIFY_WITH_TIMEOUT(hint(window).contains(QStringLiteral("no catalogue")), patience);
        QVERIFY(hint(window).contains(workspace.path()));
        QCOMPARE(opened.count(), 0);
        window.open(catalogue());
        QVERIFY(opened.wait(patience));
    }

    void aDoubleClickOpensTheFlight()
    {
        const FlightThatWasRun run;
        const QString file = path(QStringLiteral("one.gpkg"));
        Catalogue::open(file)->put(entryOf(QStringLiteral("/made/flight.mp4"), run.path()));
        WindowOptions options;
        options.modelPath = path(QStringLiteral("tiny.pt"));
        writeTinyModel(options.modelPath);
        MainWindow window(options);
        window.show();
        window.windowActions().archive->trigger();
        auto* archive = window.findChild<ArchiveWindow*>();
        QVERIFY(archive && archive->isVisible());
        archive->open(file);
        QTRY_COMPARE_WITH_TIMEOUT(names(*archive).size(), 1, patience);
        auto* list = part<QTreeView>(*archive, "archiveList");
        const QPoint row = list->visualRect(list->model()->index(0, 1)).center();
        QSignalSpy opened(&window.session(), &Session::workspaceOpened);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row);
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, row);
        QVERIFY(opened.wait(patience));
        QCOMPARE(window.session().slicks()->slicks().size(), std::size_t(3));
        QCOMPARE(QFileInfo(window.session().workspace()->path()), QFileInfo(run.path()));
        // The catalogue is remembered.
        archive->close();
        QTRY_VERIFY(!window.findChild<ArchiveWindow*>());
        window.windowActions().archive->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(names(*window.findChild<ArchiveWindow*>()).size(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(window.session().model(), patience);
    }
};

SHEEN_QGIS_TEST_MAIN(ArchiveWindowTest)
#include "archive_window_test.moc"
