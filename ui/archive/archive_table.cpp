#include "archive_table.h"

#include <QDir>
#include <QLocale>
#include <algorithm>
#include <optional>

#include "geo/ground_bounds.h"
#include "ui/widgets/literal_text.h"
#include "ui/widgets/notation.h"
#include "ui/widgets/position_text.h"

namespace sheen {

namespace {

/** Nothing where nothing is known. */
QString oilVolumeText(const SlickTotals& totals, const ColumnUnits& units)
{
    const double least = totals.minimumCubicMetres;
    const double most = totals.maximumCubicMetres;
    if (least <= 0 && most <= 0)
        return {};
    return volumeText(least, most > least ? std::optional(most) : std::nullopt, units);
}

QString stateText(FlightState state)
{
    switch (state) {
        case FlightState::Done:
            return ArchiveTable::tr("done");
        case FlightState::Failed:
            return ArchiveTable::tr("failed");
        case FlightState::Unfinished:
            break;
    }
    return ArchiveTable::tr("not to the end");
}

QString tip(const FlightEntry& flight)
{
    QStringList lines{QDir::toNativeSeparators(flight.path)};
    if (!flight.sentence.isEmpty())
        lines << flight.sentence;
    if (!flight.model.isEmpty())
        lines << ArchiveTable::tr("Model: %1").arg(flight.model);
    return asPlainText(lines.join(QLatin1Char('\n')));
}

}  // namespace

std::optional<GroundPoint> middleOf(const FlightEntry& flight)
{
    const GroundBounds bounds(flight.footprint);
    if (bounds.isEmpty())
        return std::nullopt;
    return GroundPoint{(bounds.south + bounds.north) / 2, (bounds.west + bounds.east) / 2};
}

ArchiveTable::ArchiveTable(QObject* parent) : QAbstractTableModel(parent)
{
    connect(&Notation::current(), &Notation::changed, this, [this] {
        chooseUnits();
        if (!m_flights.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void ArchiveTable::setFlights(std::vector<FlightEntry> flights)
{
    beginResetModel();
    m_flights = std::move(flights);
    chooseUnits();
    endResetModel();
}

void ArchiveTable::chooseUnits()
{
    double largest = 0;
    double most = 0;
    for (const FlightEntry& flight : m_flights) {
        largest = std::max(largest, flight.totals.oiledSquareMetres);
        most = std::max({most, flight.totals.minimumCubicMetres, flight.totals.maximumCubicMetres});
    }
    m_units = unitsFor(0, largest, most);
}

int ArchiveTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_flights.size());
}

int ArchiveTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ArchiveTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case Begun:
            return tr("Begun (UTC)");
        case Name:
            return tr("Flight");
        case Place:
            return tr("Place");
        case Slicks:
            return tr("Slicks");
        case Oiled:
            return tr("Oil");
        case Volume:
            return tr("Volume");
        case Frames:
            return tr("Frames");
        default:
            return tr("State");
    }
}

QString ArchiveTable::text(const FlightEntry& flight, int column) const
{
    const bool oil = flight.totals.count > 0;
    switch (column) {
        case Begun:
            return flight.firstUtc.isValid() ? flight.firstUtc.toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                                             : QString();
        case Name:
            return flight.name;
        case Place: {
            const std::optional<GroundPoint> middle = middleOf(flight);
            return middle ? positionText(middle->latitudeDegrees, middle->longitudeDegrees) : QString();
        }
        case Slicks:
            return oil ? QLocale().toString(flight.totals.count) : QString();
        case Oiled:
            return oil ? areaText(flight.totals.oiledSquareMetres, m_units) : QString();
        case Volume:
            return oil ? oilVolumeText(flight.totals, m_units) : QString();
        case Frames:
            return flight.frames > 0 ? QLocale().toString(flight.frames) : QString();
        default:
            return stateText(flight.state);
    }
}

QVariant ArchiveTable::sortKey(const FlightEntry& flight, int column) const
{
    switch (column) {
        case Begun:
            return flight.firstUtc;
        case Place: {
            const std::optional<GroundPoint> middle = middleOf(flight);
            return middle ? middle->latitudeDegrees : -91;
        }
        case Slicks:
            return flight.totals.count;
        case Oiled:
            return flight.totals.oiledSquareMetres;
        case Volume:
            return flight.totals.minimumCubicMetres;
        case Frames:
            return flight.frames;
        default:
            return text(flight, column);
    }
}

QVariant ArchiveTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const FlightEntry& flight = m_flights[std::size_t(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return text(flight, index.column());
        case Qt::ToolTipRole:
            return tip(flight);
        case sortRole:
            return sortKey(flight, index.column());
        default:
            return {};
    }
}

}  // namespace sheen
