#pragma once

#include <QStringList>

#include "data/recording_identity.h"

namespace sheen {

/**
 * Reads by what a recording is known: its size and a hash of its first, middle and last 64 KiB; of a folder
 * of pictures, their names and sizes and those parts of the first, the middle and the last one. Returns one
 * that is not known where nothing can be read. Does not throw.
 */
RecordingIdentity identityOf(const QString& path);

/**
 * Returns the paths of the files that a recording is: itself, or of a folder its pictures or parts in their
 * order. Empty where there is nothing.
 */
QStringList recordingFiles(const QString& path);

}  // namespace sheen
