// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>
#include <vector>

#include "base/cancel.h"

namespace sheen {

/** What bag-info.txt says, as label and value in their order; empty values are left out. */
using BagInfo = std::vector<std::pair<QString, QString>>;

/**
 * Makes a folder whose files lie in its subfolder "data" a bag (RFC 8493, version 1.0): writes bagit.txt,
 * bag-info.txt, manifest-sha256.txt and tagmanifest-sha256.txt. Payload-Oxum and the day of bagging are put
 * into bag-info.txt. Throws Error where a file cannot be read or written, or Error(Cancelled).
 */
void sealBag(const QString& folder, const BagInfo& info, const Cancel* cancel = nullptr);

}  // namespace sheen
