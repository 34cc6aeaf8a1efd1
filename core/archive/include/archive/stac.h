#pragma once

#include <QString>
#include <vector>

#include "archive/flight_entry.h"

namespace sheen {

/**
 * Writes a STAC catalogue (SpatioTemporal Asset Catalog 1.0.0) of flights into a folder: catalog.json, and an
 * item NAME.json for each flight that has a place and a time, with its footprint, its times and links to what
 * was made of it. Items of flights that are no more among them are removed. Throws Error: not writable.
 */
void writeStac(const std::vector<FlightEntry>& entries, const QString& folder);

}  // namespace sheen
