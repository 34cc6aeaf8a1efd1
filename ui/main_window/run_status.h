#pragma once

#include <QWidget>

#include "run/run.h"

class QAction;
class QLabel;
class QProgressBar;

namespace sheen {

/** How a run goes, for the status bar: frames done, rate, time left, and the button that cancels. */
class RunStatus : public QWidget
{
    Q_OBJECT

public:
    explicit RunStatus(QAction* cancel, QWidget* parent = nullptr);

    void begin();
    void show(const RunProgress& progress);
    void showCancelling();
    void end();

private:
    QProgressBar* m_bar;
    QLabel* m_text;
};

/** "34 of 120 frames, 2.4 a second, 36 s left" */
QString progressText(const RunProgress& progress);

}  // namespace sheen
