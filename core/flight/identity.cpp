#include "flight/identity.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "folder_flight.h"
#include "recording_parts.h"

namespace sheen {

namespace {

constexpr qint64 partBytes = 64 * 1024;

/** False where it cannot be read. */
bool addParts(const QString& path, QCryptographicHash& hash)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const qint64 size = file.size();
    for (const qint64 start : {qint64(0), (size - partBytes) / 2, size - partBytes}) {
        if (!file.seek(std::max<qint64>(start, 0)))
            return false;
        const QByteArray part = file.read(partBytes);
        if (part.isEmpty() && size > 0)
            return false;
        hash.addData(part);
    }
    return true;
}

RecordingIdentity known(qint64 bytes, const QCryptographicHash& hash)
{
    return {bytes, QString::fromLatin1(hash.result().toHex())};
}

QStringList fileNamesOf(const QString& folder)
{
    const QStringList pictures = pictureFileNames(folder);
    return pictures.isEmpty() ? recordingParts(folder) : pictures;
}

RecordingIdentity identityOfFolder(const QString& path)
{
    const QDir folder(path);
    const QStringList names = fileNamesOf(path);
    if (names.isEmpty())
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 bytes = 0;
    for (const QString& name : names) {
        const qint64 size = QFileInfo(folder.filePath(name)).size();
        bytes += size;
        hash.addData(QStringLiteral("%1/%2\n").arg(name, QString::number(size)).toUtf8());
    }
    for (const QString& name : {names.first(), names.at(names.size() / 2), names.last()}) {
        if (!addParts(folder.filePath(name), hash))
            return {};
    }
    return known(bytes, hash);
}

}  // namespace

RecordingIdentity identityOf(const QString& path)
{
    if (QFileInfo(path).isDir())
        return identityOfFolder(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const qint64 bytes = QFileInfo(path).size();
    return bytes > 0 && addParts(path, hash) ? known(bytes, hash) : RecordingIdentity();
}

QStringList recordingFiles(const QString& path)
{
    const QFileInfo info(path);
    if (info.isFile())
        return {info.absoluteFilePath()};
    QStringList files;
    for (const QString& name : fileNamesOf(path))
        files << QDir(info.absoluteFilePath()).filePath(name);
    return files;
}

}  // namespace sheen
