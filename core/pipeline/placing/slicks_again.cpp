#include "placing/slicks_again.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "camera/camera_model.h"
#include "geo/geodesy.h"
#include "ogr/ground_geometry.h"
#include "placing/slick_errors.h"

namespace sheen {

namespace {

bool sameCamera(const TelemetryRecord& a, const TelemetryRecord& b)
{
    const auto parts = [](const TelemetryRecord& telemetry) {
        const CameraPose& pose = *telemetry.pose;
        return std::tie(pose.latitudeDegrees, pose.longitudeDegrees, pose.heightMetres, pose.bearingDegrees,
                        pose.depressionDegrees, pose.rollDegrees, pose.horizontalFovDegrees);
    };
    return parts(a) == parts(b) && a.calibration == b.calibration;
}

/** An outline through one picture. */
class OutlineCarrier
{
public:
    OutlineCarrier(const FrameRecord& before, const FrameRecord& after)
        : m_from(*cameraOf(before)), m_to(*cameraOf(after))
    {}

    /** False where no point of it can be carried. */
    bool carry(GroundMultiPolygon& outline)
    {
        std::vector<GroundPoint*> left;
        GroundPoint moved{0, 0};
        int carried = 0;
        for (GroundPolygon& polygon : outline) {
            for (GroundRing& ring : polygon) {
                for (GroundPoint& point : ring) {
                    const std::optional<GroundPoint> there = throughPicture(point);
                    if (!there) {
                        left.push_back(&point);
                        continue;
                    }
                    moved.latitudeDegrees += there->latitudeDegrees - point.latitudeDegrees;
                    moved.longitudeDegrees += there->longitudeDegrees - point.longitudeDegrees;
                    ++carried;
                    point = *there;
                }
            }
        }
        if (carried == 0)
            return false;
        for (GroundPoint* point : left) {
            point->latitudeDegrees += moved.latitudeDegrees / carried;
            point->longitudeDegrees += moved.longitudeDegrees / carried;
        }
        return true;
    }

private:
    /** Its longitude stays on the point's side of the antimeridian. */
    std::optional<GroundPoint> throughPicture(const GroundPoint& point) const
    {
        const std::optional<cv::Point2d> pixel = m_from.toPixel(point);
        std::optional<GroundPoint> there = pixel ? m_to.toGround(*pixel) : std::nullopt;
        if (there)
            there->longitudeDegrees = longitudeNear(there->longitudeDegrees, point.longitudeDegrees);
        return there;
    }

    CameraModel m_from;
    CameraModel m_to;
};

/** Where a slick lies, to tell quickly which ones cannot touch. */
struct Bounds
{
    double south = 90, north = -90, west = 1e9, east = -1e9;

    explicit Bounds(const GroundMultiPolygon& outline)
    {
        for (const GroundPolygon& polygon : outline) {
            for (const GroundRing& ring : polygon) {
                for (const GroundPoint& point : ring) {
                    south = std::min(south, point.latitudeDegrees);
                    north = std::max(north, point.latitudeDegrees);
                    west = std::min(west, point.longitudeDegrees);
                    east = std::max(east, point.longitudeDegrees);
                }
            }
        }
    }

    bool touches(const Bounds& other) const
    {
        const double turn = longitudeNear(other.west, west) - other.west;
        return south <= other.north && other.south <= north && west <= other.east + turn &&
               other.west + turn <= east;
    }
};

/** How much of a merged slick an earlier one covers. */
struct Overlap
{
    std::size_t merged = 0;
    std::size_t earlier = 0;
    double areaSquareMetres = 0;
};

std::vector<Bounds> boundsOf(const std::vector<const Slick*>& slicks)
{
    std::vector<Bounds> bounds;
    bounds.reserve(slicks.size());
    for (const Slick* slick : slicks)
        bounds.emplace_back(slick->outline);
    return bounds;
}

/** The largest first. */
std::vector<Overlap> overlapsOf(const std::vector<Slick>& merged, const std::vector<const Slick*>& earlier)
{
    const std::vector<Bounds> bounds = boundsOf(earlier);
    std::vector<std::vector<Overlap>> found(merged.size());
    tbb::parallel_for(std::size_t(0), merged.size(), [&](std::size_t i) {
        const Bounds own(merged[i].outline);
        for (std::size_t j = 0; j < earlier.size(); ++j) {
            if (!own.touches(bounds[j]))
                continue;
            const double area = groundArea(common(merged[i].outline, earlier[j]->outline));
            if (area > 0)
                found[i].push_back({i, j, area});
        }
    });
    std::vector<Overlap> overlaps;
    for (const std::vector<Overlap>& some : found)
        overlaps.insert(overlaps.end(), some.begin(), some.end());
    std::stable_sort(overlaps.begin(), overlaps.end(), [](const Overlap& a, const Overlap& b) {
        return a.areaSquareMetres > b.areaSquareMetres;
    });
    return overlaps;
}

}  // namespace

SlickCarrier::SlickCarrier(const std::vector<FrameRecord>& before, const std::vector<FrameRecord>& after)
    : m_before(before), m_after(after)
{}

bool SlickCarrier::hasBothPoses(std::size_t index) const
{
    return index < m_after.size() && m_after[index].frame == m_before[index].frame &&
           m_before[index].telemetry.pose && m_after[index].telemetry.pose &&
           !m_before[index].pictureSize.empty();
}

/** Its index; -1 where there is none. */
int SlickCarrier::carryingFrame(const Slick& slick) const
{
    const auto best =
        std::lower_bound(m_before.begin(), m_before.end(), slick.bestFrame,
                         [](const FrameRecord& record, int frame) { return record.frame < frame; });
    if (slick.bestFrame >= 0 && best != m_before.end() && best->frame == slick.bestFrame &&
        hasBothPoses(std::size_t(best - m_before.begin())))
        return int(best - m_before.begin());

    const GroundPoint middle = pointInside(slick.outline);
    int finest = -1;
    for (std::size_t i = 0; i < m_before.size(); ++i) {
        const FrameRecord& frame = m_before[i];
        if (frame.footprint.size() < 3 || !hasBothPoses(i) ||
            (finest >= 0 &&
             frame.groundSampleDistanceMetres >= m_before[std::size_t(finest)].groundSampleDistanceMetres))
            continue;
        const auto [south, north] = std::minmax_element(
            frame.footprint.begin(), frame.footprint.end(),
            [](const GroundPoint& a, const GroundPoint& b) { return a.latitudeDegrees < b.latitudeDegrees; });
        if (middle.latitudeDegrees < south->latitudeDegrees ||
            middle.latitudeDegrees > north->latitudeDegrees)
            continue;
        const auto pixel = cameraOf(frame)->toPixel(middle);
        if (pixel && cv::Rect2d({0, 0}, cv::Size2d(frame.pictureSize)).contains(*pixel))
            finest = int(i);
    }
    return finest;
}

Slick SlickCarrier::carried(const Slick& slick) const
{
    const int index = carryingFrame(slick);
    if (index < 0)
        return slick;
    const FrameRecord& before = m_before[std::size_t(index)];
    const FrameRecord& after = m_after[std::size_t(index)];
    Slick moved = slick;
    if (sameCamera(before.telemetry, after.telemetry) ||
        !OutlineCarrier(before, after).carry(moved.outline)) {
        setErrors(moved, after);
        return moved;
    }
    if (isValid(slick.outline) && !isValid(moved.outline))
        moved.outline = madeValid(moved.outline);
    if (moved.outline.empty())
        moved.outline = slick.outline;
    moved.areaSquareMetres = groundArea(moved.outline);
    setErrors(moved, after);
    return moved;
}

std::vector<Slick> SlickCarrier::carried(const std::vector<Slick>& slicks, const Cancel* cancel) const
{
    std::vector<Slick> moved = slicks;
    tbb::parallel_for(std::size_t(0), slicks.size(), [&](std::size_t i) {
        if (!cancel || !cancel->requested())
            moved[i] = carried(slicks[i]);
    });
    return moved;
}

bool isTouched(const Slick& slick)
{
    return slick.status != SlickStatus::New || !slick.note.isEmpty();
}

std::vector<Slick> slicksAgain(const std::vector<Slick>& earlier, const std::vector<Slick>& deleted,
                               const std::vector<Slick>& merged)
{
    std::vector<Slick> result;
    std::vector<const Slick*> known;
    for (const Slick& slick : earlier) {
        known.push_back(&slick);
        if (isTouched(slick))
            result.push_back(slick);
    }
    for (const Slick& slick : deleted)
        known.push_back(&slick);
    const auto isDecided = [&](std::size_t i) { return i >= earlier.size() || isTouched(*known[i]); };

    std::vector<bool> leftOut(merged.size(), false);
    std::vector<double> decidedArea(merged.size(), 0);
    std::vector<std::int64_t> ids(merged.size(), 0);
    std::vector<bool> mergedTaken(merged.size(), false);
    std::vector<bool> knownTaken(known.size(), false);
    for (const Overlap& overlap : overlapsOf(merged, known)) {
        const Slick& before = *known[overlap.earlier];
        const bool decided = isDecided(overlap.earlier);
        if (decided)
            decidedArea[overlap.merged] += overlap.areaSquareMetres;
        const Slick& now = merged[overlap.merged];
        // A drawn slick was never merged; the class and the outline of a touched one may be the analyst's.
        const bool related = decided ? before.status != SlickStatus::Drawn &&
                                           overlap.areaSquareMetres >
                                               std::min(before.areaSquareMetres, now.areaSquareMetres) / 2
                                     : before.classValue == now.classValue;
        if (!related || mergedTaken[overlap.merged] || knownTaken[overlap.earlier])
            continue;
        mergedTaken[overlap.merged] = knownTaken[overlap.earlier] = true;
        if (decided)
            leftOut[overlap.merged] = true;
        else
            ids[overlap.merged] = before.id;
    }
    for (std::size_t i = 0; i < merged.size(); ++i) {
        if (leftOut[i] || decidedArea[i] > merged[i].areaSquareMetres / 2)
            continue;
        result.push_back(merged[i]);
        result.back().id = ids[i];
    }
    return result;
}

}  // namespace sheen
