#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <optional>
#include <vector>

#include "core/data/frame.h"
#include "core/data/telemetry.h"

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
    QString missionId, platformDesignation, imageSourceSensor;
    int version = 0;
    bool checksumGood = false;
};

/** Decodes the ST 0601 packets in a piece of a data stream; damaged ones are counted and skipped. */
struct KlvDecoding
{
    std::vector<KlvPacket> packets;
    int damaged = 0;
    int otherSets = 0;      //!< packets of other universal sets
    bool olderSet = false;  //!< an ST 0104 (predator) set was among them
};
KlvDecoding decodeKlv(const QByteArray& bytes);

/** Stage 2, KLV: gathers packets as frames arrive and matches them to frames by presentation time. */
class KlvReader
{
public:
    /** The reading of this frame, from the packet nearest in time (at most a second away); source None
     * without. */
    TelemetryReading read(const Frame& frame);

    int damagedPackets() const { return m_damaged; }
    bool sawOlderSet() const { return m_olderSet; }

private:
    struct Timed
    {
        double timeSeconds = 0;
        KlvPacket packet;
    };
    std::vector<Timed> m_recent;
    int m_damaged = 0;
    bool m_olderSet = false;
};

}  // namespace sheen
