#pragma once

#include <QWidget>
#include <optional>

#include "camera/tie_fit.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace sheen {

/** Which values follow the tie points, what a fit of them gives, and whether it is taken. */
class TieFitForm : public QWidget
{
    Q_OBJECT

public:
    explicit TieFitForm(QWidget* parent = nullptr);

    /** Checks what so many points can tell, until the analyst chooses otherwise. */
    void suggest(const TieUnknowns& unknowns);
    void forgetChoice() { m_chosen = false; }
    TieUnknowns unknowns() const;

    void setFitEnabled(bool enabled);
    void setTakeBackEnabled(bool enabled);
    /** `start`: the calibration in force; nothing to propose any more without a fit. */
    void propose(const std::optional<TieFit>& fit, const CameraCalibration& start);
    void say(const QString& sentence);

Q_SIGNALS:
    void fitWanted();
    void accepted();
    void cancelled();
    void takeBackWanted();
    void choiceChanged();

private:
    QCheckBox* m_pan;
    QCheckBox* m_tilt;
    QCheckBox* m_roll;
    QCheckBox* m_focalScale;
    QLabel* m_result;
    QPushButton* m_fit;
    QPushButton* m_accept;
    QPushButton* m_cancel;
    QPushButton* m_takeBack;
    bool m_chosen = false;
};

}  // namespace sheen
