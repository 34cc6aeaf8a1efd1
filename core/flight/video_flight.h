#pragma once

#include <memory>
#include <mutex>

#include "flight/flight.h"
#include "video_reader.h"

namespace sheen {

/** A recording in a video file. */
class VideoFlight : public Flight
{
public:
    /** Throws as Flight::open does. */
    explicit VideoFlight(const QString& path, const Cancel* cancel = nullptr);

    const FlightInfo& info() const override { return m_info; }
    std::unique_ptr<FrameSource> frames(const FrameSelection& selection) const override;
    Frame frameAt(int index, double timeSeconds) const override;

private:
    bool seekTo(VideoReader& reader, double timeSeconds, cv::Mat& picture) const;
    cv::Mat readTo(double timeSeconds) const;

    FlightInfo m_info;
    std::optional<double> m_firstPictureSeconds;  //!< on the container's clock
    double m_toleranceSeconds = 0;                //!< within which two times are the same

    // For stepping through frames without opening the file each time; whoever finds it taken opens anew.
    mutable std::mutex m_seekerMutex;
    mutable std::unique_ptr<VideoReader> m_seeker;
};

}  // namespace sheen
