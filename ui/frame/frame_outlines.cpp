#include "frame_outlines.h"

#include "data/area_colours.h"
#include "geo/ground_bounds.h"

namespace sheen {

QPainterPath pathOf(const GroundMultiPolygon& outline, const CameraModel& camera)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const GroundPolygon& polygon : outline) {
        PixelPolygon pixels;
        for (const GroundRing& ring : polygon) {
            PixelRing seen;
            for (const GroundPoint& point : ring) {
                if (const auto pixel = camera.toPixel(point))
                    seen.push_back(*pixel);
            }
            pixels.push_back(std::move(seen));
        }
        path.addPath(outlinePath(pixels));
    }
    return path;
}

std::vector<FrameView::SlickOutline> slickOutlines(const std::vector<Slick>& slicks, const ModelCard& card,
                                                   const GroundRing& footprint, const CameraModel& camera)
{
    const GroundBounds seen(footprint);
    std::vector<FrameView::SlickOutline> outlines;
    for (const Slick& slick : slicks) {
        if (!seen.touches(GroundBounds(slick.outline)))
            continue;
        for (const AppearanceArea& area : slick.areas) {
            const Rgb rgb = areaColour(card, area.classValue, area.code);
            const QPainterPath path = pathOf(area.outline, camera);
            if (!path.isEmpty())
                outlines.push_back(
                    {path, QColor(rgb[0], rgb[1], rgb[2]), slick.decision, slick.origin != Origin::Found});
        }
    }
    return outlines;
}

}  // namespace sheen
