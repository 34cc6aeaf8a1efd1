#pragma once

#include <QString>

#include <qgsmapcanvasitem.h>
#include <qgspointxy.h>

namespace sheen {

/** A line of text at a place of the map, above everything. */
class MapLabel : public QgsMapCanvasItem
{
public:
    explicit MapLabel(QgsMapCanvas* canvas);

    /** In map coordinates; an empty text: nothing is shown. */
    void set(const QgsPointXY& place, const QString& text);

    QRectF boundingRect() const override;
    void updatePosition() override;

protected:
    void paint(QPainter* painter) override;

private:
    QgsPointXY m_place;
    QString m_text;
};

}  // namespace sheen
