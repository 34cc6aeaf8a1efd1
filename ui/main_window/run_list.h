#pragma once

#include <QDialog>
#include <vector>

#include "workspace/run_summary.h"

class QPushButton;
class QTableWidget;

namespace sheen {

/** The runs of a flight, each with its date, model and review, to be opened. */
class RunList : public QDialog
{
    Q_OBJECT

public:
    explicit RunList(QWidget* parent = nullptr);

    /** `openPath`: of the results that are open; empty without. */
    void setRuns(const std::vector<RunSummary>& runs, const QString& openPath);

Q_SIGNALS:
    void openWanted(const QString& path);

private:
    void openChosen();
    void updateButton();

    QTableWidget* m_table;
    QPushButton* m_open;
    QString m_openPath;
};

}  // namespace sheen
