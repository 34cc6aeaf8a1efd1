#pragma once

#include <optional>

#include <qgsmapcanvasitem.h>
#include <qgspointxy.h>

namespace sheen {

/** The aircraft over the map, its nose to its heading, with a line to where its camera looks. */
class AircraftItem : public QgsMapCanvasItem
{
public:
    explicit AircraftItem(QgsMapCanvas* canvas);

    /** Map coordinates; `target`: what the camera looks at, nothing where that is not known. */
    void place(const QgsPointXY& position, double headingDegrees, const std::optional<QgsPointXY>& target);
    void hideAircraft();

    QRectF boundingRect() const override;
    void updatePosition() override;

protected:
    void paint(QPainter* painter) override;

private:
    QgsPointXY m_position;
    std::optional<QgsPointXY> m_target;
    double m_headingDegrees = 0;
};

}  // namespace sheen
