#pragma once

#include <QScrollArea>

#include "data/picture_motion.h"
#include "data/track_settings.h"

class QListWidget;
class QPushButton;

namespace sheen {

class MotionPage;
class TrackSettingsForm;

/** What a whole flight's track is made with, and the list of single values that were corrected. */
class FlightSettingsPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit FlightSettingsPage(QWidget* parent = nullptr);

    /** `sensors`: those of the flight; each has a width of its own. */
    void showSettings(const TrackSettings& settings, const QStringList& sensors, bool editable);
    /** What the pictures of a flight that was run say; hidden before. */
    void showMotion(const std::vector<MotionCheck>& checks, bool wasRun, bool editable);

Q_SIGNALS:
    void edited(const sheen::TrackSettings& settings);
    void frameChosen(int frame);

private:
    void showCorrections();

    TrackSettings m_settings;
    TrackSettingsForm* m_form;
    MotionPage* m_motion;
    QListWidget* m_corrections;
    QPushButton* m_takeAllBack;
};

}  // namespace sheen
