// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <vector>

#include "evidence/file_digest.h"

namespace sheen {

/** By what a recording is known in court: each of its files, and one number for all of them. */
struct RecordingDigest
{
    std::vector<FileDigest> files;  //!< in their order
    qint64 bytes = 0;               //!< of all
    /** Of the file; of several, of the lines "SHA-256  name" of all, as sha256sum writes them. */
    QString sha256;
    double durationSeconds = 0;  //!< 0 where not known

    bool operator==(const RecordingDigest&) const = default;
};

/** Called with the share of the bytes that are read, 0 to 1. */
using DigestListener = std::function<void(double share)>;

/**
 * Reads all of a recording. Throws Error(Unreadable) where a file cannot be read, Error(Cancelled) soon after
 * `cancel` was requested.
 */
RecordingDigest digestOfRecording(const QString& path, const DigestListener& listener = {},
                                  const Cancel* cancel = nullptr);

/** The lines of all files, as sha256sum writes and checks them. */
QByteArray checksumLines(const std::vector<FileDigest>& files);

QJsonObject digestToJson(const RecordingDigest& digest);
/** One without files where the object is none. */
RecordingDigest digestFromJson(const QJsonObject& object);

}  // namespace sheen
