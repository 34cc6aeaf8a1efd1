#pragma once

#include "bodies/measures.h"
#include "data/slick.h"

namespace sheen {

/** A slick of one area, measured. */
inline Slick slickOfOne(std::int64_t id, const GroundMultiPolygon& outline, int classValue = 1, int code = 0)
{
    AppearanceArea area;
    area.classValue = classValue;
    area.className = QStringLiteral("oil");
    area.code = code;
    area.confidence = 1;
    setOutline(area, outline);
    Slick slick;
    slick.id = id;
    slick.areas.push_back(std::move(area));
    measure(slick);
    return slick;
}

/** Its only area with another outline. */
inline void reshape(Slick& slick, const GroundMultiPolygon& outline)
{
    slick.areas.resize(1);
    setOutline(slick.areas[0], outline);
    measure(slick);
}

}  // namespace sheen
