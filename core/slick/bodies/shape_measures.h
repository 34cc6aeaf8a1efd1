#pragma once

#include <memory>
#include <vector>

#include "axis.h"
#include "data/slick.h"

namespace sheen {

/** What the outlines of a slick's areas tell by themselves, not rounded. */
struct ShapeMeasures
{
    GroundMultiPolygon outline;
    bool hasPlace = false;  //!< false: nothing of the following is known
    GroundMultiPolygon overallOutline;
    Axis axis;
    double overallSquareMetres = 0;
    GroundPoint inside;
    SlickForm form = SlickForm::Continuous;
};

/**
 * Measures areas, the largest first. Unions and buffers take most of the time of a merging, and slicks are
 * read, merged again and stored with outlines that are as they were: those seen last are not measured twice.
 * Safe from many threads.
 */
std::shared_ptr<const ShapeMeasures> shapeMeasures(const std::vector<AppearanceArea>& areas,
                                                   double gapMetres);

}  // namespace sheen
