#pragma once

#include <QImage>
#include <QObject>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "data/mask_codec.h"
#include "data/model_card.h"
#include "data/slick.h"
#include "teach/lesson.h"
#include "teaching/frame_marks.h"
#include "ui/session/work_thread.h"

namespace sheen {

class Flight;

/** The model that is taught. */
struct TaughtBase
{
    QString path;           //!< of its file; empty: the shipped one
    QString sha256;         //!< of it; another one is refused
    bool isInside = false;  //!< it is not that file's model, but the one below that
};

/** What is to be learned: what was drawn in frames, and decided, where that teaches as well. */
struct LessonRequest
{
    std::shared_ptr<const Flight> flight;
    TaughtBase base;
    QString device;                 //!< as DetectorSettings have it
    std::vector<FrameMarks> marks;  //!< drawn
    std::vector<Slick> decided;     //!< slicks whose decisions teach; empty: none do
    std::shared_ptr<const std::vector<FrameRecord>> frames;
    int shownFrame = -1;
};

/** What was learned from a request. */
struct LearnedFrame
{
    int frame = -1;
    QImage mask;         //!< of that frame, in its classes' colours
    double seconds = 0;  //!< that it took
    LessonFacts facts;   //!< without the overlap on held-out strokes
};

/** A frame before and after. */
struct ComparedFrame
{
    int frame = 0;
    QImage picture;
    QImage before;  //!< mask as the results have it
    QImage after;
    double oilBeforeShare = 0;  //!< of the picture, 0 to 1
    double oilAfterShare = 0;
};

/**
 * Learns in a thread of its own from what is marked, with a detector of its own, so that a run may go on. Of
 * several requests to learn that wait only the latest counts.
 */
class FrameTeacher : public QObject
{
    Q_OBJECT

public:
    explicit FrameTeacher(QObject* parent = nullptr);
    ~FrameTeacher() override;  //!< cancels

    /** learned() or failed() follows, and then judged(), where nothing else was asked for meanwhile. */
    void learn(const LessonRequest& request);

    /**
     * Learns, and looks at other frames with it: compared() for each, then judged() and comparedAll(); or
     * failed(). `masks`: of the results, by `card`.
     */
    void compare(const LessonRequest& request, const std::vector<int>& frames, const MaskReader& masks,
                 const ModelCard& card);
    /** comparedAll() follows all the same. */
    void cancelComparing();

    /** Learns once more, holding strokes out, and writes the model; saved() or failed() follows. */
    void save(const LessonRequest& request, const QString& path, const QString& name,
              const QString& flightName, const QString& person);

Q_SIGNALS:
    void learned(const sheen::LearnedFrame& frame);
    /** How sure it is of itself; `remarks`: sentences on that. */
    void judged(const std::optional<double>& heldOutOverlap, const QStringList& remarks);
    void compared(const sheen::ComparedFrame& frame);
    void comparedAll();
    void saved(const sheen::ModelCard& card, const QStringList& remarks);
    void failed(const QString& sentence);

private:
    class Worker;

    void post(std::function<void(Worker&)> work);
    /** In the thread; judged() follows. */
    void judge(Worker& worker, const LessonRequest& request, LessonFacts facts);
    template <typename Tell>
    void tell(Tell&& signal);

    std::shared_ptr<Worker> m_worker;  //!< used by the thread alone
    std::shared_ptr<Cancel> m_comparing;
    std::atomic<int> m_latest{0};
    WorkThread m_thread;
};

}  // namespace sheen
