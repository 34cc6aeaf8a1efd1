#include "flight_settings_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include "motion_page.h"
#include "track_mark.h"
#include "track_settings_form.h"
#include "ui/telemetry/field_text.h"

namespace sheen {

FlightSettingsPage::FlightSettingsPage(QWidget* parent)
    : QScrollArea(parent),
      m_form(new TrackSettingsForm),
      m_motion(new MotionPage),
      m_corrections(new QListWidget),
      m_takeAllBack(new QPushButton(tr("Take All Back")))
{
    m_corrections->setObjectName(QStringLiteral("corrections"));
    m_corrections->setToolTip(tr("Values of single frames that were corrected; a click shows the frame"));
    m_corrections->setMinimumHeight(70);
    m_takeAllBack->setToolTip(tr("Remove every correction of single frames"));
    auto* title = new QLabel(tr("Corrected values"));
    title->setProperty("heading", true);

    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_takeAllBack);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_form);
    column->addWidget(m_motion);
    m_motion->hide();
    auto* below = new QVBoxLayout;
    below->setContentsMargins(8, 0, 8, 8);
    below->addLayout(head);
    below->addWidget(m_corrections, 1);
    column->addLayout(below, 1);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);

    connect(m_form, &TrackSettingsForm::edited, this, &FlightSettingsPage::edited);
    connect(m_motion, &MotionPage::edited, this, &FlightSettingsPage::edited);
    connect(m_corrections, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* item) { Q_EMIT frameChosen(item->data(Qt::UserRole).toInt()); });
    connect(m_takeAllBack, &QPushButton::clicked, this, [this] {
        TrackSettings settings = m_settings;
        settings.corrections.clear();
        Q_EMIT edited(settings);
    });
}

void FlightSettingsPage::showSettings(const TrackSettings& settings, const QStringList& sensors,
                                      bool editable)
{
    m_settings = settings;
    m_form->showSettings(settings, sensors);
    m_form->setEnabled(editable);
    showCorrections();
    m_takeAllBack->setEnabled(!settings.corrections.empty() && editable);
}

void FlightSettingsPage::showMotion(const std::vector<MotionCheck>& checks, bool wasRun, bool editable)
{
    m_motion->showChecks(checks, m_settings, editable);
    m_motion->setVisible(wasRun);
}

void FlightSettingsPage::showCorrections()
{
    m_corrections->clear();
    for (const Correction& correction : m_settings.corrections) {
        const QString what = correction.value            ? fieldValueText(correction.field, *correction.value)
                             : correction.text.isEmpty() ? tr("struck out")
                                                         : correction.text;
        auto* item = new QListWidgetItem(
            markIcon(correction.value || !correction.text.isEmpty() ? TrackMark::Set : TrackMark::Rejected),
            tr("Frame %1: %2: %3").arg(correction.frame).arg(fieldName(correction.field), what));
        item->setData(Qt::UserRole, correction.frame);
        m_corrections->addItem(item);
    }
}

}  // namespace sheen
