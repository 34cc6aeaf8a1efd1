// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/file_digest.h"

#include <QCryptographicHash>
#include <QFile>

#include "base/error.h"
#include "evidence_text.h"

namespace sheen {

namespace {

constexpr qint64 pieceBytes = qint64(1) << 20;

}  // namespace

FileDigest digestOfFile(const QString& path, const QString& name, const ReadListener& listener,
                        const Cancel* cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(EvidenceText::tr("The file \"%1\" cannot be read: %2.").arg(path, file.errorString()),
                    ErrorKind::Unreadable);
    FileDigest digest{name, 0, {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        if (cancel && cancel->requested())
            throw Error(EvidenceText::tr("Cancelled."), ErrorKind::Cancelled);
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty())
            break;
        hash.addData(piece);
        digest.bytes += piece.size();
        if (listener)
            listener(piece.size());
    }
    if (file.error() != QFileDevice::NoError)
        throw Error(
            EvidenceText::tr("The file \"%1\" cannot be read to its end: %2.").arg(path, file.errorString()),
            ErrorKind::Unreadable);
    digest.sha256 = QString::fromLatin1(hash.result().toHex());
    return digest;
}

}  // namespace sheen
