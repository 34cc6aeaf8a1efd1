// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <optional>

#include "base/cancel.h"

namespace sheen {

/** Gives the next bytes of what is digested, at most so many; returns how many they are, 0 at its end. */
using ByteSource = std::function<qint64(char* bytes, qint64 most)>;

/** What a content is known by. */
struct Sha256
{
    QString hex;  //!< 64 small letters and digits
    qint64 bytes = 0;
};

/** Computes it in pieces of a MiB. Throws Error(Cancelled) soon after `cancel` was requested, and what the
 * source throws. */
Sha256 sha256Of(const ByteSource& source, const Cancel* cancel = nullptr);

/** Likewise of a file; std::nullopt where it cannot be read to its end, with the reason in `why`. */
std::optional<Sha256> sha256OfFile(const QString& path, const Cancel* cancel = nullptr,
                                   QString* why = nullptr,
                                   const std::function<void(qint64 bytes)>& listener = {});

}  // namespace sheen
