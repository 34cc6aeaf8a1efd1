#pragma once

#include <QWidget>
#include <map>

#include "data/camera_calibration.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace sheen {

class CalibrationForm;
class Session;

/**
 * The calibration that the flight is placed with: its numbers, which of the user's it is, and the ways to
 * take another, keep it, or do without. Edits go to the session, which places everything again.
 */
class CalibrationPage : public QWidget
{
    Q_OBJECT

public:
    explicit CalibrationPage(Session* session, QWidget* parent = nullptr);

Q_SIGNALS:
    void failed(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showCalibration();
    void readFolder();
    void choose(int entry);
    void apply(const CameraCalibration& calibration);
    void save();

    Session* m_session;
    CalibrationForm* m_form;
    QComboBox* m_used;
    QPushButton* m_save;
    QPushButton* m_reset;
    QLabel* m_note;
    std::map<QString, CameraCalibration> m_known;  //!< those of the user's folder that can be read
    QString m_last;                                //!< the one of them that was taken or kept last
};

/** Why a flight's calibration cannot be changed now, in a sentence; empty where it can. */
QString calibrationObstacle(const Session& session);

/** The session's track settings with this calibration. */
void useCalibration(Session& session, const CameraCalibration& calibration);

}  // namespace sheen
