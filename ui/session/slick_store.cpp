#include "ui/session/slick_store.h"

#include <QUndoStack>
#include <exception>
#include <optional>

#include "base/error.h"
#include "data/model_classes.h"
#include "reviewer.h"
#include "slick_edit_command.h"
#include "slick_edits.h"
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

SlickStore::SlickStore(QObject* parent) : QObject(parent), m_undo(new QUndoStack(this))
{}

SlickStore::~SlickStore() = default;

void SlickStore::load(std::shared_ptr<Workspace> workspace, const ModelCard& card,
                      const std::set<QString>& sensors)
{
    m_workspace = std::move(workspace);
    m_card = card;
    m_sensors = sensors;
    m_slicks.clear();
    m_selection.clear();
    m_undo->clear();
    m_held = false;
    try {
        if (m_workspace)
            m_slicks = m_workspace->slicks();
    } catch (...) {
        m_workspace.reset();
        reindex();
        Q_EMIT reset();
        throw;
    }
    reindex();
    Q_EMIT reset();
    Q_EMIT selectionChanged(m_selection);
}

std::vector<ModelClass> SlickStore::oilClasses() const
{
    std::set<int> values;
    for (const Slick& slick : m_slicks)
        values.insert(slick.classValue);
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
    if (known == m_selection)
        return;
    m_selection = std::move(known);
    Q_EMIT selectionChanged(m_selection);
}

bool SlickStore::refusesEdits()
{
    if (m_held)
        Q_EMIT refused(
            tr("The slicks are being placed again: in a moment they can be edited. Nothing was changed."));
    return m_held;
}

std::vector<Slick> SlickStore::remembered() const
{
    std::vector<Slick> slicks;
    for (int i = 0; i < m_undo->count(); ++i) {
        const SlickStep& step = static_cast<const SlickEditCommand*>(m_undo->command(i))->step();
        slicks.insert(slicks.end(), step.before.begin(), step.before.end());
        slicks.insert(slicks.end(), step.after.begin(), step.after.end());
    }
    return slicks;
}

void SlickStore::replace(std::vector<Slick> slicks, const std::vector<Slick>& remembered)
{
    auto next = remembered.begin();
    for (int i = 0; i < m_undo->count(); ++i) {
        SlickStep& step = static_cast<const SlickEditCommand*>(m_undo->command(i))->step();
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
    reindex();
    Q_EMIT changed(touched);
    select(Ids(m_selection));
}

bool SlickStore::apply(const QString& action, const QString& text, const std::vector<Slick>& from,
                       const std::vector<Slick>& to)
{
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
    try {
        const Edit edit{
            QDateTime::currentDateTimeUtc(), reviewerName(), action, {touched.begin(), touched.end()}, text};
        m_workspace->applyEdit(edit, to, {removed.begin(), removed.end()});
    } catch (const Error& error) {
        Q_EMIT failed(error.sentence());
        return false;
    } catch (const std::exception& error) {
        Q_EMIT failed(tr("%1: the edit could not be written (%2).")
                          .arg(m_workspace->path(), QString::fromLocal8Bit(error.what())));
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
    select(Ids(m_selection));
    return true;
}

bool SlickStore::push(const QString& action, const QString& text, std::vector<Slick> before,
                      std::vector<Slick> after)
{
    if (!apply(action, text, before, after))
        return false;
    m_undo->push(new SlickEditCommand(this, text, {std::move(before), std::move(after)}));
    return true;
}

void SlickStore::undo()
{
    if (!m_undo->canUndo())
        return;
    const auto* step = static_cast<const SlickEditCommand*>(m_undo->command(m_undo->index() - 1));
    m_undo->undo();
    if (step->isInForce())
        m_undo->redo();  // it could not be written: the stack goes back to where the slicks are
}

void SlickStore::redo()
{
    if (!m_undo->canRedo())
        return;
    const auto* step = static_cast<const SlickEditCommand*>(m_undo->command(m_undo->index()));
    m_undo->redo();
    if (!step->isInForce())
        m_undo->undo();
}

void SlickStore::setStatus(const Ids& ids, SlickStatus status)
{
    const SlickStep step = withStatus(slicksOf(ids), status);
    if (step.before.empty())
        return;
    const bool one = step.before.size() == 1;
    const std::int64_t count = one ? step.before.front().id : static_cast<std::int64_t>(step.before.size());
    switch (status) {
        case SlickStatus::Accepted:
            push(QStringLiteral("accept"), (one ? tr("Accept slick %1") : tr("Accept %1 slicks")).arg(count),
                 step.before, step.after);
            break;
        case SlickStatus::Rejected:
            push(QStringLiteral("reject"), (one ? tr("Reject slick %1") : tr("Reject %1 slicks")).arg(count),
                 step.before, step.after);
            break;
        default:
            push(QStringLiteral("status"),
                 (one ? tr("Change decision on slick %1") : tr("Change decision on %1 slicks")).arg(count),
                 step.before, step.after);
    }
}

void SlickStore::setCode(const Ids& ids, int code)
{
    if (code < 0 || code > 5)
        return;
    SlickStep step = withCode(slicksOf(ids), code, m_card);
    if (step.before.empty())
        return;
    const QString text = step.before.size() == 1
                             ? tr("Code %1 for slick %2").arg(code).arg(step.before.front().id)
                             : tr("Code %1 for %2 slicks").arg(code).arg(step.before.size());
    push(QStringLiteral("class"), text, std::move(step.before), std::move(step.after));
}

void SlickStore::setClass(const Ids& ids, int classValue)
{
    const ModelClass* modelClass = m_card.findClass(classValue);
    if (!modelClass)
        return;
    SlickStep step = withClass(slicksOf(ids), *modelClass);
    if (step.before.empty())
        return;
    const QString text =
        step.before.size() == 1
            ? tr("Class %1 for slick %2").arg(modelClass->name, QString::number(step.before.front().id))
            : tr("Class %1 for %2 slicks").arg(modelClass->name, QString::number(step.before.size()));
    push(QStringLiteral("class"), text, std::move(step.before), std::move(step.after));
}

void SlickStore::setOutline(std::int64_t id, const GroundMultiPolygon& outline)
{
    const Slick* slick = find(id);
    if (!slick)
        return;
    std::optional<Slick> after = reshaped(*slick, outline);
    if (!after) {
        Q_EMIT refused(
            tr("The outline of slick %1 would cross itself or vanish: it stays as it was.").arg(id));
        return;
    }
    push(QStringLiteral("reshape"), tr("Reshape slick %1").arg(id), {*slick}, {std::move(*after)});
}

void SlickStore::setNote(std::int64_t id, const QString& note)
{
    const Slick* slick = find(id);
    if (!slick || slick->note == note)
        return;
    Slick after = *slick;
    after.note = note;
    push(QStringLiteral("note"), tr("Note on slick %1").arg(id), {*slick}, {std::move(after)});
}

std::int64_t SlickStore::newId()
{
    if (!m_workspace) {
        Q_EMIT failed(tr("Nothing is open to be reviewed: open or run a flight first."));
        return 0;
    }
    if (refusesEdits())
        return 0;
    try {
        return m_workspace->nextSlickId();
    } catch (const Error& error) {
        Q_EMIT failed(error.sentence());
    } catch (const std::exception& error) {
        Q_EMIT failed(
            tr("%1 could not be read (%2).").arg(m_workspace->path(), QString::fromLocal8Bit(error.what())));
    }
    return 0;
}

std::int64_t SlickStore::draw(const GroundMultiPolygon& outline, int classValue)
{
    std::optional<Slick> slick = drawn(outline, classValue, m_card, m_slicks);
    if (!slick) {
        Q_EMIT refused(
            tr("The outline encloses no area: draw at least three points that do not lie on a line."));
        return 0;
    }
    slick->id = newId();
    if (slick->id == 0)
        return 0;
    const std::int64_t id = slick->id;
    if (!push(QStringLiteral("draw"), tr("Draw slick %1").arg(id), {}, {std::move(*slick)}))
        return 0;
    select({id});
    return id;
}

void SlickStore::remove(const Ids& ids)
{
    std::vector<Slick> before = slicksOf(ids);
    if (before.empty())
        return;
    const QString text = before.size() == 1 ? tr("Delete slick %1").arg(before.front().id)
                                            : tr("Delete %1 slicks").arg(before.size());
    push(QStringLiteral("delete"), text, std::move(before), {});
}

bool SlickStore::split(std::int64_t id, const std::vector<GroundPoint>& line)
{
    const Slick* slick = find(id);
    if (!slick || line.size() < 2)
        return false;
    std::vector<Slick> after = divided(*slick, line);
    if (after.empty())
        return false;
    const Slick before = *slick;
    Ids ids;
    for (Slick& one : after) {
        if (!ids.empty())
            one.id = newId();
        if (one.id == 0)
            return false;
        ids.insert(one.id);
    }
    if (!push(QStringLiteral("split"), tr("Split slick %1").arg(id), {before}, std::move(after)))
        return false;
    select(ids);
    return true;
}

void SlickStore::merge(const Ids& ids)
{
    std::vector<Slick> slicks = slicksOf(ids);
    if (slicks.size() < 2) {
        Q_EMIT refused(tr("Select two or more slicks to merge them."));
        return;
    }
    SlickStep step = merged(std::move(slicks));
    if (step.after.empty()) {
        Q_EMIT refused(tr("These slicks cannot be merged: their outlines are broken."));
        return;
    }
    const std::int64_t id = step.after.front().id;
    const QString text = tr("Merge %1 slicks into slick %2").arg(step.before.size()).arg(id);
    if (push(QStringLiteral("merge"), text, std::move(step.before), std::move(step.after)))
        select({id});
}

}  // namespace sheen
