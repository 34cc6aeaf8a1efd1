// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output/products.h"
#include "report_pages.h"
#include "report_row.h"

namespace sheen {

/** The recording with size, length and SHA-256, the history of edits, and where to sign. */
void addEvidence(ReportPages& pages, const ProductInput& input);

/** The recording, and what the results were made with: each with the name of its field. */
ReportRows recordingRows(const ProductInput& input);

}  // namespace sheen
