#pragma once

#include <QWidget>
#include <optional>

#include "camera/tie_fit.h"

class QAction;
class QBoxLayout;
class QLabel;
class QTableView;

namespace sheen {

class Session;
class TieFitForm;
class TiePoints;
class TieTableModel;

/** The tie points of the flight, and the fit of the calibration to them: proposed first, then accepted or
 * not. */
class TiePage : public QWidget
{
    Q_OBJECT

public:
    /** `mark`: starts marking points, for the page's button. */
    TiePage(Session* session, TiePoints* points, QAction* mark, QWidget* parent = nullptr);

    void showStep(const QString& sentence);  //!< of the marking that is under way; empty: none is

Q_SIGNALS:
    void frameChosen(int frame);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeTable(QAction* mark);
    void takePoints();
    void fit();
    void accept();
    void takeBack();
    void propose(const std::optional<TieFit>& fit);
    void removeSelected();
    std::vector<int> usedRows() const;
    QString unseenPoint(const std::vector<int>& rows) const;

    Session* m_session;
    TiePoints* m_points;
    TieTableModel* m_model;
    QTableView* m_table;
    TieFitForm* m_form;
    QBoxLayout* m_columns;
    QLabel* m_step;
    QAction* m_remove;
    std::optional<TieFit> m_proposed;
    std::optional<CameraCalibration> m_before;  //!< the one before a fit was accepted, while that holds
    std::optional<CameraCalibration> m_accepted;
};

}  // namespace sheen
