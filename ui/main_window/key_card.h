#pragma once

#include <QDialog>

class QLineEdit;
class QMenu;
class QTableWidget;

namespace sheen {

/** All actions of the menus with their keys, to be searched and held open beside the work. */
class KeyCard : public QDialog
{
    Q_OBJECT

public:
    /** `menus`: their names head the groups. */
    explicit KeyCard(const QList<QMenu*>& menus, QWidget* parent = nullptr);

private:
    void add(const QMenu& menu, const QString& group);
    void filter(const QString& text);

    QLineEdit* m_search;
    QTableWidget* m_table;
};

}  // namespace sheen
