// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sheen {

/**
 * Writes all bytes of a small file, which replaces an earlier one only when it is whole. Throws Error that
 * names the file and says what to do.
 */
void writeWholeFile(const QString& path, const QByteArray& bytes);

}  // namespace sheen
