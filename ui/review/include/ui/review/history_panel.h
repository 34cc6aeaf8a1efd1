#pragma once

#include <QWidget>
#include <memory>
#include <vector>

class QAction;
class QLineEdit;
class QTreeWidget;

namespace sheen {

class SlickStore;
class WorkThread;
struct Edit;

/**
 * Everything that was done to the flight that is open, as its workspace has it, the latest first: when, who,
 * what, before and after. A click selects the slicks that are still there.
 */
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    HistoryPanel(SlickStore* store, QAction* undo, QAction* redo, QWidget* parent = nullptr);
    ~HistoryPanel() override;

    /** Reads it anew, in the background: the flight was placed again, or something else was opened. */
    void reload();

private:
    void fill(const std::vector<Edit>& edits);
    void add(const Edit& edit);
    void filter();

    SlickStore* m_store;
    QTreeWidget* m_list;
    QLineEdit* m_search;
    int m_readings = 0;
    bool m_reads = false;
    std::unique_ptr<WorkThread> m_thread;
};

/** "accept" for people: "accepted". */
QString editActionText(const QString& action);

}  // namespace sheen
