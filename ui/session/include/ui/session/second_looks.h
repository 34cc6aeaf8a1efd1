#pragma once

#include <QObject>
#include <cstdint>
#include <set>

namespace sheen {

class SlickStore;

/** The slicks that somebody wants to look at once more, kept in the workspace. Each change is a step of the
 * history. Lives in the widgets' thread. */
class SecondLooks : public QObject
{
    Q_OBJECT

public:
    explicit SecondLooks(SlickStore* store, QObject* parent = nullptr);

    const std::set<std::int64_t>& slicks() const { return m_slicks; }
    bool isWanted(std::int64_t id) const { return m_slicks.count(id) > 0; }
    void want(const std::set<std::int64_t>& ids, bool wanted);

Q_SIGNALS:
    void changed(const std::set<std::int64_t>& ids);

private:
    class Step;

    void load();
    bool apply(const std::set<std::int64_t>& ids, bool wanted);

    SlickStore* m_store;
    std::set<std::int64_t> m_slicks;
};

}  // namespace sheen
