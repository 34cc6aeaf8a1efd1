#pragma once

#include <QTableView>

class QAction;

namespace sheen {

class FieldTableModel;

/** The fields of one frame with the ways to correct them. */
class FieldTable : public QTableView
{
    Q_OBJECT

public:
    explicit FieldTable(QWidget* parent = nullptr);

    FieldTableModel* fields() const { return m_model; }
    QList<QAction*> corrections() const { return {m_edit, m_strikeOut, m_takeBack}; }
    int selectedRow() const;  //!< -1 without
    /** After the model shows another frame: what can be done, and which columns there are. */
    void refresh();

Q_SIGNALS:
    void strikeOutWanted(int row);
    void takeBackWanted(int row);
    void rowSelected(int row);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QAction* makeAction(const char* name, const QString& text, const QString& tip, const QKeySequence& keys);
    void updateActions();

    FieldTableModel* m_model;
    QAction* m_edit;
    QAction* m_strikeOut;
    QAction* m_takeBack;
};

}  // namespace sheen
