#include "shape_memory.h"

#include <QCryptographicHash>

namespace sheen {

namespace {

template <typename Value>
void append(QByteArray& bytes, const Value* values, std::size_t count)
{
    bytes.append(reinterpret_cast<const char*>(values), static_cast<int>(count * sizeof(Value)));
}

std::size_t pointsOf(const GroundMultiPolygon& outline)
{
    std::size_t points = 0;
    for (const GroundPolygon& polygon : outline) {
        for (const GroundRing& ring : polygon)
            points += ring.size();
    }
    return points;
}

}  // namespace

QByteArray shapeKey(const std::vector<AppearanceArea>& areas, double gapMetres)
{
    static_assert(sizeof(GroundPoint) == 2 * sizeof(double), "points have no padding");
    QCryptographicHash hash(QCryptographicHash::Sha1);
    QByteArray bytes;
    append(bytes, &gapMetres, 1);
    for (const AppearanceArea& area : areas) {
        const std::size_t polygons = area.outline.size();
        append(bytes, &polygons, 1);
        for (const GroundPolygon& polygon : area.outline) {
            const std::size_t rings = polygon.size();
            append(bytes, &rings, 1);
            for (const GroundRing& ring : polygon) {
                const std::size_t points = ring.size();
                append(bytes, &points, 1);
                append(bytes, ring.data(), points);
            }
        }
        hash.addData(bytes);
        bytes.resize(0);
    }
    hash.addData(bytes);
    return hash.result();
}

std::shared_ptr<const ShapeMeasures> ShapeMemory::find(const QByteArray& key)
{
    const std::scoped_lock lock(m_mutex);
    const auto place = m_places.find(key);
    if (place == m_places.end())
        return nullptr;
    m_known.splice(m_known.begin(), m_known, place->second);
    return place->second->shape;
}

void ShapeMemory::keep(const QByteArray& key, std::shared_ptr<const ShapeMeasures> shape)
{
    const std::size_t points = pointsOf(shape->outline) + pointsOf(shape->overallOutline);
    const std::scoped_lock lock(m_mutex);
    if (m_places.count(key) != 0 || points > m_mostPoints)
        return;
    m_known.push_front({key, std::move(shape), points});
    m_places.emplace(key, m_known.begin());
    for (m_points += points; m_points > m_mostPoints; m_known.pop_back()) {
        m_points -= m_known.back().points;
        m_places.erase(m_known.back().key);
    }
}

}  // namespace sheen
