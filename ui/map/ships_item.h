// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qgsmapcanvasitem.h>
#include <qgspointxy.h>

#include <QString>
#include <vector>

namespace sheen {

/** Ships over the map at one moment: a mark with the name, and the way that each came. */
class ShipsItem : public QgsMapCanvasItem
{
public:
    /** Map coordinates. */
    struct Ship
    {
        QString name;
        std::vector<QgsPointXY> way;  //!< the oldest first; its last point is where the ship is
    };

    explicit ShipsItem(QgsMapCanvas* canvas);

    void showShips(std::vector<Ship> ships);
    const std::vector<Ship>& ships() const { return m_ships; }

    QRectF boundingRect() const override;
    void updatePosition() override;

protected:
    void paint(QPainter* painter) override;

private:
    std::vector<Ship> m_ships;
};

}  // namespace sheen
