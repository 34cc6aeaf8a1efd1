#pragma once

#include <vector>

#include "table/column_names.h"

namespace sheen {

struct KnownColumn
{
    const char* name;  //!< UTF-8, without blanks and punctuation, in lower case
    ColumnMeaning meaning;
    const char* unit = "";  //!< where the one who gives the name fixes it (ST 0601, DJI's subtitles)
};

/** Names of columns that are known; of several with the same meaning the one that stands first is the best.
 */
const std::vector<KnownColumn>& knownColumns();

}  // namespace sheen
