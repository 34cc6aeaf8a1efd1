// How long georeferencing takes, as a table. Run it on an idle machine.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <opencv2/imgproc.hpp>

#include "core/georeference/footprint.h"
#include "core/georeference/orthoimage.h"

using namespace sheen;

namespace {

/** The quickest of some runs, milliseconds. */
double milliseconds(const std::function<void()>& work)
{
    double best = 1e9;
    for (int i = 0; i < 15; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(
            best,
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

CameraPose poseAt(double depression)
{
    CameraPose pose;
    pose.latitudeDegrees = 34.67;
    pose.longitudeDegrees = 128.28;
    pose.heightMetres = 1250;
    pose.bearingDegrees = 20;
    pose.depressionDegrees = depression;
    pose.horizontalFovDegrees = 43;
    return pose;
}

void benchWarp(double depression, const MapProjection& projection)
{
    const cv::Size size(1920, 1080);
    cv::Mat picture(size, CV_8UC3);
    cv::randu(picture, 0, 255);
    const CameraModel camera(poseAt(depression), size);
    const Footprint footprint = footprintOf(camera);
    const MapGrid grid = gridFor(footprint.outline, projection, footprint.groundSampleDistanceMetres);
    const cv::Mat map = inverseMap(grid, projection, camera);
    cv::Mat out;
    const double bare = milliseconds(
        [&] { cv::remap(picture, out, map, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_CONSTANT); });
    const double mapping = milliseconds([&] { inverseMap(grid, projection, camera); });
    const double warping = milliseconds([&] { warpPicture(picture, map); });
    const double both = milliseconds([&] { warpPicture(picture, inverseMap(grid, projection, camera)); });
    std::printf("%4.0f   %4d x %4d   %7.2f   %7.2f   %7.2f   %7.2f   %5.2f\n", depression, grid.size.width,
                grid.size.height, bare, mapping, warping, both, both / bare);
}

}  // namespace

int main()
{
    cv::setNumThreads(2);
    const MapProjection projection(32652);
    std::printf(
        "1920 x 1080 to its grid, ms\n dep   grid          cv::remap       map      warp      both   "
        "ratio\n");
    for (const double depression : {90.0, 60.0, 42.0, 25.0, 15.0})
        benchWarp(depression, projection);

    const CameraModel camera(poseAt(60), cv::Size(1920, 1080));
    double sum = 0;
    const double points = milliseconds([&] {
        for (int i = 0; i < 100000; ++i)
            sum += camera.toGround({i % 1920 + 0.3, (i * 7) % 1080 + 0.1})->latitudeDegrees;
    });
    const double footprints = milliseconds([&] {
        for (int i = 0; i < 1000; ++i)
            sum += footprintOf(camera).areaSquareMetres;
    });
    std::printf("pixel to ground %.0f ns, footprint %.2f us (%g)\n", points * 10, footprints, sum);
    return 0;
}
