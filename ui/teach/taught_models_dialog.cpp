#include "ui/teach/taught_models_dialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "base/error.h"
#include "ui/model/card_text.h"

namespace sheen {

TaughtModelsDialog::TaughtModelsDialog(QWidget* parent)
    : QDialog(parent), m_thread(QStringLiteral("taught models"))
{
    setWindowTitle(tr("Taught Models"));
    auto* layout = new QVBoxLayout(this);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("taughtModels"));
    m_text = new QTextBrowser;
    m_text->setObjectName(QStringLiteral("taughtCard"));
    m_text->setOpenLinks(false);
    auto* parts = new QSplitter;
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_list);
    parts->addWidget(m_text);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 2);
    layout->addWidget(parts, 1);
    m_state = new QLabel;
    m_state->setObjectName(QStringLiteral("taughtState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    layout->addWidget(makeButtons());
    connect(m_list, &QListWidget::currentRowChanged, this, &TaughtModelsDialog::show);
    connect(&m_cards, &ModelTrial::cardRead, this, [this](const ModelCard& card) {
        m_card = card;
        m_text->setHtml(cardHtml(card));
        updateButtons();
    });
    connect(&m_cards, &ModelTrial::failed, this, &TaughtModelsDialog::say);
    resize(820, 520);
    fill({});
}

TaughtModelsDialog::~TaughtModelsDialog()
{
    m_thread.stop();
}

QWidget* TaughtModelsDialog::makeButtons()
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [this, row](const char* name, const QString& text, const QString& tip,
                                 void (TaughtModelsDialog::*slot)()) {
        auto* button = new QPushButton(text);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    m_use = add("taughtUse", tr("&Use for This Flight"),
                tr("The next run is done with it, and what is marked from now on teaches it further"),
                &TaughtModelsDialog::use);
    m_handOn = add("taughtHandOn", tr("&Hand On…"), tr("Copies its file, which is all that others need"),
                   &TaughtModelsDialog::handOn);
    m_takeIn =
        add("taughtTakeIn", tr("&Take In…"),
            tr("Adds a file that somebody handed on; nothing of it runs yet"), &TaughtModelsDialog::takeIn);
    m_forget =
        add("taughtForget", tr("&Forget"), tr("Takes it out of this list"), &TaughtModelsDialog::forget);
    row->addStretch(1);
    auto* close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(close);
    return widget;
}

void TaughtModelsDialog::fill(const QString& shownPath)
{
    m_taught = taughtModels();
    m_list->clear();
    int shown = 0;
    for (const UsedModel& one : m_taught) {
        const bool isThere = QFileInfo(one.path).isFile();
        auto* item = new QListWidgetItem(isThere ? one.name : tr("%1 (its file is gone)").arg(one.name));
        item->setToolTip(one.path);
        m_list->addItem(item);
        if (one.path == shownPath)
            shown = m_list->count() - 1;
    }
    say(m_taught.empty() ? tr("Nothing was taught yet: mark something in a frame of results, and apply it.")
                         : QString());
    m_list->setCurrentRow(m_taught.empty() ? -1 : shown);
    show(m_list->currentRow());
}

void TaughtModelsDialog::show(int row)
{
    m_card = {};
    m_text->clear();
    if (row >= 0 && row < int(m_taught.size()))
        m_cards.readCard(m_taught[std::size_t(row)].path);
    updateButtons();
}

void TaughtModelsDialog::use()
{
    Q_EMIT useWanted(m_card);
    accept();
}

void TaughtModelsDialog::handOn()
{
    const UsedModel model = m_taught[std::size_t(m_list->currentRow())];
    const QString target = QFileDialog::getSaveFileName(
        this, tr("Hand a taught model on"), QFileInfo(model.path).fileName(), tr("Models (*.pt)"));
    if (target.isEmpty())
        return;
    copy([model, target] {
        handOnTaughtModel(model, target);
        return model.path;
    });
}

void TaughtModelsDialog::takeIn()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Take a taught model in"), QString(),
                                                      tr("Models (*.pt);;All files (*)"));
    if (!path.isEmpty())
        copy([path] { return takeInTaughtModel(path).path; });
}

void TaughtModelsDialog::forget()
{
    const UsedModel model = m_taught[std::size_t(m_list->currentRow())];
    const auto answer = QMessageBox::question(
        this, tr("Forget a taught model"),
        tr("Forget \"%1\"? A file beside results stays there; a copy that was taken in goes.")
            .arg(model.name));
    if (answer != QMessageBox::Yes)
        return;
    forgetTaughtModel(model.path);
    fill({});
}

void TaughtModelsDialog::copy(std::function<QString()> work)
{
    m_busy = true;
    updateButtons();
    m_thread.post([this, work = std::move(work)] {
        QString shown, failure;
        try {
            shown = work();
        } catch (const Error& error) {
            failure = error.sentence();
        }
        QMetaObject::invokeMethod(
            this,
            [this, shown, failure] {
                m_busy = false;
                fill(shown);
                if (!failure.isEmpty())
                    say(failure);
            },
            Qt::QueuedConnection);
    });
}

void TaughtModelsDialog::say(const QString& sentence)
{
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
}

void TaughtModelsDialog::updateButtons()
{
    const bool chosen = m_list->currentRow() >= 0 && !m_busy;
    m_use->setEnabled(chosen && !m_card.name.isEmpty());
    m_handOn->setEnabled(chosen && !m_card.name.isEmpty());
    m_forget->setEnabled(chosen);
    m_takeIn->setEnabled(!m_busy);
}

}  // namespace sheen
