#pragma once

#include <QColor>
#include <QWidget>
#include <vector>

#include "data/frame_record.h"
#include "data/model_card.h"

namespace sheen {

/**
 * The frames of a flight as a strip: where oil was found, where telemetry is missing, which frame is shown.
 * Click or drag to go to a frame.
 */
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget* parent = nullptr);

    void clear();
    void setFrames(const std::vector<FrameRecord>& frames, const ModelCard& card);
    void addFrames(const std::vector<FrameRecord>& frames, const ModelCard& card);
    /** Before a run: frames of which nothing is known but when they are. */
    void setFramesToLookAt(const std::vector<FrameRecord>& frames);
    /** How many frames there will be, while a run goes on; 0: those that there are. */
    void setExpected(int count);
    void setCurrentFrame(int frame);

    int currentFrame() const;  //!< -1 without
    bool isEmpty() const { return m_marks.empty(); }
    /** The frame before (-1) or after (1) the current one, or the next with oil; -1 where there is none. */
    int neighbour(int direction, bool withOil) const;

    QSize sizeHint() const override { return {400, 40}; }
    QSize minimumSizeHint() const override { return {120, 40}; }

Q_SIGNALS:
    void frameChosen(int frame);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Mark
    {
        int frame = 0;
        double timeSeconds = 0;
        QColor oil;  //!< of the largest detection's class; invalid without oil
        bool placed = false;
        bool filled = false;  //!< its place comes from other frames
        bool troubled = false;
        bool isRun = true;
    };
    Mark markOf(const FrameRecord& record, const ModelCard& card) const;
    QRectF strip() const;
    double xOf(std::size_t index) const;
    int indexAt(double x) const;
    void choose(const QPoint& position);

    std::vector<Mark> m_marks;
    int m_expected = 0;
    int m_current = -1;  //!< index into m_marks
};

}  // namespace sheen
