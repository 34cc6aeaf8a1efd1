// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include "nearest_land.h"
#include "output/products.h"
#include "report_map.h"
#include "report_pages.h"
#include "report_row.h"

namespace sheen {

/** What the page of a slick is made with. Borrowed. */
struct SlickPageParts
{
    ReportPages& pages;
    ReportMaps& maps;
    const ProductInput& input;
    const NearestLand* land;  //!< nullptr: nothing is placed
    const QTemporaryDir& pictures;
};

/**
 * A page for one finding: the frame as it was recorded beside the same with the outline, a small map,
 * dimensions, shares, volume, position with its error, notes, and who decided when.
 */
void addSlickPage(const SlickPageParts& parts, const Slick& slick);

/** What the page says of a slick beside its pictures: each with the name of its field. */
ReportRows slickRows(const ProductInput& input, const NearestLand* land, const Slick& slick);

/** "12 km from Jeju, South Korea, bearing 045°". */
QString landText(const NearestLand* land, const GroundPoint& place);

}  // namespace sheen
