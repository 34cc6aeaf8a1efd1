// SPDX-License-Identifier: GPL-3.0-or-later
#include "ground_box.h"

#include <algorithm>

#include "geo/geodesy.h"

namespace sheen {

void GroundBox::include(const GroundPoint& place)
{
    const double longitude = m_west ? longitudeNear(place.longitudeDegrees, *m_west) : place.longitudeDegrees;
    m_south = std::min(m_south, place.latitudeDegrees);
    m_north = std::max(m_north, place.latitudeDegrees);
    m_east = m_west ? std::max(m_east, longitude) : longitude;
    m_west = m_west ? std::min(*m_west, longitude) : longitude;
}

void GroundBox::setPlace(AisWindow& window, double aroundMetres) const
{
    window.centre = {(m_south + m_north) / 2, longitudeNear((*m_west + m_east) / 2, 0)};
    const DegreeLengths degree(window.centre.latitudeDegrees);
    window.northMetres = (m_north - m_south) / 2 * degree.north + aroundMetres;
    window.eastMetres = (m_east - *m_west) / 2 * degree.east + aroundMetres;
}

}  // namespace sheen
