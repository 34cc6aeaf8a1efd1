// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "messages/polrep.h"

namespace sheen {

/** The context of all texts of messages for those who translate them. */
constexpr const char* polrepContext = "sheen::Polrep";

struct LineTitle
{
    int number = 0;
    const char* title = "";  //!< in English, to be translated
};

/** All lines of a part in their order; spare numbers are left out. */
const std::vector<LineTitle>& lineTitles(MessagePart part);
const char* partTitle(MessagePart part);

}  // namespace sheen
