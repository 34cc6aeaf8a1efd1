#include "table/pose_table.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/error.h"
#include "geo/angles.h"

namespace sheen {

namespace {

enum Column {
    FrameColumn,
    Time,
    Latitude,
    Longitude,
    Altitude,
    Heading,
    Azimuth,
    Bearing,
    Depression,
    Focal,
    Fov
};
constexpr std::array columnNames = {"frame", "t",   "lat", "lon",   "alt", "hdg",
                                    "az",    "brg", "dep", "focal", "hfov"};
constexpr std::size_t columnCount = columnNames.size();
using Cells = std::array<double, columnCount>;

/** Rows farther apart than this are no neighbours to interpolate between. */
constexpr double widestGapSeconds = 10;

[[noreturn]] void refuse(const QString& path, const QString& why)
{
    throw Error(QCoreApplication::translate("PoseTable", "The pose table %1 cannot be used: %2")
                    .arg(QDir::toNativeSeparators(path), why),
                ErrorKind::Unreadable);
}

QString columnName(std::size_t column)
{
    return QString::fromLatin1(columnNames[column]);
}

QStringList splitRow(const QString& line)
{
    QStringList cells = line.split(QLatin1Char(','));
    for (QString& cell : cells) {
        cell = cell.trimmed();
        if (cell.size() >= 2 && cell.startsWith(QLatin1Char('"')) && cell.endsWith(QLatin1Char('"')))
            cell = cell.mid(1, cell.size() - 2).trimmed();
    }
    return cells;
}

/** Where each column stands in the file's rows. */
std::array<qsizetype, columnCount> readHeader(const QString& line, const QString& path)
{
    const QStringList names = splitRow(line);
    std::array<qsizetype, columnCount> places{};
    for (std::size_t i = 0; i < columnCount; ++i) {
        places[i] = -1;
        for (qsizetype place = 0; place < names.size(); ++place) {
            if (names[place].compare(columnName(i), Qt::CaseInsensitive) != 0)
                continue;
            if (places[i] >= 0)
                refuse(path, QCoreApplication::translate("PoseTable", "line 1 names the column \"%1\" twice.")
                                 .arg(columnName(i)));
            places[i] = place;
        }
        if (places[i] < 0)
            refuse(path,
                   QCoreApplication::translate("PoseTable",
                                               "line 1 does not name the column \"%1\"; it needs %2.")
                       .arg(columnName(i), QStringLiteral("frame,t,lat,lon,alt,hdg,az,brg,dep,focal,hfov")));
    }
    return places;
}

bool inRange(Column column, double value)
{
    switch (column) {
        case FrameColumn:
            return value >= 0 && value <= 1e9 && value == std::floor(value);
        case Time:
            return std::abs(value) < 1e7;
        case Latitude:
        case Depression:
            return std::abs(value) <= 90;
        case Longitude:
            return std::abs(value) <= 360;
        case Altitude:
            return value > -1000 && value < 50000;
        case Heading:
        case Azimuth:
        case Bearing:
            return std::abs(value) <= 720;
        case Focal:
            return value >= 0 && value < 1e5;
        case Fov:
            return value > 0 && value < 180;
    }
    return false;
}

Cells readRow(const QStringList& texts, const std::array<qsizetype, columnCount>& places, const QString& path,
              int line)
{
    Cells cells{};
    for (std::size_t i = 0; i < columnCount; ++i) {
        const auto column = static_cast<Column>(i);
        const QString text = places[i] < texts.size() ? texts[places[i]] : QString();
        if (text.isEmpty() && (column == Azimuth || column == Focal))
            continue;  // neither is needed for the pose
        bool good = false;
        cells[i] = text.toDouble(&good);
        if (!good || !std::isfinite(cells[i])) {
            refuse(path,
                   QCoreApplication::translate("PoseTable", "line %1, column \"%2\": \"%3\" is not a number.")
                       .arg(line)
                       .arg(columnName(i), text));
        }
        if (!inRange(column, cells[i])) {
            refuse(path,
                   QCoreApplication::translate("PoseTable", "line %1, column \"%2\": %3 is out of its range.")
                       .arg(line)
                       .arg(columnName(i), text));
        }
    }
    return cells;
}

double between(double a, double b, double share)
{
    return a + (b - a) * share;
}

CameraPose poseBetween(const CameraPose& a, const CameraPose& b, double share)
{
    CameraPose pose = a;
    pose.latitudeDegrees = between(a.latitudeDegrees, b.latitudeDegrees, share);
    pose.longitudeDegrees =
        wrappedLongitude(a.longitudeDegrees + shortestTurn(a.longitudeDegrees, b.longitudeDegrees) * share);
    pose.heightMetres = between(a.heightMetres, b.heightMetres, share);
    pose.bearingDegrees = betweenAngles(a.bearingDegrees, b.bearingDegrees, share);
    pose.depressionDegrees = between(a.depressionDegrees, b.depressionDegrees, share);
    // A zoom is a step: the nearer row's.
    pose.horizontalFovDegrees = share < 0.5 ? a.horizontalFovDegrees : b.horizontalFovDegrees;
    return pose;
}

}  // namespace

bool PoseTable::isPoseTable(const QString& path)
{
    constexpr qint64 longestHeader = 1 << 16;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QString header = QString::fromUtf8(file.readLine(longestHeader));
    header.remove(QChar(0xFEFF));
    const QStringList names = splitRow(header);
    return std::all_of(columnNames.begin(), columnNames.end(), [&names](const char* name) {
        return names.contains(QLatin1String(name), Qt::CaseInsensitive);
    });
}

PoseTable PoseTable::load(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        refuse(path, file.errorString());
    QString text = QString::fromUtf8(file.readAll());
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    const QStringList lines = text.split(QLatin1Char('\n'));
    const auto places = readHeader(lines.value(0), path);

    PoseTable table;
    std::map<int, int> lineOfFrame;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        const int line = static_cast<int>(i) + 1;
        const Cells cells = readRow(splitRow(lines[i]), places, path, line);
        Row row;
        row.frame = static_cast<int>(cells[FrameColumn]);
        row.timeSeconds = cells[Time];
        row.headingDegrees = wrappedTurn(cells[Heading]);
        if (cells[Focal] > 0)
            row.focalLengthMillimetres = cells[Focal];
        row.pose.latitudeDegrees = cells[Latitude];
        row.pose.longitudeDegrees = wrappedLongitude(cells[Longitude]);
        row.pose.heightMetres = cells[Altitude];
        row.pose.bearingDegrees = wrappedTurn(cells[Bearing]);
        row.pose.depressionDegrees = cells[Depression];
        row.pose.horizontalFovDegrees = cells[Fov];
        row.pose.source = Quality::Klv;
        const auto [earlier, isNew] = lineOfFrame.emplace(row.frame, line);
        if (!isNew) {
            refuse(path, QCoreApplication::translate(
                             "PoseTable", "line %1, column \"frame\": line %2 already gives frame %3.")
                             .arg(line)
                             .arg(earlier->second)
                             .arg(row.frame));
        }
        table.m_rows.push_back(row);
    }
    if (table.m_rows.empty())
        refuse(path, QCoreApplication::translate("PoseTable", "it holds no rows."));
    std::stable_sort(table.m_rows.begin(), table.m_rows.end(),
                     [](const Row& a, const Row& b) { return a.timeSeconds < b.timeSeconds; });
    return table;
}

double PoseTable::timeOf(int frame) const
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [frame](const Row& each) { return each.frame == frame; });
    return row != m_rows.end() ? row->timeSeconds : std::nan("");
}

std::optional<TelemetryRecord> PoseTable::at(int frame, double timeSeconds) const
{
    Row row;
    // Recordings count on, so the frame is near the row of its time; a table of thousands is searched once.
    const auto sameFrame =
        std::find_if(m_rows.begin(), m_rows.end(), [frame](const Row& each) { return each.frame == frame; });
    if (sameFrame != m_rows.end()) {
        row = *sameFrame;
    } else {
        const auto after =
            std::lower_bound(m_rows.begin(), m_rows.end(), timeSeconds,
                             [](const Row& each, double time) { return each.timeSeconds < time; });
        if (after == m_rows.end() || (after == m_rows.begin() && after->timeSeconds > timeSeconds))
            return std::nullopt;
        row = *after;
        if (after->timeSeconds > timeSeconds) {
            const Row& before = *std::prev(after);
            const double gap = after->timeSeconds - before.timeSeconds;
            if (gap > widestGapSeconds)
                return std::nullopt;
            const double share = (timeSeconds - before.timeSeconds) / gap;
            row = share < 0.5 ? before : *after;
            row.pose = poseBetween(before.pose, after->pose, share);
            row.pose.source = Quality::Interpolated;
            row.headingDegrees = betweenAngles(before.headingDegrees, after->headingDegrees, share);
        }
    }

    TelemetryRecord record;
    record.reading.frame = frame;
    record.reading.timeSeconds = timeSeconds;
    record.reading.source = Quality::Klv;
    record.quality = row.pose.source;
    record.pose = row.pose;
    record.horizontalFovDegrees = row.pose.horizontalFovDegrees;
    auto set = [&](OverlayField field, std::optional<double> value) {
        const auto at = indexOf(field);
        record.values[at] = value;
        record.qualities[at] = value ? row.pose.source : Quality::None;
    };
    set(OverlayField::PlatformLatitude, row.pose.latitudeDegrees);
    set(OverlayField::PlatformLongitude, row.pose.longitudeDegrees);
    set(OverlayField::PlatformAltitude, row.pose.heightMetres);
    set(OverlayField::PlatformHeading, row.headingDegrees);
    set(OverlayField::FocalLength, row.focalLengthMillimetres);
    return record;
}

}  // namespace sheen
