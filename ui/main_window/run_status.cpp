#include "run_status.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>
#include <cmath>

namespace sheen {

namespace {

struct RunStatusText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::RunStatus)
};

QString durationText(double seconds)
{
    const int whole = int(std::ceil(seconds));
    if (whole < 90)
        return RunStatusText::tr("%1 s").arg(whole);
    if (whole < 5400)
        return RunStatusText::tr("%1 min").arg((whole + 30) / 60);
    return RunStatusText::tr("%1 h %2 min").arg(whole / 3600).arg((whole % 3600) / 60);
}

}  // namespace

QString progressText(const RunProgress& progress)
{
    QStringList parts;
    parts << (progress.framesExpected > 0
                  ? RunStatusText::tr("%1 of %2 frames").arg(progress.framesDone).arg(progress.framesExpected)
                  : RunStatusText::tr("%1 frames").arg(progress.framesDone));
    if (progress.framesPerSecond > 0)
        parts << RunStatusText::tr("%1 a second").arg(QLocale().toString(progress.framesPerSecond, 'f', 1));
    if (progress.secondsLeft >= 0 && progress.framesDone > 0)
        parts << RunStatusText::tr("%1 left").arg(durationText(progress.secondsLeft));
    return parts.join(QStringLiteral(", "));
}

RunStatus::RunStatus(QAction* cancel, QWidget* parent)
    : QWidget(parent), m_bar(new QProgressBar), m_text(new QLabel)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_bar->setFixedWidth(140);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(14);
    m_text->setObjectName(QStringLiteral("progressText"));
    auto* button = new QToolButton;
    button->setDefaultAction(cancel);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(button);
    hide();
}

void RunStatus::begin()
{
    m_bar->setRange(0, 0);
    m_text->setText(tr("The run starts…"));
    QWidget::show();
}

void RunStatus::show(const RunProgress& progress)
{
    m_bar->setRange(0, std::max(0, progress.framesExpected));
    m_bar->setValue(progress.framesDone);
    const bool placing = progress.framesExpected > 0 && progress.framesDone >= progress.framesExpected;
    m_text->setText(placing ? tr("All frames are done; they are placed once more…") : progressText(progress));
}

void RunStatus::showCancelling()
{
    m_bar->setRange(0, 0);
    m_text->setText(tr("Stopping; what was done is kept…"));
}

void RunStatus::end()
{
    hide();
}

}  // namespace sheen
