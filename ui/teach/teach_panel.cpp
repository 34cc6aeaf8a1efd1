#include "ui/teach/teach_panel.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPixmap>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "detect/accepted_models.h"
#include "flight/flight.h"
#include "teach/marks.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/frame_view.h"
#include "ui/session/session.h"
#include "workspace/model_choice.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

constexpr int noBrush = -1;
constexpr int usualWidth = 11;

/** Beside the results of that workspace, and none that is there. */
QString newModelPath(const QString& workspacePath)
{
    const QString folder = QFileInfo(workspacePath).path();
    QString path;
    for (int i = 1; path.isEmpty() || QFileInfo::exists(path); ++i)
        path = QStringLiteral("%1/taught-%2.pt").arg(folder).arg(i);
    return path;
}

const FrameRecord* recordOf(const std::vector<FrameRecord>& frames, int number)
{
    const auto found = std::find_if(frames.begin(), frames.end(),
                                    [number](const FrameRecord& record) { return record.frame == number; });
    return found == frames.end() ? nullptr : &*found;
}

}  // namespace

TeachPanel::TeachPanel(Session* session, FramePanel* frame, QWidget* parent)
    : QWidget(parent), m_session(session), m_frame(frame), m_teacher(new FrameTeacher(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(makeTools());
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("teachStrokes"));
    m_list->setToolTip(tr("What was marked; a double click shows its frame, Delete takes it back"));
    column->addWidget(m_list, 1);
    m_status = new QLabel;
    m_status->setObjectName(QStringLiteral("teachStatus"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    column->addWidget(m_status);
    column->addWidget(makeButtons());

    connect(m_list, &QListWidget::itemDoubleClicked, this, [this](QListWidgetItem* item) {
        m_frame->goToFrame(m_strokes.all()[std::size_t(m_list->row(item))].frame);
    });
    auto* remove = new QShortcut(QKeySequence::Delete, m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this] {
        if (m_list->currentRow() >= 0)
            m_strokes.remove(std::size_t(m_list->currentRow()));
        strokesChanged();
    });
    connect(m_frame->view(), &FrameView::drawn, this, &TeachPanel::take);
    connect(m_frame, &FramePanel::frameShown, this, [this] {
        showStrokes();
        learn();
        updateEnabled();
    });
    connect(m_teacher, &FrameTeacher::learned, this, &TeachPanel::showLearned);
    connect(m_teacher, &FrameTeacher::saved, this, &TeachPanel::takeSaved);
    connect(m_teacher, &FrameTeacher::failed, this, [this](const QString& sentence) {
        m_saving = false;
        m_status->setText(sentence);
        updateEnabled();
    });
    connect(session, &Session::modelLoaded, this, &TeachPanel::takeModel);
    connect(session, &Session::flightOpened, this, &TeachPanel::forgetStrokes);
    for (const auto signal : {&Session::runStarted, &Session::workspaceOpened})
        connect(session, signal, this, &TeachPanel::updateEnabled);
    connect(session, &Session::runFinished, this, &TeachPanel::updateEnabled);
    takeModel();
    forgetStrokes();
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
    m_width->setToolTip(tr("Width of the brush ([ and ] in the frame)"));
    row->addWidget(m_brush, 1);
    row->addWidget(m_width);
    connect(m_brush, QOverload<int>::of(&QComboBox::currentIndexChanged), this, &TeachPanel::chooseBrush);
    connect(m_width, QOverload<int>::of(&QSpinBox::valueChanged), this, &TeachPanel::chooseBrush);
    const auto addKey = [this](const QString& key, int step) {
        auto* shortcut = new QShortcut(QKeySequence(key), m_frame->view());
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this,
                [this, step] { m_width->setValue(m_width->value() + step); });
    };
    addKey(QStringLiteral("["), -2);
    addKey(QStringLiteral("]"), 2);
    return tools;
}

QWidget* TeachPanel::makeButtons()
{
    auto* buttons = new QWidget;
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    m_undo = new QPushButton(tr("Take &Back"));
    m_undo->setObjectName(QStringLiteral("teachUndo"));
    m_undo->setToolTip(tr("Takes the last stroke back (Ctrl+Z in the frame)"));
    m_apply = new QPushButton(tr("&Apply"));
    m_apply->setObjectName(QStringLiteral("teachApply"));
    m_apply->setToolTip(
        tr("Keeps what was learned as a model beside the results, and runs the flight with it"));
    row->addWidget(m_undo);
    row->addStretch(1);
    row->addWidget(m_apply);
    const auto undo = [this] {
        if (m_strokes.undo())
            strokesChanged();
    };
    connect(m_undo, &QPushButton::clicked, this, undo);
    connect(m_apply, &QPushButton::clicked, this, &TeachPanel::apply);
    auto* shortcut = new QShortcut(QKeySequence::Undo, m_frame->view());
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, undo);
    return buttons;
}

/** Marks speak of a model's classes; those of the model that they made go on from where they began. */
void TeachPanel::takeModel()
{
    const ModelCard* model = m_session->model();
    if (!model || model->sha256 == m_savedSha256)
        return;
    const bool isOther = model->sha256 != m_base.sha256;
    m_base = *model;
    fillBrushes();
    if (isOther)
        forgetStrokes();
}

void TeachPanel::fillBrushes()
{
    const QSignalBlocker quiet(m_brush);
    m_brush->clear();
    const auto add = [this](const QString& text, int value) {
        QPixmap colour(14, 14);
        colour.fill(QColor(markColour(value, m_base)));
        m_brush->addItem(QIcon(colour), text, value);
    };
    m_brush->addItem(tr("No brush"), noBrush);
    add(tr("Oil"), anyOilMarked);
    for (const ModelClass& one : m_base.classes)
        add(one.oil ? one.name : tr("%1 (no oil)").arg(one.name), one.value + 1);
    m_brush->addItem(tr("Eraser"), nothingMarked);
    chooseBrush();
}

void TeachPanel::chooseBrush()
{
    const int value = m_brush->currentData().toInt();
    if (value == noBrush) {
        m_frame->view()->setBrush(std::nullopt);
        return;
    }
    m_frame->view()->setBrush(FrameView::Brush{QColor(markColour(value, m_base)), double(m_width->value())});
}

void TeachPanel::forgetStrokes()
{
    m_strokes.clear();
    strokesChanged();
}

void TeachPanel::take(const std::vector<QPointF>& points)
{
    if (m_frame->currentFrame() < 0)
        return;
    MarkStroke stroke{m_frame->currentFrame(), m_brush->currentData().toInt(), m_width->value(), {}};
    for (const QPointF& point : points)
        stroke.points.emplace_back(int(point.x()), int(point.y()));
    m_strokes.add(stroke);
    strokesChanged();
}

void TeachPanel::strokesChanged()
{
    listStrokes();
    showStrokes();
    learn();
    updateEnabled();
}

void TeachPanel::listStrokes()
{
    m_list->clear();
    for (const MarkStroke& stroke : m_strokes.all())
        m_list->addItem(tr("Frame %1: %2").arg(stroke.frame).arg(nameOf(stroke.value)));
    m_list->setCurrentRow(m_list->count() - 1);
}

QString TeachPanel::nameOf(int mark) const
{
    const int index = m_brush->findData(mark);
    return index < 0 ? QString::number(mark) : m_brush->itemText(index);
}

void TeachPanel::showStrokes()
{
    const FrameRecord* record = recordOf(m_session->frames(), m_frame->currentFrame());
    if (!record) {
        m_frame->view()->setStrokes({});
        return;
    }
    m_frame->view()->setStrokes(shownMarks(m_strokes.marksOf(record->frame, record->pictureSize), m_base));
}

LessonRequest TeachPanel::request() const
{
    LessonRequest request;
    request.flight = m_session->flight();
    request.modelPath = m_base.path;
    request.modelSha256 = m_base.sha256;
    request.device = m_session->device();
    const std::vector<FrameRecord>& frames = m_session->frames();
    for (const int frame : m_strokes.frames()) {
        if (const FrameRecord* record = recordOf(frames, frame))
            request.marked.push_back(
                {frame, record->timeSeconds, m_strokes.marksOf(frame, record->pictureSize)});
    }
    if (const FrameRecord* shown = recordOf(frames, m_frame->currentFrame())) {
        request.shownFrame = shown->frame;
        request.shownTimeSeconds = shown->timeSeconds;
    }
    return request;
}

void TeachPanel::learn()
{
    const LessonRequest lesson = request();
    if (m_strokes.all().empty()) {
        m_status->setText(tr("Choose a brush and draw on the frame what is oil and what is none."));
        m_frame->view()->setTaughtMask({});
        return;
    }
    if (!lesson.flight || lesson.shownFrame < 0 || m_saving || m_session->isRunning())
        return;
    m_teacher->learn(lesson);
}

void TeachPanel::showLearned(int frame, const QImage& mask, double seconds)
{
    if (frame != m_frame->currentFrame() || m_strokes.all().empty())
        return;
    m_frame->view()->setTaughtMask(mask);
    m_status->setText(tr("Learned in %1 s. Draw where the mask is wrong; Apply runs the flight with it.")
                          .arg(seconds, 0, 'f', 1));
}

void TeachPanel::apply()
{
    m_saving = true;
    updateEnabled();
    m_status->setText(tr("What was learned is being written."));
    const QString flight = m_session->flight() ? m_session->flight()->info().name : QString();
    m_teacher->save(request(), newModelPath(m_session->workspace()->path()), flight, {});
}

/** The analyst made the file just now, so it is trusted. */
void TeachPanel::takeSaved(const ModelCard& card, const QStringList& remarks)
{
    m_saving = false;
    m_status->setText(
        QStringList(QStringList{tr("Kept as \"%1\".").arg(card.path)} + remarks).join(QLatin1Char(' ')));
    m_savedSha256 = card.sha256;
    acceptModel(card);
    m_brush->setCurrentIndex(0);
    ModelChoice choice;
    choice.path = card.path;
    choice.sha256 = card.sha256;
    choice.card = card.json;
    m_session->chooseModel(choice);
    updateEnabled();
    Q_EMIT runWanted();
}

void TeachPanel::updateEnabled()
{
    const bool canTeach =
        m_session->flight() && m_frame->currentFrame() >= 0 && !m_session->isRunning() && !m_saving;
    m_brush->setEnabled(canTeach);
    m_width->setEnabled(canTeach);
    m_undo->setEnabled(canTeach && !m_strokes.all().empty());
    m_apply->setEnabled(canTeach && !m_strokes.all().empty());
}

}  // namespace sheen
