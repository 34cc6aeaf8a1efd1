#include "teaching/frame_marks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/error.h"
#include "camera/camera_model.h"
#include "detect/detector.h"
#include "flight/flight.h"
#include "teach/drawn_marks.h"
#include "teaching_text.h"

namespace sheen {

namespace {

/** Frames by number, in ascending order; nullptr: there is none. */
const FrameRecord* recordOf(const std::vector<FrameRecord>& frames, int number)
{
    const auto at = std::lower_bound(frames.begin(), frames.end(), number,
                                     [](const FrameRecord& one, int wanted) { return one.frame < wanted; });
    return at != frames.end() && at->frame == number ? &*at : nullptr;
}

/** None where one of the points has none. */
std::vector<GroundPoint> onTheSea(const std::vector<cv::Point>& pixels, const CameraModel& camera)
{
    constexpr double middleOfPixel = 0.5;
    std::vector<GroundPoint> places;
    for (const cv::Point& pixel : pixels) {
        const std::optional<GroundPoint> place =
            camera.toGround({pixel.x + middleOfPixel, pixel.y + middleOfPixel});
        if (!place)
            return {};
        places.push_back(*place);
    }
    return places;
}

}  // namespace

std::vector<FrameMarks> drawnFrameMarks(const std::vector<TeachingMark>& marks,
                                        const std::vector<FrameRecord>& frames)
{
    std::set<int> numbers;
    for (const TeachingMark& mark : marks)
        numbers.insert(mark.frame);
    std::vector<FrameMarks> drawn;
    for (const int number : numbers) {
        const FrameRecord* record = recordOf(frames, number);
        if (!record || record->pictureSize.empty())
            continue;
        FrameMarks one{number, record->timeSeconds, record->telemetry.sensor,
                       drawnMarks(marks, number, record->pictureSize)};
        if (cv::countNonZero(one.marks) > 0)
            drawn.push_back(std::move(one));
    }
    return drawn;
}

std::vector<FrameMarks> together(std::vector<FrameMarks> under, std::vector<FrameMarks> over)
{
    std::map<int, FrameMarks> byFrame;
    for (FrameMarks& one : under)
        byFrame[one.frame] = std::move(one);
    for (FrameMarks& one : over) {
        const auto found = byFrame.find(one.frame);
        if (found == byFrame.end() || found->second.marks.size() != one.marks.size())
            byFrame[one.frame] = std::move(one);
        else
            one.marks.copyTo(found->second.marks, one.marks != nothingMarked);
    }
    std::vector<FrameMarks> all;
    for (auto& [frame, one] : byFrame)
        all.push_back(std::move(one));
    return all;
}

void translateMarks(std::vector<TeachingMark>& marks, const ModelCard& from, const ModelCard& to)
{
    const auto isOther = [](const ModelClass& one) { return !one.oil; };
    const auto other = std::find_if(to.classes.begin(), to.classes.end(), isOther);
    for (TeachingMark& mark : marks) {
        if (mark.value == nothingMarked || mark.value == anyOilMarked)
            continue;
        const ModelClass* was = from.findClass(mark.value - 1);
        const auto same = std::find_if(to.classes.begin(), to.classes.end(), [was](const ModelClass& one) {
            return was && one.name == was->name && one.oil == was->oil;
        });
        if (same != to.classes.end())
            mark.value = 1 + same->value;
        else if (was && was->oil)
            mark.value = anyOilMarked;
        else
            mark.value = other == to.classes.end() ? nothingMarked : 1 + other->value;
    }
}

void placeMarks(std::vector<TeachingMark>& marks, const std::vector<FrameRecord>& frames)
{
    for (TeachingMark& mark : marks) {
        const FrameRecord* record = recordOf(frames, mark.frame);
        const std::optional<CameraModel> camera = record ? cameraOf(*record) : std::nullopt;
        mark.ground = camera ? onTheSea(mark.points, *camera) : std::vector<GroundPoint>();
    }
}

std::vector<MarkedPicture> markedPicturesOf(const std::vector<FrameMarks>& marks, const Flight& flight,
                                            Detector& base, const Cancel& cancel)
{
    std::vector<MarkedPicture> pictures;
    for (const FrameMarks& one : marks) {
        if (cancel.requested())
            throw Error(TeachingText::tr("Teaching was cancelled."), ErrorKind::Cancelled);
        const Frame frame = flight.frameAt(one.frame, one.timeSeconds);
        if (frame.picture.empty() || frame.picture.size() != one.marks.size())
            continue;
        PictureHints hints;
        hints.sensor = one.sensor;
        pictures.push_back({QString::number(one.frame), frame.picture, one.marks,
                            base.detect(frame.picture, hints), one.sensor, one.frame});
    }
    return pictures;
}

}  // namespace sheen
