#include "core/telemetry/klv_reader.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

namespace sheen {

namespace {

constexpr double furthestSeconds = 1.0;     //!< between a frame and the packet that is taken for it
constexpr std::size_t mostPackets = 20000;  //!< kept at a time, whatever their times claim

double radians(double degrees)
{
    return degrees * CV_PI / 180;
}

double degrees(double radians)
{
    return radians * 180 / CV_PI;
}

/** Turns by yaw about down, then pitch about the new right, then roll about the new forward (aerospace). */
cv::Matx33d rotation(double yawDegrees, double pitchDegrees, double rollDegrees)
{
    const double cy = std::cos(radians(yawDegrees)), sy = std::sin(radians(yawDegrees));
    const double cp = std::cos(radians(pitchDegrees)), sp = std::sin(radians(pitchDegrees));
    const double cr = std::cos(radians(rollDegrees)), sr = std::sin(radians(rollDegrees));
    const cv::Matx33d yaw(cy, -sy, 0, sy, cy, 0, 0, 0, 1);
    const cv::Matx33d pitch(cp, 0, sp, 0, 1, 0, -sp, 0, cp);
    const cv::Matx33d roll(1, 0, 0, 0, cr, -sr, 0, sr, cr);
    return yaw * pitch * roll;
}

double bearing(double north, double east)
{
    const double angle = degrees(std::atan2(east, north));
    return angle < 0 ? angle + 360 : angle;
}

/**
 * The camera's true angles: platform attitude, then the gimbal's azimuth about the platform's down axis,
 * elevation (up is positive) and roll (clockwise seen from behind the camera).
 */
void setCameraAngles(const KlvPacket& packet, TelemetryReading& reading)
{
    if (!packet.platformHeadingDegrees || !packet.sensorRelativeAzimuthDegrees ||
        !packet.sensorRelativeElevationDegrees)
        return;
    const cv::Matx33d camera =
        rotation(*packet.platformHeadingDegrees, packet.platformPitchDegrees.value_or(0),
                 packet.platformRollDegrees.value_or(0)) *
        rotation(*packet.sensorRelativeAzimuthDegrees, *packet.sensorRelativeElevationDegrees,
                 packet.sensorRelativeRollDegrees.value_or(0));
    // Columns: where the optical axis, the picture's right and the picture's lower edge point in
    // north-east-down.
    const double north = camera(0, 0), east = camera(1, 0), down = camera(2, 0);
    const double rightDown = camera(2, 1), lowerDown = camera(2, 2);
    reading.cameraDepressionDegrees = degrees(std::asin(std::clamp(down, -1.0, 1.0)));
    if (std::hypot(north, east) > 1e-6) {
        reading.cameraBearingDegrees = bearing(north, east);
        reading.cameraRollDegrees = degrees(std::atan2(rightDown, lowerDown));
    } else {
        // Straight down the axis has no bearing: that of the picture's upper edge stands for it.
        reading.cameraBearingDegrees = bearing(-camera(0, 2), -camera(1, 2));
        reading.cameraRollDegrees = 0;
    }
}

TelemetryReading readingOf(const KlvPacket& packet, const Frame& frame)
{
    TelemetryReading reading;
    reading.frame = frame.index;
    reading.timeSeconds = frame.timeSeconds;
    reading.source = Quality::Klv;
    reading.utc = packet.precisionTimeStamp;
    reading.horizontalFovDegrees = packet.sensorHorizontalFovDegrees;
    const auto set = [&reading](OverlayField field, const std::optional<double>& value) {
        reading[field].value = value;
        reading[field].confidence = value ? 1 : 0;
    };
    set(OverlayField::PlatformLatitude, packet.sensorLatitudeDegrees);
    set(OverlayField::PlatformLongitude, packet.sensorLongitudeDegrees);
    // Over the sea the height above mean sea level counts; that above the ellipsoid is up to 100 m off it.
    set(OverlayField::PlatformAltitude, packet.sensorTrueAltitudeMetres ? packet.sensorTrueAltitudeMetres
                                                                        : packet.sensorEllipsoidHeightMetres);
    set(OverlayField::PlatformHeading, packet.platformHeadingDegrees);
    set(OverlayField::TargetLatitude, packet.frameCentreLatitudeDegrees);
    set(OverlayField::TargetLongitude, packet.frameCentreLongitudeDegrees);
    set(OverlayField::TargetElevation, packet.frameCentreElevationMetres);
    set(OverlayField::SlantRange, packet.slantRangeMetres);
    setCameraAngles(packet, reading);
    return reading;
}

}  // namespace

TelemetryReading KlvReader::read(const Frame& frame)
{
    for (const DataPacket& data : frame.data) {
        const KlvDecoding decoding = decodeKlv(data.bytes);
        m_damaged += decoding.damaged;
        m_olderSet = m_olderSet || decoding.olderSet;
        // Packets of an asynchronous stream may come without a time: theirs is that of their frame.
        const double time = std::isfinite(data.timeSeconds) ? data.timeSeconds : frame.timeSeconds;
        for (const KlvPacket& packet : decoding.packets)
            m_recent.push_back({time, packet});
    }
    const double oldest = frame.timeSeconds - 2 * furthestSeconds;
    const auto isOld = [oldest](const Timed& timed) { return timed.timeSeconds < oldest; };
    m_recent.erase(std::remove_if(m_recent.begin(), m_recent.end(), isOld), m_recent.end());
    if (m_recent.size() > mostPackets)
        m_recent.erase(m_recent.begin(), m_recent.end() - mostPackets);

    const Timed* nearest = nullptr;
    double nearestSeconds = furthestSeconds;
    for (const Timed& timed : m_recent) {
        const double away = std::abs(timed.timeSeconds - frame.timeSeconds);
        if (away <= nearestSeconds) {  // of equals the last to arrive
            nearest = &timed;
            nearestSeconds = away;
        }
    }
    if (nearest)
        return readingOf(nearest->packet, frame);
    TelemetryReading nothing;
    nothing.frame = frame.index;
    nothing.timeSeconds = frame.timeSeconds;
    return nothing;
}

}  // namespace sheen
