#pragma once

#include <QImage>
#include <QObject>
#include <atomic>
#include <functional>
#include <memory>
#include <opencv2/core.hpp>

#include "core/data/model_card.h"
#include "ui/model/trial_frame.h"
#include "ui/session/work_thread.h"

namespace sheen {

/** What a model makes of one frame. */
struct TrialMask
{
    QImage picture;
    cv::Mat classes;  //!< CV_8UC1, at the frame's own size
    double milliseconds = 0;
    QString device;
};

/** Reads models' cards and tries models on a frame, on a thread of its own. Only the latest request counts.
 */
class ModelTrial : public QObject
{
    Q_OBJECT

public:
    /** Gives the frame; called in the trial's thread. */
    using Source = std::function<TrialFrame()>;

    explicit ModelTrial(QObject* parent = nullptr);
    ~ModelTrial() override;

    /** Runs nothing of the model. cardRead or failed follows. */
    void readCard(const QString& path);

    /** Loads the model where it is not the one tried last; tried or failed follows. */
    void tryOn(const ModelCard& card, Source frame);

Q_SIGNALS:
    void cardRead(const sheen::ModelCard& card);
    void tried(const sheen::TrialMask& result);
    void failed(const QString& sentence);

private:
    TrialMask detect(const ModelCard& card, const Source& source);

    std::shared_ptr<Detector> m_detector;  //!< the thread's
    std::atomic<int> m_request{0};
    WorkThread m_thread;
};

}  // namespace sheen
