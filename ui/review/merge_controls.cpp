#include "ui/review/merge_controls.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
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
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("Smallest area")));
    row->addWidget(m_slider, 1);
    row->addWidget(m_smallest);
    row->addWidget(new QLabel(tr("Gap within a slick")));
    row->addWidget(m_gap);
    row->addWidget(m_state, 1);

    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        if (m_showing)
            return;
        const QScopedValueRollback<bool> showing(m_showing, true);
        m_smallest->setValue(areaAt(position));
        apply();
    });
    for (QDoubleSpinBox* box : {m_smallest, m_gap}) {
        connect(box, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this] {
            if (m_showing)
                return;
            apply();
            showSettings();
        });
    }
    for (const auto signal : {&Session::flightOpened, &Session::workspaceOpened, &Session::runStarted,
                              &Session::mergeSettingsChanged, &Session::mergedAgain})
        connect(session, signal, this, &MergeControls::showSettings);
    connect(session, &Session::runFinished, this, &MergeControls::showSettings);
    connect(session, &Session::placedAgain, this, &MergeControls::showSettings);
    showSettings();
}

void MergeControls::apply()
{
    MergeSettings settings = m_session->mergeSettings();
    settings.smallestAreaSquareMetres = m_smallest->value();
    settings.gapMetres = m_gap->value();
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
