// SPDX-License-Identifier: GPL-3.0-or-later
#include "ais_collector.h"

#include <algorithm>
#include <cmath>

#include "geo/geodesy.h"

namespace sheen {

bool AisWindow::holds(const GroundPoint& place) const
{
    const DegreeLengths degree(centre.latitudeDegrees);
    const double east =
        longitudeNear(place.longitudeDegrees, centre.longitudeDegrees) - centre.longitudeDegrees;
    return std::abs(place.latitudeDegrees - centre.latitudeDegrees) * degree.north <= northMetres &&
           std::abs(east) * degree.east <= eastMetres;
}

bool isShip(quint32 mmsi)
{
    return mmsi >= 200'000'000 && mmsi < 800'000'000;
}

bool isPlace(double latitudeDegrees, double longitudeDegrees)
{
    const bool inRange = std::abs(latitudeDegrees) <= 90 && std::abs(longitudeDegrees) <= 180;
    return inRange && !(latitudeDegrees == 0 && longitudeDegrees == 0);
}

void AisCollector::addPosition(quint32 mmsi, const ShipPosition& position)
{
    if (!isShip(mmsi) || !isPlace(position.place.latitudeDegrees, position.place.longitudeDegrees))
        return;
    ++faults.positions;
    if (!m_window.holds(position.utcMilliseconds) || !m_window.holds(position.place))
        return;
    ShipTrack& ship = m_ships[mmsi];
    ship.mmsi = mmsi;
    ship.positions.push_back(position);
}

void AisCollector::describe(const ShipTrack& facts)
{
    if (!isShip(facts.mmsi))
        return;
    ShipTrack& ship = m_ships[facts.mmsi];
    ship.mmsi = facts.mmsi;
    const auto take = [](QString& known, const QString& said) {
        if (!said.isEmpty())
            known = said;
    };
    take(ship.name, facts.name);
    take(ship.callSign, facts.callSign);
    take(ship.imo, facts.imo);
    take(ship.type, facts.type);
    if (facts.lengthMetres)
        ship.lengthMetres = facts.lengthMetres;
}

std::vector<ShipTrack> AisCollector::takeShips()
{
    std::vector<ShipTrack> ships;
    for (auto& [mmsi, ship] : m_ships) {
        if (ship.positions.empty())
            continue;
        std::vector<ShipPosition>& positions = ship.positions;
        std::stable_sort(positions.begin(), positions.end(),
                         [](const ShipPosition& a, const ShipPosition& b) {
                             return a.utcMilliseconds < b.utcMilliseconds;
                         });
        positions.erase(std::unique(positions.begin(), positions.end(),
                                    [](const ShipPosition& a, const ShipPosition& b) {
                                        return a.utcMilliseconds == b.utcMilliseconds;
                                    }),
                        positions.end());
        ships.push_back(std::move(ship));
    }
    m_ships.clear();
    return ships;
}

}  // namespace sheen
