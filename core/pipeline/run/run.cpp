#include "run/run.h"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <future>
#include <memory>
#include <optional>
#include <set>

#include "base/elapsed.h"
#include "base/error.h"
#include "base/stage_thread.h"
#include "data/mask_codec.h"
#include "data/model_classes.h"
#include "delivered_frame.h"
#include "flight/identity.h"
#include "frame_branches.h"
#include "items_under_way.h"
#include "placing/elevation.h"
#include "placing/placement.h"
#include "placing/slick_sightings.h"
#include "placing/track_notices.h"
#include "platform/memory.h"
#include "resumed_frames.h"
#include "run/neighbours.h"
#include "run/stage_times.h"
#include "run_crs.h"
#include "run_text.h"
#include "sources/flight_overlay.h"
#include "sources/telemetry_stage.h"
#include "time_filter.h"

namespace sheen {

namespace {

/** As many frames are under way at once, decoded and not yet delivered: what a run's memory is made of. */
constexpr std::size_t framesUnderWay = 6;

/**
 * Threads of oneTBB in a run: one decodes, one delivers, others find outlines or wait for detection and
 * telemetry, which have threads of their own.
 */
constexpr int arenaThreads = 4;

const QString deviceKey = QStringLiteral("device");

}  // namespace

class Run::Private
{
public:
    Private(const Flight& theFlight, Detector& theDetector, const RunSettings& theSettings)
        : flight(theFlight),
          detector(theDetector),
          settings(theSettings),
          card(withClasses(theDetector.card(), theSettings.classes)),
          recording(identityOf(theFlight.info().path)),
          timeFilter(theSettings.timeFilterSeconds)
    {}

    const Flight& flight;
    Detector& detector;
    RunSettings settings;
    const ModelCard card;  //!< with the classes as the settings map them
    const RecordingIdentity recording;
    TimeFilter timeFilter;
    ItemsUnderWay items;
    std::deque<Item*> held;  //!< in order: frames whose neighbours are not known yet
    StageTimes times;
    FrameBranches branches{detector, card, times};
    std::map<QString, int> issues;
    std::vector<Issue> notices;
    std::vector<DeliveredFrame> delivered;
    std::vector<FrameRecord> frames;  //!< once all are delivered
    ResumedFrames resumed;
    std::shared_ptr<const ElevationModel> elevation;
    std::chrono::steady_clock::time_point begun;
    RunTimes taken;  //!< without the stages
    std::optional<RunPart> part;
    FlightOverlay* recognised = nullptr;  //!< that was looked for already
    int begunFrames = 0;

    std::optional<Frame> decode(FrameSource& source)
    {
        const StageTimer timer(times, "decode");
        return source.next();
    }

    void describe(Item& item)
    {
        FrameRecord& record = item.result.record;
        record.frame = item.frame.index;
        record.timeSeconds = item.frame.timeSeconds;
        record.fileName = item.frame.fileName;
        record.pictureSize = item.frame.picture.size();
        record.elevation = elevation;
        if (item.frame.issue)
            record.issues.push_back(*item.frame.issue);
    }

    /** Waits for both branches. */
    void gather(Item& item)
    {
        DetectionOutcome detection = item.detection.valid() ? item.detection.get() : DetectionOutcome();
        std::optional<TelemetryOutcome> telemetry = item.telemetry.get();
        item.dropped = detection.dropped || !telemetry;
        if (item.dropped)
            return;
        item.result.record.telemetry = std::move(telemetry->record);
        describe(item);
        std::vector<Issue>& found = item.result.record.issues;
        for (const std::vector<Issue>& ofBranch : {telemetry->issues, detection.issues})
            found.insert(found.end(), ofBranch.begin(), ofBranch.end());
        if (isDetected(item))
            item.seen = std::make_shared<SeenFrame>(item.result.record, std::move(detection.segmentation));
    }

    /** Whether a frame, counted among those selected, is within the part, or one of its neighbours. */
    bool isInPart(int number, int neighbours = 0) const
    {
        return !part || (number >= part->first - neighbours && number < part->end + neighbours);
    }

    bool isDetected(const Item& item) const
    {
        if (!isInPart(item.number, int(neighboursOnASide)))
            return false;
        return !item.done || (settings.timeFilterSeconds > 0 && resumed.isNeighbour(*item.done));
    }

    /** Gives the frames, which come in order, to the filter over time. Returns the next one that has been
     * compared with all its neighbours; nullptr while there is none. */
    Item* compare(Item* item)
    {
        std::optional<StageTimer> timer;
        if (settings.timeFilterSeconds > 0)
            timer.emplace(times, "time_filter");
        if (item->seen)
            timeFilter.push(item->seen);
        held.push_back(item);
        return takeSettled();
    }

    Item* takeSettled()
    {
        if (held.empty() || (held.front()->seen && !held.front()->seen->settled))
            return nullptr;
        Item* const item = held.front();
        held.pop_front();
        return item;
    }

    void outline(Item& item)
    {
        FrameResult& result = item.result;
        result.segmentation = std::move(item.seen->segmentation);
        result.picture = item.frame.picture;
        if (result.segmentation.classes.empty())
            return;
        const StageTimer timer(times, "slicks");
        result.record.detections =
            findOutlines(result.segmentation, card, result.record.frame, settings.outlines);
        result.maskPng = maskToPng(result.segmentation.classes);
    }

    /** Outlines and places the frame with what is known so far. */
    void complete(Item& item)
    {
        if (item.dropped)
            return;
        FrameRecord& record = item.result.record;
        if (item.done) {
            record.detections = item.done->detections;
            record.issues = item.done->issues;
        } else if (item.seen) {
            outline(item);
        }
        const StageTimer timer(times, "georeference");
        placeFrame(record);
    }

    void countIssues(const Item& item)
    {
        std::set<QString> names;  // several issues of a frame may be counted as one
        for (const Issue& issue : item.result.record.issues) {
            names.insert(issueCountName(issue.kind));
            if (isOfWholeFlight(issue.kind))
                notices.push_back(issue);
        }
        for (const QString& name : names)
            ++issues[name];
    }

    RunProgress progress(int expected) const
    {
        RunProgress progress;
        progress.framesDone = int(delivered.size());
        progress.framesExpected = std::max(expected, 0);
        const double seconds = secondsSince(begun);
        if (seconds > 0)
            progress.framesPerSecond = progress.framesDone / seconds;
        if (expected > 0 && progress.framesPerSecond > 0)
            progress.secondsLeft = std::max(0, expected - progress.framesDone) / progress.framesPerSecond;
        return progress;
    }

    void deliver(Item* item, int expected, const FrameListener& listener)
    {
        if (!item->dropped) {
            countIssues(*item);
            delivered.emplace_back(item->result.record);
            if (listener && !item->done && isInPart(item->number))
                listener(std::move(item->result), progress(expected));
        }
        items.remove(item);
    }

    /** All frames through the stages, until the end or until cancelled. */
    void pump(FrameSource& source, FlightOverlay& overlay, TelemetryStage& telemetry,
              const FrameListener& listener, const Cancel& cancel)
    {
        StageThread telemetryThread;
        StageThread detectionThread;  // ends first: what it is at may wait for the other one
        const double cpuBefore = detectionThread.submit([this] { return detector.cpuSeconds(); }).get();
        const int expected = source.expectedFrames();
        const auto framesBegun = std::chrono::steady_clock::now();
        const double processCpuBefore = processCpuSeconds();

        const auto begin = [&](tbb::flow_control& control) -> Item* {
            std::optional<Frame> frame;
            const bool isBehindPart = part && begunFrames >= part->end + int(neighboursOnASide);
            if (!cancel.requested() && !isBehindPart)
                frame = decode(source);
            if (!frame) {
                control.stop();
                return nullptr;
            }
            Item* const item = items.add();
            item->frame = std::move(*frame);
            item->number = begunFrames++;
            item->done = resumed.next(item->frame, flight.info().path);
            // Detection takes the frame once its telemetry is read, which reads the next one meanwhile. Both
            // hold what they need, not the item: that holds their futures, and would never be given back.
            std::promise<PictureHints> hints;
            if (isDetected(*item))
                item->detection = detectionThread.submit(
                    [this, picture = item->frame.picture, awaited = hints.get_future(), &cancel]() mutable {
                        return branches.detect(picture, std::move(awaited), cancel);
                    });
            item->telemetry = telemetryThread.submit([this, read = item->frame, hints = std::move(hints),
                                                      &overlay, &telemetry, &cancel]() mutable {
                return branches.readTelemetry(read, std::move(hints), overlay, telemetry, cancel);
            });
            return item;
        };
        const auto gather = [this](Item* item) {
            this->gather(*item);
            return item;
        };
        const auto compare = [this](Item* item) { return this->compare(item); };
        const auto complete = [this](Item* item) {
            if (item)
                this->complete(*item);
            return item;
        };
        const auto deliver = [&](Item* item) {
            if (item)
                this->deliver(item, expected, listener);
        };

        const tbb::global_control workers(tbb::global_control::max_allowed_parallelism, arenaThreads + 1);
        tbb::task_arena arena(arenaThreads);
        arena.execute([&] {
            tbb::parallel_pipeline(
                framesUnderWay,
                tbb::make_filter<void, Item*>(tbb::filter_mode::serial_in_order, begin) &
                    tbb::make_filter<Item*, Item*>(tbb::filter_mode::parallel, gather) &
                    tbb::make_filter<Item*, Item*>(tbb::filter_mode::serial_in_order, compare) &
                    tbb::make_filter<Item*, Item*>(tbb::filter_mode::parallel, complete) &
                    tbb::make_filter<Item*, void>(tbb::filter_mode::serial_in_order, deliver));
        });
        timeFilter.finish();
        while (Item* const item = takeSettled()) {
            complete(item);
            deliver(item);
        }
        const double cpuAfter = detectionThread.submit([this] { return detector.cpuSeconds(); }).get();
        times.addCpu(QStringLiteral("detect"), cpuAfter - cpuBefore);
        taken.framesWallSeconds = secondsSince(framesBegun);
        taken.framesCpuSeconds = processCpuSeconds() - processCpuBefore;
        taken.framesEnded = std::chrono::steady_clock::now();
    }

    /** Everything once more with the whole track. */
    void placeAgain(const TelemetryStage& telemetry)
    {
        std::vector<TelemetryRecord> records;
        {
            const StageTimer timer = StageTimer::ofWholeFlight(times, "telemetry");
            records = telemetry.finish();
        }
        const StageTimer timer = StageTimer::ofWholeFlight(times, "georeference");
        frames.reserve(delivered.size());
        for (DeliveredFrame& one : delivered) {
            frames.push_back(one.take());
            frames.back().elevation = elevation;
        }
        delivered = {};
        placeFrames(frames, std::move(records));
    }

    RunFacts startingFacts() const
    {
        RunFacts facts;
        facts.flightPath = flight.info().path;
        facts.flightName = flight.info().name;
        facts.recording = recording;
        facts.sheenVersion = QStringLiteral(SHEEN_VERSION);
        facts.startedAt = QDateTime::currentDateTimeUtc();
        facts.model = card;
        facts.settings = settings.toJson();
        facts.settings[deviceKey] = detector.deviceName();
        facts.cancelled = facts.brokenOff = true;  // until it is whole
        return facts;
    }
};

Run::Run(const Flight& flight, Detector& detector, const RunSettings& settings)
    : d(std::make_unique<Private>(flight, detector, settings))
{}

Run::~Run() = default;

RunFacts Run::facts() const
{
    return d->startingFacts();
}

void Run::take(FlightOverlay& overlay)
{
    d->recognised = &overlay;
}

void Run::restrictTo(RunPart part)
{
    d->part = part;
}

void Run::resume(std::vector<FrameRecord> done)
{
    d->resumed.set(std::move(done));
}

RunResult Run::execute(const FrameListener& listener, const Cancel& cancel)
{
    d->begun = std::chrono::steady_clock::now();
    RunResult result;
    result.facts = d->startingFacts();
    checkCrs(d->settings.crs);  // before any frame is touched
    d->elevation = elevationOf(d->settings.track);
    std::optional<FlightOverlay> own;
    FlightOverlay& overlay = d->recognised ? *d->recognised : own.emplace(d->flight, d->settings, cancel);
    std::unique_ptr<TelemetryStage> telemetry = TelemetryStage::create(d->flight, d->settings, overlay);
    const std::unique_ptr<FrameSource> source = d->flight.frames(d->settings.selection);
    d->pump(*source, overlay, *telemetry, listener, cancel);
    if (d->delivered.empty() && !cancel.requested())
        throw Error(RunText::tr("No frame of \"%1\" was selected: the range lies outside of the flight.")
                        .arg(d->flight.info().path),
                    ErrorKind::Usage);

    result.times = d->taken;
    if (d->part) {
        result.times.stages = d->times.measures();
        result.facts.cancelled = cancel.requested();  // and broken off, as it was begun
        return result;
    }
    d->placeAgain(*telemetry);
    RunFacts& facts = result.facts;
    facts.issueCounts = d->issues;
    for (const auto& [name, count] : telemetry->issues())
        facts.issueCounts[name] += count;
    facts.notices = d->flight.info().notices;
    if (const auto& proposal = overlay.proposal(); proposal && !overlay.notices().empty())
        result.proposedOverlay = proposal->layout;
    for (const std::vector<Issue>& found : {d->notices, telemetry->notices(), overlay.notices()})
        facts.notices.insert(facts.notices.end(), found.begin(), found.end());
    telemetry.reset();  // it holds a reading of every frame
    countPlaces(d->frames, facts);
    facts.crsEpsg = crsOf(d->settings.crs, d->frames);
    if (facts.framesPlaced > 0) {
        const StageTimer timer = StageTimer::ofWholeFlight(d->times, "slicks");
        MergeSettings merge = d->settings.merge;
        merge.epsg = facts.crsEpsg;
        result.slicks = mergeSlicks(d->frames, d->card, merge);
        setSightings(result.slicks, d->frames);
    }
    facts.settings[deviceKey] = d->detector.deviceName();  // another one where its memory was too small
    facts.overlayLayout = overlay.layoutName();
    facts.overlayMarks = overlay.marks();
    facts.cancelled = cancel.requested();
    facts.brokenOff = false;
    facts.framesDone = int(d->frames.size());
    setTrackNotices(facts, d->frames, d->settings.track);
    facts.stageWallSeconds = d->times.wallSeconds();
    facts.stageCpuSeconds = d->times.cpuSeconds();
    facts.wallSeconds = secondsSince(d->begun);
    facts.peakMemoryMiB = peakMemoryMiB();
    result.times.stages = d->times.measures();
    result.frames = std::move(d->frames);
    return result;
}

}  // namespace sheen
