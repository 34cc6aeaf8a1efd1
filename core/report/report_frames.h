#pragma once

#include <QTemporaryDir>

#include "output/products.h"
#include "report_pages.h"

namespace sheen {

/**
 * The best frames of the largest slicks, with what was found in them outlined. The pictures are put into
 * `pictures`, which lives until the report is exported. No page where there is nothing to show.
 */
void addBestFrames(ReportPages& pages, const ProductInput& input, const QTemporaryDir& pictures);

}  // namespace sheen
