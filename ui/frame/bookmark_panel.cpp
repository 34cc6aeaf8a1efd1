#include "ui/frame/bookmark_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/frame/bookmarks.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/time_text.h"

namespace sheen {

namespace {

enum Column { TimeColumn, NoteColumn, PersonColumn, WrittenColumn, ColumnCount };

QString timeText(const Bookmark& bookmark)
{
    return bookmark.isRange() ? QStringLiteral("%1 – %2").arg(recordingTime(bookmark.startSeconds),
                                                              recordingTime(bookmark.endSeconds))
                              : recordingTime(bookmark.startSeconds);
}

}  // namespace

BookmarkPanel::BookmarkPanel(Bookmarks* bookmarks, QWidget* parent)
    : QWidget(parent),
      m_bookmarks(bookmarks),
      m_table(new QTableWidget(0, ColumnCount)),
      m_remove(new QPushButton(tr("&Remove")))
{
    m_table->setObjectName(QStringLiteral("bookmarks"));
    m_table->setHorizontalHeaderLabels({tr("Time"), tr("Note"), tr("Person"), tr("Written")});
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(NoteColumn, QHeaderView::Stretch);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_remove->setObjectName(QStringLiteral("removeBookmark"));
    auto* hint =
        new QLabel(tr("Ctrl+B in the frame notes the moment, or the range that is set. A double click "
                      "goes there; F2 writes the note."));
    hint->setProperty("hint", true);
    hint->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(hint, 1);
    row->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 2, 4, 4);
    column->addWidget(m_table, 1);
    column->addLayout(row);
    connect(bookmarks, &Bookmarks::changed, this, &BookmarkPanel::fill);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (chosenRow() >= 0)
            m_bookmarks->remove(std::size_t(chosenRow()));
    });
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(chosenRow() >= 0 && m_bookmarks->canChange()); });
    connect(m_table, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) {
        if (!m_fills && item->column() == NoteColumn)
            m_bookmarks->setNote(std::size_t(item->row()), item->text());
    });
    connect(m_table, &QTableWidget::cellDoubleClicked, this, [this](int index) {
        const Bookmark& bookmark = m_bookmarks->all()[std::size_t(index)];
        Q_EMIT chosen(bookmark.startSeconds, bookmark.endSeconds);
    });
    fill();
}

int BookmarkPanel::chosenRow() const
{
    return m_table->selectedItems().isEmpty() ? -1 : m_table->currentRow();
}

void BookmarkPanel::fill()
{
    const QScopedValueRollback<bool> fills(m_fills, true);
    const std::vector<Bookmark>& all = m_bookmarks->all();
    m_table->setRowCount(int(all.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Bookmark& bookmark = all[std::size_t(row)];
        const QString written = QLocale().toString(bookmark.written.toLocalTime(), QLocale::ShortFormat);
        int column = 0;
        for (const QString& text : {timeText(bookmark), bookmark.note, bookmark.person, written}) {
            // One that is being written into stays.
            QTableWidgetItem* item = m_table->item(row, column);
            if (!item)
                m_table->setItem(row, column, item = new QTableWidgetItem);
            item->setText(text);
            item->setToolTip(asPlainText(text));
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            if (column == NoteColumn && m_bookmarks->canChange())
                item->setFlags(item->flags() | Qt::ItemIsEditable);
            ++column;
        }
    }
    m_table->resizeColumnToContents(TimeColumn);
    m_table->resizeColumnToContents(PersonColumn);
    m_remove->setEnabled(chosenRow() >= 0 && m_bookmarks->canChange());
}

}  // namespace sheen
