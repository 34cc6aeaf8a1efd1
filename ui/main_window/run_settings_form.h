#pragma once

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace sheen {

class Session;

/** The settings of the next run, as the analyst sets them: which frames, which telemetry, the smallest slick.
 */
class RunSettingsForm : public QWidget
{
    Q_OBJECT

public:
    explicit RunSettingsForm(Session* session, QWidget* parent = nullptr);

    /** Takes the session's settings, for a flight that was just opened. */
    void readSettings();

private:
    void writeSettings();
    void chooseTelemetryFile();

    Session* m_session;
    QComboBox* m_frames;
    QDoubleSpinBox* m_interval;
    QComboBox* m_telemetry;
    QDoubleSpinBox* m_smallest;
    bool m_reading = false;
};

}  // namespace sheen
