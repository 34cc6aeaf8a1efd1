#include "slick/outlines.h"

#include <algorithm>
#include <cmath>

#include "geo/geodesy.h"
#include "geo/visible_part.h"
#include "ogr/ground_geometry.h"
#include "ogr/ogr_geometry.h"
#include "regions.h"
#include "simple_rings.h"

namespace sheen {

namespace {

constexpr double longEdgePixels = 32;  //!< shorter ones are straight on any map
constexpr double toleratedBendPixels = 0.25;
constexpr int deepestDivision = 12;

/** Mean of the confidence over each region, 0 to 1. */
std::vector<double> meanConfidences(const RegionMap& map, const cv::Mat& confidence)
{
    std::vector<double> means(map.regions.size(), 0);
    if (confidence.size() != map.labels.size())
        return means;
    std::vector<std::uint64_t> sums(map.regions.size() + 1, 0);
    for (int row = 0; row < map.labels.rows; ++row) {
        const int* labels = map.labels.ptr<int>(row);
        const std::uint8_t* values = confidence.ptr<std::uint8_t>(row);
        for (int column = 0; column < map.labels.cols; ++column)
            sums[static_cast<std::size_t>(labels[column])] += values[column];
    }
    for (std::size_t i = 0; i < means.size(); ++i)
        means[i] = static_cast<double>(sums[i + 1]) / (255.0 * map.regions[i].pixels);
    return means;
}

/** How far points lie from the line between two places, in degrees of latitude. */
class Straightness
{
public:
    Straightness(const GroundPoint& from, const GroundPoint& to)
        : m_from(from), m_shrink(std::cos(from.latitudeDegrees * radiansPerDegree))
    {
        m_along = flat(to);
    }

    double distance(const GroundPoint& point) const
    {
        const cv::Point2d there = flat(point);
        const double length = cv::norm(m_along);
        return length > 0 ? std::abs(m_along.cross(there)) / length : cv::norm(there);
    }

private:
    cv::Point2d flat(const GroundPoint& point) const
    {
        return {(longitudeNear(point.longitudeDegrees, m_from.longitudeDegrees) - m_from.longitudeDegrees) *
                    m_shrink,
                point.latitudeDegrees - m_from.latitudeDegrees};
    }

    GroundPoint m_from;
    double m_shrink;
    cv::Point2d m_along;
};

/** Carries rings to the sea; only for outlines whose every point has ground. */
class RingCarrier
{
public:
    explicit RingCarrier(const PixelToGround& toGround) : m_toGround(toGround) {}

    /** Nothing where some corner has no ground. */
    std::optional<GroundRing> carry(const PixelRing& ring) const
    {
        GroundRing corners;
        corners.reserve(ring.size());
        for (const cv::Point2d& pixel : ring) {
            const std::optional<GroundPoint> ground = m_toGround(pixel);
            if (!ground)
                return {};
            corners.push_back(*ground);
        }
        GroundRing carried;
        carried.reserve(ring.size());
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const std::size_t next = i + 1 < ring.size() ? i + 1 : 0;
            append(carried, corners[i]);
            const cv::Point2d edge = ring[next] - ring[i];
            if (edge.dot(edge) > longEdgePixels * longEdgePixels)
                divide(ring[i], corners[i], ring[next], corners[next], 0, carried);
        }
        return carried;
    }

private:
    static void append(GroundRing& ring, GroundPoint point)
    {
        if (!ring.empty())
            point.longitudeDegrees = longitudeNear(point.longitudeDegrees, ring.back().longitudeDegrees);
        ring.push_back(point);
    }

    void divide(cv::Point2d a, const GroundPoint& groundA, cv::Point2d b, const GroundPoint& groundB,
                int depth, GroundRing& ring) const
    {
        const cv::Point2d edge = b - a;
        const double length = cv::norm(edge);
        if (length <= longEdgePixels || depth > deepestDivision)
            return;
        const cv::Point2d middle = (a + b) * 0.5;
        const std::optional<GroundPoint> ground = m_toGround(middle);
        // What a pixel measures there across the edge.
        const cv::Point2d across(-edge.y / length, edge.x / length);
        std::optional<GroundPoint> beside = m_toGround(middle + across);
        if (!beside)
            beside = m_toGround(middle - across);
        if (!ground || !beside)
            return;
        const double bend = Straightness(groundA, groundB).distance(*ground);
        if (bend <= toleratedBendPixels * distanceDegrees(*ground, *beside))
            return;
        divide(a, groundA, middle, *ground, depth + 1, ring);
        append(ring, *ground);
        divide(middle, *ground, b, groundB, depth + 1, ring);
    }

    static double distanceDegrees(const GroundPoint& a, const GroundPoint& b)
    {
        const double east = (longitudeNear(b.longitudeDegrees, a.longitudeDegrees) - a.longitudeDegrees) *
                            std::cos(a.latitudeDegrees * radiansPerDegree);
        return std::hypot(east, b.latitudeDegrees - a.latitudeDegrees);
    }

    const PixelToGround& m_toGround;
};

/** Nothing where some of it has no ground. */
std::optional<GroundPolygon> carryPolygon(const PixelPolygon& polygon, const PixelToGround& toGround)
{
    const RingCarrier carrier(toGround);
    GroundPolygon carried;
    for (const PixelRing& ring : polygon) {
        std::optional<GroundRing> groundRing = carrier.carry(ring);
        if (!groundRing)
            return {};
        if (!carried.empty() && !groundRing->empty()) {
            // Holes stay on the outer ring's side of the antimeridian.
            const double from = groundRing->front().longitudeDegrees;
            const double turn = longitudeNear(from, carried.front().front().longitudeDegrees) - from;
            for (GroundPoint& point : *groundRing)
                point.longitudeDegrees += turn;
        }
        carried.push_back(std::move(*groundRing));
    }
    return carried;
}

/** GEOS is asked only where edges come near each other. */
bool staysValid(const GroundMultiPolygon& polygons)
{
    std::vector<PixelRing> rings;
    for (const GroundPolygon& polygon : polygons) {
        for (const GroundRing& ring : polygon) {
            PixelRing flat;
            flat.reserve(ring.size());
            for (const GroundPoint& point : ring)
                flat.emplace_back(point.longitudeDegrees, point.latitudeDegrees);
            rings.push_back(std::move(flat));
        }
    }
    return areClearlySimple(rings) || isValid(polygons);
}

/** What of an outline has ground, in pixels. */
std::vector<PixelPolygon> cutAtHorizon(const PixelPolygon& polygon, const PixelToGround& toGround)
{
    cv::Point2d low = polygon.front().front();
    cv::Point2d high = low;
    for (const cv::Point2d& point : polygon.front()) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    const VisiblePart visible = visiblePart(cv::Rect2d(low, high), toGround);
    if (visible.outline.size() < 3)
        return {};
    const std::unique_ptr<OGRPolygon> sea = toOgr(PixelPolygon{visible.outline});
    const std::unique_ptr<OGRGeometry> valid = repaired(*toOgr(polygon));
    const std::unique_ptr<OGRGeometry> part(valid ? valid->Intersection(sea.get()) : nullptr);
    if (!part)
        return {};
    std::vector<PixelPolygon> parts = pixelsFromOgr(*part);
    // Rounding may leave a corner a hair beyond the cut.
    for (PixelPolygon& rings : parts) {
        for (PixelRing& ring : rings) {
            for (cv::Point2d& point : ring) {
                for (int i = 0; i < 8 && !toGround(point); ++i)
                    point += (visible.centre - point) * 1e-6 * std::pow(8, i);
            }
        }
    }
    return parts;
}

}  // namespace

std::vector<Detection> findOutlines(const Segmentation& segmentation, const ModelCard& card, int frame,
                                    const OutlineSettings& settings)
{
    std::vector<int> oilClasses;
    for (const ModelClass& modelClass : card.classes) {
        if (modelClass.oil)
            oilClasses.push_back(modelClass.value);
    }
    if (segmentation.classes.empty() || segmentation.classes.type() != CV_8UC1)
        return {};
    const RegionMap map = findRegions(segmentation.classes, oilClasses, settings.smallestPixels);
    const std::vector<double> confidences = meanConfidences(map, segmentation.confidence);
    std::vector<PixelPolygon> outlines = traceRegions(map);

    std::vector<Detection> detections;
    detections.reserve(outlines.size());
    for (std::size_t i = 0; i < outlines.size(); ++i) {
        PixelPolygon& outline = outlines[i];
        // A small hole is as much noise as a small region.
        outline.erase(std::remove_if(outline.begin() + 1, outline.end(),
                                     [&](const PixelRing& hole) {
                                         return std::abs(signedArea(hole)) < settings.smallestPixels;
                                     }),
                      outline.end());
        Detection detection;
        detection.frame = frame;
        detection.classValue = map.regions[i].classValue;
        detection.confidence = confidences[i];
        detection.outline =
            settings.simplifyPixels > 0 ? simplified(outline, settings.simplifyPixels) : outline;
        detections.push_back(std::move(detection));
    }
    return detections;
}

void placeDetection(Detection& detection, const PixelToGround& toGround)
{
    detection.ground.clear();
    detection.areaSquareMetres = 0;
    if (detection.outline.empty() || detection.outline.front().size() < 3)
        return;
    if (std::optional<GroundPolygon> whole = carryPolygon(detection.outline, toGround)) {
        detection.ground.push_back(std::move(*whole));
    } else {
        for (const PixelPolygon& part : cutAtHorizon(detection.outline, toGround)) {
            if (std::optional<GroundPolygon> carried = carryPolygon(part, toGround))
                detection.ground.push_back(std::move(*carried));
        }
    }
    if (!staysValid(detection.ground))
        detection.ground = madeValid(detection.ground);
    detection.areaSquareMetres = groundArea(detection.ground);
}

}  // namespace sheen
