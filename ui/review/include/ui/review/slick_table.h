#pragma once

#include <QWidget>
#include <cstdint>
#include <set>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QStackedLayout;
class QTreeView;

namespace sheen {

class SlickFilter;
class SlickStore;
class SlickTableModel;

/**
 * The slicks as a table, for a dock beside the map, each unfolding to its areas: sorted, filtered by text,
 * class, decision and smallest area, with the sums of what is shown, accepted, undecided and rejected apart.
 * The selection is the store's, both ways; notes are edited in place.
 */
class SlickTable : public QWidget
{
    Q_OBJECT

public:
    explicit SlickTable(SlickStore* store, QWidget* parent = nullptr);
    ~SlickTable() override;

    std::vector<std::int64_t> shownIds() const;  //!< in the order shown
    QTreeView* view() const { return m_view; }

Q_SIGNALS:
    /** Double-clicked: go there and show its best frame. */
    void activated(std::int64_t id);

private:
    QWidget* makeFilterRow();
    void makeView();
    /** Those of the slicks; `keepChosen`: and the one chosen, though the last slick has just left it. */
    void fillClasses(bool keepChosen);
    void takeSelection();
    void showSelection(const std::set<std::int64_t>& ids);
    void updateTotals();
    void updateHint();

    SlickStore* m_store;
    SlickTableModel* m_model;
    SlickFilter* m_filter;
    QTreeView* m_view;
    QLineEdit* m_text = nullptr;
    QComboBox* m_class = nullptr;
    QComboBox* m_decision = nullptr;
    QDoubleSpinBox* m_smallest = nullptr;
    QLabel* m_totals = nullptr;
    QLabel* m_hint = nullptr;
    QStackedLayout* m_pages = nullptr;
    bool m_followsStore = false;  //!< the view's selection is being set from the store's
};

}  // namespace sheen
