#include "look_controls.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>

#include "ui/widgets/flow_layout.h"

namespace sheen {

LookControls::LookControls(QWidget* parent) : QWidget(parent)
{
    auto* row = new FlowLayout(this);
    m_brightness = addSlider("brightness", tr("Brightness"), tr("How bright the picture is shown"));
    m_contrast = addSlider("contrast", tr("Contrast"), tr("How steep light and dark part"));
    const auto toggle = [&](const char* name, const QString& text, const QString& tip) {
        auto* action = new QAction(text, this);
        action->setObjectName(QLatin1String(name));
        action->setCheckable(true);
        action->setToolTip(tip);
        connect(action, &QAction::toggled, this, &LookControls::read);
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        row->addWidget(button);
        return action;
    };
    m_dehaze = toggle("dehaze", tr("Dehaze"), tr("Raise the contrast of each part of the picture"));
    m_invert = toggle("invert", tr("Invert"), tr("Show light as dark and dark as light"));
    auto* plain = new QToolButton;
    plain->setText(tr("Plain"));
    plain->setToolTip(tr("Show the picture as it was recorded"));
    plain->setAutoRaise(true);
    connect(plain, &QToolButton::clicked, this, [this] {
        m_brightness->setValue(0);
        m_contrast->setValue(0);
        m_dehaze->setChecked(false);
        m_invert->setChecked(false);
    });
    row->addWidget(plain);
}

QSlider* LookControls::addSlider(const char* name, const QString& text, const QString& tip)
{
    auto* label = new QLabel(text);
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(QLatin1String(name));
    slider->setRange(-100, 100);
    slider->setMinimumWidth(40);
    slider->setMaximumWidth(60);
    slider->setToolTip(tip);
    label->setBuddy(slider);
    connect(slider, &QSlider::valueChanged, this, &LookControls::read);
    auto* both = new QWidget;  // which stay together where the row is broken
    auto* pair = new QHBoxLayout(both);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(4);
    pair->addWidget(label);
    pair->addWidget(slider);
    layout()->addWidget(both);
    return slider;
}

void LookControls::read()
{
    m_look = {m_brightness->value(), m_contrast->value(), m_dehaze->isChecked(), m_invert->isChecked()};
    Q_EMIT changed(m_look);
}

}  // namespace sheen
