// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/ships_csv.h"

#include "base/whole_file.h"
#include "tables/csv_row.h"

namespace sheen {

namespace {

QByteArray shipsHeader()
{
    return "slick,rank,mmsi,imo,name,call_sign,type,ship_length_m,closest_m,closest_utc,minutes_before,"
           "ship_latitude_deg,ship_longitude_deg,course_deg,speed_kn,drift_closest_m,drift_closest_utc,"
           "drift_minutes_before\n";
}

QString timeText(qint64 utcMilliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(utcMilliseconds, Qt::UTC).toString(Qt::ISODate);
}

void add(const ShipApproach& approach, CsvRow& row)
{
    row.number(approach.distanceMetres, 0);
    row.text(timeText(approach.utcMilliseconds));
    row.number(approach.beforeSeconds / 60, 1);
}

QByteArray rowOf(const SlickShips& slick, std::size_t rank, const ShipFindings& findings)
{
    const NearShip& near = slick.ships[rank];
    const ShipTrack& ship = findings.ships[near.ship];
    CsvRow row;
    row.text(QString::number(slick.slickId));
    row.text(QString::number(rank + 1));
    row.text(QString::number(ship.mmsi));
    row.text(ship.imo);
    row.text(ship.name);
    row.text(ship.callSign);
    row.text(ship.type);
    row.number(ship.lengthMetres, 0);
    add(near.closest, row);
    row.number(near.closest.ship.latitudeDegrees, 6);
    row.number(near.closest.ship.longitudeDegrees, 6);
    row.number(near.courseDegrees, 1);
    row.number(near.speedKnots, 1);
    if (near.closestAdrift) {
        add(*near.closestAdrift, row);
    } else {
        for (int cell = 0; cell < 3; ++cell)
            row.text({});
    }
    return row.line();
}

}  // namespace

void writeShipsCsv(const ShipFindings& findings, const QString& path)
{
    QByteArray rows = shipsHeader();
    for (const SlickShips& slick : findings.slicks) {
        for (std::size_t rank = 0; rank < slick.ships.size(); ++rank)
            rows += rowOf(slick, rank, findings);
    }
    writeWholeFile(path, rows);
}

}  // namespace sheen
