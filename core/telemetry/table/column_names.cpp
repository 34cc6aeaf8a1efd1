#include "table/column_names.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "base/enum_names.h"
#include "base/error.h"
#include "known_columns.h"
#include "table/table_text.h"
#include "telemetry_table_text.h"

namespace sheen {

namespace {

using M = ColumnMeaning;

constexpr auto meaningNames = enumNames<M>(
    "unused", "frame", "time", "utc", "latitude", "longitude", "altitude", "ellipsoid_height", "height",
    "heading", "pitch", "roll", "gimbal_yaw", "gimbal_pitch", "gimbal_roll", "relative_azimuth",
    "relative_elevation", "relative_roll", "camera_bearing", "camera_depression", "camera_roll",
    "horizontal_fov", "focal_length", "equivalent_focal_length", "sensor", "target_latitude",
    "target_longitude", "target_elevation", "target_bearing", "slant_range", "recording", "local_time");
static_assert(std::size(meaningNames.names) == columnMeaningCount);

struct PoseColumn
{
    const char* name;
    M meaning;
    const char* unit;
};
constexpr std::array poseColumns = {
    PoseColumn{"frame", M::Frame, ""},
    PoseColumn{"t", M::Time, "s"},
    PoseColumn{"lat", M::Latitude, "deg"},
    PoseColumn{"lon", M::Longitude, "deg"},
    PoseColumn{"alt", M::Altitude, "m"},
    PoseColumn{"hdg", M::Heading, "deg"},
    PoseColumn{"az", M::RelativeAzimuth, "deg"},
    PoseColumn{"brg", M::CameraBearing, "deg"},
    PoseColumn{"dep", M::CameraDepression, "deg"},
    PoseColumn{"focal", M::FocalLength, "mm"},
    PoseColumn{"hfov", M::HorizontalFov, "deg"},
};

struct Unit
{
    const char* name;
    const char* spellings;  //!< of names of columns, lower case, between blanks
    double factor;
};
constexpr Unit lengthUnits[] = {
    {"m", " m metre metres meter meters ", 1},
    {"ft", " ft foot feet ", 0.3048},
    {"km", " km kilometre kilometres kilometer kilometers ", 1000},
    {"nmi", " nmi nm ", 1852},
    {"mi", " mi sm mile miles ", 1609.344},
};
constexpr Unit angleUnits[] = {
    {"deg", " deg degs degree degrees ° ", 1},
    {"rad", " rad rads radian radians ", 57.295779513082321},
};
constexpr Unit timeUnits[] = {
    {"s", " s sec secs second seconds ", 1},
    {"ms", " ms msec msecs millis millisecond milliseconds ", 1e-3},
    {"us", " us usec usecs µs micros microsecond microseconds ", 1e-6},
    {"min", " min mins minute minutes ", 60},
};
constexpr Unit focalUnits[] = {
    {"mm", " mm millimetre millimetres millimeter millimeters ", 1},
    {"m", " m metre metres meter meters ", 1000},
};

struct Units
{
    const Unit* begin = nullptr;
    const Unit* end = nullptr;
    bool assumed = false;  //!< the first unit goes without saying
};

template <std::size_t count>
constexpr Units unitsIn(const Unit (&units)[count], bool assumed)
{
    return {units, units + count, assumed};
}

constexpr Units unitTable(M meaning)
{
    switch (meaning) {
        case M::Unused:
        case M::Frame:
        case M::Utc:
        case M::Sensor:
        case M::Recording:
        case M::LocalTime:
            return {};
        case M::Time:
            return unitsIn(timeUnits, false);
        case M::Altitude:
        case M::EllipsoidHeight:
        case M::Height:
        case M::TargetElevation:
        case M::SlantRange:
            return unitsIn(lengthUnits, false);
        case M::FocalLength:
        case M::EquivalentFocalLength:
            return unitsIn(focalUnits, true);
        default:
            return unitsIn(angleUnits, true);
    }
}

/** The unit in a word of a name, as unitsOf() calls it; empty where the word is none. */
QString unitInWord(const Units& units, const QString& word)
{
    const QString sought = QLatin1Char(' ') + word.toLower() + QLatin1Char(' ');
    for (const Unit* unit = units.begin; unit != units.end && !word.isEmpty(); ++unit) {
        if (QString::fromUtf8(unit->spellings).contains(sought))
            return QString::fromLatin1(unit->name);
    }
    return {};
}

/** A name of a column, taken apart. */
struct NameParts
{
    QStringList words;      //!< lower case, without what stands in brackets
    QStringList bracketed;  //!< words in brackets

    QString joined(qsizetype leftOut = 0) const
    {
        return QStringList(words.mid(0, words.size() - leftOut)).join(QString());
    }
};

NameParts takeApart(const QString& name)
{
    static const QRegularExpression brackets(QStringLiteral("[(\\[]([^)\\]]*)[)\\]]"));
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}°]+"));
    static const QRegularExpression camel(QStringLiteral("(\\p{Ll})(\\p{Lu})"));
    const auto split = [](QString text) {
        return text.replace(camel, QStringLiteral("\\1 \\2")).toLower().split(between, Qt::SkipEmptyParts);
    };
    NameParts parts;
    auto matches = brackets.globalMatch(name);
    while (matches.hasNext())
        parts.bracketed += split(matches.next().captured(1));
    parts.words = split(QString(name).remove(brackets));
    return parts;
}

struct Recognised
{
    std::size_t rank = std::numeric_limits<std::size_t>::max();  //!< in knownColumns()
    QString unit;
};

const KnownColumn* findName(const QString& joined)
{
    for (const KnownColumn& known : knownColumns()) {
        if (joined == QString::fromUtf8(known.name))
            return &known;
    }
    return nullptr;
}

/** The unit that a name says for its meaning, in brackets or as its last word. */
QString unitInName(const NameParts& parts, const Units& units)
{
    for (const QString& word : parts.bracketed) {
        if (const QString unit = unitInWord(units, word); !unit.isEmpty())
            return unit;
    }
    return unitInWord(units, parts.words.isEmpty() ? QString() : parts.words.last());
}

Recognised recogniseName(const QString& name)
{
    const NameParts parts = takeApart(name);
    const auto withBrackets = parts.joined() + QStringList(parts.bracketed).join(QString());
    // "Platform Pitch Angle (Full)", "time (utc)"; then without brackets; then without a unit at the end.
    for (const QString& joined : {withBrackets, parts.joined(), parts.joined(1)}) {
        const KnownColumn* known = findName(joined);
        if (!known)
            continue;
        Recognised result;
        result.rank = static_cast<std::size_t>(known - knownColumns().data());
        result.unit = unitInName(parts, unitTable(known->meaning));
        // Without its last word a name is still the same only where that word was a unit.
        if (joined != withBrackets && joined != parts.joined() && result.unit.isEmpty())
            continue;
        if (result.unit.isEmpty())
            result.unit = QString::fromLatin1(known->unit);
        return result;
    }
    return {};
}

/** Seconds since 1970 or more cannot be seconds of a recording. */
bool isInstant(const QString& sample)
{
    bool isNumber = false;
    const double value = sample.toDouble(&isNumber);
    return isNumber ? value > 1e8 : sample.contains(QLatin1Char(':'));
}

void takeMeaning(TableColumn& column, M meaning, const QString& unit)
{
    column.meaning = meaning;
    column.unit = unit;
    const Units units = unitTable(meaning);
    if (column.unit.isEmpty() && units.assumed)
        column.unit = QString::fromLatin1(units.begin->name);
    if (!units.begin)
        column.unit.clear();
}

/** Where the camera's place goes by its name in ST 0601, the slant range is in that standard's metres. */
void takeStandardUnits(std::vector<TableColumn>& columns)
{
    const bool isStandard = std::any_of(columns.begin(), columns.end(), [](const TableColumn& column) {
        return takeApart(column.name).joined() == QLatin1String("sensorlatitude");
    });
    for (TableColumn& column : columns) {
        if (isStandard && column.meaning == M::SlantRange && column.unit.isEmpty())
            column.unit = QStringLiteral("m");
    }
}

/** A table of exact poses says by its columns what they are. */
void takePoses(std::vector<TableColumn>& columns)
{
    std::vector<TableColumn> others(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        others[i].name = columns[i].name;
    for (const PoseColumn& pose : poseColumns) {
        const auto column = std::find_if(others.begin(), others.end(), [&](const TableColumn& each) {
            return each.name.compare(QLatin1String(pose.name), Qt::CaseInsensitive) == 0;
        });
        takeMeaning(*column, pose.meaning, QString::fromLatin1(pose.unit));
    }
    columns = std::move(others);
}

void applySettings(const TableText& table, const TableSettings& settings, std::vector<TableColumn>& columns)
{
    const auto columnNamed = [&](const QString& name) -> TableColumn& {
        for (TableColumn& column : columns) {
            if (column.name.compare(name, Qt::CaseInsensitive) == 0)
                return column;
        }
        throw Error(
            TelemetryTableText::tr("The telemetry table \"%1\" has no column \"%2\". Its columns are: %3.")
                .arg(table.path(), name, table.names().join(QStringLiteral(", "))),
            ErrorKind::Usage);
    };
    for (const auto& [name, meaningText] : settings.meanings) {
        const std::optional<M> meaning = meaningFromName(meaningText);
        if (!meaning)
            throw Error(TelemetryTableText::tr("A column cannot mean \"%1\". Use one of: %2.")
                            .arg(meaningText, meaningNames.all().join(QStringLiteral(", "))),
                        ErrorKind::Usage);
        TableColumn& chosen = columnNamed(name);
        // What the analyst takes for it takes the place of what was recognised.
        for (TableColumn& other : columns) {
            if (&other != &chosen && other.meaning == *meaning &&
                settings.meanings.find(other.name) == settings.meanings.end())
                takeMeaning(other, M::Unused, {});
        }
        takeMeaning(chosen, *meaning, unitInName(takeApart(chosen.name), unitTable(*meaning)));
    }
    for (const auto& [name, unit] : settings.units) {
        TableColumn& column = columnNamed(name);
        const QString known = unitInWord(unitTable(column.meaning), unit);
        if (known.isEmpty())
            throw Error(TelemetryTableText::tr("The column \"%1\" cannot be in \"%2\". Its units are: %3.")
                            .arg(name, unit, unitsOf(column.meaning).join(QStringLiteral(", "))),
                        ErrorKind::Usage);
        column.unit = known;
    }
}

}  // namespace

QString meaningName(ColumnMeaning meaning)
{
    return meaningNames.of(meaning);
}

std::optional<ColumnMeaning> meaningFromName(const QString& name)
{
    return meaningNames.find(name, Qt::CaseInsensitive);
}

bool isKnownColumnName(const QString& name)
{
    return recogniseName(name).rank < knownColumns().size();
}

bool areExactPoses(const QStringList& names)
{
    return std::all_of(poseColumns.begin(), poseColumns.end(), [&names](const PoseColumn& pose) {
        return names.contains(QLatin1String(pose.name), Qt::CaseInsensitive);
    });
}

QStringList unitsOf(ColumnMeaning meaning)
{
    QStringList names;
    const Units units = unitTable(meaning);
    for (const Unit* unit = units.begin; unit != units.end; ++unit)
        names << QString::fromLatin1(unit->name);
    return names;
}

std::optional<double> unitFactor(ColumnMeaning meaning, const QString& unit)
{
    const Units units = unitTable(meaning);
    if (!units.begin)
        return 1;
    for (const Unit* each = units.begin; each != units.end; ++each) {
        if (unit == QLatin1String(each->name))
            return each->factor;
    }
    return std::nullopt;
}

std::vector<TableColumn> recogniseColumns(const TableText& table, const TableSettings& settings)
{
    std::vector<TableColumn> columns;
    std::vector<std::size_t> ranks;
    std::vector<bool> blank;
    for (int i = 0; i < table.names().size(); ++i) {
        TableColumn column;
        column.name = table.names()[i];
        const Recognised recognised = recogniseName(column.name);
        const bool known = recognised.rank < knownColumns().size();
        const QString sample = known ? table.sample(i) : QString();
        ranks.push_back(recognised.rank);
        blank.push_back(sample.isEmpty());
        if (known)
            takeMeaning(column, knownColumns()[recognised.rank].meaning, recognised.unit);
        if (column.meaning == M::Time && isInstant(sample))
            takeMeaning(column, M::Utc, {});
        columns.push_back(column);
    }
    takeStandardUnits(columns);
    // Of several one that is not blank, then one with a unit, then the one with the best name.
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t other = 0; other < columns.size() && columns[i].meaning != M::Unused; ++other) {
            if (other == i || columns[other].meaning != columns[i].meaning)
                continue;
            const auto worth = [&](std::size_t at) {
                return std::tuple(bool(blank[at]), columns[at].lacksUnit(), ranks[at], at);
            };
            if (worth(other) < worth(i))
                takeMeaning(columns[i], M::Unused, {});
        }
    }
    if (areExactPoses(table.names()))
        takePoses(columns);
    applySettings(table, settings, columns);
    return columns;
}

}  // namespace sheen
