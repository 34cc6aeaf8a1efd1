#include "ui/telemetry/telemetry_panel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

#include "field_table.h"
#include "field_table_model.h"
#include "flight_settings_page.h"
#include "mark_legend.h"
#include "track/track.h"
#include "track_plot.h"
#include "ui/session/shown_frame.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/notation.h"
#include "ui/widgets/time_text.h"

namespace sheen {

namespace {

constexpr int widthForBothSides = 1000;  // from here on frame and plot stand side by side
constexpr int warningMilliseconds = 12000;

bool isOf(const Correction& correction, int frame, OverlayField field)
{
    return correction.frame == frame && correction.field == field;
}

TrackSettings without(TrackSettings settings, int frame, OverlayField field)
{
    auto& corrections = settings.corrections;
    corrections.erase(
        std::remove_if(corrections.begin(), corrections.end(),
                       [&](const Correction& correction) { return isOf(correction, frame, field); }),
        corrections.end());
    return settings;
}

QStringList sensorsOf(const std::vector<FrameRecord>& frames)
{
    QStringList sensors;
    for (const FrameRecord& record : frames) {
        const QString& sensor = record.telemetry.sensor;
        if (!sensor.isEmpty() && !sensors.contains(sensor))
            sensors << sensor;
    }
    sensors.sort();
    return sensors;
}

/** While a flight runs, what it is made of stays. */
bool canCorrect(const Session& session)
{
    return !session.isRunning();
}

}  // namespace

TelemetryPanel::TelemetryPanel(Session* session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_states(new QStackedWidget),
      m_sides(new QSplitter(Qt::Horizontal)),
      m_tabs(new QTabWidget),
      m_table(new FieldTable),
      m_plot(new TrackPlot),
      m_settings(new FlightSettingsPage)
{
    setObjectName(QStringLiteral("telemetryPanel"));
    auto* hint = new QLabel(tr("What is read of each frame appears here once a flight is open."));
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    hint->setProperty("hint", true);

    m_plotPage = makePlotPage();
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeFramePage(), tr("This Frame"));
    m_tabs->addTab(m_plotPage, tr("Over Time"));
    m_tabs->addTab(m_settings, tr("Flight Settings"));
    m_sides->addWidget(m_tabs);
    m_sides->setChildrenCollapsible(false);
    m_states->addWidget(hint);
    m_states->addWidget(m_sides);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_states);
    connect(m_settings, &FlightSettingsPage::edited, this, &TelemetryPanel::apply);
    connect(m_settings, &FlightSettingsPage::frameChosen, this, &TelemetryPanel::frameChosen);
    connectSession();
}

QWidget* TelemetryPanel::makeFramePage()
{
    m_heading = new QLabel;
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setObjectName(QStringLiteral("telemetryHeading"));
    m_heading->setMinimumWidth(40);
    m_note = new QLabel;
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("hint", true);
    m_note->setWordWrap(true);
    m_warning = new QLabel;
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setObjectName(QStringLiteral("telemetryWarning"));
    m_warning->setProperty("warning", true);
    m_warning->setWordWrap(true);
    m_warning->hide();
    m_warningTime = new QTimer(this);
    m_warningTime->setSingleShot(true);
    m_warningTime->setInterval(warningMilliseconds);
    connect(m_warningTime, &QTimer::timeout, m_warning, &QWidget::hide);

    auto* page = new QWidget;
    auto* row = new QHBoxLayout;
    row->setSpacing(2);
    row->addWidget(m_heading, 1);
    for (QAction* action : m_table->corrections()) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        row->addWidget(button);
    }
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(4, 2, 4, 4);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_note);
    column->addWidget(m_warning);
    column->addWidget(m_table, 1);

    FieldTableModel* fields = m_table->fields();
    connect(fields, &FieldTableModel::corrected, this, &TelemetryPanel::correct);
    connect(fields, &FieldTableModel::refused, this, &TelemetryPanel::say);
    connect(m_table, &FieldTable::strikeOutWanted, this, [this, fields](int rowNumber) {
        correct({fields->frame(), fields->fieldAt(rowNumber), std::nullopt, QString()});
    });
    connect(m_table, &FieldTable::takeBackWanted, this,
            [this, fields](int rowNumber) { takeBack(fields->frame(), fields->fieldAt(rowNumber)); });
    connect(m_table, &FieldTable::rowSelected, this, [this, fields](int rowNumber) {
        if (const auto quantity = quantityOf(fields->fieldAt(rowNumber)))
            m_quantity->setCurrentIndex(m_quantity->findData(int(*quantity)));
    });
    return page;
}

QWidget* TelemetryPanel::makePlotPage()
{
    m_quantity = new QComboBox;
    m_quantity->setObjectName(QStringLiteral("plotQuantity"));
    m_quantity->setToolTip(tr("What is drawn over time"));
    for (int i = 0; i < trackQuantityCount; ++i)
        m_quantity->addItem(quantityName(TrackQuantity(i)), i);
    m_quantity->setCurrentIndex(int(TrackQuantity::Height));

    auto* page = new QWidget;
    auto* row = new QHBoxLayout;
    row->addWidget(m_quantity);
    row->addWidget(new MarkLegend, 1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(4, 2, 4, 4);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_plot, 1);
    refreshPlot();
    connect(m_quantity, qOverload<int>(&QComboBox::currentIndexChanged), this, &TelemetryPanel::refreshPlot);
    connect(m_plot, &TrackPlot::frameChosen, this, &TelemetryPanel::frameChosen);
    return page;
}

void TelemetryPanel::connectSession()
{
    connect(&Notation::current(), &Notation::changed, this, [this] {
        if (m_states->currentIndex() == 1)
            showRecord(m_shown);
    });
    connect(m_session, &Session::flightOpened, this, &TelemetryPanel::showPreview);
    connect(m_session, &Session::workspaceOpened, this, [this] {
        m_states->setCurrentIndex(1);
        m_table->fields()->clear();
        takeFrames();
        m_plot->showAll();
    });
    connect(m_session, &Session::runStarted, this, [this] {
        m_states->setCurrentIndex(1);
        m_table->fields()->clear();
        takeFrames();
    });
    connect(m_session, &Session::trackSettingsChanged, this, [this] {
        if (isVisible())
            refreshSettings();
        else
            m_stale = true;
    });
    connect(m_session, &Session::framesArrived, this, &TelemetryPanel::takeFrames);
    connect(m_session, &Session::runFinished, this, &TelemetryPanel::takeFrames);
    connect(m_session, &Session::placedAgain, this, &TelemetryPanel::takeFrames);
}

/** Before anything runs: the first frame that could be read, as a track of it alone would have it. */
void TelemetryPanel::showPreview()
{
    const FlightPreview& preview = *m_session->preview();
    m_states->setCurrentIndex(1);
    FrameRecord record;
    record.frame = preview.reading.frame;
    record.timeSeconds = preview.reading.timeSeconds;
    record.pictureSize = preview.info.pictureSize;
    Track track(m_session->trackSettings());
    track.add(preview.reading);
    record.telemetry = track.live();
    const bool same = preview.firstFrame.index == preview.reading.frame;
    m_picture = same ? shownPicture(preview.firstFrame.picture) : QImage();
    showRecord(record);
    takeFrames();
}

void TelemetryPanel::showFrame(const FrameRecord& record, const QImage& picture)
{
    m_picture = picture;
    m_states->setCurrentIndex(1);
    showRecord(record);
}

void TelemetryPanel::showRecord(const FrameRecord& record)
{
    m_shown = record;
    m_shown.telemetry.reading.frame = record.frame;
    m_table->fields()->setEditable(canCorrect(*m_session));
    m_table->fields()->show(m_shown.telemetry, m_session->trackSettings(), m_picture,
                            QSize(record.pictureSize.width, record.pictureSize.height));
    m_table->refresh();
    m_plot->setCurrentFrame(record.frame);
    showHeading();
}

void TelemetryPanel::showHeading()
{
    const TelemetryReading& reading = m_shown.telemetry.reading;
    QString source = tr("no telemetry in this frame");
    QString note;
    if (reading.source == Quality::Read) {
        source = tr("read from the overlay");
        if (m_picture.isNull() && !m_session->flight())
            note = tr("The recording is not at hand, so what was read cannot be shown in its picture.");
    } else if (reading.source == Quality::Klv) {
        source = tr("from KLV or a table, so there is nothing to see in the picture");
    }
    m_heading->setText(
        QStringList{tr("Frame %1").arg(m_shown.frame), recordingTime(m_shown.timeSeconds), source}.join(
            QStringLiteral("  ·  ")));
    m_heading->setToolTip(asPlainText(m_heading->text()));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void TelemetryPanel::takeFrames()
{
    m_stale = true;
    if (!isVisible())
        return;
    m_stale = false;
    const std::vector<FrameRecord>& frames = m_session->frames();
    const auto shown =
        std::lower_bound(frames.begin(), frames.end(), m_shown.frame,
                         [](const FrameRecord& record, int frame) { return record.frame < frame; });
    const bool found = shown != frames.end() && shown->frame == m_shown.frame;
    if (found && !m_table->fields()->isEmpty())
        showRecord(*shown);
    refreshPlot();
    refreshSettings();
}

void TelemetryPanel::refreshPlot()
{
    const auto quantity = TrackQuantity(m_quantity->currentData().toInt());
    TrackSeries series = trackSeries(quantity, m_session->frames(), m_session->trackSettings());
    const bool known = std::any_of(series.samples.begin(), series.samples.end(),
                                   [](const TrackSample& sample) { return sample.value || sample.seen; });
    m_plot->setHint(series.samples.empty() ? tr("The plot appears as soon as frames are run.")
                                           : tr("Nothing is known of this in the flight."));
    if (!known)
        series.samples.clear();
    m_plot->setSeries(std::move(series));
}

void TelemetryPanel::refreshSettings()
{
    const TrackSettings& settings = m_session->trackSettings();
    QStringList sensors = sensorsOf(m_session->frames());
    if (sensors.isEmpty() && m_session->preview()) {
        const QString sensor = m_session->preview()->reading[OverlayField::Sensor].text;
        if (!sensor.isEmpty())
            sensors << sensor;
    }
    m_settings->showSettings(settings, sensors, canCorrect(*m_session));
    m_settings->showMotion(m_session->facts().motionChecks,
                           !m_session->frames().empty() && !m_session->isRunning(), canCorrect(*m_session));
}

void TelemetryPanel::correct(const Correction& correction)
{
    TrackSettings settings = without(m_session->trackSettings(), correction.frame, correction.field);
    settings.corrections.push_back(correction);
    apply(settings);
}

void TelemetryPanel::takeBack(int frame, OverlayField field)
{
    apply(without(m_session->trackSettings(), frame, field));
}

void TelemetryPanel::apply(const TrackSettings& settings)
{
    m_warning->hide();
    m_session->setTrackSettings(settings);
    if (m_session->frames().empty() && m_session->preview())
        showPreview();
    else
        takeFrames();  // also where it was refused: the form shows what holds
}

void TelemetryPanel::say(const QString& sentence)
{
    m_warning->setText(sentence);
    m_warning->show();
    m_warningTime->start();
}

void TelemetryPanel::arrange()
{
    const bool both = width() >= widthForBothSides;
    const bool areBoth = m_sides->indexOf(m_plotPage) >= 0;
    if (both == areBoth)
        return;
    if (both) {
        m_sides->addWidget(m_plotPage);
        m_plotPage->show();
    } else {
        m_tabs->insertTab(1, m_plotPage, tr("Over Time"));
    }
}

void TelemetryPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TelemetryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        takeFrames();
}

}  // namespace sheen
