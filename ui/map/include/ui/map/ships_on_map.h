// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

#include "base/cancel.h"
#include "data/frame_record.h"
#include "ships/ship_track.h"
#include "ui/session/work_thread.h"

class QgsMapCanvas;
class QgsPointXY;

namespace sheen {

class ShipsItem;

/** The ships around a flight on the map, where AIS has them at the time of the frame under the eye. */
class ShipsOnMap : public QObject
{
    Q_OBJECT

public:
    using ToMap = std::function<QgsPointXY(const GroundPoint&)>;

    ShipsOnMap(QgsMapCanvas* canvas, QObject* parent);
    ~ShipsOnMap() override;

    /** Reads files of AIS around a flight, in the background; none: there are no ships. `read` follows. */
    void readFiles(const QStringList& files, const std::vector<FrameRecord>& frames);

    /** Shows where they were, with the hour before; nothing where the time is not known. */
    void showAt(const QDateTime& utc, const ToMap& toMap);
    void hideShips();
    /** Names of those that are shown. */
    QStringList shownNames() const;

Q_SIGNALS:
    /** `sentence`: what went wrong; empty where all is well. */
    void read(int ships, const QString& sentence);

private:
    ShipsItem* m_item;  //!< of the canvas, which owns it
    std::vector<ShipTrack> m_ships;
    std::shared_ptr<Cancel> m_reading;  //!< of the files that are read
    WorkThread m_thread;
};

}  // namespace sheen
