#pragma once

#include <QAbstractTableModel>
#include <optional>
#include <vector>

#include "archive/flight_entry.h"
#include "ui/widgets/measure_text.h"

namespace sheen {

/** The middle of what a flight's frames show; nothing where none has a place. */
std::optional<GroundPoint> middleOf(const FlightEntry& flight);

/** The flights of an archive, a row each. */
class ArchiveTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Begun, Name, State, Place, Slicks, Oiled, Volume, Frames, ColumnCount };
    static constexpr int sortRole = Qt::UserRole;

    explicit ArchiveTable(QObject* parent = nullptr);

    void setFlights(std::vector<FlightEntry> flights);
    const std::vector<FlightEntry>& flights() const { return m_flights; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void chooseUnits();
    QString text(const FlightEntry& flight, int column) const;
    QVariant sortKey(const FlightEntry& flight, int column) const;

    std::vector<FlightEntry> m_flights;
    ColumnUnits m_units;
};

}  // namespace sheen
