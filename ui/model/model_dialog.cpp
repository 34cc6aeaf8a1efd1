#include "ui/model/model_dialog.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStyle>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "ui/model/accepted_models.h"
#include "ui/model/card_text.h"

namespace sheen {

namespace {

constexpr QSize previewSize(480, 300);
constexpr double maskOpacity = 0.6;

}  // namespace

ModelDialog::ModelDialog(const QString& path, ModelTrial::Picture picture, QWidget* parent)
    : QDialog(parent), m_picture(std::move(picture))
{
    setWindowTitle(tr("Choose Model"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(makeFileRow());
    m_text = new QTextBrowser;
    m_text->setObjectName(QStringLiteral("card"));
    m_text->setOpenLinks(false);
    auto* parts = new QSplitter;
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_text);
    parts->addWidget(makePreview());
    column->addWidget(parts, 1);
    m_trust = new QCheckBox(tr("I trust where this file comes from"));
    m_trust->setObjectName(QStringLiteral("trust"));
    m_trust->setToolTip(
        tr("A model file is a program. Sheen remembers your answer for this very file, by its SHA-256."));
    column->addWidget(m_trust);
    column->addWidget(makeButtons());
    connect(m_trust, &QCheckBox::toggled, this, &ModelDialog::updateButtons);
    connect(&m_trial, &ModelTrial::cardRead, this, &ModelDialog::showCard);
    connect(&m_trial, &ModelTrial::tried, this, &ModelDialog::showTrial);
    connect(&m_trial, &ModelTrial::failed, this, &ModelDialog::showFailure);
    resize(980, 620);
    showModel(path);
}

QWidget* ModelDialog::makeFileRow()
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    m_file = new QLineEdit;
    m_file->setObjectName(QStringLiteral("file"));
    m_file->setReadOnly(true);
    m_file->setToolTip(tr("The model that is shown"));
    auto* choose = new QPushButton(tr("&Browse…"));
    choose->setToolTip(tr("Look at another model file; nothing of it runs yet"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ModelDialog::browse);
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    return widget;
}

QWidget* ModelDialog::makePreview()
{
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    m_preview = new QLabel(m_picture ? tr("Try the model to see what it finds in the current frame.")
                                     : tr("Open a flight to try the model on one of its frames."));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setWordWrap(true);
    m_preview->setMinimumSize(previewSize);
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_state = new QLabel;
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_preview, 1);
    column->addWidget(m_state);
    return widget;
}

QWidget* ModelDialog::makeButtons()
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    m_try = new QPushButton(tr("&Try on the Current Frame"));
    m_try->setObjectName(QStringLiteral("try"));
    m_try->setToolTip(tr("Loads the model and shows its mask; the model in use stays"));
    m_try->setAutoDefault(false);
    m_use = new QPushButton(tr("&Use This Model"));
    m_use->setObjectName(QStringLiteral("use"));
    m_use->setToolTip(tr("Loads the model for the next runs"));
    m_use->setDefault(true);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    row->addWidget(m_try);
    row->addStretch(1);
    row->addWidget(m_use);
    row->addWidget(close);
    connect(m_try, &QPushButton::clicked, this, &ModelDialog::tryModel);
    connect(m_use, &QPushButton::clicked, this, &ModelDialog::useModel);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return widget;
}

void ModelDialog::browse()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Look at a model"), QFileInfo(m_file->text()).absolutePath(),
                                     tr("TorchScript models (*.pt *.pth *.ts);;All files (*)"));
    if (!path.isEmpty())
        showModel(path);
}

void ModelDialog::showModel(const QString& path)
{
    m_card = {};
    m_busy = true;
    m_file->setText(QDir::toNativeSeparators(path));
    m_text->clear();
    say(tr("The card is being read…"), false);
    m_trial.readCard(path);
    updateButtons();
}

void ModelDialog::showCard(const ModelCard& card)
{
    m_card = card;
    m_busy = false;
    m_text->setHtml(cardHtml(card));
    m_trust->setChecked(isAcceptedModel(card));
    if (m_trust->isChecked())
        say({}, false);
    else
        say(tr("A model file is a program that will run on this computer. Use only files from people you "
               "trust."),
            true);
    updateButtons();
}

void ModelDialog::showFailure(const QString& sentence)
{
    m_busy = false;
    say(sentence, true);
    updateButtons();
}

void ModelDialog::showTrial(const TrialMask& result)
{
    m_busy = false;
    QImage shown = result.picture;
    QPainter painter(&shown);
    painter.setOpacity(maskOpacity);
    painter.drawImage(0, 0, result.mask);
    painter.end();
    m_preview->setPixmap(
        QPixmap::fromImage(shown.scaled(m_preview->size(), Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    say(tr("Oil on %1 % of the frame; %2 ms on %3.")
            .arg(100 * result.oilShare, 0, 'f', 1)
            .arg(result.milliseconds, 0, 'f', 0)
            .arg(result.device),
        false);
    updateButtons();
}

void ModelDialog::say(const QString& sentence, bool isWarning)
{
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
    m_state->setProperty("warning", isWarning);
    m_state->style()->unpolish(m_state);
    m_state->style()->polish(m_state);
}

void ModelDialog::tryModel()
{
    acceptModel(m_card);
    m_busy = true;
    say(tr("The model is being loaded and tried…"), false);
    m_trial.tryOn(m_card, m_picture);
    updateButtons();
}

void ModelDialog::useModel()
{
    acceptModel(m_card);
    Q_EMIT modelChosen(m_card.path);
    accept();
}

void ModelDialog::updateButtons()
{
    const bool known = !m_card.name.isEmpty();
    const bool mayRun = known && m_trust->isChecked() && !m_busy;
    m_trust->setEnabled(known && !m_busy && !isAcceptedModel(m_card));
    m_try->setEnabled(mayRun && m_picture);
    m_use->setEnabled(mayRun);
}

}  // namespace sheen
