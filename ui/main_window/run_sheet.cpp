#include "run_sheet.h"

#include <QFileInfo>
#include <QPushButton>

#include "ui/widgets/literal_text.h"

namespace sheen {

std::vector<RunSummary> reviewedRuns(const std::vector<RunSummary>& runs)
{
    std::vector<RunSummary> reviewed;
    for (const RunSummary& run : runs) {
        if (run.isReviewed())
            reviewed.push_back(run);
    }
    return reviewed;
}

QString reviewText(const RunSummary& run)
{
    QString text = RunSheet::tr("%1 of %2 slicks are decided, %n edit(s)", nullptr, run.edits)
                       .arg(run.accepted + run.rejected)
                       .arg(run.slicks);
    if (run.lastEdit.isValid())
        text += RunSheet::tr(", last on %1 UTC")
                    .arg(run.lastEdit.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    return text;
}

RunSheet::RunSheet(const std::vector<RunSummary>& reviewed, const QString& workspacePath, QWidget* parent)
    : QMessageBox(parent)
{
    setObjectName(QStringLiteral("runSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setIcon(QMessageBox::Question);
    setTextFormat(Qt::PlainText);
    setWindowTitle(tr("Run again"));
    setText(tr("The results of this flight were reviewed. A new run begins without that review."));
    QStringList lines;
    for (const RunSummary& run : reviewed) {
        const QString name = QFileInfo(run.path).fileName();
        lines << (QFileInfo(run.path) == QFileInfo(workspacePath)
                      ? tr("%1: %2. It is moved aside, as it is, to a file with a number beside it.")
                      : tr("%1: %2. It stays where it is."))
                     .arg(name, reviewText(run));
    }
    lines << tr("All of them are listed, and opened again, with Flight > Earlier Runs.");
    setInformativeText(lines.join(QLatin1Char('\n')));
    QPushButton* run = addButton(tr("&Run Again"), QMessageBox::AcceptRole);
    run->setObjectName(QStringLiteral("runAgain"));
    QPushButton* cancel = addButton(QMessageBox::Cancel);
    setDefaultButton(cancel);  // Enter alone must not start it
    setEscapeButton(cancel);
    connect(run, &QPushButton::clicked, this, &RunSheet::runWanted);
}

}  // namespace sheen
