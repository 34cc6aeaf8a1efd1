// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "geo/ground.h"
#include "ships/ais_files.h"

namespace sheen {

/** The least box of degrees around places; across the antimeridian it goes on. */
class GroundBox
{
public:
    void include(const GroundPoint& place);
    bool isEmpty() const { return !m_west; }
    /** Sets the place of a window to the box and so many metres around it. */
    void setPlace(AisWindow& window, double aroundMetres) const;

private:
    double m_south = 90;
    double m_north = -90;
    std::optional<double> m_west;
    double m_east = 0;
};

}  // namespace sheen
