#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

#include "data/telemetry.h"

class QPainter;

namespace sheen {

/** How a value came about, as table and plots show it: each by a colour and by a shape. */
enum class TrackMark {
    None,      //!< nothing known
    Read,      //!< as seen
    Filled,    //!< from other frames, because nothing was seen
    Rejected,  //!< seen, but not believed
    Set,       //!< by hand
};

TrackMark markOf(Quality quality);
QString markName(TrackMark mark);  //!< "read", "filled in", ...

QColor markColour(TrackMark mark);  //!< of the shape
QColor markShade(TrackMark mark);   //!< of the ground behind it; invalid: none

/** A dot, an open circle, a cross or a diamond, `size` pixels wide. */
void drawMark(QPainter& painter, TrackMark mark, const QPointF& centre, double size);
/** Ground on which nothing was believed. */
void fillGap(QPainter& painter, const QRectF& area);
QIcon markIcon(TrackMark mark);

}  // namespace sheen
