#include "camera/footprint.h"

#include "camera/pose_errors.h"
#include "geo/geodesy.h"
#include "geo/visible_part.h"

namespace sheen {

Footprint footprintOf(const CameraModel& camera)
{
    const VisiblePart part =
        visiblePart(camera.activePicture(), [&](cv::Point2d pixel) { return camera.toGround(pixel); });
    Footprint footprint;
    footprint.cutAtHorizon = part.cut;
    for (const cv::Point2d& pixel : part.outline) {
        if (std::optional<GroundPoint> ground = camera.toGround(pixel)) {
            if (!footprint.outline.empty())
                ground->longitudeDegrees =
                    longitudeNear(ground->longitudeDegrees, footprint.outline.back().longitudeDegrees);
            footprint.outline.push_back(*ground);
        }
    }
    if (footprint.outline.size() < 3) {
        footprint.outline.clear();
        return footprint;
    }
    footprint.areaSquareMetres = groundArea(GroundPolygon{footprint.outline});
    footprint.groundSampleDistanceMetres = camera.groundSampleDistance(part.centre).value_or(0);
    footprint.positionErrorMetres = positionErrorMetres(camera, part.centre).value_or(0);
    return footprint;
}

}  // namespace sheen
