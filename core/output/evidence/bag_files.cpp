// SPDX-License-Identifier: GPL-3.0-or-later
#include "bag_files.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <memory>

#include "bag_names.h"
#include "base/error.h"
#include "ogr/gdal_errors.h"

namespace sheen {

namespace {

constexpr std::size_t bagPieceBytes = std::size_t(1) << 20;
constexpr int longestTextBytes = 64 << 20;

struct CloseFile
{
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using OpenFile = std::unique_ptr<VSILFILE, CloseFile>;

OpenFile openFile(const QString& path)
{
    return OpenFile(VSIFOpenL(path.toUtf8().constData(), "rb"));
}

QStringList filesInFolder(const QString& folder)
{
    const QDir root(folder);
    QStringList names;
    QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        names << root.relativeFilePath(it.next());
    return names;
}

QStringList filesInZip(const QString& root)
{
    const CPLStringList entries(VSIReadDirRecursive(root.toUtf8().constData()));
    QStringList names;
    for (int i = 0; i < entries.size(); ++i) {
        const QString name = QString::fromUtf8(entries[i]);
        if (!name.endsWith(QLatin1Char('/')))
            names << name;
    }
    return names;
}

/** The folder with bagit.txt that all of a ZIP file lies in: "evidence/"; empty: in its root. */
QString bagFolderOf(const QStringList& names)
{
    for (const QString& name : names) {
        const QString end = QLatin1Char('/') + QLatin1String(bag::declaration);
        if (name.endsWith(end) && name.count(QLatin1Char('/')) == 1)
            return name.chopped(static_cast<int>(end.size()) - 1);
    }
    return {};
}

}  // namespace

BagFiles::BagFiles(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        m_root = info.absoluteFilePath() + QLatin1Char('/');
        m_names = filesInFolder(m_root);
    } else {
        const GdalErrors quiet;
        const QString zip = QStringLiteral("/vsizip/{%1}").arg(info.absoluteFilePath());
        const QStringList all = info.isFile() ? filesInZip(zip) : QStringList();
        if (all.isEmpty())
            throw Error(QCoreApplication::translate("sheen::Evidence",
                                                    "\"%1\" is neither a folder nor a ZIP file that can be "
                                                    "read. Name an evidence package.")
                            .arg(path),
                        ErrorKind::Unreadable);
        const QString folder = bagFolderOf(all);
        m_root = zip + QLatin1Char('/') + folder;
        for (const QString& name : all)
            m_names << (name.startsWith(folder) ? name.mid(static_cast<int>(folder.size()))
                                                : QStringLiteral("../") + name);
    }
    m_names.sort();
}

QByteArray BagFiles::read(const QString& name) const
{
    const GdalErrors quiet;
    const OpenFile file = has(name) ? openFile(m_root + name) : nullptr;
    if (!file)
        return {};
    QByteArray bytes(longestTextBytes, Qt::Uninitialized);
    bytes.truncate(static_cast<int>(VSIFReadL(bytes.data(), 1, longestTextBytes, file.get())));
    return bytes;
}

FileDigest BagFiles::digest(const QString& name, const Cancel* cancel) const
{
    FileDigest digest{name, 0, {}};
    const GdalErrors quiet;
    const OpenFile file = has(name) ? openFile(m_root + name) : nullptr;
    if (!file)
        return digest;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(static_cast<int>(bagPieceBytes), Qt::Uninitialized);
    std::size_t got = 0;
    do {
        if (cancel && cancel->requested())
            throw Error(QCoreApplication::translate("sheen::Evidence", "Cancelled."), ErrorKind::Cancelled);
        got = VSIFReadL(piece.data(), 1, bagPieceBytes, file.get());
        hash.addData(QByteArray::fromRawData(piece.constData(), static_cast<int>(got)));
        digest.bytes += static_cast<qint64>(got);
    } while (got == bagPieceBytes);
    if (!quiet.any())
        digest.sha256 = QString::fromLatin1(hash.result().toHex());
    return digest;
}

QByteArray manifestLines(const std::vector<FileDigest>& files)
{
    QByteArray lines;
    for (const FileDigest& file : files) {
        QByteArray name = file.name.toUtf8();
        name.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D");
        lines += file.sha256.toLatin1() + "  " + name + '\n';
    }
    return lines;
}

std::optional<std::vector<FileDigest>> filesOfManifest(const QByteArray& lines)
{
    static const QRegularExpression form(QStringLiteral("^([0-9a-fA-F]{64})\\s+\\*?(.+)$"));
    std::vector<FileDigest> files;
    for (const QByteArray& line : lines.split('\n')) {
        const QString text = QString::fromUtf8(line).remove(QLatin1Char('\r'));
        if (text.isEmpty())
            continue;
        const QRegularExpressionMatch match = form.match(text);
        if (!match.hasMatch())
            return std::nullopt;
        QString name = match.captured(2);
        name.replace(QLatin1String("%0A"), QLatin1String("\n"), Qt::CaseInsensitive)
            .replace(QLatin1String("%0D"), QLatin1String("\r"), Qt::CaseInsensitive)
            .replace(QLatin1String("%25"), QLatin1String("%"));
        files.push_back({name, 0, match.captured(1).toLower()});
    }
    return files;
}

}  // namespace sheen
