#pragma once

#include <QDialog>
#include <functional>
#include <vector>

#include "data/model_card.h"
#include "detect/taught_models.h"
#include "ui/model/model_trial.h"
#include "ui/session/work_thread.h"

class QLabel;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace sheen {

/** The taught models of this user, each with its card: to use one, hand it on, take one in, forget it. */
class TaughtModelsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit TaughtModelsDialog(QWidget* parent = nullptr);
    ~TaughtModelsDialog() override;

Q_SIGNALS:
    /** For the flight that is open; what is taught then goes on from it. */
    void useWanted(const sheen::ModelCard& card);

private:
    QWidget* makeButtons();
    void fill(const QString& shownPath);
    void show(int row);
    void use();
    void handOn();
    void takeIn();
    void forget();
    /** In the thread; fills the list anew with what `work` gives as the path of the one to show. */
    void copy(std::function<QString()> work);
    void say(const QString& sentence);
    void updateButtons();

    std::vector<UsedModel> m_taught;
    ModelCard m_card;  //!< without a name: none is shown
    bool m_busy = false;
    QListWidget* m_list = nullptr;
    QTextBrowser* m_text = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_handOn = nullptr;
    QPushButton* m_takeIn = nullptr;
    QPushButton* m_forget = nullptr;
    ModelTrial m_cards;
    WorkThread m_thread;  //!< last: it ends first
};

}  // namespace sheen
