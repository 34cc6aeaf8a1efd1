#include "ui/model/model_trial.h"

#include <QElapsedTimer>

#include "core/data/error.h"
#include "core/detect/detector.h"
#include "ui/session/failure.h"
#include "ui/session/shown_frame.h"

namespace sheen {

namespace {

double oilShareOf(const cv::Mat& classes, const ModelCard& card)
{
    int oil = 0;
    for (const ModelClass& one : card.classes) {
        if (one.oil)
            oil += cv::countNonZero(classes == one.value);
    }
    return classes.empty() ? 0 : double(oil) / double(classes.total());
}

}  // namespace

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

void ModelTrial::tryOn(const ModelCard& card, Picture picture)
{
    const int request = ++m_request;
    m_thread.post([this, request, card, picture = std::move(picture)] {
        if (request != m_request)
            return;
        TrialMask result;
        const QString failure = failureOf([&] { result = detect(card, picture); });
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

TrialMask ModelTrial::detect(const ModelCard& card, const Picture& picture)
{
    const cv::Mat frame = picture();
    if (frame.empty())
        throw Error(tr("This frame's picture cannot be decoded. Choose another frame."));
    if (!m_detector || m_detector->card().sha256 != card.sha256) {
        m_detector.reset();
        if (readModelCard(card.path).sha256 != card.sha256)
            throw Error(tr("The file \"%1\" has changed. Choose it again.").arg(card.path));
        DetectorSettings settings;
        settings.expectedPicture = frame.size();
        m_detector = Detector::load(card.path, settings);
    }
    QElapsedTimer timer;
    timer.start();
    const Segmentation segmentation = m_detector->detect(frame);
    TrialMask result;
    result.milliseconds = double(timer.nsecsElapsed()) * 1e-6;
    result.picture = shownPicture(frame);
    result.mask = shownMask(segmentation.classes, maskColours(card));
    result.oilShare = oilShareOf(segmentation.classes, card);
    result.device = m_detector->deviceName();
    return result;
}

}  // namespace sheen
