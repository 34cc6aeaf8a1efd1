#include "track_series.h"

#include <QCoreApplication>
#include <cmath>

#include "geo/angles.h"
#include "geo/geodesy.h"
#include "track/track.h"

namespace sheen {

namespace {

struct TrackSeriesText
{
    Q_DECLARE_TR_FUNCTIONS(sheen::TrackSeries)
};

using Number = std::optional<double>;

/** The field whose reading and quality stand for a quantity; nothing where no field of the overlay does. */
std::optional<OverlayField> fieldOf(TrackQuantity quantity)
{
    switch (quantity) {
        case TrackQuantity::North:
            return OverlayField::PlatformLatitude;
        case TrackQuantity::East:
            return OverlayField::PlatformLongitude;
        case TrackQuantity::Height:
            return OverlayField::PlatformAltitude;
        case TrackQuantity::Heading:
            return OverlayField::PlatformHeading;
        case TrackQuantity::CameraBearing:
            return OverlayField::TargetBearing;
        case TrackQuantity::FieldOfView:
            return OverlayField::FocalLength;
        case TrackQuantity::SlantRange:
            return OverlayField::SlantRange;
        case TrackQuantity::TargetNorth:
            return OverlayField::TargetLatitude;
        case TrackQuantity::TargetEast:
            return OverlayField::TargetLongitude;
        case TrackQuantity::CameraDepression:
            break;
    }
    return std::nullopt;
}

/** Where metres are counted from. */
struct Origin
{
    GroundPoint place;
    bool known = false;

    // Close enough to a plane to look at: the lengths of degrees at the origin.
    double north(double latitudeDegrees) const
    {
        return (latitudeDegrees - place.latitudeDegrees) * DegreeLengths(place.latitudeDegrees).north;
    }
    double east(double longitudeDegrees) const
    {
        return (longitudeNear(longitudeDegrees, place.longitudeDegrees) - place.longitudeDegrees) *
               DegreeLengths(place.latitudeDegrees).east;
    }
};

Origin originOf(const std::vector<FrameRecord>& frames)
{
    for (const FrameRecord& record : frames) {
        if (const auto& pose = record.telemetry.pose)
            return {{pose->latitudeDegrees, pose->longitudeDegrees}, true};
    }
    return {};
}

/** One quantity of one frame. */
class Sampler
{
public:
    Sampler(TrackQuantity quantity, const Origin& origin, const TrackSettings& settings)
        : m_quantity(quantity), m_field(fieldOf(quantity)), m_origin(origin), m_settings(settings)
    {}

    TrackSample operator()(const FrameRecord& record) const
    {
        TrackSample sample;
        sample.frame = record.frame;
        sample.timeSeconds = record.timeSeconds;
        const TelemetryRecord& telemetry = record.telemetry;
        sample.seen = seen(telemetry);
        takeValue(telemetry, sample);
        sample.mark = markOf(telemetry);
        return sample;
    }

private:
    /** A field's number in the quantity's unit. */
    Number converted(const Number& number, const TelemetryRecord& telemetry) const
    {
        if (!number)
            return std::nullopt;
        switch (m_quantity) {
            case TrackQuantity::North:
            case TrackQuantity::TargetNorth:
                return m_origin.known ? Number(m_origin.north(*number)) : std::nullopt;
            case TrackQuantity::East:
            case TrackQuantity::TargetEast:
                return m_origin.known ? Number(m_origin.east(*number)) : std::nullopt;
            case TrackQuantity::Height:
                return *number - telemetry.seaLevelMetres;
            case TrackQuantity::FieldOfView: {
                const double degrees = horizontalFovDegrees(*number, telemetry.sensor, m_settings);
                return degrees > 0 ? Number(degrees) : std::nullopt;
            }
            default:
                return number;
        }
    }

    Number seen(const TelemetryRecord& telemetry) const
    {
        const TelemetryReading& reading = telemetry.reading;
        if (m_quantity == TrackQuantity::CameraDepression)
            return reading.cameraDepressionDegrees;
        if (m_quantity == TrackQuantity::CameraBearing && reading.cameraBearingDegrees)
            return reading.cameraBearingDegrees;
        if (m_quantity == TrackQuantity::FieldOfView && reading.horizontalFovDegrees)
            return reading.horizontalFovDegrees;
        return converted(reading[*m_field].value, telemetry);
    }

    void takeValue(const TelemetryRecord& telemetry, TrackSample& sample) const
    {
        const std::optional<CameraPose>& pose = telemetry.pose;
        const auto take = [&sample](double value, double error) {
            sample.value = value;
            sample.error = error;
        };
        switch (m_quantity) {
            case TrackQuantity::North:
                if (pose)
                    return take(m_origin.north(pose->latitudeDegrees), pose->horizontalErrorMetres);
                break;
            case TrackQuantity::East:
                if (pose)
                    return take(m_origin.east(pose->longitudeDegrees), pose->horizontalErrorMetres);
                break;
            case TrackQuantity::Height:
                if (pose)
                    return take(pose->heightMetres, pose->heightErrorMetres);
                break;
            case TrackQuantity::CameraBearing:
                if (pose)
                    return take(pose->bearingDegrees, pose->bearingErrorDegrees);
                break;
            case TrackQuantity::CameraDepression:
                if (pose)
                    take(pose->depressionDegrees, pose->depressionErrorDegrees);
                return;
            case TrackQuantity::FieldOfView:
                if (pose)
                    return take(pose->horizontalFovDegrees, pose->fovErrorDegrees);
                sample.value = telemetry.horizontalFovDegrees;
                return;
            default:
                break;
        }
        sample.value = converted(telemetry.values[std::size_t(*m_field)], telemetry);
    }

    TrackMark markOf(const TelemetryRecord& telemetry) const
    {
        // Directions and fields of view that come as such, not from a field of the overlay.
        const bool direct =
            (m_quantity == TrackQuantity::CameraBearing && telemetry.reading.cameraBearingDegrees) ||
            (m_quantity == TrackQuantity::FieldOfView && telemetry.reading.horizontalFovDegrees);
        if (!m_field || direct)
            return sheen::markOf(telemetry.quality);
        return sheen::markOf(telemetry.qualities[std::size_t(*m_field)]);
    }

    TrackQuantity m_quantity;
    std::optional<OverlayField> m_field;
    const Origin& m_origin;
    const TrackSettings& m_settings;
};

/** Angles run on through full turns, so that a curve through north has no jump. */
void runOn(std::vector<TrackSample>& samples)
{
    Number last;
    for (TrackSample& sample : samples) {
        if (sample.value) {
            if (last)
                *sample.value = *last + shortestTurn(*last, *sample.value);
            last = sample.value;
        }
        if (sample.seen && last)
            *sample.seen = *last + shortestTurn(*last, *sample.seen);
    }
}

}  // namespace

QString quantityName(TrackQuantity quantity)
{
    switch (quantity) {
        case TrackQuantity::North:
            return TrackSeriesText::tr("Aircraft, north");
        case TrackQuantity::East:
            return TrackSeriesText::tr("Aircraft, east");
        case TrackQuantity::Height:
            return TrackSeriesText::tr("Height above the sea");
        case TrackQuantity::Heading:
            return TrackSeriesText::tr("Aircraft heading");
        case TrackQuantity::CameraBearing:
            return TrackSeriesText::tr("Camera bearing");
        case TrackQuantity::CameraDepression:
            return TrackSeriesText::tr("Camera depression");
        case TrackQuantity::FieldOfView:
            return TrackSeriesText::tr("Field of view");
        case TrackQuantity::SlantRange:
            return TrackSeriesText::tr("Slant range");
        case TrackQuantity::TargetNorth:
            return TrackSeriesText::tr("Target, north");
        case TrackQuantity::TargetEast:
            return TrackSeriesText::tr("Target, east");
    }
    return {};
}

std::optional<TrackQuantity> quantityOf(OverlayField field)
{
    if (field == OverlayField::Sensor)
        return TrackQuantity::FieldOfView;
    for (int i = 0; i < trackQuantityCount; ++i) {
        if (fieldOf(TrackQuantity(i)) == field)
            return TrackQuantity(i);
    }
    return std::nullopt;
}

TrackSeries trackSeries(TrackQuantity quantity, const std::vector<FrameRecord>& frames,
                        const TrackSettings& settings)
{
    TrackSeries series;
    switch (quantity) {
        case TrackQuantity::Heading:
        case TrackQuantity::CameraBearing:
            series.isAngle = true;
            [[fallthrough]];
        case TrackQuantity::CameraDepression:
        case TrackQuantity::FieldOfView:
            series.unit = QStringLiteral("°");
            series.smallest = quantity == TrackQuantity::FieldOfView ? 0.2 : 1;
            break;
        default:
            series.unit = QStringLiteral(" m");
            series.smallest = 10;
    }
    const Origin origin = originOf(frames);
    const Sampler sampler(quantity, origin, settings);
    series.samples.reserve(frames.size());
    for (const FrameRecord& record : frames)
        series.samples.push_back(sampler(record));
    if (series.isAngle)
        runOn(series.samples);
    return series;
}

}  // namespace sheen
