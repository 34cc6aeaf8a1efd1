#include "ui/session/slick_store.h"

#include <QUndoStack>
#include <algorithm>
#include <optional>

#include "base/error.h"
#include "bodies/areas.h"
#include "bodies/measures.h"
#include "data/model_classes.h"
#include "geo/ground_bounds.h"
#include "placing/placing_again.h"
#include "slick_change_text.h"
#include "slick_edit_command.h"
#include "slick_edits.h"
#include "ui/session/reviewer.h"
#include "ui/session/waiting_writes.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

std::vector<std::int64_t> idsOf(const std::vector<Slick>& slicks)
{
    std::vector<std::int64_t> ids;
    for (const Slick& slick : slicks)
        ids.push_back(slick.id);
    return ids;
}

}  // namespace

SlickStore::SlickStore(QObject* parent)
    : QObject(parent), m_undo(new QUndoStack(this)), m_writes(new WaitingWrites(this))
{}

SlickStore::~SlickStore() = default;

void SlickStore::load(std::shared_ptr<Workspace> workspace, const ModelCard& card,
                      const std::set<QString>& sensors, std::optional<std::vector<Slick>> slicks)
{
    m_workspace = std::move(workspace);
    m_card = card;
    m_sensors = sensors;
    m_slicks.clear();
    m_selection.clear();
    m_selectionOrder.clear();
    m_selectedArea.reset();
    m_undo->clear();
    m_held = false;
    m_readOnly.clear();
    m_lastId = 0;
    m_writes->drop();
    m_writes->setWorkspace(m_workspace);
    try {
        if (m_workspace) {
            m_lastId = m_workspace->lastSlickId();
            m_slicks = slicks ? std::move(*slicks) : m_workspace->slicks();
            const MergeSettings settings = mergeSettingsOf(m_workspace->facts());
            m_limits = {settings.smallestAreaSquareMetres, settings.gapMetres};
        }
    } catch (...) {
        m_workspace.reset();
        m_writes->setWorkspace(nullptr);
        reindex();
        Q_EMIT reset();
        throw;
    }
    reindex();
    Q_EMIT reset();
    Q_EMIT selectionChanged(m_selection);
}

void SlickStore::moveTo(std::shared_ptr<Workspace> workspace)
{
    m_workspace = std::move(workspace);
    m_readOnly.clear();
    m_writes->setWorkspace(m_workspace);
}

std::vector<ModelClass> SlickStore::oilClasses() const
{
    std::set<int> values;
    for (const Slick& slick : m_slicks) {
        for (const AppearanceArea& area : slick.areas)
            values.insert(area.classValue);
    }
    return oilClassesOf(m_card, m_sensors, values);
}

void SlickStore::reindex()
{
    m_rowOfId.clear();
    for (std::size_t row = 0; row < m_slicks.size(); ++row)
        m_rowOfId[m_slicks[row].id] = row;
}

const Slick* SlickStore::find(std::int64_t id) const
{
    const auto found = m_rowOfId.find(id);
    return found == m_rowOfId.end() ? nullptr : &m_slicks[found->second];
}

std::vector<Slick> SlickStore::slicksOf(const Ids& ids) const
{
    std::vector<Slick> slicks;
    for (std::int64_t id : ids) {
        if (const Slick* slick = find(id))
            slicks.push_back(*slick);
    }
    return slicks;
}

void SlickStore::select(const Ids& ids)
{
    Ids known;
    for (std::int64_t id : ids) {
        if (find(id))
            known.insert(id);
    }
    if (known == m_selection && !m_selectedArea)
        return;
    // Those that stay keep their order; those that come follow.
    std::erase_if(m_selectionOrder, [&known](std::int64_t id) { return known.count(id) == 0; });
    const Ids stay(m_selectionOrder.begin(), m_selectionOrder.end());
    for (const std::int64_t id : known) {
        if (stay.count(id) == 0)
            m_selectionOrder.push_back(id);
    }
    m_selection = std::move(known);
    m_selectedArea.reset();
    Q_EMIT selectionChanged(m_selection);
}

/** After slicks changed: what is not there any more is not selected. */
void SlickStore::refreshSelection()
{
    const Slick* one = m_selection.size() == 1 ? find(*m_selection.begin()) : nullptr;
    if (m_selectedArea && one && *m_selectedArea < one->areas.size())
        return;
    select(Ids(m_selection));
}

void SlickStore::selectArea(std::int64_t id, std::size_t area)
{
    const Slick* slick = find(id);
    if (!slick || area >= slick->areas.size())
        return;
    if (m_selection == Ids{id} && m_selectedArea == area)
        return;
    m_selection = {id};
    m_selectionOrder = {id};
    m_selectedArea = area;
    Q_EMIT selectionChanged(m_selection);
}

std::vector<Slick> SlickStore::inOrderOfSelection(const Ids& ids) const
{
    std::vector<Slick> slicks = slicksOf(ids);
    const auto rank = [this](const Slick& slick) {
        return std::find(m_selectionOrder.begin(), m_selectionOrder.end(), slick.id);
    };
    std::stable_sort(slicks.begin(), slicks.end(),
                     [&rank](const Slick& a, const Slick& b) { return rank(a) < rank(b); });
    return slicks;
}

bool SlickStore::refusesEdits()
{
    if (!m_readOnly.isEmpty()) {
        Q_EMIT refused(m_readOnly);
        return true;
    }
    if (m_held)
        Q_EMIT refused(
            tr("The slicks are being placed again: in a moment they can be edited. Nothing was changed."));
    return m_held;
}

std::vector<Slick> SlickStore::remembered() const
{
    std::vector<Slick> slicks;
    for (int i = 0; i < m_undo->count(); ++i) {
        const auto* command = dynamic_cast<const SlickEditCommand*>(m_undo->command(i));
        if (!command)
            continue;
        const SlickStep& step = command->step();
        slicks.insert(slicks.end(), step.before.begin(), step.before.end());
        slicks.insert(slicks.end(), step.after.begin(), step.after.end());
    }
    return slicks;
}

void SlickStore::replace(std::vector<Slick> slicks, const std::vector<Slick>& remembered)
{
    auto next = remembered.begin();
    for (int i = 0; i < m_undo->count(); ++i) {
        const auto* command = dynamic_cast<const SlickEditCommand*>(m_undo->command(i));
        if (!command)
            continue;
        SlickStep& step = command->step();
        for (std::vector<Slick>* some : {&step.before, &step.after}) {
            for (auto slick = some->begin(); slick != some->end() && next != remembered.end(); ++slick)
                *slick = *next++;
        }
    }
    Ids touched;
    for (const std::vector<Slick>* some : {&m_slicks, &slicks}) {
        for (const Slick& slick : *some)
            touched.insert(slick.id);
    }
    m_slicks = std::move(slicks);
    for (const Slick& slick : m_slicks)
        m_lastId = std::max(m_lastId, slick.id);
    reindex();
    Q_EMIT changed(touched);
    refreshSelection();
}

bool SlickStore::apply(const QString& action, const QString& text, const std::vector<Slick>& from,
                       const std::vector<Slick>& wanted)
{
    std::vector<Slick> to = wanted;
    if (!m_workspace) {
        Q_EMIT failed(tr("Nothing is open to be reviewed: open or run a flight first."));
        return false;
    }
    if (refusesEdits())
        return false;
    Ids touched;
    for (std::int64_t id : idsOf(from))
        touched.insert(id);
    Ids removed = touched;
    for (std::int64_t id : idsOf(to)) {
        touched.insert(id);
        removed.erase(id);
    }
    if (!keepApart(to, touched)) {
        Q_EMIT refused(
            tr("Other slicks lie there now, so this cannot be brought back. Nothing was changed."));
        return false;
    }
    try {
        const QString change = slickChangeText(from, to);
        const Edit edit{QDateTime::currentDateTimeUtc(),
                        reviewerName(),
                        action,
                        {touched.begin(), touched.end()},
                        change.isEmpty() ? text : tr("%1 (%2)").arg(text, change)};
        const std::vector<std::int64_t> gone(removed.begin(), removed.end());
        m_writes->write([edit, to, gone](Workspace& workspace) { workspace.applyEdit(edit, to, gone); });
        Q_EMIT recorded(edit);
    } catch (const Error& error) {
        Q_EMIT failed(error.sentence());
        return false;
    }

    if (!removed.empty()) {
        std::erase_if(m_slicks, [&removed](const Slick& slick) { return removed.count(slick.id) > 0; });
        reindex();
    }
    for (const Slick& slick : to) {
        const auto found = m_rowOfId.find(slick.id);
        if (found != m_rowOfId.end()) {
            m_slicks[found->second] = slick;
        } else {
            m_rowOfId[slick.id] = m_slicks.size();
            m_slicks.push_back(slick);
        }
    }
    Q_EMIT changed(touched);
    refreshSelection();
    return true;
}

bool SlickStore::keepApart(std::vector<Slick>& to, const Ids& touched) const
{
    for (Slick& slick : to) {
        const GroundBounds bounds(slick.outline);
        for (const Slick& other : m_slicks) {
            if (touched.count(other.id) > 0 || !bounds.touches(GroundBounds(other.outline)))
                continue;
            const double before = slick.oiledSquareMetres();
            std::vector<AppearanceArea> left = slick.areas;
            takeFrom(left, other.outline, 0);
            double after = 0;
            for (const AppearanceArea& area : left)
                after += area.areaSquareMetres;
            if (after >= before - overlapTolerance)
                continue;
            if (left.empty())
                return false;
            slick.areas = std::move(left);
            measure(slick);
        }
    }
    return true;
}

bool SlickStore::push(const QString& action, const QString& text, SlickStep step)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (Slick& slick : step.after) {
        slick.reviewer = reviewerName();
        slick.reviewedUtc = now;
    }
    if (!apply(action, text, step.before, step.after))
        return false;
    m_undo->push(new SlickEditCommand(this, text, std::move(step)));
    return true;
}

void SlickStore::undo()
{
    if (!m_undo->canUndo())
        return;
    const auto* step = static_cast<const HistoryStep*>(m_undo->command(m_undo->index() - 1));
    m_undo->undo();
    if (step->isInForce())
        m_undo->redo();  // it could not be written: the stack goes back to where the slicks are
}

bool SlickStore::writeDown(const QString& action, const QString& text, const Ids& ids,
                           const std::function<void(Workspace&)>& change)
{
    if (!m_workspace || refusesEdits())
        return false;
    const Edit edit{QDateTime::currentDateTimeUtc(), reviewerName(), action, {ids.begin(), ids.end()}, text};
    try {
        m_writes->write([edit](Workspace& workspace) { workspace.applyEdit(edit, {}, {}); });
        m_writes->write(change);
    } catch (const Error& error) {
        Q_EMIT failed(error.sentence());
        return false;
    }
    Q_EMIT recorded(edit);
    return true;
}

void SlickStore::forgetLastStep()
{
    if (!m_undo->canUndo())
        return;
    const_cast<QUndoCommand*>(m_undo->command(m_undo->index() - 1))->setObsolete(true);
    m_undo->undo();
}

void SlickStore::redo()
{
    if (!m_undo->canRedo())
        return;
    const auto* step = static_cast<const HistoryStep*>(m_undo->command(m_undo->index()));
    m_undo->redo();
    if (!step->isInForce())
        m_undo->undo();
}

}  // namespace sheen
