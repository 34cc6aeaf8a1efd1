#include "run_settings_form.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <cmath>

#include "overlay/overlay_layout.h"
#include "ui/session/session.h"
#include "ui/telemetry_table/import_telemetry.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

namespace {

const QString chooseFile = QStringLiteral("choose");
const QString automatic = QStringLiteral("auto");
const QString drawOne = QStringLiteral("?draw");  // no layout has such a name

/** A table of poses or KLV alone leave the overlay unread. */
bool overlayCounts(const RunSettings& settings)
{
    return settings.telemetry == automatic || settings.telemetry == QLatin1String("overlay");
}

void keepNarrow(QComboBox* box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
}

/** Gives a box the range, unit and help of its setting. */
void describe(QDoubleSpinBox* box, const char* option, int decimals)
{
    const SettingDescription& setting = runSetting(option);
    box->setDecimals(decimals);
    box->setRange(setting.minimumExcluded ? setting.minimum + std::pow(10.0, -decimals) : setting.minimum,
                  setting.maximum);
    box->setSuffix(QLatin1Char(' ') + setting.unit);
    box->setToolTip(setting.help());
}

}  // namespace

RunSettingsForm::RunSettingsForm(Session* session, QAction* drawLayout, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_drawLayout(drawLayout),
      m_frames(new QComboBox),
      m_interval(new QDoubleSpinBox),
      m_telemetry(new QComboBox),
      m_overlay(new QComboBox),
      m_timeFilter(new QDoubleSpinBox),
      m_smallest(new QDoubleSpinBox),
      m_gap(new QDoubleSpinBox)
{
    m_frames->addItem(tr("one every"), true);
    m_frames->addItem(tr("all"), false);
    m_frames->setToolTip(tr("Which frames are looked at"));
    describe(m_interval, "every", 2);
    m_interval->setSingleStep(0.5);
    m_telemetry->setToolTip(tr("Where position and direction of the camera come from"));
    m_telemetry->addItem(tr("what the recording has"), QStringLiteral("auto"));
    m_telemetry->addItem(tr("the overlay in the picture"), QStringLiteral("overlay"));
    m_telemetry->addItem(tr("KLV in the video"), QStringLiteral("klv"));
    m_telemetry->addItem(tr("EXIF and XMP of the pictures"), QStringLiteral("exif"));
    m_telemetry->addItem(tr("a table beside the recording…"), chooseFile);
    keepNarrow(m_telemetry);
    m_overlay->setObjectName(QStringLiteral("overlayChoice"));
    m_overlay->setToolTip(tr("Where the picture shows which telemetry"));
    keepNarrow(m_overlay);
    m_timeFilter->setObjectName(QStringLiteral("timeFilter"));
    describe(m_timeFilter, "time-filter", 1);
    m_timeFilter->setSingleStep(0.5);
    m_timeFilter->setSpecialValueText(tr("off"));
    describe(m_smallest, "smallest", 0);
    describe(m_gap, "gap", 0);

    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);  // beside map and frame on a small screen
    auto* frames = new QHBoxLayout;
    frames->addWidget(m_frames, 1);
    frames->addWidget(m_interval, 1);
    form->addRow(tr("Frames"), frames);
    form->addRow(tr("Telemetry"), m_telemetry);
    form->addRow(tr("Overlay"), m_overlay);
    form->addRow(tr("Flicker filter"), m_timeFilter);
    form->addRow(tr("Smallest area"), m_smallest);
    form->addRow(tr("Gap within a slick"), m_gap);

    connect(m_frames, qOverload<int>(&QComboBox::currentIndexChanged), this, &RunSettingsForm::writeSettings);
    connect(m_interval, qOverload<double>(&QDoubleSpinBox::valueChanged), this,
            &RunSettingsForm::writeSettings);
    for (QDoubleSpinBox* box : {m_timeFilter, m_smallest, m_gap})
        connect(box, qOverload<double>(&QDoubleSpinBox::valueChanged), this, &RunSettingsForm::writeSettings);
    connect(m_telemetry, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        if (!m_reading && m_telemetry->currentData().toString() == chooseFile)
            chooseTelemetryFile();
        else
            writeSettings();
    });
    connect(m_overlay, qOverload<int>(&QComboBox::currentIndexChanged), this,
            &RunSettingsForm::chooseOverlay);
    connect(m_session, &Session::mergeSettingsChanged, this, &RunSettingsForm::readSettings);
    readSettings();
}

void RunSettingsForm::readSettings()
{
    m_reading = true;
    const RunSettings& settings = m_session->settings();
    m_frames->setCurrentIndex(settings.selection.everySeconds ? 0 : 1);
    m_interval->setValue(settings.selection.everySeconds.value_or(0.5));
    m_interval->setEnabled(settings.selection.everySeconds.has_value());
    m_timeFilter->setValue(settings.timeFilterSeconds);
    m_smallest->setValue(settings.merge.smallestAreaSquareMetres);
    m_gap->setValue(settings.merge.gapMetres);
    if (m_telemetry->findData(settings.telemetry) < 0)
        addTable(settings.telemetry);
    m_telemetry->setCurrentIndex(m_telemetry->findData(settings.telemetry));
    fillOverlays();
    m_reading = false;
}

void RunSettingsForm::writeSettings()
{
    const bool every = m_frames->currentData().toBool();
    m_interval->setEnabled(every);
    if (m_reading)
        return;
    RunSettings settings = m_session->settings();
    settings.selection.stride.reset();
    settings.selection.everySeconds.reset();
    if (every)
        settings.selection.everySeconds = m_interval->value();
    settings.timeFilterSeconds = m_timeFilter->value();
    settings.merge.smallestAreaSquareMetres = m_smallest->value();
    settings.merge.gapMetres = m_gap->value();
    settings.telemetry = m_telemetry->currentData().toString();
    m_overlay->setEnabled(overlayCounts(settings));
    m_session->setSettings(settings);
}

void RunSettingsForm::fillOverlays()
{
    const RunSettings& settings = m_session->settings();
    m_overlay->clear();
    m_overlay->addItem(tr("recognised by itself"), automatic);
    for (const OverlayLayout& layout : availableOverlayLayouts()) {
        m_overlay->addItem(layout.title, layout.name);
        m_overlay->setItemData(m_overlay->count() - 1, asPlainText(QDir::toNativeSeparators(layout.path)),
                               Qt::ToolTipRole);
    }
    if (m_overlay->findData(settings.overlay) < 0)
        m_overlay->addItem(settings.overlay, settings.overlay);  // its file is gone, or broken
    m_overlay->insertSeparator(m_overlay->count());
    m_overlay->addItem(tr("draw one…"), drawOne);
    m_overlay->setCurrentIndex(m_overlay->findData(settings.overlay));
    m_overlay->setEnabled(overlayCounts(settings));
}

void RunSettingsForm::chooseOverlay()
{
    if (m_reading)
        return;
    const QString chosen = m_overlay->currentData().toString();
    if (chosen == drawOne) {
        const QSignalBlocker quiet(m_overlay);
        m_overlay->setCurrentIndex(m_overlay->findData(m_session->settings().overlay));
        m_drawLayout->trigger();
        return;
    }
    RunSettings settings = m_session->settings();
    settings.overlay = chosen;
    m_session->setSettings(settings);
}

/** A table by its file's name, before the entry that asks for one. */
void RunSettingsForm::addTable(const QString& path)
{
    const QSignalBlocker quiet(m_telemetry);  // inserting moves the current entry, which asks for a file
    const int index = m_telemetry->findData(chooseFile);
    m_telemetry->insertItem(index, QFileInfo(path).fileName(), path);
    m_telemetry->setItemData(index, asPlainText(QDir::toNativeSeparators(path)), Qt::ToolTipRole);
}

void RunSettingsForm::chooseTelemetryFile()
{
    readSettings();  // until a table is chosen, what was chosen before holds
    importTelemetry(m_session, this, [this] { readSettings(); });
}

}  // namespace sheen
