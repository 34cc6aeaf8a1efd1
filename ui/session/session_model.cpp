#include "ui/session/session_model.h"

#include <utility>

#include "core/data/error.h"
#include "core/data/model_classes.h"
#include "core/detect/accepted_models.h"
#include "core/detect/detector.h"

namespace sheen {

SessionModel::SessionModel(QObject* parent) : QObject(parent), m_thread(QStringLiteral("model"))
{}

SessionModel::~SessionModel()
{
    stop();
}

void SessionModel::stop()
{
    ++m_requests;
    m_thread.stop();
}

void SessionModel::load(const ModelChoice& choice, const QString& acceptance)
{
    if (m_detector && !m_loading && !choice.sha256.isEmpty() && m_detector->card().sha256 == choice.sha256) {
        use(m_detector, choice.classes, acceptance);
        return;
    }
    m_loading = true;
    const int request = ++m_requests;
    m_thread.post([this, choice, acceptance, request, flight = m_flight] {
        std::shared_ptr<Detector> detector;
        QString failure;
        try {
            DetectorSettings settings;
            settings.sha256 = choice.sha256;
            detector =
                Detector::load(choice.path.isEmpty() ? Detector::defaultModelPath() : choice.path, settings);
        } catch (const Error& error) {
            failure = error.sentence();
        } catch (const std::exception& error) {
            failure = tr("The model \"%1\" could not be loaded: %2")
                          .arg(choice.path, QString::fromLocal8Bit(error.what()));
        }
        QMetaObject::invokeMethod(
            this,
            [this, detector, failure, choice, acceptance, request, flight] {
                if (request != m_requests)
                    return;
                m_loading = false;
                if (detector)
                    use(detector, flight == m_flight ? choice.classes : std::vector<ModelClass>(),
                        acceptance);
                else
                    Q_EMIT failed(failure);
            },
            Qt::QueuedConnection);
    });
}

void SessionModel::use(const std::shared_ptr<Detector>& detector, const std::vector<ModelClass>& classes,
                       const QString& acceptance)
{
    m_detector = detector;
    m_acceptance = acceptance;
    m_deviceName = detector->deviceName();
    setClasses(classes);
    if (const std::optional<Remembered> waiting = std::exchange(m_remembered, std::nullopt))
        loadRemembered(waiting->choice, waiting->mayUse);
    Q_EMIT changed();
}

void SessionModel::setClasses(const std::vector<ModelClass>& classes)
{
    m_classes = classes;
    if (m_detector)
        m_card = withClasses(m_detector->card(), classes);
}

void SessionModel::loadRemembered(const ModelChoice& choice, bool mayUse)
{
    if (m_loading) {
        m_remembered = Remembered{choice, mayUse};
    } else if (m_detector && m_detector->card().sha256 == choice.sha256) {
        setClasses(choice.classes);
        Q_EMIT changed();
    } else if (mayUse && !m_named) {
        load(choice, isShippedModel(choice.path) ? QStringLiteral("shipped") : QStringLiteral("window"));
    } else if (!m_named) {
        Q_EMIT notice(
            tr("This flight was last looked at with the model \"%1\", which you have not accepted on this "
               "computer or which has changed since. It is not used; choose one with Flight > Choose Model.")
                .arg(choice.path));
    }
}

void SessionModel::forgetClasses()
{
    ++m_flight;
    m_remembered.reset();
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
