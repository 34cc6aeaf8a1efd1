#pragma once

#include <random>

#include "ui/session/session.h"

namespace sheen::test {

/**
 * Reviews the results of FlightThatWasRun that are open in a session: edits of every kind, the same for the
 * same seed and the same results. An act is one edit or none, and done when act() comes back.
 */
class SeededAnalyst
{
public:
    SeededAnalyst(Session& session, unsigned seed) : m_session(session), m_random(seed) {}
    void act();

private:
    int upTo(int most);  //!< 0 to `most`, alike on every machine
    std::int64_t anySlick();
    void decide();
    void outline();
    void joinOrPart();
    void goBackOrForward();
    void placeAgain();

    Session& m_session;
    std::mt19937 m_random;
    int m_notes = 0;
};

}  // namespace sheen::test
