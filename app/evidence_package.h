// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "output/products.h"
#include "progress_report.h"

namespace sheen {

class Workspace;

/**
 * Writes evidence.zip: report, data, the frames concerned, the model where it was taught, the recording's
 * SHA-256, edits and versions as a bag with the SHA-256 of each file, signed where GnuPG has a key. Where it
 * would be too large for a ZIP file, the folder "evidence" instead. Needs a QgsApplication. Throws Error.
 */
void writeEvidence(const ProductInput& input, const Workspace& workspace, const QString& folder,
                   ProgressReport& progress, const Cancel* cancel);

}  // namespace sheen
