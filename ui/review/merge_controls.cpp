#include "ui/review/merge_controls.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSlider>
#include <algorithm>
#include <cmath>

#include "ui/session/session.h"
#include "ui/session/slick_store.h"

namespace sheen {

namespace {

constexpr int stepsPerDecade = 20;
constexpr int decades = 4;

QDoubleSpinBox* numberBox(const char* option, const QString& name)
{
    const Setting<RunSettings>& setting = runSetting(option);
    auto* box = new QDoubleSpinBox;
    box->setObjectName(name);
    box->setDecimals(0);
    box->setRange(setting.minimum, setting.maximum);
    box->setSuffix(QLatin1Char(' ') + setting.unit);
    box->setKeyboardTracking(false);
    box->setMaximumWidth(box->fontMetrics().horizontalAdvance(QStringLiteral("10000000 m²__")) + 30);
    box->setToolTip(setting.help());
    return box;
}

}  // namespace

double MergeControls::areaAt(int position)
{
    const double area = std::pow(10.0, double(position) / stepsPerDecade);
    const double digit = std::pow(10.0, std::max(0.0, std::floor(std::log10(area)) - 1));
    return std::round(area / digit) * digit;
}

int MergeControls::positionOf(double squareMetres)
{
    return int(std::lround(stepsPerDecade * std::log10(std::max(1.0, squareMetres))));
}

MergeControls::MergeControls(Session* session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_slider(new QSlider(Qt::Horizontal)),
      m_smallest(numberBox("smallest", QStringLiteral("mergeSmallest"))),
      m_gap(numberBox("gap", QStringLiteral("mergeGap"))),
      m_state(new QLabel)
{
    m_slider->setObjectName(QStringLiteral("mergeSlider"));
    m_slider->setRange(0, stepsPerDecade * decades);
    m_slider->setToolTip(tr("Slicks are merged anew while this is moved; what was reviewed stays"));
    m_slider->setMinimumWidth(80);
    auto* grid = new QGridLayout(this);  // two rows: in one they would make the window wider
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    grid->addWidget(new QLabel(tr("Smallest area")), 0, 0);
    grid->addWidget(m_slider, 0, 1);
    grid->addWidget(m_smallest, 0, 2);
    grid->addWidget(new QLabel(tr("Gap within a slick")), 1, 0);
    grid->addWidget(m_state, 1, 1, Qt::AlignRight);
    grid->addWidget(m_gap, 1, 2);
    grid->setColumnStretch(1, 1);

    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        if (m_showing)
            return;
        const QScopedValueRollback<bool> showing(m_showing, true);
        m_smallest->setValue(areaAt(position));
        apply(&MergeSettings::smallestAreaSquareMetres, areaAt(position));
    });
    const auto follow = [this](QDoubleSpinBox* box, double MergeSettings::*member) {
        connect(box, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this, member](double value) {
            if (m_showing)
                return;
            apply(member, value);
            showSettings();
        });
    };
    follow(m_smallest, &MergeSettings::smallestAreaSquareMetres);
    follow(m_gap, &MergeSettings::gapMetres);
    for (const auto signal : {&Session::flightOpened, &Session::workspaceOpened, &Session::runStarted,
                              &Session::mergeSettingsChanged, &Session::mergedAgain})
        connect(session, signal, this, &MergeControls::showSettings);
    connect(session, &Session::runFinished, this, &MergeControls::showSettings);
    connect(session, &Session::placedAgain, this, &MergeControls::showSettings);
    showSettings();
}

/** The others stay as they are, also where a box shows them rounded. */
void MergeControls::apply(double MergeSettings::*member, double value)
{
    MergeSettings settings = m_session->mergeSettings();
    settings.*member = value;
    m_session->setMergeSettings(settings);
    m_state->setText(m_session->isPlacingAgain() ? tr("merging…") : QString());
}

void MergeControls::showSettings()
{
    if (m_showing)
        return;  // the slider is what is moved
    const QScopedValueRollback<bool> showing(m_showing, true);
    const MergeSettings& settings = m_session->mergeSettings();
    m_smallest->setValue(settings.smallestAreaSquareMetres);
    m_gap->setValue(settings.gapMetres);
    if (areaAt(m_slider->value()) != settings.smallestAreaSquareMetres)
        m_slider->setValue(positionOf(settings.smallestAreaSquareMetres));
    setEnabled(m_session->workspace() && !m_session->isRunning() && !m_session->slicks()->isReadOnly());
    m_state->setText(m_session->isPlacingAgain() ? tr("merging…") : QString());
}

}  // namespace sheen
