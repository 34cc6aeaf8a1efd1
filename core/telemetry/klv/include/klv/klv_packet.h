#pragma once

#include <QDateTime>
#include <QString>
#include <array>
#include <optional>

#include "geo/ground.h"
#include "klv/byte_span.h"

namespace sheen {

/** A MISB ST 0601 packet, decoded; names and units as in the standard. */
struct KlvPacket
{
    QDateTime precisionTimeStamp;  //!< UTC, milliseconds
    std::optional<double> platformHeadingDegrees, platformPitchDegrees, platformRollDegrees;
    std::optional<double> sensorLatitudeDegrees, sensorLongitudeDegrees, sensorTrueAltitudeMetres;
    std::optional<double> sensorEllipsoidHeightMetres;  //!< above WGS84, where it is sent
    std::optional<double> sensorHorizontalFovDegrees, sensorVerticalFovDegrees;
    std::optional<double> sensorRelativeAzimuthDegrees, sensorRelativeElevationDegrees,
        sensorRelativeRollDegrees;
    std::optional<double> slantRangeMetres;
    std::optional<double> frameCentreLatitudeDegrees, frameCentreLongitudeDegrees, frameCentreElevationMetres;
    std::optional<double> frameCentreEllipsoidHeightMetres;
    /** Top left, top right, bottom right, bottom left of the picture, on the ground. */
    std::array<std::optional<GroundPoint>, 4> corners;
    QString missionId, platformDesignation, imageSourceSensor;
    int version = 0;
};

/**
 * A packet's items, the checksum as the last of them; `packet` holds all bytes from the key to the
 * checksum's end. Nothing where the checksum is wrong or missing, or where items do not fit.
 */
std::optional<KlvPacket> decodeKlvPacket(const ByteSpan& packet, ByteSpan items);

}  // namespace sheen
