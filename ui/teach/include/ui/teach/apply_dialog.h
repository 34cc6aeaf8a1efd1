#pragma once

#include <QDialog>
#include <optional>
#include <vector>

#include "ui/teach/frame_teacher.h"

class QDialogButtonBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace sheen {

/**
 * Shows what was learned on a few other frames of the flight, each before and after, before the flight is run
 * with it. The frames come while it is open; it may be left at any time.
 */
class ApplyDialog : public QDialog
{
    Q_OBJECT

public:
    /** `frames`: that will come. `name`: proposed for the model. */
    ApplyDialog(const std::vector<int>& frames, const QString& name, QWidget* parent = nullptr);

    QString modelName() const;

    void showFrame(const ComparedFrame& frame);
    void showJudgement(const std::optional<double>& heldOutOverlap, const QStringList& remarks);
    void showFailure(const QString& sentence);
    void showEnd();  //!< nothing more comes

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row
    {
        int frame = 0;
        QLabel* caption = nullptr;
        QLabel* before = nullptr;
        QLabel* after = nullptr;
        std::optional<ComparedFrame> compared;
    };

    void paint(const Row& row) const;

    std::vector<Row> m_rows;
    QLineEdit* m_name = nullptr;
    QLabel* m_judgement = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_run = nullptr;
};

}  // namespace sheen
