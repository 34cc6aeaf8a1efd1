#include "ui/review/slick_table.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QScopedValueRollback>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "data/class_names.h"
#include "slick_filter.h"
#include "slick_table_model.h"
#include "slick_text.h"
#include "ui/session/slick_store.h"
#include "ui/widgets/notation.h"

namespace sheen {

SlickTable::SlickTable(SlickStore* store, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_model(new SlickTableModel(store, this)),
      m_filter(new SlickFilter(m_model, this)),
      m_view(new QTreeView)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(makeFilterRow());

    makeView();
    m_hint = new QLabel;
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setMargin(16);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_pages = new QStackedLayout;
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_hint);
    layout->addLayout(m_pages, 1);

    m_totals = new QLabel;
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setObjectName(QStringLiteral("totals"));
    m_totals->setWordWrap(true);
    m_totals->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_totals->setToolTip(tr("Sums of the slicks shown"));
    layout->addWidget(m_totals);

    connect(m_store, &SlickStore::reset, this, [this] { fillClasses(false); });
    connect(m_store, &SlickStore::changed, this, [this] { fillClasses(true); });
    connect(m_store, &SlickStore::selectionChanged, this, &SlickTable::showSelection);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_filter, signal, this, [this] { updateTotals(); });
    }
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] {
        updateTotals();
        showSelection(m_store->selection());
    });
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &SlickTable::updateTotals);
    connect(&Notation::current(), &Notation::changed, this, &SlickTable::updateTotals);
    fillClasses(false);
    updateTotals();
}

SlickTable::~SlickTable() = default;

QWidget* SlickTable::makeFilterRow()
{
    auto* row = new QWidget;
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);

    m_text = new QLineEdit;
    m_text->setObjectName(QStringLiteral("filterText"));
    m_text->setPlaceholderText(tr("Filter by any text: class, note, number"));
    m_text->setClearButtonEnabled(true);
    m_text->setToolTip(tr("Shows the slicks that have this text in any column"));
    m_class = new QComboBox;
    m_class->setObjectName(QStringLiteral("filterClass"));
    m_class->setToolTip(tr("Shows the slicks of one class"));
    m_class->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_decision = new QComboBox;
    m_decision->setObjectName(QStringLiteral("filterDecision"));
    m_decision->setToolTip(tr("Shows the slicks with one decision"));
    m_decision->addItem(tr("Every decision"));
    for (Decision decision : {Decision::Undecided, Decision::Accepted, Decision::Rejected})
        m_decision->addItem(decisionText(decision), static_cast<int>(decision));
    m_smallest = new QDoubleSpinBox;
    m_smallest->setObjectName(QStringLiteral("filterArea"));
    m_smallest->setToolTip(tr("Shows the slicks of this area or more"));
    m_smallest->setDecimals(0);
    m_smallest->setRange(0, 1e9);
    m_smallest->setSingleStep(100);
    m_smallest->setSpecialValueText(tr("Any area"));
    m_smallest->setPrefix(tr("≥ "));
    m_smallest->setSuffix(tr(" m²"));
    // Room for what a large flight needs, not for the end of the range.
    m_smallest->setMaximumWidth(
        m_smallest->fontMetrics().horizontalAdvance(QStringLiteral("≥ 10000000 m²__")) + 30);

    grid->addWidget(m_text, 0, 0, 1, 4);
    grid->addWidget(m_class, 1, 0);
    grid->addWidget(m_decision, 1, 1);
    grid->addWidget(m_smallest, 1, 2);
    grid->setColumnStretch(3, 1);

    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        showSelection(m_store->selection());
        updateTotals();
    });
    connect(m_class, QOverload<int>::of(&QComboBox::currentIndexChanged), this, [this] {
        const QVariant value = m_class->currentData();
        m_filter->setClass(value.isValid() ? std::optional(value.toInt()) : std::nullopt);
        showSelection(m_store->selection());
        updateTotals();
    });
    connect(m_decision, QOverload<int>::of(&QComboBox::currentIndexChanged), this, [this] {
        const QVariant value = m_decision->currentData();
        m_filter->setDecision(value.isValid() ? std::optional(static_cast<Decision>(value.toInt()))
                                              : std::nullopt);
        showSelection(m_store->selection());
        updateTotals();
    });
    connect(m_smallest, QOverload<double>::of(&QDoubleSpinBox::valueChanged), this, [this](double area) {
        m_filter->setSmallestArea(area);
        showSelection(m_store->selection());
        updateTotals();
    });
    return row;
}

void SlickTable::makeView()
{
    // Rows that a filter hides stay selected in the store. These come before the view's own connections.
    connect(m_filter, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_followsStore = true; });
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, [this] { m_followsStore = false; });

    m_view->setModel(m_filter);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(SlickTableModel::Oiled, Qt::DescendingOrder);
    m_view->setAlternatingRowColors(true);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setExpandsOnDoubleClick(false);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const std::map<int, QString> widest = {
        {SlickTableModel::Id, QStringLiteral("0000")},
        {SlickTableModel::Size, QStringLiteral("1,234 × 1,234 m")},
        {SlickTableModel::Appearance, QStringLiteral("### emulsion (1 sheen)___")},
        {SlickTableModel::Oiled, QStringLiteral("00,000 m²")},
        {SlickTableModel::Coverage, QStringLiteral("100 %")},
        {SlickTableModel::Volume, QStringLiteral("more than 0.123 m³")},
        {SlickTableModel::Status, QStringLiteral("undecided")},
        {SlickTableModel::TakenForWhat, QStringLiteral("look-alike")},
        {SlickTableModel::Confidence, QStringLiteral("100 %..")},
        {SlickTableModel::Frames, QStringLiteral("1000 – 1234 (123)")},
        {SlickTableModel::PositionError, QStringLiteral("± 123 m")},
        {SlickTableModel::Note, QStringLiteral("short note")},
    };
    for (const auto& [column, text] : widest) {
        const QFontMetrics metrics = m_view->fontMetrics();
        const QString heading = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int edges = column == SlickTableModel::Id ? 26 : 9;  // the first has the sign that unfolds
        m_view->setColumnWidth(column, std::max(metrics.horizontalAdvance(text) + edges,
                                                metrics.horizontalAdvance(heading) + 9));
    }

    // What is decided by stands first; the rest is seen where the panel is wide.
    int place = 1;
    for (const SlickTableModel::Column column :
         {SlickTableModel::Status, SlickTableModel::TakenForWhat, SlickTableModel::Oiled,
          SlickTableModel::PositionError, SlickTableModel::Note})
        m_view->header()->moveSection(m_view->header()->visualIndex(column), place++);

    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { takeSelection(); });
    connect(m_view, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() != SlickTableModel::Note)
            Q_EMIT activated(m_model->idAt(m_filter->mapToSource(index)));
    });
}

void SlickTable::fillClasses(bool keepChosen)
{
    const QVariant chosen = m_class->currentData();
    std::map<int, QString> classes;
    for (const Slick& slick : m_store->slicks()) {
        for (const AppearanceArea& area : slick.areas) {
            const ModelClass* known = m_store->card().findClass(area.classValue);
            classes.emplace(area.classValue, shownClassName(known ? known->name : area.className));
        }
    }
    if (keepChosen && chosen.isValid())
        classes.emplace(chosen.toInt(), m_class->currentText());
    const QSignalBlocker blocker(m_class);
    m_class->clear();
    m_class->addItem(tr("Every class"));
    for (const auto& [value, name] : classes) {
        QPixmap swatch(12, 12);
        const ModelClass* known = m_store->card().findClass(value);
        swatch.fill(colourOfArea(m_store->card(), value, known ? known->code : 0));
        m_class->addItem(swatch, name, value);
    }
    const int row = chosen.isValid() ? m_class->findData(chosen) : 0;
    m_class->setCurrentIndex(row < 0 ? 0 : row);
    if (row < 0)
        m_filter->setClass(std::nullopt);
    updateTotals();
}

std::vector<std::int64_t> SlickTable::shownIds() const
{
    std::vector<std::int64_t> ids;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        ids.push_back(m_model->idAt(m_filter->mapToSource(m_filter->index(row, 0))));
    return ids;
}

void SlickTable::takeSelection()
{
    if (m_followsStore)
        return;
    SlickStore::Ids ids;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    for (const QModelIndex& index : rows)
        ids.insert(m_model->idAt(m_filter->mapToSource(index)));
    const std::optional<std::size_t> area =
        rows.size() == 1 ? m_model->areaAt(m_filter->mapToSource(rows.front())) : std::nullopt;
    if (area)
        m_store->selectArea(*ids.begin(), *area);
    else
        m_store->select(ids);
}

void SlickTable::showSelection(const std::set<std::int64_t>& ids)
{
    constexpr int lastColumn = SlickTableModel::ColumnCount - 1;
    QItemSelection selection;
    QModelIndex first;
    std::vector<int> rows;
    if (ids.size() == 1 && m_store->selectedArea()) {
        first = m_filter->mapFromSource(m_model->indexOf(*ids.begin(), m_store->selectedArea()));
        if (first.isValid())
            selection.select(first, first.siblingAtColumn(lastColumn));
    } else {
        for (std::int64_t id : ids) {
            const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(id));
            if (index.isValid())
                rows.push_back(index.row());
        }
        std::sort(rows.begin(), rows.end());
        if (!rows.empty())
            first = m_filter->index(rows.front(), 0);
    }
    // As few ranges as there are gaps: a selection looks at each of them for each row.
    for (std::size_t from = 0; from < rows.size();) {
        std::size_t to = from;
        while (to + 1 < rows.size() && rows[to + 1] == rows[to] + 1)
            ++to;
        selection.select(m_filter->index(rows[from], 0), m_filter->index(rows[to], lastColumn));
        from = to + 1;
    }
    const QScopedValueRollback<bool> follows(m_followsStore, true);
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first.isValid() && !m_view->hasFocus()) {
        m_view->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_view->scrollTo(first);
    }
}

void SlickTable::updateTotals()
{
    DecisionTotals totals;
    for (std::int64_t id : shownIds()) {
        if (const Slick* slick = m_store->find(id))
            totals.add(*slick);
    }
    const int shown = m_filter->rowCount();
    const int all = m_model->rowCount();
    QString text = totalsText(totals);
    if (shown < all)
        text = tr("%1 of %2 shown: %3").arg(shown).arg(all).arg(text);
    m_totals->setText(text);
    m_totals->setVisible(all > 0);
    updateHint();
}

void SlickTable::updateHint()
{
    const bool empty = m_filter->rowCount() == 0;
    if (empty) {
        m_hint->setText(m_model->rowCount() > 0
                            ? tr("No slick passes the filter: clear its text, choose every class and status.")
                        : m_store->workspace()
                            ? tr("No oil was found. Draw what the model missed with the drawing tool (D).")
                            : tr("The slicks of a flight are listed here once it has run."));
    }
    m_pages->setCurrentIndex(empty ? 1 : 0);
}

}  // namespace sheen
