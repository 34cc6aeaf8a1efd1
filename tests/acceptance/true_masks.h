#pragma once

#include <memory>
#include <opencv2/core.hpp>

#include "data/slick.h"
#include "data/telemetry.h"
#include "flight_truth.h"

namespace acceptance {

/** The true pose of a frame's camera. */
sheen::CameraPose poseOf(const TrueCamera& camera);

/** The true oil of a flight, to be drawn into its frames. */
class TrueOil
{
public:
    /** Reads slicks.geojson. Throws std::runtime_error. */
    explicit TrueOil(const FlightTruth& flight);
    ~TrueOil();

    /** The class of the oil at the middle of each pixel, as the camera truly saw it; 0: water. */
    cv::Mat1b maskOf(const TrueCamera& camera) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/**
 * The slicks that Sheen's geometry makes of perfect detections: the true outlines are drawn into each frame's
 * mask with its true pose, outlined, carried to the sea and merged, as a run does. What is lost or won is
 * lost or won by outlines, places and merging alone. Throws std::runtime_error where files are missing.
 */
std::vector<sheen::Slick> slicksOfTrueMasks(const FlightTruth& flight, const std::vector<int>& frames);

/** The same slicks as they truly are: bodies of the true outlines (thicker oil covers thinner), as far as
 * these frames saw the sea, measured as Sheen measures. The largest first. */
std::vector<sheen::Slick> trueSlicks(const FlightTruth& flight, const std::vector<int>& frames);

}  // namespace acceptance
