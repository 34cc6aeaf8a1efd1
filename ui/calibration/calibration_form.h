#pragma once

#include <QWidget>
#include <vector>

#include "data/camera_calibration.h"

class QBoxLayout;
class QDoubleSpinBox;
class QFormLayout;

namespace sheen {

/** The numbers of a camera's calibration: sliders for its mounting and focal length, boxes for all of it. */
class CalibrationForm : public QWidget
{
    Q_OBJECT

public:
    explicit CalibrationForm(QWidget* parent = nullptr);

    void showCalibration(const CameraCalibration& calibration);

Q_SIGNALS:
    void edited(const sheen::CameraCalibration& calibration);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row
    {
        double CameraCalibration::*value;
        QDoubleSpinBox* number;
    };
    QFormLayout* addColumn(int stretch);
    QDoubleSpinBox* makeNumber(const char* name, double CameraCalibration::*value, double least, double most,
                               int decimals, const QString& suffix, const QString& tip);
    QWidget* withSlider(QDoubleSpinBox* number, double reach, const QString& tip);
    void addMounting();
    void addLens();

    CameraCalibration m_calibration;
    QBoxLayout* m_columns;
    std::vector<Row> m_rows;
    bool m_showing = false;
};

}  // namespace sheen
