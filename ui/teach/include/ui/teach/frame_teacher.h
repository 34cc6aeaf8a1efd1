#pragma once

#include <QImage>
#include <QObject>
#include <atomic>
#include <map>
#include <memory>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "data/model_card.h"
#include "ui/session/work_thread.h"

namespace sheen {

class Flight;

/** What is to be learned: the marks of some frames, and of which frame the new mask is wanted. */
struct LessonRequest
{
    struct MarkedFrame
    {
        int frame = 0;
        double timeSeconds = 0;
        cv::Mat marks;  //!< CV_8UC1, of the frame's size
    };

    std::shared_ptr<const Flight> flight;
    QString modelPath;    //!< the model to teach; empty: the shipped one
    QString modelSha256;  //!< of its file; another one is refused
    QString device;       //!< as DetectorSettings have it
    std::vector<MarkedFrame> marked;
    int shownFrame = -1;
    double shownTimeSeconds = 0;
};

/**
 * Learns in a thread of its own from what is drawn, with a detector of its own, so that a run may go on. Of
 * several requests that wait only the latest counts.
 */
class FrameTeacher : public QObject
{
    Q_OBJECT

public:
    explicit FrameTeacher(QObject* parent = nullptr);
    ~FrameTeacher() override;

    /** learned() or failed() follows. */
    void learn(const LessonRequest& request);
    /** Learns once more, holding strokes out, and writes the model; saved() or failed() follows. */
    void save(const LessonRequest& request, const QString& path, const QString& flightName,
              const QString& person);

Q_SIGNALS:
    /** `mask`: of that frame in its classes' colours; `seconds` that it took. */
    void learned(int frame, const QImage& mask, double seconds);
    /** `remarks`: sentences on how sure it is. */
    void saved(const sheen::ModelCard& card, const QStringList& remarks);
    void failed(const QString& sentence);

private:
    class Worker;

    void post(std::function<void(Worker&)> work);

    std::shared_ptr<Worker> m_worker;  //!< used by the thread alone
    std::atomic<int> m_latest{0};
    WorkThread m_thread;
};

}  // namespace sheen
