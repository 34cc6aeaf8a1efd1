// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "base/part_folder.h"
#include "data/entered_facts.h"
#include "data/frame_record.h"
#include "data/run_facts.h"
#include "data/slick.h"
#include "wording/language.h"

namespace sheen {

/** What a message is made of. Borrowed. */
struct MessageInput
{
    const RunFacts& facts;
    const std::vector<FrameRecord>& frames;
    const std::vector<Slick>& slicks;
    const EnteredFacts& entered;
};

/** One numbered line of a message. */
struct MessageLine
{
    int number = 0;
    QString title;
    QString text;  //!< empty: not known, a person has to fill it in
};

/** The parts of a POLREP. */
enum class MessagePart { Warning, Information, Facilities };

/** The lines of a part, 1 to 5, 40 to 60 or 80 to 99. Only accepted slicks are in it. */
std::vector<MessageLine> polrepLines(const MessageInput& input, MessagePart part, const Language& language);

/**
 * A POLREP as plain numbered text (Bonn Agreement, HELCOM, NOWPAP): head, then its three parts. What is not
 * known is marked "[to be filled in]". Lines end with a line feed.
 */
QString polrepText(const MessageInput& input, const Language& language);

/** Writes it as UTF-8. Throws Error. */
void writePolrep(const MessageInput& input, const Language& language, const QString& name,
                 const PartFolder& parts);

}  // namespace sheen
