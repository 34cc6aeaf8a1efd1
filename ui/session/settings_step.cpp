#include "settings_step.h"

#include <QJsonObject>
#include <QStringList>
#include <utility>

namespace sheen {

namespace {

QJsonObject toJson(const PlacingSettings& settings)
{
    QJsonObject json = trackSettingsToJson(settings.track);
    json[QStringLiteral("smallest_area_m2")] = settings.merge.smallestAreaSquareMetres;
    json[QStringLiteral("gap_m")] = settings.merge.gapMetres;
    return json;
}

/** The settings that differ. */
QStringList changedKeys(const PlacingSettings& from, const PlacingSettings& to)
{
    const QJsonObject before = toJson(from);
    const QJsonObject after = toJson(to);
    QStringList keys;
    for (const QString& key : before.keys() + after.keys()) {
        if (before.value(key) != after.value(key) && !keys.contains(key))
            keys << key;
    }
    return keys;
}

}  // namespace

SettingsStep::SettingsStep(const PlacingSettings& before, const PlacingSettings& after, bool movement,
                           Apply apply, Words words)
    : m_before(before),
      m_after(after),
      m_apply(std::move(apply)),
      m_words(std::move(words)),
      m_movement(movement)
{
    setText(m_words(m_before, m_after));
}

void SettingsStep::redo()
{
    if (m_inForce || isObsolete())
        return;
    m_inForce = true;
    m_apply(m_after);
}

void SettingsStep::undo()
{
    if (!m_inForce || isObsolete())
        return;
    m_inForce = false;
    m_apply(m_before);
}

bool SettingsStep::mergeWith(const QUndoCommand* later)
{
    const auto* next = dynamic_cast<const SettingsStep*>(later);
    if (!next || !m_inForce || !next->m_movement ||
        m_before.track.corrections != next->m_after.track.corrections ||
        changedKeys(m_before, m_after) != changedKeys(next->m_before, next->m_after))
        return false;
    m_after = next->m_after;
    setText(m_words(m_before, m_after));
    setObsolete(m_before == m_after);
    return true;
}

}  // namespace sheen
