#include "save_calibration_dialog.h"

#include <QLineEdit>

#include "camera/calibration_files.h"
#include "data/camera_calibration.h"

namespace sheen {

SaveCalibrationDialog::SaveCalibrationDialog(const QString& name, QWidget* parent)
    : SaveNameDialog(name, parent)
{
    setObjectName(QStringLiteral("saveCalibration"));
    setWindowTitle(tr("Save Calibration"));
    nameEdit().setObjectName(QStringLiteral("calibrationName"));
    nameEdit().setPlaceholderText(tr("the turret, e.g. coastguard-1 MX-15"));
    nameEdit().setToolTip(tr("The file's name, and that of sheen run --calibration"));
    check();
}

QString SaveCalibrationDialog::problem() const
{
    return name().isEmpty() ? tr("The calibration needs a name.") : fileNameProblem(name());
}

bool SaveCalibrationDialog::exists() const
{
    return availableCalibrations().contains(name());
}

QString SaveCalibrationDialog::existsSentence() const
{
    return tr("A calibration \"%1\" exists already: Replace overwrites it.").arg(name());
}

QString SaveCalibrationDialog::place() const
{
    return calibrationFolder();
}

}  // namespace sheen
