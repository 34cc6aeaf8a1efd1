// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/file_digest.h"

#include "base/error.h"
#include "base/sha256.h"
#include "evidence_text.h"

namespace sheen {

FileDigest digestOfFile(const QString& path, const QString& name, const ReadListener& listener,
                        const Cancel* cancel)
{
    QString why;
    const std::optional<Sha256> digest = sha256OfFile(path, cancel, &why, listener);
    if (!digest)
        throw Error(EvidenceText::tr("The file \"%1\" cannot be read: %2.").arg(path, why),
                    ErrorKind::Unreadable);
    return {name, digest->bytes, digest->hex};
}

}  // namespace sheen
