#include "ui/calibration/save_calibration_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/data/camera_calibration.h"
#include "ui/overlay/save_layout_dialog.h"

namespace sheen {

SaveCalibrationDialog::SaveCalibrationDialog(const QString& name, QWidget* parent)
    : QDialog(parent), m_name(new QLineEdit(name)), m_remark(new QLabel)
{
    setObjectName(QStringLiteral("saveCalibration"));
    setWindowTitle(tr("Save Calibration"));
    m_name->setObjectName(QStringLiteral("calibrationName"));
    m_name->setPlaceholderText(tr("the turret, e.g. coastguard-1 MX-15"));
    m_name->setToolTip(tr("The file's name, and that of sheen run --calibration"));
    m_remark->setWordWrap(true);
    m_remark->setMinimumHeight(m_remark->fontMetrics().lineSpacing() * 3);
    m_remark->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    auto* form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_remark);
    column->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &SaveCalibrationDialog::check);
    setMinimumWidth(440);
    check();
}

QString SaveCalibrationDialog::name() const
{
    return m_name->text().trimmed();
}

void SaveCalibrationDialog::check()
{
    const QString problem = name().isEmpty() ? tr("The calibration needs a name.") : fileNameProblem(name());
    const bool exists = problem.isEmpty() && availableCalibrations().contains(name());
    m_save->setEnabled(problem.isEmpty());
    m_save->setText(exists ? tr("&Replace") : tr("&Save"));
    if (!problem.isEmpty())
        m_remark->setText(problem);
    else if (exists)
        m_remark->setText(tr("A calibration \"%1\" exists already: Replace overwrites it.").arg(name()));
    else
        m_remark->setText(tr("Kept in %1").arg(QDir::toNativeSeparators(calibrationFolder())));
}

}  // namespace sheen
