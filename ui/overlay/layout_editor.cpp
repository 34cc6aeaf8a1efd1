#include "ui/overlay/layout_editor.h"

#include <QAction>
#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include "box_form.h"
#include "field_list.h"
#include "layout_canvas.h"
#include "ui/session/shown_frame.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

namespace {

constexpr int trialFrames = 10;
constexpr std::size_t mostUndo = 100;

}  // namespace

// ---- where it starts ----

void LayoutEditor::startFromNothing()
{
    m_lettersByHand = false;
    change({});
    m_fields->setCurrentField(OverlayField::Date);
}

void LayoutEditor::startFrom(const OverlayLayout& layout)
{
    if (!m_frame) {
        m_waiting = layout;  // where it lies is known once the picture is there
        return;
    }
    m_lettersByHand = true;
    LayoutDraft draft = draftOf(layout, m_activePicture);
    if (isShippedOverlayLayout(layout.name)) {
        // A shipped layout is no place to save to.
        draft.name.clear();
        draft.title = tr("like %1").arg(layout.title);
    }
    m_current = -1;
    change(draft);
    m_current = m_fields->currentBox();
    m_modified = false;
    refresh();
}

void LayoutEditor::fillStartMenu()
{
    m_startMenu->clear();
    m_startMenu->addAction(tr("&Nothing"), this, &LayoutEditor::startFromNothing);
    m_startMenu->addAction(tr("What the &Pictures Show"), this, &LayoutEditor::startFromPictures);
    m_startMenu->addSeparator();
    bool own = false;
    for (const OverlayLayout& layout : availableOverlayLayouts()) {
        if (!own && !isShippedOverlayLayout(layout.name)) {
            m_startMenu->addSeparator();
            own = true;
        }
        QAction* action = m_startMenu->addAction(asMenuText(layout.title));
        action->setToolTip(asPlainText(QDir::toNativeSeparators(layout.path)));
        connect(action, &QAction::triggered, this, [this, layout] { startFrom(layout); });
    }
    m_startMenu->addSeparator();
    m_startMenu->addAction(tr("&Import a File…"), this, &LayoutEditor::chooseImport);
}

// ---- changes ----

void LayoutEditor::change(const LayoutDraft& draft)
{
    m_undo.push_back(m_draft);
    if (m_undo.size() > mostUndo)
        m_undo.erase(m_undo.begin());
    m_draft = draft;
    m_modified = true;
    m_trial.reset();
    m_take->hide();
    m_problem->hide();
    if (m_current >= int(m_draft.boxes.size()))
        m_current = -1;
    refresh();
    readSoon();
}

void LayoutEditor::undo()
{
    if (m_undo.empty())
        return;
    const LayoutDraft before = m_undo.back();
    m_undo.pop_back();
    change(before);
    m_undo.pop_back();
    refresh();
}

void LayoutEditor::drawBox(const QRectF& place)
{
    LayoutBox box;
    box.place = place;
    const std::optional<OverlayField> chosen = m_fields->currentField();
    if (chosen && !m_draft.find(*chosen))
        box.field = chosen;
    LayoutDraft draft = m_draft;
    draft.boxes.push_back(box);
    m_current = int(draft.boxes.size()) - 1;
    change(draft);
}

void LayoutEditor::placeBox(int index, const QRectF& place)
{
    LayoutDraft draft = m_draft;
    draft.boxes[std::size_t(index)].place = place;
    change(draft);
}

void LayoutEditor::applyForm()
{
    if (m_current < 0)
        return;
    LayoutDraft draft = m_draft;
    draft.boxes[std::size_t(m_current)] = m_form->box();
    change(draft);
}

void LayoutEditor::removeBox()
{
    if (m_current < 0)
        return;
    LayoutDraft draft = m_draft;
    const std::optional<OverlayField> field = draft.boxes[std::size_t(m_current)].field;
    draft.boxes.erase(draft.boxes.begin() + m_current);
    m_current = -1;
    change(draft);
    if (field)
        m_fields->setCurrentField(*field);  // the next box drawn is its new one
}

void LayoutEditor::choose(int index)
{
    m_current = index;
    m_fields->setCurrentBox(index);
    refresh();
}

void LayoutEditor::setLetters(double textHeight, LetterColour colour, bool byHand)
{
    m_draft.textHeight = textHeight;
    m_draft.textColour = colour;
    if (byHand) {
        m_lettersByHand = true;
        m_modified = true;
        refresh();
        readSoon();
    }
}

// ---- frames and readings ----

void LayoutEditor::goToFrame(int index)
{
    const int frame = qBound(0, index, m_slider->maximum());
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(frame);
    m_frameLabel->setText(tr("Frame %1").arg(frame));
    m_probe->requestFrame(frame);
}

void LayoutEditor::showFrame(std::shared_ptr<const Frame> frame, const QRectF& activePicture)
{
    m_frame = std::move(frame);
    m_activePicture = activePicture;
    m_canvas->setPicture(wholePicture(m_frame->picture));
    m_canvas->setActivePicture(activePicture);
    if (m_waiting) {
        const OverlayLayout layout = *m_waiting;
        m_waiting.reset();
        startFrom(layout);
    }
    if (m_proposal)
        showProposal(OverlayProposal(*m_proposal));
    refresh();
    readSoon();
}

void LayoutEditor::readSoon()
{
    m_readTimer.start();
}

void LayoutEditor::measureOrRead()
{
    if (!m_frame)
        return;
    if (!m_lettersByHand && m_draft.hasFields())
        m_probe->measure(m_frame, layoutOnFrame(m_draft).fields);
    else
        read();
}

void LayoutEditor::read()
{
    m_asked = {};
    if (m_frame && m_draft.hasFields() && m_draft.textHeight > 0) {
        const OverlayLayout layout = layoutOnFrame(m_draft);
        for (const OverlayLayout::Field& field : layout.fields)
            m_asked[std::size_t(field.field)] = true;
        m_probe->read(m_frame, layout);
        return;
    }
    m_reading = {};
    m_looked = {};
    refresh();
    Q_EMIT readingChanged();
}

void LayoutEditor::refresh()
{
    std::vector<BoxVerdict> verdicts;
    std::vector<BoxLook> looks;
    int fields = 0;
    int read = 0;
    for (const LayoutBox& box : m_draft.boxes) {
        const bool waiting = box.field && !m_looked[std::size_t(*box.field)];
        verdicts.push_back(waiting ? BoxVerdict()
                                   : verdictOf(box, box.field ? m_reading[*box.field] : FieldReading()));
        looks.push_back({boxName(box), verdicts.back().state});
        fields += box.field.has_value();
        read += verdicts.back().state == BoxLook::State::Read;
    }
    m_canvas->setBoxes(m_draft.boxes, looks);
    m_canvas->setCurrent(m_current);
    m_fields->showDraft(m_draft, verdicts, m_reading, m_trial);
    if (m_current >= 0)
        m_fields->setCurrentBox(m_current);
    m_form->showBox(m_current >= 0 ? &m_draft.boxes[std::size_t(m_current)] : nullptr, m_draft);

    const QSignalBlocker quietHeight(m_textHeight);
    const QSignalBlocker quietColour(m_colour);
    const QSignalBlocker quietMeasure(m_measure);
    m_textHeight->setEnabled(m_frame != nullptr);
    m_textHeight->setValue(m_frame ? m_draft.textHeight * m_frame->picture.rows : 0);
    m_colour->setCurrentIndex(m_colour->findData(int(m_draft.textColour)));
    m_measure->setChecked(!m_lettersByHand);

    m_title->setText(m_draft.name.isEmpty() ? tr("New layout") : m_draft.name);
    m_undoButton->setEnabled(m_undo.size() > 1);
    const bool usable = m_frame && m_draft.hasFields() && m_draft.textHeight > 0;
    m_try->setEnabled(usable);
    m_export->setEnabled(usable);
    m_save->setEnabled(usable);
    if (m_trying)
        return;
    if (m_proposing && m_draft.boxes.empty()) {
        m_state->setText(tr("Looking for lines of text that hold still in the pictures…"));
        return;
    }
    const QString& reason = m_current >= 0 ? verdicts[std::size_t(m_current)].reason : QString();
    const std::optional<OverlayField> next = m_fields->currentField();
    if (!reason.isEmpty())
        m_state->setText(reason);
    else if (fields > 0 && m_draft.textHeight <= 0)
        m_state->setText(
            tr("No letters could be measured in the boxes yet. Draw them around the text, or set "
               "the height of the letters below."));
    else if (m_current < 0 && next)
        m_state->setText(tr("Drag a box around this field on the picture: %1. Leave room for a digit more.")
                             .arg(boxName({{}, next, false, {}})));
    else if (fields > 0)
        m_state->setText(tr("%1 of %2 fields can be read in this frame.").arg(read).arg(fields));
    else
        m_state->setText(tr("Choose a field in the list, then drag a box around it on the picture."));
}

void LayoutEditor::tryOnFrames()
{
    if (m_trying) {
        m_probe->cancelTrial();
        m_trying = false;
        m_try->setText(tr("&Try on 10 Frames"));
        refresh();
        return;
    }
    m_trying = true;
    m_try->setText(tr("Stop &Trying"));
    m_state->setText(tr("Trying: %1 frames read…").arg(0));
    m_probe->tryOn(layoutOnFrame(m_draft), trialFrames);
}

void LayoutEditor::showTrial(const TrialResult& result)
{
    m_trying = false;
    m_try->setText(tr("&Try on 10 Frames"));
    m_trial = result;
    refresh();
    int fields = 0;
    int read = 0;
    for (const LayoutBox& box : m_draft.boxes) {
        fields += box.field.has_value();
        read += box.field ? result.read[std::size_t(*box.field)] : 0;
    }
    const int all = fields * result.frames;
    m_state->setText(tr("In %1 frames of the flight %2 % of the fields could be read.")
                         .arg(result.frames)
                         .arg(all ? qRound(100.0 * read / all) : 0));
    Q_EMIT trialShown();
}

void LayoutEditor::say(const QString& sentence, bool problem)
{
    m_problem->setVisible(problem);
    m_problem->setText(problem ? sentence : QString());
    if (!problem)
        m_state->setText(sentence);
}

// ---- the end ----

void LayoutEditor::reject()
{
    close();
}

void LayoutEditor::closeEvent(QCloseEvent* event)
{
    if (!m_modified || m_draft.boxes.empty()) {
        event->accept();  // QDialog's own would call reject(), which asks to close
        return;
    }
    event->ignore();
    auto* question = new QMessageBox(QMessageBox::Question, tr("Overlay Layout"),
                                     tr("The layout has changes that are not saved. Save them?"),
                                     QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("closeQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->button(QMessageBox::Save)->setEnabled(m_save->isEnabled());
    connect(question, &QMessageBox::finished, this, [this](int answer) {
        if (answer == QMessageBox::Discard) {
            m_modified = false;
            close();
        } else if (answer == QMessageBox::Save) {
            m_closeWhenSaved = true;
            save();
        }
    });
    question->open();
}

}  // namespace sheen
