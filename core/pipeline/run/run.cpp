#include "run/run.h"

#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <QCoreApplication>
#include <algorithm>
#include <chrono>
#include <deque>
#include <future>
#include <memory>
#include <opencv2/imgcodecs.hpp>
#include <optional>
#include <set>

#include "base/error.h"
#include "base/stage_thread.h"
#include "data/model_classes.h"
#include "frame_branches.h"
#include "placing/elevation.h"
#include "placing/placement.h"
#include "placing/slick_errors.h"
#include "placing/track_notices.h"
#include "platform/memory.h"
#include "raster/orthoimage.h"
#include "run/stage_times.h"
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

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(sheen::Run)
};

double secondsSince(std::chrono::steady_clock::time_point begun)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

QByteArray encodeMask(const cv::Mat& classes)
{
    std::vector<uchar> bytes;
    cv::imencode(".png", classes, bytes,
                 {cv::IMWRITE_PNG_COMPRESSION, 1, cv::IMWRITE_PNG_STRATEGY, cv::IMWRITE_PNG_STRATEGY_RLE});
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), int(bytes.size()));
}

/** A frame under way. */
struct Item
{
    Frame frame;
    std::future<DetectionOutcome> detection;
    std::future<std::optional<TelemetryOutcome>> telemetry;  //!< nothing: cancelled before it was read
    FrameResult result;
    std::shared_ptr<SeenFrame> seen;  //!< what was found, until it is outlined
    bool dropped = false;
};
using ItemPointer = std::shared_ptr<Item>;

std::optional<int> epsgFromText(const QString& text)
{
    static const QString prefix = QStringLiteral("EPSG:");
    bool ok = false;
    const int code = text.startsWith(prefix, Qt::CaseInsensitive) ? text.mid(prefix.size()).toInt(&ok) : 0;
    return ok && code > 0 ? std::optional<int>(code) : std::nullopt;
}

}  // namespace

class Run::Private
{
public:
    Private(const Flight& theFlight, Detector& theDetector, const RunSettings& theSettings)
        : flight(theFlight),
          detector(theDetector),
          settings(theSettings),
          card(withClasses(theDetector.card(), theSettings.classes)),
          timeFilter(theSettings.timeFilterSeconds)
    {}

    const Flight& flight;
    Detector& detector;
    RunSettings settings;
    const ModelCard card;  //!< with the classes as the settings map them
    TimeFilter timeFilter;
    std::deque<ItemPointer> held;  //!< in order: frames whose neighbours are not known yet
    StageTimes times;
    FrameBranches branches{detector, card, times};
    std::map<QString, int> issues;
    std::vector<Issue> notices;
    std::vector<FrameRecord> frames;
    std::shared_ptr<const ElevationModel> elevation;
    std::chrono::steady_clock::time_point begun;

    /** Stops the work where the wish cannot be met, before any frame is touched. */
    void checkCrs() const
    {
        if (settings.crs == QLatin1String("auto"))
            return;
        const std::optional<int> epsg = epsgFromText(settings.crs);
        if (!epsg)
            throw Error(Text::tr("\"%1\" is no coordinate system. Use auto, or a code like EPSG:32632.")
                            .arg(settings.crs),
                        ErrorKind::Usage);
        MapProjection{*epsg};
    }

    int chooseCrs() const
    {
        if (const std::optional<int> epsg = epsgFromText(settings.crs))
            return *epsg;
        return utmZoneOf(frames);
    }

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
        // Taken out of the item, which the task behind the future holds: else both would live on for ever.
        std::future<std::optional<TelemetryOutcome>> reading = std::move(item.telemetry);
        DetectionOutcome detection = item.detection.get();
        std::optional<TelemetryOutcome> telemetry = reading.get();
        item.dropped = detection.dropped || !telemetry;
        if (item.dropped)
            return;
        item.result.record.telemetry = std::move(telemetry->record);
        describe(item);
        std::vector<Issue>& found = item.result.record.issues;
        for (const std::vector<Issue>& ofBranch : {telemetry->issues, detection.issues})
            found.insert(found.end(), ofBranch.begin(), ofBranch.end());
        item.seen = std::make_shared<SeenFrame>(item.result.record, std::move(detection.segmentation));
    }

    /** Frames in order. Gives the next one that its neighbours have told what they saw; nothing while none
     * is. */
    ItemPointer compare(const ItemPointer& item)
    {
        std::optional<StageTimer> timer;
        if (settings.timeFilterSeconds > 0)
            timer.emplace(times, "time_filter");
        if (!item->dropped)
            timeFilter.push(item->seen);
        held.push_back(item);
        return takeSettled();
    }

    ItemPointer takeSettled()
    {
        if (held.empty() || !(held.front()->dropped || held.front()->seen->settled))
            return nullptr;
        ItemPointer item = std::move(held.front());
        held.pop_front();
        return item;
    }

    /** Outlines and places the frame with what is known so far. */
    void complete(Item& item)
    {
        if (item.dropped)
            return;
        FrameRecord& record = item.result.record;
        Segmentation segmentation = std::move(item.seen->segmentation);
        if (!segmentation.classes.empty()) {
            const StageTimer timer(times, "slicks");
            record.detections = findOutlines(segmentation, card, record.frame, settings.outlines);
            record.maskPng = encodeMask(segmentation.classes);
        }
        item.result.picture = item.frame.picture;
        item.result.segmentation = std::move(segmentation);
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
        progress.framesDone = int(frames.size());
        progress.framesExpected = std::max(expected, 0);
        const double seconds = secondsSince(begun);
        if (seconds > 0)
            progress.framesPerSecond = progress.framesDone / seconds;
        if (expected > 0 && progress.framesPerSecond > 0)
            progress.secondsLeft = std::max(0, expected - progress.framesDone) / progress.framesPerSecond;
        return progress;
    }

    void deliver(Item& item, int expected, const FrameListener& listener)
    {
        if (item.dropped)
            return;
        countIssues(item);
        frames.push_back(item.result.record);
        if (listener)
            listener(std::move(item.result), progress(expected));
    }

    /** All frames through the stages, until the end or until cancelled. */
    void pump(FrameSource& source, FlightOverlay& overlay, TelemetryStage& telemetry,
              const FrameListener& listener, const Cancel& cancel)
    {
        StageThread telemetryThread;
        StageThread detectionThread;  // ends first: what it is at may wait for the other one
        const double cpuBefore = detectionThread.submit([this] { return detector.cpuSeconds(); }).get();
        const int expected = source.expectedFrames();

        const auto begin = [&](tbb::flow_control& control) -> ItemPointer {
            std::optional<Frame> frame;
            if (!cancel.requested())
                frame = decode(source);
            if (!frame) {
                control.stop();
                return nullptr;
            }
            auto item = std::make_shared<Item>();
            item->frame = std::move(*frame);
            // Detection takes the frame once its telemetry is read, which reads the next one meanwhile.
            std::promise<PictureHints> hints;
            item->detection = detectionThread.submit(
                [this, picture = item->frame.picture, awaited = hints.get_future(), &cancel]() mutable {
                    return branches.detect(picture, std::move(awaited), cancel);
                });
            item->telemetry = telemetryThread.submit(
                [this, item, hints = std::move(hints), &overlay, &telemetry, &cancel]() mutable {
                    return branches.readTelemetry(item->frame, std::move(hints), overlay, telemetry, cancel);
                });
            return item;
        };
        const auto gather = [this](ItemPointer item) {
            this->gather(*item);
            return item;
        };
        const auto compare = [this](const ItemPointer& item) { return this->compare(item); };
        const auto complete = [this](ItemPointer item) {
            if (item)
                this->complete(*item);
            return item;
        };
        const auto deliver = [&](const ItemPointer& item) {
            if (item)
                this->deliver(*item, expected, listener);
        };

        const tbb::global_control workers(tbb::global_control::max_allowed_parallelism, arenaThreads + 1);
        tbb::task_arena arena(arenaThreads);
        arena.execute([&] {
            tbb::parallel_pipeline(
                framesUnderWay,
                tbb::make_filter<void, ItemPointer>(tbb::filter_mode::serial_in_order, begin) &
                    tbb::make_filter<ItemPointer, ItemPointer>(tbb::filter_mode::parallel, gather) &
                    tbb::make_filter<ItemPointer, ItemPointer>(tbb::filter_mode::serial_in_order, compare) &
                    tbb::make_filter<ItemPointer, ItemPointer>(tbb::filter_mode::parallel, complete) &
                    tbb::make_filter<ItemPointer, void>(tbb::filter_mode::serial_in_order, deliver));
        });
        timeFilter.finish();
        while (const ItemPointer item = takeSettled()) {
            complete(item);
            deliver(item);
        }
        const double cpuAfter = detectionThread.submit([this] { return detector.cpuSeconds(); }).get();
        times.addCpu(QStringLiteral("detect"), cpuAfter - cpuBefore);
    }

    /** Everything once more with the whole track. */
    void placeAgain(const TelemetryStage& telemetry)
    {
        std::vector<TelemetryRecord> records;
        {
            const StageTimer timer(times, "telemetry");
            records = telemetry.finish();
        }
        const StageTimer timer(times, "georeference");
        placeFrames(frames, records);
    }

    RunFacts startingFacts() const
    {
        RunFacts facts;
        facts.flightPath = flight.info().path;
        facts.flightName = flight.info().name;
        facts.sheenVersion = QStringLiteral(SHEEN_VERSION);
        facts.startedAt = QDateTime::currentDateTimeUtc();
        facts.model = card;
        facts.settings = settings.toJson();
        facts.settings[deviceKey] = detector.deviceName();
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

RunResult Run::execute(const FrameListener& listener, const Cancel& cancel)
{
    d->begun = std::chrono::steady_clock::now();
    RunResult result;
    result.facts = d->startingFacts();
    d->checkCrs();
    d->elevation = elevationOf(d->settings.track);
    FlightOverlay overlay(d->flight, d->settings, cancel);
    const std::unique_ptr<TelemetryStage> telemetry = TelemetryStage::create(d->flight, d->settings, overlay);
    const std::unique_ptr<FrameSource> source = d->flight.frames(d->settings.selection);
    d->pump(*source, overlay, *telemetry, listener, cancel);
    if (d->frames.empty() && !cancel.requested())
        throw Error(Text::tr("No frame of \"%1\" was selected: the range lies outside of the flight.")
                        .arg(d->flight.info().path),
                    ErrorKind::Usage);

    d->placeAgain(*telemetry);
    RunFacts& facts = result.facts;
    facts.issueCounts = d->issues;
    for (const auto& [name, count] : telemetry->issues())
        facts.issueCounts[name] += count;
    facts.notices = d->flight.info().notices;
    for (const std::vector<Issue>& found : {d->notices, telemetry->notices()})
        facts.notices.insert(facts.notices.end(), found.begin(), found.end());
    countPlaces(d->frames, facts);
    facts.crsEpsg = d->chooseCrs();
    if (facts.framesPlaced > 0) {
        const StageTimer timer(d->times, "slicks");
        MergeSettings merge = d->settings.merge;
        merge.epsg = facts.crsEpsg;
        result.slicks = mergeSlicks(d->frames, d->card, merge);
        setErrors(result.slicks, d->frames);
    }
    facts.settings[deviceKey] = d->detector.deviceName();  // another one where its memory was too small
    facts.overlayLayout = overlay.layoutName();
    facts.overlayMarks = overlay.marks();
    facts.cancelled = cancel.requested();
    facts.framesDone = int(d->frames.size());
    setTrackNotices(facts, d->frames, d->settings.track);
    facts.stageWallSeconds = d->times.wallSeconds();
    facts.stageCpuSeconds = d->times.cpuSeconds();
    facts.wallSeconds = secondsSince(d->begun);
    facts.peakMemoryMiB = peakMemoryMiB();
    result.frames = std::move(d->frames);
    return result;
}

}  // namespace sheen
