#include "placing/slicks_again.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "bodies/areas.h"
#include "bodies/measures.h"
#include "camera/camera_model.h"
#include "geo/geodesy.h"
#include "geo/ground_bounds.h"
#include "ogr/ground_geometry.h"
#include "placing/slick_sightings.h"

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

/** Outlines through one picture. */
class OutlineCarrier
{
public:
    OutlineCarrier(const FrameRecord& before, const FrameRecord& after)
        : m_from(*cameraOf(before)), m_to(*cameraOf(after))
    {}

    /** All areas alike, so that common borders stay common. False where no point can be carried. */
    bool carry(std::vector<AppearanceArea>& areas)
    {
        for (AppearanceArea& area : areas)
            carry(area.outline);
        if (m_carried == 0)
            return false;
        for (GroundPoint* point : m_left) {
            point->latitudeDegrees += m_moved.latitudeDegrees / m_carried;
            point->longitudeDegrees += m_moved.longitudeDegrees / m_carried;
        }
        return true;
    }

private:
    void carry(GroundMultiPolygon& outline)
    {
        for (GroundPolygon& polygon : outline) {
            for (GroundRing& ring : polygon) {
                for (GroundPoint& point : ring) {
                    const std::optional<GroundPoint> there = throughPicture(point);
                    if (!there) {
                        m_left.push_back(&point);
                        continue;
                    }
                    m_moved.latitudeDegrees += there->latitudeDegrees - point.latitudeDegrees;
                    m_moved.longitudeDegrees += there->longitudeDegrees - point.longitudeDegrees;
                    ++m_carried;
                    point = *there;
                }
            }
        }
    }

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
    std::vector<GroundPoint*> m_left;
    GroundPoint m_moved{0, 0};
    int m_carried = 0;
};

/** How much of a merged slick an earlier one covers. */
struct Overlap
{
    std::size_t merged = 0;
    std::size_t earlier = 0;
    double areaSquareMetres = 0;
};

std::vector<GroundBounds> boundsOf(const std::vector<const Slick*>& slicks)
{
    std::vector<GroundBounds> bounds;
    bounds.reserve(slicks.size());
    for (const Slick* slick : slicks)
        bounds.emplace_back(slick->outline);
    return bounds;
}

/** The largest first. */
std::vector<Overlap> overlapsOf(const std::vector<Slick>& merged, const std::vector<const Slick*>& earlier)
{
    const std::vector<GroundBounds> bounds = boundsOf(earlier);
    std::vector<std::vector<Overlap>> found(merged.size());
    tbb::parallel_for(std::size_t(0), merged.size(), [&](std::size_t i) {
        const GroundBounds own(merged[i].outline);
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

/** Gives an area that was carried its size, and its outline back where none is left. */
void settle(AppearanceArea& moved, const AppearanceArea& before)
{
    GroundMultiPolygon outline = isValid(moved.outline) ? moved.outline : madeValid(moved.outline);
    const double unseenShare =
        before.areaSquareMetres > 0 ? before.unseenSquareMetres / before.areaSquareMetres : 0;
    setOutline(moved, outline.empty() ? before.outline : std::move(outline));
    moved.unseenSquareMetres = inHundredths(unseenShare * moved.areaSquareMetres);
}

/** Touched slicks lie where their own frames put them: where two overlap now, the later one gives way, unless
 * nothing would be left of it. */
void makeTouchedApart(std::vector<Slick>& slicks)
{
    for (std::size_t i = 0; i < slicks.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (!GroundBounds(slicks[i].outline).touches(GroundBounds(slicks[j].outline)) ||
                groundArea(common(slicks[i].outline, slicks[j].outline)) <= overlapTolerance / 10)
                continue;
            std::vector<AppearanceArea> left = slicks[i].areas;
            takeFrom(left, slicks[j].outline, 0);
            const bool gives = !left.empty();
            Slick& changed = gives ? slicks[i] : slicks[j];
            if (gives)
                changed.areas = std::move(left);
            else
                takeFrom(changed.areas, slicks[i].outline, 0);
            measure(changed);
        }
    }
    std::erase_if(slicks, [](const Slick& slick) { return slick.areas.empty(); });
}

/** A merged slick outside of what the analyst decided. */
Slick outsideOf(Slick slick, const std::vector<const Slick*>& decided, double smallestSquareMetres)
{
    const GroundBounds bounds(slick.outline);
    bool cut = false;
    for (const Slick* other : decided) {
        if (!bounds.touches(GroundBounds(other->outline)))
            continue;
        const double before = slick.oiledSquareMetres();
        takeFrom(slick.areas, other->outline, smallestSquareMetres);
        double after = 0;
        for (const AppearanceArea& area : slick.areas)
            after += area.areaSquareMetres;
        cut = cut || after < before - overlapTolerance;
    }
    if (cut)
        measure(slick);
    return slick;
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
        std::lower_bound(m_before.begin(), m_before.end(), slick.seen.bestFrame,
                         [](const FrameRecord& record, int frame) { return record.frame < frame; });
    if (slick.seen.bestFrame >= 0 && best != m_before.end() && best->frame == slick.seen.bestFrame &&
        hasBothPoses(std::size_t(best - m_before.begin())))
        return int(best - m_before.begin());

    const GroundPoint middle = slick.measures.inside;
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
    if (!sameCamera(before.telemetry, after.telemetry) && OutlineCarrier(before, after).carry(moved.areas)) {
        for (std::size_t i = 0; i < moved.areas.size(); ++i)
            settle(moved.areas[i], slick.areas[i]);
        makeApart(moved.areas, 0);
        measure(moved);
    }
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
    return slick.decision != Decision::Undecided || slick.origin != Origin::Found ||
           slick.takenFor != TakenFor::Oil || slick.form || !slick.note.isEmpty();
}

SlicksAgain slicksAgain(const std::vector<Slick>& earlier, const std::vector<Slick>& deleted,
                        const std::vector<Slick>& retired, const std::vector<Slick>& merged,
                        double smallestSquareMetres)
{
    SlicksAgain again;
    std::vector<const Slick*> known;  // earlier, then deleted, then retired
    for (const std::vector<Slick>* some : {&earlier, &deleted, &retired}) {
        for (const Slick& slick : *some)
            known.push_back(&slick);
    }
    for (const Slick& slick : earlier) {
        if (isTouched(slick))
            again.slicks.push_back(slick);
    }
    makeTouchedApart(again.slicks);
    const std::size_t firstRetired = earlier.size() + deleted.size();
    const auto isDecided = [&](std::size_t i) {
        return i < firstRetired && (i >= earlier.size() || isTouched(*known[i]));
    };

    std::vector<bool> leftOut(merged.size(), false);
    std::vector<double> decidedArea(merged.size(), 0);
    std::vector<std::int64_t> ids(merged.size(), 0);
    std::vector<bool> mergedTaken(merged.size(), false);
    std::vector<bool> knownTaken(known.size(), false);
    std::vector<Overlap> overlaps = overlapsOf(merged, known);
    // A retired id is given back only where no earlier slick is followed.
    std::stable_partition(overlaps.begin(), overlaps.end(),
                          [&](const Overlap& overlap) { return overlap.earlier < firstRetired; });
    for (const Overlap& overlap : overlaps) {
        const Slick& before = *known[overlap.earlier];
        const bool decided = isDecided(overlap.earlier);
        if (decided)
            decidedArea[overlap.merged] += overlap.areaSquareMetres;
        const Slick& now = merged[overlap.merged];
        // A drawn slick was never merged; the outline of a touched one may be the analyst's.
        const bool related =
            !decided ||
            (before.origin != Origin::Drawn &&
             overlap.areaSquareMetres > std::min(before.oiledSquareMetres(), now.oiledSquareMetres()) / 2);
        if (!related || mergedTaken[overlap.merged] || knownTaken[overlap.earlier])
            continue;
        mergedTaken[overlap.merged] = knownTaken[overlap.earlier] = true;
        if (decided)
            leftOut[overlap.merged] = true;
        else
            ids[overlap.merged] = before.id;
    }

    std::vector<const Slick*> decided;
    const std::vector<Slick> touched = again.slicks;
    for (const std::vector<Slick>* some : {&touched, &deleted}) {
        for (const Slick& slick : *some)
            decided.push_back(&slick);
    }
    std::set<std::int64_t> used;
    for (const Slick& slick : touched)
        used.insert(slick.id);
    for (std::size_t i = 0; i < merged.size(); ++i) {
        if (leftOut[i] || decidedArea[i] > merged[i].oiledSquareMetres() / 2)
            continue;
        Slick slick = outsideOf(merged[i], decided, smallestSquareMetres);
        if (slick.areas.empty())
            continue;
        slick.id = ids[i];
        used.insert(slick.id);
        again.slicks.push_back(std::move(slick));
    }
    for (std::size_t i = 0; i < known.size(); ++i) {
        const bool mayComeBack = i >= firstRetired || (i < earlier.size() && !isDecided(i));
        if (mayComeBack && used.count(known[i]->id) == 0)
            again.retired.push_back(*known[i]);
    }
    return again;
}

}  // namespace sheen
