#pragma once

#include <QDialog>

#include "data/model_card.h"
#include "ui/model/model_trial.h"
#include "workspace/model_choice.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTextBrowser;

namespace sheen {

class ClassTable;

/**
 * Chooses a model: shows its card before anything of it runs, asks once for each file whether it is trusted,
 * tries it on a frame, and maps its classes to names, colours and appearance codes.
 */
class ModelDialog : public QDialog
{
    Q_OBJECT

public:
    /** `current`: the model that is shown first, and what its classes are mapped to. `frame`: to try models
     * on; empty: there is none. */
    ModelDialog(const ModelChoice& current, ModelTrial::Source frame, QWidget* parent = nullptr);

    /** Where models are tried, as DetectorSettings have it. */
    void setDevice(const QString& device) { m_trial.setDevice(device); }

    /** Reads another model's card. */
    void showModel(const QString& path);

Q_SIGNALS:
    /** The analyst takes this model, which is accepted. */
    void modelChosen(const sheen::ModelChoice& choice);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeModelRow();
    QWidget* makeCard();
    QWidget* makeClasses();
    QWidget* makePreview();
    QWidget* makeButtons();
    void fillModels();
    void listModel(const QString& path, const QString& name);
    void browse();
    void showCard(const ModelCard& card);
    void showTrial(const TrialMask& result);
    void showFailure(const QString& sentence);
    void paintTrial();
    void say(const QString& sentence, bool isWarning);
    void tryModel();
    void useModel();
    void updateButtons();

    ModelChoice m_current;
    ModelTrial::Source m_frame;
    ModelCard m_card;  //!< without a name: none is shown
    TrialMask m_tried;
    bool m_busy = false;
    QComboBox* m_models = nullptr;
    QTextBrowser* m_text = nullptr;
    ClassTable* m_classes = nullptr;
    QLabel* m_codesHold = nullptr;
    QPushButton* m_reset = nullptr;
    QLabel* m_preview = nullptr;
    QLabel* m_state = nullptr;
    QCheckBox* m_trust = nullptr;
    QPushButton* m_try = nullptr;
    QPushButton* m_use = nullptr;
    ModelTrial m_trial;  //!< last: it is cancelled first
};

}  // namespace sheen
