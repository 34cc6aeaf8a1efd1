// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <vector>

#include "data/frame_record.h"
#include "ships/ais_files.h"

namespace sheen {

/** Where and when a flight was: around all that it saw, with an hour before and after it. Empty (the first
 * moment after the last) where no frame has a place and a time. */
AisWindow windowOfFlight(const std::vector<FrameRecord>& frames);

/** Under which name a workspace keeps the files of AIS that were given for a flight. */
inline QString keptAisName()
{
    return QStringLiteral("ais");
}
QJsonObject aisFilesToJson(const QStringList& files);
QStringList aisFilesFromJson(const QJsonObject& kept);

/**
 * Where a ship was at a moment: between two positions at most half an hour apart on the straight line, beside
 * one that lies at most ten minutes away there; std::nullopt else.
 */
std::optional<GroundPoint> placeAt(const ShipTrack& ship, qint64 utcMilliseconds);

}  // namespace sheen
