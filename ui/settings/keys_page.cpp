#include "keys_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace sheen {

namespace {

enum Column { MenuColumn, ActionColumn, KeyColumn, ColumnCount };

QString keyText(const QList<QKeySequence>& keys)
{
    return keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
}

/** Of a series of keys the first: an action has one. */
QKeySequence firstOf(const QKeySequence& keys)
{
    return keys.isEmpty() ? keys : QKeySequence(keys[0]);
}

/** Keys that are no action's and are needed where they act. */
QString reservedFor(const QKeySequence& key)
{
    if (key == QKeySequence(Qt::Key_M))
        return KeysPage::tr("the picture alone, held in the frame");
    for (const Qt::Key one : {Qt::Key_Escape, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Return,
                              Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Space, Qt::Key_F2}) {
        if (key == QKeySequence(one))
            return KeysPage::tr("tools, tables and dialogs");
    }
    return {};
}

}  // namespace

KeysPage::KeysPage(const QList<NamedAction>& actions, QWidget* parent)
    : QWidget(parent), m_search(new QLineEdit), m_table(new QTableWidget(0, ColumnCount))
{
    m_search->setObjectName(QStringLiteral("keySearch"));
    m_search->setPlaceholderText(tr("Search: an action or a key"));
    m_search->setClearButtonEnabled(true);
    m_table->setObjectName(QStringLiteral("keyTable"));
    m_table->setHorizontalHeaderLabels({tr("Menu"), tr("Action"), tr("Key")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    column->addWidget(makeEditor());
    connect(m_search, &QLineEdit::textChanged, this, &KeysPage::filter);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &KeysPage::chooseRow);
    addRows(actions);
    chooseRow();
}

QWidget* KeysPage::makeEditor()
{
    auto* editor = new QWidget;
    auto* column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    m_edit = new QKeySequenceEdit;
    m_edit->setObjectName(QStringLiteral("keyEdit"));
    m_edit->setToolTip(tr("Click here, then press the key that the action shall have"));
    m_none = new QPushButton(tr("&No Key"));
    m_none->setObjectName(QStringLiteral("noKey"));
    m_usual = new QPushButton(tr("As &Usual"));
    m_usual->setObjectName(QStringLiteral("usualKey"));
    m_takeIt = new QPushButton(tr("&Take It from There"));
    m_takeIt->setObjectName(QStringLiteral("takeKey"));
    m_remark = new QLabel;
    m_remark->setObjectName(QStringLiteral("keyRemark"));
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setWordWrap(true);
    m_remark->setMinimumHeight(m_remark->fontMetrics().lineSpacing() * 2);
    row->addWidget(m_edit, 1);
    row->addWidget(m_none);
    row->addWidget(m_usual);
    auto* below = new QHBoxLayout;
    below->addWidget(m_remark, 1);
    below->addWidget(m_takeIt);
    column->addLayout(row);
    column->addLayout(below);
    connect(m_edit, &QKeySequenceEdit::editingFinished, this,
            [this] { take(firstOf(m_edit->keySequence())); });
    connect(m_none, &QPushButton::clicked, this, [this] { setKeys(chosenRow(), {}); });
    connect(m_usual, &QPushButton::clicked, this, [this] {
        const int chosen = chosenRow();
        const QList<QKeySequence> usual = m_rows[std::size_t(chosen)].usual;
        setKeys(chosen, {});
        take(usual.isEmpty() ? QKeySequence() : usual.first());
        if (keyText(m_rows[std::size_t(chosen)].keys) == keyText(usual))
            setKeys(chosen, usual);
    });
    connect(m_takeIt, &QPushButton::clicked, this, &KeysPage::takeFromOther);
    return editor;
}

void KeysPage::addRows(const QList<NamedAction>& actions)
{
    for (const NamedAction& named : actions) {
        const bool known = std::any_of(m_rows.begin(), m_rows.end(), [&named](const Row& row) {
            return row.name == named.action->objectName();
        });
        if (!known)
            m_rows.push_back({named.action->objectName(), textWithoutLetter(named.action->text()), named.menu,
                              usualKeys(*named.action), named.action->shortcuts()});
    }
    m_table->setRowCount(int(m_rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (int column = 0; column < ColumnCount; ++column)
            m_table->setItem(row, column, new QTableWidgetItem);
        showRow(row);
    }
    m_table->resizeColumnsToContents();
}

void KeysPage::showRow(int row)
{
    const Row& shown = m_rows[std::size_t(row)];
    m_table->item(row, MenuColumn)->setText(shown.menu);
    m_table->item(row, ActionColumn)->setText(shown.text);
    QTableWidgetItem* key = m_table->item(row, KeyColumn);
    key->setText(keyText(shown.keys));
    QFont font = m_table->font();
    font.setBold(shown.keys != shown.usual);
    key->setFont(font);
}

void KeysPage::filter(const QString& text)
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        bool found = false;
        for (int column = 0; column < ColumnCount; ++column)
            found = found || m_table->item(row, column)->text().contains(text.trimmed(), Qt::CaseInsensitive);
        m_table->setRowHidden(row, !found);
    }
}

int KeysPage::chosenRow() const
{
    return m_table->selectedItems().isEmpty() ? -1 : m_table->currentRow();
}

void KeysPage::chooseRow()
{
    const int row = chosenRow();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_edit, m_none, m_usual})
        widget->setEnabled(row >= 0);
    m_takeIt->hide();
    m_edit->clear();
    m_remark->setText(
        row < 0
            ? tr("Choose an action to give it another key.")
            : tr("\"%1\": click into the field, then press its new key.").arg(m_rows[std::size_t(row)].text));
    if (row >= 0 && !m_rows[std::size_t(row)].keys.isEmpty())
        m_edit->setKeySequence(m_rows[std::size_t(row)].keys.first());
}

int KeysPage::ownerOf(const QKeySequence& key) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].keys.contains(key))
            return int(row);
    }
    return -1;
}

void KeysPage::take(const QKeySequence& key)
{
    const int row = chosenRow();
    if (row < 0 || key.isEmpty())
        return;
    m_takeIt->hide();
    m_edit->setKeySequence(key);
    const QString shown = key.toString(QKeySequence::NativeText);
    if (const QString use = reservedFor(key); !use.isEmpty()) {
        m_remark->setText(tr("%1 cannot be given: it is for %2.").arg(shown, use));
        return;
    }
    const int owner = ownerOf(key);
    if (owner >= 0 && owner != row) {
        m_wanted = key;
        m_remark->setText(tr("%1 is the key of \"%2\" (%3): nothing was changed.")
                              .arg(shown, m_rows[std::size_t(owner)].text, m_rows[std::size_t(owner)].menu));
        m_takeIt->show();
        return;
    }
    setKeys(row, {key});
}

void KeysPage::takeFromOther()
{
    const int row = chosenRow();
    const int owner = ownerOf(m_wanted);
    if (row < 0)
        return;
    if (owner >= 0) {
        QList<QKeySequence> left = m_rows[std::size_t(owner)].keys;
        left.removeAll(m_wanted);
        m_rows[std::size_t(owner)].keys = left;
        showRow(owner);
    }
    setKeys(row, {m_wanted});
}

void KeysPage::setKeys(int row, const QList<QKeySequence>& keys)
{
    if (row < 0)
        return;
    m_rows[std::size_t(row)].keys = keys;
    showRow(row);
    chooseRow();
    if (keys.isEmpty())
        m_remark->setText(tr("\"%1\" has no key now.").arg(m_rows[std::size_t(row)].text));
}

void KeysPage::fill(UserSettings& settings) const
{
    settings.keys.clear();
    for (const Row& row : m_rows) {
        if (row.keys != row.usual)
            settings.keys.insert(row.name, QKeySequence::listToString(row.keys, QKeySequence::PortableText));
    }
}

}  // namespace sheen
