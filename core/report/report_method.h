// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output/products.h"
#include "report_pages.h"
#include "report_row.h"

namespace sheen {

/** What was not observed, what the numbers rest on, the model and its limits, how volumes follow. */
void addMethod(ReportPages& pages, const ProductInput& input);

/** The model and its limits: each with the name of its field. */
ReportRows modelRows(const ModelCard& model);

}  // namespace sheen
