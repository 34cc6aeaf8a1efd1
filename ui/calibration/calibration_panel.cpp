#include "ui/calibration/calibration_panel.h"

#include <QTabWidget>
#include <QVBoxLayout>

#include "calibration_page.h"
#include "ui/calibration/tie_page.h"
#include "ui/calibration/tie_points.h"

namespace sheen {

CalibrationPanel::CalibrationPanel(Session* session, TiePoints* points, QAction* mark, QWidget* parent)
    : QWidget(parent), m_tabs(new QTabWidget), m_ties(new TiePage(session, points, mark))
{
    setObjectName(QStringLiteral("calibrationPanel"));
    auto* numbers = new CalibrationPage(session);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(numbers, tr("Mounting and Lens"));
    m_tabs->addTab(m_ties, tr("Tie Points"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    connect(numbers, &CalibrationPage::failed, this, &CalibrationPanel::failed);
    connect(points, &TiePoints::failed, this, &CalibrationPanel::failed);
    connect(m_ties, &TiePage::frameChosen, this, &CalibrationPanel::frameChosen);
}

void CalibrationPanel::showTiePoints()
{
    m_tabs->setCurrentWidget(m_ties);
}

}  // namespace sheen
