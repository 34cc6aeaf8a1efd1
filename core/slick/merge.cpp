#include "slick/merge.h"

#include <tbb/parallel_for.h>

#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "agreement.h"
#include "bodies/grouping.h"
#include "bodies/measures.h"
#include "coverage.h"
#include "geo/geodesy.h"
#include "ogr/ground_geometry.h"
#include "ogr/ogr_geometry.h"
#include "regions.h"

namespace sheen {

namespace {

constexpr double simplifyCells = 0.5;  // tolerance: half a cell

/** Whether frames agree on the same with both. */
bool voteAlike(const MergeSettings& one, const MergeSettings& other)
{
    return one.epsg == other.epsg && one.cellSizeMetres == other.cellSizeMetres &&
           one.passSeconds == other.passSeconds;
}

/** From what the frames agreed on to slicks. */
class SlicksOfAgreement
{
public:
    /** `united`: see cellsOf; as many as there are regions. */
    SlicksOfAgreement(const Agreement& agreed, std::vector<std::optional<AreaPolygons>>& united,
                      const std::vector<FrameRecord>& frames, const ModelCard& card,
                      const MergeSettings& settings, const Cancel* cancel)
        : m_agreed(agreed),
          m_united(united),
          m_frames(frames),
          m_card(card),
          m_settings(settings),
          m_cancel(cancel)
    {}

    std::vector<Slick> slicks()
    {
        std::vector<std::optional<Found>> made(m_agreed.regions.size());
        tbb::parallel_for(std::size_t{0}, made.size(), [&](std::size_t i) {
            if (!cancelled())
                made[i] = foundIn(i);
        });
        std::vector<AppearanceArea> areas;
        std::vector<AreaPolygons> cells;
        std::vector<double> clearShares;
        for (std::optional<Found>& found : made) {
            if (!found)
                continue;
            clearShares.push_back(found->clearShare);
            areas.push_back(std::move(found->area));
            cells.push_back(std::move(found->cells));
        }
        if (cancelled())
            return {};
        cells = simplifiedTogether(cells, simplifyCells);
        tbb::parallel_for(std::size_t{0}, areas.size(),
                          [&](std::size_t i) { setOutline(areas[i], outlineOf(cells[i])); });
        const std::vector<double> shares = std::exchange(clearShares, {});
        std::vector<AppearanceArea> large;
        for (std::size_t i = 0; i < areas.size(); ++i) {
            if (areas[i].outline.empty() || areas[i].areaSquareMetres < m_settings.smallestAreaSquareMetres)
                continue;
            clearShares.push_back(shares[i]);
            large.push_back(std::move(areas[i]));
        }
        if (cancelled())
            return {};
        return slicksOf(withoutFlicker(std::move(large), clearShares), m_settings.gapMetres);
    }

private:
    bool cancelled() const { return m_cancel && m_cancel->requested(); }

    /** A region over tiles, before its outline is carried to the sea. */
    struct Found
    {
        AppearanceArea area;
        AreaPolygons cells;
        double clearShare = 0;  //!< of it, that a clear majority saw as oil
    };

    /** Without the bodies most of whose oil no clear majority saw: they are as likely one frame's error.
     * Where passes cannot be told apart for want of a clock, they may as well be oil that drifted: then all
     * stay. */
    std::vector<AppearanceArea> withoutFlicker(std::vector<AppearanceArea> areas,
                                               const std::vector<double>& clearShares) const
    {
        constexpr double most = 0.5;
        if (!m_agreed.hasClock ||
            std::all_of(clearShares.begin(), clearShares.end(), [](double share) { return share >= most; }))
            return areas;
        std::vector<AppearanceArea> kept;
        for (const std::vector<std::size_t>& body : groupedByGap(areas, m_settings.gapMetres)) {
            double whole = 0;
            double clear = 0;
            for (const std::size_t i : body) {
                whole += areas[i].areaSquareMetres;
                clear += clearShares[i] * areas[i].areaSquareMetres;
            }
            for (const std::size_t i : body) {
                if (clear >= most * whole)
                    kept.push_back(std::move(areas[i]));
            }
        }
        return kept;
    }

    /** Nothing where it is too small. */
    std::optional<Found> foundIn(std::size_t index) const
    {
        const std::vector<const TileRegion*>& regions = m_agreed.regions[index];
        double cells = 0;
        double clear = 0;
        double confidence = 0;
        std::map<std::size_t, Sighting> sightings;
        for (const TileRegion* region : regions) {
            cells += region->cells;
            clear += region->clearCells;
            confidence += region->confidenceSum;
            for (const Sighting& sighting : region->sightings) {
                Sighting& sum = sightings[sighting.record];
                sum.record = sighting.record;
                sum.cells += sighting.cells;
            }
        }
        // A plane's scale is near enough to one to leave out specks before the work on outlines.
        if (cells * m_agreed.cellMetres * m_agreed.cellMetres < 0.8 * m_settings.smallestAreaSquareMetres)
            return {};
        Found found;
        found.cells = cellsOf(regions, m_united[index]);
        found.clearShare = clear / cells;
        found.area.confidence = confidence / cells;
        found.area.classValue = m_agreed.classes[static_cast<std::size_t>(regions.front()->classIndex)];
        addSightings(sightings, found.area);
        return found;
    }

    /** The edges of its cells, over tiles. `united`: what was found for it before, or is found now. */
    static AreaPolygons cellsOf(const std::vector<const TileRegion*>& regions,
                                std::optional<AreaPolygons>& united)
    {
        if (regions.size() == 1)
            return {regions.front()->outline};
        if (united)
            return *united;
        OGRMultiPolygon pieces;
        for (const TileRegion* region : regions)
            pieces.addGeometryDirectly(toOgr(region->outline).release());
        const std::unique_ptr<OGRGeometry> whole(pieces.UnionCascaded());
        united = whole ? pixelsFromOgr(*whole) : AreaPolygons();
        return *united;
    }

    GroundMultiPolygon outlineOf(const AreaPolygons& polygons) const
    {
        GroundMultiPolygon ground;
        std::optional<double> longitude;
        for (const PixelPolygon& polygon : polygons) {
            GroundPolygon carried;
            for (const PixelRing& ring : polygon) {
                GroundRing groundRing;
                for (const cv::Point2d& cell : ring) {
                    GroundPoint point = m_agreed.plane->toGround(
                        {cell.x * m_agreed.cellMetres, -cell.y * m_agreed.cellMetres});
                    point.longitudeDegrees =
                        longitudeNear(point.longitudeDegrees, longitude.value_or(point.longitudeDegrees));
                    longitude = point.longitudeDegrees;
                    groundRing.push_back(point);
                }
                carried.push_back(std::move(groundRing));
            }
            ground.push_back(std::move(carried));
        }
        return isValid(ground) ? ground : madeValid(ground);
    }

    void addSightings(const std::map<std::size_t, Sighting>& sightings, AppearanceArea& area) const
    {
        double bestScore = -1;
        const FrameRecord* best = nullptr;
        SeenFrames& seen = area.seen;
        for (const auto& [record, sighting] : sightings) {
            const FrameRecord& frame = m_frames[record];
            seen.firstFrame = seen.frameCount == 0 ? frame.frame : std::min(seen.firstFrame, frame.frame);
            seen.lastFrame = std::max(seen.lastFrame, frame.frame);
            ++seen.frameCount;
            const double distance = frame.groundSampleDistanceMetres > 0 ? frame.groundSampleDistanceMetres
                                                                         : m_agreed.medianDistance;
            if (sighting.cells / distance > bestScore) {
                bestScore = sighting.cells / distance;
                best = &frame;
            }
        }
        seen.bestFrame = best ? best->frame : -1;
        const ModelClass* modelClass = m_card.findClass(area.classValue);
        area.className = modelClass
                             ? modelClass->name
                             : QCoreApplication::translate("mergeSlicks", "class %1").arg(area.classValue);
        area.code = m_card.appearanceCode(area.classValue, best ? best->telemetry.sensor : QString());
    }

    const Agreement& m_agreed;
    std::vector<std::optional<AreaPolygons>>& m_united;
    const std::vector<FrameRecord>& m_frames;
    const ModelCard& m_card;
    const MergeSettings& m_settings;
    const Cancel* m_cancel;
};

}  // namespace

class SlickMerger::Private
{
public:
    std::vector<Slick> merge(const MergeSettings& settings, const Cancel* cancel)
    {
        if (!agreed || !voteAlike(*votedWith, settings)) {
            agreed.reset();
            Agreement found = agreementOf(*frames, settings, cancel);
            if (cancel && cancel->requested())
                return {};
            united.assign(found.regions.size(), std::nullopt);
            agreed = std::move(found);
            votedWith = settings;
        }
        return SlicksOfAgreement(*agreed, united, *frames, card, settings, cancel).slicks();
    }

    std::shared_ptr<const std::vector<FrameRecord>> frames;
    ModelCard card;
    std::optional<Agreement> agreed;
    std::optional<MergeSettings> votedWith;
    std::vector<std::optional<AreaPolygons>> united;
};

SlickMerger::SlickMerger(std::shared_ptr<const std::vector<FrameRecord>> frames, const ModelCard& card)
    : d(std::make_unique<Private>())
{
    d->frames = std::move(frames);
    d->card = card;
}

SlickMerger::~SlickMerger() = default;

const std::vector<FrameRecord>& SlickMerger::frames() const
{
    return *d->frames;
}

std::vector<Slick> SlickMerger::merge(const MergeSettings& settings, const Cancel* cancel)
{
    return d->merge(settings, cancel);
}

std::vector<Slick> mergeSlicks(const std::vector<FrameRecord>& frames, const ModelCard& card,
                               const MergeSettings& settings, const Cancel* cancel)
{
    const std::shared_ptr<const std::vector<FrameRecord>> borrowed(std::shared_ptr<void>(), &frames);
    return SlickMerger(borrowed, card).merge(settings, cancel);
}

}  // namespace sheen
