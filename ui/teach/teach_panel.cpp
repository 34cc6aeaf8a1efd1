#include "ui/teach/teach_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <set>

#include "detect/accepted_models.h"
#include "detect/taught_models.h"
#include "flight/flight.h"
#include "teach/drawn_marks.h"
#include "teach/marks.h"
#include "teach/patches.h"
#include "teach_brush.h"
#include "teaching/decided_slicks.h"
#include "ui/frame/frame_panel.h"
#include "ui/frame/frame_view.h"
#include "ui/session/reviewer.h"
#include "ui/session/session.h"
#include "ui/session/slick_store.h"
#include "ui/teach/apply_dialog.h"
#include "ui/teach/judgement_text.h"
#include "ui/teach/mark_colours.h"
#include "ui/teach/taught_models_dialog.h"
#include "workspace/model_choice.h"
#include "workspace/workspace.h"

// What the panel does; how it is put together stands in teach_panel_parts.cpp.

namespace sheen {

namespace {

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

/** 255 where a mask that is shown has oil. */
cv::Mat1b oilIn(const QImage& shown, cv::Size picture)
{
    const QImage alpha = shown.convertToFormat(QImage::Format_Alpha8);
    if (alpha.isNull())
        return cv::Mat1b(picture, uchar(0));
    const cv::Mat bytes(alpha.height(), alpha.width(), CV_8UC1, const_cast<uchar*>(alpha.constBits()),
                        std::size_t(alpha.bytesPerLine()));
    cv::Mat1b oil;
    cv::resize(bytes, oil, picture, 0, 0, cv::INTER_NEAREST);
    return oil > 0;
}

cv::Mat pictureIn(const QImage& shown, cv::Size picture)
{
    const QImage rgb = shown.convertToFormat(QImage::Format_RGB888);
    const cv::Mat bytes(rgb.height(), rgb.width(), CV_8UC3, const_cast<uchar*>(rgb.constBits()),
                        std::size_t(rgb.bytesPerLine()));
    cv::Mat bgr;
    cv::resize(bytes, bgr, picture, 0, 0, cv::INTER_LINEAR);
    cv::cvtColor(bgr, bgr, cv::COLOR_RGB2BGR);
    return bgr;
}

bool covers(const TeachingMark& mark, cv::Point pixel, cv::Size picture)
{
    cv::Mat1b drawn(picture, uchar(nothingMarked));
    drawMark(drawn, mark);
    return cv::Rect({0, 0}, picture).contains(pixel) && drawn(pixel) != nothingMarked;
}

}  // namespace

/** Marks speak of a model's classes; those of the model that they made go on from where they began. */
void TeachPanel::takeModel()
{
    const ModelCard* model = m_session->model();
    if (!model || m_session->isLoadingModel())
        return;
    const bool goesOn = !m_marks->base().classes.empty() && model->sha256 == m_marks->taughtSha256();
    m_base = {model->path, model->sha256, goesOn};
    if (!goesOn && m_marks->base().sha256 != model->sha256)
        m_marks->setBase(*model);
    fillBrushes();
    updateEnabled();
}

int TeachPanel::otherMark() const
{
    const std::vector<ModelClass>& classes = m_marks->base().classes;
    const auto other =
        std::find_if(classes.begin(), classes.end(), [](const ModelClass& one) { return !one.oil; });
    return other == classes.end() ? nothingMarked : 1 + other->value;
}

void TeachPanel::take(const std::vector<QPointF>& points)
{
    if (m_frame->currentFrame() < 0 || points.empty())
        return;
    const int brush = m_brush->currentData().toInt();
    if (brush == notOilClick || brush == oilClick) {
        takePatch(points.front(), brush == oilClick);
        return;
    }
    TeachingMark mark;
    mark.frame = m_frame->currentFrame();
    mark.value = brush;
    mark.widthPixels = m_width->value();
    for (const QPointF& point : points)
        mark.points.emplace_back(int(point.x()), int(point.y()));
    m_marks->add(std::move(mark));
}

void TeachPanel::takePatch(const QPointF& pixel, bool isOil)
{
    const FrameRecord* record = recordOf(m_session->frames(), m_frame->currentFrame());
    const FrameView* view = m_frame->view();
    const cv::Point at(int(pixel.x()), int(pixel.y()));
    if (!record || !cv::Rect({0, 0}, record->pictureSize).contains(at))
        return;
    const cv::Mat1b oil = oilIn(view->mask(), record->pictureSize);
    TeachingMark mark;
    mark.frame = record->frame;
    mark.value = isOil ? int(anyOilMarked) : otherMark();
    mark.widthPixels = TeachingMark::area;
    if (!isOil)
        mark.points = patchAround(oil, at);
    else if (!view->picture().isNull())
        mark.points = alikeAround(pictureIn(view->picture(), record->pictureSize), at, oil);
    if (mark.points.empty()) {
        mark.widthPixels = m_width->value();
        mark.points = {at};
    }
    m_marks->add(std::move(mark));
}

void TeachPanel::marksChanged()
{
    listMarks();
    showMarks();
    learn();
    updateEnabled();
}

void TeachPanel::listMarks()
{
    m_list->clear();
    for (const TeachingMark& mark : m_marks->all())
        m_list->addItem(tr("Frame %1: %2").arg(mark.frame).arg(nameOf(mark)));
    m_list->setCurrentRow(m_list->count() - 1);
}

QString TeachPanel::nameOf(const TeachingMark& mark) const
{
    const int index = m_brush->findData(mark.value);
    const QString name = index < 0 ? QString::number(mark.value) : m_brush->itemText(index);
    return mark.widthPixels == TeachingMark::area ? tr("%1, a patch").arg(name) : name;
}

void TeachPanel::showContradictions(const LessonFacts& facts)
{
    const std::vector<TeachingMark>& marks = m_marks->all();
    for (int i = 0; i < m_list->count() && i < int(marks.size()); ++i) {
        const TeachingMark& mark = marks[std::size_t(i)];
        const FrameRecord* record = recordOf(m_session->frames(), mark.frame);
        const bool contradicts =
            record && std::any_of(facts.contradictions.begin(), facts.contradictions.end(),
                                  [&](const Contradiction& one) {
                                      return one.picture == QString::number(mark.frame) &&
                                             one.oil == saysOil(mark.value, m_marks->base()) &&
                                             mark.value != nothingMarked &&
                                             covers(mark, one.at, record->pictureSize);
                                  });
        QListWidgetItem* item = m_list->item(i);
        item->setIcon(contradicts ? style()->standardIcon(QStyle::SP_MessageBoxWarning) : QIcon());
        item->setToolTip(contradicts
                             ? tr("Other marks say the opposite of the same looks: take one of them back")
                             : QString());
    }
}

void TeachPanel::showMarks()
{
    const FrameRecord* record = recordOf(m_session->frames(), m_frame->currentFrame());
    m_frame->view()->setStrokes(
        record ? shownMarks(drawnMarks(m_marks->all(), record->frame, record->pictureSize), m_marks->base())
               : QImage());
}

bool TeachPanel::hasLessons() const
{
    return !m_marks->all().empty() || m_decisions->isChecked();
}

LessonRequest TeachPanel::request() const
{
    LessonRequest request;
    request.flight = m_session->flight();
    request.base = m_base;
    request.device = m_session->device();
    request.frames = m_session->sharedFrames();
    request.marks = drawnFrameMarks(m_marks->all(), *request.frames);
    if (m_decisions->isChecked())
        request.decided = m_session->slicks()->slicks();
    request.shownFrame = m_frame->currentFrame();
    return request;
}

void TeachPanel::learn()
{
    m_judgement->clear();
    if (!hasLessons()) {
        m_status->setText(tr("Choose a brush and draw on the frame what is oil and what is none."));
        m_frame->view()->setTaughtMask({});
        return;
    }
    if (canTeach() && recordOf(m_session->frames(), m_frame->currentFrame()))
        m_teacher->learn(request());
}

void TeachPanel::showLearned(const LearnedFrame& learned)
{
    if (learned.frame != m_frame->currentFrame() || !hasLessons() || m_session->isRunning())
        return;
    m_frame->view()->setTaughtMask(learned.mask);
    showContradictions(learned.facts);
    m_status->setText(
        learned.facts.contradictions.empty()
            ? tr("Learned in %1 s. Draw where the mask is wrong; Apply runs the flight with it.")
                  .arg(learned.seconds, 0, 'f', 1)
            : contradictionOf(learned.facts));
}

/** A tenth of the flight apart, so that they are neighbours and yet show something else. */
std::vector<int> TeachPanel::framesToCompare() const
{
    constexpr std::size_t wanted = 3;
    const std::vector<FrameRecord>& frames = m_session->frames();
    std::set<int> marked;
    for (const TeachingMark& mark : m_marks->all())
        marked.insert(mark.frame);
    const auto shown = std::find_if(frames.begin(), frames.end(), [this](const FrameRecord& record) {
        return record.frame == m_frame->currentFrame();
    });
    const int middle = int(shown - frames.begin());
    const int step = std::max(1, int(frames.size()) / 10);
    std::vector<int> offsets = {-step, step, 2 * step, -2 * step};
    for (int i = 1; i < int(frames.size()); ++i) {
        offsets.push_back(i);
        offsets.push_back(-i);
    }
    std::set<int> chosen;
    for (const int offset : offsets) {
        const int index = middle + offset;
        if (chosen.size() < wanted && index >= 0 && index < int(frames.size()) &&
            marked.count(frames[std::size_t(index)].frame) == 0)
            chosen.insert(frames[std::size_t(index)].frame);
    }
    return {chosen.begin(), chosen.end()};
}

QString TeachPanel::flightName() const
{
    return m_session->flight() ? m_session->flight()->info().name : QString();
}

void TeachPanel::apply()
{
    const std::vector<int> frames = framesToCompare();
    m_applying = new ApplyDialog(frames, tr("Taught on %1").arg(flightName()), this);
    m_applying->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_applying, &QDialog::finished, m_teacher, &FrameTeacher::cancelComparing);
    connect(m_applying, &QDialog::accepted, this, [this] { save(m_applying->modelName()); });
    connect(m_applying, &QDialog::rejected, this, &TeachPanel::learn);
    m_applying->open();
    m_teacher->compare(request(), frames, m_session->maskReader(), m_session->card());
}

void TeachPanel::save(const QString& name)
{
    m_saving = true;
    updateEnabled();
    m_status->setText(tr("What was learned is being written."));
    m_teacher->save(request(), newModelPath(m_session->workspace()->path()), name, flightName(),
                    reviewerName());
}

/** The analyst made the file just now, so it is trusted. */
void TeachPanel::takeSaved(const ModelCard& card, const QStringList& remarks)
{
    m_saving = false;
    m_status->setText(tr("Kept as \"%1\".").arg(card.path));
    m_judgement->setText(judgementText(std::nullopt, remarks));
    acceptModel(card);
    rememberTaughtModel(card);
    m_marks->setTaught(card.sha256);
    m_brush->setCurrentIndex(0);
    ModelChoice choice;
    choice.path = card.path;
    choice.sha256 = card.sha256;
    choice.card = card.json;
    m_session->chooseModel(choice);
    updateEnabled();
    Q_EMIT runWanted();
}

void TeachPanel::showModels()
{
    auto* dialog = new TaughtModelsDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TaughtModelsDialog::useWanted, this, [this](const ModelCard& card) {
        if (!isAcceptedModel(card.sha256)) {
            Q_EMIT modelDialogWanted(card.path);
            return;
        }
        ModelChoice choice;
        choice.path = card.path;
        choice.sha256 = card.sha256;
        choice.card = card.json;
        m_session->chooseModel(choice);
    });
    dialog->open();
}

bool TeachPanel::canTeach() const
{
    return m_session->flight() && m_session->workspace() && m_session->model() &&
           m_frame->currentFrame() >= 0 && !m_session->isRunning() && !m_saving;
}

void TeachPanel::updateEnabled()
{
    const bool can = canTeach();
    m_brush->setEnabled(can);
    m_width->setEnabled(can);
    m_decisions->setEnabled(can);
    m_undo->setEnabled(can && m_marks->canUndo());
    m_apply->setEnabled(can && hasLessons());
    if (!can)
        m_frame->view()->setBrush(std::nullopt);
    else
        chooseBrush();
}

}  // namespace sheen
