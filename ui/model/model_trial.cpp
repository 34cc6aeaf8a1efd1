#include "ui/model/model_trial.h"

#include <QElapsedTimer>

#include "core/data/error.h"
#include "core/detect/detector.h"
#include "ui/session/failure.h"
#include "ui/session/shown_frame.h"

namespace sheen {

ModelTrial::ModelTrial(QObject* parent) : QObject(parent), m_thread(QStringLiteral("model trial"))
{}

ModelTrial::~ModelTrial()
{
    ++m_request;
    m_thread.stop();
}

void ModelTrial::readCard(const QString& path)
{
    const int request = ++m_request;
    m_thread.post([this, request, path] {
        if (request != m_request)
            return;
        ModelCard card;
        const QString failure = failureOf([&] { card = readModelCard(path); });
        QMetaObject::invokeMethod(this, [this, request, card, failure] {
            if (request != m_request)
                return;
            if (failure.isEmpty())
                Q_EMIT cardRead(card);
            else
                Q_EMIT failed(failure);
        });
    });
}

void ModelTrial::tryOn(const ModelCard& card, Source frame)
{
    const int request = ++m_request;
    m_thread.post([this, request, card, frame = std::move(frame)] {
        if (request != m_request)
            return;
        TrialMask result;
        const QString failure = failureOf([&] { result = detect(card, frame); });
        QMetaObject::invokeMethod(this, [this, request, result, failure] {
            if (request != m_request)
                return;
            if (failure.isEmpty())
                Q_EMIT tried(result);
            else
                Q_EMIT failed(failure);
        });
    });
}

TrialMask ModelTrial::detect(const ModelCard& card, const Source& source)
{
    const TrialFrame frame = source();
    if (frame.picture.empty())
        throw Error(tr("This frame's picture cannot be decoded. Choose another frame."));
    if (!m_detector || m_detector->card().sha256 != card.sha256) {
        m_detector.reset();
        DetectorSettings settings;
        settings.expectedPicture = frame.picture.size();
        settings.sha256 = card.sha256;
        m_detector = Detector::load(card.path, settings);
    }
    QElapsedTimer timer;
    timer.start();
    const Segmentation segmentation = m_detector->detect(frame.picture, frame.hints);
    TrialMask result;
    result.milliseconds = double(timer.nsecsElapsed()) * 1e-6;
    result.picture = shownPicture(frame.picture);
    result.classes = segmentation.classes;
    result.device = m_detector->deviceName();
    return result;
}

}  // namespace sheen
