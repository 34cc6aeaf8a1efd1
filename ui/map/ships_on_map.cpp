// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ships_on_map.h"

#include <qgspointxy.h>

#include <utility>

#include "base/error.h"
#include "ships/flight_window.h"
#include "ships_item.h"

namespace sheen {

namespace {

constexpr qint64 wayMilliseconds = 3'600'000;

ShipsItem::Ship shipAt(const ShipTrack& track, const GroundPoint& place, qint64 time,
                       const ShipsOnMap::ToMap& toMap)
{
    ShipsItem::Ship ship;
    ship.name = shipTitle(track);
    for (const ShipPosition& position : track.positions) {
        if (position.utcMilliseconds >= time - wayMilliseconds && position.utcMilliseconds < time)
            ship.way.push_back(toMap(position.place));
    }
    ship.way.push_back(toMap(place));
    return ship;
}

}  // namespace

ShipsOnMap::ShipsOnMap(QgsMapCanvas* canvas, QObject* parent)
    : QObject(parent), m_item(new ShipsItem(canvas)), m_thread(QStringLiteral("ships"))
{}

ShipsOnMap::~ShipsOnMap()
{
    if (m_reading)
        m_reading->request();
    m_thread.stop();
}

void ShipsOnMap::readFiles(const QStringList& files, const std::vector<FrameRecord>& frames)
{
    if (m_reading)
        m_reading->request();
    m_reading = std::make_shared<Cancel>();
    m_ships.clear();
    hideShips();
    if (files.isEmpty())
        return;
    m_thread.post([this, files, window = windowOfFlight(frames), reading = m_reading] {
        std::vector<ShipTrack> ships;
        QString sentence;
        try {
            ships = readAisFiles(files, window, reading.get()).ships;
        } catch (const Error& error) {
            sentence = error.sentence();
        }
        QMetaObject::invokeMethod(
            this,
            [this, reading, ships = std::move(ships), sentence] {
                if (reading->requested())
                    return;
                m_ships = ships;
                Q_EMIT read(int(m_ships.size()), sentence);
            },
            Qt::QueuedConnection);
    });
}

void ShipsOnMap::showAt(const QDateTime& utc, const ToMap& toMap)
{
    std::vector<ShipsItem::Ship> shown;
    const qint64 time = utc.isValid() ? utc.toMSecsSinceEpoch() : 0;
    for (const ShipTrack& ship : m_ships) {
        const std::optional<GroundPoint> place = utc.isValid() ? placeAt(ship, time) : std::nullopt;
        if (place)
            shown.push_back(shipAt(ship, *place, time, toMap));
    }
    m_item->showShips(std::move(shown));
}

void ShipsOnMap::hideShips()
{
    m_item->showShips({});
}

QStringList ShipsOnMap::shownNames() const
{
    QStringList names;
    for (const ShipsItem::Ship& ship : m_item->ships())
        names << ship.name;
    return names;
}

}  // namespace sheen
