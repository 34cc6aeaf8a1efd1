#include "placing/slick_errors.h"

#include <tbb/parallel_for.h>

#include <algorithm>

#include "camera/pose_errors.h"
#include "ogr/ground_geometry.h"

namespace sheen {

namespace {
constexpr double sigmasOf95Percent = 1.96;
}

void setErrors(Slick& slick, const FrameRecord& seenIn)
{
    const std::optional<CameraModel> camera = cameraOf(seenIn);
    if (!camera || slick.outline.empty())
        return;
    const std::optional<cv::Point2d> pixel = camera->toPixel(pointInside(slick.outline));
    if (!pixel)
        return;
    const double place = positionErrorMetres(*camera, *pixel).value_or(0);
    const double share = areaErrorShare(*camera, *pixel).value_or(0);
    if (place > 0)
        slick.positionErrorMetres = place;
    if (share > 0)
        slick.areaErrorSquareMetres = sigmasOf95Percent * share * slick.areaSquareMetres;
}

void setErrors(std::vector<Slick>& slicks, const std::vector<FrameRecord>& frames)
{
    tbb::parallel_for(std::size_t(0), slicks.size(), [&](std::size_t i) {
        const auto best =
            std::lower_bound(frames.begin(), frames.end(), slicks[i].bestFrame,
                             [](const FrameRecord& record, int frame) { return record.frame < frame; });
        if (best != frames.end() && best->frame == slicks[i].bestFrame)
            setErrors(slicks[i], *best);
    });
}

}  // namespace sheen
