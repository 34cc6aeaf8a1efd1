#pragma once

#include <QWidget>

#include "ui/teach/frame_teacher.h"
#include "ui/teach/mark_strokes.h"

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace sheen {

class FramePanel;
class Session;

/**
 * Teaches the detector on the frame under the eye: what is drawn there is learned at once, and the frame's
 * mask follows; the flight is run again with it when asked to.
 */
class TeachPanel : public QWidget
{
    Q_OBJECT

public:
    TeachPanel(Session* session, FramePanel* frame, QWidget* parent = nullptr);

    const MarkStrokes& strokes() const { return m_strokes; }

Q_SIGNALS:
    void runWanted();  //!< with the model that was taught, which is chosen

private:
    QWidget* makeTools();
    QWidget* makeButtons();
    void takeModel();
    void fillBrushes();
    void chooseBrush();
    void forgetStrokes();
    void take(const std::vector<QPointF>& points);
    void strokesChanged();
    void listStrokes();
    void showStrokes();
    void learn();
    void showLearned(int frame, const QImage& mask, double seconds);
    void apply();
    void takeSaved(const ModelCard& card, const QStringList& remarks);
    QString nameOf(int mark) const;
    LessonRequest request() const;
    void updateEnabled();

    Session* m_session;
    FramePanel* m_frame;
    FrameTeacher* m_teacher;
    MarkStrokes m_strokes;
    ModelCard m_base;       //!< of the model that is taught
    bool m_saving = false;  //!< the model is being written
    QString m_savedSha256;  //!< of the model that was written last: its strokes go on, from the same base
    QComboBox* m_brush = nullptr;
    QSpinBox* m_width = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_status = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_apply = nullptr;
};

}  // namespace sheen
