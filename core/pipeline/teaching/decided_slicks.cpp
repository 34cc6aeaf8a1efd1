#include "teaching/decided_slicks.h"

#include <algorithm>
#include <map>
#include <opencv2/imgproc.hpp>
#include <optional>

#include "camera/camera_model.h"

namespace sheen {

namespace {

constexpr std::size_t mostFrames = 20;

/** Oil, or none, somewhere on the sea. */
struct DecidedArea
{
    GroundMultiPolygon outline;
    int mark = nothingMarked;
    int bestFrame = -1;  //!< -1: any that shows it
};

/** Whether a person said that it is oil; std::nullopt where nobody said anything. */
std::optional<bool> decidedOil(const Slick& slick)
{
    if (slick.decision == Decision::Rejected ||
        (slick.decision == Decision::Accepted && slick.takenFor != TakenFor::Oil))
        return false;
    if (slick.decision == Decision::Accepted || slick.origin != Origin::Found)
        return true;
    return std::nullopt;
}

int markOfOil(int classValue, const ModelCard& card)
{
    return saysOil(1 + classValue, card) ? 1 + classValue : anyOilMarked;
}

/** The card's first class that is no oil. */
int markOfOther(const ModelCard& card)
{
    const auto none = std::find_if(card.classes.begin(), card.classes.end(),
                                   [](const ModelClass& one) { return !one.oil; });
    return none == card.classes.end() ? nothingMarked : 1 + none->value;
}

std::vector<DecidedArea> decidedAreas(const std::vector<Slick>& slicks, const ModelCard& card)
{
    std::vector<DecidedArea> areas;
    for (const Slick& slick : slicks) {
        const std::optional<bool> oil = decidedOil(slick);
        if (!oil)
            continue;
        for (const AppearanceArea& area : slick.areas)
            areas.push_back({area.outline, *oil ? markOfOil(area.classValue, card) : markOfOther(card),
                             area.seen.bestFrame});
    }
    return areas;
}

/** Where an outline lies in the picture; empty where part of it lies behind the camera. */
std::vector<std::vector<cv::Point>> inPicture(const GroundMultiPolygon& outline, const CameraModel& camera)
{
    constexpr double far = 30000;  // pixels; cv::fillPoly counts in int
    std::vector<std::vector<cv::Point>> rings;
    for (const GroundPolygon& polygon : outline) {
        for (const GroundRing& ring : polygon) {
            std::vector<cv::Point> points;
            for (const GroundPoint& place : ring) {
                const std::optional<cv::Point2d> pixel = camera.toPixel(place);
                if (!pixel)
                    return {};
                points.emplace_back(cvRound(std::clamp(pixel->x, -far, far)),
                                    cvRound(std::clamp(pixel->y, -far, far)));
            }
            rings.push_back(std::move(points));
        }
    }
    return rings;
}

/** Without the edges. */
cv::Mat1b drawn(const DecidedArea& area, const CameraModel& camera)
{
    constexpr int edge = 3;  // pixels
    cv::Mat1b inside(camera.pictureSize(), uchar(0));
    const std::vector<std::vector<cv::Point>> rings = inPicture(area.outline, camera);
    if (rings.empty())
        return inside;
    cv::fillPoly(inside, rings, 255);
    const cv::Mat round = cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * edge + 1, 2 * edge + 1});
    cv::erode(inside, inside, round);
    return inside;
}

/** The frame that shows most of it, of those with a place. */
int frameShowing(const DecidedArea& area, const std::vector<FrameRecord>& frames)
{
    int best = -1;
    int most = 0;
    for (const FrameRecord& record : frames) {
        const std::optional<CameraModel> camera = cameraOf(record);
        const int pixels = camera ? cv::countNonZero(drawn(area, *camera)) : 0;
        if (pixels > most) {
            most = pixels;
            best = record.frame;
        }
    }
    return best;
}

/** By frame, those with the most areas. */
std::map<int, std::vector<DecidedArea>> byFrame(const std::vector<DecidedArea>& areas,
                                                const std::vector<FrameRecord>& frames)
{
    std::map<int, std::vector<DecidedArea>> shown;
    for (const DecidedArea& area : areas) {
        const int frame = area.bestFrame >= 0 ? area.bestFrame : frameShowing(area, frames);
        if (frame >= 0)
            shown[frame].push_back(area);
    }
    while (shown.size() > mostFrames)
        shown.erase(std::min_element(shown.begin(), shown.end(), [](const auto& a, const auto& b) {
            return a.second.size() < b.second.size();
        }));
    return shown;
}

}  // namespace

std::vector<FrameMarks> decidedSlickMarks(const std::vector<Slick>& slicks,
                                          const std::vector<FrameRecord>& frames, const ModelCard& card)
{
    std::vector<FrameMarks> marks;
    for (const auto& [number, areas] : byFrame(decidedAreas(slicks, card), frames)) {
        const auto record =
            std::find_if(frames.begin(), frames.end(),
                         [number = number](const FrameRecord& one) { return one.frame == number; });
        const std::optional<CameraModel> camera = record == frames.end() ? std::nullopt : cameraOf(*record);
        if (!camera)
            continue;
        FrameMarks one{number, record->timeSeconds, record->telemetry.sensor,
                       cv::Mat1b(camera->pictureSize(), uchar(nothingMarked))};
        for (const DecidedArea& area : areas)
            one.marks.setTo(area.mark, drawn(area, *camera));
        if (cv::countNonZero(one.marks) > 0)
            marks.push_back(std::move(one));
    }
    return marks;
}

}  // namespace sheen
