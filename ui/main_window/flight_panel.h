#pragma once

#include <QImage>
#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableWidget;
class QVBoxLayout;

namespace sheen {

class RunSettingsForm;
class Session;
class WindowActions;

/**
 * The flight that is open: its first frame, what it is, what its telemetry reads, the model in use, the
 * settings of the run and the button that starts it. Without a flight, a hint.
 */
class FlightPanel : public QWidget
{
    Q_OBJECT

public:
    FlightPanel(Session* session, const WindowActions& actions, QWidget* parent = nullptr);

    void refresh();
    /** The settings of the next run, after they were changed elsewhere. */
    void showSettings();

    void showWorkspacePath(const QString& path);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeContent(const WindowActions& actions);
    void showFacts();
    void showTelemetry();
    void showModel();
    void showRun();
    void scalePicture();

    Session* m_session;
    QStackedWidget* m_pages;
    QLabel* m_hint;
    QLabel* m_picture;
    QLabel* m_name;
    QLabel* m_facts;
    QLabel* m_telemetryState;
    QTableWidget* m_fields;
    QLabel* m_model;
    QLabel* m_warning;
    RunSettingsForm* m_settings;
    QLabel* m_resultsPath;
    QPushButton* m_run;
    QPushButton* m_cancel;
    QImage m_image;
    int m_scaledWidth = 0;  //!< to which the picture was scaled last, device pixels
};

}  // namespace sheen
