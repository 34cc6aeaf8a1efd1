// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/zip_package.h"

#include <cpl_vsi.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "bag_files.h"
#include "base/error.h"
#include "ogr/gdal_errors.h"

namespace sheen {

namespace {

constexpr qint64 mostBytes = (qint64(4) << 30) - (qint64(64) << 20);
constexpr qint64 zipPieceBytes = qint64(1) << 20;

qint64 bytesOf(const QString& folder, const QStringList& names)
{
    qint64 bytes = 0;
    for (const QString& name : names)
        bytes += QFileInfo(folder + QLatin1Char('/') + name).size();
    return bytes;
}

[[noreturn]] void fail(const QString& path, const QString& why)
{
    throw Error(
        QCoreApplication::translate("sheen::Evidence",
                                    "\"%1\" could not be written: %2. Make room on the disk or choose "
                                    "another folder.")
            .arg(path, why));
}

}  // namespace

bool fitsIntoZip(const QString& folder)
{
    return bytesOf(folder, BagFiles(folder).names()) < mostBytes;
}

void zipFolder(const QString& folder, const QString& zipPath, const std::function<void(double)>& listener,
               const Cancel* cancel)
{
    registerGdal();
    const GdalErrors errors;
    const QStringList names = BagFiles(folder).names();
    const double all = static_cast<double>(std::max<qint64>(1, bytesOf(folder, names)));
    const QString root = QStringLiteral("/vsizip/{%1}").arg(QFileInfo(zipPath).absoluteFilePath());
    VSILFILE* zip = VSIFOpenL(root.toUtf8().constData(), "wb");
    if (!zip)
        fail(zipPath, errors.first());
    const auto closeZip = [&] { return VSIFCloseL(zip) == 0; };
    qint64 done = 0;
    for (const QString& name : names) {
        QFile from(folder + QLatin1Char('/') + name);
        const QString target =
            root + QLatin1Char('/') + QFileInfo(folder).fileName() + QLatin1Char('/') + name;
        VSILFILE* to = VSIFOpenL(target.toUtf8().constData(), "wb");
        bool written = to && from.open(QIODevice::ReadOnly);
        bool cancelled = false;
        while (written && !from.atEnd() && !cancelled) {
            const QByteArray piece = from.read(zipPieceBytes);
            written = !piece.isEmpty() &&
                      VSIFWriteL(piece.constData(), 1, static_cast<std::size_t>(piece.size()), to) ==
                          static_cast<std::size_t>(piece.size());
            done += piece.size();
            if (listener)
                listener(static_cast<double>(done) / all);
            cancelled = cancel && cancel->requested();
        }
        const bool closed = !to || VSIFCloseL(to) == 0;
        if (cancelled || !written || !closed) {
            closeZip();
            if (cancelled)
                throw Error(QCoreApplication::translate("sheen::Evidence", "Cancelled."),
                            ErrorKind::Cancelled);
            fail(zipPath, errors.any() ? errors.first() : from.errorString());
        }
    }
    if (!closeZip() || errors.any())
        fail(zipPath, errors.first());
}

}  // namespace sheen
