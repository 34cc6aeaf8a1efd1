// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <map>
#include <optional>

#include "ais_collector.h"
#include "ais_message.h"

namespace sheen {

/** Whether a line holds a sentence of AIS. */
bool holdsAisSentence(const QByteArray& line);

/** Takes the lines of an NMEA file in their order. */
class AisSentences
{
public:
    explicit AisSentences(AisCollector& collector) : m_collector(collector) {}

    void take(const QByteArray& line);
    /** Counts what still waits for a sentence that never came. */
    void finish();

private:
    /** A message of several sentences, as far as it has come. */
    struct Group
    {
        int parts = 0;
        int fillBits = 0;
        QByteArray letters;
        std::optional<qint64> receivedMilliseconds;
    };

    void takeWhole(const Group& group);
    qint64 timeAfterClock(int second) const;

    AisCollector& m_collector;
    std::map<QByteArray, Group> m_waiting;      //!< by channel and number of the sequence
    std::optional<qint64> m_clockMilliseconds;  //!< of a base station
};

}  // namespace sheen
