#include "ui/review/slick_panel.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPixmap>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "geo/geodesy.h"
#include "ogr/ground_geometry.h"
#include "slick_text.h"
#include "ui/session/slick_store.h"

namespace sheen {

namespace {

constexpr int pictureHeight = 180;
constexpr int smallestWidth = 240;

QString angleText(double degrees, const QString& positive, const QString& negative)
{
    return QStringLiteral("%1°\u00a0%2")
        .arg(std::abs(degrees), 0, 'f', 5)
        .arg(degrees < 0 ? negative : positive);
}

QString positionText(const Slick& slick)
{
    const GroundPoint inside = pointInside(slick.outline);
    const double longitude = longitudeNear(inside.longitudeDegrees, 0);
    return angleText(inside.latitudeDegrees, SlickPanel::tr("N"), SlickPanel::tr("S")) +
           QStringLiteral(", ") + angleText(longitude, SlickPanel::tr("E"), SlickPanel::tr("W"));
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
    m_class = addFact(tr("Class"));
    m_code = addFact(tr("Code"));
    m_area = addFact(tr("Area"));
    m_volume = addFact(tr("Volume"));
    m_confidence = addFact(tr("Confidence"));
    m_position = addFact(tr("Position"));
    m_positionError = addFact(tr("Position error"));
    m_frames = addFact(tr("Seen in frames"));
    m_status = addFact(tr("Decision"));
    m_note = addFact(tr("Note"));
    m_note->setTextFormat(Qt::PlainText);
    m_volume->setObjectName(QStringLiteral("volume"));
    m_status->setObjectName(QStringLiteral("status"));
    layout->addLayout(m_facts);

    m_buttons = new QHBoxLayout;
    m_iconButtons = new QHBoxLayout;
    layout->addLayout(m_buttons);
    layout->addLayout(m_iconButtons);
    layout->addStretch(1);
    return m_page;
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
    for (QLabel* label :
         {m_class, m_code, m_confidence, m_position, m_positionError, m_frames, m_status, m_note}) {
        label->setVisible(selection.size() == 1);
        m_names[label]->setVisible(selection.size() == 1);
    }
    const Slick* slick = selection.size() == 1 ? m_store->find(*selection.begin()) : nullptr;
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
    m_title->setText(tr("Slick %1").arg(slick.id));
    m_class->setText(colouredName(colourOfClass(m_store->card(), slick.classValue), slick.className));
    m_code->setText(slick.code == 0 ? tr("unknown: set it with the keys 1 to 5") : codeText(slick.code));
    m_area->setText(areaText(slick));
    m_volume->setText(volumeText(slick));
    m_confidence->setText(slick.status == SlickStatus::Drawn
                              ? tr("drawn by the analyst")
                              : QStringLiteral("%1 %").arg(qRound(slick.confidence * 100)));
    m_position->setText(positionText(slick));
    m_positionError->setText(positionErrorText(slick));
    m_frames->setText(framesText(slick));
    m_status->setText(statusText(slick.status));
    m_status->setToolTip(sheen::statusTip(slick.status));
    m_note->setText(slick.note.isEmpty() ? QStringLiteral("–") : slick.note);

    const auto setFrame = [](QPushButton* button, const QString& text, int frame) {
        button->setText(text.arg(frame));
        button->setProperty("frame", frame);
        button->setVisible(frame >= 0);
    };
    setFrame(m_firstFrame, tr("First: %1"), slick.firstFrame);
    setFrame(m_bestFrame, tr("Best: %1"), slick.bestFrame);
    setFrame(m_lastFrame, tr("Last: %1"), slick.lastFrame);
    wantFrame(slick.bestFrame);
}

void SlickPanel::showMany()
{
    SlickTotals totals;
    for (std::int64_t id : m_store->selection()) {
        if (const Slick* slick = m_store->find(id))
            totals.add(*slick);
    }
    m_title->setText(tr("%1 slicks selected").arg(m_store->selection().size()));
    m_area->setText(areaText(totals.areaSquareMetres));
    m_volume->setText(totalVolumeText(totals));
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
