#include "key_card.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/settings/action_keys.h"

namespace sheen {

KeyCard::KeyCard(const QList<QMenu*>& menus, QWidget* parent)
    : QDialog(parent), m_search(new QLineEdit), m_table(new QTableWidget(0, 4))
{
    setObjectName(QStringLiteral("keyCard"));
    setWindowTitle(tr("Keys"));
    setWindowFlag(Qt::Tool);  // stays above the window, which can be worked in
    m_search->setPlaceholderText(tr("Search: an action, a key, what it does"));
    m_search->setClearButtonEnabled(true);
    m_table->setHorizontalHeaderLabels({tr("Menu"), tr("Action"), tr("Key"), tr("What it does")});
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (const QMenu* menu : menus)
        add(*menu, textWithoutLetter(menu->title()));
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_search, &QLineEdit::textChanged, this, &KeyCard::filter);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_table);
    resize(720, 560);
}

void KeyCard::add(const QMenu& menu, const QString& group)
{
    for (const QAction* action : menu.actions()) {
        if (action->menu())
            add(*action->menu(), group);
        if (action->isSeparator() || action->menu() || action->shortcut().isEmpty())
            continue;
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        int column = 0;
        for (const QString& text :
             {group, textWithoutLetter(action->text()), action->shortcut().toString(QKeySequence::NativeText),
              action->statusTip()})
            m_table->setItem(row, column++, new QTableWidgetItem(text));
    }
}

void KeyCard::filter(const QString& text)
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        bool found = false;
        for (int column = 0; column < m_table->columnCount(); ++column)
            found = found || m_table->item(row, column)->text().contains(text.trimmed(), Qt::CaseInsensitive);
        m_table->setRowHidden(row, !found);
    }
}

}  // namespace sheen
