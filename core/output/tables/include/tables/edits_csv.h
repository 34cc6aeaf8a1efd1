// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace sheen {

struct Edit;

/** Writes a line for each edit: when (UTC), who, what, of which slicks, in words. Throws Error. */
void writeEditsCsv(const std::vector<Edit>& edits, const QString& path);

}  // namespace sheen
