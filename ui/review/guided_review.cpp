#include "ui/review/guided_review.h"

#include <QUndoStack>
#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/geodesy.h"
#include "ui/session/second_looks.h"
#include "ui/session/slick_store.h"

namespace sheen {

namespace {

/** Oil that may be most first: without an upper bound above all others, not known last. */
double largestVolume(const Slick& slick)
{
    const SlickMeasures& measures = slick.measures;
    if (!measures.minimumVolumeCubicMetres)
        return -1;
    return measures.maximumVolumeCubicMetres.value_or(1e12 + *measures.minimumVolumeCubicMetres);
}

void sortByNearness(std::vector<const Slick*>& slicks)
{
    if (slicks.empty())
        return;
    struct Place
    {
        double north = 0;
        double east = 0;
        const Slick* slick = nullptr;
    };
    // Degrees of latitude in a plane: enough to tell what is nearer within a flight.
    const GroundPoint& first = slicks.front()->measures.inside;
    const double shrink = std::cos(first.latitudeDegrees * radiansPerDegree);
    std::vector<Place> places;
    for (const Slick* slick : slicks) {
        const GroundPoint& at = slick->measures.inside;
        places.push_back(
            {at.latitudeDegrees, longitudeNear(at.longitudeDegrees, first.longitudeDegrees) * shrink, slick});
    }
    for (std::size_t at = 0; at + 1 < places.size(); ++at) {
        const auto distanceSquared = [&here = places[at]](const Place& place) {
            const double north = place.north - here.north;
            const double east = place.east - here.east;
            return north * north + east * east;
        };
        const auto rest = places.begin() + static_cast<std::ptrdiff_t>(at) + 1;
        std::iter_swap(rest, std::min_element(rest, places.end(), [&](const Place& a, const Place& b) {
                           return distanceSquared(a) < distanceSquared(b);
                       }));
    }
    std::transform(places.begin(), places.end(), slicks.begin(),
                   [](const Place& place) { return place.slick; });
}

}  // namespace

std::vector<std::int64_t> inOrder(std::vector<const Slick*> slicks, GuidedReview::Order order)
{
    using Order = GuidedReview::Order;
    const auto largestFirst = [&slicks](auto value) {
        std::stable_sort(slicks.begin(), slicks.end(),
                         [&value](const Slick* a, const Slick* b) { return value(*a) > value(*b); });
    };
    const auto size = [](const Slick& slick) { return slick.oiledSquareMetres(); };
    largestFirst(size);  // also among those that are equal in what follows
    switch (order) {
        case Order::Size:
            break;
        case Order::Volume:
            largestFirst(largestVolume);
            break;
        case Order::Confidence:
            largestFirst([](const Slick& slick) { return slick.confidence; });
            break;
        case Order::Time:
            largestFirst([](const Slick& slick) {
                return slick.seen.firstFrame < 0 ? std::numeric_limits<int>::min() : -slick.seen.firstFrame;
            });
            break;
        case Order::Place:
            largestFirst([](const Slick& slick) { return slick.measures.inside.latitudeDegrees; });
            break;
        case Order::Nearness:
            sortByNearness(slicks);
            break;
    }
    std::vector<std::int64_t> ids;
    for (const Slick* slick : slicks)
        ids.push_back(slick->id);
    return ids;
}

GuidedReview::GuidedReview(SlickStore* store, SecondLooks* looks, QObject* parent)
    : QObject(parent), m_store(store), m_looks(looks)
{
    connect(store, &SlickStore::reset, this, &GuidedReview::end);
    connect(store, &SlickStore::selectionChanged, this, &GuidedReview::follow);
    connect(store, &SlickStore::changed, this, [this](const std::set<std::int64_t>& ids) {
        dropGone();
        m_changed = ids;
        if (m_active)
            Q_EMIT progressChanged();
    });
    connect(store->undoStack(), &QUndoStack::indexChanged, this, &GuidedReview::followHistory);
}

bool GuidedReview::passes(const Slick& slick) const
{
    switch (m_filter) {
        case Filter::Undecided:
            return slick.decision == Decision::Undecided && !m_looks->isWanted(slick.id);
        case Filter::SecondLook:
            return m_looks->isWanted(slick.id);
        case Filter::Accepted:
            return slick.decision == Decision::Accepted;
        case Filter::Rejected:
            return slick.decision == Decision::Rejected;
        case Filter::All:
            break;
    }
    return true;
}

bool GuidedReview::start(Order order, Filter filter)
{
    m_filter = filter;
    std::vector<const Slick*> slicks;
    for (const Slick& slick : m_store->slicks()) {
        if (passes(slick))
            slicks.push_back(&slick);
    }
    if (slicks.empty()) {
        end();
        return false;
    }
    m_queue = inOrder(std::move(slicks), order);
    m_position = -1;
    m_active = true;
    Q_EMIT activeChanged(true);
    m_store->select({});
    m_store->select({m_queue.front()});
    return true;
}

void GuidedReview::end()
{
    if (!m_active)
        return;
    m_active = false;
    m_queue.clear();
    m_position = -1;
    Q_EMIT activeChanged(false);
}

void GuidedReview::goOn()
{
    if (!m_active)
        return;
    const int count = static_cast<int>(m_queue.size());
    for (int step = 1; step <= count; ++step) {
        const int at = (m_position + step) % count;  // past the end: those that were passed over
        const Slick* slick = m_store->find(m_queue[static_cast<std::size_t>(at)]);
        // With a filter that decisions do not change, the last one is the end.
        const bool wraps = m_position + step >= count;
        if (slick && passes(*slick) && at != m_position && !(wraps && m_filter != Filter::Undecided)) {
            m_store->select({slick->id});
            return;
        }
    }
    Q_EMIT progressChanged();
    Q_EMIT finished();
}

GuidedReview::Progress GuidedReview::progress() const
{
    Progress progress;
    progress.position = m_position + 1;
    progress.count = static_cast<int>(m_queue.size());
    for (const std::int64_t id : m_queue) {
        const Slick* slick = m_store->find(id);
        progress.accepted += slick && slick->decision == Decision::Accepted;
        progress.rejected += slick && slick->decision == Decision::Rejected;
    }
    return progress;
}

/** Whoever selects another slick of the queue is there. */
void GuidedReview::follow(const std::set<std::int64_t>& selection)
{
    if (!m_active || selection.size() != 1)
        return;
    const auto found = std::find(m_queue.begin(), m_queue.end(), *selection.begin());
    if (found == m_queue.end())
        return;
    const int at = static_cast<int>(found - m_queue.begin());
    const bool moved = at != m_position;
    m_position = at;
    Q_EMIT progressChanged();
    if (moved)
        Q_EMIT arrived(*found);
}

/** Back to what was just taken back. */
void GuidedReview::followHistory(int index)
{
    const bool undone = index < m_historyIndex;
    m_historyIndex = index;
    if (m_active && undone && m_changed.size() == 1 &&
        std::find(m_queue.begin(), m_queue.end(), *m_changed.begin()) != m_queue.end())
        m_store->select(m_changed);
}

void GuidedReview::dropGone()
{
    for (std::size_t at = m_queue.size(); at-- > 0;) {
        if (m_store->find(m_queue[at]))
            continue;
        m_queue.erase(m_queue.begin() + static_cast<std::ptrdiff_t>(at));
        if (static_cast<int>(at) <= m_position)
            --m_position;
    }
}

}  // namespace sheen
