#include "calibration_form.h"

#include <QBoxLayout>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSlider>
#include <cmath>

namespace sheen {

namespace {

constexpr int widthForTwoColumns = 560;
constexpr int numberWidth = 104;

/** So many steps of a slider to one of the number's unit. */
double stepsPerUnit(const QDoubleSpinBox* number)
{
    return 1 / number->singleStep();
}

}  // namespace

CalibrationForm::CalibrationForm(QWidget* parent)
    : QWidget(parent), m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_columns->setContentsMargins(8, 4, 8, 8);
    m_columns->setSpacing(24);
    addMounting();
    addLens();
}

QFormLayout* CalibrationForm::addColumn(int stretch)
{
    auto* column = new QWidget;
    auto* form = new QFormLayout(column);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_columns->addWidget(column, stretch, Qt::AlignTop);
    return form;
}

QDoubleSpinBox* CalibrationForm::makeNumber(const char* name, double CameraCalibration::*value, double least,
                                            double most, int decimals, const QString& suffix,
                                            const QString& tip)
{
    auto* number = new QDoubleSpinBox;
    number->setObjectName(QLatin1String(name));
    number->setRange(least, most);
    number->setDecimals(decimals);
    number->setSuffix(suffix);
    number->setToolTip(tip);
    number->setMinimumWidth(numberWidth);
    number->setValue(m_calibration.*value);
    number->setKeyboardTracking(false);  // a number that is half typed moves no flight
    connect(number, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this, value](double typed) {
        if (m_showing)
            return;
        m_calibration.*value = typed;  // what was not touched stays as it is, to its last digit
        Q_EMIT edited(m_calibration);
    });
    m_rows.push_back({value, number});
    return number;
}

/** A slider that reaches so far to both sides of what is usual; numbers beyond it can be typed. */
QWidget* CalibrationForm::withSlider(QDoubleSpinBox* number, double reach, const QString& tip)
{
    const double usual = CameraCalibration().*m_rows.back().value;
    const double steps = stepsPerUnit(number);
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(number->objectName() + QStringLiteral("Slider"));
    slider->setRange(int(std::lround((usual - reach) * steps)), int(std::lround((usual + reach) * steps)));
    slider->setValue(int(std::lround(usual * steps)));
    slider->setPageStep(10);
    slider->setToolTip(tip);
    slider->setMinimumWidth(80);
    connect(slider, &QSlider::valueChanged, number, [this, number, steps](int position) {
        if (!m_showing)
            number->setValue(position / steps);
    });
    connect(number, qOverload<double>(&QDoubleSpinBox::valueChanged), slider, [slider, steps](double value) {
        const QSignalBlocker blocker(slider);
        slider->setValue(int(std::lround(value * steps)));
    });
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(slider, 1);
    layout->addWidget(number);
    return row;
}

void CalibrationForm::addMounting()
{
    struct Angle
    {
        const char* name;
        QString title;
        QString tip;
        double CameraCalibration::*value;
        double most;
    };
    const QString degrees = QString(QChar(0x00B0));
    QFormLayout* form = addColumn(3);
    for (const Angle& angle :
         {Angle{"boresightPan", tr("Pan"), tr("The camera looks so much further to its right"),
                &CameraCalibration::boresightPanDegrees, 90},
          Angle{"boresightTilt", tr("Tilt"), tr("The camera looks so much further down"),
                &CameraCalibration::boresightTiltDegrees, 90},
          Angle{"boresightRoll", tr("Roll"), tr("The camera is turned so much clockwise about its axis"),
                &CameraCalibration::boresightRollDegrees, 180}}) {
        QDoubleSpinBox* number =
            makeNumber(angle.name, angle.value, -angle.most, angle.most, 3, degrees, angle.tip);
        number->setSingleStep(0.01);
        form->addRow(angle.title, withSlider(number, 5, angle.tip));
    }
    const QString tip = tr("Times the focal length that the field of view gives: more makes the sea smaller");
    QDoubleSpinBox* scale =
        makeNumber("focalScale", &CameraCalibration::focalScale, 0.01, 100, 4, tr(" times"), tip);
    scale->setSingleStep(0.001);
    form->addRow(tr("Focal scale"), withSlider(scale, 0.2, tip));
}

void CalibrationForm::addLens()
{
    QFormLayout* form = addColumn(2);
    const QString tip =
        tr("Radial distortion: r becomes r (1 + k1 r² + k2 r⁴), with r in focal lengths from the middle");
    QDoubleSpinBox* k1 = makeNumber("radialK1", &CameraCalibration::radialK1, -100, 100, 4, QString(), tip);
    QDoubleSpinBox* k2 = makeNumber("radialK2", &CameraCalibration::radialK2, -1000, 1000, 4, QString(), tip);
    for (QDoubleSpinBox* number : {k1, k2})
        number->setSingleStep(0.005);
    QDoubleSpinBox* grazing = makeNumber(
        "smallestGrazing", &CameraCalibration::smallestGrazingDegrees, 0, 80, 1, QString(QChar(0x00B0)),
        tr("What is seen at a flatter angle to the sea has no place: there a frame is cut"));
    grazing->setSingleStep(0.5);
    form->addRow(tr("Distortion k1"), k1);
    form->addRow(tr("Distortion k2"), k2);
    form->addRow(tr("Smallest grazing angle"), grazing);
}

void CalibrationForm::showCalibration(const CameraCalibration& calibration)
{
    if (calibration == m_calibration)
        return;  // a number that is being typed stays
    m_showing = true;
    m_calibration = calibration;
    for (const Row& row : m_rows)
        row.number->setValue(calibration.*row.value);
    m_showing = false;
}

void CalibrationForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() < widthForTwoColumns ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

}  // namespace sheen
