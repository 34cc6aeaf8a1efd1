#include "agreement.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/median.h"
#include "connected_regions.h"
#include "geo/geodesy.h"

namespace sheen {

namespace {

constexpr double mostVotes = 1e10;  //!< cells times frames; more takes a coarser grid

/** One vote from beginning to end. */
class Election
{
public:
    Election(const std::vector<FrameRecord>& frames, const MergeSettings& settings, const Cancel* cancel)
        : m_frames(frames), m_settings(settings), m_cancel(cancel)
    {}

    Agreement hold()
    {
        findVoters();
        if (m_voters.empty() || m_result.classes.empty())
            return {};
        carryVoters();
        layTiles();
        vote();
        return std::move(m_result);
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
                if (std::find(m_result.classes.begin(), m_result.classes.end(), detection.classValue) ==
                    m_result.classes.end())
                    m_result.classes.push_back(detection.classValue);
            }
            if (oil && frame.groundSampleDistanceMetres > 0)
                distances.push_back(frame.groundSampleDistanceMetres);
        }
        takeClock();
        std::sort(m_result.classes.begin(), m_result.classes.end());
        if (!distances.empty())
            m_result.medianDistance = median(std::move(distances));
        m_result.cellMetres =
            m_settings.cellSizeMetres > 0 ? m_settings.cellSizeMetres : m_result.medianDistance;
    }

    /** The clock in the telemetry knows of pauses that a folder of frames, or two videos in one, hides. */
    void takeClock()
    {
        const auto hasClock = [this](const VotingFrame& voter) {
            return m_frames[voter.record].telemetry.utc.isValid();
        };
        m_result.hasClock = std::all_of(m_voters.begin(), m_voters.end(), hasClock);
        if (!m_result.hasClock)
            return;
        for (VotingFrame& voter : m_voters)
            voter.timeSeconds =
                1e-3 * static_cast<double>(m_frames[voter.record].telemetry.utc.toMSecsSinceEpoch());
    }

    /** Footprints and detections from the sea to the plane. */
    void carryVoters()
    {
        const GroundPoint centre = m_frames[m_voters.front().record].footprint.front();
        m_result.plane.emplace(m_settings.epsg, centre);
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
                const cv::Point2d place = m_result.plane->toPlane(point);
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
            const auto at = std::find(m_result.classes.begin(), m_result.classes.end(), detection.classValue);
            for (const GroundPolygon& polygon : detection.ground) {
                VotingDetection voting;
                voting.classIndex = static_cast<int>(at - m_result.classes.begin());
                voting.confidence = static_cast<float>(std::clamp(detection.confidence, 0.0, 1.0));
                voting.shape = onPlane(polygon);
                if (!voting.shape.rings.empty())
                    voter.detections.push_back(std::move(voting));
            }
        }
        if (frame.groundSampleDistanceMetres > 0) {
            const double finer = m_result.medianDistance / frame.groundSampleDistanceMetres;
            voter.centreWeight = static_cast<float>(finer * finer);
        }
        const std::optional<CameraPose>& pose = frame.telemetry.pose;
        if (pose && pose->heightMetres > 0 && pose->depressionDegrees > 0 && pose->depressionDegrees < 180) {
            voter.nadir = m_result.plane->toPlane({pose->latitudeDegrees, pose->longitudeDegrees});
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
                m_result.cellMetres *= 4;
                continue;
            }
            double votes = 0;
            for (const TileGrid& tile : m_result.tiles)
                votes += static_cast<double>(tile.box.area()) * static_cast<double>(votersOf(tile).size());
            if (votes <= mostVotes)
                return;
            m_result.cellMetres *= std::max(1.1, std::sqrt(votes / mostVotes));
        }
    }

    /** False where there would be too many tiles to count. */
    bool findTiles()
    {
        constexpr std::size_t mostTiles = 100000;
        std::map<std::pair<int, int>, cv::Rect> boxes;
        const double side = m_result.cellMetres * cellsPerTile;
        for (const VotingFrame& voter : m_voters) {
            for (const VotingDetection& detection : voter.detections) {
                const cv::Rect2d& bounds = detection.shape.bounds;
                const double left = bounds.x / m_result.cellMetres;
                const double right = (bounds.x + bounds.width) / m_result.cellMetres;
                const double top = -(bounds.y + bounds.height) / m_result.cellMetres;
                const double bottom = -bounds.y / m_result.cellMetres;
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
        m_result.tiles.clear();
        for (const auto& [place, box] : boxes) {
            const auto [row, column] = place;
            m_result.tiles.push_back({{column, row}, {column * side, -row * side}, m_result.cellMetres, box});
        }
        return true;
    }

    static int floorDivided(int cell) { return cvFloor(static_cast<double>(cell) / cellsPerTile); }

    std::vector<const VotingFrame*> votersOf(const TileGrid& tile) const
    {
        const cv::Rect2d box(tile.upperLeft.x + tile.box.x * m_result.cellMetres,
                             tile.upperLeft.y - (tile.box.y + tile.box.height) * m_result.cellMetres,
                             tile.box.width * m_result.cellMetres, tile.box.height * m_result.cellMetres);
        std::vector<const VotingFrame*> voters;
        for (const VotingFrame& voter : m_voters) {
            if (!(voter.footprint.bounds & box).empty())
                voters.push_back(&voter);
        }
        return voters;
    }

    void vote()
    {
        m_result.results.resize(m_result.tiles.size());
        tbb::parallel_for(std::size_t{0}, m_result.tiles.size(), [this](std::size_t i) {
            if (!cancelled())
                m_result.results[i] =
                    voteOnTile(m_result.tiles[i], votersOf(m_result.tiles[i]),
                               static_cast<int>(m_result.classes.size()), m_settings.passSeconds);
        });
    }

    const std::vector<FrameRecord>& m_frames;
    const MergeSettings& m_settings;
    const Cancel* m_cancel;
    std::vector<VotingFrame> m_voters;
    Agreement m_result;
};

}  // namespace

Agreement agreementOf(const std::vector<FrameRecord>& frames, const MergeSettings& settings,
                      const Cancel* cancel)
{
    Agreement agreement = Election(frames, settings, cancel).hold();
    if (!cancel || !cancel->requested())
        agreement.regions = connectedRegions(agreement.tiles, agreement.results);
    return agreement;
}

}  // namespace sheen
