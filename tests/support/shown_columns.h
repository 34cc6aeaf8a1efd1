#pragma once

#include <QString>
#include <map>

#include "data/telemetry.h"

namespace sheen::test {

/** Fields by the columns of tables that say what an overlay shows in each frame. */
inline const std::map<QString, OverlayField> fieldOfColumn = {
    {"date", OverlayField::Date},
    {"time", OverlayField::Time},
    {"zone", OverlayField::Zone},
    {"sensor", OverlayField::Sensor},
    {"focal", OverlayField::FocalLength},
    {"acft_lat", OverlayField::PlatformLatitude},
    {"acft_lon", OverlayField::PlatformLongitude},
    {"acft_alt", OverlayField::PlatformAltitude},
    {"heading", OverlayField::PlatformHeading},
    {"tgt_lat", OverlayField::TargetLatitude},
    {"tgt_lon", OverlayField::TargetLongitude},
    {"tgt_alt", OverlayField::TargetElevation},
    {"tgt_bearing", OverlayField::TargetBearing},
    {"slant", OverlayField::SlantRange},
};

}  // namespace sheen::test
