#include "ui/model/model_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStyle>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <algorithm>

#include "class_table.h"
#include "data/model_classes.h"
#include "detect/accepted_models.h"
#include "ui/model/card_text.h"
#include "ui/session/shown_frame.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

namespace {

constexpr QSize smallest(680, 520);
constexpr QSize smallestPreview(240, 150);
constexpr double maskOpacity = 0.6;

/** Whether the content at this path was another one when it was used last. */
bool hasChangedSinceUsed(const ModelCard& card)
{
    const std::vector<UsedModel> used = usedModels();
    return std::any_of(used.begin(), used.end(), [&card](const UsedModel& one) {
        return one.path == card.path && one.sha256 != card.sha256;
    });
}

QWidget* column(QVBoxLayout*& layout)
{
    auto* widget = new QWidget;
    layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    return widget;
}

}  // namespace

ModelDialog::ModelDialog(const ModelChoice& current, ModelTrial::Source frame, QWidget* parent)
    : QDialog(parent), m_current(current), m_frame(std::move(frame))
{
    setWindowTitle(tr("Choose Model"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeModelRow());
    auto* left = new QSplitter(Qt::Vertical);
    left->setChildrenCollapsible(false);
    left->addWidget(makeCard());
    left->addWidget(makeClasses());
    auto* parts = new QSplitter;
    parts->setChildrenCollapsible(false);
    parts->addWidget(left);
    parts->addWidget(makePreview());
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    layout->addWidget(parts, 1);
    m_trust = new QCheckBox(tr("I trust where this file comes from"));
    m_trust->setObjectName(QStringLiteral("trust"));
    m_trust->setToolTip(
        tr("A model file is a program. Sheen remembers your answer for this very file, by its SHA-256."));
    layout->addWidget(m_trust);
    layout->addWidget(makeButtons());
    connect(m_trust, &QCheckBox::toggled, this, &ModelDialog::updateButtons);
    connect(&m_trial, &ModelTrial::cardRead, this, &ModelDialog::showCard);
    connect(&m_trial, &ModelTrial::tried, this, &ModelDialog::showTrial);
    connect(&m_trial, &ModelTrial::failed, this, &ModelDialog::showFailure);
    setMinimumSize(smallest);
    resize(1040, 680);
    fillModels();
    showModel(current.path.isEmpty() ? shippedModelPath() : current.path);
}

QWidget* ModelDialog::makeModelRow()
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    m_models = new QComboBox;
    m_models->setObjectName(QStringLiteral("models"));
    m_models->setToolTip(tr("The model that is shown: the one that ships with Sheen, or one used before"));
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_models, qOverload<int>(&QComboBox::activated), this,
            [this](int index) { showModel(m_models->itemData(index).toString()); });
    auto* choose = new QPushButton(tr("Choose a &File…"));
    choose->setToolTip(tr("Look at another model file; nothing of it runs yet"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ModelDialog::browse);
    row->addWidget(m_models, 1);
    row->addWidget(choose);
    return widget;
}

QWidget* ModelDialog::makeCard()
{
    m_text = new QTextBrowser;
    m_text->setObjectName(QStringLiteral("card"));
    m_text->setOpenLinks(false);
    m_text->setMinimumSize(260, 80);
    return m_text;
}

QWidget* ModelDialog::makeClasses()
{
    QVBoxLayout* layout = nullptr;
    QWidget* widget = column(layout);
    m_classes = new ClassTable;
    m_classes->setMinimumHeight(120);
    connect(m_classes, &ClassTable::changed, this, [this] {
        paintTrial();
        updateButtons();
    });
    m_codesHold = new QLabel;
    m_codesHold->setTextFormat(Qt::PlainText);
    m_codesHold->setObjectName(QStringLiteral("codesHold"));
    m_codesHold->setWordWrap(true);
    m_codesHold->setProperty("hint", true);
    m_reset = new QPushButton(tr("As in the &Card"));
    m_reset->setObjectName(QStringLiteral("reset"));
    m_reset->setToolTip(tr("Takes back what was changed in the table"));
    m_reset->setAutoDefault(false);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_classes->setClasses(m_card.classes);
        paintTrial();
        updateButtons();
    });
    auto* row = new QHBoxLayout;
    row->addWidget(m_codesHold, 1);
    row->addWidget(m_reset, 0, Qt::AlignTop);
    layout->addWidget(m_classes, 1);
    layout->addLayout(row);
    return widget;
}

QWidget* ModelDialog::makePreview()
{
    QVBoxLayout* layout = nullptr;
    QWidget* widget = column(layout);
    m_preview = new QLabel;
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setWordWrap(true);
    m_preview->setMinimumSize(smallestPreview);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_preview->installEventFilter(this);
    m_state = new QLabel;
    m_state->setTextFormat(Qt::PlainText);
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_preview, 1);
    layout->addWidget(m_state);
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
    m_use->setToolTip(
        tr("Takes the model and its classes as the table shows them for the next runs of this "
           "flight, which remembers them"));
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

void ModelDialog::fillModels()
{
    if (const QString path = shippedModelPath(); !path.isEmpty())
        m_models->addItem(tr("The model that ships with Sheen"), path);
    for (const UsedModel& used : usedModels()) {
        if (QFileInfo(used.path).isFile())
            listModel(used.path, used.name);
    }
}

/** Makes it the current entry of the list, which it may be in already. */
void ModelDialog::listModel(const QString& path, const QString& name)
{
    int index = m_models->findData(path);
    if (index < 0) {
        index = m_models->count();
        m_models->addItem(QString(), path);
        m_models->setItemData(index, asPlainText(QDir::toNativeSeparators(path)), Qt::ToolTipRole);
    }
    const QFileInfo file(path);
    if (!isShippedPath(path)) {
        const QString place = QDir::toNativeSeparators(file.path());
        m_models->setItemText(index, name.isEmpty() ? tr("%1 in %2").arg(file.fileName(), place)
                                                    : tr("%1: %2 in %3").arg(name, file.fileName(), place));
    }
    m_models->setCurrentIndex(index);
}

void ModelDialog::browse()
{
    const QString folder = QFileInfo(m_models->currentData().toString()).absolutePath();
    const QString path = QFileDialog::getOpenFileName(this, tr("Look at a model"), folder,
                                                      tr("Models (*.pt *.pth *.ts *.onnx);;All files (*)"));
    if (!path.isEmpty())
        showModel(path);
}

void ModelDialog::showModel(const QString& path)
{
    m_card = {};
    m_tried = {};
    m_busy = true;
    listModel(QFileInfo(path).absoluteFilePath(), {});
    m_text->clear();
    m_classes->setClasses({});
    m_codesHold->clear();
    m_preview->setText(m_frame ? tr("Try the model to see what it finds in the current frame.")
                               : tr("Open a flight to try the model on one of its frames."));
    say(tr("The card is being read…"), false);
    m_trial.readCard(path);
    updateButtons();
}

void ModelDialog::showCard(const ModelCard& card)
{
    m_card = card;
    m_busy = false;
    listModel(card.path, card.name);
    m_text->setHtml(cardHtml(card));
    const bool isCurrent = card.path == m_current.path && card.sha256 == m_current.sha256;
    m_classes->setClasses(
        withClasses(card, isCurrent ? m_current.classes : std::vector<ModelClass>()).classes);
    if (!card.codeSensors.isEmpty())
        m_codesHold->setText(tr("Codes hold for frames of %1; what other sensors see has none.")
                                 .arg(card.codeSensors.join(QStringLiteral(", "))));
    m_trust->setChecked(isAcceptedModel(card.sha256));
    if (m_trust->isChecked())
        say({}, false);
    else if (hasChangedSinceUsed(card))
        say(tr("This file has changed since you used it. A model file is a program that will run on this "
               "computer: use it only if you trust whoever changed it."),
            true);
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
    m_tried = result;
    paintTrial();
    updateButtons();
}

/** What was found, as the table maps it. */
void ModelDialog::paintTrial()
{
    if (m_tried.picture.isNull())
        return;
    ModelCard card = m_card;
    card.classes = m_classes->classes();
    QImage shown = m_tried.picture;
    QPainter painter(&shown);
    painter.setOpacity(maskOpacity);
    painter.drawImage(0, 0, shownMask(m_tried.classes, maskColours(card)));
    painter.end();
    const QSize space = m_preview->contentsRect().size();
    m_preview->setPixmap(
        QPixmap::fromImage(shown.scaled(space, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    int oil = 0;
    for (const ModelClass& one : card.classes)
        oil += one.oil ? cv::countNonZero(m_tried.classes == one.value) : 0;
    say(tr("Oil on %1 % of the frame; %2 ms on %3.")
            .arg(100.0 * oil / double(m_tried.classes.total()), 0, 'f', 1)
            .arg(m_tried.milliseconds, 0, 'f', 0)
            .arg(m_tried.device),
        false);
}

bool ModelDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_preview && event->type() == QEvent::Resize)
        paintTrial();
    return QDialog::eventFilter(watched, event);
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
    m_trial.tryOn(m_card, m_frame);
    updateButtons();
}

void ModelDialog::useModel()
{
    acceptModel(m_card);
    Q_EMIT modelChosen({m_card.path, m_card.sha256, changedClasses(m_card, m_classes->classes()),
                        isShippedModel(m_card.sha256), m_card.json});
    accept();
}

void ModelDialog::updateButtons()
{
    const bool known = !m_card.name.isEmpty();
    const bool mayRun = known && m_trust->isChecked() && !m_busy;
    m_trust->setEnabled(known && !m_busy && !isAcceptedModel(m_card.sha256));
    m_try->setEnabled(mayRun && m_frame);
    m_use->setEnabled(mayRun);
    m_reset->setEnabled(!changedClasses(m_card, m_classes->classes()).empty());
}

}  // namespace sheen
