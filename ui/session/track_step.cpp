#include "track_step.h"

#include <QJsonObject>
#include <QStringList>
#include <utility>

namespace sheen {

namespace {

/** The settings that differ. */
QStringList changedKeys(const TrackSettings& from, const TrackSettings& to)
{
    const QJsonObject before = trackSettingsToJson(from);
    const QJsonObject after = trackSettingsToJson(to);
    QStringList keys;
    for (const QString& key : before.keys() + after.keys()) {
        if (before.value(key) != after.value(key) && !keys.contains(key))
            keys << key;
    }
    return keys;
}

}  // namespace

TrackStep::TrackStep(const TrackSettings& before, const TrackSettings& after, bool movement, Apply apply,
                     Words words)
    : m_before(before),
      m_after(after),
      m_apply(std::move(apply)),
      m_words(std::move(words)),
      m_movement(movement)
{
    setText(m_words(m_before, m_after));
}

void TrackStep::redo()
{
    if (m_inForce || isObsolete())
        return;
    m_inForce = true;
    m_apply(m_after);
}

void TrackStep::undo()
{
    if (!m_inForce || isObsolete())
        return;
    m_inForce = false;
    m_apply(m_before);
}

bool TrackStep::mergeWith(const QUndoCommand* later)
{
    const auto* next = dynamic_cast<const TrackStep*>(later);
    if (!next || !m_inForce || !next->m_movement || m_before.corrections != next->m_after.corrections ||
        changedKeys(m_before, m_after) != changedKeys(next->m_before, next->m_after))
        return false;
    m_after = next->m_after;
    setText(m_words(m_before, m_after));
    setObsolete(m_before == m_after);
    return true;
}

}  // namespace sheen
