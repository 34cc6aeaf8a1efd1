#include "flight_panel.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include "actions.h"
#include "run_settings_form.h"
#include "telemetry_text.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/timeline.h"
#include "ui/session/session.h"
#include "ui/session/shown_frame.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/notation.h"
#include "ui/widgets/vertical_scroll.h"

namespace sheen {

namespace {

QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("heading", true);
    return label;
}

QLabel* wrapped()
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/** A button that does what an action does and shows whether it can be done. */
QPushButton* buttonFor(QAction* action)
{
    auto* button = new QPushButton(action->icon(), action->text());
    button->setToolTip(action->toolTip());
    button->setEnabled(action->isEnabled());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button,
                     [button, action] { button->setEnabled(action->isEnabled()); });
    return button;
}

}  // namespace

FlightPanel::FlightPanel(Session* session, const WindowActions& actions, QWidget* parent)
    : QWidget(parent), m_session(session), m_pages(new QStackedWidget), m_hint(wrapped())
{
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setMargin(20);
    m_hint->setProperty("hint", true);
    m_pages->addWidget(m_hint);
    m_pages->addWidget(verticallyScrolled(makeContent(actions)));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);

    connect(session, &Session::modelLoaded, this, &FlightPanel::showModel);
    connect(session, &Session::deviceChanged, this, &FlightPanel::showModel);
    connect(session, &Session::opening, this, [this](const QString& path) {
        if (m_pages->currentIndex() == 0)
            m_hint->setText(tr("Opening %1…").arg(QFileInfo(path).fileName()));
    });
    for (auto signal :
         {&Session::flightOpened, &Session::previewChanged, &Session::workspaceOpened, &Session::runStarted})
        connect(session, signal, this, &FlightPanel::refresh);
    connect(session, &Session::openFailed, this, &FlightPanel::refresh);
    connect(&Notation::current(), &Notation::changed, this, &FlightPanel::refresh);
    connect(session, &Session::failed, this, &FlightPanel::showModel);
    connect(session, &Session::runFinished, this, &FlightPanel::refresh);
    refresh();
}

QWidget* FlightPanel::makeContent(const WindowActions& actions)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(10, 8, 10, 10);
    column->setSpacing(6);
    m_picture = new QLabel;
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumHeight(60);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_picture->installEventFilter(this);
    m_name = heading(QString());
    m_name->setWordWrap(true);
    m_facts = wrapped();
    m_telemetryState = wrapped();
    m_fields = new QTableWidget(0, 2);
    m_fields->setObjectName(QStringLiteral("telemetryFields"));
    m_fields->horizontalHeader()->hide();
    m_fields->verticalHeader()->hide();
    m_fields->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_fields->horizontalHeader()->setStretchLastSection(true);
    m_fields->verticalHeader()->setDefaultSectionSize(m_fields->fontMetrics().height() + 5);
    m_fields->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_fields->setSelectionMode(QAbstractItemView::NoSelection);
    m_fields->setFocusPolicy(Qt::NoFocus);
    m_fields->setShowGrid(false);
    m_fields->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_model = wrapped();
    m_warning = wrapped();
    m_warning->setProperty("warning", true);
    m_settings = new RunSettingsForm(m_session, actions.overlayLayout);
    m_resultsPath = wrapped();
    m_resultsPath->setProperty("hint", true);
    m_run = buttonFor(actions.run);
    m_run->setObjectName(QStringLiteral("runButton"));
    m_run->setIcon(QIcon());  // green on the button's blue is not seen well
    m_cancel = buttonFor(actions.cancel);

    column->addWidget(m_picture);
    column->addWidget(m_name);
    column->addWidget(m_facts);
    column->addSpacing(4);
    column->addWidget(heading(tr("Run")));
    column->addWidget(m_settings);
    column->addWidget(m_run);
    column->addWidget(m_cancel);
    column->addWidget(m_resultsPath);
    column->addSpacing(4);
    column->addWidget(heading(tr("Model")));
    column->addWidget(m_model);
    column->addWidget(m_warning);
    column->addSpacing(4);
    column->addWidget(heading(tr("Telemetry")));
    column->addWidget(m_telemetryState);
    column->addWidget(m_fields);
    column->addStretch(1);
    return content;
}

void FlightPanel::refresh()
{
    const bool something = m_session->preview() || m_session->workspace();
    m_pages->setCurrentIndex(something ? 1 : 0);
    m_hint->setText(
        tr("No flight is open.\n\nOpen a video or a folder of frames with File > Open, or drop it on the "
           "window."));
    if (!something)
        return;
    showFacts();
    showTelemetry();
    showModel();
    showRun();
}

void FlightPanel::showFacts()
{
    const FlightPreview* preview = m_session->preview();
    m_image = preview ? shownPicture(preview->firstFrame.picture) : QImage();
    m_picture->setVisible(!m_image.isNull());
    m_scaledWidth = 0;
    scalePicture();
    if (!preview) {
        m_name->setText(m_session->facts().flightName);
        m_facts->setText(tr("The recording is not at hand; its results are shown."));
        return;
    }
    m_name->setText(preview->info.name);
    m_name->setToolTip(asPlainText(QDir::toNativeSeparators(preview->info.path)));
    m_facts->setText(flightFacts(preview->info));
}

void FlightPanel::showTelemetry()
{
    const FlightPreview* preview = m_session->preview();
    m_fields->setRowCount(0);
    if (m_session->workspace()) {
        const RunFacts& facts = m_session->facts();
        const QStringList sentences{
            tr("%1 of %2 frames have a place on the map.").arg(facts.framesPlaced).arg(facts.framesDone)};
        m_telemetryState->setText((sentences + sentencesOf(facts.notices)).join(QLatin1Char(' ')));
    } else if (preview) {
        m_telemetryState->setText(telemetrySummary(*preview));
        for (const auto& [name, value] : telemetryFields(preview->reading)) {
            const int row = m_fields->rowCount();
            m_fields->insertRow(row);
            auto* nameItem = new QTableWidgetItem(name);
            nameItem->setForeground(QColor(0x5b, 0x6a, 0x73));
            m_fields->setItem(row, 0, nameItem);
            m_fields->setItem(row, 1, new QTableWidgetItem(value));
        }
    }
    m_fields->setVisible(m_fields->rowCount() > 0);
    m_fields->setFixedHeight(m_fields->rowCount() * m_fields->verticalHeader()->defaultSectionSize() + 4);
}

void FlightPanel::showModel()
{
    const ModelCard* card = m_session->model();
    m_warning->hide();
    if (!card) {
        m_model->setText(m_session->isLoadingModel() ? tr("The model is being loaded…")
                                                     : tr("No model is loaded."));
        return;
    }
    QStringList lines{
        card->version.isEmpty() ? card->name : QStringLiteral("%1 %2").arg(card->name, card->version),
        m_session->deviceName()};
    if (!card->sensors.isEmpty())
        lines << tr("made for %1").arg(card->sensors.join(QStringLiteral(", ")));
    if (!m_session->mappedClasses().empty())
        lines << tr("classes mapped for this flight");
    m_model->setText(lines.join(QStringLiteral("  ·  ")));
    m_model->setToolTip(asPlainText(card->description));
    const FlightPreview* preview = m_session->preview();
    const QString sensor = preview ? preview->reading[OverlayField::Sensor].text : QString();
    if (!sensor.isEmpty() && !card->sensors.isEmpty() && !card->sensors.contains(sensor)) {
        m_warning->setText(
            tr("The flight was recorded with %1; this model is not made for it, so expect it to be "
               "wrong more often.")
                .arg(sensor));
        m_warning->show();
    }
}

void FlightPanel::showSettings()
{
    m_settings->readSettings();
}

void FlightPanel::showRun()
{
    m_settings->readSettings();
    m_settings->setEnabled(!m_session->isRunning());
    m_cancel->setVisible(m_session->isRunning());
    m_run->setVisible(!m_session->isRunning());
    m_run->setText(m_session->workspace() ? tr("Run Again") : tr("Run"));
}

void FlightPanel::showWorkspacePath(const QString& path)
{
    m_resultsPath->setVisible(!path.isEmpty());
    // Long paths break at their separators.
    QString breakable = QDir::toNativeSeparators(path);
    breakable.replace(QDir::separator(), QString(QDir::separator()) + QChar(0x200B));
    m_resultsPath->setText(tr("Results are kept in %1").arg(breakable));
}

bool FlightPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_picture && event->type() == QEvent::Resize)
        scalePicture();
    return QWidget::eventFilter(watched, event);
}

void FlightPanel::scalePicture()
{
    const double ratio = devicePixelRatioF();
    const int width = int(m_picture->width() * ratio);
    if (m_image.isNull() || m_picture->width() < 10 || width == m_scaledWidth)
        return;
    m_scaledWidth = width;
    QPixmap pixmap = QPixmap::fromImage(m_image.scaledToWidth(width, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_picture->setPixmap(pixmap);
}

}  // namespace sheen
