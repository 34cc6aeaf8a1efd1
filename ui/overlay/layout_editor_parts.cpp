#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSlider>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include "box_form.h"
#include "field_list.h"
#include "layout_canvas.h"
#include "ui/overlay/layout_editor.h"
#include "ui/widgets/icons.h"

// How the editor is put together.

namespace sheen {

namespace {

QPushButton* pushButton(const char* name, const QString& text, const QString& tip)
{
    auto* button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(tip);
    button->setAutoDefault(false);
    return button;
}

QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    label->setProperty("heading", true);
    return label;
}

}  // namespace

LayoutEditor::LayoutEditor(std::shared_ptr<const Flight> flight, double folderIntervalSeconds,
                           QWidget* parent)
    : QDialog(parent),
      m_probe(new OverlayProbe(std::move(flight), folderIntervalSeconds, this)),
      m_canvas(new LayoutCanvas),
      m_fields(new FieldList),
      m_form(new BoxForm)
{
    setObjectName(QStringLiteral("layoutEditor"));
    setWindowTitle(tr("Overlay Layout – %1").arg(m_probe->info().name));
    setWindowFlags(Qt::Window);
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(150);

    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_canvas, 1);
    column->addLayout(makeFrames());
    auto* splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(makeSide());
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setSizes({840, 400});

    auto* all = new QVBoxLayout(this);
    all->addWidget(splitter, 1);
    all->addLayout(makeButtons());
    resize(1260, 780);
    connectParts();
    connectProbe();
    m_canvas->setHint(tr("Reading the frame…"));
    startFromNothing();
    goToFrame(0);
}

LayoutEditor::~LayoutEditor() = default;

QWidget* LayoutEditor::makeSide()
{
    m_title = heading(QString());
    m_title->setTextFormat(Qt::PlainText);
    m_startMenu = new QMenu(this);
    m_startMenu->setToolTipsVisible(true);
    auto* start = pushButton("startFrom", tr("Start From"),
                             tr("Start from nothing, from a layout that exists, or from a file"));
    start->setMenu(m_startMenu);
    m_undoButton = pushButton("undoLayout", tr("Undo"), tr("Take the last change back (Ctrl+Z)"));
    m_state = new QLabel;
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setProperty("hint", true);
    m_state->setMinimumHeight(m_state->fontMetrics().lineSpacing() * 3);
    m_state->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_problem = new QLabel;
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(QStringLiteral("layoutProblem"));
    m_problem->setWordWrap(true);
    m_problem->setProperty("warning", true);
    m_problem->hide();

    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_undoButton);
    top->addWidget(start);
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(4, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(m_fields, 1);
    column->addWidget(m_state);
    column->addWidget(m_problem);
    column->addWidget(heading(tr("The chosen box")));
    column->addWidget(m_form);
    column->addWidget(heading(tr("Letters")));
    column->addWidget(makeLetters());
    side->setMinimumWidth(330);
    return side;
}

QWidget* LayoutEditor::makeLetters()
{
    m_textHeight = new QDoubleSpinBox;
    m_textHeight->setObjectName(QStringLiteral("textHeight"));
    m_textHeight->setRange(0, 400);
    m_textHeight->setDecimals(1);
    m_textHeight->setSingleStep(0.5);
    m_textHeight->setSpecialValueText(tr("not known"));
    m_textHeight->setSuffix(tr(" px high"));
    m_textHeight->setToolTip(tr("Height of a capital in this picture; right within a third"));
    m_colour = new QComboBox;
    m_colour->setObjectName(QStringLiteral("textColour"));
    for (const auto& [colour, name] :
         {std::pair(LetterColour::White, tr("white")), std::pair(LetterColour::Yellow, tr("yellow, amber")),
          std::pair(LetterColour::Green, tr("green")), std::pair(LetterColour::Cyan, tr("cyan")),
          std::pair(LetterColour::Red, tr("red")), std::pair(LetterColour::Magenta, tr("magenta")),
          std::pair(LetterColour::Blue, tr("blue"))})
        m_colour->addItem(name, int(colour));
    m_colour->setToolTip(tr("Colour of the letters, or of the bright box around dark ones"));
    m_measure =
        pushButton("measureLetters", tr("Measure"), tr("Measure height and colour in the boxes drawn"));
    m_measure->setCheckable(true);
    m_measure->setChecked(true);

    auto* letters = new QWidget;
    auto* row = new QHBoxLayout(letters);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_textHeight, 1);
    row->addWidget(m_colour, 1);
    row->addWidget(m_measure);
    return letters;
}

QLayout* LayoutEditor::makeFrames()
{
    const int last = m_probe->frameCount() - 1;
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setObjectName(QStringLiteral("frameSlider"));
    m_slider->setRange(0, last);
    m_slider->setPageStep(std::max(1, last / 10));
    m_slider->setTracking(false);
    m_slider->setToolTip(tr("Look at other frames of the flight"));
    const auto step = [](const QString& iconName, const QString& tip) {
        auto* button = new QToolButton;
        button->setIcon(icon(iconName));
        button->setAutoRaise(true);
        button->setToolTip(tip);
        return button;
    };
    m_previous = step(QStringLiteral("previous"), tr("Previous frame"));
    m_next = step(QStringLiteral("next"), tr("Next frame"));
    m_frameLabel = new QLabel;
    m_frameLabel->setMinimumWidth(m_frameLabel->fontMetrics().horizontalAdvance(tr("Frame %1").arg(888888)));
    auto* row = new QHBoxLayout;
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_slider, 1);
    row->addWidget(m_frameLabel);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_previous), static_cast<QWidget*>(m_next)})
        widget->setEnabled(last > 0);
    return row;
}

QLayout* LayoutEditor::makeButtons()
{
    m_try =
        pushButton("tryOnFrames", tr("&Try on 10 Frames"),
                   tr("Read ten frames spread over the flight, and tell how often each field can be read"));
    m_export = pushButton("exportLayout", tr("E&xport…"), tr("Write the layout into a file, to share it"));
    m_save = pushButton("saveLayout", tr("&Save…"), tr("Keep the layout under a name (Ctrl+S)"));
    m_take = pushButton("takeProposal", tr("&Take It"),
                        tr("Keep what was found in the pictures as this flight's layout, and close"));
    m_take->hide();
    auto* close = pushButton("closeLayout", tr("Close"), tr("Close the layout"));
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    auto* hint =
        new QLabel(tr("Drag: draw a box.  Wheel: zoom.  Right button: move the picture.  Del: remove."));
    hint->setProperty("hint", true);
    auto* row = new QHBoxLayout;
    row->addWidget(hint, 1);
    hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QPushButton* button : {m_take, m_try, m_export, m_save, close})
        row->addWidget(button);
    return row;
}

void LayoutEditor::connectParts()
{
    connect(m_canvas, &LayoutCanvas::boxDrawn, this, &LayoutEditor::drawBox);
    connect(m_canvas, &LayoutCanvas::boxPlaced, this, &LayoutEditor::placeBox);
    connect(m_canvas, &LayoutCanvas::currentChanged, this, &LayoutEditor::choose);
    connect(m_canvas, &LayoutCanvas::removeWanted, this, &LayoutEditor::removeBox);
    connect(m_fields, &FieldList::removeWanted, this, &LayoutEditor::removeBox);
    connect(m_fields, &FieldList::rowChosen, this, [this] {
        m_current = m_fields->currentBox();
        refresh();
    });
    connect(m_form, &BoxForm::changed, this, &LayoutEditor::applyForm);
    connect(m_slider, &QSlider::valueChanged, this, &LayoutEditor::goToFrame);
    connect(m_previous, &QToolButton::clicked, this, [this] { goToFrame(m_slider->value() - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { goToFrame(m_slider->value() + 1); });
    const auto lettersByHand = [this] {
        const double height = m_frame ? m_textHeight->value() / m_frame->picture.rows : 0;
        setLetters(height, static_cast<LetterColour>(m_colour->currentData().toInt()), true);
    };
    connect(m_textHeight, qOverload<double>(&QDoubleSpinBox::valueChanged), this, lettersByHand);
    connect(m_colour, qOverload<int>(&QComboBox::currentIndexChanged), this, lettersByHand);
    connect(m_measure, &QPushButton::toggled, this, [this](bool on) {
        m_lettersByHand = !on;
        readSoon();
    });
    connect(m_undoButton, &QPushButton::clicked, this, &LayoutEditor::undo);
    connect(m_try, &QPushButton::clicked, this, &LayoutEditor::tryOnFrames);
    connect(m_export, &QPushButton::clicked, this, &LayoutEditor::chooseExport);
    connect(m_save, &QPushButton::clicked, this, &LayoutEditor::save);
    connect(m_take, &QPushButton::clicked, this, &LayoutEditor::takeProposal);
    connect(m_startMenu, &QMenu::aboutToShow, this, &LayoutEditor::fillStartMenu);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this, &LayoutEditor::undo);
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this, [this] {
        if (m_save->isEnabled())
            save();
    });
    connect(&m_readTimer, &QTimer::timeout, this, &LayoutEditor::measureOrRead);
}

void LayoutEditor::connectProbe()
{
    connect(m_probe, &OverlayProbe::frameReady, this, &LayoutEditor::showFrame);
    connect(m_probe, &OverlayProbe::frameFailed, this, [this](const QString& sentence) {
        m_canvas->setHint(sentence);
        say(sentence, true);
    });
    connect(m_probe, &OverlayProbe::failed, this, [this](const QString& sentence) { say(sentence, true); });
    connect(m_probe, &OverlayProbe::lettersMeasured, this, [this](const LetterLook& look) {
        if (!m_lettersByHand && look.textHeight > 0)
            setLetters(look.textHeight, look.colour, false);
        read();
    });
    connect(m_probe, &OverlayProbe::readingReady, this, [this](const TelemetryReading& reading) {
        m_reading = reading;
        m_looked = m_asked;
        refresh();
        Q_EMIT readingChanged();
    });
    connect(m_probe, &OverlayProbe::trialAdvanced, this,
            [this](int frames) { m_state->setText(tr("Trying: %1 frames read…").arg(frames)); });
    connect(m_probe, &OverlayProbe::trialDone, this, &LayoutEditor::showTrial);
    connect(m_probe, &OverlayProbe::proposed, this, &LayoutEditor::showProposal);
}

}  // namespace sheen
