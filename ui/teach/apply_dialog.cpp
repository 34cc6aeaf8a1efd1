#include "ui/teach/apply_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/teach/judgement_text.h"

namespace sheen {

namespace {

constexpr QSize smallestPicture(240, 135);
constexpr double maskOpacity = 0.55;

QLabel* pictureLabel(const QString& name)
{
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setAlignment(Qt::AlignCenter);
    label->setFrameShape(QFrame::StyledPanel);
    label->setMinimumSize(smallestPicture);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    return label;
}

QLabel* textLabel(const QString& name)
{
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPixmap withMask(const QImage& picture, const QImage& mask, const QSize& space)
{
    QImage shown = picture.convertToFormat(QImage::Format_RGB32);
    if (shown.isNull())
        return {};
    QPainter painter(&shown);
    painter.setOpacity(maskOpacity);
    if (!mask.isNull())
        painter.drawImage(shown.rect(), mask);
    painter.end();
    return QPixmap::fromImage(shown.scaled(space, Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

QString percent(double share)
{
    return QString::number(100 * share, 'f', 1);
}

}  // namespace

ApplyDialog::ApplyDialog(const std::vector<int>& frames, const QString& name, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Apply What Was Learned"));
    auto* layout = new QVBoxLayout(this);
    auto* intro = textLabel(QStringLiteral("applyIntro"));
    intro->setText(
        frames.empty()
            ? tr("All frames of the results are marked: there is no other one to look at.")
            : tr("Frames around the marked ones, as the results have them and with what was learned. "
                 "Where it errs, go back and mark there."));
    layout->addWidget(intro);
    auto* grid = new QGridLayout;
    grid->addWidget(new QLabel(tr("Before")), 0, 1, Qt::AlignHCenter);
    grid->addWidget(new QLabel(tr("After")), 0, 2, Qt::AlignHCenter);
    for (const int frame : frames) {
        const int line = int(m_rows.size()) + 1;
        Row row{frame, textLabel(QStringLiteral("applyCaption%1").arg(line)),
                pictureLabel(QStringLiteral("applyBefore%1").arg(line)),
                pictureLabel(QStringLiteral("applyAfter%1").arg(line)), std::nullopt};
        row.caption->setText(tr("Frame %1").arg(frame));
        row.caption->setMinimumWidth(90);
        grid->addWidget(row.caption, line, 0);
        grid->addWidget(row.before, line, 1);
        grid->addWidget(row.after, line, 2);
        grid->setRowStretch(line, 1);
        m_rows.push_back(row);
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    layout->addLayout(grid, 1);
    m_progress = new QProgressBar;
    m_progress->setRange(0, int(frames.size()) + 1);
    m_progress->setTextVisible(false);
    layout->addWidget(m_progress);
    m_judgement = textLabel(QStringLiteral("applyJudgement"));
    layout->addWidget(m_judgement);
    m_name = new QLineEdit(name);
    m_name->setObjectName(QStringLiteral("applyName"));
    auto* form = new QFormLayout;
    form->addRow(tr("&Name of the model:"), m_name);
    layout->addLayout(form);
    auto* remark = textLabel(QStringLiteral("applyRemark"));
    remark->setProperty("hint", true);
    remark->setText(
        tr("The flight is then run again. Decisions, notes, edits and marks stay; what is found "
           "besides lies beside them, undecided. The earlier results are kept aside."));
    layout->addWidget(remark);
    auto* buttons = new QDialogButtonBox;
    m_run = buttons->addButton(tr("&Run the Flight"), QDialogButtonBox::AcceptRole);
    m_run->setObjectName(QStringLiteral("applyRun"));
    buttons->addButton(tr("&Go On Marking"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(760, 820);
}

QString ApplyDialog::modelName() const
{
    return m_name->text().trimmed();
}

void ApplyDialog::showFrame(const ComparedFrame& frame)
{
    m_progress->setValue(m_progress->value() + 1);
    for (Row& row : m_rows) {
        if (row.frame != frame.frame)
            continue;
        row.compared = frame;
        row.caption->setText(tr("Frame %1\nOil %2 % → %3 %")
                                 .arg(frame.frame)
                                 .arg(percent(frame.oilBeforeShare), percent(frame.oilAfterShare)));
        paint(row);
    }
}

void ApplyDialog::paint(const Row& row) const
{
    if (!row.compared)
        return;
    row.before->setPixmap(
        withMask(row.compared->picture, row.compared->before, row.before->contentsRect().size()));
    row.after->setPixmap(
        withMask(row.compared->picture, row.compared->after, row.after->contentsRect().size()));
}

void ApplyDialog::showJudgement(const std::optional<double>& heldOutOverlap, const QStringList& remarks)
{
    m_judgement->setText(judgementText(heldOutOverlap, remarks));
}

void ApplyDialog::showFailure(const QString& sentence)
{
    m_judgement->setText(sentence);
    m_run->setEnabled(false);
    showEnd();
}

void ApplyDialog::showEnd()
{
    m_progress->setValue(m_progress->maximum());
    m_progress->hide();
}

void ApplyDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    for (const Row& row : m_rows)
        paint(row);
}

}  // namespace sheen
