#pragma once

#include <memory>
#include <mutex>

#include "flight/flight.h"
#include "video_reader.h"

namespace sheen {

/** The parts of a file, once somebody has gone through all of it. */
class KnownParts
{
public:
    void set(std::vector<RecordingPart> parts);
    /** Goes through the file where that was not done yet and its kind may be joined; one part at least. */
    std::vector<RecordingPart> of(const QString& path, int videoStream);

private:
    std::mutex m_mutex;
    std::vector<RecordingPart> m_parts;
};

class FrameSelector;

/** Where a part of a recording begins in the whole. */
struct VideoBegin
{
    int index = 0;
    double timeSeconds = 0;
};

/** Frames of a video. */
class VideoSource : public FrameSource
{
public:
    /** Tells how many pictures were decoded so far, wanted or not. */
    virtual int framesSeen() const = 0;
};

/** A recording in a video file. */
class VideoFlight : public Flight
{
public:
    /** Throws as Flight::open does. */
    explicit VideoFlight(const QString& path, const Cancel* cancel = nullptr, int videoStream = 0);

    const FlightInfo& info() const override { return m_info; }
    std::unique_ptr<FrameSource> frames(const FrameSelection& selection) const override;
    /** Likewise of a part of a recording: numbers and times are those of the whole, of which `selector` takes
     * its share. */
    std::unique_ptr<VideoSource> frames(const FrameSelection& selection,
                                        std::shared_ptr<FrameSelector> selector,
                                        const VideoBegin& begin) const;
    Frame frameAt(int index, double timeSeconds) const override;
    std::vector<VideoFile> videoFiles() const override;
    /** The levels to which pictures with more than 8 bits are stretched; nothing where none are. */
    const std::optional<GreyLevels>& greyLevels() const { return m_greyLevels; }
    /** Stretches to others: a recording in parts has one stretch. Before frames are taken. */
    void stretchTo(const std::optional<GreyLevels>& levels);
    /** Within which two times are the same. */
    double toleranceSeconds() const { return m_toleranceSeconds; }

private:
    bool seekTo(VideoReader& reader, double timeSeconds, cv::Mat& picture) const;
    cv::Mat readTo(double timeSeconds) const;

    FlightInfo m_info;
    std::optional<double> m_firstPictureSeconds;  //!< on the container's clock
    std::optional<GreyLevels> m_greyLevels;       //!< of a recording with more than 8 bits of grey
    std::shared_ptr<KnownParts> m_parts = std::make_shared<KnownParts>();
    double m_toleranceSeconds = 0;

    // For stepping through frames without opening the file each time; whoever finds it taken opens anew.
    mutable std::mutex m_seekerMutex;
    mutable std::unique_ptr<VideoReader> m_seeker;
};

}  // namespace sheen
