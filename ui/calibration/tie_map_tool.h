#pragma once

#include <qgsmaptool.h>

#include "geo/ground.h"

namespace sheen {

/** A click on the map gives a place; Esc ends. */
class TieMapTool : public QgsMapTool
{
    Q_OBJECT

public:
    explicit TieMapTool(QgsMapCanvas* canvas);

    void canvasReleaseEvent(QgsMapMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

Q_SIGNALS:
    void placed(const sheen::GroundPoint& place);
    void escaped();
};

}  // namespace sheen
