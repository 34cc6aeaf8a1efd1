#pragma once

#include <QPointer>
#include <QWidget>
#include <vector>

#include "ui/teach/flight_marks.h"
#include "ui/teach/frame_teacher.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace sheen {

class ApplyDialog;
class FramePanel;
class Session;

/**
 * Teaches the detector on the frame under the eye: what is marked there is learned at once, and the frame's
 * mask follows; the flight is run again with it when asked to.
 */
class TeachPanel : public QWidget
{
    Q_OBJECT

public:
    TeachPanel(Session* session, FramePanel* frame, QWidget* parent = nullptr);

    const FlightMarks& marks() const { return *m_marks; }

Q_SIGNALS:
    void runWanted();                             //!< with the model that was taught, which is chosen
    void modelDialogWanted(const QString& path);  //!< to ask whether a model is trusted

private:
    QWidget* makeTools();
    QWidget* makeButtons();
    void makeList();
    void makeClicks();
    void connectTeacher();
    /** Finds out which model is taught; marks become its classes. */
    void takeModel();
    void fillBrushes();
    void chooseBrush();
    void take(const std::vector<QPointF>& points);
    /** A click on a patch that is wrong, or on one that was missed. */
    void takePatch(const QPointF& pixel, bool isOil);
    void showClickMenu(const QPoint& place);
    void marksChanged();
    void listMarks();
    void showContradictions(const LessonFacts& facts);
    void showMarks();
    void learn();
    void showLearned(const LearnedFrame& learned);
    void apply();
    void save(const QString& name);
    void takeSaved(const ModelCard& card, const QStringList& remarks);
    void showModels();
    QString nameOf(const TeachingMark& mark) const;
    QString flightName() const;
    LessonRequest request() const;
    std::vector<int> framesToCompare() const;
    bool hasLessons() const;  //!< something to learn from
    int otherMark() const;    //!< "not oil", as a mark
    bool canTeach() const;
    void updateEnabled();

    Session* m_session;
    FramePanel* m_frame;
    FlightMarks* m_marks;
    FrameTeacher* m_teacher;
    TaughtBase m_base;
    bool m_saving = false;  //!< the model is being written
    QPointer<ApplyDialog> m_applying;
    QComboBox* m_brush = nullptr;
    QSpinBox* m_width = nullptr;
    QCheckBox* m_decisions = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_status = nullptr;
    QLabel* m_judgement = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_models = nullptr;
    QPushButton* m_apply = nullptr;
};

}  // namespace sheen
