// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/recording_digest.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QStringList>

#include "base/error.h"
#include "flight/identity.h"

namespace sheen {

QByteArray checksumLines(const std::vector<FileDigest>& files)
{
    QByteArray lines;
    for (const FileDigest& file : files)
        lines += file.sha256.toLatin1() + "  " + file.name.toUtf8() + '\n';
    return lines;
}

RecordingDigest digestOfRecording(const QString& path, const DigestListener& listener, const Cancel* cancel)
{
    const QStringList paths = recordingFiles(path);
    if (paths.isEmpty())
        throw Error(
            QCoreApplication::translate("sheen::Evidence", "The recording \"%1\" is not there any more.")
                .arg(path),
            ErrorKind::Unreadable);
    qint64 all = 0;
    for (const QString& file : paths)
        all += QFileInfo(file).size();
    RecordingDigest digest;
    const auto tell = [&, done = qint64(0)](qint64 bytes) mutable {
        done += bytes;
        if (listener && all > 0)
            listener(double(done) / double(all));
    };
    const ReadListener read = tell;
    for (const QString& file : paths) {
        digest.files.push_back(digestOfFile(file, QFileInfo(file).fileName(), read, cancel));
        digest.bytes += digest.files.back().bytes;
    }
    digest.sha256 =
        digest.files.size() == 1
            ? digest.files.front().sha256
            : QString::fromLatin1(
                  QCryptographicHash::hash(checksumLines(digest.files), QCryptographicHash::Sha256).toHex());
    return digest;
}

QJsonObject digestToJson(const RecordingDigest& digest)
{
    QJsonArray files;
    for (const FileDigest& file : digest.files)
        files.append(QJsonObject{{QStringLiteral("name"), file.name},
                                 {QStringLiteral("bytes"), file.bytes},
                                 {QStringLiteral("sha256"), file.sha256}});
    return {{QStringLiteral("files"), files},
            {QStringLiteral("bytes"), digest.bytes},
            {QStringLiteral("sha256"), digest.sha256},
            {QStringLiteral("duration_s"), digest.durationSeconds}};
}

RecordingDigest digestFromJson(const QJsonObject& object)
{
    RecordingDigest digest;
    const QJsonArray files = object.value(QLatin1String("files")).toArray();
    for (const QJsonValue& value : files) {
        const QJsonObject file = value.toObject();
        digest.files.push_back({file.value(QLatin1String("name")).toString(),
                                qint64(file.value(QLatin1String("bytes")).toDouble()),
                                file.value(QLatin1String("sha256")).toString()});
    }
    digest.bytes = qint64(object.value(QLatin1String("bytes")).toDouble());
    digest.sha256 = object.value(QLatin1String("sha256")).toString();
    digest.durationSeconds = object.value(QLatin1String("duration_s")).toDouble();
    return digest;
}

}  // namespace sheen
