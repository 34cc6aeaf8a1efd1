// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

#include "base/cancel.h"

namespace sheen {

/** SHA-256 of a file's content, and how long it is. */
struct FileDigest
{
    QString name;  //!< as a manifest has it: relative, with slashes
    qint64 bytes = 0;
    QString sha256;  //!< hexadecimal, small letters

    bool operator==(const FileDigest&) const = default;
};

/** Is told how many bytes more were read. */
using ReadListener = std::function<void(qint64 bytes)>;

/**
 * Reads a file in pieces and gives its digest under `name`. Throws Error(Unreadable) that names the file, or
 * Error(Cancelled) soon after `cancel` was requested.
 */
FileDigest digestOfFile(const QString& path, const QString& name, const ReadListener& listener = {},
                        const Cancel* cancel = nullptr);

}  // namespace sheen
