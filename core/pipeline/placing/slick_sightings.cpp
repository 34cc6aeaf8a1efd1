#include "placing/slick_sightings.h"

#include <tbb/parallel_for.h>

#include <algorithm>

#include "bodies/measures.h"
#include "camera/pose_errors.h"

namespace sheen {

namespace {

constexpr double sigmasOf95Percent = 1.96;

/** Nullptr where there is none of that number. */
const FrameRecord* find(const std::vector<FrameRecord>& frames, int number)
{
    const auto at =
        std::lower_bound(frames.begin(), frames.end(), number,
                         [](const FrameRecord& record, int frame) { return record.frame < frame; });
    return at != frames.end() && at->frame == number ? &*at : nullptr;
}

void setTimesAndSensors(Slick& slick, const std::vector<FrameRecord>& frames)
{
    slick.firstUtc = slick.lastUtc = QDateTime();
    slick.sensors.clear();
    for (const AppearanceArea& area : slick.areas) {
        for (const int number : {area.seen.firstFrame, area.seen.bestFrame, area.seen.lastFrame}) {
            const FrameRecord* frame = find(frames, number);
            if (!frame)
                continue;
            const QDateTime& utc = frame->telemetry.utc;
            if (utc.isValid() && (!slick.firstUtc.isValid() || utc < slick.firstUtc))
                slick.firstUtc = utc;
            if (utc.isValid() && (!slick.lastUtc.isValid() || utc > slick.lastUtc))
                slick.lastUtc = utc;
            const QString& sensor = frame->telemetry.sensor;
            if (!sensor.isEmpty() && !slick.sensors.contains(sensor))
                slick.sensors << sensor;
        }
    }
    slick.sensors.sort();
}

}  // namespace

void setErrors(Slick& slick, const FrameRecord& seenIn)
{
    const std::optional<CameraModel> camera = cameraOf(seenIn);
    if (!camera || slick.areas.empty())
        return;
    const std::optional<cv::Point2d> pixel = camera->toPixel(slick.measures.inside);
    if (!pixel)
        return;
    const double place = positionErrorMetres(*camera, *pixel).value_or(0);
    const double share = areaErrorShare(*camera, *pixel).value_or(0);
    if (place > 0)
        slick.positionErrorMetres = inHundredths(place);
    if (share > 0)
        setAreaErrorShare(slick, sigmasOf95Percent * share);
}

void setSightings(std::vector<Slick>& slicks, const std::vector<FrameRecord>& frames)
{
    tbb::parallel_for(std::size_t(0), slicks.size(), [&](std::size_t i) {
        if (const FrameRecord* best = find(frames, slicks[i].seen.bestFrame))
            setErrors(slicks[i], *best);
        setTimesAndSensors(slicks[i], frames);
    });
}

}  // namespace sheen
