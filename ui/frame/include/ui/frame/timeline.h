#pragma once

#include <QColor>
#include <QHash>
#include <QImage>
#include <QWidget>
#include <optional>
#include <utility>
#include <vector>

#include "data/bookmark.h"
#include "data/frame_record.h"
#include "data/model_card.h"

class QPainter;

namespace sheen {

/**
 * The frames of a flight as a strip: where oil was found, where telemetry is missing, which frame is shown,
 * what was noted; small pictures above it where they are wanted. Click or drag to go to a frame, drag with
 * Shift to set a range.
 */
class Timeline : public QWidget
{
    Q_OBJECT

public:
    using Range = std::pair<double, double>;  //!< seconds in the recording

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
    /** The last frame that has begun by then, else the first; -1 without frames. */
    int frameAt(double seconds) const;
    double secondsOf(int frame) const;  //!< of the nearest frame from it on; 0 without frames
    Range span() const;                 //!< of all frames

    void setBookmarks(const std::vector<Bookmark>& bookmarks);
    void setRange(const std::optional<Range>& range);
    const std::optional<Range>& range() const { return m_range; }

    void setThumbnailsVisible(bool visible);
    /** The frames that small pictures are wanted of, from the left: as many as fit. */
    std::vector<FrameRecord> thumbnailFrames() const;
    void setThumbnail(int frame, const QImage& picture);
    void clearThumbnails();
    QSize thumbnailSize() const { return {64, 36}; }

    QSize sizeHint() const override { return {400, wantedHeight()}; }
    QSize minimumSizeHint() const override { return {120, wantedHeight()}; }

Q_SIGNALS:
    void frameChosen(int frame);
    void rangeChosen();       //!< range() is what somebody dragged, or took away
    void thumbnailsWanted();  //!< thumbnailFrames() are others

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
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
    int wantedHeight() const;
    QRectF strip() const;
    double xOf(std::size_t index) const;
    double xOfTime(double seconds) const;
    std::size_t indexOfTime(double seconds) const;
    int indexAt(double x) const;
    void choose(const QPoint& position);
    void drawThumbnails(QPainter& painter) const;
    void drawFrames(QPainter& painter) const;
    void drawNotes(QPainter& painter) const;
    void drawCursor(QPainter& painter) const;
    QString toolTipAt(double x) const;

    std::vector<Mark> m_marks;
    std::vector<Bookmark> m_bookmarks;
    std::optional<Range> m_range;
    std::optional<double> m_rangeStart;  //!< while it is being dragged
    QHash<int, QImage> m_thumbnails;     //!< of frames that are in thumbnailFrames() or were lately
    bool m_showsThumbnails = false;
    int m_expected = 0;
    int m_current = -1;  //!< index into m_marks
};

}  // namespace sheen
