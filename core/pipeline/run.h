#pragma once

#include <QStringList>
#include <functional>
#include <memory>
#include <opencv2/core.hpp>
#include <vector>

#include "core/data/cancel.h"
#include "core/data/frame_record.h"
#include "core/data/run_facts.h"
#include "core/data/segmentation.h"
#include "core/detect/detector.h"
#include "core/flight/flight.h"
#include "core/slick/merge.h"
#include "core/slick/outlines.h"
#include "core/telemetry/table_settings.h"
#include "core/telemetry/track.h"

namespace sheen {

/** All that a run needs to know; what the command line and the window set. */
struct RunSettings
{
    FrameSelection selection;
    QString telemetry = QStringLiteral("auto");  //!< auto, overlay, klv, exif, or a CSV file
    TableSettings table;                         //!< of that file
    QString overlay = QStringLiteral("auto");    //!< auto, a layout's name, or a JSON file
    QString crs = QStringLiteral("auto");        //!< auto (UTM zone of the flight) or "EPSG:n"
    TrackSettings track;
    std::vector<ModelClass> classes;  //!< of the model, where the analyst maps them otherwise than its card
    double timeFilterSeconds = 2;     //!< see TimeFilter; 0: frames are not compared with their neighbours
    OutlineSettings outlines;
    MergeSettings merge;

    QJsonObject toJson() const;
    /** What is missing or makes no sense keeps its default. */
    static RunSettings fromJson(const QJsonObject& json);
};

/** A frame as it leaves the pipeline: placed with what is known so far. */
struct FrameResult
{
    FrameRecord record;
    QByteArray maskPng;         //!< of segmentation.classes; empty with them
    cv::Mat picture;            //!< BGR; empty where it could not be decoded
    Segmentation segmentation;  //!< empty with the picture
};

struct RunProgress
{
    int framesDone = 0;
    int framesExpected = 0;  //!< 0 where not known
    double framesPerSecond = 0;
    double secondsLeft = -1;  //!< negative where not known
};

/** Everything that a run leaves behind: placed with the whole track, merged. */
struct RunResult
{
    RunFacts facts;
    std::vector<FrameRecord> frames;
    std::vector<Slick> slicks;
};

/** What is there of a run that was broken off: its first frames, in order, and the masks of these. */
struct DoneFrames
{
    std::vector<FrameRecord> frames;
    std::function<bool(int frame)> hasMask;
};

/**
 * How frames run through the stages: decode, then detection beside telemetry, then place and outline,
 * overlapping frame by frame on oneTBB, in order at the end, with a bounded number of frames under way.
 */
class Run
{
public:
    /** Called in frame order, never twice at once, from a thread of the pipeline. Must return soon. */
    using FrameListener = std::function<void(FrameResult&&, const RunProgress&)>;

    /** The detector is borrowed and outlives the run. */
    Run(const Flight& flight, Detector& detector, const RunSettings& settings);
    ~Run();

    /** What is known before anything has run, as facts of a run that is not whole: a workspace is begun with
     * it. */
    RunFacts facts() const;

    /**
     * Goes on, when it is executed, from where a run of the same flight with the same model and settings was
     * broken off. The telemetry of the frames that were done is read once more, because what is read later
     * rests on it; what was detected in them is kept, and the listener does not get them.
     */
    void resume(DoneFrames done);

    /**
     * Runs until the end of the flight or until cancelled; what was done is placed and merged either way.
     * Throws Error where nothing could be done at all (telemetry file unreadable, unknown layout or CRS).
     * A flight without telemetry is no error: its frames have no place, and an issue says so.
     */
    RunResult execute(const FrameListener& listener, const Cancel& cancel);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/**
 * Places frames again from their telemetry and pixel outlines (poses, footprints, ground outlines, areas),
 * without pictures: after smoothing, or when the analyst changes what a pose is made of. When cancelled,
 * frames not yet reached stay as they were.
 */
void placeFrames(std::vector<FrameRecord>& frames, std::vector<TelemetryRecord> telemetry,
                 const Cancel* cancel = nullptr);

/** The number of threads of each library, decided in one place. Call once, before anything is loaded. */
struct ThreadPlan
{
    int total = 0;   //!< cores to use
    int detect = 0;  //!< LibTorch's
    int others = 0;  //!< OpenCV's and oneTBB's
};
ThreadPlan planThreads(int wanted = 0);

}  // namespace sheen
