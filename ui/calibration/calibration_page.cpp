#include "calibration_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "base/error.h"
#include "calibration_form.h"
#include "camera/calibration_files.h"
#include "placing/placing_again.h"
#include "save_calibration_dialog.h"
#include "ui/session/session.h"
#include "ui/widgets/flow_layout.h"

namespace sheen {

QString calibrationObstacle(const Session& session)
{
    if (session.isRunning())
        return CalibrationPage::tr("While a flight runs, what it is placed with stays.");
    if (hasGivenPoses(session.frames()))
        return CalibrationPage::tr("The poses of this flight were given by a table: they stay as they are.");
    return {};
}

void useCalibration(Session& session, const CameraCalibration& calibration)
{
    TrackSettings settings = session.trackSettings();
    settings.calibration = calibration;
    session.setTrackSettings(settings);
}

CalibrationPage::CalibrationPage(Session* session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_form(new CalibrationForm),
      m_used(new QComboBox),
      m_save(new QPushButton(tr("Save As…"))),
      m_reset(new QPushButton(tr("Reset"))),
      m_note(new QLabel)
{
    m_used->setObjectName(QStringLiteral("calibrationUsed"));
    m_used->setToolTip(tr("The calibration that this flight is placed with; choose another one here"));
    m_used->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_used->setMinimumContentsLength(16);
    m_save->setObjectName(QStringLiteral("calibrationSave"));
    m_save->setToolTip(tr("Keep these numbers under the name of the turret, for other flights"));
    m_reset->setObjectName(QStringLiteral("calibrationReset"));
    m_reset->setToolTip(tr("Take the camera as the telemetry tells it"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setObjectName(QStringLiteral("calibrationNote"));
    m_note->setProperty("hint", true);
    m_note->setWordWrap(true);

    auto* label = new QLabel(tr("In use"));
    label->setBuddy(m_used);
    auto* row = new FlowLayout;
    row->setContentsMargins(8, 6, 8, 2);
    row->addWidget(label);
    row->addWidget(m_used);
    row->addWidget(m_save);
    row->addWidget(m_reset);
    auto* note = new QHBoxLayout;
    note->setContentsMargins(8, 0, 8, 0);
    note->addWidget(m_note);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addLayout(note);
    column->addWidget(scroll, 1);

    connect(m_form, &CalibrationForm::edited, this, &CalibrationPage::apply);
    connect(m_used, qOverload<int>(&QComboBox::activated), this, &CalibrationPage::choose);
    connect(m_save, &QPushButton::clicked, this, &CalibrationPage::save);
    connect(m_reset, &QPushButton::clicked, this, [this] { apply({}); });
    for (const auto signal : {&Session::flightOpened, &Session::workspaceOpened, &Session::runStarted,
                              &Session::trackSettingsChanged})
        connect(session, signal, this, &CalibrationPage::showCalibration);
    connect(session, &Session::runFinished, this, &CalibrationPage::showCalibration);
    connect(session, &Session::placedAgain, this, &CalibrationPage::showCalibration);
    readFolder();
}

void CalibrationPage::readFolder()
{
    m_known.clear();
    for (const QString& name : availableCalibrations()) {
        try {
            m_known[name] = loadCalibration(name);
        } catch (const Error&) {
            // It is said when somebody asks for it by name; here there is nothing to choose.
        }
    }
    showCalibration();
}

void CalibrationPage::showCalibration()
{
    const CameraCalibration& used = m_session->trackSettings().calibration;
    m_form->showCalibration(used);
    m_used->clear();
    m_used->addItem(tr("none: as the telemetry tells"));
    for (const auto& [name, calibration] : m_known)
        m_used->addItem(name, name);
    if (used == CameraCalibration()) {
        m_used->setCurrentIndex(0);
    } else {
        // Of several that are the same, the one that was taken.
        const auto isUsed = [&used](const auto& known) { return known.second == used; };
        const auto last = m_known.find(m_last);
        const auto known = last != m_known.end() && isUsed(*last)
                               ? last
                               : std::find_if(m_known.begin(), m_known.end(), isUsed);
        if (known != m_known.end()) {
            m_used->setCurrentIndex(m_used->findData(known->first));
        } else {
            m_used->addItem(last == m_known.end() ? tr("own numbers, not saved")
                                                  : tr("%1, changed and not saved").arg(m_last),
                            QVariant(false));
            m_used->setCurrentIndex(m_used->count() - 1);
        }
    }
    const QString obstacle = calibrationObstacle(*m_session);
    for (QWidget* widget : {static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_used)})
        widget->setEnabled(obstacle.isEmpty());
    m_reset->setEnabled(obstacle.isEmpty() && !(used == CameraCalibration()));
    m_save->setEnabled(!(used == CameraCalibration()));
    m_note->setText(obstacle);
    m_note->setVisible(!obstacle.isEmpty());
}

void CalibrationPage::choose(int entry)
{
    const QString name = m_used->itemData(entry).toString();
    if (entry == 0) {
        apply({});
    } else if (const auto known = m_known.find(name); known != m_known.end()) {
        m_last = name;
        apply(known->second);
    }
}

void CalibrationPage::apply(const CameraCalibration& calibration)
{
    useCalibration(*m_session, calibration);
    showCalibration();  // also where it was refused
}

void CalibrationPage::save()
{
    auto* dialog = new SaveCalibrationDialog(m_last, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const CameraCalibration calibration = m_session->trackSettings().calibration;
    connect(dialog, &QDialog::accepted, this, [this, dialog, calibration] {
        try {
            saveCalibration(dialog->name(), calibration);
            m_last = dialog->name();
        } catch (const Error& error) {
            Q_EMIT failed(error.sentence());
        }
        readFolder();
    });
    dialog->open();
}

void CalibrationPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    readFolder();
}

}  // namespace sheen
