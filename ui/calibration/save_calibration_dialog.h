#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace sheen {

/** Asks for the name under which a calibration is kept; says where one of that name would be replaced. */
class SaveCalibrationDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SaveCalibrationDialog(const QString& name, QWidget* parent = nullptr);

    QString name() const;

private:
    void check();

    QLineEdit* m_name;
    QLabel* m_remark;
    QPushButton* m_save;
};

}  // namespace sheen
