#pragma once

#include <QStringList>
#include <QWidget>
#include <map>

#include "data/track_settings.h"

class QBoxLayout;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;

namespace sheen {

/** What the analyst knows better than the overlay, for a whole flight; corrections of single frames stay as
 * they are. */
class TrackSettingsForm : public QWidget
{
    Q_OBJECT

public:
    explicit TrackSettingsForm(QWidget* parent = nullptr);

    /** `sensors`: those of the flight; each has a width of its own. */
    void showSettings(const TrackSettings& settings, const QStringList& sensors);

Q_SIGNALS:
    void edited(const sheen::TrackSettings& settings);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QDoubleSpinBox* makeNumber(const char* name, double least, double most, int decimals,
                               const QString& suffix, const QString& tip);
    QWidget* makeClock();
    QWidget* makePlace();
    QWidget* makeElevation();
    void chooseElevation();
    void makeWidths(const QStringList& sensors);
    void write();

    TrackSettings m_settings;
    QStringList m_sensors;
    bool m_reading = false;
    QBoxLayout* m_columns;
    QFormLayout* m_widthRows = nullptr;
    int m_rowsBeforeWidths = 0;
    QDoubleSpinBox* m_shift = nullptr;
    QComboBox* m_zoneKind = nullptr;
    QDoubleSpinBox* m_zone = nullptr;
    QComboBox* m_completion = nullptr;
    QComboBox* m_altitudeReference = nullptr;
    QDoubleSpinBox* m_seaLevel = nullptr;
    QLineEdit* m_elevation = nullptr;
    std::map<QString, QDoubleSpinBox*> m_widths;
};

}  // namespace sheen
