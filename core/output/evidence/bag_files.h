// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "base/cancel.h"
#include "evidence/file_digest.h"

namespace sheen {

/** The files of a bag, which lies open in a folder or in a ZIP file with the bag's folder in it. */
class BagFiles
{
public:
    /** Throws Error(Unreadable) where there is neither. */
    explicit BagFiles(const QString& path);

    /** All files, relative to the bag, sorted. They are the only names that are ever opened. */
    const QStringList& names() const { return m_names; }
    bool has(const QString& name) const { return m_names.contains(name); }
    /** Up to 64 MiB; empty where it cannot be read. */
    QByteArray read(const QString& name) const;
    /** What cannot be read to its end has an empty SHA-256. Throws Error(Cancelled). */
    FileDigest digest(const QString& name, const Cancel* cancel = nullptr) const;

private:
    QString m_root;  //!< as GDAL's virtual files have it, with a slash at its end
    QStringList m_names;
};

/** As RFC 8493 has them: a line feed, carriage return and % in a name are escaped. */
QByteArray manifestLines(const std::vector<FileDigest>& files);
/** std::nullopt where a line is none. */
std::optional<std::vector<FileDigest>> filesOfManifest(const QByteArray& lines);

}  // namespace sheen
