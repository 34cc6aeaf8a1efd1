#pragma once

#include <QObject>
#include <cstdint>
#include <set>
#include <vector>

#include "data/slick.h"

namespace sheen {

class SecondLooks;
class SlickStore;

/**
 * Leads through the slicks of a flight: those that pass a filter, in an order, one after another. Which are
 * to be looked at is settled when it starts: whoever selects one that was decided since has gone back to it.
 * The slick that it is at is the one selected. Knows no widgets.
 */
class GuidedReview : public QObject
{
    Q_OBJECT

public:
    enum class Order { Size, Volume, Confidence, Time, Place, Nearness };
    enum class Filter { Undecided, SecondLook, Accepted, Rejected, All };

    struct Progress
    {
        int position = 0;  //!< of the slick it is at, from 1; 0: at none
        int count = 0;
        int accepted = 0;
        int rejected = 0;
    };

    GuidedReview(SlickStore* store, SecondLooks* looks, QObject* parent = nullptr);

    /** Begins at the first. False where no slick passes the filter. */
    bool start(Order order, Filter filter);
    void end();
    bool isActive() const { return m_active; }

    /** The next one that still passes the filter; `finished` where there is none left. */
    void goOn();
    const std::vector<std::int64_t>& queue() const { return m_queue; }  //!< those that still exist
    Progress progress() const;

Q_SIGNALS:
    void activeChanged(bool active);
    void arrived(std::int64_t id);  //!< look at this one
    void progressChanged();
    void finished();  //!< all were looked at; it goes on until end()

private:
    bool passes(const Slick& slick) const;
    void follow(const std::set<std::int64_t>& selection);
    void followHistory(int index);
    void dropGone();

    SlickStore* m_store;
    SecondLooks* m_looks;
    Filter m_filter = Filter::Undecided;
    std::vector<std::int64_t> m_queue;
    int m_position = -1;  //!< in the queue
    bool m_active = false;
    std::set<std::int64_t> m_changed;  //!< by the last edit
    int m_historyIndex = 0;
};

/** Slicks in the order of a guided review. Nearness: each the nearest to the one before, from the largest. */
std::vector<std::int64_t> inOrder(std::vector<const Slick*> slicks, GuidedReview::Order order);

}  // namespace sheen
