#pragma once

#include <QImage>
#include <QWidget>

#include "ui/session/session.h"

class QComboBox;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QTimer;

namespace sheen {

class FieldTable;
class FlightSettingsPage;
class TrackPlot;

/**
 * The telemetry of a flight: what was read in the frame that is shown, and why it was changed; plots over
 * time; what the whole flight's track is made of. Corrections go to the session, which places everything
 * again.
 */
class TelemetryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TelemetryPanel(Session* session, QWidget* parent = nullptr);

    /** `picture`: of this frame, at any scale; null where it is not at hand. */
    void showFrame(const FrameRecord& record, const QImage& picture);

    FieldTable* table() const { return m_table; }
    TrackPlot* plot() const { return m_plot; }

Q_SIGNALS:
    void frameChosen(int frame);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeFramePage();
    QWidget* makePlotPage();
    void connectSession();

    void showPreview();
    void showRecord(const FrameRecord& record);
    void showHeading();
    void takeFrames();  //!< the session's frames are others, or lie elsewhere
    void refreshPlot();
    void refreshSettings();
    void arrange();

    void correct(const Correction& correction);
    void takeBack(int frame, OverlayField field);
    void apply(const TrackSettings& settings);
    void say(const QString& sentence);

    Session* m_session;
    QStackedWidget* m_states;
    QSplitter* m_sides;
    QTabWidget* m_tabs;
    FieldTable* m_table;
    TrackPlot* m_plot;
    FlightSettingsPage* m_settings;
    QWidget* m_plotPage = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_note = nullptr;     //!< why there are no crops
    QLabel* m_warning = nullptr;  //!< what was refused
    QTimer* m_warningTime = nullptr;
    QComboBox* m_quantity = nullptr;
    FrameRecord m_shown;
    QImage m_picture;  //!< of the frame that is shown
    bool m_stale = true;
};

}  // namespace sheen
