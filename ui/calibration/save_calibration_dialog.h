#pragma once

#include "ui/widgets/save_name_dialog.h"

namespace sheen {

/** Asks for the name under which a calibration is kept. */
class SaveCalibrationDialog : public SaveNameDialog
{
    Q_OBJECT

public:
    explicit SaveCalibrationDialog(const QString& name, QWidget* parent = nullptr);

private:
    QString problem() const override;
    bool exists() const override;
    QString existsSentence() const override;
    QString place() const override;
};

}  // namespace sheen
