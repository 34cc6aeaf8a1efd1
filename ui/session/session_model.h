#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <optional>

#include "data/model_card.h"
#include "ui/session/work_thread.h"
#include "workspace/model_choice.h"

namespace sheen {

class Cancel;
class Detector;
struct DetectorSettings;

/**
 * The model of a session: loaded in the background, kept for all runs, its classes as they are mapped for the
 * flight that is open. Lives in the widgets' thread.
 */
class SessionModel : public QObject
{
    Q_OBJECT

public:
    explicit SessionModel(QObject* parent);
    ~SessionModel() override;
    void stop();

    /** Where models run that are loaded from now on, as DetectorSettings have it. */
    void setDevice(const QString& device) { m_device = device; }
    const QString& device() const { return m_device; }

    /** Loads a model where it is not in use already, with the card that was shown; `changed` or `failed`
     * follows. A file that is not the one chosen is refused. `acceptance`: see Session::loadModel. */
    void load(const ModelChoice& choice, const QString& acceptance);

    /** A model that was named on the command line stays in use whatever flights remember. */
    void setNamed(bool named) { m_named = named; }

    /** The model that a flight was given before, where it is accepted and its file still the same; else a
     * notice says so, and the one in use stays. For an earlier version of the shipped model the present one
     * is taken, with a notice. Waits for one that is being loaded. */
    void loadRemembered(const ModelChoice& choice);

    /** Another flight: the classes are as the card has them, until it says otherwise. */
    void forgetClasses();

    bool isLoading() const { return m_loading; }
    std::shared_ptr<Detector> detector() const { return m_detector; }  //!< nullptr until one is loaded
    const ModelCard* card() const;                                     //!< likewise; its classes as mapped
    const std::vector<ModelClass>& classes() const { return m_classes; }
    const QString& acceptance() const { return m_acceptance; }
    QString deviceName() const;

    /** Looks whether the device is still the same, which changes while it detects. */
    void watchDevice();

Q_SIGNALS:
    void changed();  //!< another model, or other classes; also where the one in use stays after all
    void failed(const QString& sentence);
    void notice(const QString& sentence);
    void deviceChanged();

private:
    /** A model on its way. */
    struct Loading
    {
        ModelChoice choice;
        QString acceptance;
        int flight = 0;                      //!< that it was asked for with
        std::shared_ptr<Detector> detector;  //!< nullptr: refused, or failed
        QString failure;                     //!< empty: none
    };
    /** In the background. Throws; nullptr: the file is not the one that was accepted. */
    using LoadDetector = std::function<std::shared_ptr<Detector>(const Cancel&)>;
    void begin(const ModelChoice& choice, const QString& acceptance, const LoadDetector& load);
    LoadDetector loadAccepted(const ModelChoice& choice) const;
    bool isInUse(const ModelChoice& choice) const;
    DetectorSettings detectorSettings() const;
    /** Of what is being loaded nothing will be heard. */
    void cancelLoading();
    void end(const Loading& loading);
    void use(const std::shared_ptr<Detector>& detector, const std::vector<ModelClass>& classes,
             const QString& acceptance);
    void loadWaiting();
    void setClasses(const std::vector<ModelClass>& classes);

    QString m_device;
    std::shared_ptr<Detector> m_detector;
    std::vector<ModelClass> m_classes;  //!< that are mapped otherwise than the card has them
    ModelCard m_card;                   //!< the detector's, with these
    QString m_acceptance;
    QString m_deviceName;  //!< as it was told last
    bool m_named = false;
    bool m_loading = false;
    std::shared_ptr<Cancel> m_cancel;  //!< of what was loaded last; only that counts
    int m_flight = 0;                  //!< counts them: classes hold for the one that they were mapped for
    std::optional<ModelChoice> m_waiting;  //!< remembered, until one is loaded
    WorkThread m_thread;
};

}  // namespace sheen
