#pragma once

#include <QString>
#include <QStringList>

namespace sheen {

/** Lists the videos of a folder by their names' endings, in the order of the names. */
QStringList videoFileNames(const QString& folder);

/**
 * Lists the videos of a folder that are one recording in parts, by name in their order: their names differ in
 * one number that counts on ("DJI_0001.MP4", "DJI_0002.MP4"; a number may be missing), and nothing else there
 * is a video. Empty where there are fewer than two, or the names do not say so.
 */
QStringList recordingParts(const QString& folder);

}  // namespace sheen
