// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace sheen {

/** One thing that the report says: the tables of our pages and the fields of a template are made of it. */
struct ReportRow
{
    QString field;  //!< its name in templates: "slick_size"
    QString title;  //!< in front of it; empty: it stands in no table
    QString value;  //!< empty: there is nothing to say, and no row
};

using ReportRows = std::vector<ReportRow>;

}  // namespace sheen
