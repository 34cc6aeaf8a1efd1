// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "ships/ais_files.h"

namespace sheen {

/** Puts together what many messages say of each ship. */
class AisCollector
{
public:
    explicit AisCollector(const AisWindow& window) : m_window(window) {}

    const AisWindow& window() const { return m_window; }
    AisFaults faults;

    /** Takes a position; one outside of the window, or of no ship, is left out. */
    void addPosition(quint32 mmsi, const ShipPosition& position);
    /** Takes what is known of a ship beside its place; nothing that is empty replaces what is known. */
    void describe(const ShipTrack& facts);

    /** Returns the ships that have a position. */
    std::vector<ShipTrack> takeShips();

private:
    AisWindow m_window;
    std::map<quint32, ShipTrack> m_ships;
};

/** Whether a number is that of a ship: no base station, buoy, aircraft. */
bool isShip(quint32 mmsi);
/** Whether a place is one, and was not left at what stands for "not known" (91, 181, 0 and 0). */
bool isPlace(double latitudeDegrees, double longitudeDegrees);

}  // namespace sheen
