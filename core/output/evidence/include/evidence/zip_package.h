// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

#include "base/cancel.h"

namespace sheen {

/** Whether all files of a folder fit into a ZIP file that every program reads (below 4 GiB). */
bool fitsIntoZip(const QString& folder);

/**
 * Puts all files of a folder into a ZIP file, below the folder's name. Throws Error where it cannot be
 * written, Error(Cancelled) soon after `cancel`; then no whole file is left.
 */
void zipFolder(const QString& folder, const QString& zipPath,
               const std::function<void(double)>& listener = {}, const Cancel* cancel = nullptr);

}  // namespace sheen
