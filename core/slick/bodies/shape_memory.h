#pragma once

#include <QByteArray>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "shape_measures.h"

namespace sheen {

/** Tells outlines apart by every bit of them, and the gap. */
QByteArray shapeKey(const std::vector<AppearanceArea>& areas, double gapMetres);

/** The shapes that were asked for last, some 16 MB of points. Safe from many threads. */
class ShapeMemory
{
public:
    explicit ShapeMemory(std::size_t mostPoints = 1000000) : m_mostPoints(mostPoints) {}

    std::shared_ptr<const ShapeMeasures> find(const QByteArray& key);  //!< nullptr where it is not known
    void keep(const QByteArray& key, std::shared_ptr<const ShapeMeasures> shape);

private:
    struct Known
    {
        QByteArray key;
        std::shared_ptr<const ShapeMeasures> shape;
        std::size_t points = 0;
    };

    const std::size_t m_mostPoints;
    std::mutex m_mutex;
    std::list<Known> m_known;  //!< asked for last first
    std::map<QByteArray, std::list<Known>::iterator> m_places;
    std::size_t m_points = 0;
};

}  // namespace sheen
