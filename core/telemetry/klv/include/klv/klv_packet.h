#pragma once

#include <QDateTime>
#include <QString>
#include <array>
#include <optional>

#include "geo/ground.h"
#include "klv/byte_span.h"

namespace sheen {

/** Whether the checksum at the end of a packet is that of its bytes. */
enum class KlvChecksum { Good, Wrong, Missing };

/** A MISB ST 0601 packet, decoded; names and units as in the standard. */
struct KlvPacket
{
    KlvChecksum checksum = KlvChecksum::Missing;
    QDateTime precisionTimeStamp;  //!< UTC, milliseconds; invalid where it can be none of a flight
    bool hasUnsetClock = false;    //!< a time stamp was sent that can be none of a flight
    std::optional<double> platformHeadingDegrees, platformPitchDegrees, platformRollDegrees;
    std::optional<double> sensorLatitudeDegrees, sensorLongitudeDegrees, sensorTrueAltitudeMetres;
    std::optional<double> sensorEllipsoidHeightMetres;  //!< above WGS84, where it is sent
    std::optional<double> sensorHorizontalFovDegrees, sensorVerticalFovDegrees;
    std::optional<double> sensorRelativeAzimuthDegrees, sensorRelativeElevationDegrees,
        sensorRelativeRollDegrees;
    std::optional<double> slantRangeMetres;
    std::optional<double> targetWidthMetres;  //!< of the picture, at the frame's centre
    std::optional<double> frameCentreLatitudeDegrees, frameCentreLongitudeDegrees, frameCentreElevationMetres;
    std::optional<double> frameCentreEllipsoidHeightMetres;
    /** Top left, top right, bottom right, bottom left of the picture, on the ground. */
    std::array<std::optional<GroundPoint>, 4> corners;
    QString missionId, platformTailNumber, platformDesignation, imageSourceSensor;
    int version = 0;
};

/**
 * Decodes a packet's items, the checksum as the last of them; `packet` holds all bytes from the key to the
 * checksum's end. Returns std::nullopt if the items do not fill the packet.
 */
std::optional<KlvPacket> decodeKlvPacket(const ByteSpan& packet, ByteSpan items);

}  // namespace sheen
