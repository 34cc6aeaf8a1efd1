#pragma once

#include <opencv2/core.hpp>

#include "core/pipeline/placing/overlay_flight.h"
#include "detect/detector.h"
#include "flight/flight.h"

namespace sheen::test {

/**
 * What a camera of so many pixels sees of slicks with wavy edges that lie along the flight, each in 45
 * frames, with water alone in 15. (One slick along a whole flight grows with it, and so does the work on its
 * outline.)
 */
cv::Mat1b oilOf(int frame, cv::Size size);

/** A flight as long as one likes, two frames a second: pictures that are made when they are asked for, with
 * KLV. */
class LongFlight : public Flight
{
public:
    LongFlight(int count, cv::Size size);

    const FlightInfo& info() const override { return m_info; }
    Frame frameAt(int index, double timeSeconds) const override;
    std::unique_ptr<FrameSource> frames(const FrameSelection&) const override;

private:
    FlightInfo m_info;
};

/** A stub of a model that takes what is dark for oil: what it takes does not depend on the flight. */
class DarkDetector : public Detector
{
public:
    const ModelCard& card() const override { return m_card; }
    QString deviceName() const override { return QStringLiteral("stub"); }
    double cpuSeconds() override { return 0; }
    Segmentation detect(const cv::Mat& picture, const PictureHints&, const Cancel&) override;

private:
    ModelCard m_card = OverlayFlight::card();
};

}  // namespace sheen::test
