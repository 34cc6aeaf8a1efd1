#pragma once

#include <QImage>
#include <QObject>
#include <atomic>
#include <functional>
#include <memory>
#include <opencv2/core.hpp>

#include "core/data/model_card.h"
#include "ui/session/work_thread.h"

namespace sheen {

class Detector;

/** What a model makes of one frame. */
struct TrialMask
{
    QImage picture;
    QImage mask;  //!< ARGB in the classes' colours, size of `picture`
    double milliseconds = 0;
    double oilShare = 0;  //!< of the picture, 0 to 1
    QString device;
};

/** Reads models' cards and tries models on a frame, on a thread of its own. Only the latest request counts.
 */
class ModelTrial : public QObject
{
    Q_OBJECT

public:
    /** Gives the frame, BGR; called in the trial's thread. */
    using Picture = std::function<cv::Mat()>;

    explicit ModelTrial(QObject* parent = nullptr);
    ~ModelTrial() override;

    /** Runs nothing of the model. cardRead or failed follows. */
    void readCard(const QString& path);

    /** Loads the model where it is not the one tried last; tried or failed follows. */
    void tryOn(const ModelCard& card, Picture picture);

Q_SIGNALS:
    void cardRead(const sheen::ModelCard& card);
    void tried(const sheen::TrialMask& result);
    void failed(const QString& sentence);

private:
    TrialMask detect(const ModelCard& card, const Picture& picture);

    std::shared_ptr<Detector> m_detector;  //!< the thread's
    std::atomic<int> m_request{0};
    WorkThread m_thread;
};

}  // namespace sheen
