#include "track_settings_form.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
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
    m_altitudeReference = new QComboBox;
    m_altitudeReference->setObjectName(QStringLiteral("altitudeReference"));
    m_altitudeReference->addItem(tr("as the telemetry says"), int(AltitudeReference::Automatic));
    m_altitudeReference->addItem(tr("mean sea level"), int(AltitudeReference::SeaLevel));
    m_altitudeReference->addItem(tr("ellipsoid"), int(AltitudeReference::Ellipsoid));
    m_altitudeReference->setToolTip(
        tr("What altitudes are counted from. Those of an overlay mean sea level unless you say otherwise; "
           "from the ellipsoid (WGS84) the geoid's height is taken off."));
    connect(m_altitudeReference, qOverload<int>(&QComboBox::currentIndexChanged), this,
            &TrackSettingsForm::write);
    auto* column = new QWidget;
    m_widthRows = new QFormLayout(column);
    m_widthRows->setContentsMargins(0, 0, 0, 0);
    m_widthRows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_widthRows->addRow(tr("Altitudes from"), m_altitudeReference);
    m_widthRows->addRow(tr("Sea level"), m_seaLevel);
    m_widthRows->addRow(tr("Land"), makeElevation());
    m_rowsBeforeWidths = m_widthRows->rowCount();
    return column;
}

QWidget* TrackSettingsForm::makeElevation()
{
    m_elevation = new QLineEdit;
    m_elevation->setObjectName(QStringLiteral("elevation"));
    m_elevation->setPlaceholderText(tr("none: all is sea"));
    m_elevation->setClearButtonEnabled(true);
    m_elevation->setToolTip(
        tr("A raster of heights above sea level, where the flight saw a coast. Pictures and oil are then "
           "placed on the land that stands in their way."));
    connect(m_elevation, &QLineEdit::editingFinished, this, &TrackSettingsForm::write);
    auto* choose = new QToolButton;
    choose->setText(QStringLiteral("…"));
    choose->setToolTip(tr("Choose a raster"));
    connect(choose, &QToolButton::clicked, this, &TrackSettingsForm::chooseElevation);
    // A cleared field is meant at once; it says nothing more when it is left.
    connect(m_elevation, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            write();
    });
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_elevation, 1);
    line->addWidget(choose);
    return row;
}

void TrackSettingsForm::chooseElevation()
{
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Heights of the land"), m_settings.elevationFile,
                                     tr("Rasters (*.tif *.tiff *.vrt *.asc *.dt0 *.dt1 *.dt2 *.hgt "
                                        "*.img *.nc *.gpkg);;All files (*)"));
    if (file.isEmpty())
        return;
    m_elevation->setText(QDir::toNativeSeparators(file));
    write();
}

void TrackSettingsForm::makeWidths(const QStringList& sensors)
{
    while (m_widthRows->rowCount() > m_rowsBeforeWidths)
        m_widthRows->removeRow(m_rowsBeforeWidths);
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
    m_altitudeReference->setCurrentIndex(m_altitudeReference->findData(int(settings.altitudeReference)));
    m_seaLevel->setValue(settings.seaLevelMetres);
    m_elevation->setText(QDir::toNativeSeparators(settings.elevationFile));
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
    m_settings.altitudeReference = AltitudeReference(m_altitudeReference->currentData().toInt());
    m_settings.elevationFile = QDir::fromNativeSeparators(m_elevation->text().trimmed());
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
