#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <limits>
#include <memory>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "base/cancel.h"
#include "data/frame.h"

namespace sheen {

/** What is known of a flight before it is run. */
struct FlightInfo
{
    enum class Kind { Video, Folder };

    Kind kind = Kind::Video;
    QString path;                //!< absolute
    QString name;                //!< file or folder name without extension
    cv::Size pictureSize;        //!< pixels, after rotation; of the first picture
    double durationSeconds = 0;  //!< 0 where not known
    int frameCount = 0;          //!< of a video: estimated from duration and rate; 0 where not known
    double framesPerSecond = 0;  //!< mean; 0 for a folder
    int videoStream = 1;         //!< of a video: number of the one that is taken, from 1
    QStringList videoStreams;    //!< of a video: what is known of each ("720 x 480, h264")
    bool hasKlv = false;         //!< a KLV data stream is in the container
    bool hasGeotags = false;     //!< of a folder: EXIF or XMP of its first picture hold a position
    QString codec;               //!< "h264", "jpeg", ...
    std::vector<Issue> notices;  //!< how the recording had to be taken
    QDateTime recordedAt;  //!< UTC, from the container or the first picture; invalid where it does not say
};

/** A video file of a flight. */
struct VideoFile
{
    QString path;
    int videoStream = 1;             //!< number of the one that is taken, from 1
    double beginSeconds = 0;         //!< of its first picture, in the flight
    double firstPictureSeconds = 0;  //!< of the same on the container's own clock
};

/** Which frames of a flight are wanted. */
struct FrameSelection
{
    std::optional<double> everySeconds;  //!< the first frame at or after each multiple of it
    std::optional<int> stride;           //!< every n-th frame; wins over everySeconds
    int firstFrame = 0;
    int endFrame = std::numeric_limits<int>::max();  //!< exclusive
    int videoStream = 0;                             //!< see Flight::open()
    double folderIntervalSeconds = 1.0;              //!< between the files of a folder without times
};

/** Hands out the selected frames of a flight, in order. Used by one thread at a time. */
class FrameSource
{
public:
    virtual ~FrameSource() = default;

    /**
     * The next selected frame, or nothing at the end. A frame that cannot be decoded comes with an empty
     * picture and an issue. Throws Error only where nothing more can be read from the flight at all and not
     * a single frame was handed out.
     */
    virtual std::optional<Frame> next() = 0;

    /** How many frames next() will hand out in all, as far as that can be known; 0 where it cannot. */
    virtual int expectedFrames() const = 0;
};

/**
 * A recording: a video file or a folder of pictures. Opening a video reads headers and the first picture;
 * opening a folder reads the first picture and, as long as each has a clock, EXIF and XMP of all of them.
 */
class Flight
{
public:
    /**
     * Opens a recording. Of a video with several cameras `videoStream` takes one by its number, from 1; 0:
     * the one that FFmpeg finds best. Throws Error(Unreadable) with a sentence that names the path and what
     * to do; Error(Cancelled) soon after `cancel`, which may be nullptr, was requested.
     */
    static std::unique_ptr<Flight> open(const QString& path, double folderIntervalSeconds = 1.0,
                                        const Cancel* cancel = nullptr, int videoStream = 0);
    virtual ~Flight() = default;

    virtual const FlightInfo& info() const = 0;
    virtual std::unique_ptr<FrameSource> frames(const FrameSelection& selection) const = 0;

    /**
     * One frame again, for looking at it: by time in a video (the picture shown at that time, index given
     * back as asked), by index in a folder. Seeks; may take some ten milliseconds. An unreadable frame comes
     * with an issue. Each call opens what it needs: safe from any thread.
     */
    virtual Frame frameAt(int index, double timeSeconds) const = 0;

    /** Lists the files that hold the video, in order; none where the flight is a folder of pictures. */
    virtual std::vector<VideoFile> videoFiles() const { return {}; }
};

}  // namespace sheen
