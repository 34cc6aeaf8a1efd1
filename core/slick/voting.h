#pragma once

#include <array>
#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "geo/ground.h"
#include "regions.h"

// The votes of many frames on the cells of one tile; for this library's own use. Coordinates are those of the
// plane (metres, x east, y north); docs/merging.md has the formulas.

namespace sheen {

/** Closed rings in the plane; a point is inside where it lies within an odd number of them. */
struct PlaneShape
{
    std::vector<PixelRing> rings;
    cv::Rect2d bounds;

    void setBounds();
};

/** A detection as it votes. */
struct VotingDetection
{
    int classIndex = 0;  //!< among the classes that occur
    float confidence = 0;
    PlaneShape shape;
};

/** A frame as it votes. */
struct VotingFrame
{
    std::size_t record = 0;  //!< index among the frames that were given
    PlaneShape footprint;
    std::vector<VotingDetection> detections;
    double timeSeconds = 0;

    float centreWeight = 1;  //!< falls with the square of the ground sample distance at the picture's centre
    // With these the weight follows the slant range over the frame; without a height it is the same all over.
    cv::Point2d nadir;
    double heightMetres = 0;
    double centreSlantMetres = 0;

    double weightAt(cv::Point2d place) const;
};

/** Where a tile lies: cell (0, 0) is its upper left one. */
struct TileGrid
{
    cv::Point index;        //!< column and row among the tiles
    cv::Point2d upperLeft;  //!< of the tile, metres
    double cellMetres = 1;
    cv::Rect box;  //!< cells that are looked at; within 0 .. cellsPerTile
};
constexpr int cellsPerTile = 512;

/** How much of a region a frame saw. */
struct Sighting
{
    std::size_t record = 0;
    double cells = 0;
};

/** A connected region of one class within a tile. */
struct TileRegion
{
    int classIndex = 0;
    int cells = 0;
    int clearCells = 0;        //!< of them, those that a clear majority saw as oil
    double confidenceSum = 0;  //!< over the cells
    PixelPolygon outline;      //!< in cells, counted from tile (0, 0), x east, y south
    std::vector<Sighting> sightings;
};

/** What the frames agreed on in a tile. */
struct TileResult
{
    cv::Point index;
    std::vector<TileRegion> regions;
    /** Region + 1 of the cells along the tile's left, upper, right and lower side; 0: none. */
    std::array<std::vector<int>, 4> sides;
};

/** Votes of frames more than `passSeconds` older than the last that saw a cell do not count there. */
TileResult voteOnTile(const TileGrid& tile, const std::vector<const VotingFrame*>& frames, int classCount,
                      double passSeconds);

}  // namespace sheen
