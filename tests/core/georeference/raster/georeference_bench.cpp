// How long georeferencing takes, as a table. Run it on an idle machine.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "camera/footprint.h"
#include "raster/orthoimage.h"

using namespace sheen;

namespace {

using Works = std::vector<std::function<void()>>;

/** The median of some runs of each, milliseconds; they take turns, so that a busy machine slows all alike. */
std::vector<double> milliseconds(const Works& works)
{
    constexpr int runs = 15;
    std::vector<std::vector<double>> taken(works.size());
    for (int i = 0; i < runs; ++i) {
        for (std::size_t work = 0; work < works.size(); ++work) {
            const auto start = std::chrono::steady_clock::now();
            works[work]();
            taken[work].push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        }
    }
    std::vector<double> medians;
    for (std::vector<double>& times : taken) {
        std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
        medians.push_back(times[runs / 2]);
    }
    return medians;
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
    const std::vector<double> times = milliseconds({
        [&] { cv::remap(picture, out, map, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_CONSTANT); },
        [&] { inverseMap(grid, projection, camera); },
        [&] { warpPicture(picture, map); },
        [&] { warpPicture(picture, grid, projection, camera); },
    });
    std::printf("%4.0f   %4d x %4d   %7.2f   %7.2f   %7.2f   %7.2f   %5.2f\n", depression, grid.size.width,
                grid.size.height, times[0], times[1], times[2], times[3], times[3] / times[0]);
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
    const std::vector<double> times =
        milliseconds({[&] {
                          for (int i = 0; i < 100000; ++i)
                              sum += camera.toGround({i % 1920 + 0.3, (i * 7) % 1080 + 0.1})->latitudeDegrees;
                      },
                      [&] {
                          for (int i = 0; i < 1000; ++i)
                              sum += footprintOf(camera).areaSquareMetres;
                      }});
    std::printf("pixel to ground %.0f ns, footprint %.2f us (%g)\n", times[0] * 10, times[1], sum);
    return 0;
}
