#pragma once

#include <vector>

#include "data/issue.h"

namespace sheen {

/** How a kind of issue is called and said. */
struct IssueKindFacts
{
    IssueKind kind;
    const char* name;
    const char* countName;
    const char* sentence;  //!< %1, %2: the values
    bool wholeFlight = false;
};

/** All kinds, in the order of the enum. */
const std::vector<IssueKindFacts>& issueKindFacts();

}  // namespace sheen
