// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/bag.h"

#include <QDate>
#include <QDir>

#include "bag_files.h"
#include "bag_names.h"
#include "base/whole_file.h"
#include "evidence/recording_digest.h"

namespace sheen {

namespace {

void writeTagFile(const QString& folder, const char* name, const QByteArray& text)
{
    writeWholeFile(QDir(folder).filePath(QLatin1String(name)), text);
}

/** A value of several lines would be read as several values. */
QByteArray infoLine(const QString& label, const QString& value)
{
    return (label + QStringLiteral(": ") + value.simplified() + QLatin1Char('\n')).toUtf8();
}

}  // namespace

void sealBag(const QString& folder, const BagInfo& info, const Cancel* cancel)
{
    const BagFiles files(folder);
    std::vector<FileDigest> payload;
    qint64 bytes = 0;
    for (const QString& name : files.names()) {
        if (!name.startsWith(QLatin1String(bag::payload)))
            continue;
        payload.push_back(files.digest(name, cancel));
        bytes += payload.back().bytes;
    }
    QByteArray lines;
    for (const auto& [label, value] : info) {
        if (!value.trimmed().isEmpty())
            lines += infoLine(label, value);
    }
    lines += infoLine(QStringLiteral("Bagging-Date"), QDate::currentDate().toString(Qt::ISODate));
    lines += infoLine(QStringLiteral("Payload-Oxum"), QStringLiteral("%1.%2").arg(bytes).arg(payload.size()));
    writeTagFile(folder, bag::declaration, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    writeTagFile(folder, bag::info, lines);
    writeTagFile(folder, bag::manifest, manifestLines(payload));
    std::vector<FileDigest> tags;
    const BagFiles written(folder);  // with the tag files
    for (const char* name : {bag::info, bag::declaration, bag::manifest})
        tags.push_back(written.digest(QLatin1String(name), cancel));
    writeTagFile(folder, bag::tagManifest, manifestLines(tags));
}

}  // namespace sheen
