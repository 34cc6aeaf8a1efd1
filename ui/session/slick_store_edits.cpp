#include <algorithm>

#include <QStringList>

#include "base/error.h"
#include "bodies/measures.h"
#include "bodies/reshaping.h"
#include "data/class_names.h"
#include "geo/geodesy.h"
#include "ogr/ground_geometry.h"
#include "placing/slick_sightings.h"
#include "placing/views_of_place.h"
#include "slick_edits.h"
#include "ui/session/slick_geometry.h"
#include "ui/session/slick_store.h"
#include "ui/session/waiting_writes.h"
#include "workspace/workspace.h"

// The edits of the slicks' store, each put into words for the history and for undo.

namespace sheen {

namespace {

/** The number of the one slick, or how many there are. */
qint64 countOf(const SlickStep& step)
{
    return step.before.size() == 1 ? step.before.front().id : static_cast<qint64>(step.before.size());
}

}  // namespace

void SlickStore::setDecision(const Ids& ids, Decision decision)
{
    SlickStep step = withDecision(slicksOf(ids), decision);
    if (step.before.empty())
        return;
    const bool one = step.before.size() == 1;
    const qint64 count = countOf(step);
    switch (decision) {
        case Decision::Accepted:
            push(QStringLiteral("accept"), (one ? tr("Accept slick %1") : tr("Accept %1 slicks")).arg(count),
                 std::move(step));
            break;
        case Decision::Rejected:
            push(QStringLiteral("reject"), (one ? tr("Reject slick %1") : tr("Reject %1 slicks")).arg(count),
                 std::move(step));
            break;
        case Decision::Undecided:
            push(QStringLiteral("undecide"),
                 (one ? tr("Take back the decision on slick %1") : tr("Take back the decision on %1 slicks"))
                     .arg(count),
                 std::move(step));
    }
}

void SlickStore::setTakenFor(const Ids& ids, TakenFor takenFor, LookAlike kind)
{
    SlickStep step = withTakenFor(slicksOf(ids), takenFor, kind);
    if (step.before.empty())
        return;
    const bool one = step.before.size() == 1;
    const qint64 count = countOf(step);
    push(QStringLiteral("taken_for"),
         (one ? tr("What slick %1 is taken for") : tr("What %1 slicks are taken for")).arg(count),
         std::move(step));
}

void SlickStore::setForm(const Ids& ids, std::optional<SlickForm> form)
{
    SlickStep step;
    for (const Slick& slick : slicksOf(ids)) {
        if (slick.form == form)
            continue;
        step.before.push_back(slick);
        step.after.push_back(slick);
        step.after.back().form = form;
    }
    if (step.before.empty())
        return;
    const bool one = step.before.size() == 1;
    const qint64 count = countOf(step);
    push(QStringLiteral("form"), (one ? tr("Form of slick %1") : tr("Form of %1 slicks")).arg(count),
         std::move(step));
}

void SlickStore::setCode(const Ids& ids, int code, std::optional<std::size_t> area)
{
    if (code < 0 || code > 5)
        return;
    SlickStep step = withCode(slicksOf(ids), area, code, m_card);
    if (step.before.empty())
        return;
    const bool one = step.before.size() == 1;
    const QString text = (area  ? tr("Code %1 for an area of slick %2")
                          : one ? tr("Code %1 for slick %2")
                                : tr("Code %1 for %2 slicks"))
                             .arg(code)
                             .arg(countOf(step));
    push(QStringLiteral("class"), text, std::move(step));
}

void SlickStore::setClass(const Ids& ids, int classValue, std::optional<std::size_t> area)
{
    const ModelClass* modelClass = m_card.findClass(classValue);
    if (!modelClass)
        return;
    SlickStep step = withClass(slicksOf(ids), area, *modelClass);
    if (step.before.empty())
        return;
    const bool one = step.before.size() == 1;
    const QString text = (area  ? tr("Class %1 for an area of slick %2")
                          : one ? tr("Class %1 for slick %2")
                                : tr("Class %1 for %2 slicks"))
                             .arg(shownClassName(modelClass->name), QString::number(countOf(step)));
    push(QStringLiteral("class"), text, std::move(step));
}

void SlickStore::setUnseen(Slick& slick) const
{
    if (!m_frames)
        return;
    slick.measures.unseenSquareMetres = 0;
    for (AppearanceArea& area : slick.areas) {
        area.unseenSquareMetres = inHundredths(groundArea(sheen::unseenPart(area.outline, *m_frames)));
        slick.measures.unseenSquareMetres =
            inHundredths(slick.measures.unseenSquareMetres + area.unseenSquareMetres);
    }
}

void SlickStore::setSeen(Slick& slick) const
{
    if (!m_frames)
        return;
    const std::vector<ViewOfPlace> views = viewsOfPlace(slick.measures.inside, *m_frames);
    if (views.empty())
        return;
    const auto [first, last] =
        std::minmax_element(views.begin(), views.end(),
                            [](const ViewOfPlace& a, const ViewOfPlace& b) { return a.frame < b.frame; });
    for (AppearanceArea& area : slick.areas)
        area.seen = {first->frame, last->frame, views.front().frame, static_cast<int>(views.size())};
    measure(slick);
    std::vector<Slick> one{std::move(slick)};
    setSightings(one, *m_frames);
    slick = std::move(one.front());
}

void SlickStore::setFrames(Frames frames)
{
    m_frames = std::move(frames);
    Ids marked;
    for (const Slick& slick : m_slicks) {
        if (slick.measures.unseenSquareMetres > 0)
            marked.insert(slick.id);
    }
    if (!marked.empty())
        Q_EMIT changed(marked);  // where their marks lie
}

GroundMultiPolygon SlickStore::unseenPart(const Slick& slick) const
{
    GroundMultiPolygon unseen;
    for (const AppearanceArea& area : slick.areas) {
        if (area.unseenSquareMetres <= 0 || !m_frames)
            continue;
        const GroundMultiPolygon part = sheen::unseenPart(area.outline, *m_frames);
        unseen.insert(unseen.end(), part.begin(), part.end());
    }
    return unseen;
}

std::function<EditPreview()> SlickStore::previewOf(const SketchedOutline& sketch) const
{
    return [sketch, near = slicksNear(m_slicks, sketch), card = m_card, frames = m_frames,
            limits = m_limits] { return sheen::previewOf(sketch, near, card, limits, frames.get()); };
}

void SlickStore::setOutline(std::int64_t id, std::size_t area, const GroundMultiPolygon& outline, bool takes)
{
    if (!find(id))
        return;
    std::optional<SlickStep> step =
        reshaped(m_slicks, id, area, outline, takes, m_limits.smallestSquareMetres);
    if (!step) {
        Q_EMIT refused(
            tr("The outline of slick %1 would cross itself or vanish: it stays as it was.").arg(id));
        return;
    }
    for (Slick& slick : step->after) {
        if (slick.id == id)
            setUnseen(slick);
    }
    const bool hadArea = m_selectedArea.has_value();
    if (!push(QStringLiteral("reshape"), tr("Reshape slick %1").arg(id), std::move(*step)) || !hadArea)
        return;
    // Areas are sorted by size, so the one at work may have another index now.
    const Slick* slick = find(id);
    std::size_t now = 0;
    double most = 0;
    for (std::size_t i = 0; slick && i < slick->areas.size(); ++i) {
        const double shared = groundArea(common(slick->areas[i].outline, outline));
        if (shared > most) {
            most = shared;
            now = i;
        }
    }
    selectArea(id, now);
}

void SlickStore::setNote(std::int64_t id, const QString& note)
{
    const Slick* slick = find(id);
    if (!slick || slick->note == note)
        return;
    Slick after = *slick;
    after.note = note;
    push(QStringLiteral("note"), tr("Note on slick %1").arg(id), {{*slick}, {std::move(after)}});
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
        if (m_writes->count() == 0)
            return m_lastId = m_workspace->nextSlickId();
    } catch (const Error& error) {
        if (!m_workspace->canBeChanged()) {
            Q_EMIT failed(error.sentence());
            return 0;
        }
    }
    // The workspace cannot be asked at present: it is told of this one when it can be written again.
    const std::int64_t id = ++m_lastId;
    m_writes->write([id](Workspace& workspace) { workspace.giveNoIdUpTo(id); });
    return id;
}

std::int64_t SlickStore::draw(const GroundMultiPolygon& outline, int classValue, bool takes)
{
    std::optional<SlickStep> step = drawn(m_slicks, outline, classValue, m_card, takes,
                                          m_limits.smallestSquareMetres, m_limits.gapMetres);
    if (!step) {
        Q_EMIT refused(
            tr("The outline encloses no area, or none that is free: draw at least three points that do not "
               "lie on a line, outside of slicks that were decided."));
        return 0;
    }
    Slick& slick = step->after.back();
    slick.id = newId();
    if (slick.id == 0)
        return 0;
    setSeen(slick);
    setUnseen(slick);
    const std::int64_t id = slick.id;
    if (!push(QStringLiteral("draw"), tr("Draw slick %1").arg(id), std::move(*step)))
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
    push(QStringLiteral("delete"), text, {std::move(before), {}});
}

void SlickStore::removeArea(std::int64_t id, std::size_t area)
{
    const Slick* slick = find(id);
    if (!slick || area >= slick->areas.size())
        return;
    std::optional<SlickStep> step = withoutArea(*slick, area);
    if (!step) {
        remove({id});
        return;
    }
    push(QStringLiteral("reshape"), tr("Delete an area of slick %1").arg(id), std::move(*step));
}

bool SlickStore::split(std::int64_t id, const std::vector<GroundPoint>& line)
{
    const Slick* slick = find(id);
    if (!slick || line.size() < 2)
        return false;
    SlickStep step{
        {*slick},
        divided(*slick, unwrapped(line, referenceLongitude(slick->outline)), m_limits.smallestSquareMetres)};
    if (step.after.empty())
        return false;
    Ids ids;
    for (Slick& one : step.after) {
        if (!ids.empty())
            one.id = newId();
        if (one.id == 0)
            return false;
        if (one.origin == Origin::Found)
            one.origin = Origin::Edited;
        ids.insert(one.id);
    }
    if (!push(QStringLiteral("split"), tr("Split slick %1").arg(id), std::move(step)))
        return false;
    select(ids);
    return true;
}

void SlickStore::join(const Ids& ids)
{
    SlickStep step{inOrderOfSelection(ids), {}};
    if (step.before.size() < 2) {
        Q_EMIT refused(tr("Select two or more slicks to join them."));
        return;
    }
    step.after.push_back(joined(step.before));
    if (step.after.front().origin == Origin::Found)
        step.after.front().origin = Origin::Edited;
    const std::int64_t id = step.after.front().id;
    QStringList others;
    for (std::size_t i = 1; i < step.before.size(); ++i)
        others << QString::number(step.before[i].id);
    const QString text =
        tr("Join slicks %1 to slick %2").arg(others.join(QStringLiteral(", ")), QString::number(id));
    if (push(QStringLiteral("join"), text, std::move(step)))
        select({id});
}

void SlickStore::moveArea(std::int64_t from, std::size_t area, std::int64_t to)
{
    const Slick* source = find(from);
    const Slick* target = find(to);
    if (!source || !target || area >= source->areas.size() || from == to)
        return;
    std::optional<SlickStep> step = moved(*source, area, *target);
    if (!step) {
        Q_EMIT refused(tr("Slick %1 has but one area: join it to slick %2 instead.").arg(from).arg(to));
        return;
    }
    if (push(QStringLiteral("move"), tr("Move an area of slick %1 to slick %2").arg(from).arg(to),
             std::move(*step)))
        select({to});
}

std::int64_t SlickStore::separateArea(std::int64_t id, std::size_t area)
{
    const Slick* slick = find(id);
    if (!slick || area >= slick->areas.size())
        return 0;
    std::optional<SlickStep> step = separated(*slick, area);
    if (!step) {
        Q_EMIT refused(tr("Slick %1 has but one area: it is a slick of its own already.").arg(id));
        return 0;
    }
    const std::int64_t own = newId();
    if (own == 0)
        return 0;
    step->after.back().id = own;
    if (!push(QStringLiteral("split"), tr("Make an area of slick %1 slick %2").arg(id).arg(own),
              std::move(*step)))
        return 0;
    select({own});
    return own;
}

}  // namespace sheen
