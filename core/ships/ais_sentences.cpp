// SPDX-License-Identifier: GPL-3.0-or-later
#include "ais_sentences.h"

#include <QList>
#include <cmath>

#include "text_time.h"

namespace sheen {

namespace {

constexpr std::size_t mostWaiting = 64;

/** The NMEA 0183 checksum: all letters between the first and the star, combined by exclusive or. */
bool hasGoodChecksum(const QByteArray& sentence)
{
    const int star = static_cast<int>(sentence.indexOf('*'));
    bool isNumber = false;
    const int told = star < 0 ? -1 : sentence.mid(star + 1, 2).toInt(&isNumber, 16);
    int sum = 0;
    for (int i = 1; i < star; ++i)
        sum ^= static_cast<unsigned char>(sentence[i]);
    return isNumber && sum == told;
}

/** Where the sentence begins in a line; -1: nowhere. "AI" may be another talker ("AB", "BS"). */
int beginOfSentence(const QByteArray& line)
{
    for (const char* formatter : {"VDM,", "VDO,"}) {
        const int at = static_cast<int>(line.indexOf(formatter));
        if (at >= 3 && line[at - 3] == '!')
            return at - 3;
    }
    return -1;
}

/** "c:1241544035" of a tag block "\...*hh\" (NMEA 4.0). */
std::optional<qint64> timeOfTagBlock(const QByteArray& before)
{
    const int begin = static_cast<int>(before.indexOf('\\'));
    const int end = static_cast<int>(before.indexOf('\\', begin + 1));
    if (begin < 0 || end < 0)
        return std::nullopt;
    const QByteArray block = before.mid(begin, end - begin);
    if (block.contains('*') && !hasGoodChecksum(block))
        return std::nullopt;
    const QList<QByteArray> fields = block.mid(1, block.indexOf('*') - 1).split(',');
    for (const QByteArray& field : fields) {
        if (field.startsWith("c:"))
            return epochMilliseconds(field.mid(2));
    }
    return std::nullopt;
}

/** When a sentence was received, as a line says it: in a tag block, before the sentence or behind it. */
std::optional<qint64> timeOfLine(const QByteArray& before, const QByteArray& after)
{
    if (const auto tagged = timeOfTagBlock(before))
        return tagged;
    for (const QByteArray& separator : {QByteArray(","), QByteArray(" "), QByteArray("\t"), QByteArray()}) {
        QByteArray text = before.trimmed();
        if (!separator.isEmpty() && text.endsWith(separator))
            text.chop(1);
        if (const auto time = textMilliseconds(text))
            return time;
    }
    const QList<QByteArray> fields = after.split(',');
    for (int i = static_cast<int>(fields.size()) - 1; i > 0; --i) {
        if (const auto time = textMilliseconds(fields[i].trimmed()))
            return time;
    }
    return std::nullopt;
}

}  // namespace

bool holdsAisSentence(const QByteArray& line)
{
    return beginOfSentence(line) >= 0;
}

void AisSentences::take(const QByteArray& line)
{
    const int begin = beginOfSentence(line);
    if (begin < 0)
        return;  // another sentence of NMEA, or a remark
    const QByteArray sentence = line.mid(begin);
    if (!hasGoodChecksum(sentence)) {
        ++m_collector.faults.badChecksums;
        return;
    }
    const int star = static_cast<int>(sentence.indexOf('*'));
    const QList<QByteArray> fields = sentence.left(star).split(',');
    const int total = fields.value(1).toInt();
    const int number = fields.value(2).toInt();
    constexpr int mostParts = 9;
    if (fields.size() < 7 || total < 1 || total > mostParts || number < 1 || number > total) {
        ++m_collector.faults.broken;
        return;
    }
    const auto received = timeOfLine(line.left(begin), sentence.mid(star + 3));
    if (total == 1) {
        takeWhole({1, fields[6].toInt(), fields[5], received});
        return;
    }
    const QByteArray key = fields[3] + '/' + fields[4];
    const auto waiting = m_waiting.find(key);
    const bool waited = waiting != m_waiting.end();
    const bool goesOn = waited && waiting->second.parts == number - 1;
    if (waited && !goesOn) {
        ++m_collector.faults.broken;  // the rest of that one never came
        m_waiting.erase(waiting);
    }
    if (number > 1 && !goesOn) {
        m_collector.faults.broken += waited ? 0 : 1;
        return;
    }
    if (number == 1 && m_waiting.size() >= mostWaiting) {
        m_collector.faults.broken += static_cast<int>(m_waiting.size());
        m_waiting.clear();
    }
    Group& group = m_waiting[key];
    group.parts = number;
    group.letters += fields[5];
    group.fillBits = fields[6].toInt();
    if (!group.receivedMilliseconds)
        group.receivedMilliseconds = received;
    if (number < total)
        return;
    const Group whole = std::move(group);
    m_waiting.erase(key);
    takeWhole(whole);
}

void AisSentences::finish()
{
    m_collector.faults.broken += static_cast<int>(m_waiting.size());
    m_waiting.clear();
}

/** The moment with this second of the minute that is nearest to what the last base station said. */
qint64 AisSentences::timeAfterClock(int second) const
{
    constexpr qint64 minute = 60'000;
    const qint64 begin = *m_clockMilliseconds / minute * minute + second * 1000;
    const qint64 late = begin - *m_clockMilliseconds;
    return late > minute / 2 ? begin - minute : late < -minute / 2 ? begin + minute : begin;
}

void AisSentences::takeWhole(const Group& group)
{
    const std::optional<AisMessage> message = decodeAisMessage(group.letters, group.fillBits);
    if (!message) {
        ++m_collector.faults.broken;
        return;
    }
    if (message->clockMilliseconds)
        m_clockMilliseconds = message->clockMilliseconds;
    if (message->describes)
        m_collector.describe(message->facts);
    if (!message->position)
        return;
    ShipPosition position = *message->position;
    if (group.receivedMilliseconds) {
        position.utcMilliseconds = *group.receivedMilliseconds;
    } else if (m_clockMilliseconds && message->second) {
        position.utcMilliseconds = timeAfterClock(*message->second);
    } else {
        ++m_collector.faults.withoutTime;
        return;
    }
    m_collector.addPosition(message->facts.mmsi, position);
}

}  // namespace sheen
