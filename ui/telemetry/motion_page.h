#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "data/picture_motion.h"
#include "data/track_settings.h"

class QLabel;
class QPushButton;

namespace sheen {

/** What the ground's way through the pictures says of scale and heading, and a button that takes it. */
class MotionPage : public QWidget
{
    Q_OBJECT

public:
    explicit MotionPage(QWidget* parent = nullptr);

    /** Of a flight that was run; `settings`: those that its telemetry was made with. */
    void showChecks(const std::vector<MotionCheck>& checks, const TrackSettings& settings, bool editable);

Q_SIGNALS:
    void edited(const sheen::TrackSettings& settings);

private:
    QLabel* m_text;
    QPushButton* m_take;
    std::optional<TrackSettings> m_mended;
};

}  // namespace sheen
