#include "ui/model/model_trial.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QThread>

#include "base/error.h"
#include "detect/detector.h"
#include "ui/session/failure.h"
#include "ui/session/shown_frame.h"

namespace sheen {

/** Keeps the model that was tried last. Used by the trial's thread alone. */
class TriedModel
{
public:
    TrialMask detect(const ModelCard& card, const QString& device, const ModelTrial::Source& source,
                     const Cancel& cancel)
    {
        const TrialFrame frame = source();
        if (frame.picture.empty())
            throw Error(ModelTrial::tr("This frame's picture cannot be decoded. Choose another frame."));
        if (!isLoaded(card)) {
            m_detector.reset();
            DetectorSettings settings;
            settings.device = device;
            settings.expectedPicture = frame.picture.size();
            settings.sha256 = card.sha256;
            m_detector = Detector::load(card.path, settings, cancel);
        }
        QElapsedTimer timer;
        timer.start();
        const Segmentation segmentation = m_detector->detect(frame.picture, frame.hints, cancel);
        TrialMask result;
        result.milliseconds = double(timer.nsecsElapsed()) * 1e-6;
        result.picture = shownPicture(frame.picture);
        result.classes = segmentation.classes;
        result.device = m_detector->deviceName();
        return result;
    }

private:
    /** A card that lies beside its file changes without it. */
    bool isLoaded(const ModelCard& card) const
    {
        return m_detector && m_detector->card().path == card.path &&
               m_detector->card().sha256 == card.sha256 && m_detector->card().json == card.json;
    }

    std::unique_ptr<Detector> m_detector;
};

ModelTrial::ModelTrial(QObject* parent)
    : QObject(parent),
      m_device(DetectorSettings().device),
      m_model(std::make_shared<TriedModel>()),
      m_thread(QStringLiteral("model trial"))
{}

ModelTrial::~ModelTrial()
{
    if (m_cancel)
        m_cancel->request();
    m_thread.abandon();
}

void ModelTrial::readCard(const QString& path)
{
    request([path](const Cancel&) -> Answer {
        return [card = readModelCard(path)](ModelTrial& trial) { Q_EMIT trial.cardRead(card); };
    });
}

void ModelTrial::tryOn(const ModelCard& card, Source frame)
{
    request(
        [model = m_model, card, device = m_device, frame = std::move(frame)](const Cancel& cancel) -> Answer {
            return [result = model->detect(card, device, frame, cancel)](ModelTrial& trial) {
                Q_EMIT trial.tried(result);
            };
        });
}

void ModelTrial::request(std::function<Answer(const Cancel&)> work)
{
    if (m_cancel)
        m_cancel->request();
    m_cancel = std::make_shared<Cancel>();
    m_thread.post([trial = QPointer<ModelTrial>(this), cancel = m_cancel, work = std::move(work)] {
        if (cancel->requested())
            return;
        Answer answer;
        const QString failure = failureOf([&] { answer = work(*cancel); });
        const auto tell = [trial, cancel, answer, failure] {
            if (!trial || cancel->requested())
                return;
            if (failure.isEmpty())
                answer(*trial);
            else
                Q_EMIT trial->failed(failure);
        };
        // The trial may be gone by now; its thread belongs to the widgets' thread too, and is still there.
        QMetaObject::invokeMethod(QThread::currentThread(), tell, Qt::QueuedConnection);
    });
}

}  // namespace sheen
