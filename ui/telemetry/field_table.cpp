#include "field_table.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "field_table_model.h"

namespace sheen {

namespace {

constexpr int cropWidth = 110;
constexpr int cropMargin = 2;

/** The crop as large as its cell allows. */
class CropDelegate : public QStyledItemDelegate
{
public:
    explicit CropDelegate(FieldTableModel* model, QObject* parent)
        : QStyledItemDelegate(parent), m_model(model)
    {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QImage crop = m_model->cropAt(index.row());
        if (crop.isNull())
            return;
        const QRect cell = option.rect.adjusted(cropMargin, cropMargin, -cropMargin, -cropMargin);
        const QSize size = crop.size().scaled(cell.size(), Qt::KeepAspectRatio);
        painter->save();
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(QRect(QPoint(cell.left(), cell.center().y() - size.height() / 2), size), crop);
        painter->restore();
    }

private:
    FieldTableModel* m_model;
};

}  // namespace

FieldTable::FieldTable(QWidget* parent) : QTableView(parent), m_model(new FieldTableModel(this))
{
    setObjectName(QStringLiteral("telemetryTable"));
    setModel(m_model);
    setItemDelegateForColumn(FieldTableModel::CropColumn, new CropDelegate(m_model, this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);

    m_edit = makeAction("editField", tr("&Edit Value"), tr("Type the right value for this frame"),
                        QKeySequence(Qt::Key_F2));
    m_strikeOut = makeAction("strikeOutField", tr("&Strike Out"),
                             tr("This reading is wrong: fill the value in from other frames"),
                             QKeySequence(Qt::Key_Delete));
    m_takeBack = makeAction("takeBackField", tr("&Take Back"), tr("Remove the correction of this value"),
                            QKeySequence(QStringLiteral("Ctrl+Backspace")));
    connect(m_edit, &QAction::triggered, this, [this] {
        if (selectedRow() >= 0)
            edit(m_model->index(selectedRow(), FieldTableModel::ValueColumn));
    });
    connect(m_strikeOut, &QAction::triggered, this, [this] { Q_EMIT strikeOutWanted(selectedRow()); });
    connect(m_takeBack, &QAction::triggered, this, [this] { Q_EMIT takeBackWanted(selectedRow()); });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateActions();
        if (selectedRow() >= 0)
            Q_EMIT rowSelected(selectedRow());
    });
    updateActions();
}

QAction* FieldTable::makeAction(const char* name, const QString& text, const QString& tip,
                                const QKeySequence& keys)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText)));
    action->setStatusTip(tip);
    addAction(action);
    return action;
}

int FieldTable::selectedRow() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void FieldTable::refresh()
{
    bool anyCrop = false;
    for (int row = 0; row < m_model->rowCount() && !anyCrop; ++row)
        anyCrop = !m_model->cropAt(row).isNull();
    setColumnHidden(FieldTableModel::CropColumn, !anyCrop);
    for (const int column :
         {FieldTableModel::NameColumn, FieldTableModel::SeenColumn, FieldTableModel::ValueColumn}) {
        // Wide enough for what was there so far: columns that jump from frame to frame are hard to read.
        setColumnWidth(
            column,
            std::max(columnWidth(column) * int(!m_model->isEmpty()),
                     std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + 6));
    }
    setColumnWidth(FieldTableModel::CropColumn, cropWidth);
    updateActions();
}

void FieldTable::updateActions()
{
    const int row = selectedRow();
    const bool editable =
        row >= 0 && m_model->flags(m_model->index(row, FieldTableModel::ValueColumn)) & Qt::ItemIsEditable;
    m_edit->setEnabled(editable);
    m_strikeOut->setEnabled(editable && m_model->canStrikeOut(row));
    m_takeBack->setEnabled(editable && m_model->isCorrected(row));
}

void FieldTable::contextMenuEvent(QContextMenuEvent* event)
{
    if (selectedRow() < 0)
        return;
    QMenu menu(this);
    menu.addActions(corrections());
    menu.exec(event->globalPos());
}

}  // namespace sheen
