// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "base/cancel.h"
#include "evidence/signature.h"

namespace sheen {

/** What became of a package since it was made; names are relative to it. */
struct BagCheck
{
    int files = 0;        //!< that are as they were
    QStringList altered;  //!< another content
    QStringList missing;
    QStringList added;  //!< no manifest names them
    SignatureCheck signature;

    bool isIntact() const
    {
        return altered.isEmpty() && missing.isEmpty() && added.isEmpty() &&
               signature.state != SignatureState::Bad;
    }
};

/**
 * Compares every file of a package, a folder or a ZIP file, with its manifests, and checks the signature.
 * Throws Error(Unreadable) where it is no bag with SHA-256, Error(Cancelled) soon after `cancel`.
 */
BagCheck checkBag(const QString& path, const Cancel* cancel = nullptr);

}  // namespace sheen
