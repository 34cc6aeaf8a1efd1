#pragma once

#include <QHash>
#include <QWidget>
#include <vector>

#include "ui/settings/action_keys.h"
#include "ui/settings/user_settings.h"

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace sheen {

/** The actions with their keys: another key for one, unless it is taken. */
class KeysPage : public QWidget
{
    Q_OBJECT

public:
    explicit KeysPage(const QList<NamedAction>& actions, QWidget* parent = nullptr);

    void fill(UserSettings& settings) const;

private:
    struct Row
    {
        QString name;  //!< of the action
        QString text;
        QString menu;
        QList<QKeySequence> usual;
        QList<QKeySequence> keys;
    };

    QWidget* makeEditor();
    void addRows(const QList<NamedAction>& actions);
    void showRow(int row);
    void filter(const QString& text);
    void chooseRow();
    int chosenRow() const;  //!< -1 without
    void take(const QKeySequence& key);
    void takeFromOther();
    void setKeys(int row, const QList<QKeySequence>& keys);
    int ownerOf(const QKeySequence& key) const;  //!< row; -1: nobody's

    std::vector<Row> m_rows;
    QLineEdit* m_search;
    QTableWidget* m_table;
    QKeySequenceEdit* m_edit = nullptr;
    QPushButton* m_usual = nullptr;
    QPushButton* m_none = nullptr;
    QPushButton* m_takeIt = nullptr;
    QLabel* m_remark = nullptr;
    QKeySequence m_wanted;  //!< that another action has
};

}  // namespace sheen
