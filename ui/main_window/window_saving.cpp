#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QStatusBar>

#include "actions.h"
#include "flight_panel.h"
#include "ui/main_window/main_window.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "unwritten_message.h"
#include "workspace/workspace.h"

// Results saved elsewhere, and what is asked before something is lost that could not be written.

namespace sheen {

void MainWindow::connectSaving()
{
    new UnwrittenMessage(&m_session->slicks()->writes(), m_messages, m_actions->saveResultsAs, this);
    connect(m_actions->saveResultsAs, &QAction::triggered, this, &MainWindow::saveResultsAs);
    connect(m_session, &Session::resultsMoved, this, [this] {
        m_flight->showWorkspacePath(m_session->workspace()->path());
        listRuns();
        updateActions();
    });
}

void MainWindow::saveResultsAs()
{
    if (!m_session->workspace())
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = QFileInfo(m_session->facts().flightName).completeBaseName();
    QString path = QFileDialog::getSaveFileName(
        this, tr("Save results as"),
        QStringLiteral("%1/%2.gpkg").arg(folder, name.isEmpty() ? QStringLiteral("sheen") : name),
        tr("Results of Sheen (*.gpkg)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".gpkg"), Qt::CaseInsensitive))
        path += QLatin1String(".gpkg");
    statusBar()->showMessage(tr("Saving the results as %1…").arg(path));
    m_session->saveAs(path);
}

bool MainWindow::keepsUnwritten(const std::function<void()>& goOn)
{
    if (!m_session->hasUnwritten())
        return false;
    auto* question = new QMessageBox(QMessageBox::Warning, tr("Not on disk"), m_session->unwrittenSentence(),
                                     QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("unwrittenQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* save = question->addButton(tr("Save Results As…"), QMessageBox::AcceptRole);
    QPushButton* lose = question->addButton(tr("Lose Them"), QMessageBox::DestructiveRole);
    lose->setObjectName(QStringLiteral("loseUnwritten"));
    question->setDefaultButton(save);
    connect(save, &QPushButton::clicked, m_actions->saveResultsAs, &QAction::trigger, Qt::QueuedConnection);
    connect(lose, &QPushButton::clicked, this, [this, goOn] {
        m_session->dropUnwritten();
        goOn();
    });
    question->open();
    return true;
}

}  // namespace sheen
