#include "ui/archive/archive_window.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "archive_map.h"
#include "archive_search.h"
#include "archive_table.h"

namespace sheen {

namespace {

constexpr int soonMilliseconds = 250;

}  // namespace

ArchiveWindow::ArchiveWindow(QString folder, QWidget* parent)
    : QDialog(parent, Qt::Window),
      m_folder(std::move(folder)),
      m_search(new ArchiveSearch(this)),
      m_table(new ArchiveTable(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_map(new ArchiveMap)
{
    setObjectName(QStringLiteral("archiveWindow"));
    setWindowTitle(tr("Archive"));
    m_sorted->setSourceModel(m_table);
    m_sorted->setSortRole(ArchiveTable::sortRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeSearchRow());
    auto* halves = new QSplitter(Qt::Horizontal);
    halves->addWidget(makeList());
    halves->addWidget(m_map);
    halves->setStretchFactor(0, 1);
    halves->setStretchFactor(1, 1);
    halves->setSizes({700, 560});
    column->addWidget(halves, 1);
    column->addWidget(makeButtons());
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &ArchiveWindow::search);
    connect(m_search, &ArchiveSearch::found, this, &ArchiveWindow::showFound);
    connect(m_search, &ArchiveSearch::failed, this, &ArchiveWindow::showFailure);
    connect(m_map, &ArchiveMap::moved, this, [this] {
        if (m_inMap->isChecked())
            m_soon.start();
    });
    resize(1280, 680);
    sayState();
}

ArchiveWindow::~ArchiveWindow() = default;

QWidget* ArchiveWindow::makeSearchRow()
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    m_words = new QLineEdit;
    m_words->setObjectName(QStringLiteral("archiveWords"));
    m_words->setPlaceholderText(tr("Search by words: name, folder, why it failed"));
    m_words->setClearButtonEnabled(true);
    m_words->setToolTip(tr("Shows the flights that have all of these words"));
    m_timed = new QCheckBox(tr("Flown from"));
    m_timed->setObjectName(QStringLiteral("archiveTimed"));
    m_timed->setToolTip(tr("Shows the flights of these days (UTC)"));
    m_from = new QDateEdit(QDate::currentDate().addYears(-1));
    m_to = new QDateEdit(QDate::currentDate());
    m_from->setObjectName(QStringLiteral("archiveFrom"));
    m_to->setObjectName(QStringLiteral("archiveTo"));
    m_withOil = new QCheckBox(tr("With oil"));
    m_withOil->setObjectName(QStringLiteral("archiveWithOil"));
    m_withOil->setToolTip(tr("Shows the flights in which oil was found and not rejected"));
    m_inMap = new QCheckBox(tr("What the map shows"));
    m_inMap->setObjectName(QStringLiteral("archiveInMap"));
    m_inMap->setToolTip(tr("Shows the flights that saw something of what the map shows"));
    row->addWidget(m_words, 1);
    row->addWidget(m_timed);
    row->addWidget(m_from);
    row->addWidget(new QLabel(tr("to")));
    row->addWidget(m_to);
    row->addWidget(m_withOil);
    row->addWidget(m_inMap);
    const auto soon = [this] { m_soon.start(); };
    connect(m_words, &QLineEdit::textChanged, this, soon);
    for (QCheckBox* box : {m_timed, m_withOil, m_inMap})
        connect(box, &QCheckBox::toggled, this, soon);
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        edit->setEnabled(false);
        connect(m_timed, &QCheckBox::toggled, edit, &QWidget::setEnabled);
        connect(edit, &QDateEdit::dateChanged, this, soon);
    }
    return line;
}

QWidget* ArchiveWindow::makeList()
{
    m_view = new QTreeView;
    m_view->setObjectName(QStringLiteral("archiveList"));
    m_view->setModel(m_sorted);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(ArchiveTable::Begun, Qt::DescendingOrder);
    connect(m_view, &QTreeView::activated, this, &ArchiveWindow::openChosen);  // double click, or Enter
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_map->mark(chosen());
        m_open->setEnabled(chosen() != nullptr);
    });
    m_hint = new QLabel;
    m_hint->setObjectName(QStringLiteral("archiveHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setMargin(16);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_hint);
    return m_pages;
}

QWidget* ArchiveWindow::makeButtons()
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* choose = new QPushButton(tr("Open &Catalogue…"));
    choose->setToolTip(tr("Choose the catalogue.gpkg that sheen archive wrote"));
    m_path = new QLabel;
    m_path->setTextFormat(Qt::PlainText);
    m_state = new QLabel;
    m_state->setObjectName(QStringLiteral("archiveState"));
    m_stop = new QPushButton(tr("&Stop"));
    m_stop->setToolTip(tr("End the search; what is shown stays"));
    m_open = new QPushButton(tr("&Open Flight"));
    m_open->setObjectName(QStringLiteral("archiveOpen"));
    m_open->setEnabled(false);
    m_open->setToolTip(tr("Open the results of the flight, as a double click does"));
    auto* close = new QPushButton(tr("Close"));
    for (QPushButton* button : {choose, m_stop, m_open, close})
        button->setAutoDefault(false);
    row->addWidget(choose);
    row->addWidget(m_path, 1);
    row->addWidget(m_state);
    row->addWidget(m_stop);
    row->addWidget(m_open);
    row->addWidget(close);
    connect(choose, &QPushButton::clicked, this, &ArchiveWindow::chooseCatalogue);
    connect(m_stop, &QPushButton::clicked, this, &ArchiveWindow::stopSearch);
    connect(m_open, &QPushButton::clicked, this, &ArchiveWindow::openChosen);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return line;
}

void ArchiveWindow::done(int result)
{
    m_soon.stop();
    m_search->cancel();
    QDialog::done(result);
}

void ArchiveWindow::chooseCatalogue()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a catalogue"), m_catalogue.isEmpty() ? m_folder : m_catalogue,
        tr("Catalogues of flights (catalogue.gpkg);;GeoPackages (*.gpkg);;All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void ArchiveWindow::open(const QString& path)
{
    m_catalogue = QFileInfo(path).isDir() ? QDir(path).filePath(QStringLiteral("catalogue.gpkg")) : path;
    m_path->setText(QDir::toNativeSeparators(m_catalogue));
    m_isNew = true;
    m_table->setFlights({});
    m_map->showFlights({});
    search();
}

void ArchiveWindow::search()
{
    m_soon.stop();
    if (m_catalogue.isEmpty())
        return;
    CatalogueQuery query;
    query.words = m_words->text();
    query.withOilAlone = m_withOil->isChecked();
    if (m_timed->isChecked()) {
        query.from = m_from->date().startOfDay(Qt::UTC);
        query.to = m_to->date().addDays(1).startOfDay(Qt::UTC).addMSecs(-1);
    }
    if (m_inMap->isChecked() && !m_isNew)
        query.box = m_map->shownBox();
    m_stopped = false;
    m_search->search(m_catalogue, query);
    sayState();
}

void ArchiveWindow::stopSearch()
{
    m_search->cancel();
    m_stopped = true;
    sayState();
}

void ArchiveWindow::showFound(const std::vector<FlightEntry>& flights)
{
    m_table->setFlights(flights);
    m_map->mark(nullptr);
    m_map->showFlights(flights);
    m_open->setEnabled(false);
    for (int column = 0; column < ArchiveTable::ColumnCount; ++column)
        m_view->resizeColumnToContents(column);
    if (std::exchange(m_isNew, false)) {
        m_map->zoomToFlights();
        Q_EMIT catalogueOpened(m_catalogue);
    }
    sayState();
}

void ArchiveWindow::showFailure(const QString& sentence)
{
    m_table->setFlights({});
    m_map->showFlights({});
    sayState();
    m_hint->setText(sentence);
}

void ArchiveWindow::sayState()
{
    const bool searching = m_search->isUnderWay();
    m_stop->setVisible(searching);
    const std::vector<FlightEntry>& flights = m_table->flights();
    const auto withOil = std::count_if(flights.begin(), flights.end(),
                                       [](const FlightEntry& flight) { return flight.totals.count > 0; });
    QString state = tr("%n flight(s), %1 with oil", nullptr, int(flights.size())).arg(withOil);
    QString hint = tr("No flight is like that: clear the words, choose other days or another place.");
    if (m_catalogue.isEmpty()) {
        state.clear();
        hint = tr(
            "Open the catalogue of an archive. \"sheen archive FOLDER\" runs all flights below a folder and "
            "writes one.");
    } else if (searching) {
        state = hint = tr("Searching…");
    } else if (m_stopped) {
        state = hint = tr("The search was stopped.");
    }
    m_state->setText(state);
    m_hint->setText(hint);
    m_pages->setCurrentIndex(flights.empty() ? 1 : 0);
}

const FlightEntry* ArchiveWindow::chosen() const
{
    const QModelIndex index = m_sorted->mapToSource(m_view->selectionModel()->currentIndex());
    return index.isValid() ? &m_table->flights()[std::size_t(index.row())] : nullptr;
}

void ArchiveWindow::openChosen()
{
    if (const FlightEntry* flight = chosen())
        Q_EMIT openWanted(flight->workspace.isEmpty() ? flight->path : flight->workspace);
}

}  // namespace sheen
