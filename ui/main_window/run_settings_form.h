#pragma once

#include <QWidget>

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace sheen {

class Session;

/** The settings of the next run, as the analyst sets them: which frames, which telemetry, which overlay, the
 * filter over time, the smallest slick.
 */
class RunSettingsForm : public QWidget
{
    Q_OBJECT

public:
    /** `drawLayout` opens what draws an overlay layout. */
    RunSettingsForm(Session* session, QAction* drawLayout, QWidget* parent = nullptr);

    /** Takes the session's settings, for a flight that was just opened. */
    void readSettings();

private:
    void writeSettings();
    void addTable(const QString& path);
    void chooseTelemetryFile();
    void fillOverlays();
    void chooseOverlay();

    Session* m_session;
    QAction* m_drawLayout;
    QComboBox* m_frames;
    QDoubleSpinBox* m_interval;
    QComboBox* m_telemetry;
    QComboBox* m_overlay;
    QDoubleSpinBox* m_timeFilter;
    QDoubleSpinBox* m_smallest;
    QDoubleSpinBox* m_gap;
    bool m_reading = false;
};

}  // namespace sheen
