#include "ui/review/history_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHash>
#include <QHeaderView>
#include <QLineEdit>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <memory>

#include "base/error.h"
#include "ui/session/slick_store.h"
#include "ui/session/work_thread.h"
#include "ui/widgets/literal_text.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

enum Column { Time, Person, Kind, What, ColumnCount };
constexpr int idsRole = Qt::UserRole;

}  // namespace

QString editActionText(const QString& action)
{
    const QHash<QString, QString> texts = {
        {QStringLiteral("accept"), HistoryPanel::tr("accepted")},
        {QStringLiteral("reject"), HistoryPanel::tr("rejected")},
        {QStringLiteral("undecide"), HistoryPanel::tr("decision taken back")},
        {QStringLiteral("taken_for"), HistoryPanel::tr("taken for")},
        {QStringLiteral("form"), HistoryPanel::tr("form")},
        {QStringLiteral("class"), HistoryPanel::tr("class or code")},
        {QStringLiteral("reshape"), HistoryPanel::tr("outline")},
        {QStringLiteral("draw"), HistoryPanel::tr("drawn")},
        {QStringLiteral("delete"), HistoryPanel::tr("deleted")},
        {QStringLiteral("split"), HistoryPanel::tr("split")},
        {QStringLiteral("join"), HistoryPanel::tr("joined")},
        {QStringLiteral("move"), HistoryPanel::tr("area moved")},
        {QStringLiteral("note"), HistoryPanel::tr("note")},
        {QStringLiteral("second_look"), HistoryPanel::tr("second look")},
        {QStringLiteral("telemetry"), HistoryPanel::tr("telemetry")},
        {QStringLiteral("undo"), HistoryPanel::tr("undone")},
        {QStringLiteral("redo"), HistoryPanel::tr("done again")}};
    return texts.value(action, action);
}

HistoryPanel::HistoryPanel(SlickStore* store, QAction* undo, QAction* redo, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_list(new QTreeWidget),
      m_search(new QLineEdit),
      m_thread(std::make_unique<WorkThread>(QStringLiteral("history")))
{
    m_list->setObjectName(QStringLiteral("historyList"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setHeaderLabels({tr("Time (UTC)"), tr("Person"), tr("What"), tr("Before and after")});
    m_list->header()->setStretchLastSection(true);
    connect(m_list, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem* item) {
        SlickStore::Ids ids;
        for (const QVariant& id : item->data(Time, idsRole).toList())
            ids.insert(id.toLongLong());
        if (!ids.empty())
            m_store->select(ids);
    });
    m_search->setPlaceholderText(tr("Filter by any text: person, slick, what was done"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &HistoryPanel::filter);
    auto* row = new QHBoxLayout;
    for (QAction* action : {undo, redo}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(button);
    }
    row->addWidget(m_search, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addLayout(row);
    column->addWidget(m_list);
    connect(store, &SlickStore::reset, this, &HistoryPanel::reload);
    connect(store, &SlickStore::recorded, this, [this](const Edit& edit) {
        if (m_reads)
            reload();  // what is being read may lack it
        else
            add(edit);
    });
    reload();
}

HistoryPanel::~HistoryPanel() = default;

void HistoryPanel::reload()
{
    const int reading = ++m_readings;
    m_list->clear();
    m_reads = m_store->workspace() != nullptr;
    if (!m_store->workspace())
        return;
    m_thread->post([this, reading, workspace = m_store->workspace()]() mutable {
        std::vector<Edit> edits;
        try {
            edits = workspace->edits();
        } catch (const Error&) {
            // Whoever changes something next is told.
        }
        workspace.reset();  // a run may be about to move its file aside
        QMetaObject::invokeMethod(
            this,
            [this, reading, edits] {
                if (reading == m_readings)
                    fill(edits);
            },
            Qt::QueuedConnection);
    });
}

void HistoryPanel::fill(const std::vector<Edit>& edits)
{
    m_reads = false;
    m_list->clear();
    for (const Edit& edit : edits)
        add(edit);
    for (int column : {Time, Person, Kind})
        m_list->resizeColumnToContents(column);
}

void HistoryPanel::add(const Edit& edit)
{
    auto* item =
        new QTreeWidgetItem(QStringList{edit.time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                                        edit.person, editActionText(edit.action), edit.description});
    QVariantList ids;
    for (const std::int64_t id : edit.slickIds)
        ids << static_cast<qlonglong>(id);
    item->setData(Time, idsRole, ids);
    item->setToolTip(What, asPlainText(edit.description));
    m_list->insertTopLevelItem(0, item);
    item->setHidden(
        !m_search->text().isEmpty() &&
        !(edit.person + edit.description).contains(m_search->text().trimmed(), Qt::CaseInsensitive));
}

void HistoryPanel::filter()
{
    const QString wanted = m_search->text().trimmed();
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_list->topLevelItem(row);
        bool found = wanted.isEmpty();
        for (int column = 0; column < ColumnCount; ++column)
            found = found || item->text(column).contains(wanted, Qt::CaseInsensitive);
        item->setHidden(!found);
    }
}

}  // namespace sheen
