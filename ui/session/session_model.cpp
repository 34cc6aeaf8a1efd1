#include "session_model.h"

#include <utility>

#include "base/cancel.h"
#include "base/error.h"
#include "data/model_classes.h"
#include "detect/accepted_models.h"
#include "detect/detector.h"

namespace sheen {

namespace {

QString refusalOf(const ModelChoice& choice)
{
    return SessionModel::tr(
               "This flight was last looked at with the model \"%1\", which you have not accepted on this "
               "computer or which has changed since. It is not used; choose one with Flight > Choose Model.")
        .arg(choice.path);
}

/** The shipped model as it is now: it may lie elsewhere by now, or an update may have replaced it. */
ModelChoice asOfNow(ModelChoice choice)
{
    choice.shipped = followsShippedModel(choice.path, choice.sha256, choice.shipped);
    if (choice.shipped) {
        choice.path = shippedModelPath();
        choice.sha256 = shippedModelSha256();
    }
    return choice;
}

}  // namespace

SessionModel::SessionModel(QObject* parent)
    : QObject(parent), m_device(DetectorSettings().device), m_thread(QStringLiteral("model"))
{}

SessionModel::~SessionModel()
{
    stop();
}

void SessionModel::stop()
{
    cancelLoading();
    m_thread.stop();
}

void SessionModel::load(const ModelChoice& choice, const QString& acceptance)
{
    if (isInUse(choice) && m_detector->card().json == choice.card) {
        use(m_detector, choice.classes, acceptance);
        return;
    }
    begin(choice, acceptance, [choice, settings = detectorSettings()](const Cancel& cancel) mutable {
        settings.sha256 = choice.sha256;
        return Detector::load(choice.path.isEmpty() ? Detector::defaultModelPath() : choice.path, settings,
                              cancel);
    });
}

void SessionModel::loadRemembered(const ModelChoice& remembered)
{
    if (m_loading) {
        m_waiting = remembered;
        return;
    }
    const ModelChoice choice = asOfNow(remembered);
    const bool sameContent = m_detector && m_detector->card().sha256 == choice.sha256;
    if (m_named && !sameContent)
        return;
    if (choice.sha256 != remembered.sha256)
        Q_EMIT notice(
            tr("This flight was last looked at with an earlier version of the model that ships with "
               "Sheen. The next run uses the present one; results that are there stay as they are."));
    if (m_named || isInUse(choice)) {
        setClasses(choice.classes);
        Q_EMIT changed();
    } else if (isAcceptedModel(choice.sha256)) {
        begin(choice, choice.shipped ? QStringLiteral("shipped") : QStringLiteral("window"),
              loadAccepted(choice));
    } else {
        Q_EMIT notice(refusalOf(choice));
    }
}

/** Whether this file was loaded: a copy of it elsewhere may have another card beside it. */
bool SessionModel::isInUse(const ModelChoice& choice) const
{
    return m_detector && !m_loading && m_detector->card().path == choice.path &&
           m_detector->card().sha256 == choice.sha256;
}

SessionModel::LoadDetector SessionModel::loadAccepted(const ModelChoice& choice) const
{
    return [choice, inUse = m_detector,
            settings = detectorSettings()](const Cancel& cancel) -> std::shared_ptr<Detector> {
        std::optional<ModelFile> file = acceptedModelFile(choice.path, choice.sha256);
        const bool sameContent = inUse && inUse->card().sha256 == choice.sha256;
        if (sameContent && (!file || file->card().json == inUse->card().json))
            return inUse;  // a copy of the model, or the very one that was moved
        return file ? Detector::load(std::move(*file), settings, cancel) : nullptr;
    };
}

DetectorSettings SessionModel::detectorSettings() const
{
    DetectorSettings settings;
    settings.device = m_device;
    return settings;
}

void SessionModel::cancelLoading()
{
    if (m_cancel)
        m_cancel->request();
}

void SessionModel::begin(const ModelChoice& choice, const QString& acceptance, const LoadDetector& load)
{
    m_loading = true;
    cancelLoading();
    m_cancel = std::make_shared<Cancel>();
    m_thread.post([this, loading = Loading{choice, acceptance, m_flight, nullptr, {}}, load,
                   cancel = m_cancel]() mutable {
        try {
            loading.detector = load(*cancel);
        } catch (const Error& error) {
            loading.failure = error.sentence();
        } catch (const std::exception& error) {
            loading.failure = tr("The model \"%1\" could not be loaded: %2")
                                  .arg(loading.choice.path, QString::fromLocal8Bit(error.what()));
        }
        QMetaObject::invokeMethod(
            this,
            [this, loading, cancel] {
                if (!cancel->requested())
                    end(loading);
            },
            Qt::QueuedConnection);
    });
}

void SessionModel::end(const Loading& loading)
{
    m_loading = false;
    const bool sameFlight = loading.flight == m_flight;
    if (loading.detector) {
        use(loading.detector, sameFlight ? loading.choice.classes : std::vector<ModelClass>(),
            loading.acceptance);
        return;
    }
    if (!loading.failure.isEmpty()) {
        Q_EMIT failed(loading.failure);
    } else if (!m_detector) {
        Q_EMIT failed(refusalOf(loading.choice));
    } else {
        if (sameFlight)
            Q_EMIT notice(refusalOf(loading.choice));
        Q_EMIT changed();  // what waits for a model goes on with the one in use
    }
    loadWaiting();
}

void SessionModel::loadWaiting()
{
    if (const std::optional<ModelChoice> waiting = std::exchange(m_waiting, std::nullopt))
        loadRemembered(*waiting);
}

void SessionModel::use(const std::shared_ptr<Detector>& detector, const std::vector<ModelClass>& classes,
                       const QString& acceptance)
{
    m_detector = detector;
    m_acceptance = acceptance;
    m_deviceName = detector->deviceName();
    setClasses(classes);
    loadWaiting();
    Q_EMIT changed();
}

void SessionModel::setClasses(const std::vector<ModelClass>& classes)
{
    if (!m_detector)
        return;
    m_classes = changedClasses(m_detector->card(), classes);  // those of an earlier version may be gone
    m_card = withClasses(m_detector->card(), m_classes);
}

void SessionModel::forgetClasses()
{
    ++m_flight;
    m_waiting.reset();
    setClasses({});
}

const ModelCard* SessionModel::card() const
{
    return m_detector ? &m_card : nullptr;
}

QString SessionModel::deviceName() const
{
    return m_detector ? m_detector->deviceName() : QString();
}

void SessionModel::watchDevice()
{
    const QString now = deviceName();
    if (now != std::exchange(m_deviceName, now))
        Q_EMIT deviceChanged();
}

}  // namespace sheen
