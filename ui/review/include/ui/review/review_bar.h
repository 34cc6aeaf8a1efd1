#pragma once

#include <QWidget>

#include "ui/review/guided_review.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;

namespace sheen {

class ReviewActions;
class SecondLooks;
class SlickStore;

/**
 * Leads the analyst through the slicks: order and filter, how far it is, and what one key each does to the
 * slick that is shown. A decision (accept, reject, second look) brings the next one by itself. Hidden until a
 * review is started.
 */
class ReviewBar : public QWidget
{
    Q_OBJECT

public:
    ReviewBar(SlickStore* store, SecondLooks* looks, ReviewActions* actions, QWidget* parent = nullptr);

    GuidedReview& review() const { return *m_review; }
    QAction* startAction() const { return m_start; }
    QList<QAction*> menuActions() const;  //!< all, for the menu "Review"

Q_SIGNALS:
    void message(const QString& sentence);
    void focusWanted();  //!< back to where the keys hold

private:
    void makeActions(ReviewActions* actions);
    void makeRows(ReviewActions* actions);
    QMenu* makeTakenForMenu();
    void startOrEnd();
    void restart();
    void showProgress();
    void showNote();
    void writeNote();
    void popUp(QMenu* menu);

    SlickStore* m_store;
    SecondLooks* m_looks;
    GuidedReview* m_review;
    QAction* m_start;
    QAction* m_secondLook = nullptr;
    QAction* m_takenFor = nullptr;
    QAction* m_class = nullptr;
    QAction* m_writeNote = nullptr;
    QComboBox* m_order = nullptr;
    QComboBox* m_filter = nullptr;
    QLabel* m_progress = nullptr;
    QLineEdit* m_note = nullptr;
};

}  // namespace sheen
