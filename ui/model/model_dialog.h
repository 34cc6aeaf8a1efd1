#pragma once

#include <QDialog>

#include "core/data/model_card.h"
#include "ui/model/model_trial.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTextBrowser;

namespace sheen {

/**
 * Chooses a model: shows its card before anything of it runs, asks once for each file whether it is trusted,
 * and tries it on a frame.
 */
class ModelDialog : public QDialog
{
    Q_OBJECT

public:
    /** `path`: of the model that is shown first. `picture`: the frame to try models on; empty: there is none.
     */
    ModelDialog(const QString& path, ModelTrial::Picture picture, QWidget* parent = nullptr);

    /** Reads another model's card. */
    void showModel(const QString& path);

Q_SIGNALS:
    /** The analyst takes this model, which is accepted. */
    void modelChosen(const QString& path);

private:
    QWidget* makeFileRow();
    QWidget* makePreview();
    QWidget* makeButtons();
    void browse();
    void showCard(const ModelCard& card);
    void showTrial(const TrialMask& result);
    void showFailure(const QString& sentence);
    void say(const QString& sentence, bool isWarning);
    void tryModel();
    void useModel();
    void updateButtons();

    ModelTrial::Picture m_picture;
    ModelCard m_card;  //!< without a name: none is shown
    bool m_busy = false;
    QLineEdit* m_file = nullptr;
    QTextBrowser* m_text = nullptr;
    QLabel* m_preview = nullptr;
    QLabel* m_state = nullptr;
    QCheckBox* m_trust = nullptr;
    QPushButton* m_try = nullptr;
    QPushButton* m_use = nullptr;
    ModelTrial m_trial;  //!< last: its thread ends first
};

}  // namespace sheen
