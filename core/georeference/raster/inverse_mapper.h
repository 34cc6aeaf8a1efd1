#pragma once

#include <array>
#include <vector>

#include "raster/orthoimage.h"

namespace sheen {

/**
 * The inverse map of a camera over the sea (see inverseMap()), made tile by tile of the grid, so that no more
 * of it has to exist at a time than is used. All may be asked from many threads.
 */
class InverseMapper
{
public:
    /** A rectangle of the grid whose places are bilinear between its corners in ECEF. */
    struct Cell
    {
        cv::Rect pixels;
        /** Top left, top right, bottom left, bottom right pixel centre. */
        std::array<cv::Vec3d, 4> corners;
        bool isBeside = false;  //!< none of it can show the picture
    };

    InverseMapper(const MapGrid& grid, const MapProjection& projection, const CameraModel& camera);

    /** The grid cut in tiles of at most `tileSide` pixels a side. */
    std::vector<cv::Rect> tiles() const;
    /** The cells that a tile is divided into. */
    std::vector<Cell> meshOf(const cv::Rect& tile) const;
    /**
     * Fills `map` (CV_32FC2, of the area's size), which stands for an area of the mesh's tile. False, and the
     * map is left as it was, where no pixel of the area can show the picture.
     */
    bool fill(const std::vector<Cell>& mesh, const cv::Rect& area, cv::Mat map) const;

    static constexpr int tileSide = 512;

private:
    cv::Vec3d exact(int column, int row) const;
    void divide(const cv::Rect& pixels, std::vector<Cell>& cells) const;
    bool isBesidePicture(const Cell& cell) const;
    bool isFlat(const Cell& cell) const;
    void fillSeen(const Cell& cell, const cv::Rect& part, cv::Mat map) const;
    template <bool distorted>
    void fillRow(const cv::Vec3f& start, const cv::Vec3f& step, int width, float* out) const;
    void fillAtHorizon(const Cell& cell, const cv::Rect& part, cv::Mat map) const;

    const MapGrid& m_grid;
    const MapProjection& m_projection;
    const CameraModel& m_camera;
    // Edges of the active picture, where pixel centres are at integers.
    float m_left = 0;
    float m_top = 0;
    float m_right = 0;
    float m_bottom = 0;
};

}  // namespace sheen
