#include "slick/merge.h"

#include <tbb/parallel_for.h>

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "base/median.h"
#include "bodies/grouping.h"
#include "bodies/measures.h"
#include "connected_regions.h"
#include "coverage.h"
#include "geo/geodesy.h"
#include "geo/ground_plane.h"
#include "ogr/ground_geometry.h"
#include "ogr/ogr_geometry.h"
#include "regions.h"
#include "voting.h"

namespace sheen {

namespace {

constexpr double mostVotes = 1e10;     //!< cells times frames; more takes a coarser grid
constexpr double simplifyCells = 0.5;  // tolerance: half a cell

/** One merge from beginning to end. */
class Merger
{
public:
    Merger(const std::vector<FrameRecord>& frames, const ModelCard& card, const MergeSettings& settings,
           const Cancel* cancel)
        : m_frames(frames), m_card(card), m_settings(settings), m_cancel(cancel)
    {}

    std::vector<Slick> merge()
    {
        findVoters();
        if (m_voters.empty() || m_classes.empty())
            return {};
        carryVoters();
        layTiles();
        vote();
        m_voters = {};  // shapes of every frame, which the outlines no longer need
        return cancelled() ? std::vector<Slick>() : slicks();
    }

private:
    bool cancelled() const { return m_cancel && m_cancel->requested(); }

    static bool hasVote(const FrameRecord& frame)
    {
        return frame.footprint.size() >= 3 && !frame.pictureSize.empty();
    }

    /** Which frames take part, which classes occur, and how fine the grid is. */
    void findVoters()
    {
        std::vector<double> distances;
        for (std::size_t i = 0; i < m_frames.size(); ++i) {
            const FrameRecord& frame = m_frames[i];
            if (!hasVote(frame))
                continue;
            VotingFrame voter;
            voter.record = i;
            voter.timeSeconds = frame.timeSeconds;
            m_voters.push_back(voter);
            bool oil = false;
            for (const Detection& detection : frame.detections) {
                if (detection.ground.empty())
                    continue;
                oil = true;
                if (std::find(m_classes.begin(), m_classes.end(), detection.classValue) == m_classes.end())
                    m_classes.push_back(detection.classValue);
            }
            if (oil && frame.groundSampleDistanceMetres > 0)
                distances.push_back(frame.groundSampleDistanceMetres);
        }
        takeClock();
        std::sort(m_classes.begin(), m_classes.end());
        if (!distances.empty())
            m_medianDistance = median(std::move(distances));
        m_cell = m_settings.cellSizeMetres > 0 ? m_settings.cellSizeMetres : m_medianDistance;
    }

    /** The clock in the telemetry knows of pauses that a folder of frames, or two videos in one, hides. */
    void takeClock()
    {
        const auto hasClock = [this](const VotingFrame& voter) {
            return m_frames[voter.record].telemetry.utc.isValid();
        };
        m_hasClock = std::all_of(m_voters.begin(), m_voters.end(), hasClock);
        if (!m_hasClock)
            return;
        for (VotingFrame& voter : m_voters)
            voter.timeSeconds =
                1e-3 * static_cast<double>(m_frames[voter.record].telemetry.utc.toMSecsSinceEpoch());
    }

    /** Footprints and detections from the sea to the plane. */
    void carryVoters()
    {
        const GroundPoint centre = m_frames[m_voters.front().record].footprint.front();
        m_plane.emplace(m_settings.epsg, centre);
        tbb::parallel_for(std::size_t{0}, m_voters.size(), [this](std::size_t i) {
            if (!cancelled())
                carry(m_voters[i]);
        });
    }

    PlaneShape onPlane(const GroundPolygon& polygon) const
    {
        PlaneShape shape;
        for (const GroundRing& ring : polygon) {
            PixelRing carried;
            carried.reserve(ring.size());
            for (const GroundPoint& point : ring) {
                const cv::Point2d place = m_plane->toPlane(point);
                if (std::isfinite(place.x) && std::isfinite(place.y))
                    carried.push_back(place);
            }
            if (carried.size() >= 3)
                shape.rings.push_back(std::move(carried));
        }
        shape.setBounds();
        return shape;
    }

    void carry(VotingFrame& voter) const
    {
        const FrameRecord& frame = m_frames[voter.record];
        voter.footprint = onPlane({frame.footprint});
        for (const Detection& detection : frame.detections) {
            const auto at = std::find(m_classes.begin(), m_classes.end(), detection.classValue);
            for (const GroundPolygon& polygon : detection.ground) {
                VotingDetection voting;
                voting.classIndex = static_cast<int>(at - m_classes.begin());
                voting.confidence = static_cast<float>(std::clamp(detection.confidence, 0.0, 1.0));
                voting.shape = onPlane(polygon);
                if (!voting.shape.rings.empty())
                    voter.detections.push_back(std::move(voting));
            }
        }
        if (frame.groundSampleDistanceMetres > 0) {
            const double finer = m_medianDistance / frame.groundSampleDistanceMetres;
            voter.centreWeight = static_cast<float>(finer * finer);
        }
        const std::optional<CameraPose>& pose = frame.telemetry.pose;
        if (pose && pose->heightMetres > 0 && pose->depressionDegrees > 0 && pose->depressionDegrees < 180) {
            voter.nadir = m_plane->toPlane({pose->latitudeDegrees, pose->longitudeDegrees});
            voter.heightMetres = pose->heightMetres;
            voter.centreSlantMetres =
                pose->heightMetres / std::sin(pose->depressionDegrees * radiansPerDegree);
        }
    }

    /** The tiles that detections touch, and in each the box of cells that they touch. */
    void layTiles()
    {
        for (int attempt = 0; attempt < 20; ++attempt) {
            if (!findTiles()) {
                m_cell *= 4;
                continue;
            }
            double votes = 0;
            for (const TileGrid& tile : m_tiles)
                votes += static_cast<double>(tile.box.area()) * static_cast<double>(votersOf(tile).size());
            if (votes <= mostVotes)
                return;
            m_cell *= std::max(1.1, std::sqrt(votes / mostVotes));
        }
    }

    /** False where there would be too many tiles to count. */
    bool findTiles()
    {
        constexpr std::size_t mostTiles = 100000;
        std::map<std::pair<int, int>, cv::Rect> boxes;
        const double side = m_cell * cellsPerTile;
        for (const VotingFrame& voter : m_voters) {
            for (const VotingDetection& detection : voter.detections) {
                const cv::Rect2d& bounds = detection.shape.bounds;
                const double left = bounds.x / m_cell;
                const double right = (bounds.x + bounds.width) / m_cell;
                const double top = -(bounds.y + bounds.height) / m_cell;
                const double bottom = -bounds.y / m_cell;
                if ((right - left) / cellsPerTile * ((bottom - top) / cellsPerTile) > mostTiles ||
                    std::max({std::abs(left), std::abs(right), std::abs(top), std::abs(bottom)}) > 1e9)
                    return false;
                const cv::Rect cells(cv::Point(cvFloor(left), cvFloor(top)),
                                     cv::Point(cvCeil(right) + 1, cvCeil(bottom) + 1));
                for (int row = floorDivided(cells.y); row <= floorDivided(cells.br().y - 1); ++row) {
                    for (int column = floorDivided(cells.x); column <= floorDivided(cells.br().x - 1);
                         ++column)
                        boxes[{row, column}] |= (cells - cv::Point(column, row) * cellsPerTile) &
                                                cv::Rect(0, 0, cellsPerTile, cellsPerTile);
                }
            }
            if (boxes.size() > mostTiles)
                return false;
        }
        m_tiles.clear();
        for (const auto& [place, box] : boxes) {
            const auto [row, column] = place;
            m_tiles.push_back({{column, row}, {column * side, -row * side}, m_cell, box});
        }
        return true;
    }

    static int floorDivided(int cell) { return cvFloor(static_cast<double>(cell) / cellsPerTile); }

    std::vector<const VotingFrame*> votersOf(const TileGrid& tile) const
    {
        const cv::Rect2d box(tile.upperLeft.x + tile.box.x * m_cell,
                             tile.upperLeft.y - (tile.box.y + tile.box.height) * m_cell,
                             tile.box.width * m_cell, tile.box.height * m_cell);
        std::vector<const VotingFrame*> voters;
        for (const VotingFrame& voter : m_voters) {
            if (!(voter.footprint.bounds & box).empty())
                voters.push_back(&voter);
        }
        return voters;
    }

    void vote()
    {
        m_results.resize(m_tiles.size());
        tbb::parallel_for(std::size_t{0}, m_tiles.size(), [this](std::size_t i) {
            if (!cancelled())
                m_results[i] = voteOnTile(m_tiles[i], votersOf(m_tiles[i]),
                                          static_cast<int>(m_classes.size()), m_settings.passSeconds);
        });
    }

    /** A region over tiles, before its outline is carried to the sea. */
    struct Found
    {
        AppearanceArea area;
        AreaPolygons cells;
        double clearShare = 0;  //!< of it, that a clear majority saw as oil
    };

    std::vector<Slick> slicks()
    {
        const auto groups = connectedRegions(m_tiles, m_results);
        std::vector<std::optional<Found>> made(groups.size());
        tbb::parallel_for(std::size_t{0}, groups.size(), [&](std::size_t i) {
            if (!cancelled())
                made[i] = foundIn(groups[i]);
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

    /** Without the bodies most of whose oil no clear majority saw: they are as likely one frame's error.
     * Where passes cannot be told apart for want of a clock, they may as well be oil that drifted: then all
     * stay. */
    std::vector<AppearanceArea> withoutFlicker(std::vector<AppearanceArea> areas,
                                               const std::vector<double>& clearShares) const
    {
        constexpr double most = 0.5;
        if (!m_hasClock ||
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
    std::optional<Found> foundIn(const std::vector<const TileRegion*>& regions) const
    {
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
        if (cells * m_cell * m_cell < 0.8 * m_settings.smallestAreaSquareMetres)
            return {};
        Found found;
        found.cells = cellsOf(regions);
        found.clearShare = clear / cells;
        found.area.confidence = confidence / cells;
        found.area.classValue = m_classes[static_cast<std::size_t>(regions.front()->classIndex)];
        addSightings(sightings, found.area);
        return found;
    }

    /** The edges of its cells, over tiles. */
    static AreaPolygons cellsOf(const std::vector<const TileRegion*>& regions)
    {
        if (regions.size() == 1)
            return {regions.front()->outline};
        OGRMultiPolygon pieces;
        for (const TileRegion* region : regions)
            pieces.addGeometryDirectly(toOgr(region->outline).release());
        const std::unique_ptr<OGRGeometry> whole(pieces.UnionCascaded());
        return whole ? pixelsFromOgr(*whole) : AreaPolygons();
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
                    GroundPoint point = m_plane->toGround({cell.x * m_cell, -cell.y * m_cell});
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
            const double distance =
                frame.groundSampleDistanceMetres > 0 ? frame.groundSampleDistanceMetres : m_medianDistance;
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

    const std::vector<FrameRecord>& m_frames;
    const ModelCard& m_card;
    const MergeSettings& m_settings;
    const Cancel* m_cancel;

    std::vector<VotingFrame> m_voters;
    std::vector<int> m_classes;  //!< class values that occur
    std::optional<GroundPlane> m_plane;
    double m_medianDistance = 1;  //!< ground sample distance, metres
    double m_cell = 1;            //!< metres
    bool m_hasClock = false;      //!< every frame has a time of day
    std::vector<TileGrid> m_tiles;
    std::vector<TileResult> m_results;
};

}  // namespace

std::vector<Slick> mergeSlicks(const std::vector<FrameRecord>& frames, const ModelCard& card,
                               const MergeSettings& settings, const Cancel* cancel)
{
    return Merger(frames, card, settings, cancel).merge();
}

}  // namespace sheen
