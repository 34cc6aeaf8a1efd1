#pragma once

#include <QString>
#include <optional>
#include <vector>

#include <qgsmapcanvasitem.h>
#include <qgspointxy.h>

#include "geo/ground.h"

namespace sheen {

/** Numbered places on the map, each with a line to where its frame puts it. */
class TieMapItem : public QgsMapCanvasItem
{
public:
    struct Mark
    {
        GroundPoint place;
        std::optional<GroundPoint> seen;
        QString number;
        bool faint = false;
    };

    explicit TieMapItem(QgsMapCanvas* canvas);

    void setMarks(std::vector<Mark> marks);

    void updatePosition() override;
    QRectF boundingRect() const override;

protected:
    void paint(QPainter* painter) override;

private:
    std::vector<Mark> m_marks;
};

}  // namespace sheen
