#include "placing/views_of_place.h"

#include <algorithm>
#include <cmath>

#include "camera/camera_model.h"
#include "geo/geodesy.h"
#include "geo/ground_bounds.h"

namespace sheen {

namespace {

double depressionAt(const GroundPoint& place, const CameraModel& camera)
{
    const cv::Vec3d ground = toEcef(place, 0);
    const cv::Vec3d sight = cv::normalize(camera.position() - ground);
    const cv::Matx33d axes = northEastDown(place);
    const cv::Vec3d down(axes(0, 2), axes(1, 2), axes(2, 2));
    return std::asin(std::clamp(-sight.dot(down), -1.0, 1.0)) / radiansPerDegree;
}

double distanceFromEdge(const cv::Point2d& pixel, const cv::Rect2d& picture)
{
    return std::min({pixel.x - picture.x, picture.x + picture.width - pixel.x, pixel.y - picture.y,
                     picture.y + picture.height - pixel.y});
}

double badness(const ViewOfPlace& view)
{
    return view.metresPerPixel / std::sin(view.depressionDegrees * radiansPerDegree);
}

}  // namespace

std::vector<ViewOfPlace> viewsOfPlace(const GroundPoint& place, const std::vector<FrameRecord>& frames,
                                      const Cancel* cancel)
{
    std::vector<ViewOfPlace> views;
    const GroundBounds here(GroundRing{place});
    for (const FrameRecord& frame : frames) {
        if (cancel && cancel->requested())
            break;
        if (frame.footprint.size() < 3 || !here.touches(GroundBounds(frame.footprint)))
            continue;
        const std::optional<CameraModel> camera = cameraOf(frame);
        const std::optional<cv::Point2d> pixel = camera ? camera->toPixel(place) : std::nullopt;
        if (!pixel)
            continue;
        ViewOfPlace view;
        view.frame = frame.frame;
        view.timeSeconds = frame.timeSeconds;
        view.pixel = *pixel;
        view.pixelsFromEdge = distanceFromEdge(*pixel, camera->activePicture());
        view.metresPerPixel = camera->groundSampleDistance(*pixel).value_or(0);
        view.depressionDegrees = depressionAt(place, *camera);
        if (view.pixelsFromEdge >= 0 && view.metresPerPixel > 0 && view.depressionDegrees > 0)
            views.push_back(view);
    }
    std::stable_sort(views.begin(), views.end(),
                     [](const ViewOfPlace& a, const ViewOfPlace& b) { return badness(a) < badness(b); });
    return views;
}

}  // namespace sheen
