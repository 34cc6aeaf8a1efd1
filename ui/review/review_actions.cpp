#include "ui/review/review_actions.h"

#include <qgsmapcanvas.h>
#include <qgsrectangle.h>

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QToolTip>
#include <QUndoStack>
#include <QWidget>
#include <algorithm>

#include "data/appearance.h"
#include "data/class_names.h"
#include "review_icons.h"
#include "selection_highlight.h"
#include "slick_text.h"
#include "spotlight.h"
#include "tools/select_tool.h"
#include "tools/sketch_preview.h"
#include "tools/sketch_tool.h"
#include "tools/vertex_tool.h"
#include "ui/review/guided_review.h"
#include "ui/session/slick_store.h"
#include "ui/widgets/literal_text.h"

namespace sheen {

namespace {

QAction* separator(QObject* parent)
{
    auto* action = new QAction(parent);
    action->setSeparator(true);
    return action;
}

}  // namespace

ReviewActions::ReviewActions(SlickStore* store, QgsMapCanvas* canvas, QWidget* window)
    : QObject(window), m_store(store), m_canvas(canvas), m_window(window)
{
    m_order = [store] {
        std::vector<std::int64_t> ids;
        for (const Slick& slick : store->slicks())
            ids.push_back(slick.id);
        return ids;
    };
    new SelectionHighlight(store, canvas, this);
    addDecisions();
    addNavigation();
    addTools();
    addEditing();
    connect(store, &SlickStore::reset, this, [this] {
        fillClassMenu();
        updateEnabled();
    });
    connect(store, &SlickStore::selectionChanged, this, [this] {
        rememberPosition();
        updateEnabled();
    });
    connect(store, &SlickStore::changed, this, &ReviewActions::updateEnabled);
    connect(store, &SlickStore::failed, this, &ReviewActions::message);
    connect(store, &SlickStore::refused, this, [this](const QString& sentence) {
        Q_EMIT message(sentence);
        if (dynamic_cast<SlickTool*>(m_canvas->mapTool()))
            sayAtPointer(sentence);
    });
    fillClassMenu();
    updateEnabled();
}

ReviewActions::~ReviewActions() = default;

QAction* ReviewActions::add(const QString& name, const QString& text, const QString& tip,
                            const QList<QKeySequence>& keys, const QIcon& icon)
{
    auto* action = new QAction(icon, text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    const QString key = keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key));
    action->setStatusTip(tip);
    // Single letters act where the review has the focus, never from another panel.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_canvas->addAction(action);
    return action;
}

void ReviewActions::addDecisions()
{
    m_accept = add(QStringLiteral("reviewAccept"), tr("&Accept"),
                   tr("Accept the selected slicks as findings"), {Qt::Key_A}, decisionIcon(true));
    connect(m_accept, &QAction::triggered, this,
            [this] { m_store->setDecision(m_store->selection(), Decision::Accepted); });
    m_reject = add(QStringLiteral("reviewReject"), tr("&Reject"),
                   tr("Reject the selected slicks; they are kept, and their sums stand apart"), {Qt::Key_R},
                   decisionIcon(false));
    connect(m_reject, &QAction::triggered, this,
            [this] { m_store->setDecision(m_store->selection(), Decision::Rejected); });
    m_undecide = add(QStringLiteral("reviewUndecide"), tr("&Undecided"),
                     tr("Take the decision on the selected slicks back"), {Qt::Key_U}, {});
    connect(m_undecide, &QAction::triggered, this,
            [this] { m_store->setDecision(m_store->selection(), Decision::Undecided); });
    for (int code : {1, 2, 3, 4, 5, 0}) {
        const QString text =
            code == 0 ? tr("Code &0: unknown") : tr("Code &%1: %2").arg(code).arg(appearanceName(code));
        const QString tip = code == 0 ? tr("Appearance not known: no volume")
                                      : tr("Appearance code %1, %2").arg(code).arg(appearanceName(code));
        QAction* action = add(QStringLiteral("reviewCode%1").arg(code), text, tip,
                              {QKeySequence(Qt::Key_0 + code)}, figureIcon(code));
        connect(action, &QAction::triggered, this, [this, code] { setCode(code); });
        action->setPriority(QAction::LowPriority);
        m_codes << action;
    }
    m_classMenu = new QMenu(tr("&Class"), m_window);
    m_classMenu->menuAction()->setToolTip(
        tr("Give the selected area, or the selected slicks, a class of the model"));
}

void ReviewActions::addNavigation()
{
    m_next = add(QStringLiteral("reviewNext"), tr("&Next slick"), tr("Go to the next slick of the table"),
                 {Qt::Key_N}, themeIcon(QStringLiteral("mActionArrowDown")));
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    m_previous = add(QStringLiteral("reviewPrevious"), tr("&Previous slick"),
                     tr("Go to the previous slick of the table"), {Qt::Key_P},
                     themeIcon(QStringLiteral("mActionArrowUp")));
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    m_zoom = add(QStringLiteral("reviewZoom"), tr("&Zoom to slick"),
                 tr("Show the selected slicks large on the map"), {Qt::Key_Z},
                 themeIcon(QStringLiteral("mActionZoomToSelected")));
    connect(m_zoom, &QAction::triggered, this, [this] { zoomTo(m_store->selection()); });
    m_showFrame = add(QStringLiteral("reviewFrame"), tr("Show best &frame"),
                      tr("Show the frame in which most of the selected slick is seen"), {Qt::Key_F},
                      themeIcon(QStringLiteral("mActionAddRasterLayer")));
    connect(m_showFrame, &QAction::triggered, this, [this] {
        const SlickStore::Ids ids = m_store->selection();
        const Slick* slick = ids.empty() ? nullptr : m_store->find(*ids.begin());
        if (slick && slick->seen.bestFrame >= 0)
            Q_EMIT showFrame(slick->seen.bestFrame);
    });
}

QAction* ReviewActions::addTool(SlickTool* tool, const QString& name, const QString& text, const QString& tip,
                                const QKeySequence& key, const QString& icon)
{
    QAction* action = add(name, text, tip, {key}, themeIcon(icon));
    action->setCheckable(true);
    m_tools->addAction(action);
    tool->setAction(action);
    connect(action, &QAction::triggered, this, [this, tool] { m_canvas->setMapTool(tool); });
    connect(tool, &SlickTool::hint, this, &ReviewActions::message);
    connect(tool, &SlickTool::refused, this, [this](const QString& sentence) {
        Q_EMIT message(sentence);
        sayAtPointer(sentence);
    });
    return action;
}

/** What a tool refuses is read where the eye is. */
void ReviewActions::sayAtPointer(const QString& sentence)
{
    constexpr int shownMilliseconds = 8000;
    QToolTip::showText(m_canvas->mapToGlobal(m_canvas->mouseLastXY()), asPlainText(sentence), m_canvas,
                       QRect(), shownMilliseconds);
}

void ReviewActions::addTools()
{
    m_tools = new QActionGroup(this);
    // A tool of someone else's (pan, measure) leaves none of these checked.
    m_tools->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    m_keepBelow = add(QStringLiteral("reviewKeepBelow"), tr("&Keep what lies below"),
                      tr("What is drawn or reshaped gives way to the slicks below it instead of taking from "
                         "them; Ctrl turns that round for one outline"),
                      {Qt::Key_K}, themeIcon(QStringLiteral("mActionLockItems")));
    m_keepBelow->setCheckable(true);
    connect(m_keepBelow, &QAction::toggled, this, [this](bool keeps) {
        Q_EMIT message(keeps
                           ? tr("What is drawn or reshaped gives way to what lies below; with Ctrl it takes.")
                           : tr("What is drawn or reshaped takes from what lies below; with Ctrl it gives "
                                "way."));
    });
    auto* preview = new SketchPreview(m_canvas, m_store, m_keepBelow, this);
    connect(preview, &SketchPreview::told, this, &ReviewActions::message);
    auto* selectTool = new SelectTool(m_canvas, m_store);
    m_selectTool = addTool(selectTool, QStringLiteral("reviewSelect"), tr("&Select slicks"),
                           tr("Select slicks on the map by click or rectangle; Shift adds"), Qt::Key_S,
                           QStringLiteral("mActionSelectRectangle"));
    connect(selectTool, &SelectTool::activated, this, &ReviewActions::goTo);
    m_vertexTool = new VertexTool(m_canvas, m_store, preview);
    addTool(m_vertexTool, QStringLiteral("reviewVertices"), tr("Edit &vertices"),
            tr("Move, add and delete vertices of the selected area"), Qt::Key_V,
            QStringLiteral("mActionVertexTool"));
    addTool(new DrawTool(m_canvas, m_store, preview), QStringLiteral("reviewDraw"), tr("&Draw slick"),
            tr("Draw a slick that the model missed"), Qt::Key_D, QStringLiteral("mActionCapturePolygon"));
    addTool(new SplitTool(m_canvas, m_store), QStringLiteral("reviewSplit"), tr("Split slick (&X)"),
            tr("Split a slick along a line"), Qt::Key_X, QStringLiteral("mActionSplitFeatures"));
    addTool(new ReshapeTool(m_canvas, m_store, preview), QStringLiteral("reviewReshape"),
            tr("Res&hape slick"), tr("Replace a part of an area's outline by a line"), Qt::Key_H,
            QStringLiteral("mActionReshape"));
}

void ReviewActions::addEditing()
{
    m_join =
        add(QStringLiteral("reviewJoin"), tr("&Join slicks"),
            tr("Make one slick of the selected ones, with the areas of all; the one selected first keeps "
               "its number"),
            {Qt::Key_J}, themeIcon(QStringLiteral("mActionMergeFeatures")));
    connect(m_join, &QAction::triggered, this, [this] { m_store->join(m_store->selection()); });
    m_separate = add(QStringLiteral("reviewSeparate"), tr("Make the area a slick of its own (&O)"),
                     tr("Takes the selected area out of its slick"), {Qt::Key_O}, {});
    connect(m_separate, &QAction::triggered, this, [this] {
        const SlickStore::Ids ids = m_store->selection();
        if (ids.size() == 1 && m_store->selectedArea())
            m_store->separateArea(*ids.begin(), *m_store->selectedArea());
    });
    m_moveMenu = new QMenu(tr("Move the area &to slick"), m_window);
    m_moveMenu->menuAction()->setToolTip(tr("Gives the selected area to another slick"));
    connect(m_moveMenu, &QMenu::aboutToShow, this, &ReviewActions::fillMoveMenu);
    m_remove = add(QStringLiteral("reviewDelete"), tr("De&lete"),
                   tr("Delete the selected area or slicks, or the chosen vertex while vertices are edited"),
                   {QKeySequence(QKeySequence::Delete)}, themeIcon(QStringLiteral("mActionDeleteSelected")));
    connect(m_remove, &QAction::triggered, this, &ReviewActions::removeChosen);

    m_undo = add(QStringLiteral("reviewUndo"), tr("&Undo"), tr("Take the last edit back"),
                 QKeySequence::keyBindings(QKeySequence::Undo), themeIcon(QStringLiteral("mActionUndo")));
    connect(m_undo, &QAction::triggered, m_store, &SlickStore::undo);
    m_redo = add(QStringLiteral("reviewRedo"), tr("Re&do"), tr("Make the edit that was taken back again"),
                 QKeySequence::keyBindings(QKeySequence::Redo), themeIcon(QStringLiteral("mActionRedo")));
    connect(m_redo, &QAction::triggered, m_store, &SlickStore::redo);
    for (QAction* action : {m_undo, m_redo}) {
        action->setShortcutContext(Qt::WindowShortcut);
        m_window->addAction(action);
    }
    const QUndoStack* stack = m_store->undoStack();
    const auto name = [this, stack] {
        m_undo->setEnabled(stack->canUndo());
        m_undo->setText(stack->canUndo() ? tr("&Undo: %1").arg(stack->undoText()) : tr("&Undo"));
        m_redo->setEnabled(stack->canRedo());
        m_redo->setText(stack->canRedo() ? tr("Re&do: %1").arg(stack->redoText()) : tr("Re&do"));
    };
    connect(stack, &QUndoStack::indexChanged, this, name);
    name();
}

void ReviewActions::setSpotlightOf(const GuidedReview* review)
{
    auto* light = new Spotlight(m_store, m_canvas);  // the canvas owns it
    connect(review, &GuidedReview::activeChanged, m_canvas, [light](bool on) { light->setOn(on); });
    const auto follow = [light] {
        if (light->isOn())
            light->follow();
    };
    connect(m_store, &SlickStore::selectionChanged, m_canvas, follow);
    connect(m_store, &SlickStore::changed, m_canvas, follow);
    connect(m_canvas, &QgsMapCanvas::destinationCrsChanged, m_canvas, follow);
}

void ReviewActions::actIn(QWidget* place)
{
    for (QAction* action : m_canvas->actions()) {
        if (action->parent() == this && action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
            place->addAction(action);
    }
}

QList<QAction*> ReviewActions::decisionActions() const
{
    return QList<QAction*>{m_accept, m_reject, m_undecide} + m_codes;
}

QList<QAction*> ReviewActions::toolActions() const
{
    return m_tools->actions();
}

QList<QAction*> ReviewActions::menuActions() const
{
    auto* owner = const_cast<ReviewActions*>(this);
    QList<QAction*> actions{m_accept, m_reject, m_undecide};
    actions << separator(owner) << m_codes << m_classMenu->menuAction();
    actions << separator(owner) << m_next << m_previous << m_zoom << m_showFrame;
    actions << separator(owner) << m_tools->actions() << m_keepBelow;
    actions << separator(owner) << m_join << m_separate << m_moveMenu->menuAction() << m_remove;
    return actions;
}

void ReviewActions::fillClassMenu()
{
    m_classMenu->clear();
    for (const ModelClass& one : m_store->oilClasses()) {
        QAction* action =
            m_classMenu->addAction(swatchIcon(colourOfArea(m_store->card(), one.value, one.code)),
                                   asMenuText(shownClassName(one.name)));
        connect(action, &QAction::triggered, this, [this, value = one.value] {
            m_store->setClass(m_store->selection(), value, m_store->selectedArea());
        });
    }
    m_classMenu->menuAction()->setEnabled(!m_classMenu->isEmpty());
}

void ReviewActions::removeChosen()
{
    const SlickStore::Ids ids = m_store->selection();
    if (m_canvas->mapTool() == m_vertexTool)
        m_vertexTool->removeChosenVertices();
    else if (ids.size() == 1 && m_store->selectedArea())
        m_store->removeArea(*ids.begin(), *m_store->selectedArea());
    else
        m_store->remove(ids);
}

void ReviewActions::setCode(int code)
{
    const SlickStore::Ids ids = m_store->selection();
    const std::optional<std::size_t> area = m_store->selectedArea();
    if (ids.empty())
        return;
    const bool hadIt = haveCode(code);
    const int steps = m_store->undoStack()->index();
    m_store->setCode(ids, code, area);
    if (m_store->undoStack()->index() == steps) {
        if (hadIt)
            Q_EMIT message(tr("What is selected has code %1 already: nothing was changed.").arg(code));
        return;  // else the store has said why
    }
    Q_EMIT message(area ? tr("Code %1 for the selected area of slick %2").arg(code).arg(*ids.begin())
                   : ids.size() == 1 ? tr("Code %1 for all of slick %2").arg(code).arg(*ids.begin())
                                     : tr("Code %1 for all of %2 slicks").arg(code).arg(ids.size()));
}

/** Whether all that is selected has this code. */
bool ReviewActions::haveCode(int code) const
{
    const std::optional<std::size_t> area = m_store->selectedArea();
    for (const std::int64_t id : m_store->selection()) {
        const Slick* slick = m_store->find(id);
        for (std::size_t i = 0; slick && i < slick->areas.size(); ++i) {
            if ((!area || *area == i) && slick->areas[i].code != code)
                return false;
        }
    }
    return true;
}

void ReviewActions::fillMoveMenu()
{
    m_moveMenu->clear();
    const SlickStore::Ids ids = m_store->selection();
    if (ids.size() != 1 || !m_store->selectedArea())
        return;
    const std::int64_t from = *ids.begin();
    for (const std::int64_t to : m_order()) {
        if (to == from)
            continue;
        QAction* action = m_moveMenu->addAction(tr("Slick %1").arg(to));
        connect(action, &QAction::triggered, this,
                [this, from, to, area = *m_store->selectedArea()] { m_store->moveArea(from, area, to); });
    }
}

void ReviewActions::updateEnabled()
{
    const std::size_t selected = m_store->selection().size();
    const bool open = m_store->workspace() != nullptr;
    for (QAction* action :
         QList<QAction*>{m_accept, m_reject, m_undecide, m_zoom, m_showFrame, m_remove} + m_codes)
        action->setEnabled(selected > 0);
    for (QAction* action : m_classMenu->actions())
        action->setEnabled(selected > 0);
    m_join->setEnabled(selected > 1);
    const bool area = m_store->selectedArea().has_value();
    m_separate->setEnabled(area);
    m_moveMenu->menuAction()->setEnabled(area && m_store->slicks().size() > 1);
    m_next->setEnabled(!m_store->slicks().empty());
    m_previous->setEnabled(!m_store->slicks().empty());
    for (QAction* action : m_tools->actions())
        action->setEnabled(open);
    if (!open && qobject_cast<SlickTool*>(m_canvas->mapTool()))
        m_canvas->unsetMapTool(m_canvas->mapTool());
}

}  // namespace sheen
