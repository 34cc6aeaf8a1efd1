// SPDX-License-Identifier: GPL-3.0-or-later
#include "ais_table.h"

#include <cmath>

#include "text_time.h"

namespace sheen {

namespace {

/** "BaseDateTime", "base_date_time" and "# Timestamp" without case and signs. */
QByteArray plainName(const QByteArray& name)
{
    QByteArray plain;
    for (const char letter : name.toLower()) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            plain += letter;
    }
    return plain;
}

std::optional<double> numberIn(const QByteArray& cell)
{
    bool isNumber = false;
    const double value = cell.toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional<double>(value) : std::nullopt;
}

/** Both registers write words for what they do not know. */
QString textIn(const QByteArray& cell)
{
    const QString text = QString::fromUtf8(cell).trimmed();
    const bool unknown = text.compare(QLatin1String("unknown"), Qt::CaseInsensitive) == 0 ||
                         text.compare(QLatin1String("undefined"), Qt::CaseInsensitive) == 0;
    return unknown ? QString() : text;
}

/** "IMO9123456", "9123456"; empty where there are not seven digits. */
QString imoIn(const QByteArray& cell)
{
    QString digits;
    for (const QChar letter : QString::fromLatin1(cell)) {
        if (letter >= QLatin1Char('0') && letter <= QLatin1Char('9'))
            digits += letter;
    }
    return digits.size() == 7 && !digits.startsWith(QLatin1Char('0')) ? digits : QString();
}

/** A number of AIS, or a word. */
QString typeIn(const QByteArray& cell)
{
    if (const auto number = numberIn(cell))
        return shipTypeOf(static_cast<int>(*number));
    return textIn(cell);
}

}  // namespace

std::vector<QByteArray> cellsOf(const QByteArray& line, char separator)
{
    std::vector<QByteArray> cells(1);
    bool quoted = false;
    for (int i = 0; i < line.size(); ++i) {
        const char letter = line[i];
        if (quoted && letter == '"' && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += letter;
            ++i;
        } else if (letter == '"') {
            quoted = !quoted;
        } else if (letter == separator && !quoted) {
            cells.emplace_back();
        } else if (letter != '\r' && letter != '\n') {
            cells.back() += letter;
        }
    }
    return cells;
}

std::optional<AisTable::Column> AisTable::columnOf(const QByteArray& name)
{
    struct Known
    {
        const char* name;
        Column column;
    };
    static constexpr std::array known = {
        Known{"timestamp", Time},    Known{"basedatetime", Time}, Known{"mmsi", Mmsi},
        Known{"latitude", Latitude}, Known{"lat", Latitude},      Known{"longitude", Longitude},
        Known{"lon", Longitude},     Known{"sog", Speed},         Known{"cog", Course},
        Known{"name", Name},         Known{"vesselname", Name},   Known{"callsign", CallSign},
        Known{"imo", Imo},           Known{"shiptype", Type},     Known{"vesseltype", Type},
        Known{"length", Length},     Known{"typeofmobile", Kind},
    };
    for (const Known& one : known) {
        if (plainName(name) == one.name)
            return one.column;
    }
    return std::nullopt;
}

std::optional<AisTable> AisTable::fromHeader(const QByteArray& line)
{
    AisTable table;
    for (const char separator : {';', '\t'}) {
        if (line.count(separator) > line.count(table.m_separator))
            table.m_separator = separator;
    }
    table.m_places.fill(-1);
    const std::vector<QByteArray> names = cellsOf(line, table.m_separator);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::optional<Column> column = columnOf(names[i]);
        if (column && table.m_places[*column] < 0)
            table.m_places[*column] = static_cast<int>(i);
    }
    for (const Column needed : {Time, Mmsi, Latitude, Longitude}) {
        if (table.m_places[needed] < 0)
            return std::nullopt;
    }
    return table;
}

void AisTable::take(const QByteArray& line, AisCollector& collector) const
{
    const std::vector<QByteArray> cells = cellsOf(line, m_separator);
    const auto cell = [&](Column column) {
        const int place = m_places[column];
        return place >= 0 && static_cast<std::size_t>(place) < cells.size()
                   ? cells[static_cast<std::size_t>(place)]
                   : QByteArray();
    };
    bool isNumber = false;
    const quint32 mmsi = cell(Mmsi).trimmed().toUInt(&isNumber);
    const std::optional<double> latitude = numberIn(cell(Latitude));
    const std::optional<double> longitude = numberIn(cell(Longitude));
    if (!isNumber || !latitude || !longitude) {
        ++collector.faults.broken;
        return;
    }
    // The Danish register has base stations, buoys and aircraft among its rows.
    const QByteArray kind = cell(Kind);
    if (!kind.isEmpty() && !kind.startsWith("Class"))
        return;
    const std::optional<qint64> time = textMilliseconds(cell(Time));
    if (!time) {
        ++collector.faults.broken;
        return;
    }
    ShipPosition position;
    position.utcMilliseconds = *time;
    position.place = {*latitude, *longitude};
    position.speedKnots = numberIn(cell(Speed));
    position.courseDegrees = numberIn(cell(Course));
    if (position.courseDegrees && !(*position.courseDegrees >= 0 && *position.courseDegrees < 360))
        position.courseDegrees.reset();
    if (position.speedKnots && !(*position.speedKnots >= 0 && *position.speedKnots < 102.3))
        position.speedKnots.reset();
    collector.addPosition(mmsi, position);
    if (!collector.window().holds(position.place))
        return;
    ShipTrack facts;
    facts.mmsi = mmsi;
    facts.name = textIn(cell(Name));
    facts.callSign = textIn(cell(CallSign));
    facts.imo = imoIn(cell(Imo));
    facts.type = typeIn(cell(Type));
    if (const auto length = numberIn(cell(Length)); length && *length > 0)
        facts.lengthMetres = length;
    collector.describe(facts);
}

}  // namespace sheen
