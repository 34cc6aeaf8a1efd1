#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPixmap>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <functional>
#include <utility>

#include "data/class_names.h"
#include "teach/marks.h"
#include "teach_brush.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/frame_view.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/teach/apply_dialog.h"
#include "ui/teach/judgement_text.h"
#include "ui/teach/mark_colours.h"
#include "ui/teach/teach_panel.h"

// How the panel is put together.

namespace sheen {

namespace {

constexpr int usualWidth = 11;
constexpr int widthStep = 2;

/**
 * The keys of undo and redo in the frame while something is marked there. They are the review's otherwise, in
 * the whole window: two shortcuts of one key would stop each other.
 */
class StepKeys : public QObject
{
public:
    StepKeys(QObject* parent, std::function<bool()> isMarking, FlightMarks* marks)
        : QObject(parent), m_isMarking(std::move(isMarking)), m_marks(marks)
    {}

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
            return false;
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool undoes = key->matches(QKeySequence::Undo);
        if ((!undoes && !key->matches(QKeySequence::Redo)) || !m_isMarking())
            return false;
        event->accept();
        if (event->type() == QEvent::KeyPress)
            undoes ? m_marks->undo() : m_marks->redo();
        return true;
    }

private:
    std::function<bool()> m_isMarking;
    FlightMarks* m_marks;
};

}  // namespace

TeachPanel::TeachPanel(Session* session, FramePanel* frame, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_frame(frame),
      m_marks(new FlightMarks(session, this)),
      m_teacher(new FrameTeacher(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(makeTools());
    m_decisions = new QCheckBox(tr("What was &decided teaches, too"));
    m_decisions->setObjectName(QStringLiteral("teachDecisions"));
    m_decisions->setToolTip(tr(
        "Slicks that were accepted, edited or drawn are oil, rejected ones are none, in the frames that show "
        "them best"));
    column->addWidget(m_decisions);
    makeList();
    column->addWidget(m_list, 1);
    for (QLabel** label : {&m_status, &m_judgement}) {
        *label = new QLabel;
        (*label)->setTextFormat(Qt::PlainText);
        (*label)->setWordWrap(true);
        column->addWidget(*label);
    }
    m_status->setObjectName(QStringLiteral("teachStatus"));
    m_judgement->setObjectName(QStringLiteral("teachJudgement"));
    m_judgement->setProperty("hint", true);
    column->addWidget(makeButtons());
    makeClicks();
    connectTeacher();

    connect(m_decisions, &QCheckBox::toggled, this, &TeachPanel::marksChanged);
    connect(session->slicks(), &SlickStore::changed, this, [this] {
        if (m_decisions->isChecked())
            learn();
    });
    connect(m_marks, &FlightMarks::changed, this, &TeachPanel::marksChanged);
    connect(m_marks, &FlightMarks::failed, m_status, &QLabel::setText);
    connect(session, &Session::modelLoaded, this, &TeachPanel::takeModel);
    for (const auto signal : {&Session::flightOpened, &Session::workspaceOpened, &Session::runStarted})
        connect(session, signal, this, &TeachPanel::takeModel);
    connect(session, &Session::runFinished, this, &TeachPanel::takeModel);
    takeModel();
    marksChanged();
}

QWidget* TeachPanel::makeTools()
{
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    m_brush = new QComboBox;
    m_brush->setObjectName(QStringLiteral("teachBrush"));
    m_brush->setToolTip(tr("What is drawn on the frame with the left button; the middle one moves it"));
    m_width = new QSpinBox;
    m_width->setObjectName(QStringLiteral("teachWidth"));
    m_width->setRange(1, 99);
    m_width->setValue(usualWidth);
    m_width->setSuffix(tr(" px"));
    m_width->setToolTip(tr("Width of the brush ([ and ], or Ctrl and the wheel, in the frame)"));
    row->addWidget(m_brush, 1);
    row->addWidget(m_width);
    connect(m_brush, qOverload<int>(&QComboBox::currentIndexChanged), this, &TeachPanel::chooseBrush);
    connect(m_width, qOverload<int>(&QSpinBox::valueChanged), this, &TeachPanel::chooseBrush);
    const auto widen = [this](int steps) { m_width->setValue(m_width->value() + widthStep * steps); };
    connect(m_frame->view(), &FrameView::brushWidthWanted, this, widen);
    for (const auto& [key, steps] : {std::pair("[", -1), std::pair("]", 1)}) {
        auto* shortcut = new QShortcut(QKeySequence(QLatin1String(key)), m_frame->view());
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [widen, steps = steps] { widen(steps); });
    }
    return tools;
}

void TeachPanel::makeList()
{
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("teachStrokes"));
    m_list->setToolTip(tr("What was marked; a double click shows its frame, Delete takes it back"));
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this](QListWidgetItem* item) {
        m_frame->goToFrame(m_marks->all()[std::size_t(m_list->row(item))].frame);
    });
    auto* remove = new QShortcut(QKeySequence::Delete, m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this] {
        if (m_list->currentRow() >= 0 && canTeach())
            m_marks->remove(std::size_t(m_list->currentRow()));
    });
}

QWidget* TeachPanel::makeButtons()
{
    auto* buttons = new QWidget;
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    m_undo = new QPushButton(tr("Take &Back"));
    m_undo->setObjectName(QStringLiteral("teachUndo"));
    m_undo->setToolTip(tr("Takes the last step back (Ctrl+Z in the frame; Ctrl+Shift+Z does it again)"));
    m_models = new QPushButton(tr("&Models…"));
    m_models->setObjectName(QStringLiteral("teachModels"));
    m_models->setToolTip(tr("Models that were taught: use one, hand it on, take one in, forget it"));
    m_apply = new QPushButton(tr("&Apply…"));
    m_apply->setObjectName(QStringLiteral("teachApply"));
    m_apply->setToolTip(tr("Shows other frames with what was learned, then runs the flight with it"));
    row->addWidget(m_undo);
    row->addStretch(1);
    row->addWidget(m_models);
    row->addWidget(m_apply);
    connect(m_undo, &QPushButton::clicked, m_marks, &FlightMarks::undo);
    connect(m_models, &QPushButton::clicked, this, &TeachPanel::showModels);
    connect(m_apply, &QPushButton::clicked, this, &TeachPanel::apply);
    m_frame->view()->installEventFilter(new StepKeys(
        this, [this] { return m_brush->isEnabled() && m_brush->currentData().toInt() != noBrush; }, m_marks));
    return buttons;
}

void TeachPanel::makeClicks()
{
    connect(m_frame->view(), &FrameView::drawn, this, &TeachPanel::take);
    m_frame->view()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_frame->view(), &QWidget::customContextMenuRequested, this, &TeachPanel::showClickMenu);
    connect(m_frame, &FramePanel::frameShown, this, [this] {
        showMarks();
        learn();
        updateEnabled();
    });
}

void TeachPanel::showClickMenu(const QPoint& place)
{
    if (!isVisible() || !canTeach())
        return;
    const QPointF pixel = m_frame->view()->pixelAt(place);
    auto* menu = new QMenu(m_frame->view());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("This Is &Not Oil"), this, [this, pixel] { takePatch(pixel, false); });
    menu->addAction(tr("This Is &Oil, Too"), this, [this, pixel] { takePatch(pixel, true); });
    menu->popup(m_frame->view()->mapToGlobal(place));
}

void TeachPanel::connectTeacher()
{
    connect(m_teacher, &FrameTeacher::learned, this, &TeachPanel::showLearned);
    connect(m_teacher, &FrameTeacher::saved, this, &TeachPanel::takeSaved);
    connect(m_teacher, &FrameTeacher::judged, this,
            [this](const std::optional<double>& overlap, const QStringList& remarks) {
                m_judgement->setText(judgementText(overlap, remarks));
                if (m_applying)
                    m_applying->showJudgement(overlap, remarks);
            });
    connect(m_teacher, &FrameTeacher::compared, this, [this](const ComparedFrame& frame) {
        if (m_applying)
            m_applying->showFrame(frame);
    });
    connect(m_teacher, &FrameTeacher::comparedAll, this, [this] {
        if (m_applying)
            m_applying->showEnd();
    });
    connect(m_teacher, &FrameTeacher::failed, this, [this](const QString& sentence) {
        m_saving = false;
        m_status->setText(sentence);
        if (m_applying)
            m_applying->showFailure(sentence);
        updateEnabled();
    });
}

void TeachPanel::fillBrushes()
{
    const int chosen = m_brush->currentData().isValid() ? m_brush->currentData().toInt() : noBrush;
    {
        const QSignalBlocker quiet(m_brush);
        m_brush->clear();
        const auto add = [this](const QString& text, int value) {
            QPixmap colour(14, 14);
            colour.fill(QColor(markColour(value, m_marks->base())));
            m_brush->addItem(QIcon(colour), text, value);
        };
        m_brush->addItem(tr("No brush"), noBrush);
        add(tr("Oil"), anyOilMarked);
        for (const ModelClass& one : m_marks->base().classes)
            add(one.oil ? shownClassName(one.name) : tr("%1 (no oil)").arg(shownClassName(one.name)),
                one.value + 1);
        m_brush->addItem(tr("Eraser"), nothingMarked);
        m_brush->insertSeparator(m_brush->count());
        m_brush->addItem(tr("Click: this patch is not oil"), notOilClick);
        m_brush->addItem(tr("Click: this is oil, too"), oilClick);
        m_brush->setCurrentIndex(std::max(0, m_brush->findData(chosen)));
    }
    chooseBrush();
    listMarks();
}

void TeachPanel::chooseBrush()
{
    const int value = m_brush->currentData().toInt();
    if (value == noBrush || !m_brush->isEnabled()) {
        m_frame->view()->setBrush(std::nullopt);
        return;
    }
    const bool isClick = value == notOilClick || value == oilClick;
    const int colour = !isClick ? value : value == oilClick ? int(anyOilMarked) : otherMark();
    m_frame->view()->setBrush(FrameView::Brush{QColor(markColour(colour, m_marks->base())),
                                               isClick ? 1.0 : double(m_width->value())});
}

}  // namespace sheen
