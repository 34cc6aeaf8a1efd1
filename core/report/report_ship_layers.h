// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsproject.h>

#include <QList>

#include "geo/ground.h"
#include "ships/ship_findings.h"

class QgsMapLayer;

namespace sheen {

/** What AIS and the rule of thumb tell of one slick, on a map. */
struct ShipLayers
{
    QList<QgsMapLayer*> layers;  //!< the top one first; they belong to the project
    GroundRing places;           //!< that the map must show
};

/** Where ships were closest, their ways, and where the slick may have drifted from; empty where nothing is.
 */
ShipLayers addShipLayers(QgsProject& project, const ShipFindings& findings, const Slick& slick);

}  // namespace sheen
