#include "box_handles.h"

#include <algorithm>

namespace sheen {

std::vector<BoxHandle> handlesOf(const QRectF& box)
{
    std::vector<BoxHandle> handles = {{Qt::TopEdge | Qt::LeftEdge, {0, 0}},
                                      {Qt::TopEdge | Qt::RightEdge, {1, 0}},
                                      {Qt::BottomEdge | Qt::RightEdge, {1, 1}},
                                      {Qt::BottomEdge | Qt::LeftEdge, {0, 1}}};
    const double room = 6 * handleSize(box);
    if (box.width() > room)
        handles.insert(handles.end(), {{Qt::TopEdge, {0.5, 0}}, {Qt::BottomEdge, {0.5, 1}}});
    if (box.height() > room)
        handles.insert(handles.end(), {{Qt::LeftEdge, {0, 0.5}}, {Qt::RightEdge, {1, 0.5}}});
    return handles;
}

double handleSize(const QRectF& box)
{
    return std::clamp(std::min(box.width(), box.height()) / 3, 5.0, 9.0);
}

QPointF handlePlace(const QRectF& box, const BoxHandle& handle)
{
    return {box.x() + handle.place.x() * box.width(), box.y() + handle.place.y() * box.height()};
}

}  // namespace sheen
