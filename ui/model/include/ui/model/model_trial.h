#pragma once

#include <QImage>
#include <QObject>
#include <functional>
#include <memory>
#include <opencv2/core.hpp>

#include "base/cancel.h"
#include "data/model_card.h"
#include "ui/model/trial_frame.h"
#include "ui/session/work_thread.h"

namespace sheen {

class TriedModel;

/** What a model makes of one frame. */
struct TrialMask
{
    QImage picture;
    cv::Mat classes;  //!< CV_8UC1, at the frame's own size
    double milliseconds = 0;
    QString device;
};

/**
 * Reads models' cards and tries models on a frame, on a thread of its own. Only the latest request counts: it
 * cancels the one before.
 */
class ModelTrial : public QObject
{
    Q_OBJECT

public:
    /** Gives the frame; called in the trial's thread, which may outlive whoever asked. */
    using Source = std::function<TrialFrame()>;

    explicit ModelTrial(QObject* parent = nullptr);
    ~ModelTrial() override;  //!< cancels what is under way, and does not wait for it

    /** Where models are tried, as DetectorSettings have it. */
    void setDevice(const QString& device) { m_device = device; }

    /** Runs nothing of the model. cardRead or failed follows. */
    void readCard(const QString& path);

    /** Loads the model where it is not the one tried last, with this card; tried or failed follows. */
    void tryOn(const ModelCard& card, Source frame);

Q_SIGNALS:
    void cardRead(const sheen::ModelCard& card);
    void tried(const sheen::TrialMask& result);
    void failed(const QString& sentence);

private:
    /** Tells what came of a request. */
    using Answer = std::function<void(ModelTrial&)>;
    /** `work` is done in the thread; its answer is given in the widgets' thread. */
    void request(std::function<Answer(const Cancel&)> work);

    QString m_device;
    std::shared_ptr<TriedModel> m_model;
    std::shared_ptr<Cancel> m_cancel;  //!< of the latest request
    WorkThread m_thread;
};

}  // namespace sheen
