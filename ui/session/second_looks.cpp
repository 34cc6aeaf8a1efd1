#include "ui/session/second_looks.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUndoStack>

#include "base/error.h"
#include "ui/session/history_step.h"
#include "ui/session/slick_store.h"
#include "workspace/workspace.h"

namespace sheen {

namespace {

const QString keptName = QStringLiteral("second_looks");
const QString slicksKey = QStringLiteral("slicks");

}  // namespace

class SecondLooks::Step : public HistoryStep
{
public:
    Step(SecondLooks* looks, const QString& text, std::set<std::int64_t> ids, bool wanted)
        : HistoryStep(text), m_looks(looks), m_ids(std::move(ids)), m_wanted(wanted)
    {}

    void redo() override
    {
        if (!m_inForce)
            m_inForce = m_looks->apply(m_ids, m_wanted);
    }
    void undo() override
    {
        if (m_inForce)
            m_inForce = !m_looks->apply(m_ids, !m_wanted);
    }
    bool isInForce() const override { return m_inForce; }

private:
    SecondLooks* m_looks;
    std::set<std::int64_t> m_ids;
    bool m_wanted;
    bool m_inForce = true;
};

SecondLooks::SecondLooks(SlickStore* store, QObject* parent) : QObject(parent), m_store(store)
{
    connect(store, &SlickStore::reset, this, &SecondLooks::load);
    load();
}

void SecondLooks::load()
{
    m_slicks.clear();
    try {
        if (const std::shared_ptr<Workspace> workspace = m_store->workspace()) {
            const QJsonArray ids = workspace->kept(keptName).value(slicksKey).toArray();
            for (const QJsonValue& id : ids)
                m_slicks.insert(static_cast<std::int64_t>(id.toDouble()));
        }
    } catch (const Error& error) {
        Q_EMIT m_store->failed(error.sentence());
    }
}

void SecondLooks::want(const std::set<std::int64_t>& ids, bool wanted)
{
    std::set<std::int64_t> other;
    for (const std::int64_t id : ids) {
        if (m_store->find(id) && isWanted(id) != wanted)
            other.insert(id);
    }
    if (other.empty() || !apply(other, wanted))
        return;
    const QString number =
        other.size() == 1 ? tr("slick %1").arg(*other.begin()) : tr("%1 slicks").arg(other.size());
    m_store->undoStack()->push(new Step(
        this, (wanted ? tr("Second look at %1") : tr("No second look at %1")).arg(number), other, wanted));
}

bool SecondLooks::apply(const std::set<std::int64_t>& ids, bool wanted)
{
    std::set<std::int64_t> after = m_slicks;
    for (const std::int64_t id : ids) {
        if (wanted)
            after.insert(id);
        else
            after.erase(id);
    }
    QJsonArray kept;
    for (const std::int64_t id : after)
        kept << static_cast<double>(id);
    const QString text =
        wanted ? tr("A second look is wanted: no → yes") : tr("A second look is wanted: yes → no");
    const auto keep = [kept](Workspace& workspace) { workspace.keep(keptName, {{slicksKey, kept}}); };
    if (!m_store->writeDown(QStringLiteral("second_look"), text, ids, keep))
        return false;
    m_slicks = std::move(after);
    Q_EMIT changed(ids);
    return true;
}

}  // namespace sheen
