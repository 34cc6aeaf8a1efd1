#include "ui/review/slick_panel.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPixmap>
#include <QPoint>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "data/class_names.h"
#include "share_bar.h"
#include "slick_text.h"
#include "ui/session/slick_store.h"
#include "ui/widgets/notation.h"
#include "ui/widgets/position_text.h"

namespace sheen {

namespace {

constexpr int pictureHeight = 180;
constexpr int smallestWidth = 240;

/** "2026-06-07 09:20:04 – 09:21:40 UTC · EOW"; empty where neither is known. */
QString seenText(const Slick& slick)
{
    QStringList parts;
    if (slick.firstUtc.isValid()) {
        const QString first = slick.firstUtc.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        const QString last = slick.lastUtc.toUTC().toString(QStringLiteral("HH:mm:ss"));
        parts << (slick.firstUtc == slick.lastUtc ? QStringLiteral("%1 UTC").arg(first)
                                                  : QStringLiteral("%1 – %2 UTC").arg(first, last));
    }
    if (!slick.sensors.isEmpty())
        parts << slick.sensors.join(QStringLiteral(", "));
    return parts.join(QStringLiteral(" · "));
}

QString reviewerText(const Slick& slick)
{
    if (slick.reviewer.isEmpty() && !slick.reviewedUtc.isValid())
        return QStringLiteral("–");
    return QStringLiteral("%1, %2 UTC")
        .arg(slick.reviewer, slick.reviewedUtc.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

QString colouredName(const QColor& colour, const QString& name)
{
    return QStringLiteral("<span style='color:%1'>■</span> %2").arg(colour.name(), name.toHtmlEscaped());
}

}  // namespace

SlickPanel::SlickPanel(SlickStore* store, QWidget* parent) : QWidget(parent), m_store(store)
{
    m_hint = new QLabel(tr("Select a slick on the map or in the table to see what is known of it."));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setMargin(16);
    m_hint->setForegroundRole(QPalette::PlaceholderText);

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeFacts());

    m_pages = new QStackedLayout(this);
    m_pages->addWidget(m_hint);
    m_pages->addWidget(scroll);

    connect(m_store, &SlickStore::reset, this, &SlickPanel::showSelection);
    connect(m_store, &SlickStore::selectionChanged, this, &SlickPanel::showSelection);
    connect(m_store, &SlickStore::changed, this, &SlickPanel::showSelection);
    connect(&Notation::current(), &Notation::changed, this, &SlickPanel::showSelection);
    showSelection();
}

SlickPanel::~SlickPanel() = default;

QLabel* SlickPanel::addFact(const QString& name)
{
    auto* value = new QLabel;
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* label = new QLabel(name);
    const int row = m_facts->rowCount();
    m_facts->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_facts->addWidget(value, row, 1, Qt::AlignTop);
    m_names[value] = label;
    return value;
}

QWidget* SlickPanel::makeFacts()
{
    m_page = new QWidget;
    auto* layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(8, 8, 8, 8);

    m_title = new QLabel;
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    m_title->setObjectName(QStringLiteral("title"));
    layout->addWidget(m_title);

    m_picture = new QLabel;
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setFixedHeight(pictureHeight);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_picture->setFrameShape(QFrame::StyledPanel);
    m_picture->setCursor(Qt::PointingHandCursor);
    m_picture->setToolTip(tr("The frame in which most of the slick is seen; a click shows it in full"));
    m_picture->installEventFilter(this);
    layout->addWidget(m_picture);

    auto* frames = new QHBoxLayout;
    const auto addFrameButton = [&](const QString& tip) {
        auto* button = new QPushButton;
        button->setToolTip(tip);
        frames->addWidget(button);
        connect(button, &QPushButton::clicked, this,
                [this, button] { Q_EMIT showFrame(button->property("frame").toInt()); });
        return button;
    };
    m_firstFrame = addFrameButton(tr("Shows the first frame in which the slick is seen"));
    m_bestFrame = addFrameButton(tr("Shows the frame in which most of the slick is seen"));
    m_lastFrame = addFrameButton(tr("Shows the last frame in which the slick is seen"));
    layout->addLayout(frames);

    // A grid: a QFormLayout of Qt 6.4 writes past its rows when some of them are hidden.
    m_facts = new QGridLayout;
    m_facts->setVerticalSpacing(4);
    m_facts->setColumnStretch(1, 1);
    m_size = addFact(tr("Length × width"));
    m_direction = addFact(tr("Direction"));
    m_overall = addFact(tr("Overall area"));
    m_coverage = addFact(tr("Coverage"));
    m_area = addFact(tr("Oiled area"));
    m_bar = new ShareBar;
    m_facts->addWidget(m_bar, m_facts->rowCount(), 0, 1, 2);
    m_shares = addFact(tr("Codes"));
    m_volume = addFact(tr("Volume"));
    m_chosenArea = addFact(tr("Selected area"));
    m_confidence = addFact(tr("Confidence"));
    m_position = addFact(tr("Position"));
    m_positionError = addFact(tr("Position error"));
    m_frames = addFact(tr("Seen in frames"));
    m_seen = addFact(tr("Seen at"));
    m_decision = addFact(tr("Decision"));
    makeChoices();
    m_origin = addFact(tr("Origin"));
    m_reviewer = addFact(tr("Reviewed by"));
    m_note = addFact(tr("Note"));
    m_reviewer->setTextFormat(Qt::PlainText);
    m_note->setTextFormat(Qt::PlainText);
    m_volume->setObjectName(QStringLiteral("volume"));
    m_decision->setObjectName(QStringLiteral("decision"));
    m_chosenArea->setObjectName(QStringLiteral("chosenArea"));
    layout->addLayout(m_facts);

    m_buttons = new QHBoxLayout;
    m_iconButtons = new QHBoxLayout;
    layout->addLayout(m_buttons);
    layout->addLayout(m_iconButtons);
    layout->addStretch(1);
    return m_page;
}

void SlickPanel::addChoice(const QString& name, QComboBox* box)
{
    auto* label = new QLabel(name);
    const int row = m_facts->rowCount();
    m_facts->addWidget(label, row, 0, Qt::AlignVCenter | Qt::AlignLeft);
    m_facts->addWidget(box, row, 1);
    m_names[box] = label;
}

void SlickPanel::makeChoices()
{
    m_takenFor = new QComboBox;
    m_takenFor->setObjectName(QStringLiteral("takenFor"));
    for (const TakenFor takenFor : {TakenFor::Oil, TakenFor::OtherSubstance, TakenFor::Unknown})
        m_takenFor->addItem(takenForText(takenFor, LookAlike::Unsaid),
                            QPoint(static_cast<int>(takenFor), static_cast<int>(LookAlike::Unsaid)));
    for (const LookAlike kind : {LookAlike::Unsaid, LookAlike::Algae, LookAlike::Wake, LookAlike::Shadow,
                                 LookAlike::Calm, LookAlike::Sediment, LookAlike::Ice, LookAlike::Other})
        m_takenFor->addItem(takenForText(TakenFor::LookAlike, kind),
                            QPoint(static_cast<int>(TakenFor::LookAlike), static_cast<int>(kind)));
    addChoice(tr("Taken for"), m_takenFor);
    connect(m_takenFor, QOverload<int>::of(&QComboBox::activated), this, [this](int row) {
        const QPoint chosen = m_takenFor->itemData(row).toPoint();
        m_store->setTakenFor(m_store->selection(), static_cast<TakenFor>(chosen.x()),
                             static_cast<LookAlike>(chosen.y()));
    });

    m_form = new QComboBox;
    m_form->setObjectName(QStringLiteral("form"));
    m_form->addItem(QString());
    for (const SlickForm form :
         {SlickForm::Continuous, SlickForm::Patches, SlickForm::Streamers, SlickForm::Windrows})
        m_form->addItem(formText(form), static_cast<int>(form));
    addChoice(tr("Form"), m_form);
    connect(m_form, QOverload<int>::of(&QComboBox::activated), this, [this](int row) {
        const QVariant chosen = m_form->itemData(row);
        m_store->setForm(m_store->selection(), chosen.isValid()
                                                   ? std::optional(static_cast<SlickForm>(chosen.toInt()))
                                                   : std::nullopt);
    });
}

void SlickPanel::setActions(const QList<QAction*>& actions)
{
    for (QHBoxLayout* row : {m_buttons, m_iconButtons}) {
        while (QLayoutItem* item = row->takeAt(0)) {
            delete item->widget();
            delete item;
        }
    }
    for (QAction* action : actions) {
        const bool iconAlone = action->priority() == QAction::LowPriority;
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setToolButtonStyle(iconAlone ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        (iconAlone ? m_iconButtons : m_buttons)->addWidget(button);
    }
}

void SlickPanel::showSelection()
{
    const SlickStore::Ids selection = m_store->selection();
    for (QWidget* fact :
         std::initializer_list<QWidget*>{m_size, m_direction, m_overall, m_coverage, m_area, m_shares,
                                         m_confidence, m_position, m_positionError, m_frames, m_seen,
                                         m_decision, m_takenFor, m_form, m_origin, m_reviewer, m_note}) {
        fact->setVisible(selection.size() == 1);
        m_names[fact]->setVisible(selection.size() == 1);
    }
    m_bar->setVisible(selection.size() == 1);
    const Slick* slick = selection.size() == 1 ? m_store->find(*selection.begin()) : nullptr;
    const bool area = slick && m_store->selectedArea();
    m_chosenArea->setVisible(area);
    m_names[m_chosenArea]->setVisible(area);
    m_pages->setCurrentIndex(selection.empty() ? 0 : 1);
    if (slick)
        showOne(*slick);
    else
        showMany();
    // Wide enough for its widest part: nothing is cut off at the right.
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    setMinimumWidth(std::max(smallestWidth, m_page->minimumSizeHint().width() + scrollBar));
}

void SlickPanel::showOne(const Slick& slick)
{
    const SlickMeasures& measures = slick.measures;
    m_title->setText(tr("Slick %1").arg(slick.id));
    m_size->setText(sizeText(measures));
    m_direction->setText(tr("%1° true").arg(measures.orientationDegrees, 0, 'f', 0));
    m_overall->setText(areaText(measures.overallSquareMetres));
    m_coverage->setText(QStringLiteral("%1 %").arg(qRound(measures.coveragePercent)));
    m_area->setText(
        measures.unseenSquareMetres > 0
            ? tr("%1, of which %2 was not seen").arg(oiledText(slick), areaText(measures.unseenSquareMetres))
            : oiledText(slick));
    m_bar->setMeasures(measures, m_store->card(), slick.areas);
    m_shares->setText(measures.minimumVolumeCubicMetres ? sharesText(measures)
                                                        : tr("unknown: set them with the keys 1 to 5"));
    m_names[m_volume]->setText(tr("Volume"));
    m_volume->setText(volumeText(slick));
    showArea(slick);
    m_confidence->setText(confidenceText(slick.confidence, slick.origin));
    m_position->setText(positionText(measures.inside.latitudeDegrees, measures.inside.longitudeDegrees));
    m_positionError->setText(positionErrorText(slick));
    m_frames->setText(framesText(slick.seen));
    const QString seen = seenText(slick);
    m_seen->setText(seen.isEmpty() ? QStringLiteral("–") : seen);
    m_decision->setText(decisionText(slick.decision));
    m_decision->setToolTip(decisionTip(slick.decision));
    showChoices(slick);
    m_origin->setText(originText(slick.origin));
    m_reviewer->setText(reviewerText(slick));
    m_note->setText(slick.note.isEmpty() ? QStringLiteral("–") : slick.note);

    const auto setFrame = [](QPushButton* button, const QString& text, int frame) {
        button->setText(text.arg(frame));
        button->setProperty("frame", frame);
        button->setVisible(frame >= 0);
    };
    setFrame(m_firstFrame, tr("First: %1"), slick.seen.firstFrame);
    setFrame(m_bestFrame, tr("Best: %1"), slick.seen.bestFrame);
    setFrame(m_lastFrame, tr("Last: %1"), slick.seen.lastFrame);
    wantFrame(slick.seen.bestFrame);
}

void SlickPanel::showArea(const Slick& slick)
{
    const std::optional<std::size_t> chosen = m_store->selectedArea();
    if (!chosen || *chosen >= slick.areas.size())
        return;
    const AppearanceArea& area = slick.areas[*chosen];
    QStringList parts{colouredName(colourOfArea(m_store->card(), area), shownClassName(area.className)),
                      codeText(area.code), areaText(area.areaSquareMetres),
                      volumeText(area.minimumVolumeCubicMetres(), area.maximumVolumeCubicMetres())};
    if (area.unseenSquareMetres > 0)
        parts << tr("%1 of it was not seen").arg(areaText(area.unseenSquareMetres));
    m_chosenArea->setText(parts.join(QStringLiteral(" · ")));
}

void SlickPanel::showChoices(const Slick& slick)
{
    const QPoint taken(static_cast<int>(slick.takenFor), static_cast<int>(slick.lookAlike));
    for (int row = 0; row < m_takenFor->count(); ++row) {
        if (m_takenFor->itemData(row).toPoint() == taken)
            m_takenFor->setCurrentIndex(row);
    }
    m_form->setItemText(0, tr("%1 (proposed)").arg(formText(slick.measures.proposedForm)));
    m_form->setCurrentIndex(slick.form ? m_form->findData(static_cast<int>(*slick.form)) : 0);
}

void SlickPanel::showMany()
{
    DecisionTotals totals;
    for (std::int64_t id : m_store->selection()) {
        if (const Slick* slick = m_store->find(id))
            totals.add(*slick);
    }
    m_title->setText(tr("%1 slicks selected").arg(m_store->selection().size()));
    m_names[m_volume]->setText(tr("Sums"));
    m_volume->setText(totalsText(totals));  // accepted, undecided and rejected apart
    for (QPushButton* button : {m_firstFrame, m_bestFrame, m_lastFrame})
        button->hide();
    wantFrame(-1);
}

void SlickPanel::wantFrame(int frame)
{
    m_picture->setVisible(frame >= 0);
    if (frame == m_wantedFrame)
        return;
    m_wantedFrame = frame;
    m_image = {};
    m_picture->setPixmap({});
    m_picture->setText(tr("Frame %1").arg(frame));
    if (frame >= 0)
        Q_EMIT pictureWanted(frame);
}

void SlickPanel::setPicture(int frame, const QImage& picture)
{
    if (frame != m_wantedFrame || picture.isNull())
        return;
    m_image = picture;
    scalePicture();
}

void SlickPanel::scalePicture()
{
    if (m_image.isNull())
        return;
    const QSize room = m_picture->contentsRect().size();
    m_picture->setPixmap(
        QPixmap::fromImage(m_image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
}

bool SlickPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_picture && event->type() == QEvent::Resize)
        scalePicture();
    if (watched == m_picture && event->type() == QEvent::MouseButtonRelease && m_wantedFrame >= 0)
        Q_EMIT showFrame(m_wantedFrame);
    return QWidget::eventFilter(watched, event);
}

}  // namespace sheen
