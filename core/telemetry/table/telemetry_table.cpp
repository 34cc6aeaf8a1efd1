#include "table/telemetry_table.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "data/flight_time.h"
#include "geo/angles.h"
#include "geo/camera_angles.h"
#include "geo/geodesy.h"
#include "geo/geoid.h"
#include "pictures/equivalent_focal_length.h"
#include "pictures/height_choice.h"
#include "table_instants.h"
#include "table_values.h"
#include "telemetry_table_text.h"

namespace sheen {

namespace {

using M = ColumnMeaning;

constexpr double furthestOutsideSeconds = 0.5;
constexpr double widestGapSeconds = 10;
/** The same for a table that counts frames: of a recording with thirty a second. */
constexpr double framesPerSecond = 30;

bool isDirection(M meaning)
{
    switch (meaning) {
        case M::Heading:
        case M::GimbalYaw:
        case M::RelativeAzimuth:
        case M::CameraBearing:
        case M::TargetBearing:
        case M::Roll:
        case M::GimbalRoll:
        case M::RelativeRoll:
        case M::CameraRoll:
            return true;
        default:
            return false;
    }
}

bool isLongitude(M meaning)
{
    return meaning == M::Longitude || meaning == M::TargetLongitude;
}

/** As an overlay shows a clock that does not say its zone. */
void setLocalTime(const QDateTime& time, TelemetryReading& reading)
{
    if (!canBeFlightTime(time))
        return;
    reading[OverlayField::Date].text =
        QLocale::c().toString(time.date(), QStringLiteral("ddMMMyyyy")).toUpper();
    reading[OverlayField::Time].text = time.time().toString(QStringLiteral("HH:mm:ss"));
    reading[OverlayField::Date].confidence = reading[OverlayField::Time].confidence = 1;
}

double between(M meaning, double a, double b, double share)
{
    if (isDirection(meaning))
        return betweenAngles(a, b, share);
    if (isLongitude(meaning))
        return longitudeNear(a + shortestTurn(a, b) * share, 0);
    if (isZoom(meaning))
        return share < 0.5 ? a : b;
    return a + (b - a) * share;
}

}  // namespace

TelemetryTable TelemetryTable::load(const QString& path, const TableSettings& settings)
{
    const TableText text = TableText::load(path);
    return TelemetryTable(text, recogniseColumns(text, settings), settings);
}

bool TelemetryTable::isOfExactPoses(const QString& path)
{
    return areExactPoses(TableText::namesIn(path));
}

TelemetryTable::TelemetryTable(const TableText& text, const std::vector<TableColumn>& columns,
                               const TableSettings& settings)
    : m_path(text.path()),
      m_settings(settings),
      m_rowCount(text.rowCount()),
      m_isOfSubtitles(text.isOfSubtitles()),
      m_holdsExactPoses(areExactPoses(text.names())),
      m_rows(readRows(text, columns, m_holdsExactPoses))
{
    checkContent();
    m_startSeconds = m_rows.keysAreInstants ? m_rows.firstKey : 0;
    const bool target = has(M::TargetLatitude) && has(M::TargetLongitude);
    const bool angles = (has(M::CameraBearing) && has(M::CameraDepression)) || has(M::GimbalPitch) ||
                        (has(M::Heading) && has(M::RelativeAzimuth) && has(M::RelativeElevation));
    m_assumesStraightDown = !angles && !target && !(has(M::TargetBearing) && has(M::SlantRange));
    m_assumesTakeOffAtSea = !has(M::Altitude) && !has(M::EllipsoidHeight);
}

void TelemetryTable::checkContent() const
{
    if (m_isOfSubtitles && (!has(M::Latitude) || !has(M::Longitude)))
        refuseTable(m_path, TelemetryTableText::tr(
                                "its subtitles tell no position, or in a form that is not known."));
    if (!has(M::Latitude) || !has(M::Longitude)) {
        refuseTable(m_path, TelemetryTableText::tr(
                                "it holds no position: no columns with latitude and longitude were "
                                "recognised. Name them like --columns \"NAME=latitude\"."));
    }
    if (!has(M::Altitude) && !has(M::EllipsoidHeight) && !has(M::Height)) {
        refuseTable(m_path, TelemetryTableText::tr(
                                "it holds no height: no column with an altitude was recognised. Name it "
                                "like --columns \"NAME=altitude\"."));
    }
    if (!has(M::HorizontalFov) && !has(M::FocalLength) && !has(M::EquivalentFocalLength) &&
        !m_settings.horizontalFovDegrees) {
        refuseTable(m_path, TelemetryTableText::tr(
                                "it holds neither field of view nor focal length. Say the horizontal field "
                                "of view in degrees with --hfov."));
    }
    if (m_rows.keysAreFrames && m_settings.shiftSeconds != 0)
        refuseTable(m_path, TelemetryTableText::tr(
                                "it holds frame numbers and no times, so it cannot be shifted in time."));
}

void TelemetryTable::align(const QDateTime& createdAt, double recordingSeconds)
{
    m_alignment = alignTable(m_rows, createdAt, recordingSeconds);
    if (m_alignment && m_alignment->by != TableAlignment::By::TableBegin)
        m_startSeconds = m_alignment->startKey;
}

void TelemetryTable::setRecordingStart(const QDateTime& utc)
{
    if (m_rows.keysAreInstants && utc.isValid() && m_rows.firstKey > secondsOfDay)
        m_startSeconds = static_cast<double>(utc.toMSecsSinceEpoch()) / 1000;
}

std::optional<double> TelemetryTable::keyOfFrame(int frame) const
{
    const auto row =
        std::lower_bound(m_rows.keyOfFrame.begin(), m_rows.keyOfFrame.end(), std::pair(frame, -1e300));
    return row != m_rows.keyOfFrame.end() && row->first == frame ? std::optional(row->second) : std::nullopt;
}

double TelemetryTable::timeOf(int frame) const
{
    const auto key = keyOfFrame(frame);
    return (key ? value(M::Time, *key) : std::nullopt).value_or(std::nan(""));
}

double TelemetryTable::keyOf(int frame, double timeSeconds) const
{
    if (m_settings.shiftSeconds == 0) {
        if (const auto key = keyOfFrame(frame))
            return *key;
    }
    return m_rows.keysAreFrames ? frame : timeSeconds - m_settings.shiftSeconds + m_startSeconds;
}

std::pair<double, double> TelemetryTable::span() const
{
    const double offset = m_rows.keysAreFrames ? 0 : m_settings.shiftSeconds - m_startSeconds;
    return {m_rows.firstKey + offset, m_rows.lastKey + offset};
}

/** How far beyond its rows the table still serves, as a key. */
double TelemetryTable::slack() const
{
    if (m_holdsExactPoses)
        return 0;
    return m_rows.keysAreFrames ? framesPerSecond * furthestOutsideSeconds : furthestOutsideSeconds;
}

bool TelemetryTable::contradictsHeight(int frame, double timeSeconds) const
{
    const double key = keyOf(frame, timeSeconds);
    return chooseHeight(value(has(M::Altitude) ? M::Altitude : M::EllipsoidHeight, key),
                        value(M::Height, key))
        .contradicts;
}

bool TelemetryTable::covers(int frame, double timeSeconds) const
{
    const double key = keyOf(frame, timeSeconds);
    const double outside = m_rows.keysAreFrames ? 0 : slack();
    return key >= m_rows.firstKey - outside && key <= m_rows.lastKey + outside;
}

std::optional<double> TelemetryTable::value(ColumnMeaning meaning, double key) const
{
    const auto& [keys, values] = series(meaning);
    if (keys.empty())
        return std::nullopt;
    const auto after =
        static_cast<std::size_t>(std::lower_bound(keys.begin(), keys.end(), key) - keys.begin());
    const double unit = m_rows.keysAreFrames ? framesPerSecond : 1;
    const auto nearest = [&](std::size_t row) {
        return std::abs(keys[row] - key) <= slack() ? std::optional(values[row]) : std::nullopt;
    };
    if (after == keys.size())
        return nearest(after - 1);
    if (after == 0 || keys[after] == key)
        return nearest(after);
    const double gap = keys[after] - keys[after - 1];
    const double share = (key - keys[after - 1]) / gap;
    if (gap > widestGapSeconds * unit)
        return nearest(share < 0.5 ? after - 1 : after);
    return between(meaning, values[after - 1], values[after], share);
}

/** Where the aircraft flies to, for a table without headings. */
std::optional<double> TelemetryTable::courseAt(double key) const
{
    const double unit = m_rows.keysAreFrames ? framesPerSecond : 1;
    const double from = std::max(key - unit, m_rows.firstKey);
    const double to = std::min(key + unit, m_rows.lastKey);
    const auto south = value(M::Latitude, from);
    const auto north = value(M::Latitude, to);
    const auto west = value(M::Longitude, from);
    const auto east = value(M::Longitude, to);
    if (!south || !north || !west || !east)
        return std::nullopt;
    const double northward = *north - *south;
    const double eastward = shortestTurn(*west, *east) * std::cos(*south * radiansPerDegree);
    return wrappedTurn(std::atan2(eastward, northward) / radiansPerDegree);
}

/** Above the sea, as well as it can be told, and whether the geoid's height was taken off for it. */
void TelemetryTable::setHeight(double key, const GroundPoint& place, TelemetryReading& reading) const
{
    FieldReading& altitude = reading[OverlayField::PlatformAltitude];
    std::optional<double> absolute = value(M::Altitude, key);
    if (!has(M::Altitude) && has(M::EllipsoidHeight)) {
        if (const auto height = value(M::EllipsoidHeight, key)) {
            const Geoid* geoid = Geoid::installed();
            const double undulation = geoid ? geoid->heightMetres(place) : 0;
            reading.geoidReductionMetres = std::isfinite(undulation) ? undulation : 0;
            absolute = *height - *reading.geoidReductionMetres;
        }
    }
    const HeightChoice choice = chooseHeight(absolute, value(M::Height, key));
    altitude.value = choice.metres;
    if (choice.contradicts)
        reading.geoidReductionMetres.reset();
    altitude.confidence = altitude.value ? 1 : 0;
}

void TelemetryTable::setAngles(double key, TelemetryReading& reading) const
{
    const auto heading = value(M::Heading, key);
    const auto or0 = [&](M meaning) { return value(meaning, key).value_or(0); };
    const auto set = [&reading](const CameraAngles& angles) {
        reading.cameraBearingDegrees = angles.bearingDegrees;
        reading.cameraDepressionDegrees = angles.depressionDegrees;
        reading.cameraRollDegrees = angles.rollDegrees;
    };
    const auto bearing = value(M::CameraBearing, key);
    const auto depression = value(M::CameraDepression, key);
    if (bearing && depression)
        return set({wrappedTurn(*bearing), *depression, or0(M::CameraRoll)});
    const auto gimbalYaw = value(M::GimbalYaw, key);
    const auto gimbalPitch = value(M::GimbalPitch, key);
    if (gimbalPitch && (gimbalYaw || heading))
        return set(cameraAngles({}, {gimbalYaw ? *gimbalYaw : *heading, *gimbalPitch, or0(M::GimbalRoll)}));
    // Without pitch and roll of the aircraft its angles are some degrees off: the target is better.
    const bool target = has(M::TargetLatitude) && has(M::TargetLongitude);
    const bool attitude = has(M::Pitch) && has(M::Roll);
    const auto azimuth = value(M::RelativeAzimuth, key);
    const auto elevation = value(M::RelativeElevation, key);
    if (heading && azimuth && elevation && (attitude || !target))
        return set(cameraAngles({*heading, or0(M::Pitch), or0(M::Roll)},
                                {*azimuth, *elevation, or0(M::RelativeRoll)}));
    if (m_assumesStraightDown)
        return set({wrappedTurn(heading.value_or(courseAt(key).value_or(0))), 90, 0});
}

void TelemetryTable::setFieldOfView(double key, cv::Size picture, TelemetryReading& reading) const
{
    reading.horizontalFovDegrees = value(M::HorizontalFov, key);
    const auto equivalent = value(M::EquivalentFocalLength, key);
    if (!reading.horizontalFovDegrees && equivalent)
        reading.horizontalFovDegrees = horizontalFovOfEquivalent(*equivalent, picture);
    if (!reading.horizontalFovDegrees && !has(M::FocalLength))
        reading.horizontalFovDegrees = m_settings.horizontalFovDegrees;
}

std::optional<TelemetryReading> TelemetryTable::at(int frame, double timeSeconds, cv::Size picture) const
{
    const double key = keyOf(frame, timeSeconds);
    TelemetryReading reading;
    reading.frame = frame;
    reading.timeSeconds = timeSeconds;
    reading.source = Quality::Klv;
    const auto set = [&](OverlayField field, const std::optional<double>& known) {
        reading[field].value = known;
        reading[field].confidence = known ? 1 : 0;
    };
    const auto latitude = value(M::Latitude, key);
    const auto longitude = value(M::Longitude, key);
    if (!covers(frame, timeSeconds) || !latitude || !longitude)
        return std::nullopt;
    set(OverlayField::PlatformLatitude, latitude);
    set(OverlayField::PlatformLongitude, longitudeNear(*longitude, 0));
    setHeight(key, {*latitude, longitudeNear(*longitude, 0)}, reading);
    auto heading = value(M::Heading, key);
    if (!has(M::Heading))
        heading = courseAt(key);
    set(OverlayField::PlatformHeading, heading ? std::optional(wrappedTurn(*heading)) : std::nullopt);
    set(OverlayField::FocalLength, value(M::FocalLength, key));
    set(OverlayField::TargetLatitude, value(M::TargetLatitude, key));
    set(OverlayField::TargetLongitude, value(M::TargetLongitude, key));
    set(OverlayField::TargetElevation, value(M::TargetElevation, key));
    const auto targetBearing = value(M::TargetBearing, key);
    set(OverlayField::TargetBearing,
        targetBearing ? std::optional(wrappedTurn(*targetBearing)) : std::nullopt);
    set(OverlayField::SlantRange, value(M::SlantRange, key));
    const auto sensor = std::upper_bound(m_rows.sensors.begin(), m_rows.sensors.end(),
                                         std::pair(key, QString(QChar(0xFFFF))));
    if (!m_rows.sensors.empty()) {
        reading[OverlayField::Sensor].text =
            (sensor == m_rows.sensors.begin() ? sensor : std::prev(sensor))->second;
        reading[OverlayField::Sensor].confidence = 1;
    }
    if (const auto utc = value(M::Utc, key)) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(std::llround(*utc * 1000), Qt::UTC);
        if (canBeFlightTime(time))
            reading.utc = time;
    }
    if (const auto local = value(M::LocalTime, key))
        setLocalTime(QDateTime::fromMSecsSinceEpoch(std::llround(*local * 1000), Qt::UTC), reading);
    setAngles(key, reading);
    setFieldOfView(key, picture, reading);
    return reading;
}

std::optional<TelemetryRecord> TelemetryTable::recordAt(int frame, double timeSeconds) const
{
    const auto given = at(frame, timeSeconds, {});
    const double key = keyOf(frame, timeSeconds);
    const auto bearing = value(M::CameraBearing, key);
    if (!given || !bearing)
        return std::nullopt;
    const std::vector<double>& keys = series(M::Latitude).keys;
    TelemetryRecord record;
    record.reading.frame = frame;
    record.reading.timeSeconds = timeSeconds;
    record.reading.source = Quality::Klv;
    record.quality = std::binary_search(keys.begin(), keys.end(), key) ? Quality::Klv : Quality::Interpolated;
    for (const OverlayField field :
         {OverlayField::PlatformLatitude, OverlayField::PlatformLongitude, OverlayField::PlatformAltitude,
          OverlayField::PlatformHeading, OverlayField::FocalLength}) {
        const auto place = static_cast<std::size_t>(field);
        record.values[place] = (*given)[field].value;
        record.qualities[place] = record.values[place] ? record.quality : Quality::None;
    }
    CameraPose pose;
    pose.latitudeDegrees = *(*given)[OverlayField::PlatformLatitude].value;
    pose.longitudeDegrees = *(*given)[OverlayField::PlatformLongitude].value;
    pose.heightMetres = *(*given)[OverlayField::PlatformAltitude].value;
    pose.bearingDegrees = *given->cameraBearingDegrees;
    pose.depressionDegrees = *given->cameraDepressionDegrees;
    pose.horizontalFovDegrees = *given->horizontalFovDegrees;
    pose.source = record.quality;
    record.pose = pose;
    record.horizontalFovDegrees = pose.horizontalFovDegrees;
    return record;
}

}  // namespace sheen
