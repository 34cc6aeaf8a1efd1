// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include "base/error.h"

namespace sheen {

Sha256 sha256Of(const ByteSource& source, const Cancel* cancel)
{
    constexpr int pieceBytes = 1 << 20;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    Sha256 digest;
    for (;;) {
        if (cancel && cancel->requested())
            throw Error(QCoreApplication::translate("sheen::Output", "Cancelled."), ErrorKind::Cancelled);
        const qint64 got = source(piece.data(), pieceBytes);
        if (got <= 0)
            break;
        hash.addData(QByteArray::fromRawData(piece.constData(), static_cast<int>(got)));
        digest.bytes += got;
    }
    digest.hex = QString::fromLatin1(hash.result().toHex());
    return digest;
}

std::optional<Sha256> sha256OfFile(const QString& path, const Cancel* cancel, QString* why,
                                   const std::function<void(qint64 bytes)>& listener)
{
    QFile file(path);
    bool read = file.open(QIODevice::ReadOnly);
    std::optional<Sha256> digest;
    if (read) {
        digest = sha256Of(
            [&](char* bytes, qint64 most) {
                const qint64 got = file.read(bytes, most);
                read = read && got >= 0;
                if (listener && got > 0)
                    listener(got);
                return got;
            },
            cancel);
    }
    if (read && file.error() == QFileDevice::NoError)
        return digest;
    if (why)
        *why = file.errorString();
    return std::nullopt;
}

}  // namespace sheen
