#include "seeded_analyst.h"

#include <QtTest>

#include "core/pipeline/placing/overlay_flight.h"
#include "ui/session/second_looks.h"
#include "ui/session/slick_store.h"
#include "ui/support/flight_that_was_run.h"

namespace sheen::test {

namespace {

constexpr std::size_t enoughSlicks = 25;

}  // namespace

int SeededAnalyst::upTo(int most)
{
    return static_cast<int>(m_random() % static_cast<unsigned>(most + 1));
}

std::int64_t SeededAnalyst::anySlick()
{
    const std::vector<Slick>& slicks = m_session.slicks()->slicks();
    if (slicks.empty())
        return 0;
    // By number, not by row: rows may lie in another order in results that were opened again.
    std::set<std::int64_t> ids;
    for (const Slick& slick : slicks)
        ids.insert(slick.id);
    return *std::next(ids.begin(), upTo(static_cast<int>(ids.size()) - 1));
}

void SeededAnalyst::act()
{
    SlickStore& store = *m_session.slicks();
    if (store.slicks().size() > enoughSlicks) {
        SlickStore::Ids ids;
        while (ids.size() < 6)
            ids.insert(anySlick());
        store.remove(ids);
        return;
    }
    const int choice = upTo(99);
    if (choice < 35)
        decide();
    else if (choice < 45)
        store.setNote(anySlick(), QStringLiteral("note %1").arg(++m_notes));
    else if (choice < 55) {
        const std::int64_t id = anySlick();
        m_session.secondLooks()->want({id}, !m_session.secondLooks()->isWanted(id));
    } else if (choice < 70)
        outline();
    else if (choice < 82)
        joinOrPart();
    else if (choice < 97)
        goBackOrForward();
    else
        placeAgain();
}

void SeededAnalyst::decide()
{
    SlickStore& store = *m_session.slicks();
    const std::int64_t id = anySlick();
    switch (upTo(4)) {
        case 0:
            store.setDecision({id, anySlick()}, Decision::Accepted);
            break;
        case 1:
            store.setDecision({id}, Decision::Rejected);
            break;
        case 2:
            store.setTakenFor({id}, TakenFor::LookAlike, LookAlike::Unsaid);
            break;
        case 3:
            store.setCode({id}, upTo(5));
            break;
        default:
            store.setDecision({id}, Decision::Undecided);
    }
}

void SeededAnalyst::outline()
{
    const double north = 300 + upTo(900), east = upTo(600) - 300, half = 10 + upTo(40);
    const GroundMultiPolygon square = {{OverlayFlight::square(north, east, half)}};
    if (upTo(1) == 0)
        m_session.slicks()->draw(square, 1, upTo(1) == 0);
    else
        m_session.slicks()->setOutline(anySlick(), 0, square);
}

void SeededAnalyst::joinOrPart()
{
    SlickStore& store = *m_session.slicks();
    const std::int64_t id = anySlick();
    const Slick* slick = store.find(id);
    if (!slick)
        return;
    switch (upTo(2)) {
        case 0: {
            const std::int64_t other = anySlick();
            store.select({id, other});
            store.join({id, other});
            break;
        }
        case 1: {
            const GroundPoint& corner = slick->outline.front().front().front();
            store.split(id, {{corner.latitudeDegrees - 0.002, corner.longitudeDegrees - 0.001},
                             {corner.latitudeDegrees + 0.002, corner.longitudeDegrees + 0.002}});
            break;
        }
        default:
            store.remove({id});
    }
}

void SeededAnalyst::goBackOrForward()
{
    if (upTo(2) > 0)
        m_session.slicks()->undo();
    else
        m_session.slicks()->redo();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session.isPlacingAgain(), patience);
}

void SeededAnalyst::placeAgain()
{
    TrackSettings settings = m_session.trackSettings();
    settings.sensorWidthMillimetres[QStringLiteral("EOW")] = 9.6 + 0.1 * upTo(4);
    m_session.setTrackSettings(settings);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session.isPlacingAgain(), patience);
}

}  // namespace sheen::test
