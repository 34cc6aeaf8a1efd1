#pragma once

#include <QPointF>
#include <QRectF>
#include <vector>

namespace sheen {

/** A handle of a box: which of its edges it moves, and where it lies. */
struct BoxHandle
{
    Qt::Edges edges;
    QPointF place;  //!< share of the box
};

/** The handles that a box of this size has, widget pixels: those in the middle of its sides need room. */
std::vector<BoxHandle> handlesOf(const QRectF& box);

/** Side of a handle, widget pixels; small boxes have small ones, so that their letters are seen. */
double handleSize(const QRectF& box);

QPointF handlePlace(const QRectF& box, const BoxHandle& handle);

}  // namespace sheen
