#include "ui/telemetry/track_settings_form.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <cmath>

namespace sheen {

namespace {

constexpr int widthForTwoColumns = 480;

}  // namespace

TrackSettingsForm::TrackSettingsForm(QWidget* parent)
    : QWidget(parent), m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_columns->setContentsMargins(8, 8, 8, 8);
    m_columns->setSpacing(24);
    m_columns->addWidget(makeClock(), 1, Qt::AlignTop);
    m_columns->addWidget(makePlace(), 1, Qt::AlignTop);
    showSettings({}, {});
}

QDoubleSpinBox* TrackSettingsForm::makeNumber(const char* name, double least, double most, int decimals,
                                              const QString& suffix, const QString& tip)
{
    auto* number = new QDoubleSpinBox;
    number->setObjectName(QLatin1String(name));
    number->setRange(least, most);
    number->setDecimals(decimals);
    number->setSuffix(suffix);
    number->setToolTip(tip);
    number->setKeyboardTracking(false);  // a number that is half typed moves no flight
    connect(number, qOverload<double>(&QDoubleSpinBox::valueChanged), this, &TrackSettingsForm::write);
    return number;
}

QWidget* TrackSettingsForm::makeClock()
{
    m_shift = makeNumber("clockShift", -1e6, 1e6, 1, tr(" s"),
                         tr("Added to the clock, where it is known to run late or early"));
    m_zoneKind = new QComboBox;
    m_zoneKind->setObjectName(QStringLiteral("clockZoneKind"));
    m_zoneKind->addItem(tr("as shown"), false);
    m_zoneKind->addItem(tr("hours"), true);
    m_zoneKind->setToolTip(
        tr("Whose time the clock shows. The zone beside it is not always that of the clock."));
    m_zone = makeNumber("clockZone", -14, 14, 2, tr(" h"), tr("Hours that the clock is ahead of UTC"));
    m_zone->setSingleStep(0.5);
    m_completion = new QComboBox;
    m_completion->setObjectName(QStringLiteral("completion"));
    m_completion->addItem(tr("smooth the motion"), int(Completion::Smooth));
    m_completion->addItem(tr("interpolate gaps"), int(Completion::Interpolate));
    m_completion->addItem(tr("hold the last value"), int(Completion::Hold));
    m_completion->setToolTip(
        tr("What is done about values that are missing, rejected, or coarser than the motion"));
    for (QComboBox* combo : {m_zoneKind, m_completion})
        connect(combo, qOverload<int>(&QComboBox::currentIndexChanged), this, &TrackSettingsForm::write);

    auto* zone = new QHBoxLayout;
    zone->addWidget(m_zoneKind, 1);
    zone->addWidget(m_zone, 1);
    auto* column = new QWidget;
    auto* form = new QFormLayout(column);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Clock shift"), m_shift);
    form->addRow(tr("Clock zone"), zone);
    form->addRow(tr("Gaps"), m_completion);
    return column;
}

QWidget* TrackSettingsForm::makePlace()
{
    m_seaLevel = makeNumber("seaLevel", -1000, 9000, 1, tr(" m"),
                            tr("Height of the sea in the reference of the altitudes shown"));
    auto* column = new QWidget;
    m_widthRows = new QFormLayout(column);
    m_widthRows->setContentsMargins(0, 0, 0, 0);
    m_widthRows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_widthRows->addRow(tr("Sea level"), m_seaLevel);
    return column;
}

void TrackSettingsForm::makeWidths(const QStringList& sensors)
{
    while (m_widthRows->rowCount() > 1)
        m_widthRows->removeRow(1);
    m_widths.clear();
    for (const QString& sensor : sensors) {
        QDoubleSpinBox* width =
            makeNumber("sensorWidth", 0.1, 1000, 2, tr(" mm"),
                       tr("Width behind the focal length: field of view = 2 atan(width / 2 focal length)"));
        width->setProperty("sensor", sensor);
        width->setSingleStep(0.1);
        m_widths[sensor] = width;
        m_widthRows->addRow(tr("Width, %1").arg(sensor), width);
    }
    m_sensors = sensors;
}

void TrackSettingsForm::showSettings(const TrackSettings& settings, const QStringList& sensors)
{
    m_reading = true;
    m_settings = settings;
    if (sensors != m_sensors)
        makeWidths(sensors);
    m_shift->setValue(settings.clockShiftSeconds);
    m_zoneKind->setCurrentIndex(settings.clockZoneHours ? 1 : 0);
    m_zone->setValue(settings.clockZoneHours.value_or(m_zone->value()));
    m_zone->setEnabled(settings.clockZoneHours.has_value());
    m_completion->setCurrentIndex(m_completion->findData(int(settings.completion)));
    m_seaLevel->setValue(settings.seaLevelMetres);
    for (const auto& [sensor, width] : m_widths) {
        const auto own = settings.sensorWidthMillimetres.find(sensor);
        width->setValue(own != settings.sensorWidthMillimetres.end()
                            ? own->second
                            : settings.defaultSensorWidthMillimetres);
    }
    m_reading = false;
}

void TrackSettingsForm::write()
{
    if (m_reading)
        return;
    const bool ownZone = m_zoneKind->currentData().toBool();
    m_zone->setEnabled(ownZone);
    // What was not touched stays as it is, to its last digit.
    const auto take = [](double& kept, const QDoubleSpinBox* number) {
        if (std::abs(kept - number->value()) > 0.6 * std::pow(10.0, -number->decimals()))
            kept = number->value();
    };
    take(m_settings.clockShiftSeconds, m_shift);
    take(m_settings.seaLevelMetres, m_seaLevel);
    m_settings.clockZoneHours = ownZone ? std::optional(m_zone->value()) : std::nullopt;
    m_settings.completion = Completion(m_completion->currentData().toInt());
    for (const auto& [sensor, number] : m_widths) {
        double width = m_settings.defaultSensorWidthMillimetres;
        const auto own = m_settings.sensorWidthMillimetres.find(sensor);
        if (own != m_settings.sensorWidthMillimetres.end())
            width = own->second;
        const double before = width;
        take(width, number);
        if (width != before)
            m_settings.sensorWidthMillimetres[sensor] = width;
    }
    Q_EMIT edited(m_settings);
}

void TrackSettingsForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() < widthForTwoColumns ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

}  // namespace sheen
